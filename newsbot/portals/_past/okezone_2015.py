"""Layouts of okezone about 2015, and of its photo pages."""

from newsbot.portals._model import ImageRule, Layout
from newsbot.portals._past.okezone import NOISE

CTN_DESC = Layout(
    name="okezone-ctn-desc",
    probe=".ctn-desc",
    until="2019",
    headline=("xpath:(//h1[not(a)])[1]", "h1"),
    body=(".ctn-desc",),
    date=("xpath://h1/following-sibling::span[1]", ".date"),
    byline=("xpath://h1/following-sibling::span[1]/b",),
    images=(ImageRule(box=".ctn-images", caption=("xpath:following-sibling::*[1][contains(@class,'caption-img-ab')]", ".caption-img-ab")),),
    section=("nav li.active > a", "li.active > a"),
    breadcrumbs=(".breadcrumb li a",),
    keywords=(".detail-tag a",),
    noise=NOISE,
)
PHOTO = Layout(
    name="okezone-2016-photo",
    probe=".aphotos",
    until="2019",
    kind="gallery",
    headline=(".detail-isi h1", "xpath:(//h1[not(a)])[1]", "h1"),
    body=(".detail-isi",),
    date=(".news-fl", ".new-meta-date"),
    byline=(".news-fr",),
    images=(ImageRule(box=".aphotos img, .thumbnails img"),),
    breadcrumbs=("ul.breadcrumb li",),
    noise=NOISE | {"byline": ".new-meta-date, .news-fl, .news-fr", "navigation": "h1"},
)
