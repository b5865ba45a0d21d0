"""Mongabay Indonesia: WordPress, also read through its REST interface by others."""

from newsbot.portals._model import Portal, Source
from newsbot.portals._wordpress import BASE

_ARTICLE = BASE.but(name="mongabay-entry", body=("div.entry-content", ".single-article-content", "article .content"))

PORTALS = [
    Portal(
        id="mongabay", name="Mongabay Indonesia", domains=("mongabay.co.id", "www.mongabay.co.id"),
        network="mongabay", brands=("MONGABAY",),
        article=(r"^https?://(?:www\.)?mongabay\.co\.id/\d{4}/\d{2}/\d{2}/[a-z0-9-]+", r"^https?://(?:www\.)?mongabay\.co\.id/(?!tag/|author/|category/|page/|feed/|wp-)[a-z-]+/[a-z0-9-]{12,}"),
        examples=("https://mongabay.co.id/2026/02/18/penyu-kembali-bertelur-di-pantai-yang-dijaga-warga/",),
        drop=(r"/(?:tag|category|author|page|search|feed|wp-[a-z]+)(?:/|\?|$)",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(
            Source(kind="index", url="https://mongabay.co.id/wp-json/wp/v2/posts?per_page=20&page={page}", note="the REST interface of WordPress: JSON"),
            Source(kind="feed", url="https://mongabay.co.id/feed/", unverified=True),
        ),
        unverified=(
            "layout: the selectors are those of WordPress; sources read the REST interface",
            "date: the visible date string is not documented; the machine date is",
        ),
    ),
]
