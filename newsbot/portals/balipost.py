"""Bali Post: tagDiv Newspaper."""

from newsbot.portals._model import Portal, Source
from newsbot.portals._tagdiv import BASE

_ARTICLE = BASE.but(name="balipost-post")

PORTALS = [
    Portal(
        id="balipost", name="Bali Post", domains=("www.balipost.com", "balipost.com"),
        timezone="Asia/Makassar", brands=("BALIPOST.com", "BALIPOST.COM"),
        article=(r"^https?://(?:www\.)?balipost\.com/news/\d{4}/\d{2}/\d{2}/(?P<id>\d+)/",),
        examples=("https://www.balipost.com/news/2026/04/11/431207/Subak-di-Tabanan-Atur-Giliran-Air.html",),
        drop=(r"/(?:tag|category|author|page|search|feed|wp-[a-z]+)(?:/|\?|$)",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="index", url="https://www.balipost.com/page/{page}/"),),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
            "timezone: the place of the paper",
            "dateline: general knowledge, not sampled",
            "article: partly inferred from samples",
        ),
    ),
]
