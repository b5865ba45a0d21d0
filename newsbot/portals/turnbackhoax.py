"""TurnBackHoax (Mafindo), a fact-checking site on WordPress."""

from newsbot.portals._model import Portal, Source
from newsbot.portals._wordpress import BASE

_ARTICLE = BASE.but(name="turnbackhoax-entry", byline=(".entry-meta .author", ".author"), section=("a[rel='category tag']",))

PORTALS = [
    Portal(
        id="turnbackhoax", name="TurnBackHoax", domains=("turnbackhoax.id", "www.turnbackhoax.id"),
        network="mafindo", brands=("TURNBACKHOAX",),
        article=(r"^https?://(?:www\.)?turnbackhoax\.id/\d{4}/\d{2}/\d{2}/[a-z]+-[a-z0-9-]+",),
        examples=("https://turnbackhoax.id/2025/06/12/salah-video-banjir-di-kota-lama/",),
        drop=(r"/(?:tag|category|author|page|search|feed|wp-[a-z]+)(?:/|\?|$)",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2025-06",
        sources=(
            Source(kind="feed", url="https://turnbackhoax.id/feed/", unverified=True),
            Source(kind="index", url="https://turnbackhoax.id/page/{page}/", items=("h3.entry-title a",)),
        ),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
            "index: its path and paging are general knowledge",
            "layout: the selectors are those of the theme",
        ),
    ),
]
