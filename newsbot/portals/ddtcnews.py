"""DDTC News, on taxes."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="ddtcnews-article",
    probe="div.contentArticle",
    headline=("h1",),
    body=("div.contentArticle",),
    date=("#publish-news",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a",),
    section=("meta[name=category]::attr(content)",),
)

PORTALS = [
    Portal(
        id="ddtcnews", name="DDTC News", domains=("news.ddtc.co.id",),
        network="ddtc", brands=("DDTCNews", "DDTCNEWS"),
        article=(r"^https://news\.ddtc\.co\.id/(?:berita|review|literasi|komunitas)/(?:[^/]+/)*(?P<id>\d+)/[^/]+",),
        examples=("https://news.ddtc.co.id/berita/nasional/1809123/desa-mulai-pungut-pajak-secara-daring",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="sitemap", url="https://news.ddtc.co.id/sitemap.xml", unverified=True),),
        unverified=(
            "dateline: general knowledge, not sampled",
        ),
    ),
]
