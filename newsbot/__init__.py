"""newsbot turns pages of Indonesian news portals into clean records.

>>> import newsbot
>>> newsbot.parse_date("Rabu, 13 September 2023 14:05 WIB").value
'2023-09-13T14:05:00+07:00'

The names below are the public face. They are imported when first used, so that `import newsbot` is cheap.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from newsbot.version import VERSION as __version__  # noqa: N811 - the name that packages give it

if TYPE_CHECKING:
    from newsbot.engines.pool import replay
    from newsbot.engines.single import extract
    from newsbot.items import Article, NotAPage, Outcome
    from newsbot.language.dates import parse_date
    from newsbot.snapshot import Snapshot
    from newsbot.stream import process

__all__ = [
    "Article",
    "NotAPage",
    "Outcome",
    "Snapshot",
    "__version__",
    "extract",
    "parse_date",
    "process",
    "replay",
]

_HOMES = {
    "Article": "newsbot.items",
    "NotAPage": "newsbot.items",
    "Outcome": "newsbot.items",
    "Snapshot": "newsbot.snapshot",
    "extract": "newsbot.engines.single",
    "parse_date": "newsbot.language.dates",
    "process": "newsbot.stream",
    "replay": "newsbot.engines.pool",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'newsbot' has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
