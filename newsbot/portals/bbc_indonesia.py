"""BBC News Indonesia, on the Simorgh pages of the BBC World Service."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="bbc-indonesia-article",
    probe="main h1#content",
    headline=("h1#content", "h1"),
    body=("main",),
    date=("main time[datetime]",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    noise={"related": "section[aria-labelledby*=related], [data-e2e=related-content-heading], aside", "widget": "section[role=region]", "navigation": "nav, ul[role=list]", "caption": "figcaption", "byline": "time"},
)

PORTALS = [
    Portal(
        id="bbc_indonesia", name="BBC News Indonesia", domains=("www.bbc.com/indonesia", "bbc.com/indonesia"),
        network="bbc", brands=("BBC News Indonesia", "BBC INDONESIA"),
        article=(r"^https?://(?:www\.)?bbc\.com/indonesia/articles/(?P<id>c[a-z0-9]{10,12}o)", r"^https?://(?:www\.)?bbc\.com/indonesia/[a-z-]+-(?P<id>\d{8})"),
        examples=("https://www.bbc.com/indonesia/articles/c4ge2k71x9do", "https://www.bbc.com/indonesia/dunia-61234567"),
        drop=("/indonesia/topics/",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2025",
        sources=(
            Source(kind="feed", url="https://feeds.bbci.co.uk/indonesia/rss.xml", unverified=True),
            Source(kind="feed", url="https://www.bbc.com/indonesia/index.xml", unverified=True),
        ),
        unverified=(
            "byline: the block is known, its class is not",
            "date: the visible date string is not documented; the machine date is",
            "index: its path and paging are general knowledge",
            "layout: the selectors are those of the theme",
        ),
    ),
]
