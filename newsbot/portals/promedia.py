"""The Promedia template: Pikiran Rakyat with its sub-sites and the Promedia network."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

LAYOUT = Layout(
    name="promedia-read",
    probe=".read__content, .read__article",
    headline=("h1.read__title", ".read__title h1", "h1"),
    body=("article.read__content", ".read__content", "div.read__article"),
    date=(".read__info__date", "span.date_detail", "span.mt-10"),
    authors=(".read__info__author a",),
    byline=(
        "span.read_contributor", "xpath://p[starts-with(normalize-space(),'Editor:')]", "xpath://*[self::div or self::span or self::p][starts-with(normalize-space(),'Editor:')][string-length()<80]",
    ),
    source=("xpath://p[starts-with(normalize-space(),'Sumber:')]",),
    images=(ImageRule(box="div.photo", caption=(".photo__caption",), credit=(".photo__author",)),),
    breadcrumbs=(".breadcrumb__wrap .breadcrumb__item", ".breadcrumb__wrap a"),
    keywords=("section.read__tagging a[href*='/tag/']", ".tag__list a", ".tag--article a"),
    next_page=(".paging__wrap a.paging__link",),
    noise={"related": "strong.read__others, p:has(> a.read__others), .croslink", "ad": ".prads, .ads, .ap_container", "promo": ".coverwa", "paging": ".paging--article"},
)

PORTALS = [
    Portal(
        id="pikiranrakyat", name="Pikiran Rakyat", domains=("pikiran-rakyat.com", "*.pikiran-rakyat.com", "prfmnews.id", "www.prfmnews.id"), network="promedia",
        brands=("PIKIRAN RAKYAT", "PIKIRAN-RAKYAT.COM", "PR", "GALAMEDIA", "ZONA JAKARTA", "DESKJABAR", "PRFMNEWS"),
        article=(r"^https?://[a-z0-9-]+(?:\.pikiran-rakyat)?\.[a-z.]+/[a-z0-9-]+/(?:amp/)?pr-(?P<id>\d{7,11})/[a-z0-9-]+",), paging="?page=N",
        layouts=(LAYOUT,), status="verified", checked="real page of zonajakarta.pikiran-rakyat.com, 2020-10; documented 2023 to 2026", access="Cloudflare 1015 rate limit on search (2026).",
        sources=(Source(kind="index", url="https://www.pikiran-rakyat.com/search?q=&page={N}", note="rate limited"),),
    ),
]
