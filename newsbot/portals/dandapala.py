"""Dandapala, the news of the general courts."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="dandapala-article",
    probe="#article-content",
    headline=("h1",),
    body=("#article-content",),
    date=("meta[name=publication_date]::attr(content)",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
)

PORTALS = [
    Portal(
        id="dandapala", name="Dandapala", domains=("dandapala.com", "www.dandapala.com"),
        brands=("DANDAPALA.COM",),
        article=(r"^https?://(?:www\.)?dandapala\.com/article/detail/[a-z0-9-]+",),
        examples=("https://dandapala.com/article/detail/pengadilan-kecil-membuka-layanan-di-pulau-terluar",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="index", url="https://dandapala.com/", items=("h3 a[href*='/article/detail/']",), note="the home page is the only listing"),),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
        ),
    ),
]
