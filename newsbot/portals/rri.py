"""RRI."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="rri-article",
    probe=".post_details_inner",
    headline=("h1",),
    body=(".post_details_inner",),
    date=(".date",),
    byline=(".author",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a",),
)

PORTALS = [
    Portal(
        id="rri", name="RRI", domains=("rri.co.id", "www.rri.co.id"),
        network="rri", brands=("KBRN", "RRI.CO.ID"),
        article=(r"^https?://(?:www\.)?rri\.co\.id/(?:[a-z0-9-]+/)+(?P<id>\d+)/[a-z0-9-]+",),
        examples=("https://rri.co.id/daerah/umum/1891234/nelayan-mulai-melaut-lagi",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="sitemap", url="https://rri.co.id/sitemap.xml", unverified=True),),
        unverified=(
            "dateline: general knowledge",
            "date: the visible date string is not documented; the machine date is",
        ),
    ),
]
