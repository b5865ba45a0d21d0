"""Text dumps with more running text than the article: what is longer is not the article. All texts are invented."""

from __future__ import annotations

import time

import pytest

from newsbot.items import Article, Origin
from newsbot.snapshot import Snapshot
from newsbot.stream import process

MENU = ["Beranda", "Nasional", "Daerah", "Ekonomi", "Olahraga", "Indeks", "Masuk"]
HEADLINE = "Nelayan Muara Tujuh Memasang Rumpon dari Ban Bekas"
HEAD = [HEADLINE, "Rina Ayu", "Rabu, 5 Mei 2021 14:05 WIB"]
BODY = [
    "Sebanyak 90 nelayan Muara Tujuh memasang rumpon dari ban bekas di tepi alur sejak awal pekan ini.",
    "Rumpon itu diikat bambu dan diberi pelampung supaya kapal besar dapat melihatnya pada malam hari.",
    '"Ikan kecil sudah berkumpul setelah tiga hari," kata Ketua Kelompok Nelayan, Sumarna.',
    "Pemerintah desa menyediakan tali dan pelampung tambahan sebelum musim angin barat datang.",
]
OTHER = [
    "Pengelola pasar induk memindahkan 240 lapak sayur ke bangunan baru di sisi timur sejak pekan lalu.",
    "Pemindahan itu dikerjakan tiga tahap dan menelan anggaran Rp 4,6 miliar dari kas daerah.",
    "Pembeli diminta memakai pintu selatan selama jalan utama ditutup untuk pengerasan aspal.",
    "Menurut catatan dinas, omzet pasar turun sepertiga pada bulan pertama pemindahan lapak tersebut.",
] * 6
OTHER_TITLE = "Lapak Sayur Pasar Induk Pindah ke Bangunan Baru"
FOOTER = ["Tentang Kami", "Redaksi", "Copyright 2021 Koran Pesisir. All rights reserved."]


def article(*parts: list[str] | str) -> Article:
    lines = [line for part in parts for line in ([part] if isinstance(part, str) else part)]
    found = process(Snapshot("\n\n".join(lines).encode(), origin=Origin("text", "dump.txt"))).article
    assert found is not None
    return found


def paragraphs(found: Article) -> list[str]:
    return found.article_body.split("\n\n")


@pytest.mark.parametrize(
    "below",
    [
        ["12 Shares", "Facebook", "Twitter", OTHER_TITLE, "Darma Yulianto", "Senin, 7 Juni 2021 09:15 WIB"],
        ["Bagikan", OTHER_TITLE, "7 Juni 2021"],
        ["Bagikan", OTHER_TITLE, "Oleh: Darma Yulianto"],
        ["Bagikan", OTHER_TITLE, "Darma Yulianto", "2 jam lalu"],
        ["Bagikan", "pasar", "sayur", OTHER_TITLE],
        ["Rekomendasi", "Senin, 7 Juni 2021", OTHER_TITLE],
        ["Berita Lainnya", OTHER_TITLE, "Senin, 7 Juni 2021 09:15 WIB"],
        [OTHER_TITLE, "Darma Yulianto", "Senin, 7 Juni 2021 09:15 WIB"],
        ["(rin/bud)"],
        ["Tag:", "rumpon", "nelayan", "Daftar Istilah", "Lapak"],
        ["Tagar", "rumpon"],
        ["25 Komentar", "Joko Susanto"],
    ],
)
def test_a_longer_text_behind_the_article_is_another(below: list[str]) -> None:
    found = article(MENU, HEAD, BODY, below, OTHER, FOOTER)
    assert found.headline == HEADLINE
    assert paragraphs(found) == BODY


def test_summaries_in_full_sentences_above_the_headline_are_no_text() -> None:
    found = article(MENU, OTHER[:5], HEAD, BODY, FOOTER)
    assert found.headline == HEADLINE
    assert paragraphs(found) == BODY


def test_a_card_with_a_headline_and_one_sentence_is_no_article() -> None:
    cards = [
        [OTHER_TITLE, "7 Juni 2021", OTHER[0]],
        ["Cabai Turun di Tiga Kabupaten", "7 Juni 2021", OTHER[1]],
    ]
    found = article(MENU, *cards, HEAD, BODY, FOOTER)
    assert found.headline == HEADLINE
    assert paragraphs(found) == BODY


def test_terms_of_use_longer_than_the_article_have_no_head() -> None:
    found = article(MENU, HEAD, BODY, FOOTER[:1], OTHER, FOOTER[1:])
    assert paragraphs(found) == BODY


@pytest.mark.parametrize("credit", ["©MGM", "© Studio Muara", "Foto: dok", "©2021 Koranpesisir.com"])
def test_credits_between_paragraphs_end_nothing(credit: str) -> None:
    lines = [line for paragraph in BODY for line in (paragraph, credit)]
    assert paragraphs(article(MENU, HEAD, lines, FOOTER)) == BODY


@pytest.mark.parametrize(
    "caption", ["Deretan rumpon di muara tujuh", "Nelayan mengikat ban bekas di tepi alur."]
)
def test_a_caption_may_stand_above_its_credit(caption: str) -> None:
    found = article(MENU, HEAD, BODY[:2], caption, "Foto: Sari Melati/Koran Pesisir", BODY[2:], FOOTER)
    assert paragraphs(found) == BODY
    assert [(image.caption, image.credit) for image in found.images] == [
        (caption, "Sari Melati/Koran Pesisir")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Sari_M Ilustrasi rumpon di muara",
        "PT Bahari Beberapa ban bekas disusun di tepi alur",
        "Bahari Tujuh Bahari Tujuh menyerahkan ban bekas",
        "@nelayan.tujuh Ban bekas disusun di tepi alur",
        "www.muara.co.uk Rumpon ban bekas di pantai lain",
    ],
)
def test_a_credit_without_a_mark_shows_by_its_seam(line: str) -> None:
    found = article(MENU, HEAD, BODY[:2], line, BODY[2:], FOOTER)
    assert paragraphs(found) == BODY
    assert len(found.images) == 1


def test_a_line_between_heading_and_paragraph_is_a_caption() -> None:
    long = f"{BODY[2]} Setelah itu mereka menurunkan jaring di sekeliling rumpon sampai hari terang."
    body = [BODY[0], BODY[1], "1. Ban Bekas", long, "2. Bambu", long.replace("tiga", "lima")]
    lines = [*body[:3], "Tumpukan ban di rumah ketua kelompok", *body[3:]]
    assert paragraphs(article(MENU, HEAD, lines, FOOTER)) == body


@pytest.mark.parametrize(
    "box",
    [
        [
            "Jixie mencari berita yang dekat dengan preferensi dan pilihan Anda. Kumpulan berita ini untuk Anda."
        ],
        ["Anda mungkin suka", OTHER_TITLE, "Cabai Rawit Turun di Tiga Kabupaten"],
        ["Rekomendasi untuk Anda", OTHER_TITLE, "Cabai Rawit Turun di Tiga Kabupaten"],
        ["Dapatkan update berita pilihan dan breaking news setiap hari dari Koran Pesisir."],
        ["Beri komentar"],
        ["Add as a preferred source on Google"],
        ["Dengan mendaftar, Anda menyetujui ketentuan kami."],
    ],
)
def test_boxes_between_paragraphs_are_furniture(box: list[str]) -> None:
    assert paragraphs(article(MENU, HEAD, BODY[:2], box, BODY[2:], FOOTER)) == BODY


def test_dates_of_a_numbered_list_are_its_entries() -> None:
    entries = ["1. Sabtu, 8 Mei 2021", "Kloter muara", "2. Minggu, 9 Mei 2021", "Kloter hulu"]
    body = [*BODY, "Berikut jadwal pemasangan rumpon:", *entries, BODY[0].replace("Sebanyak", "Lalu")]
    assert paragraphs(article(MENU, HEAD, body, FOOTER)) == body


def test_a_headline_that_asks_is_no_text() -> None:
    title = "Berapa Rumpon Ban Bekas yang Dipasang Nelayan Muara Tujuh?"
    found = article(MENU, title, BODY, FOOTER)
    assert (found.headline, paragraphs(found)) == (title, BODY)


def test_a_dump_of_many_stories_is_read_in_linear_time() -> None:
    story = [
        OTHER_TITLE,
        "Darma Yulianto",
        "Senin, 7 Juni 2021 09:15 WIB",
        *OTHER,
        "Bagikan",
        "Tag:",
        "pasar",
    ]
    begin = time.process_time()
    found = article(MENU, HEAD, BODY, [f"{line} {n}" for n in range(700) for line in story])
    assert paragraphs(found) == BODY
    assert time.process_time() - begin < 30


@pytest.mark.parametrize(
    "head",
    [
        [HEADLINE, "Rina AyuRabu, 5 Mei 2021 | 14:05 WIB"],
        [HEADLINE, "Rina AyuDiterbitkan 5 Mei 2021, 14:05 WIB"],
        ["Rabu, 5 Mei 2021 14:05 WIB", HEADLINE, "Rina Ayu"],
        ["Rabu, 5 Mei 2021 14:05 WIB", HEADLINE, "Rina Ayu - detikBakau"],
    ],
)
def test_names_at_the_headline_are_writers(head: list[str]) -> None:
    found = article(MENU, head, BODY, FOOTER)
    assert found.headline == HEADLINE
    assert [person.name for person in found.authors] == ["Rina Ayu"]
    assert found.date_published == "2021-05-05T14:05:00+07:00"


def test_a_caption_below_the_date_line_is_not_the_headline() -> None:
    caption = "Rumpon ban bekas nelayan muara tujuh di tepi alur"
    found = article(MENU, HEAD, caption, BODY, FOOTER)
    assert (found.headline, [image.caption for image in found.images]) == (HEADLINE, [caption])


@pytest.mark.parametrize("between", [[], ["Nelayan mengikat ban (Foto: Sari Melati)"]])
def test_an_undated_title_between_menu_and_text_heads_a_short_article(between: list[str]) -> None:
    title = "Pelampung Baru untuk Kampung Pesisir"
    below = ["Berita Lainnya", OTHER_TITLE, "Darma Yulianto", "Senin, 7 Juni 2021 09:15 WIB"]
    found = article(MENU, title, between, BODY, below, OTHER, FOOTER)
    assert (found.headline, paragraphs(found)) == (title, BODY)


CARDS = [
    "EkonomiLapak Sayur Pindah ke Bangunan Baru2 jam lalu",
    "Pengelola pasar induk memindahkan 240 lapak sayur ke bangunan baru sejak pekan lalu.",
    "DaerahCabai Rawit Turun di Tiga Kabupaten10/05/2021, 15:11 WIB",
    "Harga cabai rawit di tiga kabupaten turun sepertiga setelah panen raya dimulai.",
    "Jembatan Gantung Diperbaiki Warga (Rabu, 5 Mei 2021, 09:15 WIB)",
    "Warga memperbaiki jembatan gantung dengan kayu dari kebun mereka sendiri.",
]


@pytest.mark.parametrize("label", [[], ["Rekomendasi untuk Anda"], ["1", "2"]])
def test_cards_that_follow_one_another_are_no_text(label: list[str]) -> None:
    assert paragraphs(article(MENU, HEAD, BODY, label, CARDS, FOOTER)) == BODY


def test_cards_without_a_date_are_told_by_the_label_above_them() -> None:
    bare = [
        OTHER_TITLE,
        OTHER[0],
        "Cabai Rawit Turun di Tiga Kabupaten",
        OTHER[1],
        "Jembatan Gantung Diperbaiki Warga",
    ]
    assert paragraphs(article(MENU, HEAD, BODY, "Bagikan", bare, OTHER[2], FOOTER)) == BODY


def test_sections_of_one_paragraph_each_are_no_cards() -> None:
    parts = ["Memilih Ban yang Masih Kuat", OTHER[0], "Mengikat Bambu di Tepi Alur", OTHER[1]]
    body = [*BODY, *parts, "Menurunkan Jaring di Malam Hari", OTHER[2]]
    assert paragraphs(article(MENU, HEAD, body, FOOTER)) == body


def test_the_last_of_a_row_of_cards_is_the_article_if_it_has_text() -> None:
    cards = [
        [OTHER_TITLE, "7 Juni 2021", OTHER[0]],
        ["Cabai Turun di Tiga Kabupaten", "7 Juni 2021", OTHER[1]],
    ]
    found = article(MENU, *cards, HEADLINE, "5 Mei 2021", BODY, FOOTER)
    assert (found.headline, paragraphs(found)) == (HEADLINE, BODY)


def test_related_stories_with_dates_between_paragraphs_end_nothing() -> None:
    listed = [
        "Artikel Terkait",
        OTHER_TITLE,
        "7 Juni 2021",
        "Cabai Rawit Turun di Tiga Kabupaten",
        "6 Juni 2021",
    ]
    found = article(MENU, HEAD, BODY[:2], listed, BODY[2:], FOOTER)
    assert paragraphs(found) == BODY
    assert [entry.text for entry in found.related] == [listed[1], listed[3]]


@pytest.mark.parametrize(
    "head",
    [
        [HEADLINE, "Reporter: Rina Ayu", "Rabu, 5 Mei 2021 14:05 WIB"],
        ["Pemuda Lembah Menyulam Peta Mata Air", "Reporter: Rina Ayu", "Rabu, 5 Mei 2021 14:05 WIB"],
        [HEADLINE, "Bagikan", "Facebook", "WhatsApp"],
        [HEADLINE],
    ],
)
def test_three_sentences_below_a_head_are_an_article_beside_thirty_paragraphs(head: list[str]) -> None:
    short = [
        "Nelayan memasang rumpon dari ban bekas di muara.",
        "Ketua kelompok, Sumarna, mengunjungi setiap rumpon dengan sampan.",
        '"Ikan kecil sudah berkumpul," ujarnya.',
    ]
    other = [OTHER_TITLE, "Darma Yulianto", "Senin, 7 Juni 2021 09:15 WIB", *OTHER, *OTHER[:6]]
    found = article(MENU, head, short, "12 Shares", "Facebook", other, FOOTER)
    assert (found.headline, paragraphs(found)) == (head[0], short)
