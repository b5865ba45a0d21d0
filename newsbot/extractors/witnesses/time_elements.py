"""`<time datetime>` and its kin as a witness beside a printed day: the clock of what the reader sees without one."""

from __future__ import annotations

import re
from itertools import islice

from newsbot.extractors.raw import RawArticle
from newsbot.language.dates import parse_date
from newsbot.language.text import fold
from newsbot.lexicon import any_of, cached
from newsbot.pages.page import Page, text_of
from newsbot.pages.selectors import Node

_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.]\d{2}(?!\d|\.\d)")
_MOST = 40
"""Time elements that are looked at: lists of stories have one each."""


def witness_time_elements(page: Page, raw: RawArticle) -> None:
    """Note as `date_beside` the machine date of the time element whose text is the printed day, or that stands empty
    beside it. Other time elements of the page are other stories'."""
    printed = next((fold(candidate.value) for candidate in raw.all("visible_date")), "")
    if not printed or (_CLOCK.search(printed) and raw.all("date_published")):
        return  # a printed clock wants its zone alone, where no other machine date tells it
    if not _note_time(page, raw, printed):
        _note_kin(page, raw, printed)


def _note_time(page: Page, raw: RawArticle, printed: str) -> bool:
    for node in page.tagged("time")[:_MOST]:
        stated = node.get("datetime")
        if not stated or is_of_update(node):
            continue
        shown, rule = fold(text_of(node)), "time[datetime] of the printed day"
        if not shown and (parent := node.getparent()) is not None:
            shown, rule = fold(text_of(parent)), "time[datetime] beside the printed day"
        if shown and len(shown) <= 2 * len(printed) and (shown in printed or printed in shown):
            if _is_constant(page, stated, shown):
                return True
            raw.add("date_beside", stated, "time", rule)
            _note_update(raw, node)
            return True
    return False


def _note_update(raw: RawArticle, node: Node) -> None:
    """The machine date of the update that themes of WordPress and Blogger set behind the publication's in its box,
    hidden or not; metadata that tell one come first."""
    behind = islice(node.itersiblings(), _UPDATE_BEHIND)
    update = next((one for one in behind if one.tag == "time" and is_of_update(one)), None)
    if update is not None and not raw.all("date_modified"):
        raw.add("date_modified", update.get("datetime"), "time", "time[datetime] of the update")


_UPDATE_BEHIND = 3


def is_of_update(node: Node) -> bool:
    """Whether an element states the update; themes of WordPress call one that was never updated both, or set a lone
    one that is called so (Neve)."""
    names = (node.get("class") or "").split()
    if any(name.endswith("published") for name in names):
        return False
    if node.get("itemprop") == "dateModified" or ("updated" in names and _is_behind_time(node)):
        return True
    return bool(_updated().match(text_of(node)))


@cached
def _updated() -> re.Pattern[str]:
    """The label of an update, "Last updated: Februari 3, 2024", which a theme prints before the publication (Foxiz)."""
    return re.compile(rf"(?:last\s|terakhir\s)?{any_of('calendar.labels.modified')}(?=\s|:)", re.IGNORECASE)


def is_update_beside(node: Node) -> bool:
    """Whether an element states the update beside one that states the publication; WordPress hides it."""
    return node.tag == "time" and _is_behind_time(node) and is_of_update(node)


def _is_behind_time(node: Node) -> bool:
    return next(node.itersiblings("time", preceding=True), None) is not None


def _is_constant(page: Page, stated: str, shown: str) -> bool:
    """Whether a template states one date for whatever it prints: other elements print other days under the same."""
    others = (node for node in page.tagged("time")[:_MOST] if node.get("datetime") == stated)
    return any(
        len(text) > 5 and text not in shown and shown not in text for text in map(fold, map(text_of, others))
    )


def _note_kin(page: Page, raw: RawArticle, printed: str) -> None:
    """The one moment of the printed day that other elements are said to hold: `abbr.published[title]` of Blogger and
    hAtom, `itemprop=datePublished`."""
    reading = parse_date(printed, fallback=False)
    day = (reading.value if reading else None) or "-"
    nodes = page.select("abbr.published, [itemprop=datePublished]")[:_MOST]
    stated = (node.get(name) or "" for node in nodes for name in ("title", "content", "datetime"))
    moments = {value for value in stated if value.startswith(f"{day[:10]}T")}
    if len(moments) == 1:
        raw.add("date_beside", moments.pop(), "time", "moment of the printed day")
