"""Layouts of merdeka before 2024."""

from newsbot.portals._kly import NOISE
from newsbot.portals._model import ImageRule, Layout

MERDEKA_NOISE = {
    **NOISE,
    "related": ".baca-juga, p.dont-display, .bg-primary-50",
    "paging": "p.read-too, .page-number, div.page-break",
    "widget": ".gtwsub, .picturefirst-widget-homepage-volume, #kl-social-mobile, .mdk-dt-box, .disclaimer-comment",
    "byline": ".mdk-date-reporter",
}
MERDEKA_MOBILE = Layout(
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
    noise={**MERDEKA_NOISE, "caption": "div.imageinfo"},
)
MERDEKA_DESKTOP = Layout(
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
    noise={**MERDEKA_NOISE, "byline": ".mdk-body-reporter"},
)
