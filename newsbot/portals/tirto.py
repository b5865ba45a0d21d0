"""Tirto."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="tirto-article",
    probe=".content-text-editor",
    headline=("h1.article-title", "h1"),
    body=(".content-text-editor",),
    date=("xpath://*[contains(@class,'byline')]//div[contains(.,'Terbit')][not(div)]", ".byline div", ".detail-date"),
    modified=("xpath://*[contains(@class,'byline')]//div[contains(.,'Diperbarui')][not(div)]",),
    authors=(".byline a.reporter-name",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumbs-wrapper a",),
    noise={"related": ".baca-holder", "ad": "ins[data-revive], [id^=gpt-inline], #bn-premium, #premium", "widget": "#delayedPopup"},
)

PORTALS = [
    Portal(
        id="tirto", name="Tirto.id", domains=("tirto.id", "www.tirto.id"),
        network="tirto", brands=("tirto.id", "TIRTO.ID"),
        article=(r"^https?://(?:www\.)?tirto\.id/[a-z0-9]+(?:-[a-z0-9]+){2,}-(?P<id>[A-Za-z0-9]{4})$",),
        examples=("https://tirto.id/kampung-nelayan-memperbaiki-tanggul-sendiri-hb2K",),
        drop=(r"/(?:q|tag|indeks|insider)(?:/|\?|$)",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026-07",
        access="Cloudflare; short user agents met 403 (2026-07). robots.txt bars addresses with a next parameter.",
        sources=(
            Source(kind="sitemap", url="https://tirto.id/sitemap.xml"),
            Source(kind="index", url="https://tirto.id/indeks", note="one page only"),
        ),
        unverified=(
            "date: .detail-date is general knowledge of earlier years",
            "keywords: the meta mixes tags with section labels",
        ),
    ),
]
