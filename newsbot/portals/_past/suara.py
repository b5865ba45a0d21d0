"""Layouts of suara before 2021."""

from newsbot.portals._model import ImageRule, Layout

NOISE = {
    "widget": ".ten-second, .google-pref", "related": ".article-read, .item--baca-juga-inner, [id^=berita-terkait-], #next-article, .baca-juga-new",
    "ad": "[id*=div-ad], .placeholder_belt, .placeholder_read_body", "paging": ".wrap-pagination",
}
LAYOUT_2015 = Layout(
    name="suara-content-detail",
    probe=".contentDetail",
    until="2018",
    headline=("h1[itemprop=headline]", "h1"),
    alternative_headline=("h4[itemprop=articleSection]",),
    body=("#contentImageCaption", ".contentDetail"),
    date=(".dateDetail2 time", ".dateDetail2"),
    authors=(".dateDetail2 author",),
    images=(ImageRule(box=".captionImg", caption=("figcaption",)),),
    breadcrumbs=("xpath://div[contains(@class,'breadcrumbs')][@itemprop='headline']/a | //div[@itemprop='breadcrumb']//li[normalize-space() and not(a)]",),
    keywords=(".tagDetailList .tagList",),
)
LAYOUT_2017 = Layout(
    name="suara-2017-content-article",
    probe=".content-article, .dateDetail .fr",
    since="2016",
    until="2019",
    headline=(".title h1", ".detail h1", "h1"),
    body=(".content-article",),
    date=(".dateDetail .fr time", ".dateDetail time", ".dateDetail .fr"),
    authors=(".dateDetail .fl author", ".dateDetail author"),
    images=(ImageRule(box=".captionImg, .content-article figure, .detail figure", caption=("figcaption", ".caption")),),
    breadcrumbs=(".breadcrumb a", ".breadcrumbs a"),
    keywords=(".tagList a",),
)
LAYOUT_2019 = Layout(
    name="suara-2019-detail--content",
    probe=".detail--content, .detail--info",
    since="2018-06",
    until="2021",
    headline=(".detail h1", ".title h1", "h1"),
    body=(".detail--content",),
    date=(".detail--info span:last-child", ".detail--info"),
    authors=(".detail--info span:first-child",),
    images=(ImageRule(box=".detail--img, .detail figure", caption=("figcaption", ".caption")),),
    breadcrumbs=(".breadcrumb a",),
    keywords=(".tagList a",),
    noise=NOISE,
)
