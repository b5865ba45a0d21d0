"""Invented records that fill every kind of field, and what writes them."""

from newsbot.corpus.export.formats import FORMATS
from newsbot.corpus.export.run import export
from newsbot.corpus.projection import WHOLE
from newsbot.corpus.selection import Selection
from newsbot.items import (
    Discovery,
    FieldSource,
    Http,
    Image,
    JoinedPage,
    Language,
    Origin,
    Person,
    Problem,
    Related,
    Removed,
    Video,
)
from tests.corpus.records import article, read

FULL = article(
    "contoh:1",
    headline="Harga garam naik, petani senang",
    description="Panen raya di Teluk Biru.",
    dateline="Teluk Biru",
    date_published="2023-09-13T00:05:00+07:00",
    date_published_raw="Rabu (13/9/2023) 00.05 WIB",
    date_published_precision="minute",
    date_modified="2023-09-14",
    authors=[
        Person("Sari Wulan", "author", "https://contoh.id/penulis/sari"),
        Person("Budi Hartono", "author"),
    ],
    editors=[Person("Laras Puspa", "editor")],
    images=[
        Image("https://contoh.id/b.jpg"),
        Image("https://contoh.id/a.jpg", "Petani garam", "Antara/Dewi", width=750, height=500, is_main=True),
    ],
    videos=[Video("https://contoh.id/v/1")],
    section="Ekonomi",
    breadcrumbs=["Beranda", "Ekonomi"],
    keywords=["garam", "panen"],
    related=[Related("Gudang baru dibangun", "https://contoh.id/2")],
    in_language=Language("id", 0.97),
    is_accessible_for_free=True,
    word_count=23,
    _fetched_at="2023-09-13T02:00:00+00:00",
    _discovery=Discovery("sitemap", "https://contoh.id/sitemap.xml"),
    _fields={"headline": FieldSource("layout", "h1", ["meta"], [])},
    _removed=[Removed("iklan", "ad", "Beli sepatu", 2)],
    _problems=[
        Problem("date_day_only", "date_modified"),
        Problem("opt_out", None, "info", "meta robots: noai"),
    ],
    _confidence=0.93,
    _pages=[
        JoinedPage(
            "https://contoh.id/1?page=2", "2023-09-13T02:00:04+00:00", Http(200, charset="utf-8"), "sha256:b"
        ),
        JoinedPage(
            "https://contoh.id/1?page=3", payload_digest="sha256:c", origin=Origin("warc", "a.warc", 12)
        ),
    ],
)
BARE = article("contoh:2", portal="lain", texts=())
RECORDS = [FULL, BARE]


def write(to, path, *records, projection=WHOLE, selection=None):
    """The sums of an export of these records."""
    return export(read(*(records or RECORDS)), selection or Selection(), projection, FORMATS[to], path)
