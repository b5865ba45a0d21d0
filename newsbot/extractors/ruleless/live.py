"""A live report that says so at its headline, in a line of its own, and prints its entries each under its time."""

from __future__ import annotations

import re
from itertools import islice

from newsbot.extractors.raw import Body, RawArticle
from newsbot.extractors.ruleless.places import Places
from newsbot.extractors.witnesses.short_texts import short_texts
from newsbot.language.text import fold
from newsbot.lexicon import any_of, cached

_ABOVE, _BELOW = 10, 10
"""Elements above and below the headline's among which its label stands."""
_LONGEST = 30
_ENTRIES = 3
"""Times of their own that a report's entries have at least."""
_TIME = re.compile(r"(?:pukul |jam )?\d{1,2}[.:]\d{2}(?::\d{2})?(?: ?wi(?:b|ta?))?\b", re.IGNORECASE)
_BESIDE = 25
"""Characters of a line that is hardly more than a time."""


def note_live(raw: RawArticle, body: Body, places: Places) -> None:
    """Note that the page is a live report, where a label at the headline and the times in its text say so."""
    if not _has_entries(body):
        return
    near = (node for node, _ in places.between(places.start - _ABOVE, places.start + _BELOW))
    labels = (text for _, text in short_texts(near, _LONGEST))
    if any(_label().fullmatch(fold(text).strip(" :|•●")) for text in labels):
        raw.add("printed_kind", "live", "printed", "label of a live report at the headline")


def _has_entries(body: Body) -> bool:
    timed = (block for block in body.blocks if _TIME.match(block.text) and len(block.text) <= _BESIDE)
    return len(list(islice(timed, _ENTRIES))) == _ENTRIES


@cached
def _label() -> re.Pattern[str]:
    return re.compile(any_of("page_kinds.heads.live"))
