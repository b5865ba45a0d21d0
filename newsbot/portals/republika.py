"""Republika Online: the 2025 template and those of 2015 and 2016, with InPicture photo stories."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_MAX_CARD = Layout(
    name="republika-max-card",
    probe=".article-content, .max-card__title",
    since="2019",
    headline=(".max-card__title h1", ".max-card__title", "h1"),
    body=(".article-content article", ".article-content", ".artikel"),
    date=("div.date.date-item__headline", ".date-item__headline", ".date_detail p", ".date"),
    byline=(".max-card__title > div", ".max-card__title .by", ".by p", ".max-card__title a", ".by", "xpath://*[starts-with(normalize-space(text()[1]),'Rep:')]"),
    images=(ImageRule(box=".max-card__image, .detail__media, figure, .image_detail", caption=(".caption-img", "figcaption", ".detail__media-caption", ".caption"), credit=(".source-img",)),),
    breadcrumbs=(".breadcrumb a", ".breadcrumb li"),
    keywords=(".tags a", ".tag-detail a", "[class*=tags] li a"),
    noise={"related": ".picked-article, .baca-juga, .news-link", "ad": "[id^=bn_], [id^=div-gpt-ad]", "widget": ".footnote-wrap, .scrollToRead, .share"},
)
_DETAIL_2015 = Layout(
    name="republika-2015",
    probe=".wp-conten-detail, .content-detail",
    until="2019",
    headline=(".wp-conten-detail h1", ".wp-conten-detail h2", "xpath:(//h1)[last()]"),
    body=(".content-detail", ".detail-artikel", ".txt-detail", ".konten-detail", ".artikel"),
    date=(".date-detail", ".wp-conten-detail .date"),
    byline=(".wp-conten-detail .red", ".red", "xpath://*[self::p or self::div or self::span][starts-with(normalize-space(),'Rep:') or starts-with(normalize-space(),'Red:')]"),
    images=(ImageRule(box=".wp-conten-detail .img-detail", caption=("xpath:following-sibling::*[contains(@class,'wp-cap')][1]//*[contains(@class,'caption')]", ".caption"), credit=(".cap-foto",)),),
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
        id="republika", name="Republika Online", domains=("republika.co.id", "*.republika.co.id"), network="mahaka", brands=("REPUBLIKA.CO.ID", "REPUBLIKA"),
        article=(
            r"^https?://(?:[a-z]+\.)?republika\.co\.id/berita//?(?P<id>[a-z0-9]{6,14})(?:/[a-z0-9-]+|$)",
            r"^https?://(?:[a-z]+\.)?republika\.co\.id/berita/(?:[a-z0-9-]+/)+\d{2}/\d{2}/\d{2}/(?P<id>[a-z0-9]{6,14})-",
        ),
        layouts=(_MAX_CARD, _IN_PICTURE, _DETAIL_2015), status="verified", checked="real pages of 2015 and 2016; documented 2026-07",
        access="robots.txt bars named bots, Scrapy and news-please among them (2026-07); a product user agent is served.",
        sources=(
            Source(kind="feed", url="https://www.republika.co.id/rss"), Source(kind="sitemap", url="https://republika.co.id/files/xml/sitemap.xml"),
            Source(kind="index", url="https://republika.co.id/index/{offset}/{YYYY}/{MM}/{DD}"),
        ),
    ),
]
