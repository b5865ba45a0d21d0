"""The element that holds a body no rule names, and where the body begins and ends in it."""

import pytest
from newsbot.extractors.ruleless.trimming import trim

from newsbot.extractors.body.blocks import walk
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


@pytest.mark.parametrize(
    ("announced", "lines"),
    [
        ("Berikut daftar dermaga yang dibuka kembali:", ["Teluk Biru", "Muara Siran"]),
        (
            "Harga berlaku mulai pekan ini di semua dermaga.",
            ["Garam krosok Rp 1.500", "Garam halus Rp 4.000"],
        ),
    ],
)
def test_list_that_ends_the_text_stays(announced, lines):
    paragraphs = "".join(f"<p>{line}</p>" for line in (announced, *lines))
    assert body_of(f"<h1>{TITLE}</h1><div>{STORY * 2}{paragraphs}</div>").split("\n\n")[-3:] == [
        announced,
        *lines,
    ]


def test_short_lines_behind_the_text_that_are_no_list_leave():
    below = "<p>Bagikan artikel</p><p>Hubungi redaksi</p>"
    assert body_of(f"<h1>{TITLE}</h1><div>{STORY * 2}{below}</div>") == f"{BODY}\n\n{BODY}"


def test_paging_and_inserts_between_sections_do_not_end_the_text():
    between = "<p>2 dari 3 halaman</p><p>ADVERTISEMENT</p><p>Advertisement</p><p>***</p>"
    assert body_of(f"<h1>{TITLE}</h1><div>{STORY}{between}{STORY}</div>") == f"{BODY}\n\n{BODY}"


def test_labelled_list_below_the_text_is_related():
    links = "".join(
        f"<p><a href='/read/gudang-garam-baru-{n}'>Gudang Garam Baru Nomor {n}</a></p>" for n in range(3)
    )
    markup = f"<h1>{TITLE}</h1><div>{STORY * 2}<p>(wt/so)</p><p>Baca juga:</p>{links}</div>"
    article = record(f"<html><head><title>{TITLE} | Contoh</title></head><body>{markup}</body></html>", URL)
    assert article.article_body == f"{BODY}\n\n{BODY}"
    assert [item.text for item in article.related] == [f"Gudang Garam Baru Nomor {n}" for n in range(3)]


def test_footer_of_the_whole_page_does_not_widen_the_body():
    foot = [f"Seluruh isi situs nomor {n} dilindungi undang-undang hak cipta yang berlaku." for n in range(3)]
    between = "".join(f"<p>Kabar pendek nomor {n} dari pesisir utara hari ini</p>" for n in range(80))
    footer = "".join(f"<p>{text}</p>" for text in foot)
    parsed = page(f"<body><div class='isi'>{STORY * 2}</div><div>{between}</div><div>{footer}</div></body>")
    wanted = [fold(text) for text in (ONE, TWO, THREE, *foot)]
    assert holder_of(parsed, wanted).get("class") == "isi"


def trimmed(markup, wanted):
    container = page(f"<body><div class='isi'>{markup}</div></body>").select(".isi")[0]
    result = walk([container], lambda element: None)
    trim(result, [fold(text) for text in wanted])
    return [block.text for block in result.blocks]


def section(name, level=2):
    return f"<h{level}>{name}</h{level}><div>Foto: Kabar Teluk</div><p>{THREE}</p>"


def test_sections_with_a_picture_below_their_heading_are_of_the_text():
    markup = f"<p>{ONE}</p><h2>Kolam</h2><p>{TWO}</p>{section('Gudang')}{section('Dermaga')}"
    assert trimmed(markup, [ONE, TWO])[-3:] == ["Dermaga", "Foto: Kabar Teluk", THREE]


@pytest.mark.parametrize("level", [2, 4])
def test_heading_of_another_kind_ends_the_text(level):
    markup = f"<p>{ONE}</p><h{level - 1}>Kolam</h{level - 1}><p>{TWO}</p>{section('Tentang Situs', level)}"
    assert THREE not in trimmed(markup, [ONE, TWO])
