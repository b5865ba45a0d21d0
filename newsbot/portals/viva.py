"""VIVA.co.id: the template of 2015 (bare text in a span) and today's main-content."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

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
    next_page=(".pagination-detail a",),
    noise={"related": ".recommended-article, .widget-other-article", "ad": ".slotiklan-custom-desktop, .ads, .lazyload_ad", "paging": ".pagination-detail"},
)
_2015 = Layout(
    name="viva-article-content",
    probe="#article-content",
    until="2019",
    headline=(".title h1", "[itemprop=headline] h1", "h1[itemprop=headline]", "h1"),
    alternative_headline=(".summary",),
    body=("#article-content [itemprop=articleBody]", "#article-content"),
    date=(".smalldesc .date", ".date"),
    byline=(".smalldesc .author",),
    images=(ImageRule(box=".thumbcontainer", caption=("xpath:following-sibling::*[1][contains(@class,'photodesc')]",)),),
    section=(".upperdeck-kanal",),
    breadcrumbs=(".breadcrumb a",),
    keywords=(".tagcontent a", ".tags a"),
    noise={"widget": "aside.shareArea", "ad": ".sideskycrapper, .lazyload_ad", "related": ".portlet.terkait"},
)

PORTALS = [
    Portal(
        id="viva", name="VIVA.co.id", domains=("viva.co.id", "*.viva.co.id"), network="viva", brands=("VIVA.co.id", "VIVAnews", "VIVA"),
        article=(r"^https?://(?:[a-z.]+\.)?viva\.co\.id/(?:[a-z0-9-]+/)+(?P<id>\d+)-[a-z0-9-]+",), paging="?page=all",
        layouts=(_MAIN, _2015), status="verified", checked="real page of 2015; documented 2026",
        sources=(Source(kind="sitemap", url="https://www.viva.co.id/sitemap.xml"), Source(kind="index", url="https://www.viva.co.id/indeks")),
    ),
]
