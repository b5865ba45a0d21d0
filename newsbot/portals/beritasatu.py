"""BeritaSatu (B-Universe): the templates of 2016, 2020 (story) and 2022, and the b1-article of 2026."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source
from newsbot.portals._past.beritasatu import CONTENT_DETAIL, STORY

_B1 = Layout(
    name="beritasatu-b1-article",
    probe=".b1-article, .body-content",
    since="2022",
    headline=("h1",),
    body=(".b1-article.body-content", ".b1-article", ".body-content"),
    date=("[class*=date]", "small.text-muted", ".text-muted", "time"),
    byline=(".b1-author", "[class*=author]", "xpath://*[starts-with(normalize-space(),'Penulis:')][string-length()<200]"),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a", ".breadcrumb li", "nav[aria-label=breadcrumb] a"),
    keywords=("a[href*='/tag/'] h3.badge", "a[href*='/tag/'] .badge", "a[href*='/tag/']"),
    noise={"related": "div[style*='#FFEBEB'], div[style*='#ffebeb'], .baca-juga", "ad": "[id^=div-gpt]"},
)
_ROW = Layout(
    name="beritasatu-2022-row",
    probe="xpath://div[contains(@class,'row') and contains(@class,'mt-3')]/div[@class='col'][count(p)>2]",
    since="2021-06",
    until="2024",
    headline=("h1",),
    body=("xpath://div[contains(@class,'row') and contains(@class,'mt-3')]/div[@class='col'][p]",),
    date=("small.text-muted", ".text-muted", "time", "[class*=date]"),
    byline=("xpath://div[contains(@class,'row') and contains(@class,'mb-3')]/div[@class='col']/b",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a", ".breadcrumb li", "nav[aria-label=breadcrumb] a"),
    keywords=("a[href*='/tag/'] .badge", "a[href*='/tag/']"),
    noise=_B1.noise,
)
_SECTIONS = {"section": ("nasional", "ekonomi", "megapolitan", "sport")}

PORTALS = [
    Portal(
        id="beritasatu", name="BeritaSatu.com", domains=("beritasatu.com", "*.beritasatu.com"), network="b-universe", brands=("Beritasatu.com", "Investor Daily"),
        examples=("https://www.beritasatu.com/nasional/2912345/sekolah-rakyat-mulai-menerima-siswa",),
        article=(
            r"^https?://www\.beritasatu\.com/(?:amp/)?(?:[a-z0-9-]+/)?[a-z0-9-]+/(?P<id>\d+)/[a-z0-9-]+",
            r"^https?://(?:www|m)\.beritasatu\.com/(?:[a-z0-9-]+/)+(?P<id>\d+)-[a-z0-9-]+\.html",
        ),
        drop=(r"/(?:tag|search|network|widgets?)/",),
        layouts=(_B1, STORY, CONTENT_DETAIL, _ROW), status="verified", checked="real page of 2020-10; documented for 2016, 2022 and 2026-07",
        access="CloudFront answers 403 to user agents that do not look like a browser; robots.txt bars /widget, /tag/, /search/, /network/ (2026-07).",
        sources=(
            Source(kind="news_sitemap", url="https://www.beritasatu.com/sitemap/{section}/news.xml", values=_SECTIONS), Source(kind="sitemap", url="https://www.beritasatu.com/sitemap.xml"),
            Source(kind="index", url="https://www.beritasatu.com/{section}/indeks/{page}", values={"section": ("terkini", *_SECTIONS["section"])}, first_page=2, last_page=7, items=(".row.gx-3.mt-4.position-relative",), note="page 8 answers 404"),
            Source(kind="index", url="https://www.beritasatu.com/{section}/indeks", values={"section": ("terkini", *_SECTIONS["section"])}, items=(".row.gx-3.mt-4.position-relative",), unverified=True),
        ),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
            "keywords: a guess from the template",
        ),
    ),
]
