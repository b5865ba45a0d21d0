"""Good News From Indonesia."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="gnfi-article",
    probe=".article-content",
    headline=("h1",),
    body=(".article-content",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    section=("div.article-category a",),
)

PORTALS = [
    Portal(
        id="gnfi", name="Good News From Indonesia", domains=("www.goodnewsfromindonesia.id", "goodnewsfromindonesia.id"),
        network="gnfi", brands=("GNFI",),
        article=(r"^https?://(?:www\.)?goodnewsfromindonesia\.id/\d{4}/\d{2}/\d{2}/[a-z0-9-]+$",),
        examples=("https://www.goodnewsfromindonesia.id/2026/01/22/tenun-dari-desa-kecil-sampai-ke-luar-negeri",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="index", url="https://www.goodnewsfromindonesia.id/explore"), Source(kind="sitemap", url="https://www.goodnewsfromindonesia.id/sitemap.xml", unverified=True)),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
        ),
    ),
]
