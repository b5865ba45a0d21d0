"""KapanLagi Youniverse: liputan6, merdeka, fimela, bola.com, kapanlagi. Every page of an article stands in one document."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_GALLERY_ITEM = ImageRule(
    box="figure.read-page--photo-gallery--item, .article-photo-gallery--item", caption=("figcaption", ".article-photo-gallery--item__description")
)
_CRUMBS = (".read-page--breadcrumb [itemprop=name]", "#breadcrumb [itemprop=name]", ".read-page--breadcrumb--item__title", ".breadcrumb a")
_NOISE = {
    "related": ".baca-juga, .baca-juga-collections, .related-news",
    "ad": ".article-ad, .seamless-ads, .advertisement-text, .advertisement-placeholder, [id^=div-gpt], [id^=gpt-ad]",
    "paging": ".article-content-body__break, .article-content-body__item-index",
    "widget": ".read-page--social-share, .share-buttons, .article-content-body__item-overlay, .vidio-embed, .vidio-async-player",
}
_CREDIT = (
    "xpath://li[contains(@class,'credits__item')][preceding-sibling::li[contains(@class,'credits__role')][1][@id='{}']]//*[contains(@class,'credits__name')]"
)
"""The names that stand under one role of the credits list, whose items are siblings of the role."""
_DESKTOP_2016 = Layout(
    name="kly-multi-page",
    probe="#multi-page-0, .js-multi-page-container",
    until="2019",
    headline=("h1.read-page--header__title", "h1.read-page--header--title", "h1"),
    body=(".js-multi-page-container", ".read-page__content-body"),
    date=("time.read-page--header__datetime", ".read-page--header__datetime-wrapper", "time[itemprop=datePublished]"),
    authors=(".read-page--header__author [itemprop=author]", ".read-page--header__author", _CREDIT.format("credits_author"), _CREDIT.format("credits_reporter")),
    editors=(
        _CREDIT.format("credits_editor"), "#credits_editor ~ li .read-page--credits__name", "xpath://*[@id='credits_editor']/following::*[contains(@class,'credits__name')]",
    ),
    photographers=(_CREDIT.format("credits_photographer"),),
    images=(_GALLERY_ITEM,),
    breadcrumbs=_CRUMBS,
    keywords=(
        "a.read-page--tags__link", ".read-page--tag--snippet a", "[class*=tags--snippet] a[href*='/tag/']", ".read-page--content a[rel=tag]",
        "[class*=tag-list] a[href*='/tag/']",
    ),
    noise=_NOISE,
)
_PHOTO_2016 = _DESKTOP_2016.but(name="kly-multi-page-photo-2016", probe=".js-multi-page-container[data-cache-key*=PhotoGallery]", kind="gallery")
_BODY_ITEMS = Layout(
    name="kly-read-page",
    probe=".article-content-body, .article-content-body__item-page, .article-content-body__item-content",
    headline=("h1.article-header__title", "h1.read-page--header--title", "h1"),
    body=(".article-content-body", ".article-content-body__item-page", ".article-content-body__item-content"),
    date=(
        ".article-header__datetime", "time.read-page--header--author__datetime", ".read-page--header--author__datetime", ".read-page-box__author__published",
        ".read-page-box__author__date", ".read-page-box__author__datetime", ".read-page-box__author__updated", ".readpage__author__update span",
        ".read-page--header--author__modified-time", ".read-page--header--author__datetime-wrapper time", ".article-attributes time",
    ),
    modified=(".article-header__modified-time", "time.read-page--header--author__modified-time"),
    authors=(
        ".article-header__author-link", ".read-page--header--author__name", "a.read-page-box__author__name", ".read-page-box__author__name", ".readpage__author__name",
        ".article-attributes a[href*='/penulis/']",
    ),
    editors=("xpath://li[contains(@class,'credits__item')][.//*[contains(@class,'role')][normalize-space()='Editor']]//*[contains(@class,'name')]",),
    photographers=("xpath://li[contains(@class,'credits__item')][.//*[contains(@class,'role')][starts-with(normalize-space(),'Photo')]]//*[contains(@class,'name')]",),
    images=(
        _GALLERY_ITEM,
        ImageRule(box=".article-content-body__item-media figure", caption=("figcaption",)),
        ImageRule(box="figure.read-page--photo-gallery--item", caption=("figcaption",)),
    ),
    breadcrumbs=_CRUMBS,
    section=("p.read-page--header--subtitle", "a.article-header__category"),
    keywords=(".tags--topics--item__link", ".fimela-tags--snippet__name", ".tags--snippet__name", "[class*=tags--snippet] a[href*='/tag/']", "[class*=tags] a[href*='/tag/']"),
    noise=_NOISE,
)
_PHOTO_TAG = Layout(
    name="kly-photo-tag-2020-2022",
    probe=".read-page--photo-tag--header__title, .read-page--photo-tag--header__content",
    kind="gallery",
    headline=("h1.read-page--photo-tag--header__title", "h1"),
    body=(".read-page--photo-tag--header__content",),
    date=(".read-page--photo-tag--header__datetime", "[class*=photo-tag--header] time"),
    byline=(".read-page--photo-tag--header__credits-user",),
    images=(
        ImageRule(box=".js-gallery-item[data-short-desc]", caption_attr="data-short-desc"),
        ImageRule(box=".photo-container figure", caption=("figcaption",), caption_attr="data-description"),
    ),
    breadcrumbs=_CRUMBS,
    keywords=("[class*=tags] a[href*='/tag/']",),
    noise=_NOISE,
)
_GALLERY = _BODY_ITEMS.but(
    name="kly-gallery",
    probe=".js-gallery-item[data-short-desc]",
    kind="gallery",
    body=(".article-short-desc", ".read-page--photo-gallery--description", ".article-content-body"),
    images=(ImageRule(box=".js-gallery-item", caption_attr="data-short-desc"),),
)
_TODAY = Layout(
    name="liputan6-today",
    probe="div.infinite-box.detail-paragraph, .detail-headline",
    headline=("#detail-headline h2", ".detail-headline h1", "h1"),
    body=(".infinite-box.detail-paragraph",),
    date=(".detail-headline .time",),
    images=(ImageRule(box=".detail-img", caption=(".detail-img-copyright",)),),
    source=("xpath://div[contains(@class,'detail-paragraph')][starts-with(normalize-space(),'Sumber')]",),
    noise=_NOISE,
)
_MERDEKA_NOISE = {
    **_NOISE,
    "related": ".baca-juga, p.dont-display, .bg-primary-50",
    "paging": "p.read-too, .page-number, div.page-break",
    "widget": ".gtwsub, .picturefirst-widget-homepage-volume, #kl-social-mobile, .mdk-dt-box, .disclaimer-comment",
    "byline": ".mdk-date-reporter",
}
_MERDEKA_MOBILE = Layout(
    name="merdeka-mdk-mobile",
    probe=".mdk-body-paragraph, .mdk-body-paragpraph, #detail_news.body-paragpraph, .mdk-news-body",
    since="2017",
    until="2023",
    headline=(".mdk-dt-headline h1", "#mdk-news-title", "h1"),
    body=(".mdk-news-body", "#detail_news.body-paragpraph", ".mdk-body-paragraph", ".mdk-body-paragpraph"),
    date=(".mdk-date-reporter > span", ".kategori-date .pull-right", ".date-post"),
    byline=(
        "xpath://*[contains(@class,'mdk-date-reporter')]/span[contains(.,'Reporter') or contains(.,'Editor')]",
        "xpath:(//*[contains(concat(' ',@class,' '),' reporter ')][contains(.,'Reporter') or contains(.,'Editor')])[1]",
    ),
    authors=(".col-dt-left .reporter a", ".mdk-body-detail .reporter a"),
    breadcrumbs=(".mdk-breadcrumb a",),
    section=(".mdk-date-reporter span a[href]:first-child", ".kategori-date a"),
    images=(
        ImageRule(box=".mdk-news-img", caption=(".mdk-news-img-copyright",)),
        ImageRule(box=".mdk-dt-img", caption=(".mdk-dt-img-copyright", "[class*=copyright]", "figcaption")),
        ImageRule(box="div.imagecontent", caption=("xpath:following-sibling::*[1][contains(@class,'imageinfo')]", ".imageinfo")),
    ),
    keywords=(".tag__list a",),
    noise={**_MERDEKA_NOISE, "caption": "div.imageinfo"},
)
_MERDEKA_DESKTOP = Layout(
    name="merdeka-mdk-desktop",
    probe="#mdk-body-newsarea",
    until="2018",
    headline=("#mdk-body-news h1", "h1"),
    body=("#mdk-body-newsarea",),
    date=("#mdk-body-news-reporter", ".mdk-body-reporter"),
    byline=("#mdk-body-news-reporter a[href*='/reporter/']",),
    images=(ImageRule(box="#mdk-body-news-detimg", caption=("xpath:following-sibling::*[@id='mdk-body-news-caption'][1]",)),),
    breadcrumbs=("#mdk-nav-navtxt a", "[class*=breadcrumb] a"),
    keywords=(".found_tag_rel_det > a", ".mdk-det-tag-newsletter a[href*='/tag/']"),
    noise={**_MERDEKA_NOISE, "byline": ".mdk-body-reporter"},
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
    noise=_MERDEKA_NOISE,
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
        **_MERDEKA_NOISE,
        "navigation": "nav, h1.article-title, .article-tag, .box-list--related",
        "caption": "p.article-sinopsis",
        "byline": "time, .section--postcredit, .dt--postcredit",
        "widget": ".article-share, .gtwsub, #kly-embeded-article-wrapper, .disclaimer-comment",
        "ad": ".gpt-ads, .banner, [id^=div-gpt], .advertisement-placeholder",
    },
)
_KAPANLAGI = Layout(
    name="kapanlagi-newsdetail",
    probe="[class*=-detail-news], .v7-music-newsdetail-title, [class*=newsdetail-title]",
    until="2020",
    headline=("h1[class*=newsdetail-title]", "h1"),
    body=("[class*=-detail-news]",),
    date=("[class*=newsdetail-schedule]",),
    images=(
        ImageRule(box="[class*=newsdetail-headlineimg], [id*=newsdetail-image-headline]", caption=(".copyright", "[id*=imageinfo]")),
        ImageRule(box="[class*=newsdetail-image-caption]", bare=True),
    ),
    breadcrumbs=("#v5-navigation a", "[class*=breadcrumb] a"),
    keywords=(".v7-tags-terkait-warper li a", "[class*=tags-terkait] li a"),
    noise={"widget": "[id^=kl-social]", "related": "[class*=photonews], .paging-related, .lifestyle-in-content", "paging": ".link-pagging-warper", "ad": ".in-image-ads"},
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

_KAPANLAGI_PARAGRAPH = Layout(
    name="kapanlagi-body-paragraph-2017-2022",
    probe=".body-paragraph",
    since="2017",
    until="2023",
    headline=(".headline-detail h1", ".content-detail h1", "h1"),
    body=(".body-paragraph",),
    date=(".col-dt-headline .date-post", ".date-post.updated", ".klTop-post time", ".date-post", "[class*=newsdetail-schedule]", ".date-post .value-title::attr(title)"),
    byline=("span.reporter", ".reporter span", "xpath:(//*[contains(@class,'body-paragraph')]//*[span[starts-with(normalize-space(),'Editor:')]])[last()]"),
    images=(
        ImageRule(box=".detail-head-img", caption=("span", ".copyright")),
        ImageRule(box="[class*=newsdetail-headlineimg]", caption=(".copyright",)),
        ImageRule(box=".body-paragraph figure", caption=("figcaption",)),
    ),
    breadcrumbs=("#v5-navigation a", "[class*=breadcrumb] a"),
    section=(".newsdetail-categorylink",),
    keywords=(".v7-tags-terkait-warper li a", "[class*=tags-terkait] li a", ".relatedtag a[href*='/tag']", ".box--topic a"),
    noise={
        "widget": "[id^=kl-social], .video-wrapper, .videoWrapper", "related": ".lifestyle-in-content, .paging-related, .box-detail",
        "paging": ".link-pagging-warper, ul.pg-pagging", "ad": ".in-image-ads, [id^=div-gpt]",
    },
)
_KAPANLAGI_PHOTO = _KAPANLAGI_PARAGRAPH.but(
    name="kapanlagi-photo-2017-2022",
    probe=".dt-photov2",
    kind="gallery",
    body=(".deskrip-foto", ".body-paragraph"),
    images=(ImageRule(box=".dt-photov2", caption=(".body-photo p",), credit=(".copyright-dp span",)),),
)

PORTALS = [
    Portal(
        id="liputan6", name="Liputan6.com", domains=("liputan6.com", "*.liputan6.com"), network="kly", brands=("Liputan6.com",), hidden_pages=True,
        article=(
            r"^https?://(?:[a-z0-9-]+\.)?liputan6\.com/(?:amp/|[a-z0-9-]+/read/|read/)?(?P<id>\d{5,9})(?:/[a-z0-9-]+)?",
            r"^https?://(?:photo|video)\.liputan6\.com/[a-z0-9-]+/[a-z0-9-]+-(?P<id>\d{5,9})$",
        ),
        layouts=(_GALLERY, _PHOTO_2016, _DESKTOP_2016, _BODY_ITEMS, _PHOTO_TAG, _TODAY), status="verified", checked="real pages of 2016, 2021, 2022; documented 2020 to 2026-07",
        sources=(Source(kind="feed", url="https://feed.liputan6.com/rss/{section}", values={"section": ("news", "bisnis", "bola", "showbiz", "tekno", "regional", "global", "health")}), Source(kind="sitemap", url="https://www.liputan6.com/sitemap.xml")),
    ),
    Portal(
        id="merdeka", name="Merdeka.com", domains=("merdeka.com", "*.merdeka.com"), network="kly", brands=("Merdeka.com",), hidden_pages=True,
        article=(
            r"^https?://(?:[a-z]+\.)?merdeka\.com/[a-z0-9-]+/read/(?P<id>\d+)/[a-z0-9-]+", r"^https?://(?:[a-z]+\.)?merdeka\.com/(?:[a-z0-9-]+/)+[a-z0-9-]+\.html",
        ),
        layouts=(_MERDEKA_MOBILE, _MERDEKA_DESKTOP, _MERDEKA_2024, _MERDEKA_VERSION2), status="verified", checked="real pages of 2015 and 2021; documented 2017 to 2026-07",
        access="robots.txt bars every URL with '?' (2026-07).",
        sources=(Source(kind="news_sitemap", url="https://www.merdeka.com/{section}/sitemap.xml", values={"section": ("peristiwa", "politik", "uang", "dunia")}), Source(kind="feed", url="https://www.merdeka.com/rss/")),
    ),
    Portal(
        id="kapanlagi", name="KapanLagi.com", domains=("kapanlagi.com", "*.kapanlagi.com"), network="kly", brands=("Kapanlagi.com", "KapanLagi.com®"),
        article=(r"^https?://[a-z]+\.kapanlagi\.com/(?:[a-z-]+/)+[a-z0-9-]*?(?P<id>[0-9a-f]{6,10})\.html", r"^https?://[a-z]+\.kapanlagi\.com/(?:[a-z-]+/)+[a-z0-9-]+\.html"),
        layouts=(_KAPANLAGI, _KAPANLAGI_PHOTO, _KAPANLAGI_PARAGRAPH, _KAPANLAGI_2024), status="verified", checked="real pages of 2015 and 2016; documented 2017 to 2025-06",
        sources=(Source(kind="feed", url="https://www.kapanlagi.com/feed/"), Source(kind="sitemap", url="https://www.kapanlagi.com/sitemap.xml")),
    ),
    Portal(
        id="fimela_bolacom", name="Fimela", domains=("fimela.com", "*.fimela.com", "bola.com", "*.bola.com"), network="kly", brands=("Fimela.com", "Bola.com"),
        names={"www.bola.com": "Bola.com", "bola.com": "Bola.com", "m.bola.com": "Bola.com", "www.fimela.com": "Fimela.com"}, hidden_pages=True,
        article=(r"^https?://[a-z]+\.(?:fimela|bola)\.com/[a-z0-9-]+/read/(?P<id>\d+)(?:/[a-z0-9-]+)?",),
        layouts=(_GALLERY, _DESKTOP_2016, _BODY_ITEMS, _PHOTO_TAG), status="verified", checked="real page of fimela 2020; bola.com inferred",
        sources=(Source(kind="news_sitemap", url="https://www.fimela.com/sitemap_news.xml"),),
    ),
]
