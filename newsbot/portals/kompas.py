"""Kompas.com: the read__ template of 2018 and later, the kcm- templates of 2015 and 2016."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_KCM = Layout(
    name="kompas-kcm",
    probe=".kcm-read, .kcm-read-text, .kcm-read-content-text, .kcmread1114",
    until="2018",
    headline=(".kcm-read h2", ".kcm-date ~ h2", "xpath://*[contains(@class,'kcm-date')]/ancestor::div[.//h2][1]//h2[1]", "h2"),
    body=("div.kcm-read-text", "span.kcmread1114", ".kcm-read-content-text .span6", ".kcm-read-content-text", ".kcm-read-text-wrap"),
    date=(".kcm-date", ".kcm-read-top .msmall.grey"),
    byline=(
        "xpath://*[contains(@class,'kcm-read-copy')]//tr[td[contains(.,'Penulis') or contains(.,'Editor')]]",
        "xpath://table//tr[td[1][normalize-space()='Penulis' or normalize-space()='Editor']]",
    ),
    source=("xpath:(//tr[td[1][normalize-space()='Sumber']])[1]/td[2]",),
    images=(ImageRule(box="div.photo", credit=(".author",), bare=True),),
    breadcrumbs=("ul.kcm-breadcrumb a", ".breadcrump a", ".breadcrumb a", ".breadcrumb__wrap a"),
    noise={"related": ".kcm-read-terkait", "widget": ".kcm-social-share, .kcm-read-bottom-topic", "byline": ".kcm-read-copy", "ad": "hr"},
)
_READ = Layout(
    name="kompas-read",
    probe=".read__content",
    headline=("h1.read__title", ".read__title", "h1"),
    body=(".read__content",),
    date=(".read__time",),
    byline=(".read__credit #penulis", ".read__credit #editor", ".read__credit__item"),
    authors=("#penulis a", ".read__author a", ".opinion__author"),
    editors=("#editor a",),
    source=(".read__article__source", ".read__source"),
    images=(
        ImageRule(box="div.cover-photo", caption=(".photo__caption",), credit=(".photo__author", ".author")),
        ImageRule(box="div.photo", caption=(".photo__caption",), credit=(".photo__author", ".author"), bare=True),
    ),
    breadcrumbs=(".breadcrumb__wrap .breadcrumb__item", ".breadcrumb__link", ".breadcrumb a"),
    keywords=("a.tag__article__link", ".tagsCloud-tag a", ".tag__article a"),
    next_page=(".paging__footnote a.next", "a.paging__link--next", ".paging__wrap a.paging__link"),
    noise={
        "related": "[class^=inject-baca-juga]",
        "promo": "[class^=kompasidRec]",
        "ad": ".ads-on-body, .premium_div, .ads-partner-wrap",
        "widget": ".liftdown_v2_tanda, .fb-quote, iframe.darkMsg, .video, .kgnw-root",
        "paging": ".read__paging__footnote, .read__paging",
    },
)
_CREDIT = _READ.but(
    name="kompas-credit-title", probe=".read__content + *, .credit-title-name", since="2024", authors=(),
    editors=("xpath://*[contains(@class,'credit-author-title')][*[contains(@class,'position')][normalize-space()='Editor']]/*[contains(@class,'name')]",),
    byline=(".credit-title-name",),
)

PORTALS = [
    Portal(
        id="kompas", name="Kompas.com", domains=("kompas.com", "*.kompas.com"), network="kgmedia", brands=("KOMPAS.com", "Kompas.com", "KOMPAS.COM", "KOMPAS"),
        article=(
            r"^https?://(?:amp\.)?[a-z]+\.kompas\.com/(?:amp/)?(?:[a-z-]+/)?read/(?P<id>\d{4}/\d{2}/\d{2}/\d{8,9})(?:/|$)",
        ),
        drop=(r"/(?:tag|komentar|image|profile|search)(?:/|\?|$)", r"^https?://(?:video|indeks|search|amp)\.kompas\.com/"), paging="?page=N",
        layouts=(_CREDIT.but(probe=".credit-title-name"), _READ, _KCM), status="verified", checked="real pages of 2015, 2016, 2021 to 2023; documented 2026",
        access="Treated as permission needed by one public crawler (2026-07).",
        sources=(
            Source(kind="index", url="https://indeks.kompas.com/?site={site}&date={YYYY-MM-DD}&page={N}"),
            Source(kind="sitemap", url="https://news.kompas.com/sitemap.xml", note="listed, undated"),
        ),
    ),
]
