"""The element that holds a body no rule names, and where the body begins and ends in it."""

import pytest

from newsbot.extractors.ruleless.holder import holder_of
from newsbot.language.text import fold
from tests.invented import ONE, STORY, THREE, TWO, URL, page, record

BODY = f"{ONE}\n\n{TWO}\n\n{THREE}"
TITLE = "Panen Garam di Teluk Biru Naik Tiga Kali Lipat"
LISTED = "".join(
    f"<li><h4><a href='/read/{n}'>Kabar Lain dari Pesisir Utara Nomor {n}</a></h4>"
    f"<p>Warga nomor {n} memperbaiki layar bersama para tukang kayu dari kampung sebelah.</p></li>"
    for n in range(6)
)


def body_of(markup):
    head = f"<head><title>{TITLE} | Contoh</title></head>"
    return record(f"<html>{head}<body>{markup}</body></html>", URL).article_body


def test_banner_does_not_widen_the_body():
    banner = (
        "<div><p>Situs ini memakai kuki agar pengalaman Anda lebih baik; dengan melanjutkan Anda menyetujui "
        "kebijakan privasi kami.</p><button>Setuju</button></div>"
    )
    menu = "".join(f"<div>Kanal nomor {n}</div>" for n in range(60))
    assert body_of(f"{banner}<h1>{TITLE}</h1><div>{STORY * 2}</div><div>{menu}</div>") == f"{BODY}\n\n{BODY}"


def test_story_list_with_excerpts_is_not_the_body():
    assert body_of(f"<h1>{TITLE}</h1><div>{STORY}</div><div class='terbaru'><ul>{LISTED}</ul></div>") == BODY


def test_article_elements_of_a_story_list_are_not_the_body():
    cards = LISTED.replace("<li>", "<article class='kartu'>").replace("</li>", "</article>")
    assert body_of(f"<h1>{TITLE}</h1><div>{STORY}</div><section>{cards}</section>") == BODY


@pytest.mark.parametrize("hidden", ["isi", "isi halaman-2"])
def test_sections_of_one_class_are_one_body(hidden):
    one = f"<div class='isi'>{STORY * 2}</div>"
    two = f"<div class='{hidden}' style='display:none'>{STORY}</div>"
    assert body_of(f"<h1>{TITLE}</h1><div>{one}{two}</div>") == "\n\n".join([BODY] * 3)


def test_comments_in_the_markup_change_nothing():
    markup = f"<h1>{TITLE}</h1><div>{STORY * 2}</div>"
    commented = markup.replace("<p>", "<!-- a --><p><!-- b -->").replace("</p>", "</p><!-- c -->")
    assert body_of(commented) == body_of(markup) == f"{BODY}\n\n{BODY}"


def test_footer_of_the_whole_page_does_not_widen_the_body():
    foot = [f"Seluruh isi situs nomor {n} dilindungi undang-undang hak cipta yang berlaku." for n in range(3)]
    between = "".join(f"<p>Kabar pendek nomor {n} dari pesisir utara hari ini</p>" for n in range(80))
    footer = "".join(f"<p>{text}</p>" for text in foot)
    parsed = page(f"<body><div class='isi'>{STORY * 2}</div><div>{between}</div><div>{footer}</div></body>")
    wanted = [fold(text) for text in (ONE, TWO, THREE, *foot)]
    assert holder_of(parsed, wanted).get("class") == "isi"


def test_the_opening_stands_bare_before_the_element_of_the_rest():
    opening = "Teluk Biru (ANTARA) - Petani garam memanen tiga ton garam dalam sepekan terakhir, kata ketua kelompok."
    rest = "<br><br>".join((ONE, TWO, THREE) * 2)
    markup = (
        f"<html><body><h1>Panen Garam</h1><div class='isi'>{opening}<div><br>{rest}</div></div></body></html>"
    )
    first = record(markup, "https://contoh.id/panen-garam").article_body.split("\n\n")[0]
    assert first.startswith("Petani garam memanen tiga ton")


def test_the_dateline_stands_bare_before_the_paragraph_of_the_rest():
    rest = "<br /><br />".join((ONE, TWO, THREE) * 2)
    markup = f"<h1>Panen Garam</h1><div class='isi'><strong>Jakarta</strong> - <p>{rest}</p></div>"
    article = record(f"<html><body>{markup}</body></html>", "https://contoh.id/panen-garam")
    assert article.dateline == "Jakarta"
