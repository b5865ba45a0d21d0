"""The likely cause of an alarm in words, and what to do about it."""

from __future__ import annotations

_LAYOUT = (
    "layout {layout} stopped matching on {lost:.0f} % since {since}: `newsbot new-portal URL...` drafts the new one"
    " from these pages"
)
_SAME_CHANGE = "most likely the same change of the pages: {layouts} stopped matching"
_TOO_FEW = (
    "the portal publishes less, or its sitemap, feed or index moved or is cut: look at `announced` and the verdict in"
    " report.json"
)
_TOO_MANY = (
    "more is published, or old articles, further pages or teasers are announced as new ones: look at `parts/`"
)
_WORDS = {
    "generic": "pages of a template that no declared layout knows: `newsbot new-portal URL...` drafts one from these",
    "thin": "the text stands elsewhere, is loaded by a script, or is behind a wall: `newsbot extract URL --explain`"
    " shows what was read",
    "future": "local time is stated as another zone's, or the date of an event is taken for the page's: `newsbot"
    " extract URL --explain` shows the witness",
    "duplicates": "one text under several addresses, or a text that stands on every page: look at two of these",
    "missing": "the page says it no more, or says it elsewhere: `newsbot extract URL --explain` shows where it was"
    " looked for",
    "kinds": "pages that are no articles are announced, or articles are taken for such: a wall, a changed template",
    "rejects": "answers that are no page, or cannot be read: open one of these in a browser",
    "gone": "addresses are announced that answer 404 or 410: the portal's address form may have changed",
    "failed": "the host is broken or busy, or the network is: later runs ask again",
    "refused": "the host refuses this crawler: ask less often, or ask the publisher",
    "latency": "the host is slow, or slows this crawler down: a longer DOWNLOAD_DELAY is kinder",
}
"""By the first word of the figure's name."""
_OF_TEMPLATE = frozenset(("missing", "thin", "kinds", "rejects", "duplicates", "future"))
"""What a changed template spoils as well."""


def layout_cause(layout: str, lost: float, since: str) -> str:
    """Why pages are generic: a layout matches `lost` (0 to 1) less of them than before, since a day.

    >>> layout_cause("kompas-read", 0.94, "2026-11-28")[:61]
    'layout kompas-read stopped matching on 94 % since 2026-11-28:'
    """
    return _LAYOUT.format(layout=layout, lost=100 * lost, since=since)


def cause_of(figure: str, *, is_less: bool = False, layouts: tuple[str, ...] = ()) -> str:
    """The likely cause of a figure that is out of its band; `layouts` are those that stopped matching meanwhile.

    >>> cause_of("missing/authors", layouts=("kompas-read",))
    'most likely the same change of the pages: kompas-read stopped matching'
    """
    word = figure.partition("/")[0]
    if word == "articles":
        return _TOO_FEW if is_less else _TOO_MANY
    if layouts and word in _OF_TEMPLATE:
        return _SAME_CHANGE.format(layouts=", ".join(layouts))
    return _WORDS.get(word, "look at these pages")
