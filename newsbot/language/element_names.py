"""What the names of an element, its class and id words, say of what stands in it."""

from __future__ import annotations

import re
from typing import cast

from newsbot.items import Bin
from newsbot.lexicon import LONGEST_NAMES, cached, cached_to, key_of

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LOOK = re.compile(r"(?<!\S)has-\S+")
"""Classes of WordPress's block editor that say how a paragraph looks: `has-small-font-size`."""
_NOT_WORD = re.compile(r"[^A-Za-z0-9]+")


@cached
def _longest_name() -> int:
    return max(len(word.split()) for word in key_of("element_names.containers"))


def container_bin(names: str) -> tuple[Bin, str] | None:
    """The bin that an element's class and id words put it in, with the word that says so, or None.

    >>> container_bin("div-gpt-ad-12345")
    ('ad', 'gpt')
    >>> container_bin("read__content") is None
    True
    """
    return _container_bin(names[:LONGEST_NAMES])


@cached_to(8192)
def _container_bin(names: str) -> tuple[Bin, str] | None:
    own = _LOOK.sub(" ", names) if "has-" in names else names
    listed = _NOT_WORD.sub(" ", _CAMEL.sub(" ", own)).lower().split()
    known = key_of("element_names.containers")
    for size in range(_longest_name(), 0, -1):
        for start in range(len(listed) - size + 1):
            name = " ".join(listed[start : start + size])
            if name in known:
                return cast("Bin", known[name]), name
    return None
