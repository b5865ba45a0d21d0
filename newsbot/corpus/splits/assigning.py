"""Which record goes into which split: numbers of SPLITS, or why it goes into none."""

from __future__ import annotations

from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from newsbot.corpus.diff.fields import nearest
from newsbot.corpus.duplicates.shingles import mixed
from newsbot.corpus.splits.facts import Facts, ordinal
from newsbot.corpus.splits.plan import SPLITS, CannotSplit, Plan

Assigned = npt.NDArray[np.int8]
NO_DATE, COPY = -1, -2
LEFT_OUT = {NO_DATE: "no date", COPY: "copy of an earlier split"}
"""Why a record goes into no split, in words."""

_LARGE = 0.05
"""Of the smallest split: larger groups go first to train, so that no other is mostly one story."""


def assign(plan: Plan, facts: Facts, groups: npt.NDArray[np.int64], keys: npt.NDArray[np.uint64]) -> Assigned:
    """Where each record goes; `groups` are what may not be parted, `keys` what chance goes by: the same for a record
    wherever it stands.

    Raises CannotSplit where a split that is to hold something would be empty.
    """
    if plan.by == "chance":
        assigned = _by_chance(groups, keys, plan)
    elif plan.by == "time":
        assigned = _by_time(facts.days, plan)
    else:
        assigned = _by_portal(facts, plan)
    refuse_empty(assigned, plan, "")
    assigned[crossing(assigned, groups)] = COPY
    refuse_empty(assigned, plan, "; all that would be in it are copies of earlier splits")
    return assigned


def crossing(assigned: Assigned, groups: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Which records are in a later split than others of their group."""
    first = np.full(len(assigned), len(SPLITS), np.int8)
    inside = assigned >= 0
    np.minimum.at(first, groups[inside], assigned[inside])
    return inside & (assigned > first[groups])


def refuse_empty(assigned: Assigned, plan: Plan, why: str) -> None:
    """Raise CannotSplit where a split that is to hold something holds nothing."""
    for name in plan.wanted:
        if not np.any(assigned == SPLITS.index(name)):
            raise CannotSplit(f"{name} would be empty: {len(assigned)} records, by {plan.by}{why}")


def _by_chance(groups: npt.NDArray[np.int64], keys: npt.NDArray[np.uint64], plan: Plan) -> Assigned:
    """Whole groups in an order by chance, cut where the shares say."""
    heads, group, sizes = np.unique(groups, return_inverse=True, return_counts=True)
    drawn = mixed([np.full(len(keys), _number(f"{plan.seed}"), np.uint64), keys])
    chance = np.full(len(heads), np.iinfo(np.uint64).max, np.uint64)
    np.minimum.at(chance, group, drawn)
    smallest = min(share for share in plan.shares if share) * len(keys)
    order = np.lexsort((chance, sizes <= max(1, _LARGE * smallest)))
    of_group = np.zeros(len(heads), np.int8)
    of_group[order] = _cut(sizes[order], plan)
    return of_group[group]


def _cut(sizes: npt.NDArray[np.int64], plan: Plan) -> Assigned:
    """The split of each of a row of groups: that in which its middle lies."""
    bounds = np.cumsum(plan.shares)[:-1] * sizes.sum()
    middles = np.cumsum(sizes) - sizes / 2
    return np.searchsorted(bounds, middles, side="right").astype(np.int8)


def _by_time(days: npt.NDArray[np.int32], plan: Plan) -> Assigned:
    """Whole days; what has no date goes nowhere."""
    if plan.has_days:
        never = ordinal("9999-12-31")
        test = ordinal(plan.test_from) if plan.test_from else never
        dev = ordinal(plan.dev_from) if plan.dev_from else test
        if plan.dev_from and plan.test_from and dev >= test:
            raise CannotSplit(f"dev from {plan.dev_from} would be empty: test is from {plan.test_from}")
        assigned = np.searchsorted(np.array([dev, test]), days, side="right").astype(np.int8)
    else:
        known, at, sizes = np.unique(days, return_inverse=True, return_counts=True)
        assigned = _cut(np.where(known > 0, sizes, 0), plan)[at]
    assigned[days == 0] = NO_DATE
    return assigned


def _by_portal(facts: Facts, plan: Plan) -> Assigned:
    """Whole portals: those that are named, or by chance such that no split is larger than its share, or one portal."""
    sizes = dict(
        zip(facts.names, np.bincount(facts.portals, minlength=len(facts.names)).tolist(), strict=True)
    )
    if plan.has_portals:
        held_out = {"dev": plan.dev_portals, "test": plan.test_portals}
        _require_known(held_out, sizes)
    else:
        held_out = _drawn(sizes, plan)
    of_portal = np.zeros(len(sizes), np.int8)
    for number, name in enumerate(sizes):
        of_portal[number] = next((SPLITS.index(split) for split in held_out if name in held_out[split]), 0)
    return of_portal[facts.portals]


def _require_known(held_out: dict[str, frozenset[str]], sizes: dict[str, int]) -> None:
    if both := held_out["dev"] & held_out["test"]:
        raise CannotSplit(f"portal {min(both)!r} cannot be both dev and test")
    for name in sorted(held_out["dev"] | held_out["test"]):
        if name not in sizes:
            near = nearest(name, sizes)
            raise CannotSplit(
                f"no record of portal {name!r}" + (f"; is it {' or '.join(near)}?" if near else "")
            )


def _drawn(sizes: dict[str, int], plan: Plan) -> dict[str, frozenset[str]]:
    rest = sorted(sizes, key=lambda name: (_number(f"{plan.seed}:{name}"), name))
    if len(rest) < len(plan.wanted):
        raise CannotSplit(f"{len(plan.wanted)} splits by portal of {len(rest)} portals")
    drawn: dict[str, frozenset[str]] = {"dev": frozenset(), "test": frozenset()}
    for split in ("test", "dev"):
        quota = plan.shares[SPLITS.index(split)] * sum(sizes.values())
        taken: list[str] = []
        for name in rest if quota else ():
            if sizes[name] <= quota:
                taken.append(name)
                quota -= sizes[name]
        if not taken and quota:
            taken = [min(rest, key=lambda name: sizes[name])]
        rest = [name for name in rest if name not in taken]
        drawn[split] = frozenset(taken)
    return drawn


def _number(text: str) -> int:
    """A number for a text, the same in every process."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
