"""Old and unusual pages that no rule knows: where their dates, editors, names and pages stand."""

import pytest

from tests.extractors.ruleless.unknown import TITLE, page
from tests.invented import ONE, STORY, THREE, TWO, URL, record

UNDATED = "https://contoh.id/berita/panen-garam-di-teluk-biru-naik"


def test_a_count_of_readers_glued_to_the_day_is_no_part_of_its_year():
    under = "<div><span>3 Desember 2020</span><span>1.204 kali ditonton</span></div>"
    article = record(
        f"<html><title>{TITLE}</title><h1>{TITLE}</h1>{under}<div>{STORY * 2}</div></html>", UNDATED
    )
    assert article.date_published[:10] == "2020-12-03"


def test_the_day_of_the_dateline_dates_a_page_without_another_date():
    text = f"<p>Jakarta, 14 Oktober 2020 - {ONE}</p><p>{TWO}</p><p>{THREE}</p>"
    article = record(f"<html><title>{TITLE}</title><h1>{TITLE}</h1><div>{text * 2}</div></html>", UNDATED)
    assert (article.dateline, article.date_published[:10]) == ("Jakarta", "2020-10-14")


def test_the_editor_stands_in_the_line_of_the_date():
    article = page(under="<div>Kamis, 30 Agustus 2018 18:49<br>Editor: Oris Riswan</div>")
    assert [person.name for person in article.editors] == ["Oris Riswan"]


def test_a_writer_before_the_date_is_no_channel():
    menu = "<div><a href='/liga-1'>Liga 1</a><a href='/voli'>Voli</a></div>"
    article = page(
        above=f"{menu}<p class='cat'><a href='/liga-1'>Liga 1</a></p>",
        under="<p>Ridwan Alfarisi | 14 September 2019, 21:58</p>",
    )
    assert (article.section, [person.name for person in article.authors]) == ("Liga 1", ["Ridwan Alfarisi"])


def test_the_writer_is_an_entry_of_a_list_above_the_date():
    names = "<ul><li><strong>Margareth Sinaga</strong></li><li>Contoh</li></ul>"
    article = page(under=f"{names}<div>Jakarta / Tue, May 24, 2016 / 06:19 pm</div>")
    assert [person.name for person in article.authors] == ["Margareth Sinaga"]


def test_the_outlet_in_the_title_is_no_place():
    text = f"<p><b>MMC Lintang</b> - {ONE}</p><p>{TWO}</p><p>{THREE}</p>"
    head = f"<title>MMC Lintang | {TITLE}</title>"
    article = record(f"<html>{head}<body><h1>{TITLE}</h1><div>{text * 2}</div></body></html>", URL)
    assert article.dateline is None
    assert article.article_body.startswith(ONE)


@pytest.mark.parametrize("day", ["(07/03/2011 10:22)", "(7-3-2011, 10.22)"])
def test_comments_that_begin_with_name_and_time_are_no_text(day):
    said = "Pelatihnya yang harus diganti, dari dulu begitu-begitu juga mainnya di kandang sendiri."
    comments = (
        f"<h3>Komentar Pembaca</h3><p>Ajo Manih {day}: {said}</p><p>Uni Des {day}: {said} Semangat!</p>"
    )
    article = record(
        f"<html><title>{TITLE}</title><body><div><h1>{TITLE}</h1>{STORY * 2}{comments}</div></body></html>"
    )
    assert "Ajo Manih" not in article.article_body
    assert THREE in article.article_body


def test_the_next_page_of_a_page_of_amp_is_beside_it():
    head = "<link rel=canonical href='https://contoh.id/lokal/jadwal-sim-keliling'>"
    body = f"<h1>{TITLE}</h1><div>{STORY * 2}</div><div><b>1</b> <a href='?page=2'>2</a></div>"
    amp = "https://contoh.id/amp/lokal/jadwal-sim-keliling"
    article = record(f"<html><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>", amp)
    assert article.next_page_url == f"{amp}?page=2"


def test_the_line_that_the_title_repeats_is_the_headline_beside_the_sites_own_heading():
    title = "Panen Raya Jagung di Kecamatan Airpura"
    head = f"<table><tr><td class='contentheading'>{title}</td></tr></table>"
    html = f"<title>{title}</title><body><h1>Pemerintah Kabupaten Pesisir</h1>{head}<div>{STORY}</div></body>"
    assert record(f"<html>{html}</html>", "http://contoh.id/index.php?id=412").headline == title
