"""SWA."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="swa-article",
    probe=".article-content",
    headline=("h1",),
    body=(".article-content",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a",),
)

PORTALS = [
    Portal(
        id="swa", name="SWA", domains=("swa.co.id", "www.swa.co.id"),
        network="swa", brands=("SWA", "SWAonline"),
        article=(r"^https?://(?:www\.)?swa\.co\.id/read/(?P<id>\d+)/",),
        examples=("https://swa.co.id/read/461234/usaha-rumahan-menembus-pasar-ekspor",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="index", url="https://swa.co.id/latest?page={page}"),),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
        ),
    ),
]
