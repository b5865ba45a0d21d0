"""Section, breadcrumbs and keywords."""

import pytest

from newsbot.extractors.raw import RawArticle
from newsbot.items import FieldSource
from newsbot.normalizers.section import read_breadcrumbs, read_keywords, read_section

HEADLINE = "Panen Garam di Teluk Biru Naik Tiga Kali Lipat"
SITE = ("Contoh.id", "contoh.id")
CRUMB = FieldSource("layout", ".crumb")


def crumbs(*lists, headline=HEADLINE):
    raw = RawArticle()
    for number, values in enumerate(lists):
        raw.add_list("breadcrumbs", values, "layout", str(number))
    return read_breadcrumbs(raw, headline)[0]


@pytest.mark.parametrize(
    ("values", "trail"),
    [
        (["Beranda", "Ekonomi", "Daerah"], ["Beranda", "Ekonomi", "Daerah"]),
        (["Beranda >", "» Ekonomi", " / Daerah"], ["Beranda", "Ekonomi", "Daerah"]),
        (["Ekonomi", HEADLINE], ["Ekonomi"]),
        (["Ekonomi", HEADLINE.upper()], ["Ekonomi"]),
        (["Ekonomi", "Panen Garam di Teluk Biru…"], ["Ekonomi"]),
        (["Ekonomi", "x" * 61], ["Ekonomi"]),
        (["Ekonomi", "Ekonomi", "Daerah"], ["Ekonomi", "Daerah"]),
        (["", ">", "Ekonomi"], ["Ekonomi"]),
    ],
)
def test_breadcrumbs(values, trail):
    assert crumbs(values) == trail


def test_first_list_with_a_trail_wins():
    assert crumbs([HEADLINE], ["Ekonomi"]) == ["Ekonomi"]


def section(breadcrumbs=(), *, crumb=CRUMB, dates=(), **named):
    raw = RawArticle()
    for witness, value in named.items():
        (raw.hear if witness == "meta" else raw.add)("section", value, witness, "s")
    for value in dates:
        raw.add("visible_date", value, "layout", "d")
    return read_section(raw, list(breadcrumbs), crumb if breadcrumbs else None, SITE)[0]


@pytest.mark.parametrize(
    ("trail", "expected"),
    [
        (["Home", "Ekonomi"], "Ekonomi"),
        (["Contoh.id", "Ekonomi", "Daerah"], "Daerah"),
        (["Ekonomi", "Beranda"], "Ekonomi"),
        (["Home", "CONTOH.ID"], None),
    ],
)
def test_section_is_the_deepest_crumb_that_is_a_channel(trail, expected):
    assert section(trail) == expected


def test_section_of_the_layout_where_no_crumb_is():
    assert section(layout="Ekonomi / Rabu") == "Ekonomi"
    assert section(layout="Contoh.id") is None


def test_channel_before_the_date():
    assert section(dates=["EKONOMI | Rabu, 13 September 2023"]) == "EKONOMI"
    assert section(dates=["Rabu, 13 September 2023 | 14:05 WIB"]) is None


def test_section_of_metadata_is_not_the_printed_one():
    assert section(meta="Ekonomi") is None


def keywords(values, witness="layout"):
    raw = RawArticle()
    (raw.hear_list if witness == "meta" else raw.add_list)("keywords", values, witness, "k")
    return read_keywords(raw)[0]


@pytest.mark.parametrize(
    ("values", "tags"),
    [
        (["garam", "laut"], ["garam", "laut"]),
        (["#garam", "# laut", "garam ,"], ["garam", "laut"]),
        (["Tags:", "garam", "Lihat Semua", "Tag Lainnya", "Push Notif"], ["garam"]),
        ([" ", "#"], []),
    ],
)
def test_keywords(values, tags):
    assert keywords(values) == tags


def test_meta_keywords_are_no_tags():
    assert keywords(["garam"], "meta") == []


def test_the_outlet_s_own_name_is_no_section_however_it_is_spelled():
    trail = ["Beranda", "Kabar Teluk"]
    own = ("www.kabarteluk.id",)
    assert read_section(RawArticle(), trail, CRUMB, own) == (None, None)
    assert read_section(RawArticle(), trail, CRUMB, SITE)[0] == "Kabar Teluk"
    assert (
        read_section(RawArticle(), ["Beranda", "Ekonomi"], CRUMB, ("ekonomi.kabarteluk.id",))[0] == "Ekonomi"
    )


@pytest.mark.parametrize(
    ("trail", "section"),
    [(["Home", "Berita"], "Budaya"), (["Home", "Otomotif", "News"], "News"), (["Home", "Daerah"], "Daerah")],
)
def test_a_trail_of_one_step_for_all_channels_gives_way_to_a_stated_one(trail, section):
    raw = RawArticle()
    raw.add("section", "Budaya", "generic", "menu")
    assert read_section(raw, trail, CRUMB, SITE)[0] == section
