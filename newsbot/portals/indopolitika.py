"""Indopolitika: WordPress with a theme of its own."""

from newsbot.portals._model import Portal, Source
from newsbot.portals._wordpress import BASE

_ARTICLE = BASE.but(
    name="indopolitika-entry",
    probe=".post-content",
    headline=(".post-title h1", "h1"),
    body=(".post-content",),
    byline=(".post-authorname a",),
    breadcrumbs=(".post-breadcrumb a",),
)

PORTALS = [
    Portal(
        id="indopolitika", name="Indopolitika", domains=("indopolitika.com", "www.indopolitika.com"),
        brands=("INDOPOLITIKA.COM",),
        article=(r"^https?://(?:www\.)?indopolitika\.com/(?!tag/|author/|category/|page/|feed/|wp-|indeks-)[a-z0-9-]{12,}/?$",),
        examples=("https://indopolitika.com/rapat-daerah-bahas-anggaran-perbaikan-irigasi/",),
        drop=(r"/(?:tag|category|author|page|search|feed|wp-[a-z]+)(?:/|\?|$)", "/indeks-berita(?:/|$)"),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="index", url="https://indopolitika.com/indeks-berita/page/{page}/", items=("h2.media-title a.media-link",)),),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
            "dateline: general knowledge",
        ),
    ),
]
