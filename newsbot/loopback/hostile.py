"""Answers that a crawler must survive: each under `/bermusuhan/NAME`."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from functools import cache

from newsbot.loopback.reply import Reply

_STORY = (
    "<!DOCTYPE html><html><head><title>Kabar Pasar</title></head><body><h1>Kabar Pasar Kecil di Tepi Kota</h1><article>"
    + "<p>Pasar kecil di tepi kota kembali ramai setelah pagar lama dibongkar oleh warga sekitar pada pagi hari.</p>"
    * 5
    + "</article></body></html>"
)
_CHALLENGE = (
    '<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><div id="cf-challenge">'
    "Checking your browser before accessing the site.</div></body></html>"
)
_BOMB_SIZE = 200_000_000


def _moved(to: str, status: int = 302) -> Reply:
    return Reply(status, "", headers={"Location": to})


@cache
def _bomb() -> bytes:
    """200 MB of spaces as 200 kB of gzip."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    parts = [packer.compress(b" " * 1_000_000) for _ in range(_BOMB_SIZE // 1_000_000)]
    return b"".join([*parts, packer.flush()])


def _busy_at_first(_: str, asked: int) -> Reply:
    if asked < 3:
        return Reply(429, "sabar", headers={"Retry-After": "1"})
    return Reply(200, _STORY)


_FIXED: dict[str, Reply] = {
    "429-sejam": Reply(429, "sabar", headers={"Retry-After": "3600"}),
    "503-terus": Reply(503, "sibuk"),
    "500-terus": Reply(500, "rusak"),
    "403": Reply(403, "<h1>403 Forbidden</h1>"),
    "tantangan": Reply(200, _CHALLENGE),
    "menetes": Reply(200, _STORY, manner="slow"),
    "terpotong": Reply(200, _STORY, manner="cut"),
    "salah-charset": Reply(200, _STORY.replace("Kota", "K\xf4ta").encode("cp1252")),
    "ke-dalam": _moved("http://169.254.169.254/latest/meta-data/"),
    "ke-berkas": _moved("file:///etc/passwd"),
    "kosong": Reply(200, ""),
    "biner": Reply(200, b"\x89PNG\r\n\x1a\n" + bytes(500)),
    "bukan-gzip": Reply(200, _STORY, headers={"Content-Encoding": "gzip"}),
    "gzip-terpotong": Reply(
        200, gzip.compress(_STORY.encode(), mtime=0)[:-20], headers={"Content-Encoding": "gzip"}
    ),
    "melarang": Reply(200, _STORY, headers={"X-Robots-Tag": "noindex, noai", "tdm-reservation": "1"}),
}
_MADE: dict[str, Callable[[str, int], Reply]] = {
    "429-lalu-baik": _busy_at_first,
    "berputar": lambda base, asked: _moved(f"{base}/bermusuhan/berputar?lagi={asked}"),
    "bom": lambda *_: Reply(200, _bomb(), headers={"Content-Encoding": "gzip"}),
    "bom-sitemap": lambda *_: Reply(200, _bomb(), content_type="application/gzip"),
    "terlalu-besar": lambda *_: Reply(200, "<p>" + "besar " * 5_000_000),
}
NAMES = (*_FIXED, *_MADE)
"""Every hostile answer by name."""


def answer(name: str, base: str, asked: int) -> Reply:
    """The reply of that name; `asked` counts how often its address was asked for, this time included."""
    if name in _FIXED:
        return _FIXED[name]
    make = _MADE.get(name)
    return make(base, asked) if make else Reply(404, "<h1>404</h1>")
