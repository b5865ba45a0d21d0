"""Okezone (MNC Media): the templates of 2015, 2017 and 2025."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_NOISE = {
    "related": "#baca-juga, #bacajuga, .box-gnews, .berita-terkait-wrap",
    "ad": ".detads-bottom, .iframe-banner, .box-ads-konten, #AdAsia, [id^=div-gpt-ad], .detads, .dtl_banner",
    "widget": ".vicon, #rctiplus, .sosmed, .author-and-share, .settingfont",
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
    next_page=("#paging .box-nomor a",),
    noise=_NOISE,
)
_DTLNEWS = Layout(
    name="okezone-dtlnews",
    probe="#contentx.dtlnews, .dtlnews",
    until="2019",
    headline=(".titles h1", ".title h1", "h1"),
    body=("#contentx", ".dtlnews"),
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

PORTALS = [
    Portal(
        id="okezone", name="Okezone", domains=("okezone.com", "*.okezone.com"), network="mnc", brands=("Okezone", "Okezone.com"), city_dateline=True,
        article=(r"^https?://[a-z]+\.okezone\.com/(?:amp/)?(?:read/)?\d{4}/\d{2}/\d{2}/\d+/(?P<id>\d+)(?:/[a-z0-9-]+)?",),
        drop=(r"^https?://(?:index|mpi)\.okezone\.com/", r"/(?:more|mmore|topic|indeks|tag)(?:/|$)"), paging="?page=N",
        layouts=(_READ, _DTLNEWS, _CTN_DESC), status="verified", checked="real pages of 2015 and 2017; documented 2026-07",
        sources=(Source(kind="index", url="https://{kanal}.okezone.com/indeks/{YYYY}/{MM}/{DD}/{offset}"), Source(kind="sitemap", url="https://news.okezone.com/sitemap.xml")),
    ),
]
