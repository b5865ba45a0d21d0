"""IDN Financials."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="idnfinancials-article",
    probe="div.article-body",
    headline=("h2.title", "h1"),
    body=("div.article-body",),
    date=("div.date-published::attr(data-date)", "div.date-published"),
    authors=(".idn-authors .ia-names a.ian",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
)

PORTALS = [
    Portal(
        id="idnfinancials", name="IDN Financials", domains=("www.idnfinancials.com", "idnfinancials.com"),
        network="idnfinancials", brands=("IDNFINANCIALS",), city_dateline=True,
        article=(r"^https?://(?:www\.)?idnfinancials\.com/id/news/(?P<id>\d+)/[^/]+",),
        examples=("https://www.idnfinancials.com/id/news/51234/emiten-perikanan-bagi-dividen",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="sitemap", url="https://www.idnfinancials.com/sitemap.xml", unverified=True),),
        unverified=(
            "dateline: general knowledge, not sampled",
        ),
    ),
]
