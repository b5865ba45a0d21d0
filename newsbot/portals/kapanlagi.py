"""KapanLagi.com (KLY), on templates of its own."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source
from newsbot.portals._past.kapanlagi import KAPANLAGI, KAPANLAGI_PARAGRAPH, KAPANLAGI_PHOTO

_DETAIL = Layout(
    name="kapanlagi-detail",
    probe=".detail__header_title, .main-content",
    since="2020",
    headline=("h1.detail__header_title", "h1"),
    body=("div.main-content",),
    date=("time.headermetabox-datetime-text", ".headermetabox-datetime"),
    authors=("a.headermetabox-author-name",),
    images=(ImageRule(box="figure", caption=("figcaption",)), ImageRule(box=".box-img-detail", caption=("[class*=caption]",))),
    breadcrumbs=("[class*=breadcrumb] a",),
    keywords=(".relatedtag a[href*='/tag']", ".box--topic a", "[class*=tag] a[href*='/tag']"),
    noise={"widget": ".box-share-img-detail, .liputan6-mobileapp-widget", "related": ".lifestyle-in-content, .paging-related", "paging": ".link-pagging-warper", "ad": ".in-image-ads"},
)

PORTALS = [
    Portal(
        id="kapanlagi", name="KapanLagi.com", domains=("kapanlagi.com", "*.kapanlagi.com"), network="kly", brands=("Kapanlagi.com", "KapanLagi.com", "KapanLagi.com®"),
        examples=("https://www.kapanlagi.com/korea/perbedaan-tinggi-pasangan-drama-7a1446031b.html",),
        article=(r"^https?://[a-z]+\.kapanlagi\.com/(?:[a-z-]+/)+[a-z0-9-]*?(?P<id>[0-9a-f]{6,10})\.html", r"^https?://[a-z]+\.kapanlagi\.com/(?:[a-z-]+/)+[a-z0-9-]+\.html"),
        layouts=(KAPANLAGI, KAPANLAGI_PHOTO, KAPANLAGI_PARAGRAPH, _DETAIL), status="verified", checked="real pages of 2015 and 2016; documented 2017 to 2025-06",
        paging="?page=N",
        sources=(Source(kind="feed", url="https://www.kapanlagi.com/feed/"), Source(kind="sitemap", url="https://www.kapanlagi.com/sitemap.xml", unverified=True)),
        unverified=("article: photo news carries no number", "images: those of today's pages are not documented"),
    ),
]
