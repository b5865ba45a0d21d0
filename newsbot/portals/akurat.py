"""Akurat: the template is not documented; pages are read by the generic path."""

from newsbot.portals._model import Portal, Source

PORTALS = [
    Portal(
        id="akurat", name="Akurat.co", domains=("www.akurat.co", "akurat.co", "jakarta.akurat.co"),
        network="akurat", brands=("AKURAT.CO",), paging="?page=all",
        article=(r"^https?://(?:www\.|jakarta\.)?akurat\.co/[a-z0-9-]+/(?P<id>\d{6,7})/[a-z0-9-]+", r"^https?://(?:www\.)?akurat\.co/[a-z0-9-]+/id-(?P<id>\d{7})-read-?[a-z0-9-]*"),
        examples=("https://www.akurat.co/ekonomi/512034/harga-telur-kembali-stabil-di-pasar-induk",),
        layouts=(), status="documented", checked="documented 2026",
        sources=(Source(kind="sitemap", url="https://www.akurat.co/sitemap.xml", unverified=True),),
        unverified=(
            "layout: no selector is documented",
            "dateline: general knowledge, not sampled",
            "article: partly inferred from samples",
        ),
    ),
]
