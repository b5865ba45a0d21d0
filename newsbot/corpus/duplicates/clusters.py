"""Who belongs to whom: pairs that hold make groups, and in each group the members are held against a head."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from newsbot.corpus.added import Relation
from newsbot.corpus.duplicates.evidence import Evidence
from newsbot.corpus.duplicates.relations import head_of, is_one_article, is_twin, relation

Alike = Callable[[int, int], float]
"""The containment of the texts of two records, 0 where they are not alike."""
Known = list[tuple[int, Evidence]]

MOST_COMPARED = 1_000_000
"""Comparisons within one group, half a minute: of a hundred thousand pages with the same two sentences each hangs on
the others, and each might be a head."""


@dataclass(frozen=True, slots=True)
class Member:
    """A record by number, the head of its cluster, and what it is to it: None for the head itself."""

    number: int
    head: int
    relation: Relation | None


def groups(pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The numbers that pairs connect, directly or through others, each group in order, the groups by their first."""
    above: dict[int, int] = {}

    def root(number: int) -> int:
        while (next_ := above.setdefault(number, number)) != number:
            above[number] = above[next_]
            number = next_
        return number

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        above[high] = low
    found = defaultdict(list)
    for number in sorted(above):
        found[root(number)].append(number)
    return list(found.values())


def settle(group: Known, alike: Alike, give_up: Callable[[int], None]) -> Iterator[Member]:
    """The clusters of a group. Nobody belongs to a head by way of a third, but for the pages and revisions of one
    article, which stay together.

    A group that only a shared paragraph holds together falls apart here: who is not like the head looks for a head
    among the rest. Those that are alone in the end are held against each other once more, as twins. `give_up` hears of
    records of a group that is too large for all heads to be tried.
    """
    known = dict(group)
    for judge in (_story, _form):
        alone: list[int] = []
        for cluster in _clusters(known, alike, judge, give_up):
            if len(cluster) > 1:
                yield from cluster
            else:
                alone.append(cluster[0].number)
        known = {number: known[number] for number in alone}


_Judge = Callable[[Evidence, Evidence, float], Relation | None]


def _story(member: Evidence, head: Evidence, containment: float) -> Relation | None:
    if is_one_article(member, head):
        return "same_article"
    return relation(member, head, containment) if containment and not is_twin(member, head) else None


def _form(_member: Evidence, _head: Evidence, containment: float) -> Relation | None:
    return "boilerplate_twin" if containment else None


def _clusters(
    known: dict[int, Evidence], alike: Alike, judge: _Judge, give_up: Callable[[int], None]
) -> Iterator[list[Member]]:
    rest, left = dict(known), MOST_COMPARED
    while rest and left > 0:
        left -= len(rest)
        number = head_of(list(rest.items()))
        head = rest.pop(number)
        told = {at: judge(own, head, alike(at, number)) for at, own in rest.items()}
        near = {at: found for at, found in told.items() if found}
        near.update(_of_their_articles(rest, near))
        yield [Member(number, number, None), *(Member(at, number, near[at]) for at in sorted(near))]
        rest = {at: own for at, own in rest.items() if at not in near}
    for number in rest:
        give_up(number)
        yield [Member(number, number, None)]


def _of_their_articles(rest: dict[int, Evidence], near: dict[int, Relation]) -> dict[int, Relation]:
    """Further pages and revisions of the members, which are to the head what those are."""
    articles: dict[str, Relation] = {}
    for at, told in near.items():
        articles.setdefault(rest[at].id, told)
    return {at: articles[own.id] for at, own in rest.items() if at not in near and own.id in articles}
