"""Jakarta Selaras."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="jakartaselaras-article",
    probe=".post_content",
    headline=("h1",),
    body=(".post_content",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    noise={"navigation": ".endmark, .endmark ~ *"},
)

PORTALS = [
    Portal(
        id="jakartaselaras", name="Jakarta Selaras", domains=("jakarta.selaras.co.id",),
        brands=("SELARAS.CO.ID",),
        article=(r"^https?://jakarta\.selaras\.co\.id/detail/(?P<id>\d+)/[a-z0-9-]+",),
        examples=("https://jakarta.selaras.co.id/detail/40127/taman-baca-di-bantaran-kali-ramai-lagi",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="feed", url="https://jakarta.selaras.co.id/rss"),),
    ),
]
