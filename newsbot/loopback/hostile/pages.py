"""What stands in an article's place: statuses, bodies, encodings and declarations that lie."""

from __future__ import annotations

import gzip
import zlib

from newsbot.loopback.hostile._parts import (
    BROTLI_BOMB,
    CHALLENGE,
    CONSENT,
    DEEP,
    STORY,
    WALLED,
    Answers,
    bomb,
    busy_at_first,
    packed,
    story,
    wrapped,
    zstd_bomb,
)
from newsbot.loopback.reply import Reply


def _half() -> str:
    return STORY[:400]


PAGES: Answers = {
    "429-lalu-baik": ("429 with Retry-After twice, then the page", busy_at_first),
    "429-sejam": ("429 with Retry-After of an hour", Reply(429, "sabar", headers={"Retry-After": "3600"})),
    "503-terus": ("503 without Retry-After, always", Reply(503, "sibuk")),
    "500-terus": ("500, always", Reply(500, "rusak")),
    "403": ("403", Reply(403, "<h1>403 Forbidden</h1>")),
    "tantangan": ("a challenge page with status 200", Reply(200, CHALLENGE)),
    "berbayar": ("a paywall: two paragraphs, and marked as not free", Reply(200, WALLED)),
    "persetujuan": ("a consent wall in the article's place", Reply(200, CONSENT)),
    "menetes": ("a few bytes a second", Reply(200, STORY, manner="slow")),
    "diam": ("takes the question and says nothing", Reply(200, manner="silent")),
    "menutup": ("closes the connection", Reply(200, manner="hangs_up")),
    "bukan-http": ("speaks another protocol", Reply(200, manner="no_http")),
    "terpotong": ("fewer bytes than promised", Reply(200, STORY, manner="cut")),
    "tanpa-akhir": ("no length, no end", Reply(200, "besar " * 10_000, manner="endless")),
    "terlalu-besar": ("30 MB", lambda *_: Reply(200, "<p>" + "besar " * 5_000_000)),
    "dalam-sekali": ("200,000 nested elements", Reply(200, DEEP)),
    "salah-charset": (
        "declared UTF-8, written in Windows-1252",
        Reply(200, story("selatan").replace("Kota", "K\xf4ta").encode("cp1252")),
    ),
    "kosong": ("no bytes", Reply(200, "")),
    "biner": ("a picture", Reply(200, b"\x89PNG\r\n\x1a\n" + bytes(500))),
    "bukan-gzip": ("declared gzip, is none", packed(STORY.encode(), "gzip")),
    "gzip-terpotong": (
        "gzip that breaks off",
        packed(gzip.compress(story("utara").encode(), mtime=0)[:-20], "gzip"),
    ),
    "bom": ("gzip bomb, 200 MB in 200 kB", lambda *_: packed(bomb(), "gzip")),
    "bom-brotli": ("Brotli bomb, 200 MB in 158 bytes", packed(BROTLI_BOMB, "br")),
    "bom-berlapis": (
        "gzip bomb packed once more",
        lambda *_: packed(gzip.compress(bomb()), "gzip", "gzip"),
    ),
    "berlapis": ("a page in twenty layers of gzip", lambda *_: packed(wrapped(20), *["gzip"] * 20)),
    "teko": ("418", Reply(418, "<h1>Teko</h1>")),
    "melarang": (
        "headers that reserve rights",
        Reply(200, story("timur"), headers={"X-Robots-Tag": "noindex, noai", "tdm-reservation": "1"}),
    ),
    "401": ("401", Reply(401, "<h1>401 Unauthorized</h1>")),
    "410": ("410", Reply(410, "<h1>410 Gone</h1>")),
    "451": ("451", Reply(451, "<h1>451</h1>")),
    "999": ("999, a status that nobody knows", Reply(999, "<h1>Request denied</h1>")),
    "204": ("204", Reply(204, manner="raw", body=b"HTTP/1.1 204 No Content\r\n\r\n")),
    "206": (
        "206, a part that nobody asked for",
        Reply(206, _half(), headers={"Content-Range": "bytes 0-399/900"}),
    ),
    "304": ("304, though nothing was known", Reply(304)),
    "200-nanti": (
        "a page with Retry-After of a day",
        Reply(200, story("barat"), headers={"Retry-After": "86400"}),
    ),
    "sebagai-gambar": ("a page declared as a picture", Reply(200, story("hulu"), content_type="image/png")),
    "sebagai-unduhan": (
        "a page declared as a file of bytes to save",
        Reply(
            200,
            story("hilir"),
            content_type="application/octet-stream",
            headers={"Content-Disposition": 'attachment; filename="../../etc/passwd"'},
        ),
    ),
    "pdf": ("a PDF declared as a page", Reply(200, b"%PDF-1.7\n" + bytes(range(256)) * 20)),
    "json": ("JSON declared as a page", Reply(200, '{"berita": [1, 2, 3]}')),
    "charset-asing": (
        "a character set that nobody knows",
        Reply(200, story("tepian"), content_type="text/html; charset=x-tidak-ada"),
    ),
    "charset-utf16": (
        "declared UTF-16, written in UTF-8",
        Reply(200, story("seberang"), content_type="text/html; charset=utf-16"),
    ),
    "charset-utf7": (
        "declared UTF-7, with a script hidden in it",
        Reply(200, story("+ADw-script+AD4-"), content_type="text/html; charset=utf-7"),
    ),
    "bom-zstd": ("Zstandard bomb, 200 MB in 6 kB", lambda *_: packed(zstd_bomb(), "zstd")),
    "bom-deflate": (
        "deflate bomb, 200 MB in 200 kB",
        lambda *_: packed(zlib.compress(bytes(100_000_000)), "deflate"),
    ),
    "deflate-telanjang": (
        "deflate without its wrapping",
        packed(zlib.compress(story("dalam").encode())[2:-4], "deflate"),
    ),
    "encoding-asing": ("a content encoding that nobody knows", packed(story("luar").encode(), "rot13")),
    "encoding-identity": (
        "gzip, declared as `identity, gzip`",
        packed(gzip.compress(story("tengah").encode(), mtime=0), "identity", "gzip"),
    ),
    "gzip-diam-diam": (
        "gzip that no header declares",
        Reply(200, gzip.compress(story("atas").encode(), mtime=0)),
    ),
    "bukan-brotli": ("declared Brotli, is none", packed(story("bawah").encode(), "br")),
}
