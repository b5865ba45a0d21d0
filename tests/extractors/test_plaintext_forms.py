"""Text dumps as converters, printers and editors write them: what they add is no word of the page. Invented texts."""

from __future__ import annotations

import textwrap

import pytest

from newsbot.extractors.plaintext.converters import as_printed, is_markdown
from newsbot.extractors.plaintext.sheets import without_sheets
from newsbot.items import Article, Origin
from newsbot.snapshot import Snapshot
from newsbot.stream import process

MENU = ["Beranda", "Nasional", "Daerah", "Ekonomi", "Olahraga", "Indeks"]
HEADLINE = "Warga Kampung Rawa Menanam Bakau di Pesisir Utara"
DATE = "Rabu, 5 Mei 2021 14:05 WIB"
BODY = [
    "Sebanyak 120 warga Kampung Rawa menanam bibit bakau di pesisir utara sejak Senin pagi untuk menahan abrasi.",
    "Kegiatan itu diikuti siswa sekolah dasar dan kelompok nelayan yang membawa bibit dari kebun sendiri.",
    '"Tahun lalu tiga rumah hilang disapu ombak, jadi kami tidak mau menunggu lagi," kata Ketua RT, Sumarna.',
    "Pemerintah desa berjanji menambah dua ribu bibit sebelum musim angin barat datang.",
]
LISTED = ["Jalan Desa Sukamaju Kembali Dibuka Setelah Longsor", "Nelayan Muara Angsa Dapat Jaring Baru"]
FOOTER = ["Tentang Kami", "Redaksi", "Copyright 2021 Koran Pesisir. All rights reserved."]


def article(text: str) -> Article:
    found = process(Snapshot(text.encode(), origin=Origin("text", "dump.txt"))).article
    assert found is not None
    return found


def is_read(found: Article) -> bool:
    said = (found.headline, found.date_published, found.article_body.split("\n\n"))
    return said == (HEADLINE, "2021-05-05T14:05:00+07:00", BODY)


def lynx() -> str:
    """What lynx writes of a page: centred headline, numbered links, bullets, and the addresses at the end."""
    count = iter(range(1, 99))
    links = [f"     * [{next(count)}]{entry}" for entry in MENU]
    told = [textwrap.fill(text, 72, initial_indent="   ", subsequent_indent="   ") for text in BODY]
    listed = [f"     * [{next(count)}]{title}" for title in LISTED]
    addresses = [f"   {number}. https://contoh.example/{number}" for number in range(1, next(count))]
    blocks = ["\n".join(links), f"              {HEADLINE}", f"   {DATE}", *told, "   Berita Terkait"]
    return "\n\n".join(
        [*blocks, "\n".join(listed), *FOOTER, "References\n\n   Visible links:", "\n".join(addresses)]
    )


def test_lynx_numbers_links_and_lists_their_addresses() -> None:
    assert is_read(article(lynx()))


def test_numbers_of_links_within_a_sentence_are_no_words() -> None:
    text = lynx().replace("menanam bibit bakau", "menanam [1]bibit bakau")
    assert is_read(article(text))


def test_a_footnote_or_two_are_the_authors() -> None:
    lines = ["Menurut laporan itu [1] hutan bakau menyusut.", "Catatan lain [2] menyebut sebaliknya."]
    assert as_printed(lines) == lines


def test_text_that_only_looks_like_a_list_of_addresses_stays() -> None:
    text = lynx().replace("References\n\n   Visible links:", "References")
    assert as_printed([*text.splitlines()[:-14], "References", "Buku Bakau, 2019"])[-1] == "Buku Bakau, 2019"


def markdown() -> str:
    menu = "\n".join(f"  * [{entry}](https://contoh.example/{entry.lower()})" for entry in MENU)
    linked = BODY[0].replace("bibit bakau", "[bibit bakau](/tag/bibit-\nbakau)")
    strong = BODY[1].replace("siswa sekolah dasar", "**siswa sekolah dasar**").replace("kebun", "_kebun_")
    listed = "\n".join(f'  * [{title}](/berita "{title}")' for title in LISTED)
    picture = "[![Bibit bakau](https://contoh.example/bakau.jpg)](/foto)"
    return "\n\n".join(
        [menu, f"# {HEADLINE}", DATE, picture, linked, strong, BODY[2].replace(".", "\\."), BODY[3], "* * *",
         "## Berita Terkait", listed, *FOOTER]
    )  # fmt: skip


def test_markdown_writes_addresses_behind_links() -> None:
    assert is_read(article(markdown()))


def test_rows_of_a_markdown_table_are_rows() -> None:
    table = "Dusun | Bibit  \n---|---  \nMuara | 400  \nHilir | 350"
    text = markdown().replace(BODY[3], f"Berikut jumlah bibit tiap dusun:\n\n{table}")
    assert "Muara\t400" in as_printed(text.splitlines())


@pytest.mark.parametrize(
    "line", ["# Bakau", "a](b", "Lihat [gambar] (di bawah)", "[1](satu)", "* satu *", "snake_case_name"]
)
def test_a_mark_alone_makes_no_markdown(line: str) -> None:
    lines = [line] * 6
    assert not is_markdown(lines)
    assert as_printed(lines) == lines


def test_bullets_with_their_entries_wrapped() -> None:
    entries = [f"  • {entry}" for entry in MENU]
    title = "Jalan Desa Sukamaju Kembali Dibuka Setelah Longsor Menutup Jembatan\n    Gantung"
    told = [textwrap.fill(text, 74) for text in BODY]
    blocks = [
        "\n".join(entries),
        HEADLINE,
        DATE,
        *told,
        "Berita Terkait",
        f"  • {title}\n  • {LISTED[1]}",
        *FOOTER,
    ]
    found = as_printed("\n\n".join(blocks).splitlines())
    assert [line.strip() for line in found if "Longsor" in line] == [title.replace("\n   ", "")]
    assert is_read(article("\n\n".join(blocks)))


def printed(number: int, *blocks: str) -> str:
    told = "\n\n".join(textwrap.fill(text, 80) for text in blocks)
    return f"29/11/26 09.41          {HEADLINE}\n\n{told}\n\nhttps://contoh.example/bakau        {number}/3\n"


def test_heads_and_feet_of_printed_sheets_are_no_text() -> None:
    sheets = [
        printed(1, *MENU, HEADLINE, DATE, *BODY[:2]),
        printed(2, *BODY[2:]),
        printed(3, "Berita Terkait", *FOOTER),
    ]
    assert is_read(article("\f".join(sheets)))


def test_a_paragraph_goes_on_over_the_end_of_a_sheet() -> None:
    first, second = textwrap.fill(BODY[0], 60).split("\n", 1)
    sheets = f"Koran 1\n\n{first}\n\fKoran 2\n\n{second}\n\fKoran 3\n\n{BODY[3]}\n"
    assert without_sheets(sheets).splitlines()[:2] == [first, second.split("\n")[0]]


def test_a_form_feed_without_heads_and_feet_costs_nothing() -> None:
    assert without_sheets(f"{BODY[0]}\n\f{BODY[1]}\n") == f"{BODY[0]}\n{BODY[1]}"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\n\n", "\r\n\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_say_nothing(ends: str, mark: str) -> None:
    blocks = [*MENU, HEADLINE, DATE, *BODY, "Berita Terkait", *LISTED, *FOOTER]
    assert is_read(article(mark + ends.join(blocks)))


def test_a_wrapped_sentence_may_end_with_a_date() -> None:
    quote = 'Ketua kelompok, Sumarna, berkata, "Bibit itu sudah kami siapkan sejak lama," di muara,\nSelasa (4/5/2021).'
    text = "\n\n".join([*MENU, HEADLINE, DATE, *(textwrap.fill(line, 86) for line in BODY), quote, *FOOTER])
    assert article(text).article_body.endswith("di muara, Selasa (4/5/2021).")


def test_a_short_text_shows_its_wrap_by_lines_that_end_within_a_sentence() -> None:
    short = textwrap.fill("Bakau yang ditanam warga di pesisir utara itu tumbuh baik pada musim hujan.", 60)
    assert as_printed([HEADLINE, "", *short.splitlines()])[-1] == short.replace("\n", " ")


def test_two_full_lines_that_are_sentences_are_two() -> None:
    lines = [
        "Bakau itu ditanam warga di pesisir utara pada musim hujan.",
        "Kepala desa mengunjungi mereka sehari kemudian.",
    ]
    assert as_printed(lines) == lines


@pytest.mark.parametrize(
    "line",
    [
        "[" * 50_000,
        "](" * 50_000,
        "[a](" * 20_000,
        "* " * 50_000,
        "\f" * 50_000,
        "_a " * 30_000,
        f"{'-' * 5_000}x",
    ],
)
def test_marks_without_end_are_read_in_time(line: str) -> None:
    assert as_printed([line, *(f"[a](/b{n})" for n in range(9))])
    assert without_sheets(line) is not None


def test_lines_beyond_the_limit_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsbot.extractors.plaintext.reader.MAX_LINES", 6)
    text = "\n\n".join(
        f"Warga Desa Sukamaju memanen {n} ton cabai sejak hujan datang pekan lalu." for n in range(9)
    )
    article = process(Snapshot(text.encode(), None, origin=Origin("text"))).article
    assert article is not None
    assert ("body_too_long", "11 lines beyond the limit were left out") in [
        (problem.code, problem.detail) for problem in article.metadata.problems
    ]
    assert not article.is_complete


def test_an_address_broken_over_lines_is_joined() -> None:
    links = [f"[Kabar {n}](https://contoh.id/{n})\n" for n in range(5)]
    broken = [
        "Warga [memanen garam](https://contoh.id/be",
        "rita/1) di Teluk",
        "Biru [lagi](/a",
        "b/c",
        "d) sejak pagi.",
    ]
    assert "Warga memanen garam di Teluk Biru lagi sejak pagi." in as_printed([*links, "", *broken])


@pytest.mark.parametrize(
    "printed",
    [
        "Mei\n\n5\n\n2021\n\n14:05 WIB",
        "5\n\nMei 2021",
        "Rabu, 5 Mei 202114:05 WIB",
        "Bywira5 Mei 20215 Mei 2021",
        "Oleh Wira Teluk pada hari Rabu, 05 Mei 2021 - 14:05:22 WIB",
    ],
)
def test_a_date_that_the_dump_glued_or_broke_is_read(printed: str) -> None:
    found = article("\n\n".join([*MENU, HEADLINE, printed, *BODY, *FOOTER]))
    assert (found.headline, (found.date_published or "")[:10]) == (HEADLINE, "2021-05-05")
    assert (found.date_published or "")[11:16] == ("14:05" if "14" in printed else "")
    assert [person.name for person in found.authors] == (["Wira Teluk"] if "Oleh" in printed else [])


def test_names_under_labels_that_the_dump_glued_are_told_apart() -> None:
    found = article("\n\n".join([*MENU, HEADLINE, DATE, "Penulis: Wira TelukEditor: Laksmi Teluk", *BODY]))
    assert [person.name for person in (*found.authors, *found.editors)] == ["Wira Teluk", "Laksmi Teluk"]


@pytest.mark.parametrize(
    "line",
    [
        "ReporterWira Teluk",
        "Penulis: Wira TelukTerbit: Rabu, 5 Mei 2021, 14:05 WIB",
        "Posted by Wira Teluk on Rabu, May 5th, 2021 in Kota | 3 Comments",
    ],
)
def test_a_name_beside_a_glued_label_or_stamp_is_the_writers(line: str) -> None:
    found = article("\n\n".join([*MENU, HEADLINE, DATE, line, *BODY, *FOOTER]))
    assert [person.name for person in found.authors] == ["Wira Teluk"]
    assert found.article_body.split("\n\n")[0] == BODY[0]


def test_a_signed_sentence_above_the_text_is_a_caption() -> None:
    caption = "Bibit bakau di pesisir utara siap ditanam. (Wira Teluk/Pesisir)"
    found = article("\n\n".join([*MENU, HEADLINE, DATE, caption, *BODY, *FOOTER]))
    assert found.article_body.split("\n\n")[0] == BODY[0]
    assert [image.caption for image in found.images] == ["Bibit bakau di pesisir utara siap ditanam."]


def test_a_line_up_is_text() -> None:
    teams = [
        "Susunan Pemain",
        "Gresik Raya (4-4-2): Bayu; Tito, Rian, Samsul, Dwi; Opan, Lutfi, Jaka, Rendi; Mario",
    ]
    found = article("\n\n".join([*MENU, HEADLINE, DATE, *BODY, *teams, "Berita Terkait", *LISTED, *FOOTER]))
    assert found.article_body.split("\n\n")[-2:] == teams


def test_a_body_of_the_press_is_no_writer() -> None:
    found = article("\n\n".join([*MENU, HEADLINE, "05-05-2021 / KOMISI IV", *BODY, *FOOTER]))
    assert found.authors == []


def test_names_behind_the_colons_of_a_table() -> None:
    rows = "Rubrik\n:\nTeknologi Tani\nPenulis\n:\nWira Teluk\nPenyunting\n:\nLaksmi Asih\nTanggal\n:\n5 Mei 2021"
    found = article("\n\n".join([*MENU, HEADLINE, *rows.split("\n"), *BODY, *FOOTER]))
    assert [person.name for person in found.authors] == ["Wira Teluk"]
    assert [person.name for person in found.editors] == ["Laksmi Asih"]


def test_a_report_is_labelled_in_the_date_line() -> None:
    found = article("\n\n".join([*MENU, HEADLINE, f"{DATE} | LAPORAN: WIRA TELUK", *BODY, *FOOTER]))
    assert [person.name for person in found.authors] == ["WIRA TELUK"]
