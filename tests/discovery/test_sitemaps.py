"""Sitemaps: what they say of articles is kept, however they are packed, prefixed or broken."""

import gzip
import time

import pytest

from newsbot.discovery import Picture, _model, read_sitemap

URL = "https://contoh.id/sitemap.xml"
NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
  xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
  xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://contoh.id/read/1/panen-garam</loc><lastmod>2024-05-01T09:00:00+07:00</lastmod>
 <news:news><news:publication><news:name>Contoh</news:name><news:language>id</news:language></news:publication>
 <news:publication_date>2024-05-01T08:00:00+07:00</news:publication_date>
 <news:title><![CDATA[Panen garam & ikan]]></news:title><news:keywords>garam, ikan,garam</news:keywords></news:news>
 <image:image><image:loc>/gambar/1.jpg</image:loc><image:caption>Petani di tambak</image:caption></image:image></url>
<url><loc>https://contoh.id/read/2/pasar-ikan</loc>
 <news:news><news:publication_date>2024-05-02</news:publication_date>
 <news:title>Pasar ikan</news:title></news:news></url>
</urlset>"""


def codes(listing):
    return [problem.code for problem in listing.problems]


def urls(listing):
    return [entry.url for entry in listing.entries]


def urlset(*rows):
    return f"<urlset>{''.join(f'<url>{row}</url>' for row in rows)}</urlset>".encode()


@pytest.fixture
def news():
    return read_sitemap(NEWS.encode(), URL)


def test_news_data_is_kept(news):
    entry = news.entries[1]
    assert (entry.kind, entry.title, entry.date) == (
        "news_sitemap",
        "Panen garam & ikan",
        "2024-05-01T08:00:00+07:00",
    )
    assert (entry.lastmod, entry.publication, entry.language) == ("2024-05-01T09:00:00+07:00", "Contoh", "id")
    assert entry.keywords == ("garam", "ikan")
    assert news.problems == []


def test_image_data_is_kept(news):
    assert news.entries[1].images == (Picture("https://contoh.id/gambar/1.jpg", None, "Petani di tambak"),)


def test_newest_stands_first(news):
    assert urls(news) == ["https://contoh.id/read/2/pasar-ikan", "https://contoh.id/read/1/panen-garam"]


def test_publication_and_not_the_last_change_tells_what_is_newest():
    def row(number, published, changed):
        news = f"<news:news><news:publication_date>{published}</news:publication_date></news:news>"
        return (
            f"<url><loc>https://contoh.id/read/{number}/garam</loc><lastmod>{changed}</lastmod>{news}</url>"
        )

    rows = row(1, "2024-05-01", "2024-05-09") + row(2, "2024-05-05", "2024-05-05")
    text = f'<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{rows}</urlset>'
    assert [url.split("/")[4] for url in urls(read_sitemap(text.encode(), URL))] == ["2", "1"]


def test_discovery_travels_to_the_record(news):
    said = news.entries[1].discovery
    assert (said.kind, said.url, said.title) == ("news_sitemap", URL, "Panen garam & ikan")
    assert (said.date, said.lastmod) == ("2024-05-01T08:00:00+07:00", "2024-05-01T09:00:00+07:00")


@pytest.mark.parametrize("pack", [gzip.compress, lambda b: gzip.compress(gzip.compress(b))])
def test_gzip_is_known_by_its_bytes(pack, news):
    assert read_sitemap(pack(NEWS.encode()), URL) == news


def test_torn_gzip_gives_what_came():
    listing = read_sitemap(gzip.compress(NEWS.encode() * 1)[:-20], URL)
    assert "bad_gzip" in codes(listing)


def test_gzip_bomb_stops_at_the_bound(monkeypatch):
    monkeypatch.setattr(_model, "MAX_BYTES", 10_000)
    listing = read_sitemap(gzip.compress(b" " * 5_000_000), URL)
    assert "too_large" in codes(listing)
    assert listing.entries == []


def test_any_prefix_is_the_namespace():
    body = b'<s:urlset xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9"><s:url><s:loc>https://contoh.id/a</s:loc></s:url></s:urlset>'
    assert urls(read_sitemap(body, URL)) == ["https://contoh.id/a"]


def test_prefix_that_nobody_declared():
    body = NEWS.replace('xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"', "").encode()
    listing = read_sitemap(body, URL)
    assert listing.entries[1].title == "Panen garam & ikan"
    assert codes(listing) == ["broken_xml"]


def test_bare_ampersand_stays_in_the_address():
    listing = read_sitemap(urlset("<loc>https://contoh.id/baca?a=1&b=2&copy=3</loc>"), URL)
    assert urls(listing) == ["https://contoh.id/baca?a=1&b=2&copy=3"]
    assert codes(listing) == ["broken_xml"]


def test_cut_document_gives_what_came():
    listing = read_sitemap(NEWS.encode()[: NEWS.index("Pasar ikan")], URL)
    assert "https://contoh.id/read/1/panen-garam" in urls(listing)
    assert codes(listing) == ["broken_xml", "torn_xml"]


@pytest.mark.parametrize("before", [b"\n", b"\xef\xbb\xbf", b"  \r\n"])
def test_something_before_the_prolog_is_no_trouble(before, news):
    assert read_sitemap(before + NEWS.encode(), URL) == news


def test_index_gives_children_newest_first():
    body = b"""<sitemapindex><sitemap><loc>/a.xml</loc><lastmod>2024-01-01</lastmod></sitemap>
    <sitemap><loc>/tanpa.xml</loc></sitemap><sitemap><loc>/b.xml.gz</loc><lastmod>2024-05-01T00:00:00Z</lastmod></sitemap>
    <sitemap><loc>https://contoh.id/sitemap.xml</loc></sitemap></sitemapindex>"""
    listing = read_sitemap(body, URL)
    assert [(child.url, child.lastmod) for child in listing.children] == [
        ("https://contoh.id/b.xml.gz", "2024-05-01T00:00:00+00:00"),
        ("https://contoh.id/a.xml", "2024-01-01"),
        ("https://contoh.id/tanpa.xml", None),
    ]
    assert listing.entries == []


def test_plain_text_is_a_sitemap():
    listing = read_sitemap(b"\xef\xbb\xbfhttps://contoh.id/a\r\n\r\nhttps://contoh.id/b\nbukan\n", URL)
    assert urls(listing) == ["https://contoh.id/a", "https://contoh.id/b"]
    assert codes(listing) == ["bad_address"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "empty"),
        (b"<html><body><p>Tidak ditemukan</p></body></html>", "not_a_sitemap"),
        (b"Not Found", "not_a_sitemap"),
        (b"\x89PNG\r\n\x1a\n", "not_a_sitemap"),
    ],
)
def test_what_is_no_sitemap_is_told(body, code):
    listing = read_sitemap(body, URL)
    assert (listing.entries, codes(listing)[-1]) == ([], code)


def test_feed_in_a_sitemaps_place_is_read():
    body = b"<rss><channel><item><link>https://contoh.id/read/1</link></item></channel></rss>"
    assert [(entry.url, entry.kind) for entry in read_sitemap(body, URL).entries] == [
        ("https://contoh.id/read/1", "feed")
    ]


@pytest.mark.parametrize(
    "loc",
    ["javascript:alert(1)", "ftp://contoh.id/a", "", "https://contoh.id/" + "a" * 3000, "http://[rusak/a"],
)
def test_addresses_that_lead_nowhere_are_counted(loc):
    listing = read_sitemap(
        urlset(f"<loc>{loc}</loc>", f"<loc>{loc}</loc>", "<loc>https://contoh.id/a#x</loc>"), URL
    )
    assert urls(listing) == ["https://contoh.id/a"]
    assert [(problem.code, problem.detail[:7]) for problem in listing.problems] == [
        ("bad_address", "2 times")
    ]


def test_an_address_stands_once():
    listing = read_sitemap(urlset(*["<loc>https://contoh.id/a</loc>"] * 3), URL)
    assert len(listing.entries) == 1


@pytest.mark.parametrize(
    "written",
    [
        lambda numbers: urlset(*[f"<loc>https://contoh.id/{n}</loc>" for n in numbers]),
        lambda numbers: urlset(*[f"<loc>https://contoh.id/{n}</loc><x>&</x>" for n in numbers]),
        lambda numbers: "\n".join(f"https://contoh.id/{n}" for n in numbers).encode(),
        lambda numbers: (
            "<rss><channel>"
            + "".join(f"<item><link>https://contoh.id/{n}</link></item>" for n in numbers)
            + "</channel></rss>"
        ).encode(),
    ],
    ids=["sitemap", "broken", "lines", "feed"],
)
def test_more_entries_than_a_lot_are_read_lot_by_lot_up_to_a_bound(monkeypatch, written):
    monkeypatch.setattr(_model, "LOT", 5)
    monkeypatch.setattr(_model, "ALLOWED", 5)
    monkeypatch.setattr(_model, "MAX_ENTRIES", 10)
    for number, found in ((4, [4]), (5, [5]), (9, [5, 4]), (10, [5, 5]), (12, [5, 5])):
        lots = []
        while not lots or lots[-1].has_more:
            lots.append(read_sitemap(written(range(number)), URL, len(lots)))
        assert [len(lot.entries) for lot in lots] == found
        assert len({url for lot in lots for url in urls(lot)}) == sum(found)
        assert lots[-1].fault == ("too_many" if number > 10 else None)
        assert all("too_many" in codes(lot) for lot in lots[:-1])


def test_entities_are_not_expanded():
    bomb = b"""<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY a "garam"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM
    "file:///etc/hostname">]><urlset><url><loc>https://contoh.id/a</loc><news><title>x&b;y&c;z</title></news></url></urlset>"""
    title = read_sitemap(bomb, URL).entries[0].title
    assert "garam" not in title


def test_wrong_date_is_told_and_left_out():
    body = urlset("<loc>/a</loc><news><publication_date>0000-00-00 00:00:00</publication_date></news>")
    listing = read_sitemap(body, URL)
    assert (listing.entries[0].date, listing.entries[0].date_raw) == (None, "0000-00-00 00:00:00")
    assert codes(listing) == ["wrong_dates"]


def test_keywords_in_a_json_array():
    body = urlset('<loc>/a</loc><news><keywords>["garam","Rembang"]</keywords></news>')
    assert read_sitemap(body, URL).entries[0].keywords == ("garam", "Rembang")


def test_time_without_a_zone_gets_none():
    body = urlset("<loc>/a</loc><lastmod>2024-05-01 08:00:00</lastmod>")
    assert read_sitemap(body, URL).entries[0].lastmod == "2024-05-01T08:00:00"


@pytest.mark.parametrize(
    "piece", ["<!DOCTYPE[", "<!DOCTYPE x [ ] ", "<!ENTITY ", "<![CDATA[", "<!DOCTYPE [" + "]" * 50]
)
def test_beginnings_without_an_end_cost_their_length_and_no_more(piece):
    def seconds(size):
        body = b"<urlset>" + piece.encode() * (size // len(piece))
        began = time.process_time()
        read_sitemap(body, "https://contoh.id/sitemap.xml")
        return time.process_time() - began

    assert seconds(800_000) < 20 * seconds(80_000) + 0.2


def test_document_type_with_declarations_is_left_out():
    text = b"""<?xml version="1.0"?><!DOCTYPE urlset [ <!ENTITY a "]"> ] >
    <urlset><url><loc>https://contoh.id/berita/1</loc></url></urlset>"""
    assert [entry.url for entry in read_sitemap(text, "https://contoh.id/s.xml").entries] == [
        "https://contoh.id/berita/1"
    ]


@pytest.mark.parametrize(
    "spoilt",
    ["<a>" * 300 + "</a>" * 300, f"<url><loc>https://contoh.id/{'a' * 11_000_000}</loc></url>"],
    ids=["deep", "long"],
)
def test_what_is_beyond_the_limits_of_the_parser_is_not_taken_for_read(spoilt):
    entry = "<url><loc>https://contoh.id/read/1</loc></url>"
    listing = read_sitemap(f"<urlset>{entry}{spoilt}</urlset>".encode(), "https://contoh.id/sitemap.xml")
    assert [one.url for one in listing.entries] == ["https://contoh.id/read/1"]
    assert listing.fault == "beyond_limits"
