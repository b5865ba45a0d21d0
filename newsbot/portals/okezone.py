"""Okezone (MNC Media): the templates of 2015 to 2017, of 2017 to 2025 (`namerep`) and of today."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source
from newsbot.portals._past.okezone import DTLNEWS, NAMEREP, NOISE
from newsbot.portals._past.okezone_2015 import CTN_DESC, PHOTO

_READ = Layout(
    name="okezone-c-detail",
    probe=".c-detail.read, .title-article, .journalist",
    since="2020",
    headline=(".title-article h1", ".title h1", "h1"),
    body=(".c-detail.read", "div[itemprop=articleBody]", ".read"),
    date=(".journalist span", ".journalist", ".namerep"),
    authors=(".journalist a[title]", ".reporter a", ".namerep a"),
    images=(ImageRule(box="figure, .thumb-news, .detail-image", caption=("figcaption", ".caption", "[class*=caption]")),),
    breadcrumbs=(".breadcrumb li a", ".breadcrumb a"),
    keywords=("#tag .box-tag a", ".detail-tag a", ".box-tag a", ".newtag a"),
    noise=NOISE,
)
_CHANNELS = {"news": "1", "sports": "2", "economy": "11", "women": "12", "celebrity": "13", "bola": "14", "muslim": "613", "edukasi": "623", "ototekno": "630"}

PORTALS = [
    Portal(
        id="okezone", name="Okezone", domains=("okezone.com", "*.okezone.com"), network="mnc", brands=("Okezone", "Okezone.com"), city_dateline=True,
        examples=("https://news.okezone.com/read/2026/03/02/337/3181234/pasar-tua-di-tepi-sungai-dipugar",),
        article=(r"^https?://[a-z]+\.okezone\.com/(?:amp/)?(?:read/)?\d{4}/\d{2}/\d{2}/\d+/(?P<id>\d+)(?:/[a-z0-9-]+)?",),
        drop=(r"^https?://(?:index|mpi)\.okezone\.com/", r"/(?:more|mmore|topic|indeks|tag)(?:/|$)"), paging="?page=N; ?page=all for all",
        layouts=(_READ, NAMEREP, DTLNEWS, CTN_DESC, PHOTO), status="verified", checked="real pages of 2015, 2017 and 2020; documented 2026-07",
        access="robots.txt bars /more/ and /mmore/ (2026-07).",
        sources=(
            Source(kind="feed", url="https://sindikasi.okezone.com/index.php/rss/{channel}/RSS2.0", values={"channel": ("0", "1", "2", "11", "12", "13", "14", "15", "16")}),
            Source(kind="index", url="https://{section}.okezone.com/indeks/{date}/{page}", date_format="YYYY/MM/DD", values={"section": tuple(_CHANNELS)}, first_page=0, step=10, items=(".group-brt-terkini .subgroup a.desc-text",), note="www has no index"),
            Source(kind="index", url="https://index.okezone.com/bydate/channel/{date}/{channel}/{page}/", date_format="YYYY/MM/DD", values={"channel": tuple(_CHANNELS.values())}, first_page=0, step=15, items=("h4.f17 a",), item_date=("time.category-hardnews",)),
            Source(kind="sitemap", url="https://news.okezone.com/sitemap.xml", unverified=True),
        ),
    ),
]
