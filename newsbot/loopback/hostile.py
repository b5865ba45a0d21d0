"""Answers that a crawler must survive: each under `/bermusuhan/NAME`.

`PAGES` are asked for as articles, `DOCUMENTS` as sitemaps, feeds and indexes.
"""

from __future__ import annotations

import base64
import gzip
import json
import zlib
from collections.abc import Callable
from functools import cache

from newsbot.loopback.reply import Reply

_PARAGRAPH = (
    "<p>Pasar kecil di tepi kota kembali ramai setelah pagar lama dibongkar oleh warga sekitar "
    "pada pagi hari.</p>"
)
_HEADLINE = "Kabar Pasar Kecil di Tepi Kota"


def _story(place: str) -> str:
    """A story that names a place, for no two articles say the same."""
    return (
        f"<!DOCTYPE html><html><head><title>Kabar Pasar</title></head><body><h1>{_HEADLINE}</h1><article>"
        + _PARAGRAPH.replace("tepi kota", f"tepi kota {place}") * 5
        + "</article></body></html>"
    )


_STORY = _story("lama")
_CHALLENGE = (
    '<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><div id="cf-challenge">'
    "Checking your browser before accessing the site.</div></body></html>"
)
_CLOSED = json.dumps(
    {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": _HEADLINE,
        "datePublished": "2026-11-01T10:00:00+07:00",
        "isAccessibleForFree": False,
    }
)
_WALLED = (
    f'<!DOCTYPE html><html><head><title>{_HEADLINE}</title><script type="application/ld+json">{_CLOSED}</script></head>'
    f"<body><h1>{_HEADLINE}</h1><article>{_PARAGRAPH * 2}</article></body></html>"
)
_CONSENT = (
    "<!DOCTYPE html><html><head><title>Persetujuan Cookie</title></head><body><h1>Kami Menghargai Privasi Anda</h1>"
    "<p>Situs ini memakai cookie. Dengan menekan Setuju, Anda mengizinkan kami menyimpan data pada perangkat Anda.</p>"
    '<form action="/persetujuan"><button>Setuju</button></form></body></html>'
)
_DEEP = f"<html><body><h1>{_HEADLINE}</h1>" + "<div>" * 200_000 + _PARAGRAPH
_BOMB_SIZE = 200_000_000
_BROTLI_BOMB = base64.b64decode(
    "z///f/glQOKxQCD3/p/////wSwDEYQGA7v0/////4ZcAiMMiAN37f/7//8MvARCHBQC69//8//+HXwIgDgsAdO//+f//D78EQBwWAOje//P//x9+"
    "CYA4LADQvf/n//8//BIAcVgAoHv/z///f/glAOKwAED3/p/////wSwDEYQGA7v0/////4ZcAiMMCAN37//wPXscvARCHBQC6ues="
)
"""200 MB of spaces."""
_URLSET = '<?xml version="1.0" encoding="UTF-8"?>{doctype}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{items}</urlset>'
_INDEX = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{items}</sitemapindex>'
_LAUGHS = "".join(f'<!ENTITY t{n} "{f"&t{n - 1};" * 10 if n else "tawa"}">' for n in range(10))


def _moved(to: str, status: int = 302) -> Reply:
    return Reply(status, "", headers={"Location": to})


def _packed(data: bytes, *encodings: str) -> Reply:
    return Reply(200, data, headers={"Content-Encoding": ", ".join(encodings)})


@cache
def _bomb() -> bytes:
    """200 MB of spaces as 200 kB of gzip."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    parts = [packer.compress(b" " * 1_000_000) for _ in range(_BOMB_SIZE // 1_000_000)]
    return b"".join([*parts, packer.flush()])


def _wrapped(layers: int) -> bytes:
    data = _STORY.encode()
    for _ in range(layers):
        data = gzip.compress(data, mtime=0)
    return data


def _busy_at_first(_: str, asked: int) -> Reply:
    if asked < 3:
        return Reply(429, "sabar", headers={"Retry-After": "1"})
    return Reply(200, _STORY)


def _xml(text: str) -> Reply:
    return Reply(200, text, content_type="application/xml")


def _urlset(*addresses: str, doctype: str = "") -> Reply:
    items = "".join(f"<url><loc>{address}</loc></url>" for address in addresses)
    return _xml(_URLSET.format(doctype=doctype, items=items))


def _sitemaps(*addresses: str) -> Reply:
    return _xml(_INDEX.format(items="".join(f"<sitemap><loc>{one}</loc></sitemap>" for one in addresses)))


def _endless_index(base: str, asked: int) -> Reply:
    """Every page has a link to an article of its own and names a next page."""
    here = f"{base}/bermusuhan/indeks-tanpa-akhir"
    article = f'<a href="{here}/{asked}">Kabar Pasar Kecil di Tepi Kota Nomor {asked}</a>'
    return Reply(
        200,
        f'<html><body><ul><li>{article}</li></ul><a rel="next" href="{here}?page={asked + 1}">lagi</a></body></html>',
    )


Make = Reply | Callable[[str, int], Reply]
_PAGES: dict[str, tuple[str, Make]] = {
    "429-lalu-baik": ("429 with Retry-After twice, then the page", _busy_at_first),
    "429-sejam": ("429 with Retry-After of an hour", Reply(429, "sabar", headers={"Retry-After": "3600"})),
    "503-terus": ("503 without Retry-After, always", Reply(503, "sibuk")),
    "500-terus": ("500, always", Reply(500, "rusak")),
    "403": ("403", Reply(403, "<h1>403 Forbidden</h1>")),
    "tantangan": ("a challenge page with status 200", Reply(200, _CHALLENGE)),
    "berbayar": ("a paywall: two paragraphs, and marked as not free", Reply(200, _WALLED)),
    "persetujuan": ("a consent wall in the article's place", Reply(200, _CONSENT)),
    "menetes": ("a few bytes a second", Reply(200, _STORY, manner="slow")),
    "diam": ("takes the question and says nothing", Reply(200, manner="silent")),
    "menutup": ("closes the connection", Reply(200, manner="hangs_up")),
    "bukan-http": ("speaks another protocol", Reply(200, manner="no_http")),
    "terpotong": ("fewer bytes than promised", Reply(200, _STORY, manner="cut")),
    "tanpa-akhir": ("no length, no end", Reply(200, "besar " * 10_000, manner="endless")),
    "terlalu-besar": ("30 MB", lambda *_: Reply(200, "<p>" + "besar " * 5_000_000)),
    "dalam-sekali": ("200,000 nested elements", Reply(200, _DEEP)),
    "salah-charset": (
        "declared UTF-8, written in Windows-1252",
        Reply(200, _story("selatan").replace("Kota", "K\xf4ta").encode("cp1252")),
    ),
    "kosong": ("no bytes", Reply(200, "")),
    "biner": ("a picture", Reply(200, b"\x89PNG\r\n\x1a\n" + bytes(500))),
    "bukan-gzip": ("declared gzip, is none", _packed(_STORY.encode(), "gzip")),
    "gzip-terpotong": (
        "gzip that breaks off",
        _packed(gzip.compress(_story("utara").encode(), mtime=0)[:-20], "gzip"),
    ),
    "bom": ("gzip bomb, 200 MB in 200 kB", lambda *_: _packed(_bomb(), "gzip")),
    "bom-brotli": ("Brotli bomb, 200 MB in 158 bytes", _packed(_BROTLI_BOMB, "br")),
    "bom-berlapis": (
        "gzip bomb packed once more",
        lambda *_: _packed(gzip.compress(_bomb()), "gzip", "gzip"),
    ),
    "berlapis": ("a page in twenty layers of gzip", lambda *_: _packed(_wrapped(20), *["gzip"] * 20)),
    "berputar": (
        "redirects to itself without end",
        lambda base, asked: _moved(f"{base}/bermusuhan/berputar?lagi={asked}"),
    ),
    "ke-dalam": (
        "redirect to a cloud's metadata address",
        _moved("http://169.254.169.254/latest/meta-data/"),
    ),
    "ke-dalam-desimal": ("redirect to 10.0.0.1 written as a number", _moved("http://167772161/")),
    "ke-dalam-ipv6": ("redirect to 10.0.0.1 inside an IPv6 address", _moved("http://[::ffff:10.0.0.1]/")),
    "ke-nol": ("redirect to 0.0.0.0", _moved("http://0.0.0.0:22/")),
    "ke-depan": ("redirect to the front page", _moved("/")),
    "ke-artikel": ("redirect to another article", lambda base, _: _moved(f"{base}/bermusuhan/429-lalu-baik")),
    "teko": ("418", Reply(418, "<h1>Teko</h1>")),
    "ke-berkas": ("redirect to file:///etc/passwd", _moved("file:///etc/passwd")),
    "melarang": (
        "headers that reserve rights",
        Reply(200, _story("timur"), headers={"X-Robots-Tag": "noindex, noai", "tdm-reservation": "1"}),
    ),
}
_DOCUMENTS: dict[str, tuple[str, Make]] = {
    "sitemap-bom": (
        "a sitemap of 200 MB in 200 kB",
        lambda *_: Reply(200, _bomb(), content_type="application/gzip"),
    ),
    "sitemap-entitas": (
        "entities that grow to ten billion words",
        _urlset("http://127.0.0.1/&t9;", doctype=f"<!DOCTYPE urlset [{_LAUGHS}]>"),
    ),
    "sitemap-berkas": (
        "an entity that names /etc/passwd",
        _urlset(
            "http://127.0.0.1/bermusuhan/&isi;",
            doctype='<!DOCTYPE urlset [<!ENTITY isi SYSTEM "file:///etc/passwd">]>',
        ),
    ),
    "sitemap-berputar": (
        "an index that always names a further index",
        lambda base, asked: _sitemaps(f"{base}/bermusuhan/sitemap-berputar?lagi={asked}"),
    ),
    "sitemap-tetangga": (
        "60,000 addresses of other sites",
        lambda *_: _urlset(*(f"https://lain-{n}.example/berita/{n:08d}/kabar" for n in range(60_000))),
    ),
    "sitemap-alamat": (
        "addresses of 6,000 characters, and of forbidden schemes",
        lambda base, _: _sitemaps(
            f"{base}/bermusuhan/sitemap-alamat/{'ü' * 1_900}",
            f"{base}/bermusuhan/sitemap-alamat/{'x' * 6_000}",
            "file:///etc/passwd",
            "http://169.254.169.254/s.xml",
        ),
    ),
    "sitemap-rusak": ("no XML at all", _xml("<<<>>> & <urlset <url>")),
    "indeks-tanpa-akhir": ("an index that always has a next page", _endless_index),
}
PAGES = {name: meaning for name, (meaning, _) in _PAGES.items()}
"""What stands in an article's place: name to what it is."""
DOCUMENTS = {name: meaning for name, (meaning, _) in _DOCUMENTS.items()}
"""What stands in the place of a discovery document: name to what it is."""


def answer(name: str, base: str, asked: int) -> Reply:
    """The reply of that name; `asked` counts how often its path was asked for, this time included."""
    _, make = _PAGES.get(name) or _DOCUMENTS.get(name) or ("", Reply(404, "<h1>404</h1>"))
    return make if isinstance(make, Reply) else make(base, asked)
