"""Infobank: WordPress."""

from newsbot.portals._model import Portal, Source
from newsbot.portals._wordpress import BASE

_ARTICLE = BASE.but(name="infobanknews-entry")

PORTALS = [
    Portal(
        id="infobanknews", name="Infobank", domains=("infobanknews.com", "www.infobanknews.com"),
        brands=("INFOBANKNEWS.COM",), city_dateline=True,
        article=(r"^https?://(?:www\.)?infobanknews\.com/(?!tag/|author/|category/|page/|feed/|wp-)[a-z0-9-]{12,}/?$",),
        examples=("https://infobanknews.com/kredit-usaha-mikro-tumbuh-di-triwulan-pertama/",),
        drop=(r"/(?:tag|category|author|page|search|feed|wp-[a-z]+)(?:/|\?|$)",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(
            Source(kind="index", url="https://infobanknews.com/wp-json/wp/v2/posts?per_page=20&page={page}", note="the REST interface of WordPress: JSON"),
            Source(kind="feed", url="https://infobanknews.com/feed/", unverified=True),
        ),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
            "dateline: general knowledge",
        ),
    ),
]
