"""CNA Indonesia: Drupal."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="cna-id-article",
    probe=".field--name-body",
    headline=("h1",),
    body=(".field--name-body",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a",),
)

PORTALS = [
    Portal(
        id="cna_id", name="CNA Indonesia", domains=("www.cna.id", "cna.id"),
        network="mediacorp", brands=("CNA Indonesia", "CNA"), city_dateline=True,
        article=(r"^https?://(?:www\.)?cna\.id/[a-z-]+/[a-z0-9-]+-(?P<id>\d+)$",),
        examples=("https://www.cna.id/indonesia/warga-pesisir-menata-kampung-34567",),
        drop=("/topic/",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="index", url="https://www.cna.id/terbaru"),),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
        ),
    ),
]
