"""Layouts of republika and ihram before 2020."""

from newsbot.portals._model import ImageRule, Layout

SAID = "div.red table td"
CENTER = Layout(
    name="republika-2012-txt-detailberita",
    probe=".txt-detailberita",
    until="2015",
    headline=("h1.jdl-detail", ".jdl-detail"),
    body=(".txt-detailberita",),
    date=("xpath://div[@class='rangka']/div[@class='date']/text()[normalize-space()]", ".rangka .date", ".date"),
    byline=(SAID,),
    images=(
        ImageRule(
            box=".img-detailberita", caption=("xpath:following-sibling::div[1]//div[@class='caption-foto']",), credit=("xpath:preceding-sibling::div[1][@class='def-foto']",),
        ),
    ),
    breadcrumbs=(".breadcome a",),
    keywords=(".tags a[href*='hot_topic']",),
    source=("xpath://div[@class='red']//td[starts-with(normalize-space(),'Sumber')]",),
)
IHRAM = Layout(
    name="republika-ihram-2017",
    probe=".teaser.global-detail",
    until="2019",
    headline=(".wrap-title .h5", ".h5.global-detail"),
    body=(".teaser.global-detail",),
    date=(".date-detail.global-detail",),
    byline=(SAID,),
    images=(ImageRule(box=".img-detail", caption=(".caption",), credit=(".def",)),),
    breadcrumbs=(".breadcome a",),
    keywords=(".tagging a",),
    source=("xpath://div[@class='red']//td[starts-with(normalize-space(),'Sumber')]",),
)
DETAIL_2015 = Layout(
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
