"""Layouts of okezone before its pages of today."""

from newsbot.portals._model import ImageRule, Layout

NOISE = {
    "related": "#baca-juga, #bacajuga, .box-gnews, .berita-terkait-wrap, .wrap-rekomen, [id^=dablewidget]",
    "ad": ".detads-bottom, .iframe-banner, .box-ads-konten, #AdAsia, [id^=div-gpt-ad], .detads, .dtl_banner, .flying_carpet_div, "
    "[id^=sas_], [id*=ScriptRoot], #_popIn_recommend",
    "widget": ".vicon, #rctiplus, .sosmed, .author-and-share, .settingfont, #metube_div, .detail-tag",
    "comments": ".tbkomentar",
}
NAMEREP = Layout(
    name="okezone-2018-namerep",
    probe=".namerep, #contentx.read, .detfoto",
    since="2017-10",
    until="2025",
    headline=("div.title h1", ".title h1", "h1"),
    body=("#contentx", "div[itemprop=articleBody]", ".read"),
    date=(".namerep b", ".reporter .tanggal", ".tanggal", ".namerep"),
    authors=(".namerep a", "xpath://div[@class='namerep']/text()[normalize-space()][1]", ".reporter a"),
    images=(ImageRule(box=".detfoto", caption=("span", "figcaption")),),
    breadcrumbs=(".breadcrumb li a", ".breadcrumb a"),
    keywords=("xpath://div[contains(@class,'detail-tag')]//a/text()[normalize-space()]",),
    noise=NOISE,
)
DTLNEWS = Layout(
    name="okezone-dtlnews",
    probe="#contentx.dtlnews, .dtlnews, .bg-euro-body-news-hnews-content-textisi",
    until="2018",
    headline=(".titles h1", ".title h1", "h1"),
    body=("#contentx", ".dtlnews", ".bg-euro-body-news-hnews-content-textisi"),
    date=(".meta-post time", "time.tgl", ".tgl"),
    authors=(".nmreporter > div", ".nmreporter"),
    images=(ImageRule(box="#imageCheckWidth", caption=(".caption-img-ab",)), ImageRule(box=".detail-img.det-land", caption=(".caption-img-ab",))),
    breadcrumbs=("ul.breadcrumb li",),
    keywords=(".meta-bottom-content > span a", ".meta-bottom-content a[href*='/topic/']"),
    noise=NOISE,
)
