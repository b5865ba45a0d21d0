"""Posmetro (Batam, Medan, Jakarta): three sites of which only addresses are documented."""

from newsbot.portals._model import Portal, Source
from newsbot.portals._wordpress import BASE

_ARTICLE = BASE.but(name="posmetro-entry")

PORTALS = [
    Portal(
        id="posmetro", name="Posmetro", domains=("posmetro.co", "www.posmetro.co", "posmetromedan.com", "www.posmetromedan.com", "posmetro.co.id", "www.posmetro.co.id"),
        brands=("POSMETRO.CO", "POSMETRO", "POSMETRO MEDAN", "POSMETROMEDAN.COM"), names={"www.posmetromedan.com": "Posmetro Medan", "posmetromedan.com": "Posmetro Medan"},
        article=(r"^https?://(?:www\.)?posmetro\.co/\d{4}/\d{2}/\d{2}/[a-z0-9-]+", r"^https?://(?:www\.)?posmetromedan\.com/\d{4}/\d{2}/[a-z0-9-]+", r"^https?://(?:www\.)?posmetro\.co\.id/(?!tag/|author/|category/|page/|feed/|wp-)[a-z0-9-]{12,}/?$"),
        examples=("https://posmetro.co/2025/06/10/warga-bersihkan-parit-di-dua-kelurahan/", "https://www.posmetromedan.com/2025/06/pedagang-buah-pindah-ke-pasar-baru/"),
        drop=(r"/(?:tag|category|author|page|search|feed|wp-[a-z]+)(?:/|\?|$)",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2025",
        sources=(Source(kind="feed", url="https://posmetro.co/feed/", unverified=True),),
        unverified=(
            "layout: the selectors are those of WordPress, no page is documented",
            "date: the visible date string is not documented; the machine date is",
        ),
    ),
]
