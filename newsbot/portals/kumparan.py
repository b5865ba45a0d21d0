"""kumparan: newsroom and user accounts on one template."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="kumparan-article",
    probe="[data-qa-id=story-paragraph]",
    headline=("h1[data-qa-id=story-title]", "h1"),
    body=("xpath://*[@data-qa-id='story-paragraph']/parent::*", "[data-qa-id=story-paragraph]"),
    date=("time[data-qa-id=publish-date]", "[data-qa-id=publish-date]"),
    authors=("[data-qa-id=author-name]",),
    images=(ImageRule(box="figure[data-qa-id=image-figure], figure", caption=("figcaption",)),),
    keywords=("a[data-qa-id=tag-topic] span",),
    noise={"related": "[data-qa-id^=desktop-article-page-inline-]", "navigation": "aside"},
)

PORTALS = [
    Portal(
        id="kumparan", name="kumparan", domains=("kumparan.com", "www.kumparan.com", "m.kumparan.com"),
        network="kumparan", brands=("kumparan", "kumparanNEWS"),
        article=(r"^https?://(?:m\.|www\.)?kumparan\.com/[a-z0-9-]+/[a-z0-9-]+-(?P<id>\d{2}[A-Za-z0-9]{9})$",),
        examples=("https://kumparan.com/kumparannews/kampung-batik-menata-diri-27oRU1T1EYV",),
        drop=(r"/(?:channel|topic|search)(?:/|\?|$)",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026-07",
        access="robots.txt is permissive; channel pages are made in the browser; kumparan.com/rss answers 404 (2026-02).",
        sources=(
            Source(kind="feed", url="https://lapi.kumparan.com/v2.0/rss/"),
            Source(kind="sitemap", url="https://kumparan.com/sitemap.xml"),
            Source(kind="sitemap", url="https://kumparan.com/sitemap_channel_{section}.xml", values={"section": ("news", "bisnis", "entertainment", "mom", "food-travel", "tekno-sains", "otomotif", "woman", "bola-sports", "buzz", "bolanita")}, unverified=True),
        ),
    ),
]
