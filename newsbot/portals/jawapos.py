"""JawaPos.com, a Next.js site whose article stands in __NEXT_DATA__, its earlier sites, and the regional Radar papers of the Promedia years."""

from newsbot.portals._model import Embedded, ImageRule, Layout, Portal, Source
from newsbot.portals._past.jawapos import BERITA, DETAIL, POST

_NEXT = Layout(
    name="jawapos-next",
    probe="script#__NEXT_DATA__",
    since="2026",
    embedded=Embedded(
        script="script#__NEXT_DATA__", path="props.pageProps.article", headline=("title",), body=("content",), date=("published_at",), authors=("authors.name", "authors"),
        section=("category.name",), keywords=("tags.name", "tags"), image=("cover.url", "image"), caption=("cover.caption", "caption"),
    ),
    noise={"related": "p:has(strong.readmore)", "ad": "[id^=iklan]", "legal": "[class$=__disclaimer]", "paging": "p.page"},
)
_READ = Layout(
    name="jawapos-read",
    probe=".read__content",
    headline=("h1.read__title", "h1"),
    body=(".read__content", "article"),
    date=(".read__info__date",),
    byline=(".read__info__author",),
    images=(ImageRule(box=".photo", caption=(".photo__caption",)), ImageRule(box="figure", caption=("figcaption",))),
    breadcrumbs=(".breadcrumb__wrap a",),
    keywords=(".read__tagging a",),
    noise={"related": "strong.read__others, p:has(strong.read__others)"},
)

PORTALS = [
    Portal(
        id="jawapos", name="JawaPos.com", domains=("www.jawapos.com", "jawapos.com"),
        network="jawapos", brands=("JawaPos.com", "JAWAPOS.COM"),
        article=(
            r"^https?://(?:www\.)?jawapos\.com/[a-z0-9-]+/(?P<id>\d{10})/[a-z0-9-]+", r"^https?://(?:www\.)?jawapos\.com/(?:[a-z0-9-]+/)+\d{2}/\d{2}/\d{4}/[a-z0-9-]+",
            r"^https?://(?:www\.)?jawapos\.com/(?:baca/(?:artikel/)?|read/\d{4}/\d{2}/\d{2}/)(?P<id>\d+)/[a-z0-9-]+",
        ),
        examples=("https://www.jawapos.com/surabaya-raya/2607241234/taman-kota-di-tepi-kali-mulai-ditanami", "https://www.jawapos.com/surabaya/14/07/2021/taman-kota-di-tepi-kali-ditanami",),
        drop=(r"/(?:indeks|search|tag)(?:/|\?|$)",),
        layouts=(_NEXT, _READ, POST, DETAIL, BERITA), status="documented", checked="documented 2026-07; for 2015, about 2017 and 2021",
        access="robots.txt bars /search, /api/ and /fonts/; listings beyond the first page come only from an interface that is barred.",
        sources=(Source(kind="index", url="https://www.jawapos.com/indeks", note="listed in __NEXT_DATA__; the page number changes nothing: only the newest"),),
        unverified=(
            "dateline: general knowledge",
            "caption: the key of the cover is a guess from the template",
            "keywords: a guess from the template",
            "article: the addresses before 2023 are general knowledge",
            "layout: the years of the one of about 2017 are inferred",
        ),
    ),
    Portal(
        id="jawapos_radar", name="Radar (Jawa Pos)", domains=("*.jawapos.com",), zones={"radarbali.jawapos.com": "Asia/Makassar"},
        network="jawapos", brands=("RADAR SURABAYA", "RADAR SOLO", "RADAR SEMARANG", "RADAR KEDIRI", "RADAR MALANG", "RADAR MADURA", "RADAR BANYUWANGI"), city_dateline=True, paging="?page=N; ?page=all for all",
        article=(r"^https?://radar[a-z]+\.jawapos\.com/[a-z0-9-]+/(?P<id>\d{10})/[a-z0-9-]+",),
        examples=("https://radarsolo.jawapos.com/solo/8440123456/pasar-malam-sriwedari-kembali-digelar",),
        layouts=(_READ, _NEXT), status="documented", checked="documented 2024",
        sources=(Source(kind="index", url="https://radarsurabaya.jawapos.com/search?q=&page={page}", note="an empty search in place of an index"), Source(kind="feed", url="https://{city}.jawapos.com/feed/", values={"city": ("radarsurabaya", "radarsolo", "radarsemarang", "radarkediri", "radarmalang", "radarmadura", "radarbanyuwangi", "radarsitubondo", "radartulungagung", "radarjombang", "radarbojonegoro", "radarmadiun")}, unverified=True),),
        unverified=(
            "dateline: not sampled",
            "timezone: that radarbali is one of the hosts is not confirmed",
            "layout: assumed from the Promedia template; may follow the main site since 2026",
            "date: the visible date string was not sampled",
        ),
    ),
]
