"""What a record is to the head of its cluster, and which record of several is the head."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsbot.corpus.added import Relation
from newsbot.corpus.duplicates.evidence import Evidence

WORD_FOR_WORD = 0.8
"""Share of the shorter text's shingles from which on it is a copy; below it was written anew."""

_FEW_WORDS = 40
"""A text so short that two stories may have it in common: "Simak videonya berikut ini"."""
_LEAST_FIGURES = 3
_LEAST_KEPT = 0.5
"""Copies of a story keep its figures, also where it goes on; pages of a form (weather, prices, prayer times) change
just these."""
_MOST_CREDITED = 100
"""Names of outlets that the records of one group credit: each is held against each record."""


def is_one_article(one: Evidence, other: Evidence) -> bool:
    """Whether both are pages or revisions of one article, by its id or its address."""
    return one.id == other.id or (bool(one.address) and one.address == other.address)


def is_twin(one: Evidence, other: Evidence) -> bool:
    """Whether two texts that are alike tell different things: the same form with other figures or of another day, or a
    few words that stand below different headlines."""
    if one.house == other.house and _are_of_other_days(one, other):
        return True
    if min(one.words, other.words) < _FEW_WORDS and one.headline != other.headline:
        return True
    places = one.figures.keys() & other.figures.keys()
    kept = sum(one.figures[place] == other.figures[place] for place in places)
    return len(places) >= _LEAST_FIGURES and kept < _LEAST_KEPT * len(places)


def _are_of_other_days(one: Evidence, other: Evidence) -> bool:
    """Whether each names the day of its own publication, and neither that of the other: what follows a story up, or
    prints it again, keeps the days of that story; a form that is filled every day (where driving licences are renewed
    today) has none of the day before."""
    if not one.own_days or not other.own_days:
        return False
    return set(one.own_days).isdisjoint(other.days) and set(other.own_days).isdisjoint(one.days)


def relation(member: Evidence, head: Evidence, containment: float) -> Relation:
    """What the member is to the head, where it is no twin of it; one headline at one portal is one article."""
    is_headline = bool(member.headline) and member.headline == head.headline
    if is_one_article(member, head) or (is_headline and member.portal == head.portal):
        return "same_article"
    if containment < WORD_FOR_WORD:
        return "rewrite"
    if member.agency or member.house != head.house:
        return "wire_copy"
    return "network_copy"


def head_of(members: Sequence[tuple[int, Evidence]]) -> int:
    """The number of the record that the others come from.

    That is the one that most others credit; else, of those that credit no other, the one published first, and of
    those of one time the one that was read first.
    """
    credited = Counter(one.based_on for _, one in members if one.credits_another).most_common(_MOST_CREDITED)

    def rank(entry: tuple[int, Evidence]) -> tuple[int, bool, str, int]:
        number, own = entry
        times = sum(count for name, count in credited if own.is_named(name))
        return -times, own.credits_another, own.published, number

    return min(members, key=rank)[0]
