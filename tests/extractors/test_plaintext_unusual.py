"""Text dumps of unusual pages: questions, galleries, second pages, press offices. All texts are invented."""

from __future__ import annotations

import pytest

from tests.extractors.test_plaintext import BODY, DATE, FOOTER, HEADLINE, MENU, article, page, paragraphs

QUESTIONS = [
    "1. Akar yang menahan lumpur di pesisir utara adalah akar ....",
    "A. tunjang",
    "B. serabut",
    "C. gantung",
    "Jawaban: A",
    "2. Bibit bakau ditanam di atas lumpur pada saat ....",
    "A. pasang",
    "B. surut",
    "Jawaban: B",
]


def test_questions_with_their_answers_are_text() -> None:
    body = [*BODY[:2], *QUESTIONS, *BODY[2:]]
    assert paragraphs(page(DATE, body=body)) == body


def test_a_short_sentence_before_the_editor_ends_the_text() -> None:
    body = [*BODY, "Warga pikir-pikir dulu."]
    assert paragraphs(page(DATE, body=[*BODY, "Warga pikir-pikir."], below=("Editor: Budi Hartono",)))[
        -1
    ] == ("Warga pikir-pikir.")
    assert paragraphs(page(DATE, body=body, below=("Editor: Budi Hartono",))) == body


def test_the_date_of_a_card_may_stand_below_its_sentence() -> None:
    card = [
        "Harga Damar Mata Kucing Naik Dua Kali Lipat",
        "Petani repong menikmati kenaikan harga damar setelah pembeli kembali datang ke pelabuhan.",
        "4 Mei 2021",
        "Peselancar Terseret Arus di Tanjung Setia",
        "Tim penyelamat pantai menemukan papan selancarnya dua kilometer dari titik awal.",
        "3 Mei 2021",
    ]
    assert paragraphs(article(MENU, HEADLINE, DATE, BODY[:2], card)) == BODY[:2]


def test_a_menu_in_one_line_is_no_headline() -> None:
    for menu in ("Beranda : Kota Rawa : Muria Raya : Solo Raya", "Koran Pesisir Daerah Ekonomi Olahraga"):
        assert article(menu, HEADLINE, DATE, BODY).headline == HEADLINE


def test_the_next_story_of_a_text_without_menus_is_no_text() -> None:
    other = [
        "Wayang Potehi Kembali Dipentaskan Tiga Malam",
        "Selasa, 4 Mei 2021 19:45 WIB",
        "Wayang potehi yang nyaris punah kembali dipentaskan di klenteng tua.",
        "Dalangnya kini berusia 77 tahun dan hanya punya satu murid.",
    ]
    assert paragraphs(article(HEADLINE, DATE, BODY, "Penulis: Rina Ayu", other)) == BODY


def test_the_second_page_of_a_list_begins_with_its_entry() -> None:
    body = ["3. Pilih bibit yang sehat", BODY[0], "4. Tanam saat air surut", BODY[1]]
    found = page(DATE, body=body, below=("Halaman 2 dari 5 « Sebelumnya Berikutnya »",))
    assert paragraphs(found) == body
    assert not found.is_complete


def test_how_often_a_page_was_read_stands_beside_its_day() -> None:
    assert page("Admin 5 Mei 2021 341x dibaca").date_published == "2021-05-05"


def test_the_sites_own_name_is_no_place() -> None:
    body = [f"CERITA RAWA - {BODY[0]}", *BODY[1:]]
    found = article("Cerita RawaDaerahEkonomi", HEADLINE, DATE, body)
    assert (found.dateline, found.article_body.split("\n")[0]) == (None, BODY[0])


def test_labels_side_by_side_name_writer_and_photographer() -> None:
    found = page("Teks: Rina Ayu | Foto: Toni Lensa", DATE)
    assert [person.name for person in found.authors] == ["Rina Ayu"]


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("Ilustrasi bakau - Freepik", "Ilustrasi bakau", "Freepik"),
        ("Warga menanam bibit bakau. Foto oleh Toni Lensa.", "Warga menanam bibit bakau.", "Toni Lensa"),
    ],
)
def test_captions_name_their_source(line: str, caption: str, credit: str) -> None:
    assert [(i.caption, i.credit) for i in page(DATE, line).images] == [(caption, credit)]


def test_the_writer_above_a_credit_is_no_caption() -> None:
    found = article(
        MENU, DATE, HEADLINE, "Rina Ayu - koranPesisir", "Foto: Toni Lensa/koranPesisir", BODY, FOOTER
    )
    assert [image.caption for image in found.images] == [None]


def test_the_source_below_a_paragraph_makes_it_no_caption() -> None:
    body = [*BODY, "Di pesisir utara, separuh warga menyebut abrasi sebagai alasan utama."]
    assert paragraphs(page(DATE, body=body, below=("Sumber: Survei Warga, Maret 2021",)))[-1] == body[-1]


@pytest.mark.parametrize(
    "label", ["Berita Kampung Rawa lainnya :", "Berita Liga 1", "Video Berikutnya", "Playlist"]
)
def test_labels_of_other_stories_end_the_text(label: str) -> None:
    titles = ["Pompa Rusak, Kota Lama Terendam Rob", "Nelayan Muara Angsa Dapat Jaring Baru"]
    assert paragraphs(article(MENU, HEADLINE, DATE, BODY, label, titles)) == BODY


def test_a_pager_with_bars_says_that_more_follows() -> None:
    assert not page(DATE, below=("1 | 2 | Next",)).is_complete


def test_related_titles_stand_without_their_dashes() -> None:
    found = page(DATE, below=("Baca Juga :", "- Nelayan Muara Angsa Dapat Jaring Baru"))
    assert [link.text for link in found.related][:1] == ["Nelayan Muara Angsa Dapat Jaring Baru"]


def test_slides_that_a_script_turns_are_all_there() -> None:
    assert page(DATE, "1 / 5").is_complete
    assert not page(DATE, "1 dari 5 foto").is_complete
