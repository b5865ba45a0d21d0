"""RM.id (Rakyat Merdeka)."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="rmid-article",
    probe="div.content-berita",
    headline=("h1",),
    body=("div.content-berita",),
    byline=(".author",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a",),
)

PORTALS = [
    Portal(
        id="rmid", name="RM.id", domains=("rm.id", "www.rm.id"),
        network="rakyatmerdeka", brands=("RM.id", "RM.ID"),
        article=(r"^https?://(?:www\.)?rm\.id/baca-berita/[a-z-]+/(?P<id>\d+)/[a-z0-9-]+",),
        examples=("https://rm.id/baca-berita/nasional/271234/petani-kopi-dapat-bibit-unggul",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="index", url="https://rm.id/index-berita/{date}", date_format="YYYY-MM-DD", unverified=True, note="the form of the date in the path is not documented"),),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
            "article: partly inferred from samples",
        ),
    ),
]
