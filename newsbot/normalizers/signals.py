"""Signs for and against a record: its headline, its date and its text, each held against what else the page says.

Every sign is a number from 0 (silent) to 1. They are read from the strings of the page and the record alone: nothing
is looked for in the tree again.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from newsbot.extractors.raw import RawArticle, Witness
from newsbot.items import Article
from newsbot.language.text import fold, is_closed
from newsbot.normalizers.evidence import Evidence, telling


def read_signals(raw: RawArticle, article: Article) -> dict[str, float]:
    """What each sign says of a record, 0 to 1."""
    evidence = Evidence(raw, article)
    return {name: float(read(evidence)) for name, read in SIGNALS.items()}


def _share(words: list[str], among: frozenset[str]) -> float:
    return sum(word in among for word in words) / (len(words) or 1)


def _headline_contradicted(e: Evidence) -> float:
    """The share of what machines are told of the headline that is another one, a site's suffix aside."""
    stated = [fold(c.value) for c in e.raw.all("headline") if not c.printed]
    return sum(not _is_one(e.head, title) for title in stated) / (len(stated) or 1)


def _is_one(head: str, title: str) -> bool:
    shorter, longer = sorted((head, title), key=len)
    return shorter in longer and len(shorter) >= _LEAST_OF_TITLE * len(longer)


_LEAST_OF_TITLE = 0.5
"""Share of a stated title that a headline must be of to be the same one."""


def _address_of_another(e: Evidence) -> float:
    return bool(e.slug) and e.in_slug < _OWN_ADDRESS


_OWN_ADDRESS = 0.35
"""Share of an address's words below which it was not made of the headline, nor of an earlier one."""


def _headline_untold(e: Evidence) -> float:
    """The share of the headline's words that the text never says."""
    words = telling(e.head)
    return 1 - _share(words, e.said) if words else 0.0


def _summary_untold(e: Evidence) -> float:
    """The share of the summary's words that the text never says."""
    words = telling(e.article.description or "")[:_SUMMARY]
    return 1 - _share(words, e.said) if words else 0.0


_SUMMARY = 40
"""Words of a summary that are compared."""


def _date_agreed(e: Evidence) -> float:
    source = e.source("date_published")
    return bool(source and source.agrees)


def _date_contradicted(e: Evidence) -> float:
    source = e.source("date_published")
    return bool(source and source.disagrees and not source.agrees)


_DOUBTS = frozenset(
    ("weekday_mismatch", "impossible_day", "impossible_time", "improbable_year", "date_fallback")
)
_OTHER_DAY = frozenset(("date_contradicts_url",))
_MISFITS = frozenset(("layout_suspect", "body_disagrees", "body_unchecked"))


def _is_address_alone(e: Evidence) -> float:
    source = e.source("date_published")
    return source is not None and source.witness == "url"


def _date_told(e: Evidence) -> float:
    """Whether the text names a day of the week before, as a report of what happened does."""
    return any(-1 <= days <= _WEEK for days in e.told_days)


def _date_far_from_told(e: Evidence) -> float:
    return bool(e.told_days) and min(map(abs, e.told_days)) > _FAR


_WEEK, _FAR = 7, 20


def _read_by(witness: Witness) -> Callable[[Evidence], float]:
    return lambda e: e.raw.body.is_read_by(witness)


def _short_text(e: Evidence) -> float:
    return max(0.0, 1 - e.article.word_count / _ENOUGH)


_ENOUGH = 150
"""Words from which a text is not short."""


def _linked(e: Evidence) -> float:
    """The share of the text that stands in links."""
    return min(1.0, sum(b.link_length for b in e.blocks) / (sum(b.length for b in e.blocks) or 1))


def _title_in_text(e: Evidence) -> float:
    return any(map(_is_title, e.prose))


def _is_title(text: str) -> bool:
    """Whether a paragraph is printed as headlines are: no full stop, most words with a capital."""
    words = text.split()
    if is_closed(text, also=":;,") or not _SCRAP <= len(words) <= _LONGEST_TITLE:
        return False
    return 2 * sum(word[0].isupper() for word in words) > len(words)


_SCRAP, _LONGEST_TITLE = 6, 20
"""Words below which a paragraph is a label, and above which it is no headline."""


def _scraps(e: Evidence) -> float:
    return sum(len(text.split()) < _SCRAP for text in e.prose) / (len(e.prose) or 1)


def _other_box(e: Evidence) -> float:
    """Whether a part of the text stands in a box of its own."""
    return len(set(e.holders)) > 1


def _changes_of_box(e: Evidence) -> float:
    return sum(a != b for a, b in pairwise(e.holders)) / (len(e.holders) or 1)


def _text_stated(e: Evidence) -> float:
    """The share of words that the text and JSON-LD's text have in common; 0 without one."""
    return len(e.stated & e.said) / (len(e.stated | e.said) or 1)


def _other_text_stated(e: Evidence) -> float:
    return 1 - _text_stated(e) if e.raw.first("article_body") else 0.0


SIGNALS: dict[str, Callable[[Evidence], float]] = {
    "headline missing": lambda e: not e.head,
    "headline contradicted": _headline_contradicted,
    "headline in address": lambda e: e.in_slug,
    "address of another headline": _address_of_another,
    "headline untold": _headline_untold,
    "summary untold": _summary_untold,
    "date missing": lambda e: not e.article.date_published,
    "date without clock": lambda e: e.article.date_published_precision == "day",
    "date in address alone": _is_address_alone,
    "date agreed": _date_agreed,
    "date told": _date_told,
    "date contradicted": _date_contradicted,
    "date doubted": lambda e: e.has(_DOUBTS),
    "address of another day": lambda e: e.has(_OTHER_DAY),
    "date far from told": _date_far_from_told,
    "text by layout": _read_by("layout"),
    "text by data": _read_by("structured"),
    "text stated": _text_stated,
    "another text stated": _other_text_stated,
    "short text": _short_text,
    "layout doubted": lambda e: e.has(_MISFITS),
    "linked": _linked,
    "title in text": _title_in_text,
    "open paragraph": lambda e: e.open_paragraphs > 0,
    "open paragraphs": lambda e: e.open_paragraphs,
    "scraps": _scraps,
    "another box": _other_box,
    "changes of box": _changes_of_box,
}
"""The signs by name; what each weighs stands in `newsbot.normalizers.confidence`."""
