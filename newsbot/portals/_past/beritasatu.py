"""Layouts of beritasatu before 2022."""

from newsbot.portals._model import ImageRule, Layout

STORY = Layout(
    name="beritasatu-story",
    probe="div.story",
    until="2022",
    headline=("h1",),
    body=("div.story:not(.caption-dtp)",),
    date=("p.editor",),
    byline=("xpath://p[contains(@class,'editor')]",),
    images=(ImageRule(box="#b1Photo .carousel-item", caption=(".caption-dtp",)), ImageRule(box="figure", caption=("figcaption",))),
    breadcrumbs=("div.bc a", ".breadcrumb a"),
    keywords=("a[href*='/tag/'] .badge", "a[href*='/tag/']"),
    source=("xpath://p[starts-with(normalize-space(),'Sumber:')]",),
    noise={"related": ".card.bg-light-3", "navigation": ".story > .container"},
)
CONTENT_DETAIL = Layout(
    name="beritasatu-2016-content-detail",
    probe=".content-detail .content-body, .content-detail > h4",
    until="2019",
    headline=(".content-detail > h4", ".content-detail h1", "h1"),
    body=(".content-detail .content-body", ".content-body"),
    date=(".content-detail .date", "div.date"),
    byline=("xpath://div[contains(@class,'content-detail')]/p[string-length()<120]",),
    images=(ImageRule(box=".content-detail figure, .content-detail .img-detail", caption=("figcaption", "[class*=caption]")),),
    breadcrumbs=(".breadcrumb a",),
    keywords=("a[href*='/tag/']",),
    source=("xpath://p[starts-with(normalize-space(),'Sumber:')]",),
    noise={"related": ".baca-juga"},
)
