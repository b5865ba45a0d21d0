"""Banten News: tagDiv Newspaper."""

from newsbot.portals._model import Portal, Source
from newsbot.portals._tagdiv import BASE

_ARTICLE = BASE.but(name="bantennews-post")

PORTALS = [
    Portal(
        id="bantennews", name="Banten News", domains=("www.bantennews.co.id", "bantennews.co.id"),
        brands=("BANTENNEWS.CO.ID",),
        article=(r"^https?://(?:www\.)?bantennews\.co\.id/(?!tag/|author/|category/|page/|feed/|wp-)[a-z0-9-]{12,}/?$",),
        examples=("https://www.bantennews.co.id/nelayan-karangantu-perbaiki-tambatan-perahu/",),
        drop=(r"/(?:tag|category|author|page|search|feed|wp-[a-z]+)(?:/|\?|$)",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="index", url="https://www.bantennews.co.id/page/{page}/", items=(".entry-title.td-module-title a",)),),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
            "article: partly inferred from samples",
            "byline: partly inferred",
        ),
    ),
]
