"""Layouts of jawapos before Promedia: 2015, the site of about 2017, and the WordPress of 2019 to 2022."""

from newsbot.portals._model import ImageRule, Layout

POST = Layout(
    name="jawapos-2021-single",
    probe=".single-meta, div.content[itemprop=articleBody]",
    until="2023",
    headline=("h1",),
    body=("div.content[itemprop=articleBody]", "div[itemprop=articleBody]"),
    date=(".single-meta .time",),
    byline=(".content-reporter p",),
    images=(ImageRule(box=".single-featured", caption=("figcaption", ".wp-caption-text")), ImageRule(box="figure", caption=("figcaption",))),
    noise={"byline": ".content-reporter"},
)
DETAIL = Layout(
    name="jawapos-2017-newscontent",
    probe="h1.detailtitle, .newsContent",
    until="2019",
    headline=("h1.detailtitle", "h1"),
    body=(".newsContent",),
    date=(".page-header > div",),
)
BERITA = Layout(
    name="jawapos-2015-body-berita",
    probe=".body-berita",
    until="2017",
    headline=("h1.judul-headline", "h1"),
    body=(".body-berita",),
    date=(".tanggal",),
)
