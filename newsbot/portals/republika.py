"""Republika Online: the max-card template of today, those of 2012 to 2022, InPicture photo stories and Ihram (haji)."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source
from newsbot.portals._past.republika import CAPTION, IN_PICTURE, WRAP_DETAIL
from newsbot.portals._past.republika_2015 import CENTER, DETAIL_2015, IHRAM

_MAX_CARD = Layout(
    name="republika-max-card",
    probe=".max-card__title, .article-content",
    since="2022",
    headline=(".max-card__title h1", ".max-card__title", "h1"),
    body=(".article-content article", ".article-content", ".artikel"),
    date=("div.date.date-item__headline", ".date-item__headline", ".date_detail p", ".date"),
    byline=(".max-card__title > div", ".max-card__title .by", ".by p", ".max-card__title a", ".by", "xpath://*[starts-with(normalize-space(text()[1]),'Rep:')]"),
    images=(ImageRule(box=".max-card__image, .detail__media, figure, .image_detail", caption=CAPTION, credit=(".source-img",)),),
    breadcrumbs=(".breadcrumb a", ".breadcrumb li"),
    keywords=(".tags a", ".tag-detail a", "[class*=tags] li a"),
    noise={"related": ".picked-article, .baca-juga, .news-link", "ad": "[id^=bn_], [id^=div-gpt-ad]", "widget": ".footnote-wrap, .scrollToRead, .share"},
)
_READ = Layout(
    name="republika-network-read",
    probe=".read-desc .read-thumb",
    since="2019",
    headline=(".read-title h1", ".read-title h2:first-of-type", "h1"),
    body=(".read-desc .read-thumb", ".read-desc"),
    date=(".read-title h2:nth-of-type(2) span",),
    byline=("xpath://*[contains(@class,'read-title')]/h2[2]/text()[normalize-space()]", ".profile-name a"),
    images=(ImageRule(box=".read-cover", caption=("figcaption", "[class*=caption]")),),
    breadcrumbs=(".breadcrumb a",),
    keywords=(".tags a", "[class*=tag] a"),
)
PORTALS = [
    Portal(
        id="republika", name="Republika Online", domains=("republika.co.id", "*.republika.co.id", "ihram.co.id", "*.ihram.co.id"), network="mahaka",
        examples=("https://republika.co.id/berita/t1abcd423/wakaf-produktif-untuk-nelayan-kecil",),
        brands=("REPUBLIKA.CO.ID", "REPUBLIKA", "IHRAM.CO.ID"), names={"www.ihram.co.id": "Ihram", "ihram.co.id": "Ihram"},
        article=(
            r"^https?://(?:[a-z]+\.)?(?:republika|ihram)\.co\.id/berita/(?:[a-z0-9-]+/)+\d{2}/\d{2}/\d{2}/(?P<id>[a-z0-9]{6,14})(?:-|$)",
            r"^https?://(?:[a-z]+\.)?(?:republika|ihram)\.co\.id/berita//?(?P<id>[a-z0-9]{6,14})(?:/[a-z0-9-]+|$)",
        ),
        layouts=(_MAX_CARD, WRAP_DETAIL, _READ, IN_PICTURE, CENTER, IHRAM, DETAIL_2015), status="verified",
        checked="real pages of 2015 (two templates), 2016 and 2017 (Ihram); documented for 2012 to 2022 and 2026-07",
        access="robots.txt bars named bots, Scrapy, news-please, GPTBot, ClaudeBot, CCBot and Bytespider among them (2026-07); a product user agent is served.",
        sources=(
            Source(kind="feed", url="https://www.republika.co.id/rss"), Source(kind="feed", url="https://www.republika.co.id/rss/{section}", values={"section": ("terkini", "nasional", "ekonomi")}),
            Source(kind="sitemap", url="https://republika.co.id/files/xml/sitemap.xml"),
            Source(kind="index", url="https://republika.co.id/index/{page}/{date}", date_format="YYYY/MM/DD", first_page=0, step=50, items=("ul.wrap-latest li.list-group-item",), note="/indeks itself pages by POST"),
        ),
    ),
]
