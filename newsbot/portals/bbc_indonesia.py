"""BBC News Indonesia, on the Simorgh pages of the BBC World Service, and the story-body of 2015."""

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
_STORY = Layout(
    name="bbc-indonesia-2015-story-body",
    probe=".story-body__inner",
    until="2020",
    headline=("h1.story-body__h1", "h1"),
    body=(".story-body__inner",),
    date=(".story-body .date",),
    byline=(".byline__name",),
    images=(ImageRule(box="figure", caption=(".media-caption__text", "figcaption")),),
)

PORTALS = [
    Portal(
        id="bbc_indonesia", name="BBC News Indonesia", domains=("www.bbc.com/indonesia", "bbc.com/indonesia", "www.bbc.co.uk/indonesia"),
        network="bbc", brands=("BBC News Indonesia", "BBC INDONESIA"),
        article=(r"^https?://(?:www\.)?bbc\.com/indonesia/articles/(?P<id>c[a-z0-9]{10,12}o)", r"^https?://(?:www\.)?bbc\.com/indonesia/[a-z_-]+-(?P<id>\d{8})", r"^https?://(?:www\.)?bbc\.co(?:m|\.uk)/indonesia/[a-z_]+/\d{4}/\d{2}/(?P<id>\d{6}_\w+)"),
        examples=("https://www.bbc.com/indonesia/articles/c4ge2k71x9do", "https://www.bbc.com/indonesia/dunia-61234567"),
        drop=("/indonesia/topics/",),
        layouts=(_ARTICLE, _STORY), status="documented", checked="documented 2025; for 2015",
        sources=(
            Source(kind="feed", url="https://feeds.bbci.co.uk/indonesia/rss.xml", unverified=True),
            Source(kind="feed", url="https://www.bbc.com/indonesia/index.xml", unverified=True),
        ),
        unverified=(
            "byline: the block is known, its class is not; that of 2015 is general knowledge, as is its caption's",
            "article: the dated addresses of 2015 are general knowledge",
            "date: the visible date string is not documented; the machine date is",
            "index: its path and paging are general knowledge",
            "layout: the selectors are those of the theme",
        ),
    ),
]
