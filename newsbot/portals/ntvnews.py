"""NTV News."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="ntvnews-article",
    probe="article p",
    headline=("h1",),
    body=("article",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a",),
)

PORTALS = [
    Portal(
        id="ntvnews", name="NTV News", domains=("www.ntvnews.id", "ntvnews.id"),
        network="ntv", brands=("Ntvnews.id", "NTVNEWS.ID"),
        article=(r"^https?://(?:www\.)?ntvnews\.id/[a-z-]+/(?P<id>\d+)/[a-z0-9-]+",),
        examples=("https://www.ntvnews.id/nasional/181234/pelabuhan-rakyat-diperlebar",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="news_sitemap", url="https://www.ntvnews.id/sitemap-news.xml"),),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
            "dateline: general knowledge",
            'layout: only "the paragraphs of the article" is documented',
        ),
    ),
]
