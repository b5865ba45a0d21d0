"""The Jakarta Post, in English: today's template, that of 2021 and that of 2015."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="thejakartapost-article",
    probe=".tjp-single__content",
    headline=("h1.tjp-title--single", "h1.tjp-title", "h1:not(.tjp-opening__char)"),
    body=(".tjp-single__content",),
    date=(".tjp-single__head .created", "meta[name=published-at]::attr(content)"),
    byline=(".author",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a",),
    paywall=("div.tjp-paywall",),
    noise={"ad": ".tjp-single__content-ads", "related": ".tjp-single__content-list", "promo": ".tjp-paywall, .tjp-premium, .tjp-newsletter-box"},
)
_DETAIL = Layout(
    name="thejakartapost-2021-detailnews",
    probe=".detailNews, .show-define-text",
    until="2023",
    headline=("h1",),
    body=(".show-define-text", ".detailNews"),
    date=("span.posting .day", "span.posting"),
)
_TEASER = Layout(
    name="thejakartapost-2015-teaser",
    probe="div.teaser > div > p",
    until="2016",
    headline=("h1",),
    body=("xpath://div[@class='teaser']/div[p]",),
    byline=("div.byline",),
)

PORTALS = [
    Portal(
        id="thejakartapost", name="The Jakarta Post", domains=("www.thejakartapost.com", "thejakartapost.com"),
        network="tjp", language="en", brands=("The Jakarta Post",),
        article=(r"^https?://(?:www\.)?thejakartapost\.com/[a-z-]+(?:/[a-z-]+)?/\d{4}/\d{2}/\d{2}/[a-z0-9-]+\.html",),
        examples=("https://www.thejakartapost.com/indonesia/2026/02/11/villagers-rebuild-a-footbridge.html",),
        layouts=(_ARTICLE, _DETAIL, _TEASER), status="documented", checked="documented 2026-05; for 2015 and 2021",
        access="Part of the articles is for subscribers.",
        sources=(Source(kind="sitemap", url="https://www.thejakartapost.com/sitemap.xml", unverified=True),),
    ),
]
