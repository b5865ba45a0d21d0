"""Kompasiana, Kompas.tv and Kompas.id (KG Media): only their addresses are documented."""

from newsbot.portals._model import Portal, Source

PORTALS = [
    Portal(
        id="kompasiana", name="Kompasiana", domains=("www.kompasiana.com", "kompasiana.com"),
        network="kgmedia", brands=("KOMPASIANA",), paging="?page=N; ?page=all for all",
        article=(r"^https?://(?:www\.)?kompasiana\.com/[A-Za-z0-9_.-]+/(?P<id>[0-9a-f]{24})/[a-z0-9-]+",),
        examples=("https://www.kompasiana.com/penulisdesa/665f1a2b3c4d5e6f70819203/menanam-cabai-di-polybag",),
        layouts=(), status="documented", checked="documented 2025",
        access="Pages of users, not of a newsroom.",
        unverified=(
            "layout: no selector is documented",
            "sources: none are documented",
            "byline: general knowledge",
        ),
    ),
    Portal(
        id="kompastv", name="Kompas.tv", domains=("www.kompas.tv", "kompas.tv"),
        network="kgmedia", brands=("KOMPAS.TV",), paging="?page=N; ?page=all for all",
        article=(r"^https?://(?:www\.)?kompas\.tv/[a-z-]+/(?P<id>\d{6})/[a-z0-9-]+",),
        examples=("https://www.kompas.tv/regional/601234/jembatan-desa-selesai-diperbaiki",),
        layouts=(), status="documented", checked="documented 2025",
        sources=(Source(kind="sitemap", url="https://www.kompas.tv/sitemap.xml", unverified=True),),
        unverified=(
            "layout: no selector is documented",
            "dateline: general knowledge, not sampled",
            "article: partly inferred from samples",
            "byline: general knowledge",
        ),
    ),
    Portal(
        id="kompasid", name="Kompas.id", domains=("www.kompas.id", "kompas.id"),
        network="kgmedia", brands=("KOMPAS",),
        article=(r"^https?://(?:www\.)?kompas\.id/(?:artikel|baca/[a-z0-9-]+(?:/\d{4}/\d{2}/\d{2})?)/[a-z0-9-]+",),
        examples=("https://www.kompas.id/artikel/menjaga-mata-air-di-lereng",),
        layouts=(), status="documented", checked="documented 2026",
        access="A paid daily; to be crawled only with permission.",
        unverified=(
            "layout: no selector is documented",
            "dateline: general knowledge, not sampled",
            "article: partly inferred from samples",
        ),
    ),
]
