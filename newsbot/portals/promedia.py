"""The Promedia template: Pikiran Rakyat with its sub-sites and the Promedia network."""

import re

from newsbot.portals._model import ImageRule, Layout, Portal, Source

LAYOUT = Layout(
    name="promedia-read",
    probe=".read__content, .read__article",
    headline=("h1.read__title", ".read__title h1", "h1"),
    body=("article.read__content", ".read__content", "[itemprop=articleBody]", "div.read__article"),
    date=(".read__info__date", "span.date_detail", "span.mt-10"),
    authors=(".read__info__author a[href]", "xpath://*[contains(@class,'read__info__author')][not(.//a[@href])][not(contains(.,':'))]"),
    byline=(
        "span.read_contributor", "xpath://*[contains(@class,'read__info__author')]//a[not(@href)]", "xpath://p[starts-with(normalize-space(),'Editor:')]",
        "xpath://*[self::div or self::span or self::p][starts-with(normalize-space(),'Editor:')][string-length()<80]",
    ),
    source=("xpath://p[starts-with(normalize-space(),'Sumber:')]",),
    images=(ImageRule(box="div.photo", caption=(".photo__caption",), credit=(".photo__author",)),),
    breadcrumbs=(".breadcrumb__wrap .breadcrumb__item", ".breadcrumb__wrap a"),
    keywords=("section.read__tagging a[href*='/tag/']", ".tag__list a", ".tag--article a"),
    noise={"related": "strong.read__others, p:has(a.read__others), .croslink", "ad": ".prads, .ads, .ap_container", "promo": ".coverwa", "paging": ".paging--article"},
)
_NODE = Layout(
    name="pikiranrakyat-2015-node",
    probe=".node-article .items-body",
    until="2019",
    headline=("h1",),
    body=(".node-article .items-body",),
    date=(".submitted span[content]::attr(content)", ".submitted"),
)

_NETWORK = {
    "www.suaramerdeka.com": "Suara Merdeka", "www.ayobandung.com": "Ayo Bandung", "www.ayojakarta.com": "Ayo Jakarta", "www.ayocirebon.com": "Ayo Cirebon",
    "www.ayosemarang.com": "Ayo Semarang", "www.ayoyogya.com": "Ayo Yogya", "www.ayobogor.com": "Ayo Bogor", "www.ayotasik.com": "Ayo Tasik", "www.ayobanten.com": "Ayo Banten",
    "www.ayotegal.com": "Ayo Tegal", "www.ayobatang.com": "Ayo Batang", "www.ayoindonesia.com": "Ayo Indonesia", "www.hops.id": "Hops.ID", "www.unews.id": "Unews.id",
    "www.20jam.com": "20jam.com", "www.aboutmalang.com": "About Malang", "www.dagangberita.com": "Dagang Berita", "www.kilat.com": "Kilat.com",
    "www.jatimnetwork.com": "Jatim Network", "www.papanskor.com": "Papan Skor", "www.pojoksatu.id": "Pojoksatu.id", "www.panturapost.com": "Pantura Post",
    "jateng.akurat.co": "Akurat Jateng",
}
_HOSTS = "|".join(sorted({re.escape(host).replace(r"www\.", r"(?:www\.)?") for host in _NETWORK}))

PORTALS = [
    Portal(
        id="pikiranrakyat", name="Pikiran Rakyat", domains=("pikiran-rakyat.com", "*.pikiran-rakyat.com", "prfmnews.id", "www.prfmnews.id"), network="promedia",
        brands=("PIKIRAN RAKYAT", "PIKIRAN-RAKYAT.COM", "PR", "GALAMEDIA", "ZONA JAKARTA", "DESKJABAR", "PRFMNEWS"),
        article=(r"^https?://(?:(?!galamedia)[a-z0-9-]+\.)?(?:pikiran-rakyat\.com|prfmnews\.id)/[a-z0-9-]+/(?:amp/)?pr-(?P<id>\d{7,11})/[a-z0-9-]+", r"^https?://www\.pikiran-rakyat\.com/[a-z-]+/\d{4}/\d{2}/\d{2}/(?:(?P<id>\d+)/)?[a-z0-9-]+"),
        examples=("https://zonajakarta.pikiran-rakyat.com/nasional/pr-18812345/taman-baca-dibuka-di-rusun",), paging="?page=N; ?page=all for all",
        layouts=(LAYOUT, _NODE), status="verified", checked="real page of zonajakarta.pikiran-rakyat.com, 2020-10; documented 2023 to 2026 and for 2015",
        access="Cloudflare 1015 rate limit on search (2026).",
        sources=(Source(kind="index", url="https://www.pikiran-rakyat.com/search?q=&page={page}", items=("div.latest__item a.latest__link", "a.latest__link"), item_date=("date.latest__date",), note="rate limited"),),
        unverified=("article: the number in the addresses of 2015 is general knowledge",),
    ),
    Portal(
        id="galamedia", name="Galamedia News", domains=("galamedia.pikiran-rakyat.com",), network="promedia", brands=("GALAMEDIANEWS", "GALAMEDIA NEWS", "GALAMEDIA"), paging="?page=all",
        article=(r"^https?://galamedia\.pikiran-rakyat\.com/\w[\w-]*/pr-(?P<id>\d+)/[^/]+",), examples=("https://galamedia.pikiran-rakyat.com/news/pr-3512345678/taman-kota-ditanami-ulang",),
        layouts=(LAYOUT,), status="documented", checked="documented 2026",
        sources=(Source(kind="index", url="https://galamedia.pikiran-rakyat.com/?page={page}", items=("div.latest__item a",), item_date=("date.latest__date",)),),
        unverified=(
            "dateline: general knowledge, not sampled",
            "date: the visible date string is not documented; the machine date is",
        ),
    ),
    Portal(
        id="promedia_network", name="Promedia", domains=(*_NETWORK, *(host[4:] for host in _NETWORK if host.startswith("www."))), network="promedia",
        names=_NETWORK | {host[4:]: name for host, name in _NETWORK.items() if host.startswith("www.")},
        brands=(*(host.removeprefix("www.").upper() for host in _NETWORK), "suaramerdeka.com"),
        article=(rf"^https?://(?:{_HOSTS})/[a-z0-9-]+/(?:pr-)?(?P<id>\d{{8,11}})/[a-z0-9-]+",), examples=("https://www.suaramerdeka.com/jawa-tengah/0412345678/pasar-johar-mulai-ditata-pedagang",), paging="?page=all",
        layouts=(LAYOUT,), status="documented", checked="documented 2023 to 2026",
        sources=(
            Source(kind="index", url="https://{host}/search?q=", values={"host": tuple(_NETWORK)}, items=("div.latest__item a", "h2 a"), note="one search page a host"),
            Source(kind="index", url="https://www.suaramerdeka.com/news/indeks/all/{date}/{page}", date_format="YYYY-MM-DD", first_page=0, step=15, items=("h2 a",), unverified=True, note="before Promedia"),
        ),
        unverified=("dateline: general knowledge and slugs", "layout: assumed from the shared template"),
    ),
]
