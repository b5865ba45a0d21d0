"""Media Indonesia: JSON-LD author holds the editor, the visible `author-2` the reporter."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="mediaindonesia-article",
    probe="div.article, .post-header",
    headline=(".post-header h1", "h1"),
    body=("div.article",),
    date=("span.datetime", ".info .datetime"),
    authors=("div.info > div.author-2", ".info .author-2"),
    byline=("div.info-author",),
    images=(ImageRule(box="figure.main-img, div.article figure", caption=("figcaption",)),),
    breadcrumbs=("ul.mi-breadcrumb li", ".mi-breadcrumb a"),
    keywords=("ul.related-tags a.bt", ".related-tags a"),
    noise={
        "related": "p.related-news", "promo": ".ext-channel", "byline": ".info-author", "ad": ".flying-carpet, ._ap_apex_ad, .dfp-ad", "widget": ".font-size-bt-group",
    },
)
_OLD = Layout(
    name="mediaindonesia-2017",
    probe=".articleBody, .article-body, .detail-content",
    until="2022",
    headline=("h1",),
    body=(".articleBody", ".article-body", ".detail-content"),
    date=("[class*=date]", "[class*=meta]"),
    byline=("[class*=meta]", "[class*=author]"),
    images=(ImageRule(box="figure, .img-detail", caption=("figcaption", ".caption", "[class*=caption]")),),
    breadcrumbs=(".breadcrumb a",),
    keywords=("[class*=tag] a",),
)

PORTALS = [
    Portal(
        id="mediaindonesia", name="Media Indonesia", domains=("mediaindonesia.com", "*.mediaindonesia.com"), network="mediagroup", brands=("MEDIAINDONESIA.COM", "Media Indonesia"),
        article=(r"^https?://(?:www\.)?mediaindonesia\.com/(?:read/detail/)?(?:[a-z0-9-]+/)?(?P<id>\d+)[/-](?=[^/]*[a-z])[^/?#]+",),
        drop=(r"//epaper\.", r"/(?:video|galleries|tag|author|indeks)/"), layouts=(_ARTICLE, _OLD), status="verified", checked="real page of 2025-10",
        access="Cloudflare challenges deep index offsets (2026-07).",
        sources=(Source(kind="news_sitemap", url="https://mediaindonesia.com/sitemap-news.xml"), Source(kind="sitemap", url="https://mediaindonesia.com/sitemap.xml")),
    ),
]
