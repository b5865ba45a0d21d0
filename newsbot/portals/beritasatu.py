"""BeritaSatu (B-Universe): the templates of 2016, 2020 (story) and 2022, and the b1-article of 2026."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

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
_STORY = Layout(
    name="beritasatu-story",
    probe="div.story",
    until="2022",
    headline=("h1",),
    body=("div.story:not(.caption-dtp)",),
    date=("p.editor",),
    byline=("xpath://p[contains(@class,'editor')]",),
    images=(ImageRule(box="#b1Photo .carousel-item", caption=(".caption-dtp",)), ImageRule(box="figure", caption=("figcaption",))),
    breadcrumbs=("div.bc a", ".breadcrumb a"),
    keywords=("a[href*='/tag/'] .badge", "a[href*='/tag/']"),
    source=("xpath://p[starts-with(normalize-space(),'Sumber:')]",),
    noise={"related": ".card.bg-light-3", "navigation": ".story > .container"},
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
_CONTENT_DETAIL = Layout(
    name="beritasatu-2016-content-detail",
    probe=".content-detail .content-body, .content-detail > h4",
    until="2019",
    headline=(".content-detail > h4", ".content-detail h1", "h1"),
    body=(".content-detail .content-body", ".content-body"),
    date=(".content-detail .date", "div.date"),
    byline=("xpath://div[contains(@class,'content-detail')]/p[string-length()<120]",),
    images=(ImageRule(box=".content-detail figure, .content-detail .img-detail", caption=("figcaption", "[class*=caption]")),),
    breadcrumbs=(".breadcrumb a",),
    keywords=("a[href*='/tag/']",),
    source=("xpath://p[starts-with(normalize-space(),'Sumber:')]",),
    noise={"related": ".baca-juga"},
)

PORTALS = [
    Portal(
        id="beritasatu", name="BeritaSatu.com", domains=("beritasatu.com", "*.beritasatu.com"), network="b-universe", brands=("Beritasatu.com", "Investor Daily"),
        article=(
            r"^https?://www\.beritasatu\.com/(?:amp/)?(?:[a-z0-9-]+/)?[a-z0-9-]+/(?P<id>\d+)/[a-z0-9-]+",
            r"^https?://(?:www|m)\.beritasatu\.com/(?:[a-z0-9-]+/)+(?P<id>\d+)-[a-z0-9-]+\.html",
        ),
        drop=(r"/(?:tag|search|network|widgets?)/",),
        layouts=(_B1, _STORY, _CONTENT_DETAIL, _ROW), status="verified", checked="real page of 2020-10; documented for 2016, 2022 and 2026-07",
        access="CloudFront answers 403 to user agents that do not look like a browser (2026-07).",
        sources=(
            Source(kind="news_sitemap", url="https://www.beritasatu.com/sitemap/{section}/news.xml", values={"section": ("nasional", "ekonomi", "megapolitan", "sport")}, unverified=True),
            Source(kind="index", url="https://www.beritasatu.com/{section}/indeks/{page}", values={"section": ("nasional", "ekonomi", "megapolitan", "sport")}, last_page=7),
        ),
    ),
]
