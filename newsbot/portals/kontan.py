"""Kontan (KG Media)."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="kontan-article",
    probe="div.tmpt-desk-kon",
    headline=("h1.detail-desk", "h1"),
    body=("div.tmpt-desk-kon[itemprop=articleBody]", "div.tmpt-desk-kon"),
    date=("div.fs14.ff-opensans.font-gray",),
    byline=("xpath://*[contains(@class,'tmpt-desk-kon')]//p[starts-with(normalize-space(),'Reporter:')][string-length()<200]",),
    images=(ImageRule(box=".img-detail-desk", caption=("figcaption", ".caption")), ImageRule(box="figure", caption=("figcaption",))),
    breadcrumbs=("div.breadcumb a", "div.breadcumb"),
    noise={"related": "p:has(> a[class^=track-]), h2:has(> a[class^=track-]), .kus", "ad": ".ads-partner-wrap", "byline": "xpath:.//p[starts-with(normalize-space(),'Reporter:')][string-length()<200]"},
)

PORTALS = [
    Portal(
        id="kontan", name="Kontan", domains=("www.kontan.co.id", "kontan.co.id", "*.kontan.co.id"),
        network="kgmedia", brands=("KONTAN.CO.ID",), paging="?page=N; ?page=all for all",
        article=(r"^https?://[a-z]+\.kontan\.co\.id/news/[a-z0-9-]+",),
        examples=("https://amp.kontan.co.id/news/takut-harga-naik-pembeli-emas-menunggu",),
        drop=(r"^https?://(?:insight|edsus|exportexpert)\.kontan\.co\.id/", r"/(?:tag|search)(?:/|\?|$)"),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        access="insight.kontan.co.id is for subscribers and left out.",
        sources=(
            Source(kind="sitemap", url="https://www.kontan.co.id/sitemap.xml", note="branches by channel"),
            Source(kind="index", url="https://www.kontan.co.id/search/?search=&per_page={page}", first_page=0, step=20, items=(".list-berita ul li a",), unverified=True, note="an empty search in place of an index"),
            Source(kind="feed", url="https://www.kontan.co.id/feed", unverified=True),
            Source(kind="feed", url="https://{section}.kontan.co.id/rss", values={"section": ("investasi", "keuangan", "industri", "www")}, unverified=True),
        ),
    ),
]
