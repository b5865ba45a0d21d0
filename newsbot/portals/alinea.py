"""Alinea.id."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="alinea-article",
    probe="div.artikelend, .written__reporter",
    headline=("h1",),
    body=("article",),
    date=("div.frontdate",),
    authors=("div.written__reporter div.reporter__nama",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    noise={"navigation": "div.artikelend, div.artikelend ~ *"},
)

PORTALS = [
    Portal(
        id="alinea", name="Alinea.id", domains=("www.alinea.id", "alinea.id"),
        network="alinea", brands=("ALINEA.ID",),
        article=(r"^https?://(?:www\.)?alinea\.id/(?:peristiwa|politik|bisnis|kolom|gaya-hidup|nasional|infografis|media)/[^/?#]+",),
        examples=("https://www.alinea.id/peristiwa/sekolah-terapung-di-danau-kembali-buka-b2kX9a1bC",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(
            Source(kind="feed", url="https://www.alinea.id/rss"),
            Source(kind="index", url="https://www.alinea.id/indeks", items=(".hasilcari .box1 a",)),
        ),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
        ),
    ),
]
