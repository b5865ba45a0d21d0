"""The next story that a portal appends under the first."""

import pytest

from newsbot.stream import Options
from tests.invented import KOMPAS, ONE, STORY, THREE, TWO, URL, kompas, record

BODY = f"{ONE}\n\n{TWO}\n\n{THREE}"
TITLE = "Panen Garam di Teluk Biru Naik Tiga Kali Lipat"
NEXT = "Kapal Layar Tua Rawa Bening Kembali Berlayar"
OTHER = "".join(
    f"<p>Warga Rawa Bening memperbaiki layar nomor {n} bersama para tukang kayu dari kampung sebelah.</p>"
    for n in range(5)
)
DATED = "<div class='tanggal'>Kamis, 14 September 2023 08:10 WIB</div>"


def generic(body):
    return record(f"<html><head><title>{TITLE} | Contoh</title></head><body>{body}</body></html>", URL)


@pytest.mark.parametrize(
    "following",
    [
        f"<article><h1>{NEXT}</h1><div>{OTHER}</div></article>",
        f"<div><h1>{NEXT}</h1>{DATED}<div>{OTHER}</div></div>",
        f"<div><h1><a href='/x'>{NEXT}</a></h1><div class='isi'>{OTHER}</div></div>",
        f"<div class='a'><h1>{NEXT}</h1>{DATED}{OTHER}</div><div class='a'><h1>{NEXT} Lagi</h1>{DATED}{OTHER}</div>",
    ],
    ids=["article element", "date line", "same classes", "two of them"],
)
def test_next_story_is_not_read(following):
    article = generic(f"<h1>{TITLE}</h1><div class='isi'>{STORY * 2}</div>{following}")
    assert article.headline == TITLE
    assert "Rawa Bening" not in article.article_body
    assert ("next story", NEXT) in [(removed.rule, removed.text) for removed in article.metadata.removed]


def test_body_rule_that_matches_the_next_story_gives_the_first_alone():
    following = (
        f'<div><h1 class="read__title">{NEXT}</h1><div class="read__content">{OTHER}</div>'
        '<div id="penulis">Penulis: Sari Rawa</div></div>'
    )
    article = record(kompas(STORY * 2, below=following), KOMPAS)
    assert article.article_body == f"{BODY}\n\n{BODY}"
    assert article.authors == []


def test_tags_behind_the_next_story_stay():
    tags = "<div class='tags'><a href='/tag/garam' rel='tag'>garam</a><a href='/tag/laut' rel='tag'>laut</a></div>"
    article = generic(
        f"<div><h1>{TITLE}</h1><div>{STORY * 2}</div><div><h1>{NEXT}</h1>{DATED}{OTHER}</div>{tags}</div>"
    )
    assert article.keywords == ["garam", "laut"]


def test_heading_of_the_first_order_inside_the_text_is_a_section():
    body = f"{STORY * 2}<h1>Gudang Penyimpanan Baru</h1>{OTHER}"
    article = generic(f"<h1>{TITLE}</h1><div class='isi'>{body}</div>")
    assert "Rawa Bening" in article.article_body
    assert "next story" not in [removed.rule for removed in article.metadata.removed]


def test_section_element_without_a_date_of_its_own_is_part_of_the_text():
    body = f"<div>{STORY * 2}<section><h1>Gudang Penyimpanan Baru</h1>{OTHER}</section></div>"
    assert "Rawa Bening" in generic(f"<h1>{TITLE}</h1>{body}").article_body


def test_logo_heading_is_no_headline():
    logo = "<h1 class='logo'><a href='/'>Contoh Kita Portal Berita Terkini</a></h1>"
    markup = kompas(STORY * 2).replace("<body>", f"<body>{logo}").replace(' class="read__title"', "")
    article = record(markup, KOMPAS)
    assert (article.headline, article.article_body) == (TITLE, f"{BODY}\n\n{BODY}")


def test_story_below_a_headline_of_lower_order():
    article = generic(f"<h2>{TITLE}</h2><div>{STORY * 2}</div><article><h1>{NEXT}</h1>{OTHER}</article>")
    assert article.headline == TITLE
    assert article.article_body == f"{BODY}\n\n{BODY}"


def test_generic_switch_cuts_as_well():
    following = (
        f'<div><h1 class="read__title">{NEXT}</h1>{DATED}<div class="read__content">{OTHER}</div></div>'
    )
    article = record(kompas(STORY * 2, below=following), KOMPAS, options=Options(generic=True))
    assert "Rawa Bening" not in article.article_body


LOWER = "Kapal Layar Tua Rawa Bening Kembali Berlayar ke Hulu"


@pytest.mark.parametrize(
    "following",
    [
        f"<div><h2>{LOWER}</h2><div>{OTHER}</div></div>",
        f"<div><h2>{LOWER}</h2>{DATED}{OTHER}</div>",
        f"<div><h2><a href='/kapal-layar-tua'>{LOWER}</a></h2>{OTHER}</div>",
    ],
    ids=["text in a box", "date line", "linked heading"],
)
def test_next_story_headed_by_the_second_order_is_not_read(following):
    article = generic(f"<h1>{TITLE}</h1><div>{STORY * 2}</div>{following}")
    assert article.article_body == f"{BODY}\n\n{BODY}"


@pytest.mark.parametrize(
    "section",
    [
        f"<div><h2>{LOWER}</h2>{OTHER}</div>",
        f"<div><h2>Gudang Penyimpanan Baru</h2><div>{OTHER}</div></div>",
        f"<div><h2>{LOWER}</h2>{DATED}{OTHER}</div>" * 3,
    ],
    ids=["no box of its own", "short heading", "live report"],
)
def test_section_headed_by_the_second_order_is_part_of_the_text(section):
    article = generic(f"<h1>{TITLE}</h1><div>{STORY * 2}{section}</div>")
    assert "Rawa Bening memperbaiki" in article.article_body


def test_each_story_that_follows_is_named():
    box = "<div class='a'><h1>{}</h1>" + DATED + OTHER + "</div>"
    following = box.format(NEXT) + box.format(f"{NEXT} Lagi")
    article = generic(f"<h1>{TITLE}</h1><div class='isi'>{STORY * 2}</div>{following}")
    told = [removed.text for removed in article.metadata.removed if removed.rule == "next story"]
    assert told == [NEXT, f"{NEXT} Lagi"]
