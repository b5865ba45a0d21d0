"""detikcom: the detail__ template of 2019 and later; before it detail_text (2015 to 2019), the travel channel and galleries; after it Tailwind pages."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source
from newsbot.portals._past.detik import DETIK_X, GALLERY, TRAVEL
from newsbot.portals._past.detik_2015 import TEXT_2015

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
    breadcrumbs=(".page__breadcrumb a", ".breadcrumb a", "a[class*=gtm_breadcrumb]"),
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
_CHANNELS = {"channel": ("news", "finance", "sport", "hot", "inet", "oto", "travel", "health", "food", "wolipop")}

PORTALS = [
    Portal(
        id="detik", name="detikcom", domains=("detik.com", "*.detik.com"), network="detiknetwork", brands=("detikcom", "detikNews", "detikFinance"), city_dateline=True,
        examples=("https://finance.detik.com/energi/d-7969191/pulau-cantik-di-timur-kini-terang",),
        article=(
            r"^https?://(?:[a-z0-9-]+\.)?detik\.com/(?:.*/)?d-(?P<id>\d+)/[a-z0-9-]+", r"^https?://[a-z0-9]+\.detik\.com/(?:[a-z]+/)?read(?:foto)?/\d{4}/\d{2}/\d{2}/\d+/(?P<id>\d+)/\d+/",
        ),
        drop=(r"^https?://20\.detik\.com/", r"/(?:tag|indeks|search)(?:/|\?|$)"), paging="/N; ?single=1 for all", access="Plain user agents are served; rss.detik.com is retired (2026).",
        layouts=(_DETAIL, GALLERY, TRAVEL, TEXT_2015, DETIK_X, _TAILWIND), status="verified", checked="real pages of 2015, 2016, 2023 and 2026; documented 2017 to 2026-07",
        sources=(
            Source(kind="news_sitemap", url="https://news.detik.com/{rubric}/sitemap_news.xml", values={"rubric": ("berita", "ekonomi")}, note="spans about a day"), Source(kind="sitemap", url="https://www.detik.com/sitemap.xml"),
            Source(kind="news_sitemap", url="https://{channel}.detik.com/sitemap_news.xml", values=_CHANNELS, note="confirmed for finance"), Source(kind="feed", url="https://{channel}.detik.com/rss", values=_CHANNELS),
            Source(kind="index", url="https://{channel}.detik.com/indeks?page={page}&date={date}", date_format="MM/DD/YYYY", values=_CHANNELS, items=("article a[href]",), note="the date is month first"),
        ),
    ),
]
