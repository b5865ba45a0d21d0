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
PORTALS = [
    Portal(
        id="tempo", name="Tempo.co", domains=("tempo.co", "*.tempo.co"), network="tempo", brands=("TEMPO.CO", "TEMPO Interaktif", "TEMPO"),
        examples=("https://www.tempo.co/lingkungan/petani-menanam-pohon-di-lahan-kritis-2012345",),
        article=(
            r"^https?://(?:www\.)?tempo\.co/[a-z-]+/[a-z0-9-]+-(?P<id>\d{5,})$", r"^https?://[a-z]+\.tempo\.co/(?:amp/)?read/(?:news/\d{4}/\d{2}/\d{2}/|beritafoto/)?(?P<id>\d+)(?:/[a-z0-9-]*)?",
        ),
        layouts=(_NUXT, LEGACY, SPECIAL, NEWS_DETAIL, TUBUH_BERITA, MOBILE, DETAIL, ISI), status="verified", paging="?page_num=N",
        checked="real pages of 2015 (Indonesian and English); documented for 2016 to 2024 and 2026-07",
        access="isAccessibleForFree=false marks gated articles; www.tempo.co/rss answers 403 (2026-02).",
        sources=(Source(kind="feed", url="https://rss.tempo.co/{section}", values={"section": ("nasional", "bisnis", "metro", "dunia")}), Source(kind="index", url="https://www.tempo.co/{section}/_payload.json", values={"section": ("politik", "hukum", "ekonomi", "internasional")}, note="Nuxt payload")),
    ),
]
