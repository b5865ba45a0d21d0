"""VOI."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="voi-article",
    probe="div.single-post-content",
    headline=("h1",),
    body=("div.single-post-content",),
    date=(".single-post-date time", ".single-post-date"),
    byline=(".single-post-author",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a",),
)

PORTALS = [
    Portal(
        id="voi", name="VOI", domains=("voi.id", "www.voi.id"),
        network="voi", brands=("VOI",), city_dateline=True,
        article=(r"^https?://(?:www\.)?voi\.id/[a-z-]+/(?P<id>\d+)(?:/[a-z0-9-]+)?$",),
        examples=("https://voi.id/berita/431234/pasar-terapung-kembali-dibuka",),
        drop=(r"/artikel/(?:indeks|tag)(?:/|\?|$)",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="index", url="https://voi.id/artikel/indeks?page={page}", items=(".section-item-title a",)),),
        unverified=(
            "dateline: general knowledge",
            "date: the visible date string is not documented; the machine date is",
        ),
    ),
]
