"""Liputan6, Fimela and Bola.com (KLY): every page of an article stands in one document."""

from newsbot.portals._kly import BODY_ITEMS, GALLERY, NOISE
from newsbot.portals._model import ImageRule, Layout, Portal, Source
from newsbot.portals._past.kly import DESKTOP_2016, PHOTO_2016, PHOTO_TAG

_TODAY = Layout(
    name="liputan6-today",
    probe="div.infinite-box.detail-paragraph, .detail-headline",
    headline=("#detail-headline h2", ".detail-headline h1", "h1"),
    body=(".infinite-box.detail-paragraph",),
    date=(".detail-headline .time",),
    images=(ImageRule(box=".detail-img", caption=(".detail-img-copyright",)),),
    source=("xpath://div[contains(@class,'detail-paragraph')][starts-with(normalize-space(),'Sumber')]",),
    noise=NOISE,
)
_CHANNELS = (
    "news", "bisnis", "bola", "showbiz", "tekno", "regional", "global", "health", "lifestyle", "cek-fakta", "islami", "saham", "crypto",
    "citizen6", "otomotif", "opini",
)

PORTALS = [
    Portal(
        id="liputan6", name="Liputan6.com", domains=("liputan6.com", "*.liputan6.com"), network="kly", brands=("Liputan6.com",), hidden_pages=True,
        examples=("https://www.liputan6.com/citizen6/read/6055023/5-kebiasaan-pagi-yang-baik",),
        article=(
            r"^https?://(?:[a-z0-9-]+\.)?liputan6\.com/(?:amp/|[a-z0-9-]+/read/|read/)?(?P<id>\d{5,9})(?:/[a-z0-9-]+)?",
            r"^https?://(?:photo|video)\.liputan6\.com/[a-z0-9-]+/[a-z0-9-]+-(?P<id>\d{5,9})$",
        ),
        layouts=(PHOTO_TAG, GALLERY, PHOTO_2016, DESKTOP_2016, BODY_ITEMS, _TODAY), status="verified", checked="real pages of 2016, 2021, 2022; documented 2020 to 2026-07",
        access="Plain user agents are served; pages of 2026 have no canonical link, og:url serves; www.liputan6.com/rss answers 404 (2026-02).",
        drop=(r"^https?://enamplus\.liputan6\.com/", r"/(?:tag|search|indeks)(?:/|\?|$)"),
        sources=(
            Source(kind="feed", url="https://feed.liputan6.com/rss/{section}", values={"section": _CHANNELS}),
            Source(kind="index", url="https://www.liputan6.com/{section}", values={"section": _CHANNELS}, items=(".headline--bottom-slider__item[data-article-id]", "article.articles--iridescent-list--item"), note="channel pages; /indeks is filled by script"),
            Source(kind="sitemap", url="https://www.liputan6.com/sitemap.xml", unverified=True),
        ),
    ),
    Portal(
        id="fimela_bolacom", name="Fimela", domains=("fimela.com", "*.fimela.com", "bola.com", "*.bola.com"), network="kly", brands=("Fimela.com", "Bola.com"),
        examples=("https://www.bola.com/inggris/read/5052555/liga-inggris-jadwal-akhir-pekan",),
        names={"www.bola.com": "Bola.com", "bola.com": "Bola.com", "m.bola.com": "Bola.com", "www.fimela.com": "Fimela.com"}, hidden_pages=True,
        article=(r"^https?://[a-z]+\.(?:fimela|bola)\.com/[a-z0-9-]+/read/(?P<id>\d+)(?:/[a-z0-9-]+)?",),
        layouts=(PHOTO_TAG, GALLERY, DESKTOP_2016, BODY_ITEMS), status="verified", checked="real page of fimela 2020; bola.com inferred",
        access="feed.bola.com is gone (2026).", unverified=("layout: bola.com's is inferred from fimela's", "date: the visible date string is not documented; the machine date is"),
        sources=(
            Source(kind="news_sitemap", url="https://www.fimela.com/sitemap_news.xml"),
            Source(kind="news_sitemap", url="https://www.fimela.com/{section}/sitemap_news.xml", values={"section": ("beauty", "entertainment", "fashion", "lifestyle", "food")}),
        ),
    ),
]
