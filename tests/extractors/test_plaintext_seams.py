"""What themes print around a text and a dump runs together: labels, posts, cards of writers. All texts are invented."""

from __future__ import annotations

import pytest

from newsbot.extractors.plaintext.seams import split_filing
from tests.extractors.test_plaintext import BODY, DATE, FOOTER, HEADLINE, MENU, article, page, paragraphs


def names(people: list) -> list[str]:
    return [person.name for person in people]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("CategoriesLogistikTagsbelawan, peti kemas", ["Categories Logistik", "Tags: belawan, peti kemas"]),
        ("Kategori Hortikultura Tag bawang, hama", ["Kategori Hortikultura", "Tag: bawang, hama"]),
        ("Posted inPendidikan", ["Posted in Pendidikan"]),
        ("Kategori lomba ada tiga", ["Kategori lomba ada tiga"]),
    ],
)
def test_labels_of_channel_and_tags_are_lines_of_their_own(line: str, parts: list[str]) -> None:
    assert split_filing([line]) == parts


def test_channel_and_tags_below_the_text_in_one_line() -> None:
    found = page(DATE, below=("CategoriesLogistikTagsbelawan, peti kemas",))
    assert (found.section, found.keywords) == ("Logistik", ["belawan", "peti kemas"])
    assert paragraphs(found) == BODY


def test_channel_and_names_in_the_cells_of_a_table() -> None:
    cells = [
        "Tanggal",
        DATE,
        "Kanal",
        "Pariwisata",
        "Wartawan",
        "Tumpal Sihombing",
        "Redaktur",
        "Rosma br Siregar",
    ]
    found = page(*cells)
    assert found.section == "Pariwisata"
    assert (names(found.authors), names(found.editors)) == (["Tumpal Sihombing"], ["Rosma br Siregar"])


@pytest.mark.parametrize(
    ("line", "writers"),
    [
        ("Kontributor Kabupaten Kediri, Andhika Pratiwi", ["Andhika Pratiwi"]),
        ("Rina Widiastuti (Jakarta), Bambang Harsono (Semarang)", ["Rina Widiastuti", "Bambang Harsono"]),
        ("By TABITA DIELA and CAMELIA PASAN", ["TABITA DIELA", "CAMELIA PASAN"]),
        ("Dewi Anggraini and Thomas HuckleContributors", ["Dewi Anggraini", "Thomas Huckle"]),
    ],
)
def test_names_below_the_date(line: str, writers: list[str]) -> None:
    assert names(page(DATE, line).authors) == writers


def test_day_and_update_in_one_line_with_a_name_behind() -> None:
    found = article(MENU, "Posted on 5 Mei 20216 Mei 2021 by Rosita Damanik", HEADLINE, BODY, FOOTER)
    assert (found.date_published, names(found.authors)) == ("2021-05-05", ["Rosita Damanik"])


@pytest.mark.parametrize(
    ("line", "date", "section"),
    [
        (
            "This entry was posted on Wednesday, May 5th, 2021 at 2:05 pm and is filed under Nelayan. You can reply",
            "2021-05-05T14:05:00+07:00",
            "Nelayan",
        ),
        ("By Galuh Prameswari|5 Mei 2021|Kriya", "2021-05-05", None),
    ],
)
def test_what_tells_the_day_right_below_the_text(line: str, date: str, section: str | None) -> None:
    found = page(below=(line,))
    assert (found.date_published, found.section) == (date, section)
    assert paragraphs(found) == BODY


def test_the_indonesian_sentence_of_where_a_post_is_filed() -> None:
    found = page(DATE, below=("Entri ini ditulis dalam Petani dan ditandai kopi, sindoro.",))
    assert found.keywords == ["kopi", "sindoro"]
    assert paragraphs(found) == BODY


def test_the_card_of_the_writer_is_no_text() -> None:
    card = ["Lidia Natalia Dusun", "Lidia meliput pendidikan di Kalimantan Tengah sejak 2017."]
    assert paragraphs(page("Oleh Lidia Natalia Dusun", DATE, body=[*BODY, *card])) == BODY


@pytest.mark.parametrize("trail", [f"Home/Kriya/{HEADLINE}", f"Majalah Sawah / Kriya / {HEADLINE}"])
def test_a_trail_that_ends_with_the_headline_is_no_caption(trail: str) -> None:
    found = page(trail, DATE)
    assert found.images == []
    assert found.section == "Kriya"


def test_an_agency_above_the_date_credits_no_picture() -> None:
    found = page("Antara", DATE, "Warga menanam bakau di Kampung Rawa. ANTARA/Sumarwoto")
    assert [(image.caption, image.credit) for image in found.images] == [
        ("Warga menanam bakau di Kampung Rawa.", "ANTARA/Sumarwoto")
    ]


def test_a_pager_above_the_headline_is_no_channel() -> None:
    pager = ["« Pawai Sedekah Laut Diikuti Ribuan Warga", "Solar Bersubsidi Kosong »"]
    assert article(MENU, pager, HEADLINE, DATE, BODY, FOOTER).section is None
