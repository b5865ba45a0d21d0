"""Katadata."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="katadata-article",
    probe=".detail-main, .detail-body",
    headline=(".detail-title", "h1"),
    body=(".detail-main", ".detail-body"),
    date=(".detail-date.text-gray", ".detail-date"),
    byline=(".detail-author-name",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".section-breadcrumb a",),
    noise={"related": "[class^=widget-baca-juga]", "widget": "[class*=ai-summary]", "promo": ".section-affiliate"},
)

PORTALS = [
    Portal(
        id="katadata", name="Katadata", domains=("katadata.co.id", "www.katadata.co.id"),
        network="katadata", brands=("KATADATA",),
        article=(r"^https?://(?:www\.)?katadata\.co\.id/(?:[a-z-]+/)+(?P<id>[0-9a-f]{10,16})/[a-z0-9-]+",),
        examples=("https://katadata.co.id/finansial/makro/6a1f2b3c4d5e6/ekspor-kopi-naik-pada-kuartal-pertama",),
        drop=(r"/(?:indeks|tags?|search)(?:/|\?|$)",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026; .detail-body for about 2022",
        sources=(
            Source(kind="index", url="https://katadata.co.id/indeks", items=("article.article--berita a",), note="further pages need a POST"),
            Source(kind="feed", url="https://katadata.co.id/rss", unverified=True),
        ),
        unverified=("layout: the year of .detail-body is inferred",),
    ),
]
