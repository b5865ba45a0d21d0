"""Lists of related stories right before and behind the text, in elements of their own."""

import pytest

from tests.extractors.ruleless.unknown import page

TITLES = ["Jembatan Gantung Rusak Parah", "Lomba Perahu Hias Digelar"]
LIST = "".join(f"<li><a href='/{n}'>{title}</a></li>" for n, title in enumerate(TITLES))


@pytest.mark.parametrize("label", ["<h3>Baca juga</h3>", "<div>BACA JUGA :</div>", "<h4>Berita Terkait</h4>"])
@pytest.mark.parametrize("place", ["under", "below"])
def test_a_labelled_list_beside_the_text_is_related(label, place):
    article = page(**{place: f"<div class='x'>{label}{LIST}</div>"})
    assert [link.text for link in article.related] == TITLES


def test_the_list_may_stand_beside_the_box_of_its_label():
    article = page(below=f"<div class='x'><h3>Baca juga</h3></div><div>{LIST}</div>")
    assert [link.text for link in article.related] == TITLES


@pytest.mark.parametrize("label", ["Terpopuler", "Berita Terkini", "Pilihan Redaksi"])
def test_what_is_new_or_most_read_is_the_sites(label):
    assert page(below=f"<div><h3>{label}</h3>{LIST}</div>").related == []
