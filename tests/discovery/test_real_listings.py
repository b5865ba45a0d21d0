"""Real listings and feeds, where they lie beside the checkout: floors of what a reader of the page counts."""

import tarfile
from pathlib import Path

import pytest

from newsbot.discovery import read_feed, read_index
from newsbot.portals import registry

SHARED = Path(__file__).parents[3] / "shared"
LISTINGS = SHARED / "listings" / "listings.tar.xz"
FEEDS = SHARED / "feeds"


@pytest.fixture(scope="module")
def pages():
    if not LISTINGS.exists():
        pytest.skip("the listings are not at hand")
    with tarfile.open(LISTINGS) as archive:
        return {
            Path(member.name).name: archive.extractfile(member).read()
            for member in archive
            if member.name.endswith(".html")
        }


@pytest.mark.parametrize(
    ("name", "url", "articles", "dated"),
    [
        ("detik__news-indeks.html", "https://news.detik.com/indeks", 16, 16),
        ("viva__indeks-2016.html", "http://www.viva.co.id/indeks", 30, 20),
        ("liputan6__indeks-2016.html", "http://www.liputan6.com/indeks", 100, 20),
        ("kompasid__cerpen-digital-2025.html", "https://www.kompas.id/label/cerpen-digital", 479, 469),
        ("rmollampung__home-2025-2.html", "https://www.rmollampung.id/", 21, 21),
        ("otosia__home.html", "https://www.otosia.com/", 47, 5),
    ],
)
def test_articles_and_dates_of_a_real_listing(pages, name, url, articles, dated):
    listing = read_index(pages[name], url, None, registry().match(url))
    assert len(listing.entries) == articles
    assert sum(entry.date is not None for entry in listing.entries) == dated
    assert all(entry.title for entry in listing.entries)


@pytest.mark.parametrize(
    ("name", "articles", "host"),
    [("detik__rss-2015.xml", 20, "detik.com"), ("kapanlagi__rss-2015.xml", 3, "kapanlagi.com")],
)
def test_articles_of_a_real_feed(name, articles, host):
    if not FEEDS.exists():
        pytest.skip("the feeds are not at hand")
    listing = read_feed((FEEDS / name).read_bytes(), f"http://www.{host}/rss")
    assert len(listing.entries) == articles
    assert all(entry.date and entry.title and entry.images for entry in listing.entries)
    assert all(registry().match(entry.url).article_number(entry.url) for entry in listing.entries)
    assert listing.problems == []
