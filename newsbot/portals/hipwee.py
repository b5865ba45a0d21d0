"""Hipwee: WordPress."""

from newsbot.portals._model import Portal, Source
from newsbot.portals._wordpress import BASE

_ARTICLE = BASE.but(name="hipwee-entry", probe=".entry-content, .post-content", body=(".entry-content", ".post-content"))

PORTALS = [
    Portal(
        id="hipwee", name="Hipwee", domains=("www.hipwee.com", "hipwee.com"),
        brands=("HIPWEE",),
        article=(r"^https?://(?:www\.)?hipwee\.com/(?!tag/|author/|category/|page/|feed/|wp-)[a-z0-9-]+/[a-z0-9-]{12,}",),
        examples=("https://www.hipwee.com/feature/cara-merawat-tanaman-di-kamar-kos/",),
        drop=(r"/(?:tag|category|author|page|search|feed|wp-[a-z]+)(?:/|\?|$)",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="index", url="https://www.hipwee.com/page/{page}/?s=", note="an empty search in place of an index"), Source(kind="sitemap", url="https://www.hipwee.com/sitemap.xml", unverified=True)),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
        ),
    ),
]
