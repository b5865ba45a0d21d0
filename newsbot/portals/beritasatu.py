"""BeritaSatu (B-Universe): the story template of 2020 and the b1-article of 2026."""

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

PORTALS = [
    Portal(
        id="beritasatu", name="BeritaSatu.com", domains=("beritasatu.com", "*.beritasatu.com"), network="b-universe", brands=("Beritasatu.com", "Investor Daily"),
        article=(r"^https?://www\.beritasatu\.com/(?:amp/)?(?:[a-z0-9-]+/)?[a-z0-9-]+/(?P<id>\d+)/[a-z0-9-]+",), drop=(r"/(?:tag|search|network|widgets?)/",),
        layouts=(_B1, _STORY), status="verified", checked="real page of 2020-10; documented 2026-07", access="CloudFront answers 403 to user agents that do not look like a browser (2026-07).",
        sources=(Source(kind="news_sitemap", url="https://www.beritasatu.com/sitemap/{kanal}/news.xml"), Source(kind="index", url="https://www.beritasatu.com/{kanal}/indeks/{2..7}")),
    ),
]
