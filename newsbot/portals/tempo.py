"""Tempo.co: the Nuxt template of 2025 and those before it, the English, mobile and special-site ones among them."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source
from newsbot.portals._past.tempo import LEGACY, NEWS_DETAIL, NOISE, SPECIAL
from newsbot.portals._past.tempo_2015 import DETAIL, ISI, MOBILE, TUBUH_BERITA

_NUXT = Layout(
    name="tempo-nuxt",
    probe="#content-wrapper",
    since="2024-06",
    headline=("h1",),
    body=("#content-wrapper",),
    date=("xpath:(//h1/following::p[contains(.,'WIB')])[1]", "xpath:(//*[self::p or self::span or self::time][contains(.,'WIB')])[1]"),
    authors=("a[href*='/penulis/']",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=("nav[aria-label=breadcrumb] a", ".breadcrumb a"),
    keywords=("a[href^='/tag/']", "a[href*='tempo.co/tag/']"),
    noise=NOISE,
)
_RUBRICS = ("politik", "hukum", "ekonomi", "lingkungan", "wawancara", "investigasi", "cekfakta", "tokoh")

PORTALS = [
    Portal(
        id="tempo", name="Tempo.co", domains=("tempo.co", "*.tempo.co"), network="tempo", brands=("TEMPO.CO", "TEMPO Interaktif", "TEMPO"),
        examples=("https://www.tempo.co/lingkungan/petani-menanam-pohon-di-lahan-kritis-2012345",),
        article=(
            r"^https?://(?:www\.)?tempo\.co/[a-z-]+/[a-z0-9-]+-(?P<id>\d{5,})$", r"^https?://[a-z]+\.tempo\.co/(?:amp/)?read/(?:news/\d{4}/\d{2}/\d{2}/|beritafoto/)?(?P<id>\d+)(?:/[a-z0-9-]*)?",
        ),
        layouts=(_NUXT, LEGACY, SPECIAL, NEWS_DETAIL, TUBUH_BERITA, MOBILE, DETAIL, ISI), status="verified", paging="?page_num=N",
        checked="real pages of 2015 (Indonesian and English); documented for 2016 to 2024 and 2026-07",
        access="isAccessibleForFree=false marks gated articles; www.tempo.co/rss answers 403 (2026-02); the search is made in the browser.",
        sources=(
            Source(kind="feed", url="https://rss.tempo.co/{section}", values={"section": (*_RUBRICS, "nasional", "bisnis", "metro", "dunia")}, note="gives very old items too (2025-06)"),
            Source(kind="index", url="https://www.tempo.co/{section}/_payload.json", values={"section": _RUBRICS}, note="Nuxt payload; the pages themselves hold no links"),
            Source(kind="index", url="https://www.tempo.co/indeks/{date}/{section}", date_format="YYYY/MM/DD", values={"section": ("nasional", "bisnis", "metro", "dunia")}, unverified=True, note="before 2025"),
            Source(kind="sitemap", url="https://www.tempo.co/sitemap.xml", unverified=True),
        ),
    ),
]
