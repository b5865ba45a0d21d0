"""Whatever the bytes, the readers give a listing whose addresses are addresses."""

from datetime import date
from urllib.parse import urlsplit

from hypothesis import given, settings
from hypothesis import strategies as st

from newsbot.discovery import (
    announced,
    article_key,
    article_links,
    read_feed,
    read_index,
    read_robots,
    read_sitemap,
    within,
)
from newsbot.portals import registry

URL = "https://www.contoh.example/x"
PIECES = st.sampled_from(
    [
        "<urlset>", "</urlset>", "<url>", "</url>", "<loc>", "</loc>", "<lastmod>", "</lastmod>", "<news:news>",
        "<rss>", "<channel>", "<item>", "</item>", "<link>", "</link>", "<guid>", "<pubDate>", "</pubDate>",
        "<title>", "<![CDATA[", "]]>", "<!DOCTYPE x [", "<!ENTITY a 'b'>", "]>", "&a;", "&", "&#0;", "&#xFFFFF;",
        "<a href='", "'>", "</a>", "<div class='date'>", "<time datetime='", "https://",
        "/2024/05/01/panen-garam", "http://[", "//", "{", "[", '"', "0001-01-01", "9999-12-31T23:59:59-23:59",
        "24:00", "Sitemap:", "User-agent:", "Crawl-delay: 1e9", "\n", "\x00", "\ufffe", "\ud7ff",
        "<?xml version='1.0' encoding='utf-7'?>",
    ]
)  # fmt: skip
BODIES = st.one_of(
    st.binary(max_size=300),
    st.binary(max_size=100).map(lambda tail: b"\x1f\x8b\x08\x00" + tail),
    st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=40).map(
        lambda parts: "".join(parts).encode("utf-8", "replace")
    ),
)


@settings(max_examples=300, deadline=None)
@given(BODIES)
def test_no_bytes_raise(body):
    portal = registry().get("kompas")
    listings = [
        read_sitemap(body, URL),
        read_feed(body, URL),
        read_index(body, URL),
        read_index(
            body,
            "https://indeks.kompas.com/",
            portal.sources[0],
            portal,
            fetched_at="2024-05-01T08:00:00+07:00",
        ),
        article_links(body, URL),
    ]
    for listing in listings:
        for entry in listing.entries:
            assert urlsplit(entry.url).scheme in ("http", "https")
            assert "#" not in entry.url
            within(entry, date(2024, 5, 1), date(2024, 5, 2))
    announced(body, URL)
    read_robots(body, URL)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_every_text_has_a_key(text):
    assert article_key(text, None)
    assert article_key("https://www.kompas.com/" + text, registry().get("kompas"))
