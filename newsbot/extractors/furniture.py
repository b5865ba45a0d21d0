"""What of a page is furniture: the lexicon's phrases, with the names of every declared outlet for their evidence."""

from __future__ import annotations

import re
from functools import lru_cache

from newsbot import lexicon
from newsbot.language import phrases
from newsbot.language.phrases import Evidence, Furniture
from newsbot.portals import Registry, registry

__all__ = ["Evidence", "Furniture", "furniture", "is_furniture_of", "story_title"]


_WORDS_ALONE = Evidence()


def furniture(text: str, evidence: Evidence = _WORDS_ALONE) -> Furniture | None:
    """What piece of page furniture the block is, or None where it is part of the article.

    >>> furniture("Baca berita terkini lainnya dari Republika di sini").bin
    'promo'
    """
    return phrases.furniture(text, evidence, _declared)


def is_furniture_of(text: str, rule: str) -> bool:
    """Whether a text without markup is the piece of furniture that a rule tells; most texts are asked that rule alone.

    >>> is_furniture_of("Editor: Wira Sakti", "byline"), is_furniture_of("Sumber: Antara", "byline")
    (True, False)
    """
    if not phrases.may_be_of_rule(text, rule):
        return False
    found = furniture(text)
    return found is not None and found.rule == rule


def _declared() -> tuple[str, ...]:
    return _names(registry())


@lru_cache(maxsize=1)
def _names(known: Registry) -> tuple[str, ...]:
    """The names that the portals sign with, each once."""
    return tuple(dict.fromkeys(name for name, _ in known.signatures))


def story_title(text: str) -> str:
    """The text of a link to another story without the label of an insert before it and a button's words behind it.

    >>> story_title("Baca juga: Harga Beras Turun Baca selengkapnya »")
    'Harga Beras Turun'
    """
    title = _button().sub("", _insert().sub("", text.strip(_BULLETS))).strip(_BULLETS)
    return title[1:-1].strip() if title[:1] + title[-1:] in _QUOTED else title


_BULLETS = " •»"
_QUOTED = ('""', "“”")


@lexicon.cached
def _insert() -> re.Pattern[str]:
    return re.compile(rf"^{lexicon.any_of('furniture.inserts.labels')}\s*[:：–-]\s*", re.IGNORECASE)


@lexicon.cached
def _button() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|\s+)[(\[]?{lexicon.any_of('furniture.inserts.buttons')}[\s.…>»)\]]*$", re.IGNORECASE
    )
