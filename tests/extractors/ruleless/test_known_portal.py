"""A page of a known portal in a template that nobody declared: the portal's own names hold all the same."""

import pytest

from newsbot.portals import registry
from tests.invented import STORY, record

URL = "https://regional.kompas.com/read/2031/09/13/14050027/panen-garam-di-teluk-biru-naik"
HEAD = "<h1>Panen Garam di Teluk Biru Naik</h1><time>Sabtu, 13 September 2031, 14:05</time>"
PHOTO = (
    "<div class='cover-photo'><img src='/garam.jpg' width='600'>"
    "<div class='photo__caption'>Petani mengeruk garam</div>"
    "<div class='photo__author'>KOMPAS.com/Ratri Sudrajat</div></div>"
)


def of_kompas(head="", above="", inside="", below=""):
    body = f"{head}<div class='isi-2031'>{STORY}{inside}</div>{below}"
    return record(
        f"<html><head><title>Panen Garam</title></head><body>{HEAD}{above}{body}</body></html>", URL
    )


def test_no_layout_matches():
    assert of_kompas().metadata.extraction.layout is None


def test_people_are_those_in_the_portals_own_elements():
    article = of_kompas(below="<div id='penulis'><a href='/p/1'>Lukas Hutauruk</a></div>")
    assert [person.name for person in article.authors] == ["Lukas Hutauruk"]
    assert article.metadata.fields["authors"].witness == "generic"


def test_writers_of_several_columns_are_nobodys():
    """Of kompas 2017: a list of columns, each with its writer."""
    names = ("Lukas Hutauruk", "Ratri Sudrajat", "Made Wiranata", "Umi Pandiangan")
    cards = "".join(f"<div class='opinion__author'>{name}</div>" for name in names)
    article = of_kompas(below=cards + "<p></p>" * 100)
    assert article.metadata.fields["authors"].rule != ".opinion__author"


def test_caption_and_credit_are_told_apart():
    (image,) = of_kompas(head=PHOTO).images
    assert (image.caption, image.credit) == ("Petani mengeruk garam", "KOMPAS.com/Ratri Sudrajat")


def test_trail_and_tags_have_the_portals_names():
    article = of_kompas(
        above="<p><a class='breadcrumb__link'>Home</a><a class='breadcrumb__link'>Regional</a></p>",
        below="<ul><li><a class='tag__article__link' href='/tag/garam'>garam</a></li></ul>",
    )
    assert (article.section, article.keywords) == ("Regional", ["garam"])


def test_noise_of_the_portal_leaves_the_text():
    insert = "<div class='inject-baca-juga-2'>Pilihan lain: harga beras naik di tiga pasar kota</div>"
    assert "harga beras" not in of_kompas(inside=insert).article_body


@pytest.mark.parametrize("portal", registry().portals, ids=lambda portal: portal.id)
def test_rules_anywhere_are_names_of_the_portals_own(portal):
    known = portal.anywhere
    assert (known.headline, known.body, known.noise) == ((), (), {})
    rules = [
        rule for name in ("byline", "authors", "editors", "keywords", "date") for rule in getattr(known, name)
    ]
    assert not any(
        rule.startswith("xpath:") or rule in ("time", ".date", ".author", "figure") for rule in rules
    )
