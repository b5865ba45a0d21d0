"""A comparison as one JSON object, for programs."""

from __future__ import annotations

import dataclasses
from collections import Counter
from typing import Any

from newsbot.corpus.diff.compare import Difference, Question
from newsbot.corpus.diff.details import details
from newsbot.corpus.diff.examples import Example
from newsbot.corpus.diff.fields import FETCHED
from newsbot.corpus.diff.matching import shown_key
from newsbot.corpus.diff.tally import Group, Tally, layout_of

FORMAT = "newsbot.diff/1"


def as_object(names: tuple[str, str], question: Question, difference: Difference) -> dict[str, Any]:
    """Counts, limits and examples; a field that nothing differs in is not named."""
    tally = difference.tally
    return {
        "format": FORMAT,
        "a": _side(names, difference, 0),
        "b": _side(names, difference, 1),
        "matched": tally.matched,
        "matched_by_id": tally.by_id,
        "alike": tally.matched - tally.changed,
        "changed": tally.changed,
        "only_a": tally.only_a,
        "only_b": tally.only_b,
        "other_page": tally.other_page,
        "other_rules": dict(tally.other_rules),
        "compared": list(question.fields) or "all",
        "not_compared": [name for name in FETCHED if name not in question.choice()],
        **_counts(tally),
        "limits": [_limit(difference, at) for at in range(len(difference.limits))],
        "examples": [_example(example) for example in difference.examples],
    }


def _side(names: tuple[str, str], difference: Difference, at: int) -> dict[str, Any]:
    return {
        "source": names[at],
        "records": difference.tally.records[at],
        "versions": sorted(difference.tally.versions[at]),
        "repeated": difference.repeated[at].records,
    }


def _counts(tally: Tally) -> dict[str, Any]:
    fields = {
        name: {**dataclasses.asdict(count), "rate": round(count.changed / tally.matched, 6)}
        for name, count in sorted(tally.fields.items())
    }
    layouts = [
        {"portal": portal, "layout": layout, **_group(group)}
        for (portal, layout), group in sorted(tally.layouts.items())
    ]
    turned = [
        {"field": name, "a": before, "b": after, "records": count}
        for (name, before, after), count in sorted(tally.turned.items())
    ]
    portals = {name: _group(group) for name, group in sorted(tally.portals().items())}
    notices = {kind: _notices(tally, kind) for kind in ("problems", "removed")}
    return {"fields": fields, "portals": portals, "layouts": layouts, "turned": turned, **notices}


def _group(group: Group) -> dict[str, Any]:
    return {**dataclasses.asdict(group), "fields": dict(sorted(group.fields.items()))}


def _notices(tally: Tally, kind: str) -> dict[str, dict[str, int]]:
    keys: Counter[tuple[str, str]] = tally.gone + tally.come
    return {
        key: {"only_a": tally.gone[kind, key], "only_b": tally.come[kind, key]}
        for of, key in sorted(keys)
        if of == kind
    }


def _limit(difference: Difference, at: int) -> dict[str, Any]:
    limit = difference.limits[at]
    facts = {"field": limit.field, "rate": limit.rate, "found": limit.found}
    return {**facts, "of": difference.records_of(limit), "holds": limit not in difference.broken}


def _example(example: Example) -> dict[str, Any]:
    a, b = example.pair.a, example.pair.b
    record = a or b
    return {
        "page": shown_key(record) if record else None,
        "id": record.fields["id"] if record else None,
        "url": record.fields.get("url") if record else None,
        "portal": example.portal,
        "layout": layout_of(example.pair),
        "a": a.place if a else None,
        "b": b.place if b else None,
        "changes": {detail.name: detail.to_list() for detail in details(example)},
    }
