"""detikcom: the detail__ template of 2019 and later; before it detail_text (2015 to 2019), the travel channel and galleries; after it Tailwind pages."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_DETAIL = Layout(
    name="detik-detail",
    probe=".detail__body-text",
    headline=("h1.detail__title", "h1"),
    alternative_headline=(".detail__header .detail__subtitle",),
    body=("div.detail__body-text",),
    date=("div.detail__date", ".detail__date", "article time[class*=text-black-light]"),
    byline=("div.detail__author", ".box-kolumnis__desc h5", "xpath:(//article//p[contains(@class,'text-black-light1')][contains(.,' - detik')])[1]"),
    images=(
        ImageRule(box=".detail__media", caption=(".detail__media-caption", "figcaption")),
        ImageRule(box=".detail__body-text .pic_artikel_sisip_table", caption=(".pic_artikel_caption", "span")),
    ),
    breadcrumbs=(".page__breadcrumb a", ".breadcrumb a"),
    section=("h2.detail__subtitle", ".detail__category a"),
    keywords=(".detail__body-tag a.nav__item", ".detail__body-tag a"),
    noise={
        "related": ".linksisip, .lihatjg, .sisip_embed, .noncontent, .topiksisip, .cb-berita-terkait, .cb-artikel-lainnya, .koleksi-wrap",
        "ad": ".parallaxindetail, [class*=ads-scrollpage], [id^=div-gpt-ad], .paradetail, .banner_inside_article, .staticdetail_container, .para_caption, .skybanner",
        "widget": ".sisip_embed_sosmed, .sisip_video_ds, .aevp, .clearfix.share",
        "navigation": ".detail__body-tag, #collapsible, .collapsible",
        "paging": ".detail__long-nav, .detail__multiple, .detail__anchor-numb, .mp-nav",
    },
)
_TAILWIND = _DETAIL.but(
    name="detik-tailwind",
    probe=".detail__body.itp_bodycontent",
    since="2023",
    headline=("h1.detail__title", "article.detail h1", "article h1", "h1"),
    body=(".detail__body.itp_bodycontent",),
    date=(".detail__date", "article time", "time"),
    byline=(
        "div.detail__author", "xpath:(//article//p[contains(@class,'text-black-light1')][contains(.,' - detik')])[1]",
        "xpath:(//article//div[contains(@class,'text-[#8B8B8B]')][contains(.,'detik')])[1]",
    ),
    images=(ImageRule(box=".detail__media", caption=(".detail__media-caption", "figcaption")), ImageRule(box="article figure", caption=("figcaption",)), *_DETAIL.images),
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
)
_TEXT_2015 = Layout(
    name="detik-detail-text-2015-2019",
    probe=".detail_text, .text_detail, #detikdetailtext",
    until="2020",
    headline=(".jdl h1", ".detail_area h1", "h1.jdl", "h1.l_blue2_detik", ".detail_content h1", "h1"),
    alternative_headline=(".jdl h2",),
    topic=(".label_fokus .jdl a", ".label_fokus a"),
    body=(".detail_text", ".text_detail", "#detikdetailtext"),
    date=(".detail_area .date", ".jdl .date", "h1 ~ .date", ".date"),
    byline=(".author", ".detail_area .author"),
    images=(
        ImageRule(box=".pic_artikel", caption=("span", "em")), ImageRule(box=".media_artikel", caption=("figcaption", "span", "em")),
        ImageRule(box=".pic_artikel_sisip_table", caption=(".pic_artikel_caption", "span")),
    ),
    breadcrumbs=("ul.breadcrumb a", ".breadcrumb a", ".breadcrumbs a"),
    keywords=(".detail_tag a", ".tag a"),
    noise={
        "related": ".lihatjg, .linksisip, .topiksisip, .boxlr", "widget": ".sisip_video, .share_box, a.embed",
        "ad": ".banner, [id^=div-gpt], .banner_inside_article, .parallaxB",
        "navigation": ".detail_tag", "paging": ".mp-nav, .mid_multi, .list_multi, .detail__long-nav",
    },
)
_TRAVEL = Layout(
    name="detik-travel-read-2018-2020",
    probe=".itp_bodycontent.read__content, .read__content.full, .read__photo__big__caption",
    since="2017",
    until="2021",
    headline=("h1.mt5", "h2.mt5", "h1"),
    section=("h4.mt10",),
    body=(".itp_bodycontent.read__content", "#detikdetailtext", ".read__content"),
    date=("h1 ~ .date", ".date"),
    byline=(".author", ".ugc__block__name a"),
    images=(
        ImageRule(box=".read__photo__big", caption=(".read__photo__big__caption p", ".read__photo__big__caption")),
        ImageRule(box=".read__photo", caption=("figcaption", "span")),
    ),
    breadcrumbs=("ul.breadcrumb a", ".breadcrumb a"),
    keywords=(".detail_tag a",),
    noise={"related": ".lihatjg, .linksisip", "widget": "a.embed", "navigation": ".detail_tag", "ad": "[id^=div-gpt]", "caption": ".read__photo__count"},
)
_X = Layout(
    name="detik-x-intermeso",
    probe=".column.full.body_text",
    since="2016",
    headline=("h1",),
    body=(".column.full.body_text",),
    date=(".caption span", ".date"),
    byline=("xpath://*[contains(@class,'body_text')]//p[contains(.,'Penulis') or contains(.,'Reporter')][contains(.,':')][string-length(.) < 200]",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    noise={"byline": "xpath:.//p[starts-with(normalize-space(),'Penulis:') or starts-with(normalize-space(),'Reporter:')][string-length(.) < 200]"},
)

_CHANNELS = {"channel": ("news", "finance", "sport", "hot", "inet", "oto", "travel", "health", "food", "wolipop")}

PORTALS = [
    Portal(
        id="detik", name="detikcom", domains=("detik.com", "*.detik.com"), network="detiknetwork", brands=("detikcom", "detikNews", "detikFinance"), city_dateline=True,
        article=(
            r"^https?://(?:[a-z0-9-]+\.)?detik\.com/(?:.*/)?d-(?P<id>\d+)/[a-z0-9-]+", r"^https?://[a-z0-9]+\.detik\.com/read(?:foto)?/\d{4}/\d{2}/\d{2}/\d+/(?P<id>\d+)/\d+/",
        ),
        drop=(r"^https?://20\.detik\.com/", r"/(?:tag|indeks|search)(?:/|\?|$)"), paging="/N",
        layouts=(_DETAIL, _GALLERY, _TRAVEL, _TEXT_2015, _X, _TAILWIND), status="verified", checked="real pages of 2015, 2016, 2023 and 2026; documented 2017 to 2026-07",
        sources=(
            Source(kind="news_sitemap", url="https://{channel}.detik.com/sitemap_news.xml", values=_CHANNELS), Source(kind="feed", url="https://{channel}.detik.com/rss", values=_CHANNELS),
            Source(kind="index", url="https://{channel}.detik.com/indeks?page={page}&date={date}", date_format="MM/DD/YYYY", values=_CHANNELS, note="the date is month first"),
        ),
    ),
]
