"""Merdeka.com (KLY): the shared number space of liputan6, a template of its own; every page stands in one document."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source
from newsbot.portals._past.merdeka import MERDEKA_DESKTOP, MERDEKA_MOBILE, MERDEKA_NOISE

_TODAY = Layout(
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
_VERSION2 = Layout(
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
_SECTIONS = {"section": ("peristiwa", "politik", "uang", "dunia")}

PORTALS = [
    Portal(
        id="merdeka", name="Merdeka.com", domains=("merdeka.com", "*.merdeka.com"), network="kly", brands=("Merdeka.com",), hidden_pages=True,
        examples=("https://www.merdeka.com/peristiwa/read/8253998/perintah-perbaiki-jembatan-gantung",),
        article=(
            r"^https?://(?:[a-z]+\.)?merdeka\.com/[a-z0-9-]+/read/(?P<id>\d+)/[a-z0-9-]+", r"^https?://(?:[a-z]+\.)?merdeka\.com/(?:[a-z0-9-]+/)+[a-z0-9-]+\.html",
        ),
        layouts=(MERDEKA_MOBILE, MERDEKA_DESKTOP, _TODAY, _VERSION2), status="verified", checked="real pages of 2015 and 2021; documented 2017 to 2026-07",
        access="robots.txt bars every URL with '?', /search/ and index addresses (2026-07).",
        sources=(
            Source(kind="news_sitemap", url="https://www.merdeka.com/{section}/sitemap.xml", values=_SECTIONS),
            Source(kind="feed", url="https://www.merdeka.com/rss/"),
            Source(kind="index", url="https://www.merdeka.com/{section}", values=_SECTIONS, items=("li.article__item[data-article-id] a.article__title",), note="the first page alone: robots.txt bars the others"),
            Source(kind="sitemap", url="https://www.merdeka.com/sitemap.xml", note="names the sitemaps of some 35 sections"),
        ),
        unverified=("editor: not documented since 2024",),
    ),
]
