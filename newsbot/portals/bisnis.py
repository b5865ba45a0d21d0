"""Bisnis.com and Harian Jogja (Bisnis Indonesia group)."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source
from newsbot.portals._past.bisnis import DETAILS_2015, REGIONAL_2015

_BISNIS = Layout(
    name="bisnis-details-content",
    probe="article.detailsContent",
    headline=("h1.detailsTitleCaption", "h1"),
    body=("article.detailsContent", ".paywall"),
    date=("div.detailsAttributeDates", ".authorTime"),
    byline=(".authorName", ".authorNames"),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb .breadcrumbLink a", ".breadcrumb .breadcrumbLink"),
    paywall=(".paywall",),
    noise={"related": ".baca-juga-box", "legal": "p.disclaimer", "ad": "[class^=billboard]"},
)
_JOGJA = Layout(
    name="harianjogja-article-content",
    probe=".article-content, .post-content",
    headline=("h1",),
    body=(".article-content", ".post-content", "article"),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a",),
)

PORTALS = [
    Portal(
        id="bisnis", name="Bisnis.com", domains=("www.bisnis.com", "bisnis.com", "*.bisnis.com"),
        network="bisnis", brands=("Bisnis.com", "BISNIS.COM"), paging="?page=N; ?page=all for all",
        article=(r"^https?://[a-z0-9]+\.bisnis\.com/read/\d{8}/\d+/(?P<id>\d+)/[a-z0-9-]+",),
        examples=("https://bola.bisnis.com/read/20251116/397/1929190/prediksi-laga-akhir-pekan",),
        drop=(r"^https?://(?:epaper|foto|video|infografis|search)\.bisnis\.com/",),
        layouts=(_BISNIS, DETAILS_2015, REGIONAL_2015), status="documented", checked="documented 2015 and 2025-11",
        unverified=("byline: whom the pages of 2015 name without a label is not documented",),
        access="Listings are behind a bot check; premium articles are for subscribers; the feeds answer 404 (2026-02).",
        sources=(
            Source(kind="news_sitemap", url="https://www.bisnis.com/sitemap-news.xml", unverified=True),
            Source(kind="index", url="https://www.bisnis.com/index?date={date}&page={page}", date_format="YYYY-MM-DD", items=("a[href*='/read/']",), unverified=True, note="the name of the page parameter is not confirmed"),
        ),
    ),
    Portal(
        id="harianjogja", name="Harian Jogja", domains=("www.harianjogja.com", "harianjogja.com", "*.harianjogja.com"),
        network="bisnis", brands=("Harianjogja.com", "HARIANJOGJA.COM"),
        article=(r"^https?://[a-z]+\.harianjogja\.com/r-(?P<id>\d+)/[a-z0-9-]+",),
        examples=("https://jogjapolitan.harianjogja.com/r-1261234/jalan-kampung-mulai-dipasangi-lampu",),
        layouts=(_JOGJA,), status="documented", checked="documented 2026",
        sources=(Source(kind="index", url="https://www.harianjogja.com/search?q=&page={page}", note="an empty search in place of an index"), Source(kind="sitemap", url="https://www.harianjogja.com/sitemap.xml", unverified=True),),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
            "dateline: general knowledge, not sampled",
        ),
    ),
]
