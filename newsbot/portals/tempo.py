"""Tempo.co: the Nuxt template of 2025, the legacy templates before."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_NOISE = {"related": ".baca-juga, .pilihan-tempo, .bacajuga", "promo": ".remp-banner", "ad": "[id^=div-gpt-ad], .banner, .iklan", "widget": ".share-display"}
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
    noise=_NOISE,
)
_LEGACY = Layout(
    name="tempo-block-display",
    probe=".block-display, .block-tanggal",
    until="2017",
    headline=("xpath://*[contains(@class,'block-tanggal')]/preceding::h1[not(a)][1]", ".block-judul h1", "h1[itemprop=headline]", "h1.title", "xpath:(//h1)[last()]"),
    body=("xpath://*[contains(@class,'block-display')]/following-sibling::p", "xpath://*[contains(@class,'block-display')]/.."),
    date=(".block-tanggal",),
    images=(ImageRule(box=".block-display", caption=(".deskripsi",)),),
    breadcrumbs=("ul.block-kanal-map a", ".breadcrumb a"),
    keywords=("a[href*='/topik/masalah/']", "a[href*='/topik/']", "a[href*='/tag/']"),
    noise=_NOISE,
)
_ISI = Layout(
    name="tempo-isi",
    probe="#isi",
    since="2017",
    until="2025",
    headline=("article h1", "h1[itemprop=headline]", "h1.title", "h1"),
    body=("#isi",),
    date=("#date", ".date", "[itemprop=datePublished]", ".detail-title .date"),
    byline=(".reporter-editor", ".box-author", "[itemprop=author]", "[itemprop=editor]", ".reporter", ".editor"),
    images=(ImageRule(box="figure, .foto-detail", caption=("figcaption", ".caption")),),
    breadcrumbs=(".breadcrumb a", ".breadcrumbs a"),
    keywords=(".box-tag-detail a", ".tag a[href*='/tag/']", "a[href*='/tag/']"),
    next_page=(".pagination a",),
    noise=_NOISE,
)

PORTALS = [
    Portal(
        id="tempo", name="Tempo.co", domains=("tempo.co", "*.tempo.co"), network="tempo", brands=("TEMPO.CO", "TEMPO Interaktif", "TEMPO"),
        article=(
            r"^https?://(?:www\.)?tempo\.co/[a-z-]+/[a-z0-9-]+-(?P<id>\d{5,})$", r"^https?://[a-z]+\.tempo\.co/(?:amp/)?read/(?:news/\d{4}/\d{2}/\d{2}/|beritafoto/)?(?P<id>\d+)(?:/[a-z0-9-]*)?",
        ),
        layouts=(_NUXT, _LEGACY, _ISI), status="verified", checked="real page of 2015; documented 2026-07", paging="?page_num=N",
        access="isAccessibleForFree=false marks gated articles; www.tempo.co/rss answers 403 (2026-02).",
        sources=(Source(kind="feed", url="https://rss.tempo.co/{rubrik}"), Source(kind="index", url="https://www.tempo.co/{rubrik}/_payload.json", note="Nuxt payload")),
    ),
]
