"""The counts of a comparison: by field, by portal, by layout; and what turned into what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from newsbot.corpus.diff.fields import LAYOUT, MISSING, WITNESSES, Change
from newsbot.corpus.diff.matching import Pair
from newsbot.corpus.reading import Record

_CLOSED = frozenset((
    "portal", "kind", "date_published_precision", "is_accessible_for_free", "is_complete", "page_count",
    LAYOUT,
))  # fmt: skip
"""Fields of few values: for them it is counted what turned into what."""
NO_LAYOUT = "-"


@dataclass(slots=True)
class FieldCount:
    """In how many records a field differs; `gained` where A has nothing and B something, `lost` the other way."""

    changed: int = 0
    gained: int = 0
    lost: int = 0


@dataclass(slots=True)
class Group:
    """The records of one portal, or of one layout of it."""

    matched: int = 0
    changed: int = 0
    only_a: int = 0
    only_b: int = 0
    fields: Counter[str] = field(default_factory=Counter)

    def add(self, other: Group) -> None:
        """Take another group's figures in."""
        for name in ("matched", "changed", "only_a", "only_b"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.fields.update(other.fields)


@dataclass(slots=True)
class Tally:
    """What was counted. Layouts have A's name, or `old → new` where the records disagree on it."""

    by_path: int = 0
    by_id: int = 0
    changed: int = 0
    only_a: int = 0
    only_b: int = 0
    fields: dict[str, FieldCount] = field(default_factory=dict)
    layouts: dict[tuple[str, str], Group] = field(default_factory=dict)
    turned: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    """(field, value in A, value in B), for fields of few values and for the witnesses of all fields."""
    gone: Counter[tuple[str, str]] = field(default_factory=Counter)
    come: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(`problems` or `removed`, code or rule) that a record has in A only, in B only."""
    other_page: int = 0
    """Matched records whose pages were not the same bytes: there it is not only the rules that differ."""
    other_rules: Counter[str] = field(default_factory=Counter)
    """Matched records by portal whose declaration was another one."""
    versions: tuple[set[str], set[str]] = field(default_factory=lambda: (set(), set()))

    @property
    def matched(self) -> int:
        """Records that both sides have."""
        return self.by_path + self.by_id

    @property
    def records(self) -> tuple[int, int]:
        """Records of A and of B."""
        return self.matched + self.only_a, self.matched + self.only_b

    def portals(self) -> dict[str, Group]:
        """The groups of the layouts, put together by portal."""
        found: dict[str, Group] = {}
        for (portal, _), group in self.layouts.items():
            found.setdefault(portal, Group()).add(group)
        return found

    def count(self, pair: Pair, changes: dict[str, Change]) -> None:
        """Take one pair into the figures, with those of its changes that are compared."""
        group = self.layouts.setdefault(_group_of(pair), Group())
        for side, record in enumerate((pair.a, pair.b)):
            if record is not None:
                self.versions[side].add(str(_extraction(record).get("version")))
        if pair.a is None or pair.b is None:
            self._count_lone(group, is_a=pair.b is None)
        else:
            self._count_matched(group, pair, pair.a, pair.b)
            self._count_changes(group, changes)

    def _count_lone(self, group: Group, *, is_a: bool) -> None:
        name = "only_a" if is_a else "only_b"
        for counted in (self, group):
            setattr(counted, name, getattr(counted, name) + 1)

    def _count_matched(self, group: Group, pair: Pair, a: Record, b: Record) -> None:
        group.matched += 1
        self.by_path += pair.by == "path"
        self.by_id += pair.by == "id"
        self.other_page += _payloads(a) != _payloads(b)
        if _extraction(a).get("portal_rules_digest") != _extraction(b).get("portal_rules_digest"):
            self.other_rules[_portal(a)] += 1

    def _count_changes(self, group: Group, changes: dict[str, Change]) -> None:
        self.changed += bool(changes)
        group.changed += bool(changes)
        group.fields.update(changes.keys())
        for name, (before, after) in changes.items():
            count = self.fields.setdefault(name, FieldCount())
            count.changed += 1
            count.gained += _is_empty(before) and not _is_empty(after)
            count.lost += _is_empty(after) and not _is_empty(before)
            self._count_values(name, before, after)

    def _count_values(self, name: str, before: Any, after: Any) -> None:
        if name in _CLOSED:
            self.turned[name, _shown(before), _shown(after)] += 1
        elif name.startswith(WITNESSES):
            old, new = _witness(before), _witness(after)
            self.turned.update([(name, old, new)] if old != new else [])
        elif name in {"metadata.problems", "metadata.removed"}:
            old_keys, new_keys = set(_keys(before)), set(_keys(after))
            short = name.removeprefix("metadata.")
            self.gone.update((short, key) for key in old_keys - new_keys)
            self.come.update((short, key) for key in new_keys - old_keys)


def layout_of(pair: Pair) -> str:
    """The layout that read the page, or what it was and what it is where the two disagree."""
    names = [_layout(record) for record in (pair.a, pair.b) if record is not None]
    return " → ".join(dict.fromkeys(names))


def portal_of(pair: Pair) -> str:
    """The portal, by A where both have the record."""
    return _group_of(pair)[0]


def _group_of(pair: Pair) -> tuple[str, str]:
    record = pair.a or pair.b
    return (_portal(record) if record else "", layout_of(pair))


def _portal(record: Record) -> str:
    return str(record.fields.get("portal"))


def _payloads(record: Record) -> list[Any]:
    """The digests of the documents that the record is of."""
    told = record.fields["metadata"]
    return [told.get("payload_digest"), *(page.get("payload_digest") for page in told.get("pages") or ())]


def _extraction(record: Record) -> dict[str, Any]:
    extraction = record.fields["metadata"].get("extraction")
    return extraction if isinstance(extraction, dict) else {}


def _layout(record: Record) -> str:
    return str(_extraction(record).get("layout") or NO_LAYOUT)


def _is_empty(value: Any) -> bool:
    """Null, "", [], {} or no such key; false and 0 are values."""
    return value is MISSING or value in (None, "", [], {})


def _shown(value: Any) -> str:
    return (
        NO_LAYOUT
        if value is None or value is MISSING
        else str(value).lower()
        if isinstance(value, bool)
        else str(value)
    )


def _witness(source: Any) -> str:
    return str(source.get("witness")) if isinstance(source, dict) else NO_LAYOUT


def _keys(items: Any) -> Iterator[str]:
    """A problem's code and field, a removed piece's bin and rule."""
    for item in _objects(items):
        parts = (
            (item.get("code"), item.get("field")) if "code" in item else (item.get("kind"), item.get("rule"))
        )
        yield " ".join(str(part) for part in parts if part)


def _objects(items: Any) -> Iterable[dict[str, Any]]:
    return (item for item in items if isinstance(item, dict)) if isinstance(items, list) else ()
