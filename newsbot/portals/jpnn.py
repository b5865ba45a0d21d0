"""JPNN and GenPI, on one template, each with regional hosts."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_JPNN = Layout(
    name="jpnn-article-body",
    probe="div[itemprop=articleBody], .page-content",
    headline=("h1.judul", "h1"),
    body=("div[itemprop=articleBody]", ".page-content"),
    date=("span.date-publish", ".date-publish", "meta[name=jpnncom_news_pubdate]::attr(content)"),
    byline=(".author", ".penulis"),
    authors=("meta[name=jpnncom_news_author]::attr(content)",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a",),
    noise={"related": ".baca-juga", "paging": ".pagination", "widget": "[class^=ans-], .sticky_bottom", "promo": ".download_apps"},
)
_GENPI = Layout(
    name="genpi-article-body",
    probe="div[itemprop=articleBody], div.entry-content div.col-md-10",
    headline=("h1",),
    body=("div[itemprop=articleBody]", "div.entry-content div.col-md-10"),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a",),
    noise={"related": ".baca-juga", "paging": ".pagination, .mnmd-pagination", "promo": "p.text-center[style*='margin-top:-35px']"},
)

PORTALS = [
    Portal(
        id="jpnn", name="JPNN.com", domains=("www.jpnn.com", "jpnn.com", "*.jpnn.com"),
        network="jpnn", brands=("jpnn.com", "JPNN.com"), paging="?page=N",
        article=(r"^https?://www\.jpnn\.com/news/[a-z0-9-]{8,}", r"^https?://(?!www\.)[a-z]+\.jpnn\.com/[a-z-]+/(?P<id>\d+)/[a-z0-9-]+"),
        examples=("https://www.jpnn.com/news/petani-muda-kembangkan-kopi-lereng", "https://jatim.jpnn.com/jatim-terkini/31234/pasar-seni-kembali-dibuka"),
        drop=(r"/(?:tag|indeks|search)(?:/|\?|$)",),
        layouts=(_JPNN,), status="documented", checked="documented 2026-04",
        access="Pages of one article come one by one; there is no view of all.",
        sources=(
            Source(kind="index", url="https://www.jpnn.com/indeks?id=215&{date}&tab=all", date_format="d=DD&m=MM&y=YYYY", items=("ul.loadmore a",), note="the date is three parameters; more rows are loaded by script"),
            Source(kind="sitemap", url="https://www.jpnn.com/sitemap.xml", unverified=True),
            Source(kind="feed", url="https://www.jpnn.com/rss", unverified=True),
        ),
        unverified=(
            "byline: the printed line is not documented; names stand in the meta jpnncom_news_author",
        ),
    ),
    Portal(
        id="genpi", name="GenPI.co", domains=("www.genpi.co", "genpi.co", "*.genpi.co"),
        network="jpnn", brands=("GenPI.co", "GENPI.CO"), paging="?page=N",
        article=(r"^https?://[a-z]+\.genpi\.co/[a-z-]+/(?P<id>\d+)/[a-z0-9-]+",),
        examples=("https://www.genpi.co/berita/251234/wisata-kebun-teh-kembali-ramai",),
        layouts=(_GENPI,), status="documented", checked="documented 2026-01",
        sources=(Source(kind="sitemap", url="https://www.genpi.co/sitemap.xml", unverified=True),),
        unverified=(
            "date: not documented",
            "byline: not documented",
        ),
    ),
]
