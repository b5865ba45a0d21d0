"""The declaration of the invented portal: the layouts of the templates it borrows, and its own sources."""

from __future__ import annotations

from newsbot.portals import Portal, Source, registry


def loopback_portal(base: str) -> Portal:
    """The portal that is served at `base`; its layouts are those of tribunnews, kompas and detik."""
    layouts = tuple(
        layout
        for name in ("tribunnews", "kompas", "detik")
        if (owner := registry().get(name))
        for layout in owner.layouts
    )
    return Portal(
        id="loopback",
        name="Loopback",
        domains=("127.0.0.1", "localhost"),
        brands=("TRIBUNNEWS.COM", "KOMPAS.com"),
        city_dateline=True,
        article=(
            r"^http://(?:127\.0\.0\.1|localhost)(?::\d+)?(?:/amp)?/read/\d{4}/\d{2}/\d{2}/(?P<id>\d{8})/[a-z0-9-]+",
        ),
        drop=(r"/(?:indeks|tentang|pedoman)(?:/|\?|$)",),
        paging="?page=N",
        layouts=layouts,
        sources=(
            Source(kind="news_sitemap", url=f"{base}/sitemap-news.xml"),
            Source(kind="sitemap", url=f"{base}/sitemap.xml"),
            Source(kind="feed", url=f"{base}/rss"),
            Source(
                kind="index",
                url=f"{base}/indeks?date={{date}}&page={{page}}",
                date_format="YYYY-MM-DD",
                items=("ul.lsi > li h3 a",),
                item_date=("time.grey",),
            ),
        ),
        status="verified",
        checked="serves itself",
    )
