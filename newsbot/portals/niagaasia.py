"""Niaga.Asia (Samarinda): WordPress."""

from newsbot.portals._model import Portal, Source
from newsbot.portals._wordpress import BASE

_ARTICLE = BASE.but(name="niagaasia-entry")

PORTALS = [
    Portal(
        id="niagaasia", name="Niaga.Asia", domains=("www.niaga.asia", "niaga.asia"),
        timezone="Asia/Makassar", brands=("NIAGA.ASIA",),
        article=(r"^https?://(?:www\.)?niaga\.asia/(?!tag/|author/|category/|page/|feed/|wp-)[a-z0-9-]{12,}/?$",),
        examples=("https://www.niaga.asia/harga-ikan-di-pelabuhan-turun-jelang-musim-angin/",),
        drop=(r"/(?:tag|category|author|page|search|feed|wp-[a-z]+)(?:/|\?|$)",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="index", url="https://www.niaga.asia/page/{page}/", items=(".archive-list-wrap a",), unverified=True),),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
            "dateline: general knowledge",
            "timezone: the place of the paper",
        ),
    ),
]
