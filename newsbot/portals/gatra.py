"""Gatra: tagDiv Newspaper."""

from newsbot.portals._model import Portal, Source
from newsbot.portals._tagdiv import BASE

_ARTICLE = BASE.but(name="gatra-post")

PORTALS = [
    Portal(
        id="gatra", name="Gatra", domains=("www.gatra.net", "gatra.net", "www.gatra.com", "gatra.com"),
        brands=("Gatra.com", "GATRA.com", "GATRA"),
        article=(r"^https?://(?:www\.)?gatra\.(?:net|com)/news-(?P<id>\d+)-[a-z-]+-[a-z0-9-]+\.html",),
        examples=("https://www.gatra.net/news-571234-ekonomi-harga-gabah-naik-di-sentra-padi.html",),
        drop=(r"/(?:tag|category|author|page|search|feed|wp-[a-z]+)(?:/|\?|$)",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="index", url="https://www.gatra.net/page/{page}", note="the search of the site ignores its query"),),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
            "dateline: general knowledge, not sampled",
        ),
    ),
]
