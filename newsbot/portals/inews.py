"""iNews (MNC), with its regional hosts."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="inews-article",
    probe=".createdAt, .timeAndShare, article .content, [class*=widgetListArticle]",
    headline=("h1",),
    body=("article .content", ".content", "article"),
    date=(".createdAt", ".timeAndShare"),
    byline=(".author", "xpath://*[self::p or self::div or self::span][starts-with(normalize-space(),'Editor')][string-length()<80]"),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a",),
    noise={"related": "[class^=baca-juga], [class^=related]", "widget": ".widgetNewsTV__news24Jam, .pipLiveStream__content, .breaking-news-popup", "ad": "[class^=ads]", "byline": "xpath:.//p[starts-with(normalize-space(),'Editor :')][string-length()<80]"},
)

PORTALS = [
    Portal(
        id="inews", name="iNews.id", domains=("www.inews.id", "inews.id", "*.inews.id"),
        network="mnc", brands=("iNews.id", "INEWS.ID"), paging="/N; /all for all",
        article=(r"^https?://www\.inews\.id/(?:finance|news|regional|lifestyle|sport|otomotif|techno|travel|multimedia)/[a-z-]+/[a-z0-9-]{10,}", r"^https?://[a-z]+\.inews\.id/read/(?P<id>\d+)/[a-z0-9-]+", r"^https?://[a-z]+\.inews\.id/berita/[a-z0-9-]+"),
        examples=("https://www.inews.id/news/nasional/posko-banjir-dibuka-di-tiga-kecamatan", "https://bandung.inews.id/read/501234/pasar-kaget-pindah-ke-lapangan"),
        drop=(r"/(?:tag|indeks)(?:/|\?|$)",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        access="Known crawlers ask for permission before crawling.",
        sources=(
            Source(kind="feed", url="https://www.inews.id/feed/news", unverified=True),
            Source(kind="sitemap", url="https://www.inews.id/sitemap.xml", unverified=True),
        ),
    ),
]
