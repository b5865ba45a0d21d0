"""DW Indonesia, on the pages that all languages of Deutsche Welle share."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="dw-id-article",
    probe="div.rich-text",
    headline=("h1",),
    body=("div.rich-text",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    noise={"related": ".advertisement + section, .teaser, [class*=teaser]", "ad": ".advertisement", "widget": ".embed, .sharing"},
)

PORTALS = [
    Portal(
        id="dw_id", name="DW Indonesia", domains=("www.dw.com/id", "dw.com/id"),
        network="dw", timezone="UTC", brands=("DW",),
        article=(r"^https?://(?:www\.)?dw\.com/id/[a-z0-9-]+/a-(?P<id>\d+)",),
        examples=("https://www.dw.com/id/petani-kecil-menghadapi-kemarau/a-71234567",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="sitemap", url="https://www.dw.com/id/sitemap.xml", unverified=True),),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
            "timezone: times are machine dates with an offset",
        ),
    ),
]
