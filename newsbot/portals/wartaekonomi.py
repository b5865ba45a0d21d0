"""Warta Ekonomi, with Herstory and Populis on one template."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="wartaekonomi-article",
    probe=".articlePostContent",
    headline=(".articlePostHeader h1", "h1"),
    body=(".articlePostContent",),
    date=(".articlePostHeader time[datetime]", "time[datetime]"),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".articlePostHeader ul li a",),
)

PORTALS = [
    Portal(
        id="wartaekonomi", name="Warta Ekonomi", domains=("wartaekonomi.co.id", "www.wartaekonomi.co.id", "herstory.co.id", "www.herstory.co.id", "populis.id", "www.populis.id"),
        network="wartaekonomi", brands=("Warta Ekonomi", "HerStory", "Populis.id"), names={"herstory.co.id": "Herstory", "www.herstory.co.id": "Herstory", "populis.id": "Populis", "www.populis.id": "Populis"},
        article=(r"^https?://(?:www\.)?(?:wartaekonomi\.co|herstory\.co|populis)\.id/read(?P<id>\d+)/[a-z0-9-]+",),
        examples=("https://wartaekonomi.co.id/read601234/koperasi-petani-garam-buka-gudang-baru",),
        drop=(r"/(?:indeks|search|tag)(?:/|\?|$)",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="index", url="https://wartaekonomi.co.id/indeks/{date}?page={page}", date_format="YYYYMMDD", items=("a.articleListItem",)),),
        unverified=(
            "dateline: general knowledge, not sampled",
            "date: the visible date string is not documented; the machine date is",
        ),
    ),
]
