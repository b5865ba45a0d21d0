"""Layouts of bisnis about 2015: the national channels and the regional hosts."""

from newsbot.portals._model import ImageRule, Layout

_NOISE = {"related": ".baca-juga-box, .baca-juga, .related", "ad": "[id^=div-gpt-ad], [class^=billboard], .ads", "widget": ".share, .social"}
DETAILS_2015 = Layout(
    name="bisnis-2015-description",
    probe=".details .description, .details span.editor",
    until="2022",
    headline=(".details h1", "h1"),
    body=(".details div.description", "div.description"),
    date=(".details span.date", "span.date"),
    # Who stands in it without a label is not documented.
    byline=("xpath://span[contains(concat(' ',@class,' '),' editor ')][contains(.,':')]",),
    images=(ImageRule(box=".details figure, .details .image", caption=("figcaption", ".caption")),),
    breadcrumbs=(".breadcrumb a", ".breadcrumb li"),
    keywords=(".tags a", "a[href*='/topic/']"),
    noise=_NOISE,
)
REGIONAL_2015 = Layout(
    name="bisnis-2015-regional-entry",
    probe=".post-detail .entry-right, .entry-editor",
    until="2020",
    headline=(".post-detail h1", "h1"),
    body=(".entry-right",),
    date=(".post-detail span.date", "span.date"),
    byline=(".entry-editor",),
    images=(ImageRule(box=".post-detail figure", caption=("figcaption", ".caption")),),
    breadcrumbs=(".breadcrumb a", ".breadcrumb li"),
    noise=_NOISE | {"byline": ".entry-editor"},
)
