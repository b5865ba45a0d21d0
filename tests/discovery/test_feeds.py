"""Feeds: the article's address and date are found in what real feeds do with them."""

import pytest

from newsbot.discovery import read_feed

URL = "https://contoh.id/rss"


def rss(*items, head="<link>https://contoh.id/</link>"):
    rows = "".join(f"<item>{item}</item>" for item in items)
    text = f'<rss version="2.0"><channel><title>Contoh</title>{head}{rows}</channel></rss>'
    return f'<?xml version="1.0"?>{text}'.encode()


def codes(listing):
    return [problem.code for problem in listing.problems]


def one(item, **kwargs):
    listing = read_feed(rss(item, **kwargs), URL)
    assert len(listing.entries) == 1, listing
    return listing.entries[0]


def test_item_of_rss():
    entry = one(
        "<title>Panen garam</title><link>https://contoh.id/read/1/panen-garam</link>"
        "<pubDate>Wed, 01 May 2024 08:00:00 +0700</pubDate><category>Ekonomi</category>"
        '<enclosure url="https://contoh.id/1.jpg" type="image/jpeg"/><description>&lt;img src="x.jpg"&gt;</description>'
    )
    assert (entry.url, entry.kind, entry.source) == ("https://contoh.id/read/1/panen-garam", "feed", URL)
    assert (entry.title, entry.date) == ("Panen garam", "2024-05-01T08:00:00+07:00")
    assert (entry.keywords, [image.url for image in entry.images]) == (
        ("Ekonomi",),
        ["https://contoh.id/1.jpg"],
    )


def test_newline_before_the_prolog():
    listing = read_feed(b"\n" + rss("<link>https://contoh.id/read/1</link>"), URL)
    assert (len(listing.entries), listing.problems) == (1, [])


def test_utf8_under_a_declaration_of_latin():
    body = '<?xml version="1.0" encoding="iso-8859-1"?><rss><channel><item><title>Harga “garam”</title><link>https://contoh.id/read/1</link></item></channel></rss>'
    assert read_feed(body.encode(), URL).entries[0].title == "Harga “garam”"


def test_item_of_atom():
    body = b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://contoh.id/"><link href="https://contoh.id/"/>
    <entry><title type="html">Panen &amp;amp; pasar</title><id>tag:contoh.id,2024:1</id>
    <link rel="enclosure" href="/1.jpg"/><link rel="alternate" href="read/1"/>
    <published>2024-05-01T01:00:00Z</published><updated>2024-05-01T02:00:00Z</updated></entry></feed>"""
    entry = read_feed(body, URL).entries[0]
    assert (entry.url, entry.title) == ("https://contoh.id/read/1", "Panen & pasar")
    assert (entry.date, entry.lastmod) == ("2024-05-01T01:00:00+00:00", "2024-05-01T02:00:00+00:00")


def test_item_of_rdf():
    body = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><link>https://contoh.id/</link></channel>
    <item><title>Panen</title><link>https://contoh.id/read/1</link><dc:date>2024-05-01</dc:date></item></rdf:RDF>"""
    entry = read_feed(body, URL).entries[0]
    assert (entry.url, entry.date) == ("https://contoh.id/read/1", "2024-05-01")


@pytest.mark.parametrize(
    "item",
    [
        "<guid>https://contoh.id/read/1</guid>",
        '<link/><guid isPermaLink="false">https://contoh.id/read/1</guid>',
        "<link>https://contoh.id/</link><guid>https://contoh.id/read/1</guid>",
        "<link>https://hitung.example/c/9/story.htm</link><guid isPermaLink='false'>https://contoh.id/read/1</guid>",
        "<link>https://contoh.id/read/1</link><guid>https://contoh.id/?p=1</guid>",
        "<link>https://hitung.example/c/9</link><x:origLink xmlns:x='urn:x'>https://contoh.id/read/1</x:origLink>",
        "<link>/read/1</link>",
        "<link>\n  https://contoh.id/read/1#rss\n</link>",
    ],
)
def test_the_articles_own_address_is_found(item):
    assert one(item).url == "https://contoh.id/read/1"


def test_all_links_lead_home():
    item = "<title>Panen</title><link>https://contoh.id</link><guid>https://contoh.id/</guid>"
    listing = read_feed(rss(item, item), URL)
    assert listing.entries == []
    assert [(problem.code, problem.severity) for problem in listing.problems] == [
        ("feed_links_home", "error")
    ]


def test_all_links_lead_to_one_page():
    listing = read_feed(rss(*["<link>https://contoh.id/aplikasi</link>"] * 4), URL)
    assert (listing.entries, codes(listing)) == ([], ["feed_links_home"])


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("Wed, 01 May 24 08:00:00 +0700", "2024-05-01T08:00:00+07:00"),
        ("2024-05-01 08:00:00", "2024-05-01T08:00:00"),
        ("Rabu, 1 Mei 2024 08:00 WITA", "2024-05-01T08:00:00+08:00"),
        ("Wed, 01 May 2024 01:00:00 GMT", "2024-05-01T01:00:00+00:00"),
    ],
)
def test_dates_as_feeds_write_them(written, date):
    assert one(f"<link>https://contoh.id/read/1</link><pubDate>{written}</pubDate>").date == date


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("Mon, 01 May 2024 08:00:00 +0700", "2024-05-01T08:00:00+07:00"),
        ("Thu, 01 Jan 1970 00:00:00 +0000", None),
        ("kemarin dulu", None),
    ],
)
def test_wrong_dates_are_told(written, date):
    listing = read_feed(rss(f"<link>https://contoh.id/read/1</link><pubDate>{written}</pubDate>"), URL)
    assert (listing.entries[0].date, listing.entries[0].date_raw) == (date, written)
    assert codes(listing) == ["wrong_dates"]


def test_time_of_the_feed_is_no_date_of_items():
    stamp = "<pubDate>Wed, 01 May 2024 08:00:00 +0700</pubDate>"
    items = [f"<link>https://contoh.id/read/{n}</link>{stamp}" for n in range(3)]
    listing = read_feed(rss(*items, head=f"<link>https://contoh.id/</link>{stamp}"), URL)
    assert [entry.date for entry in listing.entries] == [None] * 3
    assert codes(listing) == ["wrong_dates"]


def test_newest_first_and_undated_last():
    def item(number, stamp):
        return f"<link>https://contoh.id/read/{number}</link><pubDate>{stamp}</pubDate>"

    body = rss(
        item(1, "Wed, 01 May 2024 08:00:00 +0700"),
        "<link>https://contoh.id/read/2</link>",
        item(3, "Wed, 01 May 2024 02:00:00 GMT"),
    )
    assert [entry.url[-1] for entry in read_feed(body, URL).entries] == ["3", "1", "2"]


def test_own_names_before_those_of_extensions():
    item = (
        '<m:title xmlns:m="http://search.yahoo.com/mrss/">Foto</m:title><title>Panen</title>'
        "<link>https://contoh.id/read/1</link>"
    )
    assert one(item).title == "Panen"


def test_html_entities_and_bare_ampersands():
    listing = read_feed(
        rss("<title>Garam &ndash; ikan & pasar</title><link>https://contoh.id/r?a=1&b=2</link>"), URL
    )
    assert (listing.entries[0].title, listing.entries[0].url) == (
        "Garam – ikan & pasar",
        "https://contoh.id/r?a=1&b=2",
    )
    assert codes(listing) == ["broken_xml"]


@pytest.mark.parametrize(
    ("body", "code"),
    [(b"", "empty"), (b"<html><body>x</body></html>", "not_a_feed"), (b"Not found", "not_a_feed")],
)
def test_what_is_no_feed_is_told(body, code):
    listing = read_feed(body, URL)
    assert (listing.entries, codes(listing)[-1]) == ([], code)


def test_feed_without_items_is_read_and_says_so():
    listing = read_feed(rss(), URL)
    assert ([one.code for one in listing.problems], listing.fault) == (["no_entries"], None)


STRAY = ["", "<br>", "<p>lalu", "<b>tebal</i>", "</p>", "</item", "< lima", "<3", "<5>", "<a href=x>tautan"]


@pytest.mark.parametrize("stray", STRAY)
def test_stray_markup_spoils_the_entry_in_which_it_stands_and_no_other(stray):
    items = "".join(
        f"<item><title>Desa &nbsp;{number} &rsquo;maju&rsquo; R&D</title><link>https://contoh.id/{number}</link>"
        f"<description>Nilai < 5 & > 3 {stray if number == 1 else ''}</description></item>"
        for number in range(5)
    )
    feed = f"<?xml version='1.0'?><rss version='2.0'><channel><title>Kabar & Warta</title>{items}</channel></rss>"
    listing = read_feed(feed.encode(), "https://contoh.id/umpan")
    assert [entry.url for entry in listing.entries] == [f"https://contoh.id/{number}" for number in range(5)]
    assert listing.entries[0].title == "Desa 0 \u2019maju\u2019 R&D"
    assert [problem.code for problem in listing.problems] == ["broken_xml"]


def test_address_that_breaks_off_is_no_entry_and_is_told():
    feed = (
        "<rss><channel><item><link>https://contoh.id/satu</link></item>"
        "<item><title>Dua</title><link>https://contoh.id/du"
    )
    listing = read_feed(feed.encode(), "https://contoh.id/umpan")
    assert [entry.url for entry in listing.entries] == ["https://contoh.id/satu"]
    assert {problem.code for problem in listing.problems} == {"broken_xml", "torn_xml"}
    assert listing.fault == "torn_xml"
