"""Okezone (MNC Media): the templates of 2015 to 2017, of 2017 to 2025 (`namerep`) and of today."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_NOISE = {
    "related": "#baca-juga, #bacajuga, .box-gnews, .berita-terkait-wrap, .wrap-rekomen, [id^=dablewidget]",
    "ad": ".detads-bottom, .iframe-banner, .box-ads-konten, #AdAsia, [id^=div-gpt-ad], .detads, .dtl_banner, .flying_carpet_div, "
    "[id^=sas_], [id*=ScriptRoot], #_popIn_recommend",
    "widget": ".vicon, #rctiplus, .sosmed, .author-and-share, .settingfont, #metube_div, .detail-tag",
    "comments": ".tbkomentar",
}
_READ = Layout(
    name="okezone-c-detail",
    probe=".c-detail.read, .title-article, .journalist",
    since="2020",
    headline=(".title-article h1", ".title h1", "h1"),
    body=(".c-detail.read", "div[itemprop=articleBody]", ".read"),
    date=(".journalist span", ".journalist", ".namerep"),
    authors=(".journalist a[title]", ".reporter a", ".namerep a"),
    images=(ImageRule(box="figure, .thumb-news, .detail-image", caption=("figcaption", ".caption", "[class*=caption]")),),
    breadcrumbs=(".breadcrumb li a", ".breadcrumb a"),
    keywords=("#tag .box-tag a", ".detail-tag a", ".box-tag a", ".newtag a"),
    noise=_NOISE,
)
_NAMEREP = Layout(
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
    noise=_NOISE,
)
_DTLNEWS = Layout(
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
    noise=_NOISE,
)
_CTN_DESC = Layout(
    name="okezone-ctn-desc",
    probe=".ctn-desc",
    until="2019",
    headline=("xpath:(//h1[not(a)])[1]", "h1"),
    body=(".ctn-desc",),
    date=("xpath://h1/following-sibling::span[1]", ".date"),
    byline=("xpath://h1/following-sibling::span[1]/b",),
    images=(ImageRule(box=".ctn-images", caption=("xpath:following-sibling::*[1][contains(@class,'caption-img-ab')]", ".caption-img-ab")),),
    section=("nav li.active > a", "li.active > a"),
    breadcrumbs=(".breadcrumb li a",),
    keywords=(".detail-tag a",),
    noise=_NOISE,
)
_PHOTO = Layout(
    name="okezone-2016-photo",
    probe=".aphotos, .news-fl",
    until="2019",
    kind="gallery",
    headline=(".detail-isi h1", "xpath:(//h1[not(a)])[1]", "h1"),
    body=(".detail-isi",),
    date=(".news-fl", ".new-meta-date"),
    byline=(".news-fr",),
    images=(ImageRule(box=".aphotos img, .thumbnails img"),),
    breadcrumbs=("ul.breadcrumb li",),
    noise=_NOISE | {"byline": ".new-meta-date, .news-fl, .news-fr", "navigation": "h1"},
)

PORTALS = [
    Portal(
        id="okezone", name="Okezone", domains=("okezone.com", "*.okezone.com"), network="mnc", brands=("Okezone", "Okezone.com"), city_dateline=True,
        article=(r"^https?://[a-z]+\.okezone\.com/(?:amp/)?(?:read/)?\d{4}/\d{2}/\d{2}/\d+/(?P<id>\d+)(?:/[a-z0-9-]+)?",),
        drop=(r"^https?://(?:index|mpi)\.okezone\.com/", r"/(?:more|mmore|topic|indeks|tag)(?:/|$)"), paging="?page=N",
        layouts=(_READ, _NAMEREP, _DTLNEWS, _CTN_DESC, _PHOTO), status="verified", checked="real pages of 2015, 2017 and 2020; documented 2026-07",
        sources=(Source(kind="index", url="https://{section}.okezone.com/indeks/{date}/{page}", date_format="YYYY/MM/DD", values={"section": ("news", "economy", "celebrity", "bola", "techno")}, first_page=0, step=10), Source(kind="sitemap", url="https://news.okezone.com/sitemap.xml")),
    ),
]
