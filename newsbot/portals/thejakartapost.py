"""The Jakarta Post, in English."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="thejakartapost-article",
    probe=".tjp-single__content",
    headline=("h1.tjp-title--single", "h1"),
    body=(".tjp-single__content",),
    date=(".tjp-single__head .created", "meta[name=published-at]::attr(content)"),
    byline=(".author",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a",),
)

PORTALS = [
    Portal(
        id="thejakartapost", name="The Jakarta Post", domains=("www.thejakartapost.com", "thejakartapost.com"),
        network="tjp", language="en", brands=("The Jakarta Post",),
        article=(r"^https?://(?:www\.)?thejakartapost\.com/[a-z-]+(?:/[a-z-]+)?/\d{4}/\d{2}/\d{2}/[a-z0-9-]+\.html",),
        examples=("https://www.thejakartapost.com/indonesia/2026/02/11/villagers-rebuild-a-footbridge.html",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2025",
        access="Part of the articles is for subscribers.",
        sources=(Source(kind="sitemap", url="https://www.thejakartapost.com/sitemap.xml", unverified=True),),
    ),
]
