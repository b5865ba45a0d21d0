"""What stands in the place of a robots.txt."""

from __future__ import annotations

from newsbot.loopback.hostile._parts import STORY, Answers, bomb, moved, packed
from newsbot.loopback.reply import Reply


def _text(body: str | bytes) -> Reply:
    return Reply(200, body, content_type="text/plain")


_FORBIDS = "User-agent: *\nDisallow: /\n"
ROBOTS: Answers = {
    "404": ("404", Reply(404, "<h1>404</h1>")),
    "403": ("403", Reply(403, "<h1>403</h1>")),
    "429": ("429", Reply(429, "sabar")),
    "500": ("500", Reply(500, "rusak")),
    "503": ("503 with Retry-After of an hour", Reply(503, "sibuk", headers={"Retry-After": "3600"})),
    "menutup": ("closes the connection", Reply(200, manner="hangs_up")),
    "kepala": ("headers without an end", Reply(200, manner="endless_head")),
    "tanpa-akhir": ("no length, no end", Reply(200, "Disallow: /a\n" * 5_000, manner="endless")),
    "besar": (
        "16 MB of rules, the first of which binds",
        lambda *_: _text("User-agent: *\nDisallow: /rss\n" + "Disallow: /tidak-ada/\n" * 700_000),
    ),
    "bom": ("gzip bomb, 200 MB in 200 kB", lambda *_: packed(bomb(), "gzip")),
    "halaman": ("a page", Reply(200, STORY)),
    "kosong": ("no bytes", _text("")),
    "biner": ("a picture", _text(b"\x89PNG\r\n\x1a\n" + bytes(500))),
    "utf16": ("rules in UTF-16", _text(_FORBIDS.encode("utf-16"))),
    "bom-utf8": ("rules behind a byte order mark", _text(b"\xef\xbb\xbf" + _FORBIDS.encode())),
    "lama": ("line ends of an old Mac", _text(_FORBIDS.replace("\n", "\r"))),
    "melarang": ("all is forbidden", _text(_FORBIDS)),
    "berputar": ("redirects to itself without end", lambda base, _: moved(f"{base}/robots.txt")),
    "ke-dalam": ("redirect to a private address", moved("http://10.0.0.1/robots.txt")),
    "jeda": ("a Crawl-delay that is no number", _text("User-agent: *\nCrawl-delay: sebentar\n")),
    "peta": (
        "10,000 sitemaps of other hosts",
        lambda *_: _text("".join(f"Sitemap: https://lain-{n}.example/s.xml\n" for n in range(10_000))),
    ),
    "pola": ("a rule of 50,000 stars", _text("User-agent: *\nDisallow: /" + "*a" * 50_000 + "$\n")),
}
