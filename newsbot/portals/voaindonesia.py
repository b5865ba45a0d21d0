"""VOA Indonesia, on the Pangea platform that all its language services share."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="voaindonesia-article",
    probe="div.body-container, #article-content .wsw",
    headline=("h1.pg-title", "h1"),
    body=("#article-content .wsw", ".wsw", "div.body-container"),
    date=("time[datetime]",),
    byline=(".links__list a.links__item-link", ".publishing-details .links"),
    images=(ImageRule(box=".cover-media", caption=(".caption", "figcaption")), ImageRule(box="figure", caption=("figcaption",))),
    breadcrumbs=(".category a",),
    noise={"related": ".region--related, .wsw__embed--also-read, .also-read", "widget": ".media-block--embed, .share"},
)

PORTALS = [
    Portal(
        id="voaindonesia", name="VOA Indonesia", domains=("www.voaindonesia.com", "voaindonesia.com"),
        network="pangea", timezone="UTC", brands=("VOA",),
        article=(r"^https?://(?:www\.)?voaindonesia\.com/a/(?:[^/]+/)?(?P<id>\d+)\.html",),
        examples=("https://www.voaindonesia.com/a/petani-muda-kembali-ke-ladang/7812345.html",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(
            Source(kind="feed", url="https://www.voaindonesia.com/api/zmgqoe$moi", unverified=True),
            Source(kind="index", url="https://www.voaindonesia.com/z?p={page}", unverified=True),
        ),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
            "timezone: times are machine dates with an offset",
            "article: addresses without a slug are general knowledge",
            "index: its path and paging are general knowledge",
        ),
    ),
]
