"""DailySocial: WordPress blocks."""

from newsbot.portals._model import Portal, Source
from newsbot.portals._wordpress import BASE

_ARTICLE = BASE.but(
    name="dailysocial-entry",
    probe=".wp-block-post-content, .entry-content",
    headline=("h1.wp-block-post-title", "h1"),
    body=(".wp-block-post-content", ".entry-content"),
    byline=(".wp-block-post-author-name a",),
    date=(".wp-block-post-date time",),
)

PORTALS = [
    Portal(
        id="dailysocial", name="DailySocial", domains=("news.dailysocial.id", "dailysocial.id", "www.dailysocial.id"),
        brands=("DAILYSOCIAL",),
        article=(r"^https?://news\.dailysocial\.id/post/[a-z0-9-]+",),
        examples=("https://news.dailysocial.id/post/rintisan-pengolah-limbah-kelapa-menjaring-mitra",),
        drop=(r"/(?:tag|category|author|page|search|feed|wp-[a-z]+)(?:/|\?|$)",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="index", url="https://news.dailysocial.id/page/{page}/", items=("article.type-post .entry-title a",), unverified=True),),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
        ),
    ),
]
