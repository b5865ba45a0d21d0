"""VIVA.co.id from the template of 2015 (bare text in a span) to today's main-content, and tvOnenews."""

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
    noise={"related": ".recommended-article, .widget-other-article", "ad": ".slotiklan-custom-desktop, .ads, .lazyload_ad", "paging": ".pagination-detail"},
)
_LEADING = Layout(
    name="viva-2017-leading-title",
    probe="#article-detail-content, .leading-title h1",
    since="2017-10",
    until="2020",
    headline=(".leading-title h1", "h1"),
    body=("#article-detail-content",),
    date=(".leading-date", ".leading-title .date", "[itemprop=datePublished]", ".article-detail .date"),
    byline=(".leading-author", ".leading-title .author", "[itemprop=author]", ".article-detail .author"),
    images=(ImageRule(box=".article-detail figure, .leading-image", caption=("figcaption", "[class*=caption]")),),
    breadcrumbs=(".breadcrumb a",),
    keywords=("[class*=tag] a[href*='/tag/']",),
    noise={"related": ".recommended-article, .widget-other-article", "ad": ".ads, .lazyload_ad"},
)
_TITLE_BIG = Layout(
    name="viva-2016-title-big",
    probe="h1.title-big-detail",
    since="2016-06",
    until="2018",
    headline=("h1.title-big-detail",),
    body=(".detail-content",),
    date=(".meta-author > span:nth-child(3)", ".meta-author"),
    authors=(".meta-author > span > b",),
    images=(ImageRule(box=".article-detail figure, .thumbcontainer", caption=("figcaption", "[class*=caption]")),),
    breadcrumbs=(".breadcrumb a",),
    keywords=("[class*=tag] a[href*='/tag/']",),
    noise={"widget": ".share-btn-right", "ad": ".ads, .lazyload_ad"},
)
_2015 = Layout(
    name="viva-article-content",
    probe="#article-content",
    until="2017",
    headline=(".title h1", "[itemprop=headline] h1", "h1[itemprop=headline]", "h1"),
    alternative_headline=(".summary",),
    body=("#article-content [itemprop=articleBody]", "#article-content"),
    date=(".smalldesc .date", ".date"),
    byline=(".smalldesc .author",),
    images=(
        ImageRule(box=".article-detail > .thumbcontainer", caption=("xpath:following-sibling::*[1][contains(@class,'photodesc')]",)),
        ImageRule(box="#article-content div[style*=center]:has(> img)", caption=("xpath:following-sibling::div[normalize-space()][1][contains(@style,'center')]/em",)),
    ),
    section=(".upperdeck-kanal",),
    breadcrumbs=(".breadcrumb a",),
    keywords=(".tagcontent a", ".tags a"),
    noise={
        "widget": "aside.shareArea", "ad": ".sideskycrapper, .lazyload_ad", "related": ".portlet.terkait",
        "caption": "xpath:.//div[contains(@style,'center')][em][normalize-space(.)=normalize-space(em)][preceding-sibling::div[normalize-space() or img][1]/img]",
    },
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

PORTALS = [
    Portal(
        id="viva", name="VIVA.co.id", domains=("viva.co.id", "*.viva.co.id"), network="viva", brands=("VIVA.co.id", "VIVAnews", "VIVA"),
        article=(r"^https?://(?:[a-z.]+\.)?viva\.co\.id/(?:[a-z0-9-]+/)+(?P<id>\d+)-[a-z0-9-]+",), paging="?page=all",
        layouts=(_MAIN, _LEADING, _TITLE_BIG, _2015), status="verified", checked="real pages of 2015 and 2016; documented for 2016, 2017 and 2026",
        sources=(Source(kind="sitemap", url="https://www.viva.co.id/sitemap.xml"), Source(kind="index", url="https://www.viva.co.id/indeks")),
    ),
    Portal(
        id="tvonenews", name="tvOnenews.com", domains=("tvonenews.com", "*.tvonenews.com"), network="viva", brands=("tvOnenews.com", "tvOnenews", "tvOne"),
        article=(r"^https?://www\.tvonenews\.com/(?:[a-z0-9-]+/)+(?P<id>\d+)-[a-z0-9-]+",), paging="?page=all",
        layouts=(_TVONE, _MAIN), status="documented", checked="documented 2026",
        sources=(
            Source(kind="news_sitemap", url="https://www.tvonenews.com/sitemap/news/news-sitemap.xml"), Source(kind="sitemap", url="https://www.tvonenews.com/sitemap.xml"),
        ),
    ),
]
