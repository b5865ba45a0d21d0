"""Bloomberg Technoz."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="bloombergtechnoz-article",
    probe=".detail-in",
    headline=(".title.margin-bottom-sm", "h1"),
    body=(".detail-in",),
    date=("h5.title.fw4.cl-gray",),
    authors=("h5.title.margin-bottom-ss a",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=("ul.sitemap a",),
    noise={"related": "[class*=smallbox-pilihan]", "paging": ".pager"},
)

PORTALS = [
    Portal(
        id="bloombergtechnoz", name="Bloomberg Technoz", domains=("www.bloombergtechnoz.com", "bloombergtechnoz.com"),
        network="technoz", brands=("Bloomberg Technoz",), paging="/N",
        article=(r"^https?://(?:www\.)?bloombergtechnoz\.com/detail-news/(?P<id>\d+)/[a-z0-9-]+",),
        examples=("https://www.bloombergtechnoz.com/detail-news/101234/rupiah-menguat-tipis-di-awal-pekan",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        access="Only a keyword search lists articles.",
        sources=(Source(kind="index", url="https://www.bloombergtechnoz.com/search?query=&type=berita&pagenum={page}", items=("div.card-box.ft150.margin-bottom-xl a",), unverified=True),),
        unverified=(
            "dateline: general knowledge, not sampled",
            "date: the visible date string is not documented; the machine date is",
            "article: partly inferred from samples",
            "byline: general knowledge",
        ),
    ),
]
