"""Pantau: a Next.js site."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="pantau-article",
    probe="main article",
    headline=("main h1", "h1"),
    body=("main article",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a",),
)

PORTALS = [
    Portal(
        id="pantau", name="Pantau", domains=("www.pantau.com", "pantau.com"),
        network="pantau", brands=("Pantau", "PANTAU.COM"),
        article=(r"^https?://(?:www\.)?pantau\.com/[a-z-]+/(?P<id>\d+)/[a-z0-9-]+",),
        examples=("https://www.pantau.com/nasional/291234/jembatan-gantung-di-hulu-sungai-selesai",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="index", url="https://www.pantau.com/?sort=latest&page={page}"),),
        unverified=(
            "dateline: general knowledge",
            "date: the visible date string is not documented; the machine date is",
            "embedded: the page data are in __NEXT_DATA__, their keys are not documented",
            "article: partly inferred from samples",
            "byline: partly inferred",
        ),
    ),
]
