"""Metro TV News and Medcom (Media Group): short codes in front of the slug."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_LEAD = Layout(
    name="metrotvnews-2016-part-article",
    probe=".part.article",
    until="2018",
    headline=(".part.lead h1", "h1"),
    body=(".part.article",),
    date=(".part.lead > span",),
    byline=(".part.lead > span",),
    breadcrumbs=("ul.breadcrumb > li > a",),
)
_DEMO = Layout(
    name="metrotvnews-2015-info-demo",
    probe="div.info.demo, .nate",
    until="2016",
    headline=("h1",),
    body=("div.info.demo",),
    date=(".nate > span",),
    authors=(".nate::text",),
)
_METRO = Layout(
    name="metrotvnews-news-text",
    probe=".news-text",
    headline=("h1", "h2"),
    body=(".news-text",),
    date=("p.pt-20.date",),
    byline=("p.pt-20.date",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb-content p a", ".breadcrumb-content p"),
    noise={"related": "td:has(a):has(strong), .baca-juga", "widget": ".socmed-share-container"},
)

PORTALS = [
    Portal(
        id="metrotvnews", name="Metro TV News", domains=("www.metrotvnews.com", "metrotvnews.com", "*.metrotvnews.com"),
        network="mediagroup", brands=("Metrotvnews.com", "METROTVNEWS.COM"), city_dateline=True,
        article=(
            r"^https?://(?:www\.)?metrotvnews\.com/read/(?P<id>[A-Za-z0-9]+)-[a-z0-9-]+", r"^https?://[a-z]+\.metrotvnews\.com/read/\d{4}/\d{2}/\d{2}/(?P<id>\d+)/[a-z0-9-]+",
            r"^https?://(?!www\.)[a-z]+\.metrotvnews\.com/[a-z-]+/(?P<id>[A-Za-z0-9]{8})-[a-z0-9-]+",
        ),
        examples=("https://www.metrotvnews.com/read/kELCpq2J-harga-cabai-turun-di-tiga-pasar", "http://news.metrotvnews.com/read/2015/03/24/374898/harga-cabai-turun-di-tiga-pasar",),
        layouts=(_METRO, _LEAD, _DEMO), status="documented", checked="documented 2026; for 2015 and 2016-10",
        sources=(Source(kind="index", url="https://www.metrotvnews.com/search?query=&page={page}", items=(".item .text h3 a",), note="an empty search in place of an index"),),
        unverified=(
            "byline: name and date share one line, parted by a dot",
            "article: the short codes on hosts of sections are general knowledge",
        ),
    ),
    Portal(
        id="medcom", name="Medcom.id", domains=("www.medcom.id", "medcom.id"),
        network="mediagroup", brands=("Medcom.id", "MEDCOM.ID"), city_dateline=True,
        article=(r"^https?://(?:www\.)?medcom\.id/[a-z-]+/[a-z-]+/(?P<id>[A-Za-z0-9]{8})-[a-z0-9-]+",),
        examples=("https://www.medcom.id/teknologi/game/9K5yjQxK-turnamen-gim-pelajar-digelar-di-malang",),
        layouts=(_METRO,), status="documented", checked="documented 2026",
        sources=(Source(kind="feed", url="https://www.medcom.id/rss", unverified=True),),
        unverified=(
            "layout: none is documented; tried with the sister site's",
            "article: partly inferred from examples",
        ),
    ),
]
