"""The name behind the icon of a person, and names that are another's."""

import pytest

from newsbot.extractors.ruleless.glued import parted
from newsbot.language.byline import parse_byline
from newsbot.language.captions import split_caption
from tests.invented import STORY, record

HEAD = "<title>Panen Garam di Teluk Biru Naik Lagi</title>"
TITLE = "<h1>Panen Garam di Teluk Biru Naik Lagi</h1>"


def names(meta, behind=""):
    text = (
        f"<html><head>{HEAD}</head><body><main>{TITLE}{meta}<div>{STORY}</div></main>{behind}</body></html>"
    )
    return [person.name for person in record(text).authors]


@pytest.mark.parametrize(
    "meta",
    [
        '<ul><li><i class="bi bi-person"></i> <a href="blog.html">Rina Ayu</a></li><li>14 Agustus 2022</li></ul>',
        '<p>14 Agustus 2022 08:45&nbsp;<i class="fa fa-user"></i>Rina Ayu&nbsp;<i class="fa fa-eye"></i>7 Kali</p>',
        '<p><svg class="icon icon-user"></svg><span>Rina Ayu</span></p><p>14 Agustus 2022</p>',
    ],
)
def test_name_behind_the_icon_of_a_person(meta):
    assert names(meta) == ["Rina Ayu"]


def test_icon_before_an_account_names_nobody():
    assert names('<p><i class="fa fa-user"></i> admin_polres</p><p>14 Agustus 2022</p>') == []


@pytest.mark.parametrize(
    "behind",
    [
        '<div class="single_comments"><p>Bagus sekali</p><div>By <a href="#">Alexius Lintang</a></div></div>',
        """<div><article><h3><a href="/lain/harga-kopra">Harga Kopra di Jailolo Kembali Naik</a></h3>
        <div><div class="meta_author">by <a href="/author/x">Tomi Lasut</a></div></div></article></div>""",
    ],
)
def test_writers_of_comments_and_cards_are_not_this_storys(behind):
    assert names("<p>14 Agustus 2022</p>", behind) == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("oleh Rina Ayu pada tanggal 03 Mei 2021", "Rina Ayu"),
        ("Kontributor Rina Ayu, Weleri", "Rina Ayu"),
        ("Kontributor Rina Ayu - Weleri", "Rina Ayu"),
        ("Kontributor Kabupaten Lintang, Rina", "Rina"),
        ("Kontributor Banda Aceh, Yusuf", "Yusuf"),
    ],
)
def test_who_signs(line, name):
    assert [person.name for person in parse_byline(line).people] == [name]


def test_what_markup_glues_to_a_name_is_parted():
    assert (
        parted("Dr. Rina Ayu, M.Si.Dosen Universitas Lintang")
        == "Dr. Rina Ayu, M.Si. | Dosen Universitas Lintang"
    )
    assert parted("RA | Rina Ayu") == "Rina Ayu"
    assert parted("PT | Rina Ayu") == "PT | Rina Ayu"


def test_long_label_of_a_caption_announces_no_credit():
    assert split_caption("Keterangan foto: Rapat di aula kecamatan.") == ("Rapat di aula kecamatan.", None)
