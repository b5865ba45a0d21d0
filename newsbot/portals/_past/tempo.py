"""Layouts of tempo of 2016 to 2024."""

from newsbot.portals._model import ImageRule, Layout

NOISE = {
    "related": ".baca-juga, .pilihan-tempo, .bacajuga", "promo": ".remp-banner", "ad": "[id^=div-gpt-ad], .banner, .iklan", "widget": ".share-display",
    # Agencies that sign in bold under the text; writers who do so are read as authors.
    "byline": (
        "xpath:.//p[not(following-sibling::p[normalize-space()])]/*[self::strong or self::b]"
        "[contains('|ANTARA|REUTERS|AFP|BBC|TEMPO.CO|TEMPO.CO / ANTARA|ANTARA / REUTERS|', concat('|', translate(normalize-space(), '|', '/'), '|'))]"
    ),
}
TOPICS = ("a[href*='/topik/masalah/']", "a[href*='/topik/']", "a[href*='/tag/']")
LEGACY = Layout(
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
    keywords=TOPICS,
    noise=NOISE,
)
SPECIAL = Layout(
    name="tempo-2016-p-artikel",
    probe=".p-artikel",
    until="2018",
    headline=(".judul-artikel",),
    body=(".p-artikel",),
    date=(".block-judul-artikel .tanggal", "h5.tanggal", ".tanggal"),
    images=(ImageRule(box="figure, .single-img", caption=("figcaption", ".deskripsi", ".caption")),),
    keywords=TOPICS,
    noise=NOISE,
)
NEWS_DETAIL = Layout(
    name="tempo-2016-news-detail",
    probe=".date-news-detail",
    until="2018",
    headline=(".news-detail h2 a", ".news-detail h2"),
    body=(".news-detail article",),
    date=(".date-news-detail",),
    images=(ImageRule(box=".news-detail figure", caption=("figcaption",)),),
    keywords=TOPICS,
    noise=NOISE,
)
