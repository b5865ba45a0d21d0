"""CNN Indonesia and CNBC Indonesia (detikNetwork): the Tailwind template and the one before it, noise classes shared with detik."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source
from newsbot.portals._past.transmedia import CNBC_2018, CNN_2018

_CNN = Layout(
    name="cnnindonesia-detail-text",
    probe="div.detail-text",
    headline=("h1",),
    body=("div.detail-text",),
    date=("div.text-cnn_grey.text-sm.mb-4", "[class*=text-cnn_grey]"),
    byline=(".text-cnn_black_light3 span",),
    images=(ImageRule(box="figure", caption=("figcaption", ".media__caption")), ImageRule(box=".detail-image", caption=(".media__caption",))),
    breadcrumbs=("a.gtm_breadcrumb_kanal", "a[class*=gtm_breadcrumb]"),
    keywords=("xpath://aside[.//*[contains(@class,'title-box')][contains(.,'TOPIK TERKAIT')]]//a[contains(@href,'/tag/')]",),
    noise={"related": ".linksisip, table.linksisip", "ad": ".paradetail, [id^=div-gpt-ad], .detail_ads, .parallaxindetail", "promo": "a.border[href*='google']", "navigation": ".newstag, .end-of-article", "paging": ".mb-8 > .gap-2.text-base"},
)
_CNBC = Layout(
    name="cnbcindonesia-detail-text",
    probe="div.detail-text",
    headline=("h1.mb-4", "h1"),
    body=("div.detail-text",),
    date=("div.text-cm.text-gray",),
    byline=("xpath:(//div[contains(@class,'font-semibold')][contains(.,'CNBC Indonesia')][string-length(normalize-space())<90])[last()]",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    section=("a.text-xs.font-semibold",),
    noise={"related": "[class^=link_sisip], table.linksisip", "widget": "[class^=sisip_]", "ad": "[id^=div-gpt-ad], .parallaxindetail, .detail-text > .detail-text > div"},
)

PORTALS = [
    Portal(
        id="cnnindonesia", name="CNN Indonesia", domains=("www.cnnindonesia.com", "cnnindonesia.com"),
        network="detiknetwork", brands=("CNN Indonesia",), city_dateline=True, paging="/N",
        article=(r"^https?://(?:www\.)?cnnindonesia\.com/[a-z-]+/\d{14}-\d+-(?P<id>\d+)/[a-z0-9-]+",),
        examples=("https://www.cnnindonesia.com/ekonomi/20260724100745-78-1384410/slug",),
        drop=(r"/(?:tag|indeks|search|tv)(?:/|\?|$)",),
        layouts=(_CNN, CNN_2018), status="documented", checked="documented 2018 to 2022 and 2026-07",
        access="Plain user agents are served; the search is made in the browser.",
        sources=(
            Source(kind="feed", url="https://www.cnnindonesia.com/rss"),
            Source(kind="feed", url="https://www.cnnindonesia.com/{section}/rss", values={"section": ("nasional", "internasional", "ekonomi", "olahraga", "teknologi", "hiburan", "gaya-hidup")}),
            Source(kind="index", url="https://www.cnnindonesia.com/indeks?page={page}", items=(".nhl-list article a", "a[dtr-ttl]"), note="a date parameter changes nothing"),
            Source(kind="sitemap", url="https://www.cnnindonesia.com/sitemap.xml", unverified=True),
        ),
    ),
    Portal(
        id="cnbcindonesia", name="CNBC Indonesia", domains=("www.cnbcindonesia.com", "cnbcindonesia.com"),
        network="detiknetwork", brands=("CNBC Indonesia",), city_dateline=True, paging="/N; ?page=all for all",
        article=(r"^https?://(?:www\.)?cnbcindonesia\.com/[a-z-]+/\d+-\d+-(?P<id>\d+)/[a-z0-9-]+",),
        examples=("https://www.cnbcindonesia.com/market/20250718140512-17-650123/bursa-dibuka-menguat",),
        drop=(r"/(?:tag|indeks|search|tv)(?:/|\?|$)",),
        layouts=(_CNBC, CNBC_2018), status="documented", checked="documented 2022 and 2026",
        access="The search is made in the browser.",
        sources=(
            Source(kind="feed", url="https://www.cnbcindonesia.com/rss"),
            Source(kind="feed", url="https://www.cnbcindonesia.com/{section}/rss", values={"section": ("market", "news", "entrepreneur", "syariah", "tech", "lifestyle", "opini", "profil", "mymoney", "investment")}, unverified=True),
            Source(kind="sitemap", url="https://www.cnbcindonesia.com/sitemap.xml", unverified=True),
            Source(kind="index", url="https://www.cnbcindonesia.com/indeks?page={page}", items=(".nhl-list a.group",), unverified=True),
        ),
        unverified=(
            "keywords: unknown",
            "jsonld: assumed",
        ),
    ),
]
