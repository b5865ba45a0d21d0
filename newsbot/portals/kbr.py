"""KBR."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="kbr-article",
    probe=".article-content",
    headline=("h1",),
    body=(".article-content", "article"),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a",),
)

PORTALS = [
    Portal(
        id="kbr", name="KBR", domains=("kbr.id", "www.kbr.id"),
        network="kbr", brands=("KBR",),
        article=(r"^https?://(?:www\.)?kbr\.id/articles/(?!indeks(?:[/?]|$))(?:[a-z0-9-]+/)?[a-z0-9_-]{8,}",),
        examples=("https://kbr.id/articles/ragam/warga-pulau-kecil-menanam-bakau",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="index", url="https://kbr.id/articles/indeks?page={page}"),),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
            "dateline: general knowledge",
        ),
    ),
]
