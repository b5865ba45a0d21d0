"""A time element beside a printed day."""

import pytest

from tests.invented import STORY, codes, kompas, record

DAY = "Rabu, 13 September 2023"


def read(line):
    return record(kompas(STORY, above=f"<div class='read__time'>{line}</div>"))


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        (
            f"<time datetime='2023-09-13T14:05:33+07:00'>{DAY}</time>",
            "time:time[datetime] of the printed day",
        ),
        (
            f"{DAY} <time datetime='2023-09-13T14:05:33+07:00'></time>",
            "time:time[datetime] beside the printed day",
        ),
    ],
)
def test_a_time_element_gives_the_printed_day_its_clock(line, rule):
    article = read(line)
    assert (article.date_published, article.date_published_precision) == (
        "2023-09-13T14:05:33+07:00",
        "second",
    )
    assert article.date_published_raw == DAY
    assert rule in article.metadata.fields["date_published"].agrees


def test_a_time_element_of_another_day_is_said_and_not_taken():
    article = read(f"<time datetime='2023-09-15T14:05:33+07:00'>{DAY}</time>")
    assert (article.date_published, article.date_published_precision) == ("2023-09-13", "day")
    assert "machine_date_disagrees" in codes(article)


@pytest.mark.parametrize(
    "line",
    [
        f"<time datetime='2023-09-13T00:00:00+07:00'>{DAY}</time>",
        f"<time datetime='2023-09-13'>{DAY}</time>",
        f"{DAY}</div><div><time datetime='2023-09-13T14:05:33+07:00'>Harga garam naik</time>",
        f"<time datetime='kemarin'>{DAY}</time>",
    ],
)
def test_no_clock_from_what_has_none(line):
    article = read(line)
    assert (article.date_published, article.date_published_precision) == ("2023-09-13", "day")
    assert "machine_date_disagrees" not in codes(article)


@pytest.mark.parametrize(
    "element",
    [
        "<abbr class='published' title='2023-09-13T21:42:00+07:00'>21.42</abbr>",
        "<span itemprop='datePublished' content='2023-09-13T21:42:00+07:00'></span>",
    ],
    ids=["hAtom", "microdata"],
)
def test_other_elements_that_hold_the_moment_of_the_printed_day(element):
    assert read(f"{DAY} {element}").date_published == "2023-09-13T21:42:00+07:00"


def test_two_moments_of_the_day_give_none():
    two = "".join(
        f"<abbr class='published' title='2023-09-13T{hour}:00:00+07:00'>x</abbr>" for hour in (10, 21)
    )
    assert read(f"{DAY} {two}").date_published == "2023-09-13"


def test_a_story_that_was_never_updated_states_publication_and_update_in_one():
    machine = (
        "class='entry-date published updated' itemprop='dateModified' datetime='2023-09-13T14:05:33+07:00'"
    )
    assert read(f"<time {machine}>{DAY}</time>").date_published == "2023-09-13T14:05:33+07:00"
