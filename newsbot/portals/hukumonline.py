"""Hukumonline."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="hukumonline-article",
    probe="div.article-content",
    headline=("h1",),
    body=("div.article-content", "article"),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a",),
)

PORTALS = [
    Portal(
        id="hukumonline", name="Hukumonline", domains=("www.hukumonline.com", "hukumonline.com"),
        network="hukumonline", brands=("HUKUMONLINE",), paging="?page=N; ?page=all for all",
        article=(r"^https?://(?:www\.)?hukumonline\.com/berita/a/[a-z0-9-]+", r"^https?://(?:www\.)?hukumonline\.com/berita/baca/(?P<id>lt[0-9a-f]+)/[a-z0-9-]+"),
        examples=("https://www.hukumonline.com/berita/a/aturan-baru-sewa-tanah-desa-lt65f1a2b3c4d5e",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        access="Part of the articles is for subscribers; the search answers 401.",
        sources=(Source(kind="sitemap", url="https://www.hukumonline.com/berita/sitemap.xml", note="lists a story again under /berita/foto/f/"),),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
            "article: the addresses before 2021 are general knowledge",
        ),
    ),
]
