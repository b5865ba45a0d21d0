"""IDX Channel (MNC)."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="idxchannel-article",
    probe=".article--content",
    headline=("h1",),
    body=(".article--content",),
    date=(".article--creator .text-body--2",),
    authors=(".article--creator a.creator",),
    editors=(".tim_editor a.list-tim-editor .name-editor", ".tim_editor .name-editor"),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a",),
    noise={"related": ".baca-juga-new, .baca_juga, #relatedNews, .berita--terkait", "byline": ".tim_editor"},
)

PORTALS = [
    Portal(
        id="idxchannel", name="IDX Channel", domains=("www.idxchannel.com", "idxchannel.com"),
        network="mnc", brands=("IDXChannel", "IDXCHANNEL"), paging="/N; /all for all",
        article=(r"^https?://(?:www\.)?idxchannel\.com/(?!tag|indeks|search)[a-z][a-z0-9-]+/[a-z0-9-]{12,}",),
        examples=("https://www.idxchannel.com/market-news/saham-perkebunan-naik-serempak",),
        drop=(r"/(?:tag|indeks|search)(?:/|\?|$)",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026-07",
        sources=(
            Source(kind="news_sitemap", url="https://www.idxchannel.com/{section}/sitemap.xml", values={"section": ("news", "market-news", "economics", "technology")}),
            Source(kind="sitemap", url="https://www.idxchannel.com/sitemap.xml"),
            Source(kind="feed", url="https://www.idxchannel.com/rss", unverified=True),
        ),
    ),
]
