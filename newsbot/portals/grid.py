"""Grid Network (KG Media): many magazines on one template."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="grid-article",
    probe=".read__article",
    headline=("h1.read__title", "h1"),
    body=(".read__article",),
    date=(".read__date",),
    byline=(".read__author",),
    images=(ImageRule(box=".photo", caption=(".photo__caption",)), ImageRule(box="figure", caption=("figcaption",))),
    breadcrumbs=(".breadcrumb__wrap a",),
    keywords=(".tag a",),
    noise={"related": ".bacajuga", "navigation": "[class^=tags__]", "comments": ".detail-read__comment"},
)

PORTALS = [
    Portal(
        id="grid", name="Grid Network", domains=("www.grid.id", "grid.id", "*.grid.id", "www.bolasport.com", "bolasport.com", "juara.bolasport.com", "www.gridoto.com", "gridoto.com", "www.motorplus-online.com", "motorplus-online.com", "www.parapuan.co", "parapuan.co", "www.sonora.id", "sonora.id"),
        network="grid", brands=("Grid.ID", "GridOto.com", "BolaSport.com", "BOLASPORT.COM", "Motorplus-online.com", "SONORA.ID", "Parapuan.co"), names={"www.bolasport.com": "BolaSport.com", "www.gridoto.com": "GridOto.com", "www.motorplus-online.com": "Motorplus-online.com", "www.parapuan.co": "Parapuan", "www.sonora.id": "Sonora.id"}, paging="?page=N; ?page=all for all",
        article=(r"^https?://(?:[a-z]+\.)?(?:grid\.id|bolasport\.com|gridoto\.com|motorplus-online\.com|parapuan\.co|sonora\.id)/read/(?P<id>\d{8,10})/[a-z0-9-]+",),
        examples=("https://www.grid.id/read/044123456/kebun-kecil-di-atap-rumah", "https://www.bolasport.com/read/314012345/tim-muda-menang-di-kandang"),
        drop=(r"/(?:tag|search)(?:/|\?|$)",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(
            Source(kind="sitemap", url="https://www.grid.id/sitemap.xml"),
            Source(kind="index", url="https://www.grid.id/search?q=&page={page}", items=(".news-list__list a",), note="an empty search in place of an index"),
        ),
        unverified=(
            "editor: the place in the credit line",
            "date: the visible date string is not documented; the machine date is",
            "keywords: a guess from the template",
        ),
    ),
]
