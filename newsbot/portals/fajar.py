"""Fajar (Makassar): WordPress."""

from newsbot.portals._model import Portal, Source
from newsbot.portals._wordpress import BASE

_ARTICLE = BASE.but(name="fajar-entry")

PORTALS = [
    Portal(
        id="fajar", name="Fajar", domains=("fajar.co.id", "www.fajar.co.id"),
        network="fajar", timezone="Asia/Makassar", brands=("FAJAR.CO.ID", "FAJAR"), paging="/N; ?page=all for all",
        article=(r"^https?://(?:www\.)?fajar\.co\.id/\d{4}/\d{2}/\d{2}/[a-z0-9-]+",),
        examples=("https://fajar.co.id/2026/03/14/pasar-terong-ditata-ulang-pedagang-pindah-sementara/",),
        drop=(r"/(?:tag|category|author|page|search|feed|wp-[a-z]+)(?:/|\?|$)",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(
            Source(kind="feed", url="https://fajar.co.id/feed/", unverified=True),
            Source(kind="index", url="https://fajar.co.id/{date}/page/{page}/", date_format="YYYY/MM/DD", note="the date archive of WordPress"),
        ),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
        ),
    ),
]
