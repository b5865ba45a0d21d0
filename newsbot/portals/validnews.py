"""Validnews: a client-side application; only its addresses are documented."""

from newsbot.portals._model import Portal

PORTALS = [
    Portal(
        id="validnews", name="Validnews", domains=("validnews.id", "www.validnews.id"),
        network="validnews", brands=("VALIDNEWS.ID",),
        article=(r"^https?://(?:www\.)?validnews\.id/(?:ekonomi|nasional|kultura|opini|catatan-valid|riset)/[a-z0-9-]+",),
        examples=("https://validnews.id/ekonomi/produksi-garam-rakyat-naik",),
        layouts=(), status="documented", checked="documented 2025",
        access="The pages are made in the browser; without it there may be no text.",
        unverified=(
            "layout: no selector is documented",
        ),
    ),
]
