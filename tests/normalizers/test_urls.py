"""URLs and ids: tracking and paging out, the same id for every twin of a page."""

import pytest

from newsbot.normalizers.urls import article_id, canonical, clean_url, url_day
from newsbot.portals import Portal

PORTAL = Portal(
    id="contoh", name="Contoh", domains=("contoh.id",), article=(r"/read/(?P<id>\d+)", r"/lama/[a-z-]+$")
)
DIGEST = "sha256:" + "ab" * 32


@pytest.mark.parametrize(
    ("url", "cleaned"),
    [
        ("https://a.id/x?utm_source=rss&utm_medium=y&id=3#top", "https://a.id/x?id=3"),
        ("https://a.id/x?fbclid=1&gclid=2&_ga=3", "https://a.id/x"),
        ("https://a.id/x?referensi=1&sumber=2", "https://a.id/x?referensi=1&sumber=2"),
        ("  https://a.id/x  ", "https://a.id/x"),
        ("//a.id/x", "https://a.id/x"),
        ("/x?id=1", "https://contoh.id/x?id=1"),
        ("https://a.id/x?&&a=1&", "https://a.id/x?a=1"),
        ("https://a.id/garam&laut", "https://a.id/garam&laut"),
        ("ftp://a.id/x", None),
        ("javascript:void(0)", None),
        ("mailto:a@a.id", None),
        ("http://[rusak/x", None),
        ("", None),
        (None, None),
    ],
)
def test_clean_url(url, cleaned):
    assert clean_url(url, "https://contoh.id/berita/") == cleaned


def test_relative_url_without_a_base_is_none():
    assert clean_url("/x") is None


@pytest.mark.parametrize(
    "url",
    [
        "https://a.id/x",
        "https://a.id/x?page=2",
        "https://a.id/x?page=all&utm_source=y",
        "https://a.id/x?single=1#a",
    ],
)
def test_canonical_has_no_paging(url):
    assert canonical(url) == "https://a.id/x"


@pytest.mark.parametrize("page", ["", "?page=2", "?page=all", "?utm_source=x"])
def test_id_is_the_sites_own_number(page):
    assert article_id(PORTAL, "contoh.id", [f"https://contoh.id/read/77/garam{page}"], DIGEST) == "contoh:77"


def test_first_url_with_a_number_decides():
    urls = [None, "https://contoh.id/lama/garam", "https://contoh.id/read/77"]
    assert article_id(PORTAL, "contoh.id", urls, DIGEST) == "contoh:77"


@pytest.mark.parametrize(
    "twin",
    [
        "https://contoh.id/lama/garam",
        "http://contoh.id/lama/garam/",
        "https://www.contoh.id/lama/garam",
        "https://m.contoh.id/lama/garam?page=2",
        "https://amp.contoh.id/lama/garam",
        "https://contoh.id/amp/lama/garam",
        "https://contoh.id/lama/garam/amp?utm_source=x",
    ],
)
def test_twins_without_a_number_share_an_id(twin):
    def known(url):
        return article_id(PORTAL, "contoh.id", [url], DIGEST)

    assert known(twin) == known("https://contoh.id/lama/garam") != known("https://contoh.id/lama/gula")


def test_page_of_no_url_has_the_id_of_its_bytes():
    assert article_id(None, "", [None], DIGEST) == "unknown:" + "ab" * 8


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.id/2023/09/13/x", "2023-09-13"),
        ("https://a.id/read/2023/9/3", "2023-09-03"),
        ("https://a.id/2023/13/13/x", None),
        ("https://a.id/2023/00/13/x", None),
        ("https://a.id/read/12023/09/13/x", None),
        ("https://a.id/x?d=/2023/09/13/", None),
        ("https://a.id/x", None),
        (None, None),
        ("http://[rusak/2023/09/13/", None),
    ],
)
def test_day_of_a_url(url, day):
    assert url_day(url) == day


def test_day_of_a_url_is_a_day_of_the_calendar():
    assert url_day("https://a.id/2023/02/31/x") is None


def test_half_a_character_stands_in_no_address():
    """Found by `benchmarks.fuzz`: JSON writes it, and no line of JSON can hold it."""
    assert clean_url("https://contoh.id/a\ud800b") is None
