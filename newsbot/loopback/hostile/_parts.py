"""What hostile answers are made of: invented stories, packed bytes, redirects."""

from __future__ import annotations

import base64
import gzip
import json
import zlib
from collections.abc import Callable
from functools import cache

from newsbot.loopback.reply import Reply

Make = Reply | Callable[[str, int], Reply]
"""A reply, or what makes one of the server's own address and of how often its path was asked for."""
Answers = dict[str, tuple[str, Make]]
"""Name of an answer, what it is, and what makes it."""
PARAGRAPH = (
    "<p>Pasar kecil di tepi kota kembali ramai setelah pagar lama dibongkar oleh warga sekitar "
    "pada pagi hari.</p>"
)
HEADLINE = "Kabar Pasar Kecil di Tepi Kota"


def story(place: str) -> str:
    """A story that names a place, for no two articles say the same."""
    return (
        f"<!DOCTYPE html><html><head><title>Kabar Pasar</title></head><body><h1>{HEADLINE}</h1><article>"
        + PARAGRAPH.replace("tepi kota", f"tepi kota {place}") * 5
        + "</article></body></html>"
    )


STORY = story("lama")
CHALLENGE = (
    '<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><div id="cf-challenge">'
    "Checking your browser before accessing the site.</div></body></html>"
)
CLOSED = json.dumps(
    {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": HEADLINE,
        "datePublished": "2026-11-01T10:00:00+07:00",
        "isAccessibleForFree": False,
    }
)
WALLED = (
    f'<!DOCTYPE html><html><head><title>{HEADLINE}</title><script type="application/ld+json">{CLOSED}</script></head>'
    f"<body><h1>{HEADLINE}</h1><article>{PARAGRAPH * 2}</article></body></html>"
)
CONSENT = (
    "<!DOCTYPE html><html><head><title>Persetujuan Cookie</title></head><body><h1>Kami Menghargai Privasi Anda</h1>"
    "<p>Situs ini memakai cookie. Dengan menekan Setuju, Anda mengizinkan kami menyimpan data pada perangkat Anda.</p>"
    '<form action="/persetujuan"><button>Setuju</button></form></body></html>'
)
DEEP = f"<html><body><h1>{HEADLINE}</h1>" + "<div>" * 200_000 + PARAGRAPH
BOMB_SIZE = 200_000_000
BROTLI_BOMB = base64.b64decode(
    "z///f/glQOKxQCD3/p/////wSwDEYQGA7v0/////4ZcAiMMiAN37f/7//8MvARCHBQC69//8//+HXwIgDgsAdO//+f//D78EQBwWAOje//P//x9+"
    "CYA4LADQvf/n//8//BIAcVgAoHv/z///f/glAOKwAED3/p/////wSwDEYQGA7v0/////4ZcAiMMCAN37//wPXscvARCHBQC6ues="
)
"""200 MB of spaces."""
URLSET = '<?xml version="1.0" encoding="UTF-8"?>{doctype}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{items}</urlset>'
INDEX = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{items}</sitemapindex>'
LAUGHS = "".join(f'<!ENTITY t{n} "{f"&t{n - 1};" * 10 if n else "tawa"}">' for n in range(10))


def moved(to: str, status: int = 302) -> Reply:
    return Reply(status, "", headers={"Location": to})


def packed(data: bytes, *encodings: str) -> Reply:
    return Reply(200, data, headers={"Content-Encoding": ", ".join(encodings)})


@cache
def bomb() -> bytes:
    """200 MB of spaces as 200 kB of gzip."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    parts = [packer.compress(b" " * 1_000_000) for _ in range(BOMB_SIZE // 1_000_000)]
    return b"".join([*parts, packer.flush()])


def wrapped(layers: int) -> bytes:
    data = STORY.encode()
    for _ in range(layers):
        data = gzip.compress(data, mtime=0)
    return data


def busy_at_first(_: str, asked: int) -> Reply:
    if asked < 3:
        return Reply(429, "sabar", headers={"Retry-After": "1"})
    return Reply(200, STORY)


def xml(text: str) -> Reply:
    return Reply(200, text, content_type="application/xml")


def urlset(*addresses: str, doctype: str = "") -> Reply:
    items = "".join(f"<url><loc>{address}</loc></url>" for address in addresses)
    return xml(URLSET.format(doctype=doctype, items=items))


def sitemaps(*addresses: str) -> Reply:
    return xml(INDEX.format(items="".join(f"<sitemap><loc>{one}</loc></sitemap>" for one in addresses)))


def endless_index(base: str, asked: int) -> Reply:
    """Every page has a link to an article of its own and names a next page."""
    here = f"{base}/bermusuhan/indeks-tanpa-akhir"
    article = f'<a href="{here}/t/{asked}">Kabar Pasar Kecil di Tepi Kota Nomor {asked}</a>'
    return Reply(
        200,
        f'<html><body><ul><li>{article}</li></ul><a rel="next" href="{here}?page={asked + 1}">lagi</a></body></html>',
    )


def zstd_bomb() -> bytes:
    """200 MB of one byte as 6 kB of Zstandard, by hand: blocks that each stand for 128 kB (RFC 8878, 3.1.1)."""
    count, size, repeated = BOMB_SIZE // 131_072, 131_072, 1
    header = b"\x28\xb5\x2f\xfd\x00\x38"  # magic, no size stated, a window of 128 kB
    blocks = (((size << 3) | (repeated << 1) | (number == count - 1)) for number in range(count))
    return header + b"".join(block.to_bytes(3, "little") + b" " for block in blocks)
