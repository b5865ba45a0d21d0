"""SINDOnews (MNC)."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="sindonews-article",
    probe="#detail-desc, .detail-desc",
    headline=("h1.detail-title", "h1"),
    body=("#detail-desc", ".detail-desc"),
    date=(".detail-date-artikel",),
    authors=(".detail-nama-redaksi a[rel=author]", "a[rel=author]"),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a",),
    noise={"widget": "[class^=v-], .download-sindoapps", "ad": "[id^=ads_], .warp-ads-paralax, .content-paralax", "related": ".baca-inline"},
)

PORTALS = [
    Portal(
        id="sindonews", name="SINDOnews", domains=("www.sindonews.com", "sindonews.com", "*.sindonews.com"),
        network="mnc", brands=("SINDOnews", "SINDONEWS.COM"), city_dateline=True, paging="/N by offset; ?showpage=all for all",
        article=(r"^https?://[a-z]+\.sindonews\.com/read/(?P<id>\d+)/\d+/[a-z0-9-]+(?:/\d+)?",),
        examples=("https://ekbis.sindonews.com/read/1731775/178/ihsg-dibuka-di-zona-hijau-1784873276",),
        drop=(r"^https?://(?:e|pict|hi-lite|scope|media)\.sindonews\.com/", r"/(?:topic|tag|indeks)(?:/|\?|$)"),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026-07",
        access="Plain user agents are served.",
        sources=(
            Source(kind="feed", url="https://www.sindonews.com/feed"), Source(kind="feed", url="https://www.sindonews.com/rss/"),
            Source(kind="feed", url="https://{section}.sindonews.com/rss", values={"section": ("nasional", "daerah", "ekbis", "international", "sports", "kalam", "edukasi", "lifestyle", "otomotif", "tekno")}, unverified=True),
            Source(kind="index", url="https://www.sindonews.com/indeks/0/{page}?t={date}", date_format="YYYY-MM-DD", first_page=0, step=20, items=("a[href*='/read/']",), note="0 stands for all channels"),
            Source(kind="sitemap", url="https://www.sindonews.com/sitemap.xml", unverified=True),
        ),
    ),
]
