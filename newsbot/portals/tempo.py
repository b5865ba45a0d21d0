"""Tempo.co: the Nuxt template of 2025 and those before it, the English, mobile and special-site ones among them."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_NOISE = {
    "related": ".baca-juga, .pilihan-tempo, .bacajuga", "promo": ".remp-banner", "ad": "[id^=div-gpt-ad], .banner, .iklan", "widget": ".share-display",
    # Agencies that sign in bold under the text; writers who do so are read as authors.
    "byline": (
        "xpath:.//p[not(following-sibling::p[normalize-space()])]/*[self::strong or self::b]"
        "[contains('|ANTARA|REUTERS|AFP|BBC|TEMPO.CO|TEMPO.CO / ANTARA|ANTARA / REUTERS|', concat('|', translate(normalize-space(), '|', '/'), '|'))]"
    ),
}
_TOPICS = ("a[href*='/topik/masalah/']", "a[href*='/topik/']", "a[href*='/tag/']")
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
_DETAIL = Layout(
    name="tempo-2021-detail-title",
    probe=".detail-title, .detail-artikel, main.main-left .detail-in",
    since="2020",
    until="2024",
    headline=(".detail-title h1", ".detail-title .title", "main.main-left h1.title", "h1.title", "h1"),
    body=("#isi", ".detail-konten", "main.main-left .detail-in", ".detail-in"),
    date=(".detail-title .date", "h4.date", "p.date", ".date"),
    authors=(".detail-title h4.title > a",),
    byline=(".reporter-editor", ".box-author"),
    images=(ImageRule(box=".foto-detail, figure", caption=("figcaption", ".caption", "p")),),
    breadcrumbs=(".breadcrumb a", ".breadcrumbs a"),
    keywords=(".box-tag-detail a",),
    noise=_NOISE | {"paging": ".paging, .pagination"},
)
_ISI = Layout(
    name="tempo-isi",
    probe="#isi",
    since="2017-06",
    until="2021",
    headline=("#article article h1", "#article h1", "article h1", "h1[itemprop=headline]", "h1.title", "h1"),
    body=("#isi",),
    date=("#date", ".date", "[itemprop=datePublished]", ".detail-title .date"),
    byline=("#article #author", ".reporter-editor", ".box-author", "[itemprop=author]", "[itemprop=editor]", ".reporter", ".editor"),
    images=(ImageRule(box="figure, .foto-detail", caption=("figcaption", ".caption")),),
    breadcrumbs=(".breadcrumb a", ".breadcrumbs a"),
    keywords=(".box-tag-detail a", ".tag a[href*='/tag/']", "a[href*='/tag/']"),
    noise=_NOISE,
)
_LEGACY = Layout(
    name="tempo-block-display",
    probe=".block-display, .block-tanggal",
    until="2017",
    headline=("xpath://*[contains(@class,'block-tanggal')]/preceding::h1[not(a)][1]", ".block-judul h1", "h1[itemprop=headline]", "h1.title", "xpath:(//h1)[last()]"),
    body=(
        "xpath://*[contains(@class,'block-display')]/following-sibling::p", "xpath://*[contains(@class,'block-tanggal')]/following-sibling::p",
        "xpath://*[contains(@class,'block-display')]/..", ".artikel",
    ),
    date=(".block-tanggal",),
    images=(ImageRule(box=".block-display", caption=(".deskripsi",)),),
    breadcrumbs=("ul.block-kanal-map a", ".breadcrumb a"),
    keywords=_TOPICS,
    noise=_NOISE,
)
_SPECIAL = Layout(
    name="tempo-2016-p-artikel",
    probe=".p-artikel",
    until="2018",
    headline=(".judul-artikel",),
    body=(".p-artikel",),
    date=(".block-judul-artikel .tanggal", "h5.tanggal", ".tanggal"),
    images=(ImageRule(box="figure, .single-img", caption=("figcaption", ".deskripsi", ".caption")),),
    keywords=_TOPICS,
    noise=_NOISE,
)
_NEWS_DETAIL = Layout(
    name="tempo-2016-news-detail",
    probe=".date-news-detail",
    until="2018",
    headline=(".news-detail h2 a", ".news-detail h2"),
    body=(".news-detail article",),
    date=(".date-news-detail",),
    images=(ImageRule(box=".news-detail figure", caption=("figcaption",)),),
    keywords=_TOPICS,
    noise=_NOISE,
)
_TUBUH_BERITA = Layout(
    name="tempo-2012-tubuh-berita",
    probe=".tubuh-berita",
    until="2016",
    headline=(".judul-konten", "h1"),
    body=(".tubuh-berita",),
    date=("xpath://div[contains(@class,'judul-konten')]/preceding-sibling::div[@class='tanggal'][1]", ".tanggal"),
    images=(ImageRule(box=".blok-foto-konten", caption=(".foto-desc",)),),
    breadcrumbs=("#blok-sitemap a",),
    keywords=(".mlta a[href*='/topik/masalah/']",),
    noise=_NOISE,
)
_MOBILE = Layout(
    name="tempo-2017-mobile",
    probe="h1.artikel",
    until="2019",
    headline=("h1.artikel",),
    body=("xpath://div[contains(concat(' ',normalize-space(@class),' '),' artikel ')]/div[p]", ".artikel"),
    date=(".artikel > .tanggal", ".tanggal"),
    images=(ImageRule(box=".artikel figure, .artikel .single-img", caption=("figcaption", ".deskripsi", ".caption")),),
    keywords=_TOPICS,
    noise=_NOISE,
)

PORTALS = [
    Portal(
        id="tempo", name="Tempo.co", domains=("tempo.co", "*.tempo.co"), network="tempo", brands=("TEMPO.CO", "TEMPO Interaktif", "TEMPO"),
        article=(
            r"^https?://(?:www\.)?tempo\.co/[a-z-]+/[a-z0-9-]+-(?P<id>\d{5,})$", r"^https?://[a-z]+\.tempo\.co/(?:amp/)?read/(?:news/\d{4}/\d{2}/\d{2}/|beritafoto/)?(?P<id>\d+)(?:/[a-z0-9-]*)?",
        ),
        layouts=(_NUXT, _LEGACY, _SPECIAL, _NEWS_DETAIL, _TUBUH_BERITA, _MOBILE, _DETAIL, _ISI), status="verified", paging="?page_num=N",
        checked="real pages of 2015 (Indonesian and English); documented for 2016 to 2024 and 2026-07",
        access="isAccessibleForFree=false marks gated articles; www.tempo.co/rss answers 403 (2026-02).",
        sources=(Source(kind="feed", url="https://rss.tempo.co/{section}", values={"section": ("nasional", "bisnis", "metro", "dunia")}), Source(kind="index", url="https://www.tempo.co/{section}/_payload.json", values={"section": ("politik", "hukum", "ekonomi", "internasional")}, note="Nuxt payload")),
    ),
]
