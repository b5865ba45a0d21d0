"""Layouts of viva before 2020."""

from newsbot.portals._model import ImageRule, Layout

LEADING = Layout(
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
TITLE_BIG = Layout(
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
LAYOUT_2015 = Layout(
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
