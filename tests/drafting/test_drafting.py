"""Drafts of portals: selectors that hold on all pages, a declaration that loads, a fixture with other sentences."""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbot.archive import read_sources
from newsbot.drafting import declaration_text, draft, skeleton
from newsbot.drafting.addresses import address_pattern
from newsbot.drafting.marks import candidates, stable
from newsbot.items import NotAPage
from newsbot.language.text import fold
from newsbot.pages.page import Page, text_of
from newsbot.portals import load_folder
from newsbot.portals._loading import _InUse, use_portals
from newsbot.portals.writing import formatted
from newsbot.snapshot import Snapshot
from newsbot.stream import Options, process

FIXTURES = Path(__file__).parents[2] / "fixtures"
STORIES = (
    "Warga desa memanen garam lebih awal karena kemarau datang lebih cepat dari biasanya tahun ini.",
    "Petani di tiga dusun menjemur hasil panen di tepi jalan sejak pagi sampai menjelang sore hari.",
    "Kelompok nelayan memperbaiki perahu kayu bersama murid sekolah dasar pada akhir pekan kemarin.",
    "Pedagang pasar menata ulang lapak setelah hujan deras merendam lorong bagian timur semalaman.",
)


def template(number, *, insert=True):
    texts = STORIES[number % 4 :] + STORIES[: number % 4]
    middle = '<div class="sisip-baca">Baca juga: <a href="/x">Panen Kopi di Lereng Gunung Dimulai</a></div>'
    body = f"<p>{texts[0]}</p><p>{texts[1]}</p>{middle if insert else ''}<p>{texts[2]}</p><p>{texts[3]}</p>"
    return f"""<!DOCTYPE html><html><head><title>Kabar {number} dari Desa Pesisir - Contoh</title>
<link rel="alternate" type="application/rss+xml" href="https://www.contoh.example/rss"></head><body>
<ul class="menu"><li><a href="/a">Nasional</a></li></ul>
<div class="kepala"><h1 class="judul-berita">Kabar {number} dari Desa Pesisir</h1>
<div class="nama-penulis">Penulis: Rahma Lestari</div>
<div class="tanggal-terbit">Rabu, {number + 10} September 2025 14:0{number} WIB</div></div>
<figure class="foto-utama"><img src="/1.jpg">
<figcaption class="teks-foto">Tambak garam di pagi hari</figcaption></figure>
<div class="css-1a2b3c isi-berita">{body}</div>
<div class="daftar-tag"><a href="/tag/garam">garam</a><a href="/tag/desa">desa</a></div>
<aside><h3>Terpopuler</h3><a href="/y">Kapal Baru Berlayar dari Pelabuhan Kecil</a></aside></body></html>"""


def page_of(number, **more):
    url = f"https://www.contoh.example/berita/2025/09/{number + 10}/{700100 + number}/kabar-dari-desa-pesisir"
    return Snapshot(template(number, **more).encode(), url=url, fetched_at="2025-10-01T00:00:00+00:00")


@pytest.fixture
def portals():
    yield use_portals
    _InUse.folders, _InUse.registry = (), None


def test_selectors_that_hold_on_all_pages_are_found():
    found = draft([page_of(1), page_of(2)])
    rules = {name: finding.selectors for name, finding in found.findings.items()}
    assert rules["headline"] == ("h1.judul-berita",)
    assert rules["body"] == ("div.isi-berita",)
    assert rules["date"] == ("div.tanggal-terbit",)
    assert rules["byline"] == ("div.nama-penulis",)
    assert rules["caption"] == ("figcaption.teks-foto",)
    assert rules["keywords"] == ("div.daftar-tag a",)
    assert found.image_box == "figure.foto-utama"
    assert found.noise == {"related": ("div.sisip-baca",)}
    assert found.feeds == ("https://www.contoh.example/rss",)
    assert all(finding.pages == 2 for finding in found.findings.values())


def test_texts_are_those_of_the_pages():
    found = draft([page_of(1), page_of(2)])
    assert found.findings["headline"].texts == ("Kabar 1 dari Desa Pesisir", "Kabar 2 dari Desa Pesisir")
    assert found.findings["date"].texts[0] == "Rabu, 11 September 2025 14:01 WIB"


def test_declaration_loads_and_reads_another_page_by_its_own_rules(tmp_path, portals):
    text = declaration_text(draft([page_of(1), page_of(2)]), "contoh_draf", "Portal \"Contoh\" \\ ''' {x}")
    (tmp_path / "contoh_draf.toml").write_text(text, encoding="utf-8")
    portals(str(tmp_path))
    article = process(page_of(3), options=Options()).article
    assert article.portal == "contoh_draf"
    assert article.id == "contoh_draf:700103"
    assert article.metadata.extraction.layout == "contoh_draf-drafted"
    assert article.article_body.split("\n\n") == [*STORIES[3:], *STORIES[:3]]
    assert article.date_published == "2025-09-13T14:03:00+07:00"
    assert [person.name for person in article.authors] == ["Rahma Lestari"]
    assert article.keywords == ["garam", "desa"]
    (portal,) = load_folder(tmp_path)
    assert portal.name == "Portal \"Contoh\" \\ ''' {x}"


def test_what_is_not_on_the_pages_is_left_to_fill_in():
    bare = "<html><body><h1>Kabar dari Desa Pesisir</h1><div class='isi'>" + "".join(
        f"<p>{text}</p>" for text in STORIES
    )
    found = draft([Snapshot(bare.encode(), url="https://contoh.example/a-b-c")])
    assert {"date", "byline", "caption", "keywords"} <= set(found.missing)
    text = declaration_text(found, "contoh", "Contoh")
    assert "# FILL IN: date" in text
    assert "# FILL IN: of which year" in text
    assert "date: no selector gave what was read" in text


def test_declaration_stands_in_the_one_form():
    text = declaration_text(draft([page_of(1)]), "contoh", "Contoh")
    assert formatted(text) == text


@pytest.mark.parametrize("case", ["detik/2023-detail", "kompas/2025-tim-redaksi", "suara/2026-baca-10-detik"])
def test_draft_of_a_real_template_gives_the_body_it_was_shown(tmp_path, portals, case):
    (page,) = (item for item in read_sources(FIXTURES / case / "page.html") if isinstance(item, Snapshot))
    before = process(page).article
    (tmp_path / "draf.toml").write_text(
        declaration_text(draft([_moved(page)]), "draf", "Draf"), encoding="utf-8"
    )
    portals(str(tmp_path))
    after = process(page, options=Options(portal="draf")).article
    assert after.metadata.extraction.layout == "draf-drafted"
    ours, theirs = (set(fold(article.article_body).split()) for article in (after, before))
    assert len(ours & theirs) >= 0.9 * len(ours | theirs)  # a dateline stays until its brand is filled in


def _moved(page):
    return Snapshot(
        page.body, url="https://draf.example/berita/1/x", fetched_at=page.fetched_at, headers=page.headers
    )


def test_pages_of_different_hosts_are_an_error():
    other = Snapshot(template(2).encode(), url="https://lain.example/a")
    with pytest.raises(ValueError, match=r"different hosts: contoh\.example, lain\.example"):
        draft([page_of(1), other])


def test_pages_of_several_hosts_of_one_site_are_one_portal(tmp_path):
    address = "https://bola.contoh.example/berita/2025/09/12/700102/kabar-dari-desa-pesisir"
    found = draft([page_of(1), Snapshot(template(2).encode(), url=address)])
    (tmp_path / "contoh.toml").write_text(declaration_text(found, "contoh", "Contoh"), encoding="utf-8")
    (portal,) = load_folder(tmp_path)
    assert portal.domains == ("contoh.example", "*.contoh.example")
    assert portal.article_number("https://sehat.contoh.example/berita/2025/09/13/42/x-y") == "42"


def test_page_without_an_address_is_an_error():
    with pytest.raises(ValueError, match="no page says its address"):
        draft([Snapshot(template(1).encode())])


def test_what_is_no_page_is_an_error():
    with pytest.raises(NotAPage):
        draft([Snapshot(b"\x89PNG\r\n\x1a\n" + bytes(50), url="https://contoh.example/a")])


@pytest.mark.parametrize(
    "name", ["css-1x2y3z", "post-129231", "sc-hKwDye", "mt-4", "text-base", "a", "1st", "Card_title__x9Kq2"]
)
def test_generated_and_style_names_are_not_stable(name):
    assert not stable(name)


@pytest.mark.parametrize(
    "name", ["read__content", "txt-article", "detail__body-text", "artikel2", "mdk-date-reporter"]
)
def test_names_of_a_template_are_stable(name):
    assert stable(name)


def test_candidates_find_their_element():
    page = Page.parse(page_of(1))
    node = page.select("h1")[0]
    for rule in candidates(node):
        assert node in page.select(rule), rule


@pytest.mark.parametrize(
    ("addresses", "pattern", "number"),
    [
        (("https://a.id/read/2025/09/13/700123/judul-yang-panjang",),
         r"^https?://(?:www\.)?a\.id/read/\d{4}/\d{1,2}/\d{1,2}/(?P<id>\d+)/[^/]+", "700123"),
        (("https://www.a.id/news/d-7969191/satu-dua-tiga", "https://www.a.id/sport/d-79/empat-lima-enam"), None, None),
        (("https://a.id/x/judul-yang-panjang-sekali-7001234.html",), None, "7001234"),
    ],
)  # fmt: skip
def test_address_patterns(addresses, pattern, number):
    found = address_pattern(addresses)
    assert pattern is None or found == pattern
    assert all(re.search(found, address) for address in addresses)
    if number:
        assert re.search(found, addresses[0])["id"] == number


def test_skeleton_keeps_the_template_and_no_sentence():
    page = Page.parse(page_of(1))
    made = skeleton(page)
    other = Page.parse(Snapshot(made))
    for rule in ("h1.judul-berita", "div.isi-berita > p", "figcaption.teks-foto", "div.sisip-baca a"):
        assert len(other.select(rule)) == len(page.select(rule)) > 0
    text = fold(text_of(other.root))
    for sentence in (
        *STORIES,
        "Kabar 1 dari Desa Pesisir",
        "Rahma Lestari",
        "Panen Kopi di Lereng Gunung Dimulai",
    ):
        assert fold(sentence) not in text
    assert "rabu, 11 september 2025 14:01 wib" in text.lower()
    assert "baca juga" in text.lower()
    assert b"contoh.example" not in made


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_page_text_never_leaves_its_quotes(tmp_path_factory, one, two):
    body = "".join(f"<p>{text}</p>" for text in STORIES)
    head = f"<h1 class='j' id='{one}'>Kabar {two} dari Desa</h1>"
    hostile = f"<html><body>{head}<div class='{two}'>{body}</div></body></html>"
    try:
        found = draft(
            [
                Snapshot(
                    hostile.encode("utf-8", "replace"), url="https://contoh.example/" + one.replace("/", "")
                )
            ]
        )
    except (NotAPage, ValueError):
        return
    (portal,) = tomllib.loads(declaration_text(found, "contoh", two))["portal"].values()
    assert portal["name"] == two


def test_draft_says_of_which_month_its_newest_page_is(tmp_path):
    (tmp_path / "contoh.toml").write_text(
        declaration_text(draft([page_of(1), page_of(2)]), "contoh", "Contoh"), "utf-8"
    )
    (portal,) = load_folder(tmp_path)
    assert portal.checked == "drafted from 2 pages of 2025-09"


def test_skeleton_keeps_the_charset_and_no_address():
    head = b'<meta charset="utf-8"><meta property="og:url" content="https://www.contoh.example/berita/1">'
    page = Page.parse(
        Snapshot(b"<html><head>" + head + template(1).encode(), url="https://www.contoh.example/1")
    )
    text = skeleton(page).decode()
    assert '<meta charset="utf-8">' in text
    assert 'content="https://contoh.example/"' in text


BOXED = """<!DOCTYPE html><html><head><title>Kabar {n} dari Desa Pesisir</title></head><body>
<div class="halaman"><h1 class="judul-berita">Kabar {n} dari Desa Pesisir</h1>
<div class="isi-berita"><div class="clearfix"><p>{texts}</p></div><div class="kutip"></div></div></div></body></html>"""
PHOTO = '<div class="photo"><img src="/{n}.jpg">Tambak garam di pagi hari (Kabar Desa/Rahma Lestari)</div>'


def boxed(number):
    texts = "</p><p>".join(STORIES[number:] + STORIES[:number])
    texts = texts.replace("</p>", "</p>" + PHOTO.format(n=number), 1)
    url = f"https://www.contoh.example/berita/{number}/x"
    return Snapshot(BOXED.format(n=number, texts=texts).encode(), url=url)


def test_body_in_a_nameless_box_is_found_by_the_named_one_around_it():
    found = draft([boxed(1), boxed(2)])
    assert found.findings["body"].selectors == ("div.isi-berita",)


def test_picture_box_is_never_the_whole_article():
    """Of kompas 2021: the caption stands right beside its picture, in a box without inner names."""
    found = draft([boxed(1), boxed(2)])
    assert found.findings["caption"].selectors == ("div.photo",)
    assert '{box = "div.photo", bare = true}' in declaration_text(found, "contoh", "Contoh")


HOSTILE = ("a" * 10_000, "a'b", 'a"b', "a{b", "a\\b", "a\nb", "'''", '"""', "css-1x2y3z", "article-7788")


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_and_generated_names_are_never_taken(name):
    """As class, id and role, in the headline, in the address and as the portal's name."""
    safe = name.replace('"', "&quot;")
    body = "".join(f"<p>{text}</p>" for text in STORIES)
    head = f'<h1 id="{safe}">Kabar {safe[:50]} dari Desa Pesisir</h1>'
    page = f'<html><body>{head}<div class="{safe} isi-berita" id="{safe}">{body}</div>'
    found = draft([Snapshot(page.encode(), url=f"https://contoh.example/berita/{name[:80]}")])
    assert tomllib.loads(declaration_text(found, "contoh", name))["portal"]["contoh"]["name"] == name
    selectors = " ".join(rule for finding in found.findings.values() for rule in finding.selectors)
    assert "isi-berita" in selectors
    assert name not in selectors
    assert len(selectors) < 400


def test_name_that_does_not_print_stays_what_it_was():
    text = declaration_text(draft([page_of(1)]), "contoh", "Kabar \U0001f30a\x07")
    assert tomllib.loads(text)["portal"]["contoh"]["name"] == "Kabar \U0001f30a\x07"


def test_domains_of_another_portal_are_left_out():
    text = declaration_text(draft([page_of(1)]), "contoh", "Contoh", {"contoh.example": "lama"})
    assert '# FILL IN: left out is contoh.example of lama\ndomains = ["www.contoh.example"]\n' in text


def test_box_that_holds_headline_and_date_too_is_not_the_body():
    """Of tempo 2015: the text stands in a nameless element beside them."""
    text = " ".join(STORIES * 3)
    head = "<h1>Kabar dari Desa Pesisir</h1><div class='tgl'>Rabu, 10 September 2025 14:00 WIB</div>"
    markup = f"<html><body><div class='artikel'>{head}<p>{text}</p></div></body></html>"
    found = draft([Snapshot(markup.encode(), url="https://contoh.example/berita/1")])
    assert found.findings["body"].selectors == ("div.artikel p",)
