"""Republika Online: the max-card template of today, those of 2012 to 2022, InPicture photo stories and Ihram (haji)."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_SAID = "div.red table td"
_CAPTION = (".caption-img", "figcaption", ".detail__media-caption", ".caption")
_MAX_CARD = Layout(
    name="republika-max-card",
    probe=".max-card__title, .article-content",
    since="2022",
    headline=(".max-card__title h1", ".max-card__title", "h1"),
    body=(".article-content article", ".article-content", ".artikel"),
    date=("div.date.date-item__headline", ".date-item__headline", ".date_detail p", ".date"),
    byline=(".max-card__title > div", ".max-card__title .by", ".by p", ".max-card__title a", ".by", "xpath://*[starts-with(normalize-space(text()[1]),'Rep:')]"),
    images=(ImageRule(box=".max-card__image, .detail__media, figure, .image_detail", caption=_CAPTION, credit=(".source-img",)),),
    breadcrumbs=(".breadcrumb a", ".breadcrumb li"),
    keywords=(".tags a", ".tag-detail a", "[class*=tags] li a"),
    noise={"related": ".picked-article, .baca-juga, .news-link", "ad": "[id^=bn_], [id^=div-gpt-ad]", "widget": ".footnote-wrap, .scrollToRead, .share"},
)
_WRAP_DETAIL = Layout(
    name="republika-2018-wrap-detail",
    probe=".wrap_detail_set, .wrap_detail .artikel",
    since="2017-11",
    until="2022",
    headline=(".wrap_detail_set h1", "xpath:(//h1[not(ancestor::*[contains(@class,'wrap_blok_tag')])])[1]"),
    body=(".wrap_detail .artikel", ".artikel", "[itemprop=articleBody]"),
    date=(".date_detail p", ".date_detail"),
    byline=(".by p", ".by"),
    images=(ImageRule(box=".image_detail, .detail__media, figure", caption=_CAPTION, credit=(".source-img",)),),
    breadcrumbs=(".breadcome li a", ".breadcome a", ".breadcrumb a"),
    keywords=(".wrap_blok_tag a",),
    noise={"related": ".picked-article, .baca-juga, .news-link", "ad": "[id^=div-gpt-ad]", "paging": ".pagination"},
)
_READ = Layout(
    name="republika-network-read",
    probe=".read-desc .read-thumb",
    since="2019",
    headline=(".read-title h1", ".read-title h2:first-of-type", "h1"),
    body=(".read-desc .read-thumb", ".read-desc"),
    date=(".read-title h2:nth-of-type(2) span",),
    byline=(".read-title h2:nth-of-type(2)", ".profile-name a"),
    images=(ImageRule(box=".read-cover", caption=("figcaption", "[class*=caption]")),),
    breadcrumbs=(".breadcrumb a",),
    keywords=(".tags a", "[class*=tag] a"),
)
_CENTER = Layout(
    name="republika-2012-txt-detailberita",
    probe=".txt-detailberita",
    until="2015",
    headline=("h1.jdl-detail", ".jdl-detail"),
    body=(".txt-detailberita",),
    date=("xpath://div[@class='rangka']/div[@class='date']/text()[normalize-space()]", ".rangka .date", ".date"),
    byline=(_SAID,),
    images=(
        ImageRule(
            box=".img-detailberita", caption=("xpath:following-sibling::div[1]//div[@class='caption-foto']",), credit=("xpath:preceding-sibling::div[1][@class='def-foto']",),
        ),
    ),
    breadcrumbs=(".breadcome a",),
    keywords=(".tags a[href*='hot_topic']",),
    source=("xpath://div[@class='red']//td[starts-with(normalize-space(),'Sumber')]",),
)
_IHRAM = Layout(
    name="republika-ihram-2017",
    probe=".teaser.global-detail",
    until="2019",
    headline=(".wrap-title .h5", ".h5.global-detail"),
    body=(".teaser.global-detail",),
    date=(".date-detail.global-detail",),
    byline=(_SAID,),
    images=(ImageRule(box=".img-detail", caption=(".caption",), credit=(".def",)),),
    breadcrumbs=(".breadcome a",),
    keywords=(".tagging a",),
    source=("xpath://div[@class='red']//td[starts-with(normalize-space(),'Sumber')]",),
)
_DETAIL_2015 = Layout(
    name="republika-2015",
    probe=".wp-conten-detail, .content-detail",
    since="2015-11",
    until="2018",
    headline=(".wrap-head h2", ".wp-conten-detail h1", ".wp-conten-detail h2", "xpath:(//h1)[last()]"),
    body=(".content-detail", ".detail-artikel", ".txt-detail", ".konten-detail", ".artikel"),
    date=(".date-detail", ".wrap-head .date", ".wrap-head > span", ".wp-conten-detail .date"),
    byline=(
        ".wp-conten-detail .red", ".red",
        "xpath://*[self::p or self::div or self::span][starts-with(normalize-space(),'Rep:') or starts-with(normalize-space(),'Red:')]",
    ),
    images=(
        ImageRule(
            box=".wp-conten-detail .img-detail", credit=(".cap-foto",),
            caption=("xpath:following-sibling::*[contains(@class,'wp-cap')][1]//*[contains(@class,'caption')]", ".caption"),
        ),
    ),
    breadcrumbs=(".breadcome a", ".breadcrumb a"),
    keywords=(".tagging a", ".wp-conten-detail .tag a"),
)
_IN_PICTURE = Layout(
    name="republika-in-picture",
    probe=".jdl-pic, .teaser-pic",
    until="2019",
    kind="gallery",
    headline=(".jdl-pic",),
    body=(".teaser-pic",),
    date=(".date-pic",),
    byline=("div.red table tr", "div.red"),
    images=(ImageRule(box="img[caption]", caption_attr="caption"),),
    breadcrumbs=(),
    section=("li.active li.active > a", "li.inpicture.active li.active a", "ul li.active:not(.inpicture) > a"),
)

PORTALS = [
    Portal(
        id="republika", name="Republika Online", domains=("republika.co.id", "*.republika.co.id", "ihram.co.id", "*.ihram.co.id"), network="mahaka",
        brands=("REPUBLIKA.CO.ID", "REPUBLIKA", "IHRAM.CO.ID"), names={"www.ihram.co.id": "Ihram", "ihram.co.id": "Ihram"},
        article=(
            r"^https?://(?:[a-z]+\.)?(?:republika|ihram)\.co\.id/berita/(?:[a-z0-9-]+/)+\d{2}/\d{2}/\d{2}/(?P<id>[a-z0-9]{6,14})(?:-|$)",
            r"^https?://(?:[a-z]+\.)?(?:republika|ihram)\.co\.id/berita//?(?P<id>[a-z0-9]{6,14})(?:/[a-z0-9-]+|$)",
        ),
        layouts=(_MAX_CARD, _WRAP_DETAIL, _READ, _IN_PICTURE, _CENTER, _IHRAM, _DETAIL_2015), status="verified",
        checked="real pages of 2015 (two templates), 2016 and 2017 (Ihram); documented for 2012 to 2022 and 2026-07",
        access="robots.txt bars named bots, Scrapy and news-please among them (2026-07); a product user agent is served.",
        sources=(
            Source(kind="feed", url="https://www.republika.co.id/rss"), Source(kind="sitemap", url="https://republika.co.id/files/xml/sitemap.xml"),
            Source(kind="index", url="https://republika.co.id/index/{page}/{date}", date_format="YYYY/MM/DD", first_page=0, step=40),
        ),
    ),
]
