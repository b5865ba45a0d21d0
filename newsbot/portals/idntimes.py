"""IDN Times: today's template and that of 2018 to 2024, whose addresses name the writer."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="idntimes-article",
    probe="#article-description",
    headline=("h1",),
    body=("#article-description",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a",),
    noise={"related": ".baca-juga, [class*=read-too]", "widget": "[class*=share]"},
)
_CONTENT = Layout(
    name="idntimes-2018-article-content",
    probe="#article-content",
    until="2025",
    headline=("h1.title-text", "h1"),
    body=("#article-content",),
    date=("time.date",),
    authors=(".author-name a", ".author-name"),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    breadcrumbs=(".breadcrumb a",),
    keywords=(".content-post-topic a",),
    noise={"related": ".baca-juga, [class*=read-too]", "widget": "[class*=share]", "navigation": ".content-post-topic"},
)

PORTALS = [
    Portal(
        id="idntimes", name="IDN Times", domains=("www.idntimes.com", "idntimes.com", "*.idntimes.com"),
        network="idn", brands=("IDN Times", "IDN TIMES"),
        article=(
            r"^https?://(?:www|[a-z]+)\.idntimes\.com/[a-z-]+/[a-z-]+/[a-z0-9-]+-(?P<id>[a-z0-9]{5}-[a-z0-9]{6})$",
            r"^https?://[a-z]+\.idntimes\.com/[a-z-]+/[a-z-]+/[a-zA-Z0-9._-]+/[a-z0-9-]{8,}(?:/full)?(?:[?#]|$)",
        ),
        examples=("https://www.idntimes.com/news/indonesia/warga-tanam-pohon-di-bantaran-00-4kx7p-2mzq9d", "https://www.idntimes.com/business/economy/rani-p/pasar-kecil-kembali-dibuka",),
        drop=(r"/(?:tag|search|ajax)(?:/|\?|$)",),
        layouts=(_ARTICLE, _CONTENT), status="documented", checked="documented 2026-07; for 2018 to 2023",
        access="robots.txt bars addresses with a query, /search, /ajax and /v1.",
        sources=(
            Source(kind="sitemap", url="https://www.idntimes.com/sitemap.xml"),
            Source(kind="index", url="https://www.idntimes.com/{section}", values={"section": ("news", "business", "tech", "sport", "health", "travel", "food")}, items=("a:has(h2[data-cy=ds-card-article-title])",), item_date=("[data-cy=ds-card-article-pubdate]",), note="only the first page of a section"),
        ),
        unverified=(
            "regional hosts: another template",
            "dateline: general knowledge, not sampled",
            "keywords: a guess from the template",
        ),
    ),
]
