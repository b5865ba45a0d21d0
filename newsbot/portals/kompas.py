"""Kompas.com: the read__ template of late 2017 and later; before it kcm- (2014 to 2017), otomotif, tekno and the kompas2011 templates."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source
from newsbot.portals._past.kompas import KCM, LAYOUT_2011, OTOMOTIF, TEKNO

_READ = Layout(
    name="kompas-read",
    probe=".read__content",
    headline=("h1.read__title", ".read__title", "h1"),
    body=(".read__content",),
    date=(".read__time", ".read__date"),
    byline=(".read__credit #penulis", ".read__credit #editor", ".read__credit__item"),
    authors=("#penulis a", ".read__author a", ".opinion__author"),
    editors=("#editor a",),
    source=(".read__article__source", ".read__source"),
    images=(
        ImageRule(box="div.cover-photo", caption=(".photo__caption",), credit=(".photo__author", ".author")),
        ImageRule(box="div.photo", caption=(".photo__caption",), credit=(".photo__author", ".author"), bare=True),
    ),
    breadcrumbs=(".breadcrumb__wrap .breadcrumb__item", ".breadcrumb__link", ".breadcrumb a"),
    keywords=("a.tag__article__link", ".tagsCloud-tag a", ".tag__article a", ".tag__article__wrap a", ".read__tagging a"),
    noise={
        "related": "[class^=inject-baca-juga]",
        "promo": "[class^=kompasidRec], .gate-kgplus",
        "ad": ".ads-on-body, .premium_div, .ads-partner-wrap",
        "widget": ".liftdown_v2_tanda, .fb-quote, iframe.darkMsg, .video, .kgnw-root",
        "paging": ".read__paging__footnote, .read__paging",
    },
)
_CREDIT = _READ.but(
    name="kompas-credit-title", probe=".read__content + *, .credit-title-name", since="2024",
    authors=(
        "xpath://*[contains(@class,'credit-author-title')][*[contains(@class,'position')][normalize-space()='Penulis' or normalize-space()='Reporter']]/*[contains(@class,'name')]",
        ".opinion__author a",
    ),
    editors=("xpath://*[contains(@class,'credit-author-title')][*[contains(@class,'position')][normalize-space()='Editor']]/*[contains(@class,'name')]",),
    byline=(".credit-title-name",),
)

PORTALS = [
    Portal(
        id="kompas", name="Kompas.com", domains=("kompas.com", "*.kompas.com"), network="kgmedia",
        examples=("https://nasional.kompas.com/read/2025/06/18/21353591/pakar-bahas-tata-air-kota",),
        brands=("KOMPAS.com", "Kompas.com", "KOMPAS.COM", "KOMPAS", "KompasOtomotif", "KompasTekno", "KompasTravel"),
        article=(
            r"^https?://(?:amp\.)?[a-z]+\.kompas\.com/(?:amp/)?(?:[a-z-]+/)?read/(?P<id>\d{4}/\d{2}/\d{2}/\d{8,9})(?:/|$)",
        ),
        drop=(r"/(?:tag|komentar|image|profile|search)(?:/|\?|$)", r"^https?://(?:video|indeks|search|amp)\.kompas\.com/"), paging="?page=N; ?page=all for all",
        layouts=(_CREDIT.but(probe=".credit-title-name"), _READ, OTOMOTIF, KCM, LAYOUT_2011, TEKNO), status="verified",
        checked="real pages of 2015, 2016, 2021 to 2023; documented 2011 to 2026",
        access="Treated as permission needed by one public crawler (2026-07); the search stops near page 38, the feeds answer 404 (2026-02).",
        sources=(
            Source(kind="index", url="https://indeks.kompas.com/?site=all&date={date}&page={page}", date_format="YYYY-MM-DD", items=(".articleItem a.article-link", "a.article-link", "a.article__link")),
            Source(kind="sitemap", url="https://news.kompas.com/sitemap.xml", unverified=True, note="listed, undated"),
        ),
    ),
]
