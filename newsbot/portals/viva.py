"""VIVA.co.id from the template of 2015 (bare text in a span) to today's main-content, and tvOnenews."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source
from newsbot.portals._past.viva import LAYOUT_2015, LEADING, TITLE_BIG

_MAIN = Layout(
    name="viva-main-content",
    probe=".main-content-detail",
    since="2019",
    headline=("h1.main-content-title", "h1"),
    body=("div.main-content-detail",),
    date=("div.main-content-date", ".date-time .date"),
    byline=("div.main-content-author", ".date-time .author"),
    images=(ImageRule(box=".main-content-image", caption=("figcaption", "[class*=caption]", ".main-content-image-caption")),),
    breadcrumbs=("a.breadcrumb-step", ".breadcrumb a"),
    keywords=(".tag-list a", "[class*=tag] a[href*='/tag/']"),
    noise={"related": ".recommended-article, .widget-other-article", "ad": ".slotiklan-custom-desktop, .ads, .lazyload_ad", "paging": ".pagination-detail"},
)
_TVONE = Layout(
    name="tvonenews-detail",
    probe=".detail-content",
    headline=("h1",),
    body=(".detail-content",),
    date=(".detail-date",),
    byline=(".detail-author",),
    images=(ImageRule(box=".detail-image, figure", caption=("figcaption", "[class*=caption]")),),
    breadcrumbs=(".breadcrumb a",),
    keywords=("[class*=tag] a[href*='/tag/']",),
    noise={"related": "[class^=baca-juga], [class^=related]", "ad": ".slotiklan-320x100, [id^=div-gpt-ad]", "widget": "[class^=video]"},
)
_SISTERS = {"sahijab.com": "Sahijab", "jagodangdut.com": "JagoDangdut", "intipseleb.com": "IntipSeleb", "100kpj.com": "100KPJ"}

PORTALS = [
    Portal(
        id="viva", name="VIVA.co.id", domains=("viva.co.id", "*.viva.co.id", *(host for name in _SISTERS for host in (name, f"*.{name}"))), network="viva", brands=("VIVA.co.id", "VIVAnews", "VIVA"), names={f"{host}{name}": title for name, title in _SISTERS.items() for host in ("", "www.")},
        examples=("https://www.viva.co.id/berita/nasional/1812345-perahu-tradisional-dipamerkan-di-pelabuhan",),
        article=(r"^https?://(?:[a-z.]+\.)?(?:viva\.co\.id|(?:sahijab|jagodangdut|intipseleb|100kpj)\.com)/(?:[a-z0-9-]+/)+(?P<id>\d+)-[a-z0-9-]+",), paging="?page=all",
        layouts=(_MAIN, LEADING, TITLE_BIG, LAYOUT_2015), status="verified", checked="real pages of 2015 and 2016; documented for 2016, 2017 and 2026",
        access="The feeds answer 404 (2026-02).", unverified=("domains: of the sister sites only that their template is similar",),
        sources=(
            Source(kind="index", url="https://www.viva.co.id/indeks", items=(".article-list-row a.article-list-title",), item_date=(".article-list-date span",), note="some 34 rows; more come by POST"),
            Source(kind="sitemap", url="https://www.viva.co.id/sitemap.xml", unverified=True),
        ),
    ),
    Portal(
        id="tvonenews", name="tvOnenews.com", domains=("tvonenews.com", "*.tvonenews.com"), network="viva", brands=("tvOnenews.com", "tvOnenews", "tvOne"),
        examples=("https://www.tvonenews.com/berita/nasional/312345-posko-siaga-dibuka-di-lereng-gunung",),
        article=(r"^https?://www\.tvonenews\.com/(?:[a-z0-9-]+/)+(?P<id>\d+)-[a-z0-9-]+",), paging="?page=all",
        layouts=(_TVONE, _MAIN), status="documented", checked="documented 2026",
        sources=(
            Source(kind="news_sitemap", url="https://www.tvonenews.com/sitemap/news/news-sitemap.xml", unverified=True), Source(kind="sitemap", url="https://www.tvonenews.com/sitemap.xml", unverified=True),
        ),
    ),
]
