"""What of a page is furniture: the lexicon's phrases, with the names of every declared outlet for their evidence."""

from __future__ import annotations

from functools import lru_cache

from newsbot.language import phrases
from newsbot.language.phrases import Evidence, Furniture
from newsbot.portals import Registry, registry

__all__ = ["Evidence", "Furniture", "furniture"]


_WORDS_ALONE = Evidence()


def furniture(text: str, evidence: Evidence = _WORDS_ALONE) -> Furniture | None:
    """What piece of page furniture the block is, or None where it is part of the article.

    >>> furniture("Baca berita terkini lainnya dari Republika di sini").bin
    'promo'
    """
    return phrases.furniture(text, evidence, _declared)


def _declared() -> tuple[str, ...]:
    return _names(registry())


@lru_cache(maxsize=1)
def _names(known: Registry) -> tuple[str, ...]:
    """The names that the portals sign with, each once."""
    return tuple(dict.fromkeys(name for name, _ in known.signatures))
