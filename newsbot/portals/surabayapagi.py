"""Surabaya Pagi."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="surabayapagi-article",
    probe="div[itemprop=articleBody], article",
    headline=("h1",),
    body=("div[itemprop=articleBody]", "article"),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a",),
)

PORTALS = [
    Portal(
        id="surabayapagi", name="Surabaya Pagi", domains=("surabayapagi.com", "www.surabayapagi.com"),
        brands=("SURABAYAPAGI.com",),
        article=(r"^https?://(?:www\.)?surabayapagi\.com/news-(?P<id>\d+)-[a-z0-9-]+",),
        examples=("https://surabayapagi.com/news-281903-taman-bungkul-ditanami-pohon-peneduh",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="feed", url="https://surabayapagi.com/feed"),),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
            "dateline: general knowledge",
        ),
    ),
]
