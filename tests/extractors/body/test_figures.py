"""Figures alone in a block: numbers of pages go, years, scores and rows of a table stay."""

import pytest

from tests.invented import STORY, kompas, record


def texts(markup):
    article = record(kompas(f"{STORY}{markup}{STORY}"))
    return [block.text for block in article.blocks if len(block.text) < 40]


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        ("<table><tr><td>Calon 1</td><td>Calon 2</td></tr><tr><td>12</td><td>98</td></tr></table>",
         ["Calon 1\tCalon 2", "12\t98"]),
        ("<ul><li>12</li><li>45</li><li>77</li></ul>", ["12", "45", "77"]),
        ("<ol><li>1</li><li>2</li><li>3</li></ol>", ["1", "2", "3"]),
        ("<h2>1949</h2>", ["1949"]),
        ("<p>2023</p>", ["2023"]),
        ("<p>12 45 77</p>", ["12 45 77"]),
        ("<ul><li>2/3</li></ul>", ["2/3"]),
        ("<p>24/7</p>", ["24/7"]),
    ],
)  # fmt: skip
def test_figures_that_are_content_stay(markup, kept):
    assert texts(markup) == kept


@pytest.mark.parametrize(
    "markup",
    [
        "<p>1 2 3 4</p>",
        "<p>3/8</p>",
        "<p>1</p><p><a href='?page=2'>2</a></p><p><a href='?page=3'>3</a></p>",
        "<ul><li>1</li><li><a href='?page=2'>2</a></li></ul>",
        "<div>1</div><div>2</div><div>Selanjutnya</div>",
        "<div>Halaman:</div><div>1</div><div>2</div>",
        "<p>2 dari 6 halaman</p>",
        "<table><tr><td><a href='?page=1'>1</a></td><td><a href='?page=2'>2</a></td></tr></table>",
    ],
)
def test_numbers_of_pages_and_slides_go(markup):
    assert texts(markup) == []


def test_a_lone_number_behind_the_text_is_a_page():
    article = record(kompas(f"{STORY}<p>1</p>"))
    assert article.blocks[-1].text != "1"
    assert [item.text for item in article.metadata.removed] == ["1"]


def test_a_year_behind_the_text_stays():
    assert record(kompas(f"{STORY}<p>1949</p>")).blocks[-1].text == "1949"
