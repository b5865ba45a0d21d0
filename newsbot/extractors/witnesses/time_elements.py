"""`<time datetime>` as a witness beside a printed day: the clock of what the reader sees without one."""

from __future__ import annotations

import re

from newsbot.extractors.raw import RawArticle
from newsbot.language.text import fold
from newsbot.pages.page import Page, text_of

_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.]\d{2}(?!\d|\.\d)")
_MOST = 40
"""Time elements that are looked at: lists of stories have one each."""


def witness_time_elements(page: Page, raw: RawArticle) -> None:
    """Note as `date_beside` the machine date of the time element whose text is the printed day, or that stands empty
    beside it. Other time elements of the page are other stories'."""
    printed = next((fold(candidate.value) for candidate in raw.all("visible_date")), "")
    if not printed or _CLOCK.search(printed):
        return
    for node in page.tagged("time")[:_MOST]:
        stated = node.get("datetime")
        if not stated or node.get("itemprop") == "dateModified":
            continue
        shown, rule = fold(text_of(node)), "time[datetime] of the printed day"
        if not shown and (parent := node.getparent()) is not None:
            shown, rule = fold(text_of(parent)), "time[datetime] beside the printed day"
        if shown and len(shown) <= 2 * len(printed) and (shown in printed or printed in shown):
            raw.add("date_beside", stated, "time", rule)
            return
