"""Mojok: WordPress with the JNews theme."""

from newsbot.portals._model import ImageRule, Portal, Source
from newsbot.portals._wordpress import BASE

_ARTICLE = BASE.but(
    name="mojok-entry",
    probe=".jeg_post_title, .content-inner",
    headline=("h1.jeg_post_title", "h1"),
    body=(".content-inner",),
    date=(".jeg_meta_date a", ".jeg_meta_date"),
    byline=(".jeg_meta_author a",),
    breadcrumbs=(".jeg_breadcrumbs a",),
    images=(ImageRule(box=".jeg_featured", caption=(".wp-caption-text",)), ImageRule(box="figure", caption=("figcaption",))),
    keywords=(".jeg_post_tags a",),
)

PORTALS = [
    Portal(
        id="mojok", name="Mojok", domains=("mojok.co", "www.mojok.co"),
        brands=("MOJOK.CO",), paging="/N",
        article=(r"^https?://(?:www\.)?mojok\.co/(?!tag/|author/|category/|page/|feed/|wp-)[a-z-]+/[a-z0-9-]{10,}/?$",),
        examples=("https://mojok.co/liputan/warung-kopi-tua-yang-bertahan-di-gang-sempit/",),
        drop=(r"/(?:tag|category|author|page|search|feed|wp-[a-z]+)(?:/|\?|$)",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="feed", url="https://mojok.co/feed/", unverified=True),),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
            "article: partly inferred from samples",
            "byline: partly inferred",
        ),
    ),
]
