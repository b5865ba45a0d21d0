"""Berita Jatim."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="beritajatim-article",
    probe="div[itemprop=articleBody]",
    headline=("h1",),
    body=("div[itemprop=articleBody]", "article"),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a",),
    keywords=("a[rel=tag]",),
    noise={"related": ".baca-juga"},
)

PORTALS = [
    Portal(
        id="beritajatim", name="beritajatim.com", domains=("beritajatim.com", "www.beritajatim.com"),
        brands=("beritajatim.com",),
        article=(r"^https?://(?:www\.)?beritajatim\.com/(?!tag/|author/|category/|page/|feed/|indeks|wp-)[a-z0-9-]{12,}/?$",),
        examples=("https://beritajatim.com/petani-garam-di-sampang-mulai-panen-perdana",),
        drop=(r"/(?:tag|category|author|page|search|feed|wp-[a-z]+)(?:/|\?|$)",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="index", url="https://beritajatim.com/page/{page}/", items=("h2 a", "h3 a")),),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
            "dateline: general knowledge",
        ),
    ),
]
