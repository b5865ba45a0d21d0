"""Layouts of kapanlagi before 2024."""

from newsbot.portals._model import ImageRule, Layout

KAPANLAGI = Layout(
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
KAPANLAGI_PARAGRAPH = Layout(
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
KAPANLAGI_PHOTO = KAPANLAGI_PARAGRAPH.but(
    name="kapanlagi-photo-2017-2022",
    probe=".dt-photov2",
    kind="gallery",
    body=(".deskrip-foto", ".body-paragraph"),
    images=(ImageRule(box=".dt-photov2", caption=(".body-photo p",), credit=(".copyright-dp span",)),),
)
