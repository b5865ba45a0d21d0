"""One article, one key: mirrors, AMP, pages and tracking lead to the same."""

import pytest

from newsbot.discovery import article_key
from newsbot.normalizers.urls import article_id
from newsbot.portals import registry


def key(url):
    return article_key(url, registry().match(url))


@pytest.mark.parametrize(
    ("expected", "twins"),
    [
        (
            "kompas:2024/05/01/12345678",
            [
                "https://nasional.kompas.com/read/2024/05/01/12345678/panen-garam",
                "https://amp.kompas.com/nasional/read/2024/05/01/12345678/panen-garam",
                "http://m.kompas.com/nasional/read/2024/05/01/12345678/panen-garam?page=all",
                "https://nasional.kompas.com/read/2024/05/01/12345678/panen-garam?utm_source=x&page=2#a",
            ],
        ),
        (
            "detik:7000001",
            [
                "https://news.detik.com/berita/d-7000001/panen-garam",
                "https://news.detik.com/berita/d-7000001/panen-garam/2",
                "https://news.detik.com/berita/d-7000001/panen-garam/amp",
                "https://m.detik.com/news/berita/d-7000001/panen-garam?single=1",
            ],
        ),
        (
            "liputan6:5600001",
            [
                "https://www.liputan6.com/news/read/5600001/panen-garam",
                "https://m.liputan6.com/news/read/5600001/panen-garam?page=3",
                "https://www.liputan6.com/amp/5600001/panen-garam",
            ],
        ),
        (
            "suara:2024/05/01/120000",
            [
                "https://www.suara.com/news/2024/05/01/120000/panen-garam",
                "https://amp.suara.com/news/2024/05/01/120000/panen-garam",
                "https://m.suara.com/amp/news/2024/05/01/120000/panen-garam",
            ],
        ),
        (
            "mediaindonesia:600001",
            [
                "https://mediaindonesia.com/humaniora/600001/panen-garam",
                "https://m.mediaindonesia.com/amp/humaniora/600001/panen-garam",
            ],
        ),
    ],
)
def test_the_sites_number_is_the_key(expected, twins):
    assert {key(url) for url in twins} == {expected}


@pytest.mark.parametrize(
    "twins",
    [
        [
            "https://www.tribunnews.com/nasional/2024/05/01/panen-garam-di-rembang",
            "http://m.tribunnews.com/amp/nasional/2024/05/01/panen-garam-di-rembang/?page=2",
            "https://www.tribunnews.com/nasional/2024/05/01/panen-garam-di-rembang?fbclid=1&gclid=2&outputType=amp",
        ],
        [
            "https://contoh.example/2024/panen-garam",
            "http://www.contoh.example/2024/panen-garam/",
            "https://m.contoh.example/2024/panen-garam/amp/?page=all&msclkid=9",
            "https://amp.contoh.example/2024/panen-garam?utm_medium=rss",
        ],
    ],
)
def test_twins_without_a_number_share_a_key(twins):
    assert len({key(url) for url in twins}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://contoh.example/?p=1", "https://contoh.example/?p=2"),
        ("https://contoh.example/a", "https://contoh.example/b"),
        ("https://solo.tribunnews.com/2024/05/01/panen", "https://jateng.tribunnews.com/2024/05/01/panen"),
        ("http://[rusak/a", "http://[rusak/b"),
    ],
)
def test_other_articles_have_other_keys(one, other):
    assert key(one) != key(other)


def test_key_is_the_records_id():
    url = "https://www.tribunnews.com/nasional/2024/05/01/panen-garam"
    portal = registry().match(url)
    assert key(url) == article_id(portal, "www.tribunnews.com", [url], "sha256:0")
