"""What stands in the place of a sitemap, a feed or an index."""

from __future__ import annotations

import gzip

from newsbot.loopback.hostile._parts import (
    BROTLI_BOMB,
    CHALLENGE,
    LAUGHS,
    STORY,
    Answers,
    bomb,
    endless_index,
    moved,
    packed,
    sitemaps,
    urlset,
    xml,
)
from newsbot.loopback.reply import Reply


def _feed(*links: str, doctype: str = "", title: str = "Kabar") -> Reply:
    items = "".join(f"<item><title>{title}</title><link>{link}</link></item>" for link in links)
    return Reply(
        200,
        f'<?xml version="1.0"?>{doctype}<rss version="2.0"><channel><title>Bermusuhan</title>{items}</channel></rss>',
        content_type="application/rss+xml",
    )


def _beside(base: str, name: str) -> str:
    """An article's address that the document of that name may announce."""
    return f"{base}/bermusuhan/{name}/t/kabar-1"


DOCUMENTS: Answers = {
    "sitemap-bom": (
        "a sitemap of 200 MB in 200 kB",
        lambda *_: Reply(200, bomb(), content_type="application/gzip"),
    ),
    "sitemap-entitas": (
        "entities that grow to ten billion words",
        urlset("http://127.0.0.1/&t9;", doctype=f"<!DOCTYPE urlset [{LAUGHS}]>"),
    ),
    "sitemap-berkas": (
        "an entity that names /etc/passwd",
        urlset(
            "http://127.0.0.1/bermusuhan/&isi;",
            doctype='<!DOCTYPE urlset [<!ENTITY isi SYSTEM "file:///etc/passwd">]>',
        ),
    ),
    "sitemap-berputar": (
        "an index that always names a further index",
        lambda base, asked: sitemaps(f"{base}/bermusuhan/sitemap-berputar?lagi={asked}"),
    ),
    "sitemap-tetangga": (
        "60,000 addresses of other sites",
        lambda *_: urlset(*(f"https://lain-{n}.example/berita/{n:08d}/kabar" for n in range(60_000))),
    ),
    "sitemap-alamat": (
        "addresses of 6,000 characters, and of forbidden schemes",
        lambda base, _: sitemaps(
            f"{base}/bermusuhan/sitemap-alamat/{'ü' * 1_900}",
            f"{base}/bermusuhan/sitemap-alamat/{'x' * 6_000}",
            "file:///etc/passwd",
            "http://169.254.169.254/s.xml",
        ),
    ),
    "sitemap-rusak": ("no XML at all", xml("<<<>>> & <urlset <url>")),
    "indeks-tanpa-akhir": ("an index that always has a next page", endless_index),
    "sitemap-diri": (
        "an index that names itself",
        lambda base, _: sitemaps(f"{base}/bermusuhan/sitemap-diri"),
    ),
    "sitemap-lingkaran": (
        "two indexes that name each other",
        lambda base, asked: sitemaps(f"{base}/bermusuhan/sitemap-lingkaran?ke={asked % 2}"),
    ),
    "sitemap-sejuta": (
        "a million addresses of its own, in 4 MB of gzip",
        lambda base, _: Reply(
            200,
            gzip.compress(
                urlset(*(f"{base}/bermusuhan/sitemap-sejuta/x/{n:07d}" for n in range(1_000_000))).data, 1
            ),
            content_type="application/gzip",
        ),
    ),
    "sitemap-dalam": (
        "100,000 elements in each other",
        lambda *_: xml("<urlset>" + "<a>" * 100_000 + "</a>" * 100_000 + "</urlset>"),
    ),
    "sitemap-dtd-luar": (
        "a document type that lies at a private address",
        lambda base, _: urlset(
            _beside(base, "sitemap-dtd-luar"),
            doctype='<!DOCTYPE urlset SYSTEM "http://169.254.169.254/u.dtd">',
        ),
    ),
    "sitemap-parameter": (
        "a parameter entity that loads another document",
        lambda base, _: urlset(
            _beside(base, "sitemap-parameter"),
            doctype='<!DOCTYPE urlset [<!ENTITY % lain SYSTEM "file:///etc/passwd"> %lain;]>',
        ),
    ),
    "sitemap-doctype": (
        "200,000 beginnings of a document type",
        lambda *_: xml("<!DOCTYPE[" * 200_000 + "<urlset></urlset>"),
    ),
    "sitemap-utf16": (
        "a sitemap in UTF-16",
        lambda base, _: Reply(
            200,
            urlset(_beside(base, "sitemap-utf16")).data.decode().replace("UTF-8", "UTF-16").encode("utf-16"),
            content_type="application/xml",
        ),
    ),
    "sitemap-nol": (
        "NUL between its elements",
        lambda base, _: Reply(
            200,
            urlset(_beside(base, "sitemap-nol")).data.replace(b"<url>", b"\x00<url>"),
            content_type="application/xml",
        ),
    ),
    "sitemap-halaman": ("a page in a sitemap's place", Reply(200, STORY)),
    "sitemap-tantangan": ("a challenge page in a sitemap's place", Reply(200, CHALLENGE)),
    "sitemap-brotli": ("a sitemap of 200 MB in 158 bytes of Brotli", packed(BROTLI_BOMB, "br")),
    "sitemap-terpotong": (
        "gzip that breaks off",
        lambda base, _: Reply(
            200,
            gzip.compress(urlset(*(f"{_beside(base, 'sitemap-terpotong')}{n}" for n in range(5))).data)[:-40],
            content_type="application/gzip",
        ),
    ),
    "sitemap-tanpa-akhir": ("no length, no end", Reply(200, "<urlset>" + "<url/>" * 2_000, manner="endless")),
    "sitemap-kepala": ("headers without an end", Reply(200, manner="endless_head")),
    "sitemap-ke-dalam": ("redirect to a cloud's metadata address", moved("http://169.254.169.254/s.xml")),
    "sitemap-ke-berkas": ("redirect to file:///etc/passwd", moved("file:///etc/passwd")),
    "sitemap-404": ("404", Reply(404, "<h1>404</h1>")),
    "sitemap-204": ("204", Reply(204, b"HTTP/1.1 204 No Content\r\n\r\n", manner="raw")),
    "umpan-bom": ("a feed of 200 MB in 200 kB", lambda *_: packed(bomb(), "gzip")),
    "umpan-entitas": (
        "a feed with entities that grow to ten billion words",
        lambda base, _: _feed(
            _beside(base, "umpan-entitas"), doctype=f"<!DOCTYPE rss [{LAUGHS}]>", title="&t9;"
        ),
    ),
    "umpan-berkas": (
        "a feed with an entity that names /etc/passwd",
        lambda base, _: _feed(
            _beside(base, "umpan-berkas"),
            doctype='<!DOCTYPE rss [<!ENTITY isi SYSTEM "file:///etc/passwd">]>',
            title="&isi;",
        ),
    ),
    "umpan-dalam": (
        "a feed of 100,000 elements in each other",
        lambda *_: xml("<rss><channel>" + "<item>" * 100_000 + "</item>" * 100_000 + "</channel></rss>"),
    ),
    "umpan-alamat": (
        "a feed of addresses that are none",
        lambda *_: _feed(
            "javascript:alert(1)", "file:///etc/passwd", "http://[", "http://10.0.0.1/a", "x" * 6_000
        ),
    ),
    "umpan-sejuta": (
        "a feed of 100,000 addresses of other sites",
        lambda *_: _feed(*(f"https://lain-{n}.example/{n}" for n in range(100_000))),
    ),
    "umpan-pulang": ("a feed whose every link is the front page", lambda base, _: _feed(*[f"{base}/"] * 20)),
    "umpan-halaman": ("a page in a feed's place", Reply(200, STORY)),
}
