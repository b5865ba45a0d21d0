"""Investor.id and Jakarta Globe (B-Universe)."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_INVESTOR = Layout(
    name="investor-body-content",
    probe="div.body-content",
    headline=("h1",),
    body=("div.body-content",),
    date=("span.text-muted",),
    byline=(".col.small.pt-1", "xpath://*[contains(@class,'body-content')]/p[starts-with(normalize-space(),'Editor:')][string-length()<80]"),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a",),
    noise={"ad": ".underlay-ad-text-box", "byline": "xpath:.//p[starts-with(normalize-space(),'Editor:')][string-length()<80]"},
)
_GLOBE = Layout(
    name="jakartaglobe-content-body",
    probe=".content-body",
    headline=("h1",),
    body=(".content-body",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a",),
    keywords=("a[href*='/tag/']",),
)

PORTALS = [
    Portal(
        id="investor", name="Investor.id", domains=("investor.id", "www.investor.id"),
        network="b-universe", brands=("investor.id", "INVESTOR.ID"), paging="/N; /all for all",
        article=(r"^https?://(?:www\.)?investor\.id/[a-z-]+/(?P<id>\d+)/[a-z0-9-]+",),
        examples=("https://investor.id/market/412345/indeks-dibuka-menguat-tipis",),
        drop=(r"/(?:tag|search|indeks)(?:/|\?|$)",),
        layouts=(_INVESTOR,), status="documented", checked="documented 2026-07",
        access="CloudFront answers 403 to user agents that do not look like a browser; a public crawler gave the site up (2026-07).",
        sources=(Source(kind="sitemap", url="https://investor.id/sitemap.xml"), Source(kind="index", url="https://investor.id/indeks", unverified=True)),
    ),
    Portal(
        id="jakartaglobe", name="Jakarta Globe", domains=("jakartaglobe.id", "www.jakartaglobe.id"),
        network="b-universe", language="en", brands=("JAKARTA GLOBE",), city_dateline=True,
        article=(r"^https?://(?:www\.)?jakartaglobe\.id/(?!newsindex|search|tag)[a-z-]+/[a-z0-9-]{8,}",),
        examples=("https://jakartaglobe.id/news/fishermen-repair-a-pier-together",),
        drop=(r"/(?:newsindex|search|tag)(?:/|\?|$)",),
        layouts=(_GLOBE,), status="documented", checked="documented 2026",
        access="jakartaglobe.id/feed answers 404 (2026).",
        sources=(Source(kind="index", url="https://jakartaglobe.id/newsindex/page/{page}", unverified=True),),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
            "dateline: general knowledge, not sampled",
            "index: its path and paging are general knowledge",
        ),
    ),
]
