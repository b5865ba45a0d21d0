"""KapanLagi Youniverse: liputan6, merdeka, fimela, bola.com, kapanlagi. Every page of an article stands in one document."""

from newsbot.portals._kly import BODY_ITEMS, GALLERY, NOISE
from newsbot.portals._model import ImageRule, Layout, Portal, Source
from newsbot.portals._past.kapanlagi import KAPANLAGI, KAPANLAGI_PARAGRAPH, KAPANLAGI_PHOTO
from newsbot.portals._past.kly import DESKTOP_2016, PHOTO_2016, PHOTO_TAG
from newsbot.portals._past.merdeka import MERDEKA_DESKTOP, MERDEKA_MOBILE, MERDEKA_NOISE

_TODAY = Layout(
    name="liputan6-today",
    probe="div.infinite-box.detail-paragraph, .detail-headline",
    headline=("#detail-headline h2", ".detail-headline h1", "h1"),
    body=(".infinite-box.detail-paragraph",),
    date=(".detail-headline .time",),
    images=(ImageRule(box=".detail-img", caption=(".detail-img-copyright",)),),
    source=("xpath://div[contains(@class,'detail-paragraph')][starts-with(normalize-space(),'Sumber')]",),
    noise=NOISE,
)
_MERDEKA_2024 = Layout(
    name="merdeka-articles",
    probe=".articles-content__body, .article-content-body, .articles--content",
    since="2023",
    headline=("h1",),
    body=(".articles-content__body", ".article-content-body"),
    date=("[class*=articles] time", ".articles--reporter-box__time", "time", "[class*=datetime]"),
    byline=("[class*=reporter]", "[data-tracking=author_name]"),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=("nav.breadcrumb-navigation li", ".breadcrumb li"),
    keywords=(".tags-articles__list a",),
    noise=MERDEKA_NOISE,
)
_MERDEKA_VERSION2 = Layout(
    name="merdeka-article-version2-2022-2024",
    probe="h1.article-title, .article--version2",
    since="2022",
    headline=("h1.article-title", "h1"),
    alternative_headline=("p.article-sinopsis",),
    body=(".article--version2", "xpath://div[contains(concat(' ',normalize-space(@class),' '),' article ')][.//h1]", "div.article"),
    date=(".article time", ".article--version2 time", "time"),
    byline=(".dt--postcredit-editor-desc",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=("nav[aria-label=breadcrumb] a", "nav[aria-label=breadcrumb] li"),
    keywords=(".box-list--related .box-list-item a", "ul.box-list--related a", ".article-tag a"),
    noise={
        **MERDEKA_NOISE,
        "navigation": "nav, h1.article-title, .article-tag, .box-list--related",
        "caption": "p.article-sinopsis",
        "byline": "time, .section--postcredit, .dt--postcredit",
        "widget": ".article-share, .gtwsub, #kly-embeded-article-wrapper, .disclaimer-comment",
        "ad": ".gpt-ads, .banner, [id^=div-gpt], .advertisement-placeholder",
    },
)
_KAPANLAGI_2024 = Layout(
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
    noise={"widget": ".box-share-img-detail, .liputan6-mobileapp-widget", "related": ".lifestyle-in-content, .paging-related", "paging": ".link-pagging-warper"},
)

PORTALS = [
    Portal(
        id="liputan6", name="Liputan6.com", domains=("liputan6.com", "*.liputan6.com"), network="kly", brands=("Liputan6.com",), hidden_pages=True,
        examples=("https://www.liputan6.com/citizen6/read/6055023/5-kebiasaan-pagi-yang-baik",),
        article=(
            r"^https?://(?:[a-z0-9-]+\.)?liputan6\.com/(?:amp/|[a-z0-9-]+/read/|read/)?(?P<id>\d{5,9})(?:/[a-z0-9-]+)?",
            r"^https?://(?:photo|video)\.liputan6\.com/[a-z0-9-]+/[a-z0-9-]+-(?P<id>\d{5,9})$",
        ),
        layouts=(GALLERY, PHOTO_2016, DESKTOP_2016, BODY_ITEMS, PHOTO_TAG, _TODAY), status="verified", checked="real pages of 2016, 2021, 2022; documented 2020 to 2026-07",
        sources=(Source(kind="feed", url="https://feed.liputan6.com/rss/{section}", values={"section": ("news", "bisnis", "bola", "showbiz", "tekno", "regional", "global", "health")}), Source(kind="sitemap", url="https://www.liputan6.com/sitemap.xml")),
    ),
    Portal(
        id="merdeka", name="Merdeka.com", domains=("merdeka.com", "*.merdeka.com"), network="kly", brands=("Merdeka.com",), hidden_pages=True,
        examples=("https://www.merdeka.com/peristiwa/read/8253998/perintah-perbaiki-jembatan-gantung",),
        article=(
            r"^https?://(?:[a-z]+\.)?merdeka\.com/[a-z0-9-]+/read/(?P<id>\d+)/[a-z0-9-]+", r"^https?://(?:[a-z]+\.)?merdeka\.com/(?:[a-z0-9-]+/)+[a-z0-9-]+\.html",
        ),
        layouts=(MERDEKA_MOBILE, MERDEKA_DESKTOP, _MERDEKA_2024, _MERDEKA_VERSION2), status="verified", checked="real pages of 2015 and 2021; documented 2017 to 2026-07",
        access="robots.txt bars every URL with '?' (2026-07).",
        sources=(Source(kind="news_sitemap", url="https://www.merdeka.com/{section}/sitemap.xml", values={"section": ("peristiwa", "politik", "uang", "dunia")}), Source(kind="feed", url="https://www.merdeka.com/rss/")),
    ),
    Portal(
        id="kapanlagi", name="KapanLagi.com", domains=("kapanlagi.com", "*.kapanlagi.com"), network="kly", brands=("Kapanlagi.com", "KapanLagi.com®"),
        examples=("https://www.kapanlagi.com/korea/perbedaan-tinggi-pasangan-drama-7a1446031b.html",),
        article=(r"^https?://[a-z]+\.kapanlagi\.com/(?:[a-z-]+/)+[a-z0-9-]*?(?P<id>[0-9a-f]{6,10})\.html", r"^https?://[a-z]+\.kapanlagi\.com/(?:[a-z-]+/)+[a-z0-9-]+\.html"),
        layouts=(KAPANLAGI, KAPANLAGI_PHOTO, KAPANLAGI_PARAGRAPH, _KAPANLAGI_2024), status="verified", checked="real pages of 2015 and 2016; documented 2017 to 2025-06",
        sources=(Source(kind="feed", url="https://www.kapanlagi.com/feed/"), Source(kind="sitemap", url="https://www.kapanlagi.com/sitemap.xml")),
    ),
    Portal(
        id="fimela_bolacom", name="Fimela", domains=("fimela.com", "*.fimela.com", "bola.com", "*.bola.com"), network="kly", brands=("Fimela.com", "Bola.com"),
        examples=("https://www.bola.com/inggris/read/5052555/liga-inggris-jadwal-akhir-pekan",),
        names={"www.bola.com": "Bola.com", "bola.com": "Bola.com", "m.bola.com": "Bola.com", "www.fimela.com": "Fimela.com"}, hidden_pages=True,
        article=(r"^https?://[a-z]+\.(?:fimela|bola)\.com/[a-z0-9-]+/read/(?P<id>\d+)(?:/[a-z0-9-]+)?",),
        layouts=(GALLERY, DESKTOP_2016, BODY_ITEMS, PHOTO_TAG), status="verified", checked="real page of fimela 2020; bola.com inferred",
        sources=(Source(kind="news_sitemap", url="https://www.fimela.com/sitemap_news.xml"),),
    ),
]
