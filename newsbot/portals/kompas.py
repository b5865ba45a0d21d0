"""Kompas.com: the read__ template of late 2017 and later; before it kcm- (2014 to 2017), otomotif, tekno and the kompas2011 templates."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_KCM = Layout(
    name="kompas-kcm",
    probe=".kcm-read, .kcm-read-text, .kcm-read-content-text, .kcmread1114, .span6.nml",
    until="2018",
    headline=(".kcm-read h2", "h2.text-pink", ".kcm-date ~ h2", "xpath://*[contains(@class,'kcm-date')]/ancestor::div[.//h2][1]//h2[1]", "h2"),
    body=("div.kcm-read-text", "span.kcmread1114", ".kcm-read-content-text .span6", ".kcm-read-content-text", ".kcm-read-text-wrap", ".span6.nml", ".kcm-span6"),
    date=("div.kcm-date", ".kcm-date", ".kcm-read-top .msmall.grey", "div.grey.small.mb2"),
    byline=(
        "xpath://*[contains(@class,'kcm-read-copy')]//tr[td[contains(.,'Penulis') or contains(.,'Editor')]]",
        "xpath://table//tr[td[1][normalize-space()='Penulis' or normalize-space()='Editor']]",
    ),
    source=("xpath:(//tr[td[1][normalize-space()='Sumber']])[1]/td[2]",),
    images=(ImageRule(box="div.photo", credit=(".author",), bare=True),),
    breadcrumbs=("ul.kcm-breadcrumb a", ".breadcrump a", ".breadcrumb a", ".breadcrumb__wrap a"),
    noise={"related": ".kcm-read-terkait", "widget": ".kcm-social-share, .kcm-read-bottom-topic", "byline": ".kcm-read-copy", "ad": "hr"},
)
_OTOMOTIF = Layout(
    name="kompas-otomotif-2014-2017",
    probe=".baca-content, .div-read",
    until="2018",
    headline=(".baca-content h1", "h1"),
    alternative_headline=(".baca-content .top-title",),
    body=("div.div-read", ".content-text"),
    date=(".baca-content .kcm-date", ".baca-content .grey.small", "div.grey.small.mb2"),
    byline=("xpath://*[contains(@class,'penulis-editor')]//tr[td[contains(.,'Penulis') or contains(.,'Editor')]]",),
    source=("xpath:(//tr[td[1][normalize-space()='Sumber']])[1]/td[2]",),
    images=(ImageRule(box="div.photo", credit=(".author",), bare=True),),
    breadcrumbs=(".bread-c li a",),
    noise={"related": ".berita-terkait-content", "widget": ".social__share", "byline": ".penulis-editor"},
)
_TEKNO = Layout(
    name="kompas-tekno-foto-2013-2015",
    probe=".editor_artikel, .isi_artikel",
    until="2016",
    headline=("h1", "h2"),
    body=(".isi_artikel",),
    date=(".editor_artikel.left", ".editor_artikel"),
    byline=(".editor_artikel_status_artikel",),
    images=(ImageRule(box="div.photo", credit=(".author",), bare=True),),
    breadcrumbs=(".breadcrumb a", ".bread-c li a"),
)
_2011 = Layout(
    name="kompas-2011",
    probe=".judul_artikel2011, .isi_berita2011, .isi_berita.pt_5",
    until="2015",
    headline=(".judul_artikel2011", ".isi_artikel h1", "h1", "h2"),
    alternative_headline=(".c_orange_kompas2011.font11",),
    body=(".isi_berita2011", ".isi_berita"),
    date=(
        "xpath:(//span[contains(@class,'c_abu01_kompas2011')][contains(.,'WIB')])[1]", ".c_abu03_kompas2011.pb_3",
        "xpath:(//div[contains(@class,'left')]/div/span[contains(.,'WIB')])[1]",
    ),
    byline=("xpath:(//*[contains(@class,'c_abu01_kompas2011')][contains(.,'Penulis') or contains(.,'Editor')])",),
    images=(ImageRule(box="div.photo", credit=(".author",), bare=True),),
    section=(".menu_kompas a.selected",),
)
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
        brands=("KOMPAS.com", "Kompas.com", "KOMPAS.COM", "KOMPAS", "KompasOtomotif", "KompasTekno", "KompasTravel"),
        article=(
            r"^https?://(?:amp\.)?[a-z]+\.kompas\.com/(?:amp/)?(?:[a-z-]+/)?read/(?P<id>\d{4}/\d{2}/\d{2}/\d{8,9})(?:/|$)",
        ),
        drop=(r"/(?:tag|komentar|image|profile|search)(?:/|\?|$)", r"^https?://(?:video|indeks|search|amp)\.kompas\.com/"), paging="?page=N",
        layouts=(_CREDIT.but(probe=".credit-title-name"), _READ, _OTOMOTIF, _KCM, _2011, _TEKNO), status="verified",
        checked="real pages of 2015, 2016, 2021 to 2023; documented 2011 to 2026",
        access="Treated as permission needed by one public crawler (2026-07).",
        sources=(
            Source(kind="index", url="https://indeks.kompas.com/?site=all&date={date}&page={page}", date_format="YYYY-MM-DD", items=("a.article-link", "a.article__link")),
            Source(kind="sitemap", url="https://news.kompas.com/sitemap.xml", note="listed, undated"),
        ),
    ),
]
