"""Entries of story lists, told from paragraphs with links."""

import pytest
from lxml import html

from newsbot.extractors.ruleless.teasers import drop_teasers, is_teaser

TITLE = "<a href='/read/1'>Gudang Garam Baru Dibuka di Pesisir Utara</a>"
EXCERPT = "<p>Dua gudang dibuka pekan ini untuk menampung panen yang melimpah sejak bulan lalu.</p>"


@pytest.mark.parametrize(
    "entry",
    [
        f"<li><h4>{TITLE}</h4>{EXCERPT}</li>",
        f"<li>{TITLE}</li>",
        f"<div class='kartu'><img src='a.jpg'><h3>{TITLE}</h3><span>2 jam lalu</span>{EXCERPT}</div>",
        f"<article><div>{TITLE}</div></article>",
    ],
)
def test_title_with_an_excerpt_is_a_teaser(entry):
    assert is_teaser(html.fragment_fromstring(entry))


@pytest.mark.parametrize(
    "entry",
    [
        "<li>Petani menjual <a href='/tag/garam'>garam krosok kualitas ekspor</a> ke kota dengan harga tinggi.</li>",
        "<li><a href='/tag/garam'>garam</a></li>",
        "<div>" + EXCERPT * 6 + TITLE + "</div>",
    ],
    ids=["link in a sentence", "tag", "prose with an insert"],
)
def test_text_is_none(entry):
    assert not is_teaser(html.fragment_fromstring(entry))


def test_only_entries_with_a_twin_leave():
    entry = f"<li><h4>{TITLE}</h4>{EXCERPT}</li>"
    tree = html.fragment_fromstring(f"<div><ul>{entry}{entry}</ul><ol>{entry}</ol></div>")
    drop_teasers(tree)
    assert [len(part) for part in tree] == [0, 1]
