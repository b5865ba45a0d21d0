"""TVRI News."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="tvrinews-article",
    probe="div.blog-content",
    headline=("h1",),
    body=("div.blog-content",),
    byline=("xpath://p[starts-with(normalize-space(),'Penulis')][string-length()<120]", "xpath://p[starts-with(normalize-space(),'Editor')][string-length()<120]"),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a",),
)

PORTALS = [
    Portal(
        id="tvrinews", name="TVRI News", domains=("tvrinews.com", "www.tvrinews.com", "*.tvrinews.com"),
        network="tvri", brands=("TVRINews", "TVRINEWS"),
        article=(r"^https?://[a-z]+\.tvrinews\.com/berita/[a-z0-9-]+",),
        examples=("https://daerah.tvrinews.com/berita/a1b2c3d-irigasi-tua-dibersihkan-petani",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(
            Source(kind="news_sitemap", url="https://{section}.tvrinews.com/sitemap/news.xml", values={"section": ("nasional", "ekonomi", "daerah")}),
            Source(kind="sitemap", url="https://{section}.tvrinews.com/sitemap/web.xml", values={"section": ("nasional", "ekonomi", "daerah")}, unverified=True),
        ),
        unverified=(
            "dateline: general knowledge",
            "date: the visible date string is not documented; the machine date is",
            "article: partly inferred",
            "byline: general knowledge",
            "byline: partly inferred",
        ),
    ),
]
