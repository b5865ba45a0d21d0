"""KLY: what liputan6, fimela and bola.com share."""

from newsbot.portals._model import ImageRule, Layout

GALLERY_ITEM = ImageRule(
    box="figure.read-page--photo-gallery--item, .article-photo-gallery--item",
    caption=("figcaption", ".article-photo-gallery--item__description"),
)
CRUMBS = (
    ".read-page--breadcrumb [itemprop=name]",
    "#breadcrumb [itemprop=name]",
    ".read-page--breadcrumb--item__title",
    ".breadcrumb a",
)
NOISE = {
    "related": ".baca-juga, .baca-juga-collections, .related-news",
    "ad": ".article-ad, #in-image-ads, .inline-banner, .seamless-ads, .advertisement-text, .advertisement-placeholder, [id^=div-gpt], [id^=gpt-ad]",
    "paging": ".article-content-body__break, .article-content-body__item-index",
    "widget": ".read-page--social-share, .share-buttons, .article-content-body__item-overlay, .vidio-embed, .vidio-async-player",
}
CREDIT = "xpath://li[contains(@class,'credits__item')][preceding-sibling::li[contains(@class,'credits__role')][1][@id='{}']]//*[contains(@class,'credits__name')]"
"""The names that stand under one role of the credits list, whose items are siblings of the role."""
BODY_ITEMS = Layout(
    name="kly-read-page",
    probe=".article-content-body, .article-content-body__item-page, .article-content-body__item-content",
    headline=("h1.article-header__title", "h1.read-page--header--title", "h1"),
    body=(".article-content-body", ".article-content-body__item-page", ".article-content-body__item-content"),
    date=(
        ".article-header__datetime",
        "time.read-page--header--author__datetime",
        ".read-page--header--author__datetime",
        ".read-page-box__author__published",
        ".read-page-box__author__date",
        ".read-page-box__author__datetime",
        ".read-page-box__author__updated",
        ".readpage__author__update span",
        ".read-page--header--author__modified-time",
        ".read-page--header--author__datetime-wrapper time",
        ".article-attributes time",
    ),
    modified=(".article-header__modified-time", "time.read-page--header--author__modified-time"),
    authors=(
        ".article-header__author-link",
        ".read-page--header--author__name",
        "a.read-page-box__author__name",
        ".read-page-box__author__name",
        ".readpage__author__name",
        ".article-attributes a[href*='/penulis/']",
    ),
    editors=(
        "xpath://li[contains(@class,'credits__item')][.//*[contains(@class,'role')][normalize-space()='Editor']]//*[contains(@class,'name')]",
    ),
    photographers=(
        "xpath://li[contains(@class,'credits__item')][.//*[contains(@class,'role')][starts-with(normalize-space(),'Photo')]]//*[contains(@class,'name')]",
    ),
    images=(
        GALLERY_ITEM,
        ImageRule(box=".article-content-body__item-media figure", caption=("figcaption",)),
        ImageRule(box="figure.read-page--photo-gallery--item", caption=("figcaption",)),
    ),
    breadcrumbs=CRUMBS,
    section=("p.read-page--header--subtitle", "a.article-header__category"),
    keywords=(
        ".tags--topics--item__link",
        ".fimela-tags--snippet__name",
        ".tags--snippet__name",
        "[class*=tags--snippet] a[href*='/tag/']",
        "[class*=tags] a[href*='/tag/']",
    ),
    noise=NOISE,
)
GALLERY = BODY_ITEMS.but(
    name="kly-gallery",
    probe=".js-gallery-item[data-short-desc]",
    kind="gallery",
    body=(".article-short-desc", ".read-page--photo-gallery--description", ".article-content-body"),
    images=(ImageRule(box=".js-gallery-item", caption_attr="data-short-desc"),),
)
