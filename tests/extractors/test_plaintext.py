"""Text dumps: what select-all and copy gives of a page, or an article of an old corpus. All texts are invented."""

from __future__ import annotations

import textwrap

import pytest

from newsbot.extractors.plaintext import portal_of, read_text
from newsbot.extractors.plaintext.lines import date_rest, read_lines
from newsbot.extractors.plaintext.wrapped import unwrap
from newsbot.extractors.raw import RawArticle
from newsbot.items import Article, Origin
from newsbot.snapshot import Snapshot
from newsbot.stream import process

MENU = ["Beranda", "Nasional", "Daerah", "Ekonomi", "Olahraga", "Gaya Hidup", "Indeks", "Masuk"]
HEADLINE = "Warga Kampung Rawa Menanam Bakau di Pesisir Utara"
DATE = "Rabu, 5 Mei 2021 14:05 WIB"
BODY = [
    "Sebanyak 120 warga Kampung Rawa menanam bibit bakau di pesisir utara sejak Senin pagi untuk menahan abrasi.",
    "Kegiatan itu diikuti siswa sekolah dasar dan kelompok nelayan yang membawa bibit dari kebun sendiri.",
    '"Tahun lalu tiga rumah hilang disapu ombak, jadi kami tidak mau menunggu lagi," kata Ketua RT, Sumarna.',
    "Pemerintah desa berjanji menambah dua ribu bibit sebelum musim angin barat datang.",
]
FOOTER = [
    "Berita Terkait",
    "Jalan Desa Sukamaju Kembali Dibuka Setelah Longsor",
    "Nelayan Muara Angsa Dapat Jaring Baru",
    "Terpopuler",
    "Pasar Ikan Pindah ke Gedung Baru Bulan Depan",
    "3 jam lalu",
    "Tentang Kami",
    "Redaksi",
    "Copyright 2021 Koran Pesisir. All rights reserved.",
]


def dump(*parts: list[str] | str) -> bytes:
    lines = [line for part in parts for line in ([part] if isinstance(part, str) else part)]
    return "\n\n".join(lines).encode()


def article(*parts: list[str] | str) -> Article:
    found = process(Snapshot(dump(*parts), origin=Origin("text", "dump.txt"))).article
    assert found is not None
    return found


def page(*between: str, body: list[str] = BODY, below: tuple[str, ...] = ()) -> Article:
    return article(MENU, HEADLINE, list(between), body, list(below), FOOTER)


def paragraphs(found: Article) -> list[str]:
    return found.article_body.split("\n\n")


def test_the_text_stands_between_menu_and_footer() -> None:
    found = page("Rabu, 5 Mei 2021 14:05 WIB")
    assert found.headline == HEADLINE
    assert paragraphs(found) == BODY


def test_the_date_line_at_the_headline_is_the_publication() -> None:
    found = article("Kamis, 6 Mei 2021", MENU, HEADLINE, "Rabu, 5 Mei 2021 14:05 WIB", BODY, FOOTER)
    assert found.date_published == "2021-05-05T14:05:00+07:00"


def test_a_date_line_right_above_the_headline_counts_too() -> None:
    found = article(MENU, "Rabu, 5 Mei 2021 14:05 WIB", HEADLINE, "Oleh: Rina Ayu", BODY, FOOTER)
    assert (found.headline, found.date_published) == (HEADLINE, "2021-05-05T14:05:00+07:00")


def test_a_date_in_the_text_is_never_the_publication() -> None:
    found = page(
        body=["Bibit ditanam warga pada Rabu, 5 Mei 2021 14:05 WIB di pesisir utara desa itu.", *BODY]
    )
    assert found.date_published is None
    assert any(p.code == "missing" and p.field == "date_published" for p in found.metadata.problems)


def test_dates_of_other_stories_are_not_the_publication() -> None:
    found = article(
        MENU, HEADLINE, BODY, "Berita Terkait", "Jaring Baru Tiba", "Diterbitkan 4 Mei 2021 10:00 WIB"
    )
    assert found.date_published is None


@pytest.mark.parametrize(
    "lines",
    [
        ["Penulis Rina Ayu", "|", "Editor Budi Hartono", "Rabu, 5 Mei 2021 14:05 WIB"],
        ["Rabu, 5 Mei 2021 14:05 WIB", "Penulis", ": Rina Ayu", "Editor", ": Budi Hartono"],
        ["Oleh Rina Ayu pada 5 Mei 2021, 14:05 WIB", "Editor: Budi Hartono"],
        ["DAERAH | 5 Mei 2021 14:05 Reporter : Rina Ayu", "Editor: Budi Hartono"],
        ["Rina Ayu", "Rabu, 5 Mei 2021 14:05 WIB", "Editor: Budi Hartono"],
        ["Rina Ayu - detikBakau", "Rabu, 5 Mei 2021 14:05 WIB", "Editor: Budi Hartono"],
        ["Rina Ayu | Rabu, 5 Mei 2021 - 14:05 WIB", "Editor: Budi Hartono"],
    ],
)
def test_bylines_above_the_text(lines: list[str]) -> None:
    found = page(*lines)
    assert [p.name for p in found.authors] == ["Rina Ayu"]
    assert [p.name for p in found.editors] == ["Budi Hartono"]
    assert found.date_published == "2021-05-05T14:05:00+07:00"
    assert paragraphs(found) == BODY


@pytest.mark.parametrize(
    "lines",
    [
        ("Penulis: Rina Ayu", "Editor: Budi Hartono"),
        ("Author", "Rina Ayu", "Editor", "Budi Hartono"),
        ("Rina Ayu", "Author", "Budi Hartono", "Editor"),
        ("Rina AyuAuthor", "Budi HartonoEditor"),
    ],
)
def test_bylines_below_the_text(lines: tuple[str, ...]) -> None:
    found = page("Rabu, 5 Mei 2021 14:05 WIB", below=lines)
    assert [p.name for p in found.authors] == ["Rina Ayu"]
    assert [p.name for p in found.editors] == ["Budi Hartono"]


def test_a_channel_above_the_date_line_is_nobody() -> None:
    assert page("Gaya Hidup", "Rabu, 5 Mei 2021 14:05 WIB").authors == []


def test_a_name_below_the_date_line_is_a_topic_where_the_text_tells_of_it() -> None:
    assert page(DATE, "Umar Sumarna").authors == []
    assert [person.name for person in page(DATE, "Sari Melati").authors] == ["Sari Melati"]


def test_the_headline_is_the_title_at_the_date_not_one_of_a_list_above() -> None:
    ticker = ["Kabar Terkini", "Harga Beras Turun di Lima Kota Besar", "Ombak Tinggi Datang Akhir Pekan Ini"]
    found = article(MENU, ticker, HEADLINE, "Rabu, 5 Mei 2021 14:05 WIB", BODY, FOOTER)
    assert found.headline == HEADLINE


def test_titles_in_a_list_between_headline_and_text_are_not_the_headline() -> None:
    listed = [
        "Terkait",
        "Bibit Bakau Kampung Rawa Tumbuh Subur di Pesisir",
        "Warga Pesisir Utara Butuh Bibit Bakau",
    ]
    assert article(MENU, HEADLINE, listed, BODY, FOOTER).headline == HEADLINE


def test_a_headline_may_ask_and_hold_a_date() -> None:
    title = "Update 5 Mei 2021: Berapa Bibit Bakau di Kampung Rawa yang Hidup?"
    found = article(MENU, title, "Rabu, 5 Mei 2021 14:05 WIB", BODY, FOOTER)
    assert found.headline == title


def test_a_sentence_below_the_headline_is_the_sub_title() -> None:
    found = page("Penanaman dimulai dari muara dan selesai bulan depan.", "Rabu, 5 Mei 2021 14:05 WIB")
    assert found.alternative_headline == "Penanaman dimulai dari muara dan selesai bulan depan."
    assert paragraphs(found) == BODY


def test_the_dateline_is_cut_off() -> None:
    found = page("Rabu, 5 Mei 2021 14:05 WIB", body=[f"SERANG, KORANPESISIR.com - {BODY[0]}", *BODY[1:]])
    assert (found.dateline, paragraphs(found)) == ("SERANG", BODY)


def test_a_dateline_on_a_line_of_its_own_belongs_to_its_sentence() -> None:
    found = page("Rabu, 5 Mei 2021 14:05 WIB", body=["Serang -", *BODY])
    assert (found.dateline, paragraphs(found)) == ("Serang", BODY)


def test_a_dateline_without_a_dash_ends_with_a_known_place() -> None:
    found = page("Rabu, 5 Mei 2021 14:05 WIB", body=[f"Koranpesisir.com, Serang {BODY[0]}", *BODY[1:]])
    assert (found.dateline, paragraphs(found)) == ("Serang", BODY)


@pytest.mark.parametrize(
    "caption",
    [
        "Warga menanam bakau. (Foto: Sari Melati/Koran Pesisir)",
        "Warga menanam bakau ©2021 Koranpesisir.com",
        "KORANPESISIR.com/SARI Warga menanam bakau di muara",
        "Dok. Kelompok Tani Warga menanam bakau di muara",
        "shutterstock",
        "Twitter @kampungrawa Warga menanam bakau di muara",
        "Warga menanam bakau di Kampung Rawa(Sari Melati)",
        "Warga menanam bakau di muara /Instagram @kampungrawa",
    ],
)
def test_lines_with_a_credit_are_captions_not_text(caption: str) -> None:
    found = page("Rabu, 5 Mei 2021 14:05 WIB", body=[*BODY[:2], caption, *BODY[2:]])
    assert paragraphs(found) == BODY
    assert len(found.images) == 1


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        (
            "KORANPESISIR.com/SARI MELATI Warga menanam bakau",
            "Warga menanam bakau",
            "KORANPESISIR.com/SARI MELATI",
        ),
        ("Koranpesisir.com/SariBibit bakau di muara", "Bibit bakau di muara", "Koranpesisir.com/Sari"),
        ("Warga menanam bakau di Muara(Sari Melati)", "Warga menanam bakau di Muara", "Sari Melati"),
    ],
)
def test_a_credit_is_cut_off_where_the_line_shows_its_seam(line: str, caption: str, credit: str) -> None:
    found = page("Rabu, 5 Mei 2021 14:05 WIB", body=[*BODY[:2], line, *BODY[2:]])
    assert [(image.caption, image.credit) for image in found.images] == [(caption, credit)]


def test_a_paragraph_may_end_with_a_gloss_in_brackets() -> None:
    body = [
        *BODY,
        "Bibit itu dibagikan Badan Urusan Pesisir dan Laut kepada kelompok nelayan (BUPL/Badan Pesisir).",
    ]
    assert paragraphs(page("Rabu, 5 Mei 2021 14:05 WIB", body=body)) == body


def test_a_long_line_between_date_and_text_is_the_caption() -> None:
    line = "Warga berbaris membawa bibit bakau di pesisir utara Kampung Rawa"
    found = page(
        "Rabu, 5 Mei 2021 14:05 WIB", line, body=[f"SERANG, KORANPESISIR.com - {BODY[0]}", *BODY[1:]]
    )
    assert [image.caption for image in found.images] == [line]


def test_a_lead_printed_twice_is_a_caption_first() -> None:
    found = page("Rabu, 5 Mei 2021 14:05 WIB", BODY[0])
    assert paragraphs(found) == BODY


def test_a_credit_line_stands_above_its_caption() -> None:
    caption = "Kelompok tani Kampung Rawa menanam bibit bakau di muara pada musim angin timur."
    found = page("Rabu, 5 Mei 2021 14:05 WIB", "Lihat foto", "Koran Pesisir/Sari Melati", caption)
    assert paragraphs(found) == BODY
    assert [(image.caption, image.credit) for image in found.images] == [
        (caption, "Koran Pesisir/Sari Melati")
    ]


def test_inserts_leave_the_text_for_related() -> None:
    inserts = [
        "Baca juga: Ombak Tinggi Datang",
        "Baca Juga",
        "Jalan Desa Dibuka Lagi Pekan Ini",
        "Harga Ikan Turun di Muara",
    ]
    found = page("Rabu, 5 Mei 2021 14:05 WIB", body=[*BODY[:2], *inserts, *BODY[2:]])
    assert paragraphs(found) == BODY
    assert [entry.text for entry in found.related] == ["Ombak Tinggi Datang", inserts[2], inserts[3]]


def test_a_title_that_a_list_below_prints_again_is_an_insert() -> None:
    found = page("Rabu, 5 Mei 2021 14:05 WIB", body=[*BODY[:2], FOOTER[1], *BODY[2:]])
    assert paragraphs(found) == BODY
    assert [entry.text for entry in found.related] == [FOOTER[1]]


def test_sub_headings_stay_as_headings() -> None:
    found = page("Rabu, 5 Mei 2021 14:05 WIB", body=[*BODY[:2], "Menahan Abrasi", *BODY[2:]])
    assert [block.text for block in found.blocks if block.type == "heading"] == ["Menahan Abrasi"]


def test_a_list_in_the_text_stays() -> None:
    listed = ["Berikut bibit yang ditanam:", "Bakau merah", "Bakau putih", "Api-api", "Nipah"]
    body = [*BODY[:2], *listed, *BODY[2:]]
    assert paragraphs(page("Rabu, 5 Mei 2021 14:05 WIB", body=body)) == body


def test_a_list_at_the_end_stays() -> None:
    body = [
        *BODY,
        "Berikut jumlah bibit tiap dusun:",
        "Dusun Muara 400 bibit",
        "Dusun Rawa 350 bibit",
        "Dusun Hilir",
    ]
    assert paragraphs(page("Rabu, 5 Mei 2021 14:05 WIB", body=body)) == body


def test_a_last_paragraph_may_end_with_a_sign_off() -> None:
    found = page("Rabu, 5 Mei 2021 14:05 WIB", body=[*BODY[:-1], f"{BODY[-1]} (rin/bud)"])
    assert (paragraphs(found), found.initials) == (BODY, "rin/bud")


def test_a_sign_off_line_ends_the_text() -> None:
    found = page(
        "Rabu, 5 Mei 2021 14:05 WIB",
        below=("(rin/bud)", "Daftarkan sosok hebat di sekitar kampung Anda sekarang juga."),
    )
    assert (paragraphs(found), found.initials) == (BODY, "rin/bud")


def test_embedded_posts_leave_the_text() -> None:
    post = [
        "Seru bgt hari ini, makasih semua yg dateng!",
        "#bakau #pesisir",
        "— Sari (@sari_contoh) May 5, 2021",
    ]
    found = page("Rabu, 5 Mei 2021 14:05 WIB", body=[*BODY[:2], *post, *BODY[2:]])
    assert paragraphs(found) == BODY


def test_a_preview_of_the_next_page_is_no_text() -> None:
    preview = ("Halaman Selanjutnya", "Selain bakau, warga akan menanam ketapang di tanggul.")
    assert paragraphs(page("Rabu, 5 Mei 2021 14:05 WIB", below=preview)) == BODY


def test_summaries_in_story_lists_are_no_text() -> None:
    stories = [
        "Jaring Baru Tiba",
        "4 Mei 2021",
        "Kelompok nelayan menerima bantuan jaring dari provinsi.",
        "Bagikan",
    ] * 6
    found = article(MENU, HEADLINE, "Rabu, 5 Mei 2021 14:05 WIB", BODY, "Berita Lainnya", stories, FOOTER)
    assert paragraphs(found) == BODY


def test_of_two_full_articles_the_first_is_read() -> None:
    second = [f"{line} Hal itu disampaikan panitia kepada wartawan." for line in BODY]
    found = article(
        MENU, HEADLINE, "Rabu, 5 Mei 2021 14:05 WIB", BODY, FOOTER, "Jaring Baru Tiba", "4 Mei 2021", second
    )
    assert paragraphs(found) == BODY


def test_breadcrumbs_above_the_headline_give_the_section() -> None:
    found = article(MENU, "Home", "Daerah", "Banten", HEADLINE, "Rabu, 5 Mei 2021 14:05 WIB", BODY, FOOTER)
    assert (found.breadcrumbs, found.section) == (["Home", "Daerah", "Banten"], "Banten")


def test_a_text_without_menu_and_footer_is_kept_whole() -> None:
    verses = ["Bakau di muara", "Menjaga kampung kita", "Dari ombak utara", "Menjaga kampung kita"]
    found = article(HEADLINE, BODY, verses)
    assert found.headline == HEADLINE
    assert paragraphs(found) == [*BODY, *verses]


def test_a_page_without_labels_behind_its_text_is_not_kept_whole() -> None:
    found = article(
        HEADLINE, "Rabu, 5 Mei 2021 14:05 WIB", BODY, FOOTER[1:3], "Tentang Kami", "Redaksi", "Indeks"
    )
    assert paragraphs(found) == BODY


def test_a_text_without_a_title_has_no_headline() -> None:
    found = article(BODY)
    assert found.headline is None
    assert paragraphs(found) == BODY


def test_menus_alone_give_no_text() -> None:
    raw, _ = read_text(dump(MENU, MENU), None)
    assert raw.body.blocks == ()
    assert any(p.code == "missing" and p.field == "article_body" for p in raw.problems)


def test_the_brand_in_the_dateline_names_the_portal() -> None:
    found = page("Rabu, 5 Mei 2021 14:05 WIB", body=[f"SERANG, KOMPAS.com - {BODY[0]}", *BODY[1:]])
    assert found.portal == "kompas"


def test_a_copyright_line_names_the_portal() -> None:
    assert (
        article(MENU, HEADLINE, BODY, "Terpopuler", "© 2014 suara.com - All Rights Reserved.").portal
        == "suara"
    )


def test_a_network_that_signs_for_all_its_titles_names_none() -> None:
    raw = RawArticle()
    assert portal_of(raw) is None
    assert article(MENU, HEADLINE, BODY, "© 2020 TRIBUNnews.com Network").portal == "unknown"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Rabu, 5 Mei 2021 | 14:05 WIB", "|"),
        ("Kompas.com - 05/05/2021, 14:05 WIB", "Kompas.com -"),
        ("Kamis, 5 November 2015", ""),
        ("Ramalan Zodiak Rabu 5 Mei 2021: Leo Perlu Sabar", None),
        ("Ia lahir pada 5 Mei 2021.", None),
        ("3 jam lalu", None),
    ],
)
def test_what_a_date_line_says_beside_its_date(text: str, rest: str | None) -> None:
    found = date_rest(text)
    assert (found.strip(" |,") if found is not None else None) == (
        rest.strip(" |,") if rest is not None else None
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (BODY[0], "prose"),
        (HEADLINE, "title"),
        ("Nasional", "short"),
        ("Berita Terkait", "closing"),
        ("(rin/bud)", "sign_off"),
        ("Perbesar", "button"),
        ("Penulis Rina Ayu", "byline"),
        ("Penulis buku itu belum mau bicara", "title"),
        ("Baca juga: Ombak Tinggi Datang", "furniture"),
        ("Bagikan Tagar #bakau menjadi bahasan warganet sejak pagi tadi.", "prose"),
    ],
)
def test_what_a_line_is(text: str, kind: str) -> None:
    assert [line.kind for line in read_lines([text])] == [kind]


def test_a_long_dump_of_one_line_is_read_in_time() -> None:
    raw, _ = read_text(dump([f"{HEADLINE} kita"] * 20_000, BODY), None)
    assert raw.body.blocks


@pytest.mark.parametrize(
    ("headline", "kind"),
    [
        ("FOTO: Warga Kampung Rawa Menanam Bakau", "gallery"),
        ("VIDEO: Warga Kampung Rawa Menanam Bakau", "video"),
        ("[VIDEO] Warga Kampung Rawa Menanam Bakau", "video"),
        ("Laporan Langsung: Warga Kampung Rawa Menanam Bakau", "live"),
        ("Foto Udara Kampung Rawa yang Ditanami Bakau", "article"),
        (HEADLINE, "article"),
    ],
)
def test_the_headline_tells_the_kind(headline, kind):
    assert article(MENU, headline, "Senin, 4 Oktober 2021 10:15 WIB", BODY, FOOTER).kind == kind


@pytest.mark.parametrize(
    "pager", [["Halaman Selanjutnya"], ["Halaman:", "1", "2", "3"], ["Halaman 1 2"], ["Halaman", "12"]]
)
def test_a_pager_below_the_text_says_that_pages_are_missing(pager):
    found = article(MENU, HEADLINE, "Senin, 4 Oktober 2021 10:15 WIB", BODY, pager, FOOTER)
    assert not found.is_complete
    assert "missing_page" in [problem.code for problem in found.metadata.problems]


@pytest.mark.parametrize(
    "below",
    [[], ["Baca Selanjutnya: Bibit dari Kebun", "Halaman", "1", "2"], ["1", "2", "3"], ["Halaman Depan"]],
)
def test_other_numbers_below_the_text_are_no_pager(below):
    assert article(MENU, HEADLINE, "Senin, 4 Oktober 2021 10:15 WIB", BODY, below, FOOTER).is_complete


@pytest.mark.parametrize(
    ("above", "images"),
    [
        (["Dok. Dinas Contoh", "Warga menanam bakau di pesisir."],
         [("Warga menanam bakau di pesisir.", "Dok. Dinas Contoh")]),
        (["Foto: Dok Koran Pesisir", "Warga menanam bakau di pesisir."],
         [("Warga menanam bakau di pesisir.", "Dok Koran Pesisir")]),
        (["Bibit bakau di pesisir utara", "Photo : PESISIR/Sumarna Jaya"],
         [("Bibit bakau di pesisir utara", "PESISIR/Sumarna Jaya")]),
        (["Dok. Desa Rawa Bibit bakau yang ditanam warga."], [("Bibit bakau yang ditanam warga.", "Dok. Desa Rawa")]),
    ],
)  # fmt: skip
def test_a_credit_on_its_own_line_belongs_to_the_caption_beside_it(above, images):
    found = page(
        "Rabu, 5 Mei 2021 14:05 WIB", *above, body=[f"RAWA, KORANPESISIR.COM - {BODY[0]}", *BODY[1:]]
    )
    assert [(image.caption, image.credit) for image in found.images] == images
    assert paragraphs(found) == BODY


def test_a_caption_right_above_the_headline():
    caption = "Bibit bakau di pesisir utara. [koranpesisir.com/Sumarna Jaya]"
    found = article(MENU, caption, HEADLINE, "Rabu, 5 Mei 2021 14:05 WIB", BODY, FOOTER)
    assert found.headline == HEADLINE
    assert [(image.caption, image.credit) for image in found.images] == [
        ("Bibit bakau di pesisir utara.", "koranpesisir.com/Sumarna Jaya")
    ]


def test_a_name_with_its_outlet_above_the_date_line_is_no_headline():
    found = article(MENU, HEADLINE, "Rina Ayu, CNBC Indonesia", "5 Mei 2021 14:05", BODY, FOOTER)
    assert found.headline == HEADLINE
    assert [person.name for person in found.authors] == ["Rina Ayu"]


@pytest.mark.parametrize(
    ("sign", "portal"),
    [
        ("Maumere, IDN Times \u2013 ", "idntimes"),
        ("Bloomberg Technoz, Garut - ", "bloombergtechnoz"),
        ("BAUBAU, NusaBali - ", "nusabali"),
    ],
)
def test_an_outlets_name_in_the_dateline_tells_the_portal(sign, portal):
    found = page("Rabu, 5 Mei 2021 14:05 WIB", body=[sign + BODY[0], *BODY[1:]])
    assert found.portal == portal
    assert paragraphs(found) == BODY


def test_an_outlets_name_in_a_sentence_does_not():
    found = page(
        "Rabu, 5 Mei 2021 14:05 WIB", body=["Wartawan IDN Times menanam bakau - begitu kabarnya.", *BODY]
    )
    assert found.portal != "idntimes"


def wrapped(width: int, *parts: list[str] | str, gap: str = "\n\n") -> Article:
    lines = [line for part in parts for line in ([part] if isinstance(part, str) else part)]
    text = gap.join(textwrap.fill(line, width) for line in lines)
    found = process(Snapshot(text.encode(), origin=Origin("text", "dump.txt"))).article
    assert found is not None
    return found


@pytest.mark.parametrize("width", [60, 72, 80])
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_hard_wrapped_paragraphs_are_whole_again(width: int, gap: str) -> None:
    body = [f"{line} {more}" for line, more in zip(BODY, (BODY[1], BODY[3], BODY[3], BODY[0]), strict=True)]
    found = wrapped(width, MENU, HEADLINE, "Rabu, 5 Mei 2021 14:05 WIB", body, FOOTER, gap=gap)
    assert found.headline == HEADLINE
    assert found.date_published == "2021-05-05T14:05:00+07:00"
    if gap == "\n\n":
        assert paragraphs(found) == body
    assert " ".join(paragraphs(found)) == " ".join(body)


def test_a_date_line_behind_a_full_headline_is_not_joined_to_it() -> None:
    lines = textwrap.wrap(" ".join(BODY), len(HEADLINE) + 3)
    found = article("\n".join([HEADLINE, "Rabu, 5 Mei 2021", "", *lines]))
    assert (found.headline, found.date_published) == (HEADLINE, "2021-05-05")
    assert paragraphs(found) == [" ".join(BODY)]


def test_a_wrapped_sentence_may_go_on_with_a_date_and_addresses_may_be_longer() -> None:
    told = [
        "Bibit bakau itu ditanam warga di pesisir utara kampung mereka sejak hari",
        "Rabu, 5 Mei 2021 dan akan diperiksa lagi oleh kelompok nelayan pada musim",
        "kemarau.",
    ]
    address = "https://contoh.example/" + "gambar/" * 20
    lines = [*textwrap.wrap(" ".join(BODY), 74), "", *told, "", address]
    assert unwrap(lines) == [" ".join(BODY), "", " ".join(told), "", address]


def test_short_lines_that_are_not_full_are_not_joined() -> None:
    verses = [
        f"Bakau {word} di muara menjaga kampung kita" for word in ("tua", "putih", "muda", "kecil", "baru")
    ]
    lines = [*verses, "Ombak datang dari utara dan pergi ke timur sebelum kita sempat bangun tidur"]
    assert unwrap(lines) == lines


@pytest.mark.parametrize("between", ["\t", " "])
def test_a_menu_copied_in_one_line_is_no_text(between: str) -> None:
    menu = between.join([*MENU, "Teknologi", "Kesehatan", "Wisata", "Kuliner"] * 4)
    found = article(menu, HEADLINE, "Rabu, 5 Mei 2021 14:05 WIB", BODY, FOOTER, menu)
    assert (found.headline, paragraphs(found)) == (HEADLINE, BODY)


@pytest.mark.parametrize(
    "above",
    [
        ["Rabu, 5 Mei 2021", HEADLINE],
        ["https://contoh.example/bakau/1", HEADLINE, "Rabu, 5 Mei 2021"],
        [HEADLINE, "URL: https://contoh.example/bakau/1", "Rabu, 5 Mei 2021"],
    ],
)
def test_an_old_corpus_may_print_date_or_address_above_the_headline(above: list[str]) -> None:
    found = article(above, BODY)
    assert (found.headline, found.date_published, paragraphs(found)) == (HEADLINE, "2021-05-05", BODY)


def test_a_label_of_the_headline_is_not_its_own() -> None:
    assert article(f"Judul: {HEADLINE}", "Rabu, 5 Mei 2021", BODY).headline == HEADLINE


def test_a_label_glued_to_its_title_is_an_insert() -> None:
    found = page(
        "Rabu, 5 Mei 2021 14:05 WIB", body=[*BODY[:2], "Baca JugaJaring Baru Tiba di Muara", *BODY[2:]]
    )
    assert paragraphs(found) == BODY
    assert [entry.text for entry in found.related] == ["Jaring Baru Tiba di Muara"]


@pytest.mark.parametrize("pager", ["12Selanjutnya", "123Tampilkan Semua", "Halaman 1/2 1 2 Tampilkan semua"])
def test_a_pager_of_one_line_says_that_pages_are_missing(pager: str) -> None:
    found = page("Rabu, 5 Mei 2021 14:05 WIB", below=(pager,))
    assert paragraphs(found) == BODY
    assert not found.is_complete


@pytest.mark.parametrize("button", ["Putar video", "Unduh aplikasi", "Ikuti saluran kami"])
def test_a_button_in_the_text_is_no_sub_heading(button: str) -> None:
    assert paragraphs(page("Rabu, 5 Mei 2021 14:05 WIB", body=[*BODY[:2], button, *BODY[2:]])) == BODY


def test_a_writer_before_the_labelled_editor() -> None:
    found = page("Rina Ayu | Editor: Budi Hartono", "Rabu, 5 Mei 2021 | 14:05 WIB")
    assert [p.name for p in found.authors] == ["Rina Ayu"]
    assert [p.name for p in found.editors] == ["Budi Hartono"]


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be", "utf-16", "utf-8-sig", "cp1252"])
def test_a_dump_may_be_saved_in_any_of_the_usual_encodings(charset: str) -> None:
    body = [*BODY, "“Bibit itu tumbuh baik,” kata Sumarna kepada kelompok nelayan di muara."]
    text = dump(MENU, HEADLINE, "Rabu, 5 Mei 2021 14:05 WIB", body, FOOTER).decode().encode(charset)
    found = process(Snapshot(text, origin=Origin("text", "dump.txt"))).article
    assert found is not None
    assert (found.headline, paragraphs(found)) == (HEADLINE, body)


def test_bytes_with_nul_that_are_no_text_are_refused() -> None:
    assert process(Snapshot(bytes(range(256)) * 8, origin=Origin("text", "dump.txt"))).reject is not None


def test_a_last_paragraph_signed_by_outlet_and_writer_is_no_caption() -> None:
    last = (
        f"{BODY[3]} Warga Kampung Rawa sudah menyiapkan lubang tanam di sepanjang tanggul sejak pekan lalu."
    )
    found = page(
        "Rabu, 5 Mei 2021 14:05 WIB",
        body=[*BODY[:3], f"{last} (koranpesisir.com/rina ayu)"],
        below=("Editor: Budi Hartono",),
    )
    assert last in found.article_body


def test_a_name_above_the_date_without_a_headline_is_nobody() -> None:
    found = article(MENU, "Sari Melati", "Rabu, 5 Mei 2021 14:05 WIB", BODY, FOOTER)
    assert (found.headline, found.authors) == (None, [])


def test_a_lead_may_end_with_short_names_in_brackets() -> None:
    lead = "SERANG, KORANPESISIR.com - Penanaman bakau itu diatur Kementerian Pesisir dan Badan Tanah Utara (KP/BTU)."
    found = page("Rabu, 5 Mei 2021 14:05 WIB", body=[lead, *BODY])
    assert paragraphs(found) == [lead.partition(" - ")[2], *BODY]


def test_a_list_goes_on_behind_a_semicolon() -> None:
    body = [*BODY, "Menyiapkan bibit bakau dari kebun warga sendiri untuk semua dusun;", "Kebun Muara, Dusun Hilir",
            "Kebun Rawa, Dusun Tengah", "Kebun Tanggul, Dusun Hulu."]  # fmt: skip
    assert paragraphs(page("Rabu, 5 Mei 2021 14:05 WIB", body=body)) == body


@pytest.mark.parametrize(
    "wall",
    [
        [
            "Kami menghargai privasi Anda",
            "Kami dan 412 mitra menyimpan serta mengakses informasi di perangkat Anda.",
        ],
        [
            "Sebelum melanjutkan ke Koran Pesisir",
            "Kami memakai data untuk menyediakan layanan dan mengukur pembaca.",
        ],
        [
            "Masuk untuk melanjutkan",
            "Artikel ini terbuka bagi semua pembaca yang punya akun di Koran Pesisir.",
        ],
        [
            "Situs sedang dalam perbaikan",
            "Tim kami bekerja sejak pagi dan situs akan kembali beberapa jam lagi.",
        ],
        [
            "Just a moment...",
            "Koran Pesisir needs to review the security of your connection before proceeding.",
        ],
    ],
)
def test_a_wall_is_no_article(wall: list[str]) -> None:
    found = article(MENU, wall, FOOTER)
    assert found.kind == "blocked"
    assert "blocked" in [problem.code for problem in found.metadata.problems]


def test_an_article_about_privacy_has_its_date() -> None:
    title = "Kami Menghargai Privasi, Kata Pengelola Situs Desa"
    assert article(MENU, title, "Rabu, 5 Mei 2021 14:05 WIB", BODY, FOOTER).kind == "article"


def test_a_page_that_is_not_there_is_no_article() -> None:
    sorry = "Maaf, alamat yang Anda cari sudah dipindahkan atau tidak pernah ada."
    assert article(MENU, "404", "Halaman tidak ditemukan", sorry, FOOTER).kind == "other"


@pytest.mark.parametrize(
    "below",
    [
        ["Tags", "bakau", "pesisir utara", "abrasi"],
        ["Tag:", "#bakau", "#pesisir utara", "#abrasi", "Foto", "Kolom"],
        ["Topik: bakau, pesisir utara, abrasi"],
        ["Tags: #bakau #pesisir utara #abrasi"],
    ],
)
def test_tags_behind_their_label(below: list[str]) -> None:
    found = page("Rabu, 5 Mei 2021 14:05 WIB", below=tuple(below))
    assert found.keywords == ["bakau", "pesisir utara", "abrasi"]


@pytest.mark.parametrize(
    "below",
    [
        ["Tags: bakau pesisir utara abrasi"],
        ["Tags", "bakau pesisir utara abrasi"],
        ["Tags", *(f"kanal {word}" for word in "abcdefghijklmnop")],
        ["Tags", "Nasional"],
        ["Tags", "Apa Itu Bakau?"],
    ],
)
def test_tags_that_nobody_can_tell_apart_are_none(below: list[str]) -> None:
    assert page("Rabu, 5 Mei 2021 14:05 WIB", below=tuple(below)).keywords == []


def test_the_channel_above_the_headline_is_in_the_menu_as_well() -> None:
    found = article(
        MENU, "Kabar Terkini", "Ombak Tinggi Datang Akhir Pekan Ini", "Daerah", HEADLINE, DATE, BODY, FOOTER
    )
    assert found.section == "Daerah"


@pytest.mark.parametrize("above", [[], ["Pilihan Hari Ini"], [*MENU[1:4]]])
def test_the_last_entry_of_a_menu_is_no_channel(above: list[str]) -> None:
    assert article(MENU, above, HEADLINE, DATE, BODY, FOOTER).section is None


def test_a_sub_title_below_the_headline_is_not_it() -> None:
    found = page("Mereka tidak mau menunggu ombak musim barat lagi", DATE)
    assert found.headline == HEADLINE


def test_a_trail_that_ends_with_the_headline_is_not_it() -> None:
    found = article(
        MENU,
        f"Anda di sini: Beranda Daerah {HEADLINE}",
        DATE,
        HEADLINE,
        "Ditulis oleh Rina Ayu",
        BODY,
        FOOTER,
    )
    assert (found.headline, [person.name for person in found.authors]) == (HEADLINE, ["Rina Ayu"])


def test_a_caption_above_the_byline_is_not_the_headline() -> None:
    found = page(DATE, "lihat foto", "Suasana pesisir utara pada sore hari", "Laporan Wartawan Rina Ayu")
    assert found.headline == HEADLINE
