"""The headline of pages without headings whose title is the site's name: hand-made pages before 2012."""

import pytest

from tests.invented import ONE, STORY, URL, record

TITLE = "Panen Garam di Teluk Biru Naik Tiga Kali Lipat"
MENU = "<tr><td><a href='/nas.htm'>NASIONAL</a> | <a href='/eko.htm'>EKONOMI</a></td></tr>"
UNTOLD = "https://contoh.id/beritadetail.asp?id=20114"


def read(inside, *, title="Contoh Kita Online", url=UNTOLD, above=""):
    return record(
        f"<html><head><title>{title}</title></head><body>{above}<table>{MENU}<tr><td>{inside}</td></tr></table>",
        url,
    )


@pytest.mark.parametrize(
    "line",
    [
        f"<font size=4><b>{TITLE}</b></font>",
        f"<font size='+2'>{TITLE}</font>",
        f"<span class='judulberita'>{TITLE}</span>",
        f"<div class='news_title'>{TITLE}</div>",
        f"<span style='font-size: 24px'>{TITLE}</span>",
        f"<b>{TITLE}</b>",
        f"<h2>{TITLE}</h2>",
    ],
    ids=[
        "font",
        "relative font",
        "class",
        "class in English",
        "style",
        "bold",
        "a heading that no title repeats",
    ],
)
def test_the_line_above_the_text_that_is_printed_as_a_title(line):
    article = read(f"{line}<br>Rabu, 13 September 2023<br>Oleh: Wira Teluk<br>{STORY}")
    assert article.headline == TITLE
    assert article.metadata.fields["headline"].rule == "line printed as a title"
    assert (article.date_published, [person.name for person in article.authors]) == (
        "2023-09-13",
        ["Wira Teluk"],
    )
    assert article.article_body.startswith(ONE)


def test_the_largest_wins_and_bold_labels_lose():
    article = read(f"<b>Warta Teluk Biru Hari Ini</b><br><font size=5>{TITLE}</font><br>{STORY}")
    assert article.headline == TITLE


def test_what_the_title_says_is_taken_where_the_page_prints_it():
    article = read(
        f"<b>Berita Utama Hari Ini</b><br><span>{TITLE}</span><br>{STORY}", title=f"{TITLE} | Contoh"
    )
    assert article.headline == TITLE


@pytest.mark.parametrize(
    "line",
    [
        f"<a href='/lain.htm'><b>{TITLE}</b></a>",
        f"<marquee><b>{TITLE}</b></marquee>",
        f"<b>{TITLE}, kata petani.</b>",
        "<b>Berita</b>",
    ],
    ids=["a link", "a ticker", "a sentence", "a label"],
)
def test_other_lines_are_none(line):
    assert read(f"{line}<br>{STORY}").headline == "Contoh Kita Online"


@pytest.mark.parametrize("tag", ["h4", "h5", "h6"])
def test_a_lower_heading_is_the_headline_where_the_title_is_the_sites_name(tag):
    title = "Panen Garam di Teluk Biru Naik Tiga Kali Lipat"
    article = record(
        "<html><head><title>Universitas Lintang</title></head><body><div><a href='/'>Universitas Lintang</a></div>"
        f"<div><{tag}>{title}</{tag}><p><small>Rabu, 13 September 2023 14:05 WIB</small></p><div>{STORY}</div></div>"
        "</body></html>",
        "https://contoh.id/berita/detail/88",
    )
    assert (article.headline, article.date_published) == (title, "2023-09-13T14:05:00+07:00")


@pytest.mark.parametrize("printed", ["<b><big>{}</big></b>", "<big>{}</big>"])
def test_the_date_stands_below_a_headline_in_large_print(printed):
    title = "Panen Garam di Teluk Biru Naik Tiga Kali Lipat"
    article = record(
        f"<html><head><title>{title} | Contoh</title></head><body><div>{printed.format(title)}<br/>"
        f"<small>Rabu, 13 September 2023 14:05 WIB</small></div><div>{STORY}</div></body></html>",
        URL,
    )
    assert article.date_published == "2023-09-13T14:05:00+07:00"
