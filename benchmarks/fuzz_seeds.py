"""What the fuzzer's inputs are made from: the fixtures, documents built here, and real pages where they lie."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
REAL = ROOT.parent / "shared" / "pages"
URL = "https://www.contoh.id/berita/2026/07/05/panen-garam"
FETCHED = "2026-07-05T04:38:00+00:00"
_SCRIPT = re.compile(rb"<script[^>]*>\s*([{\[].*?)</script>", re.DOTALL)
_MARKUP = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)
_LONGEST_LINE = 600


@cache
def fixture_pages() -> list[bytes]:
    """The invented pages of the project."""
    return [path.read_bytes() for path in sorted((ROOT / "fixtures").rglob("*.html"))]


@cache
def real_pages() -> list[bytes]:
    """Real pages, where they lie."""
    return [gzip.decompress(path.read_bytes()) for path in sorted(REAL.glob("*.html.gz"))]


@cache
def printed_lines() -> list[bytes]:
    """What the invented pages print, by lines: dates, names, captions, labels, sentences."""
    texts = (_MARKUP.sub("\n", page.decode("utf-8", "replace")) for page in fixture_pages())
    lines = (line.strip() for text in texts for line in text.splitlines())
    return [line.encode() for line in dict.fromkeys(lines) if 0 < len(line) <= _LONGEST_LINE]


@cache
def dated_lines() -> list[bytes]:
    """Those with a figure."""
    machine = [
        b"2026-07-05T04:38:00+07:00",
        b"Sun, 05 Jul 2026 04:38:00 GMT",
        b"20260705043800",
        b"1783226280",
    ]
    return machine + [line for line in printed_lines() if re.search(rb"\d", line)]


@cache
def scripts() -> list[bytes]:
    """The data that invented pages hold for machines."""
    return [found[1] for page in fixture_pages() for found in _SCRIPT.finditer(page)]


def dumps() -> list[bytes]:
    """Text dumps: what the invented pages print, one line below the other."""
    lines = printed_lines()
    return [b"\n\n".join(lines[at : at + 40]) for at in range(0, len(lines), 40)]


def sitemaps() -> list[bytes]:
    """A sitemap, one of news with pictures, an index, and addresses by lines."""
    place = b"<loc>https://www.contoh.id/berita/2026/07/05/panen-garam</loc><lastmod>2026-07-05</lastmod>"
    space = b"http://www.sitemaps.org/schemas/sitemap/0.9"
    news = (
        b"<news:news><news:publication><news:name>Contoh</news:name><news:language>id</news:language></news:publication>"
        b"<news:publication_date>2026-07-05T04:38:00+07:00</news:publication_date><news:title>Panen Garam</news:title>"
        b"<news:keywords>garam, panen</news:keywords></news:news><image:image><image:loc>https://www.contoh.id/a.jpg"
        b"</image:loc><image:caption>Tambak</image:caption></image:image>"
    )
    head = b'<?xml version="1.0" encoding="UTF-8"?>\n'
    spaces = b'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
    return [
        head + b'<urlset xmlns="' + space + b'">\n' + (b"<url>" + place + b"</url>\n") * 5 + b"</urlset>",
        head
        + b'<urlset xmlns="'
        + space
        + b'" '
        + spaces
        + b">\n"
        + (b"<url>" + place + news + b"</url>\n") * 3
        + b"</urlset>",
        head
        + b'<sitemapindex xmlns="'
        + space
        + b'">'
        + (b"<sitemap>" + place + b"</sitemap>\n") * 4
        + b"</sitemapindex>",
        b"https://www.contoh.id/berita/a\nhttps://www.contoh.id/berita/b\n",
    ]


def feeds() -> list[bytes]:
    """RSS and Atom."""
    item = (
        b"<item><title><![CDATA[Panen &amp; Garam]]></title><link>https://www.contoh.id/berita/a</link><guid "
        b'isPermaLink="false">7</guid><pubDate>Sun, 05 Jul 2026 04:38:00 +0700</pubDate><category>Ekonomi</category>'
        b'<dc:creator>Wira</dc:creator><enclosure url="https://www.contoh.id/a.jpg" type="image/jpeg"/></item>\n'
    )
    entry = (
        b'<entry><title type="html">Panen</title><link rel="alternate" href="/berita/a"/><id>tag:contoh.id,2026:7</id>'
        b"<published>2026-07-05T04:38:00+07:00</published><updated>2026-07-05T05:00:00Z</updated></entry>\n"
    )
    return [
        b'<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Contoh</title>'
        b"<link>https://www.contoh.id/</link>" + item * 4 + b"</channel></rss>",
        b'<feed xmlns="http://www.w3.org/2005/Atom"><title>Contoh</title>' + entry * 4 + b"</feed>",
    ]


def robots() -> list[bytes]:
    """Rules of two agents, with patterns and sitemaps."""
    general = b"User-agent: *\nDisallow: /cari?*q=\nAllow: /cari$\nCrawl-delay: 2\n\n"
    own = b"User-agent: newsbot\nDisallow: /arsip/*/x\n"
    return [general + own + b"Sitemap: https://www.contoh.id/sitemap.xml\nSitemap: /news.xml # baru\n"]


def responses() -> list[bytes]:
    """WARC files of one to three responses, one with a request and a revisit before the page."""
    pages = [page for page in fixture_pages() if len(page) < 20_000]
    one = [_record(b"response", _http(page)) for page in pages[:12]]
    other = _record(b"request", b"GET / HTTP/1.1\r\nHost: www.contoh.id\r\n\r\n") + _record(
        b"revisit", _http(b"")
    )
    return [*one, *(other + first + second for first, second in zip(one[::2], one[1::2], strict=True))]


def _http(page: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n%s" % (
        len(page),
        page,
    )


def _record(kind: bytes, block: bytes) -> bytes:
    return (
        b"WARC/1.0\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789abc>\r\n"
        b"WARC-Date: 2026-07-05T04:38:00Z\r\nWARC-Target-URI: %s\r\nContent-Type: application/http\r\n"
        b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (kind, URL.encode(), len(block), block)
    )


def mails() -> list[bytes]:
    """Saved pages as browsers write them: a page and a picture in one message."""
    page = b"Content-Type: text/html\r\nContent-Transfer-Encoding: %s\r\nContent-Location: %s\r\n\r\n%s\r\n"
    picture = b"Content-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lGODlhAQABAAAAACw=\r\n"
    head = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: %s\r\nDate: Sun, 5 Jul 2026 04:38:00 -0000\r\n"
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="batas"\r\n\r\n--batas\r\n'
    ) % URL.encode()
    small = [one for one in fixture_pages() if len(one) < 20_000][:8]
    kinds = (b"8bit", b"quoted-printable", b"binary", b"base64")
    return [
        head + page % (kinds[at % 4], URL.encode(), one) + b"--batas\r\n" + picture + b"--batas--\r\n"
        for at, one in enumerate(small)
    ]


def manifests() -> list[bytes]:
    """What a folder says of its pages."""
    row = b'{"file": "a.html", "url": "%s", "fetched_at": "%s", "headers": {"Content-Type": "text/html"}}\n'
    return [
        row % (URL.encode(), FETCHED.encode()) + b'{"file": "b.html", "url": null}\n{"file": "sub/c.html"}\n'
    ]
