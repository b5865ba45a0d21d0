"""The Conversation Indonesia; the address of an article does not name the edition."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="theconversation-id-article",
    probe="div[itemprop=articleBody]",
    headline=("h1",),
    body=("div[itemprop=articleBody]",),
    date=("time[datetime]::attr(datetime)", "time[datetime]"),
    authors=("a[rel=author] .author-name", "a[rel=author]", ".author-name"),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
    section=("a[href*='/topics/']",),
)

PORTALS = [
    Portal(
        id="theconversation_id", name="The Conversation Indonesia", domains=("theconversation.com/id", "theconversation.com"),
        network="theconversation", timezone="UTC", brands=("THE CONVERSATION",),
        article=(r"^https?://theconversation\.com/[a-z0-9-]+-(?P<id>\d+)$",),
        examples=("https://theconversation.com/mengapa-hujan-turun-tidak-merata-212345",),
        drop=("/(?:topics|profiles|institutions)/",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="feed", url="https://theconversation.com/id/articles.atom", unverified=True),),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
            "domains: other editions share the host",
        ),
    ),
]
