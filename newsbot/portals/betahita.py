"""Betahita."""

from newsbot.portals._model import ImageRule, Layout, Portal

_ARTICLE = Layout(
    name="betahita-article",
    probe="article.detail-artikel, .detail-in",
    headline=("article.detail-artikel div.judul-artikel h1", ".judul-artikel h1", "h1"),
    body=("div.detail-in",),
    date=("h5.margin-bottom-sm",),
    byline=("div.box-sumber h5.title",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a",),
)

PORTALS = [
    Portal(
        id="betahita", name="Betahita", domains=("betahita.id", "www.betahita.id"),
        brands=("BETAHITA.ID",),
        article=(r"^https?://(?:www\.)?betahita\.id/(?:berita|opini|sorot)/(?P<id>\d+)/[a-z0-9-]+",),
        examples=("https://betahita.id/berita/11872/hutan-adat-di-lereng-timur-dijaga-bergilir",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        access="No sitemap, feed or index is documented: only saved pages are read.",
    ),
]
