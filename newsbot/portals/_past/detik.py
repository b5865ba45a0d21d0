"""Layouts of detik before 2021: the travel channel and photo galleries; and the special pages of detikX."""

from newsbot.portals._model import ImageRule, Layout

GALLERY = Layout(
    name="detik-gallery-2016",
    probe=".gallery_view, .text_gal",
    until="2018",
    kind="gallery",
    headline=(".detail_profil h1", "h1"),
    body=(".text_gal",),
    date=(".detail_profil .date", ".date"),
    byline=("strong.l_blue2_detik",),
    images=(ImageRule(box=".gallery_view", caption=(".gal_rating .text",)),),
    breadcrumbs=("ul.breadcrumb a",),
)
TRAVEL = Layout(
    name="detik-travel-read-2018-2020",
    probe=".itp_bodycontent.read__content, .read__content.full, .read__photo__big__caption",
    since="2017",
    until="2021",
    headline=("h1.mt5", "h2.mt5", "h1"),
    section=("h4.mt10",),
    body=(".itp_bodycontent.read__content", "#detikdetailtext", ".read__content"),
    date=("h1 ~ .date", ".date"),
    byline=(".author", ".ugc__block__name a"),
    images=(
        ImageRule(box=".read__photo__big", caption=(".read__photo__big__caption p", ".read__photo__big__caption")),
        ImageRule(box=".read__photo", caption=("figcaption", "span")),
    ),
    breadcrumbs=("ul.breadcrumb a", ".breadcrumb a"),
    keywords=(".detail_tag a",),
    noise={"related": ".lihatjg, .linksisip", "widget": "a.embed", "navigation": ".detail_tag", "ad": "[id^=div-gpt]", "caption": ".read__photo__count"},
)
DETIK_X = Layout(
    name="detik-x-intermeso",
    probe=".column.full.body_text",
    since="2016",
    headline=("h1",),
    body=(".column.full.body_text",),
    date=(".caption span", ".date"),
    byline=("xpath://*[contains(@class,'body_text')]//p[contains(.,'Penulis') or contains(.,'Reporter')][contains(.,':')][string-length(.) < 200]",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    noise={"byline": "xpath:.//p[starts-with(normalize-space(),'Penulis:') or starts-with(normalize-space(),'Reporter:')][string-length(.) < 200]"},
)
