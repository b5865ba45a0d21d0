"""Borneo24: WordPress."""

from newsbot.portals._model import Portal, Source
from newsbot.portals._wordpress import BASE

_ARTICLE = BASE.but(name="borneo24-entry", probe=".post-content, .entry-content", body=(".post-content", ".entry-content"))

PORTALS = [
    Portal(
        id="borneo24", name="Borneo24", domains=("borneo24.com", "www.borneo24.com"),
        timezone="Asia/Makassar", brands=("BORNEO24.COM",),
        article=(r"^https?://(?:www\.)?borneo24\.com/(?!tag/|author/|category/|page/|feed/|wp-|search)[a-z-]+/[a-z0-9-]{12,}",),
        examples=("https://borneo24.com/daerah/dermaga-kecil-di-hulu-sungai-kembali-dibuka",),
        drop=(r"/(?:tag|category|author|page|search|feed|wp-[a-z]+)(?:/|\?|$)",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="index", url="https://borneo24.com/search?q=", items=(".post-item h3.title a",), note="an empty search in place of an index"), Source(kind="sitemap", url="https://borneo24.com/sitemap.xml", unverified=True)),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
            "timezone: the place of the paper",
        ),
    ),
]
