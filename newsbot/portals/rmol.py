"""RMOL."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="rmol-article",
    probe="#fontResizableText",
    headline=(".single_post_heading h1", "h1"),
    body=("#fontResizableText",),
    date=(".author li",),
    byline=(".author a[href*='/about/']", "xpath://*[self::p or self::div][starts-with(normalize-space(),'Editor:')][string-length()<80]"),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a",),
    noise={"related": ".border_black", "ad": "[class^=space-]"},
)

PORTALS = [
    Portal(
        id="rmol", name="RMOL", domains=("rmol.id", "www.rmol.id"),
        network="rmol", brands=("RMOL",),
        article=(r"^https?://(?:www\.)?rmol\.id/(?:[a-z0-9-]+/)?read/\d{4}/\d{2}/\d{2}/(?P<id>\d+)/[a-z0-9-]+",),
        examples=("https://rmol.id/politik/read/2026/03/09/701234/rapat-desa-bahas-anggaran-jalan",),
        drop=(r"/(?:tag|search)(?:/|\?|$)",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="sitemap", url="https://rmol.id/sitemap.xml", unverified=True),),
        unverified=(
            "dateline: an older literal",
            "editor: the line is not confirmed",
            "date: the visible date string is not documented; the machine date is",
        ),
    ),
]
