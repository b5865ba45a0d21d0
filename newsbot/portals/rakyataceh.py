"""Harian Rakyat Aceh: a site of static files."""

from newsbot.portals._model import ImageRule, Layout, Portal

_ARTICLE = Layout(
    name="rakyataceh-article",
    probe=".the-content",
    headline=("main article .detail h1", ".detail h1", "h1"),
    body=(".the-content",),
    date=(".meta-post time[datetime]::attr(datetime)", ".meta-post time"),
    byline=(".meta-post",),
    section=(".category",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
)

PORTALS = [
    Portal(
        id="rakyataceh", name="Harian Rakyat Aceh", domains=("harianrakyataceh.com", "www.harianrakyataceh.com"),
        brands=("HARIANRAKYATACEH.COM",),
        article=(r"^https?://(?:www\.)?harianrakyataceh\.com/news/[a-z0-9-]+/index\.html",),
        examples=("https://harianrakyataceh.com/news/nelayan-pulau-perbaiki-jala-bersama/index.html",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        access="robots.txt asks for ten seconds between requests; only a keyword search lists articles.",
        unverified=(
            "dateline: general knowledge",
            "date: the visible date string is not documented; the machine date is",
        ),
    ),
]
