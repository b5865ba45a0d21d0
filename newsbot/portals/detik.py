"""detikcom: the detail__ template of 2019 and later, the gallery and detail templates of 2015 and 2016."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_DETAIL = Layout(
    name="detik-detail",
    probe=".detail__body-text",
    headline=("h1.detail__title", "h1"),
    alternative_headline=(".detail__header .detail__subtitle",),
    body=("div.detail__body-text",),
    date=("div.detail__date", ".detail__date"),
    byline=("div.detail__author", ".box-kolumnis__desc h5"),
    images=(ImageRule(box=".detail__media", caption=(".detail__media-caption", "figcaption")), ImageRule(box=".detail__body-text .pic_artikel_sisip_table", caption=(".pic_artikel_caption", "span"))),
    breadcrumbs=(".page__breadcrumb a", ".breadcrumb a"),
    section=("h2.detail__subtitle", ".detail__category a"),
    keywords=(".detail__body-tag a.nav__item", ".detail__body-tag a"),
    next_page=(".detail__long-nav a", ".detail__anchor-numb a"),
    noise={
        "related": ".linksisip, .lihatjg, .sisip_embed, .noncontent",
        "ad": ".parallaxindetail, [class*=ads-scrollpage], [id^=div-gpt-ad], .paradetail, .banner_inside_article",
        "widget": ".sisip_embed_sosmed, .sisip_video_ds, .aevp, .clearfix.share",
        "navigation": ".detail__body-tag",
    },
)
_GALLERY = Layout(
    name="detik-gallery-2016",
    probe=".gallery_view, .text_gal",
    until="2018",
    kind="gallery",
    headline=(".detail_profil h1", "h1"),
    body=(".text_gal",),
    date=(".detail_profil .date", ".date"),
    byline=("strong.l_blue2_detik",),
    images=(ImageRule(box=".gallery_view", caption=(".gal_rating .text",)),),
    breadcrumbs=("ul.breadcrumb a",),
    next_page=("#nextImgLink",),
)
_TEXT_2015 = Layout(
    name="detik-detail-2015",
    probe=".detail_text, .text_detail",
    until="2018",
    headline=(".jdl h1", ".detail_area h1", "h1"),
    alternative_headline=(".jdl h2",),
    body=(".detail_text", ".text_detail"),
    date=(".detail_area .date", ".jdl .date", ".date"),
    byline=(".author", ".detail_area .author"),
    images=(ImageRule(box=".pic_artikel", caption=("span", "em")),),
    breadcrumbs=(".breadcrumb a", ".breadcrumbs a"),
    keywords=(".detail_tag a", ".tag a"),
    noise={"related": ".lihatjg, .linksisip, .boxlr", "widget": ".sisip_video, .share_box", "ad": ".banner, [id^=div-gpt]"},
)

PORTALS = [
    Portal(
        id="detik", name="detikcom", domains=("detik.com", "*.detik.com"), network="detiknetwork", brands=("detikcom", "detikNews", "detikFinance"), city_dateline=True,
        article=(
            r"^https?://(?:[a-z0-9-]+\.)?detik\.com/(?:.*/)?d-(?P<id>\d+)/[a-z0-9-]+", r"^https?://[a-z0-9]+\.detik\.com/read(?:foto)?/\d{4}/\d{2}/\d{2}/\d+/(?P<id>\d+)/\d+/",
        ),
        drop=(r"^https?://20\.detik\.com/", r"/(?:tag|indeks|search)(?:/|\?|$)"), paging="/N",
        layouts=(_DETAIL, _GALLERY, _TEXT_2015), status="verified", checked="real pages of 2016 and 2023; documented 2026-07",
        sources=(
            Source(kind="news_sitemap", url="https://{channel}.detik.com/sitemap_news.xml"), Source(kind="feed", url="https://{channel}.detik.com/rss"),
            Source(kind="index", url="https://{channel}.detik.com/indeks?page={N}&date={MM/DD/YYYY}", note="the date is month first"),
        ),
    ),
]
