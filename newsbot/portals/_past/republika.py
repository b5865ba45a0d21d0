"""Layouts of republika of 2020 and later that are gone."""

from newsbot.portals._model import ImageRule, Layout

CAPTION = (".caption-img", "figcaption", ".detail__media-caption", ".caption")
WRAP_DETAIL = Layout(
    name="republika-2018-wrap-detail",
    probe=".wrap_detail_set, .wrap_detail .artikel",
    since="2017-11",
    until="2022",
    headline=(".wrap_detail_set h1", "xpath:(//h1[not(ancestor::*[contains(@class,'wrap_blok_tag')])])[1]"),
    body=(".wrap_detail .artikel", ".artikel", "[itemprop=articleBody]"),
    date=(".date_detail p", ".date_detail"),
    byline=(".by p", ".by"),
    images=(ImageRule(box=".image_detail, .detail__media, figure", caption=CAPTION, credit=(".source-img",)),),
    breadcrumbs=(".breadcome li a", ".breadcome a", ".breadcrumb a"),
    keywords=(".wrap_blok_tag a",),
    noise={"related": ".picked-article, .baca-juga, .news-link", "ad": "[id^=div-gpt-ad]", "paging": ".pagination"},
)
IN_PICTURE = Layout(
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
