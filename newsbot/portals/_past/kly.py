"""Layouts of the KLY portals before 2021."""

from newsbot.portals._kly import CREDIT, CRUMBS, GALLERY_ITEM, NOISE
from newsbot.portals._model import ImageRule, Layout

DESKTOP_2016 = Layout(
    name="kly-multi-page",
    probe="#multi-page-0, .js-multi-page-container",
    until="2019",
    headline=("h1.read-page--header__title", "h1.read-page--header--title", "h1"),
    body=(".js-multi-page-container", ".read-page__content-body"),
    date=("time.read-page--header__datetime", ".read-page--header__datetime-wrapper", "time[itemprop=datePublished]"),
    authors=(".read-page--header__author [itemprop=author]", ".read-page--header__author", CREDIT.format("credits_author"), CREDIT.format("credits_reporter")),
    editors=(
        CREDIT.format("credits_editor"), "#credits_editor ~ li .read-page--credits__name", "xpath://*[@id='credits_editor']/following::*[contains(@class,'credits__name')]",
    ),
    photographers=(CREDIT.format("credits_photographer"),),
    images=(GALLERY_ITEM,),
    breadcrumbs=CRUMBS,
    keywords=(
        "a.read-page--tags__link", ".read-page--tag--snippet a", "[class*=tags--snippet] a[href*='/tag/']", ".read-page--content a[rel=tag]",
        "[class*=tag-list] a[href*='/tag/']",
    ),
    noise=NOISE,
)
PHOTO_2016 = DESKTOP_2016.but(name="kly-multi-page-photo-2016", probe=".js-multi-page-container[data-cache-key*=PhotoGallery]", kind="gallery")
PHOTO_TAG = Layout(
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
    breadcrumbs=CRUMBS,
    keywords=("[class*=tags] a[href*='/tag/']",),
    noise=NOISE,
)
