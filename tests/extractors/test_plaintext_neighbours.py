"""Lines of text dumps that their neighbours tell: lists, days, credits, notes and boxes. All texts are invented."""

from __future__ import annotations

import pytest

from tests.extractors.test_plaintext import BODY, DATE, FOOTER, HEADLINE, MENU, article, page, paragraphs

TABLE = ["Panen menurut dusun", "Dusun", "Bibit", "Rawa Lor", "420", "Rawa Kidul", "315"]
SCHEDULE = [
    "Berikut jadwal penanaman:",
    "Sabtu, 8 Mei 2021",
    "Rawa Lor, pukul 07.00",
    "Minggu, 9 Mei 2021",
    "Rawa Kidul, pukul 08.00",
]


def test_a_table_before_the_last_paragraphs_is_text() -> None:
    body = [*BODY[:2], *TABLE, *BODY[2:]]
    assert paragraphs(page(DATE, body=body, below=("Editor: Budi Hartono",))) == body


def test_the_figures_of_a_pager_are_no_text() -> None:
    found = page(DATE, below=("Halaman:", "1", "2", "3", "Editor: Budi Hartono"))
    assert paragraphs(found) == BODY
    assert not found.is_complete


def test_figures_that_lead_on_are_a_pager() -> None:
    assert not page(DATE, below=("1", "2", "3", "Next")).is_complete
    assert page(DATE, below=("1", "2", "3", "Bagikan")).is_complete


def test_the_days_of_a_schedule_end_no_text() -> None:
    body = [*BODY, *SCHEDULE]
    assert paragraphs(page(DATE, body=body, below=("(ra/bh)",))) == body


def test_a_year_alone_above_a_paragraph_is_text() -> None:
    body = [*BODY[:2], "1987", *BODY[2:]]
    assert paragraphs(page(DATE, body=body)) == body


def test_short_questions_and_answers_at_the_end_are_text() -> None:
    body = [*BODY, "Sampai kapan pekerjaan ini?", "Kalau cukup, dua tahun lagi."]
    assert paragraphs(page(DATE, body=body, below=("Bagikan", "Facebook", "Twitter"))) == body


def test_titles_before_the_closing_line_are_other_stories() -> None:
    others = (
        "Harga Beras Turun di Lima Kota Besar",
        "Ombak Tinggi Datang Akhir Pekan Ini",
        "Editor: Budi Hartono",
    )
    assert paragraphs(page(DATE, below=others)) == BODY


@pytest.mark.parametrize(
    "note",
    [
        "Editor: Budi Hartono",
        "Tulisan ini adalah pendapat pribadi dan tidak mewakili pandangan redaksi.",
        "Artikel ini telah tayang di Koranpesisir.com dengan judul yang sama.",
        "Topik: bakaupesisirabrasi",
    ],
)
def test_what_stands_behind_a_closing_note_is_another_text(note: str) -> None:
    glossary = ["Kamus Pesisir", "Abrasi", f"{BODY[0]} {BODY[1]}", "Rumpon", f"{BODY[1]} {BODY[3]}"]
    assert paragraphs(page(DATE, below=(note, *glossary))) == BODY


def test_rights_with_a_year_between_paragraphs_are_a_pictures() -> None:
    body = [BODY[0], BODY[1], "Bibit di Tepi Rawa", "©2021 Rina Ayu", *BODY[2:]]
    found = page(DATE, body=body)
    assert paragraphs(found) == [line for line in body if not line.startswith("©")]


@pytest.mark.parametrize("label", ["Resep Lainnya", "Opini Terbaru", "Berita Daerah Lainnya:"])
def test_a_label_is_known_by_the_titles_below_it(label: str) -> None:
    titles = (
        "Harga Beras Turun di Lima Kota",
        "Ombak Tinggi Datang Akhir Pekan",
        "Jaring Baru Dibagikan Pemerintah",
    )
    others = [line for title, told in zip(titles, BODY, strict=False) for line in (title, told)]
    assert paragraphs(page(DATE, below=(label, *others))) == BODY


def test_the_same_words_head_a_section_above_a_paragraph() -> None:
    body = [*BODY[:2], "Dampak Lainnya", *BODY[2:]]
    assert paragraphs(page(DATE, body=body)) == body


@pytest.mark.parametrize(
    "box",
    [
        ["Langganan Buletin Pagi", "Dikirim oleh Koran Pesisir, berhenti kapan saja."],
        ["Jajak Pendapat", "Apakah kegiatan ini perlu dicontoh?"],
        ["Jurnalisme yang baik membutuhkan dukungan pembaca, sisihkan rezeki Anda."],
    ],
)
def test_boxes_between_paragraphs_are_no_text(box: list[str]) -> None:
    assert paragraphs(page(DATE, body=[*BODY[:2], *box, *BODY[2:]])) == BODY


def test_a_long_title_of_which_nothing_tells_is_another_storys() -> None:
    other = "Lima Resep Kue Lapis untuk Lebaran Keluarga"
    found = page(DATE, body=[*BODY[:2], other, *BODY[2:]])
    assert (paragraphs(found), [link.text for link in found.related][:1]) == (BODY, [other])


def test_items_with_a_slash_are_no_captions() -> None:
    body = [
        *BODY[:3],
        "- Jalur darat ditutup, warga dialihkan lewat Rawa Lor / Rawa Kidul",
        "Bibit: bakau / api-api",
        BODY[3],
    ]
    assert paragraphs(page(DATE, body=body)) == body


def test_a_repeated_question_is_no_caption() -> None:
    body = [
        BODY[0],
        "Apakah pemerintah desa ikut membantu?",
        BODY[1],
        "Apakah pemerintah desa ikut membantu?",
        BODY[3],
    ]
    found = page(DATE, body=body)
    assert (paragraphs(found), found.images) == (body, [])


@pytest.mark.parametrize(
    ("above", "section"),
    [
        (["Beranda / Daerah"], "Daerah"),
        ([f"Anda di sini: Beranda / Daerah / {HEADLINE}"], "Daerah"),
        ([f"Beranda/Daerah/{HEADLINE}", "Daerah"], "Daerah"),
        (["HomeDaerah"], "Daerah"),
        (["Beranda Daerah"], "Daerah"),
        (["HomeDaerahEkonomi"], None),
        (["Daerah", DATE], "Daerah"),
        (["Daerah", ">"], "Daerah"),
        (["Daerah", HEADLINE], "Daerah"),
    ],
)
def test_the_trail_at_the_headline(above: list[str], section: str | None) -> None:
    assert (
        article(MENU, "Kabar Terkini Hari Ini dari Pesisir", above, HEADLINE, DATE, BODY, FOOTER).section
        == section
    )


def test_a_short_menu_is_no_trail() -> None:
    assert (
        article(["Beranda", "Daerah", "Ekonomi", "Ragam", "Video"], HEADLINE, DATE, BODY, FOOTER).section
        is None
    )


def test_the_channel_below_the_headline_is_in_the_menu_as_well() -> None:
    assert article(MENU, HEADLINE, "Daerah", DATE, BODY, FOOTER).section == "Daerah"
    assert article(MENU, HEADLINE, "in Daerah", DATE, BODY, FOOTER).section == "Daerah"


def test_hashtags_without_a_label_are_tags() -> None:
    assert page(DATE, below=("Bagikan", "# bakau", "# pesisir utara")).keywords == ["bakau", "pesisir utara"]


def test_a_tag_may_be_a_word_of_the_menu() -> None:
    assert page(DATE, below=("Tag", "bakau", "Daerah", "cara menanam bakau di pesisir")).keywords == [
        "bakau",
        "Daerah",
        "cara menanam bakau di pesisir",
    ]


def test_small_words_behind_the_sign_off_are_tags_where_the_text_tells_of_them() -> None:
    assert page(DATE, below=("(ra/bh)", "bakau", "pesisir utara")).keywords == ["bakau", "pesisir utara"]
    assert page(DATE, below=("(ra/bh)", "resep", "zodiak")).keywords == []


def test_times_above_paragraphs_are_a_live_report() -> None:
    times = [
        line
        for clock, text in zip(("07.05 WIB", "08.10 WIB", "09.30 WIB"), BODY[1:], strict=True)
        for line in (clock, text)
    ]
    assert page(DATE, body=[BODY[0], *times]).kind == "live"


def test_a_gallerys_headline_is_no_caption() -> None:
    found = article(MENU, "FOTO: Warga Menanam Bakau di Pesisir", DATE, BODY, FOOTER)
    assert found.headline == "FOTO: Warga Menanam Bakau di Pesisir"


def test_the_last_line_on_the_writer_is_no_text() -> None:
    found = page("Oleh: Rina Ayu", DATE, below=("Rina Ayu, pengajar di sekolah pesisir dan pegiat literasi",))
    assert (paragraphs(found), [person.name for person in found.authors]) == (BODY, ["Rina Ayu"])


def test_a_line_between_headline_and_date_is_a_sub_title_and_no_caption() -> None:
    found = page("Percakapan tentang rawa dan orang yang merawatnya", "Oleh: Rina Ayu", DATE)
    assert (found.images, paragraphs(found)) == ([], BODY)


def test_a_writer_in_a_list_below_is_another_storys() -> None:
    others = ("Kolom", "Berita Lainnya", "Harga Beras Turun di Lima Kota Besar", "Oleh: Budi Hartono")
    assert [person.name for person in page("Oleh: Rina Ayu", DATE, below=others).authors] == ["Rina Ayu"]


@pytest.mark.parametrize(
    "line",
    [
        "Rina Ayu · Rabu, 5 Mei 2021, 14:05 WIB",
        "Rina Ayu - Rabu, 5 Mei 2021 | 14:05 WIB Dilihat: 512",
        "Oleh Rina Ayu5 Mei 2021 14:05 WIB5 menit baca",
        "Diposting oleh Rina Ayu 5 Mei 2021",
    ],
)
def test_a_name_in_the_date_line(line: str) -> None:
    found = page(line)
    assert ([person.name for person in found.authors], (found.date_published or "")[:10]) == (
        ["Rina Ayu"],
        "2021-05-05",
    )


def test_a_row_of_names_above_the_date() -> None:
    found = page("Rina Ayu, Budi Hartono", DATE)
    assert (found.headline, [person.name for person in found.authors]) == (
        HEADLINE,
        ["Rina Ayu", "Budi Hartono"],
    )
