"""The lines of a dump that the lexicon knows by themselves: labels of lists, buttons, entries of menus."""

from __future__ import annotations

import re
from typing import Literal

from newsbot.lexicon import cached, forms

ListedLine = Literal[
    "closing", "buttons", "next_page", "menu", "enlarge", "ends", "ages", "notices", "rights", "polls"
]
"""The lists of `furniture.lines`."""


@cached
def whole(name: ListedLine) -> re.Pattern[str]:
    """The pattern of a list of whole lines, to be matched with `fullmatch` on a folded line."""
    return re.compile(forms(f"furniture.lines.{name}"))
