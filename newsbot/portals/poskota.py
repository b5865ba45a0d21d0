"""Pos Kota."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="poskota-article",
    probe="div[itemprop=articleBody]",
    headline=("h1",),
    body=("div[itemprop=articleBody]",),
    date=("xpath://span[contains(.,' 20')][string-length(normalize-space())<60]",),
    byline=(".author", "xpath://*[self::p or self::div or self::span][starts-with(normalize-space(),'Editor')][string-length()<80]"),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a",),
)

PORTALS = [
    Portal(
        id="poskota", name="Pos Kota", domains=("www.poskota.co.id", "poskota.co.id"),
        brands=("POSKOTA.CO.ID", "POSKOTA"), paging="?page=N; ?page=all for all",
        article=(r"^https?://(?:www\.)?poskota\.co\.id/\d{4}/\d{2}/\d{2}/[a-z0-9-]+",),
        examples=("https://www.poskota.co.id/2026/05/03/warga-kampung-tua-kerja-bakti-bersihkan-kali",),
        drop=("/(?:tag|search)/",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="sitemap", url="https://www.poskota.co.id/sitemap.xml", unverified=True),),
        unverified=(
            "date: only the form of the string is documented",
        ),
    ),
]
