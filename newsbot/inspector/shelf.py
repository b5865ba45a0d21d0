"""What is there to inspect: pages or records, each told in a line, the least trusted first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from os.path import commonprefix
from typing import Any, Protocol

from newsbot.items import Reject
from newsbot.snapshot import Snapshot

_LONGEST = 200
"""Characters of what is asked for."""
MOST = 50_000
"""Entries of one shelf: their lines are held in memory."""


class Source(Protocol):
    """Where an entry's page, and for a run its record, come from when somebody looks at them."""

    def page(self, number: int = 1, record: dict[str, Any] | None = None) -> Snapshot | Reject:
        """The page, or why it cannot be had; of a record of several documents the one of this number, from 1 in the
        order in which the record tells them. `record` is what `record` gave, where that was asked already."""

    def record(self) -> dict[str, Any] | None:
        """The record as it was written; None where records are made of the pages."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One page or record, as the list tells it. `reject` says why there is no record."""

    number: int
    place: str
    source: Source
    portal: str = ""
    kind: str = ""
    headline: str = ""
    layout: str = ""
    confidence: float | None = None
    problems: tuple[str, ...] = ()
    words: int = 0
    reject: str = ""

    @classmethod
    def of(cls, place: str, source: Source, record: dict[str, Any]) -> Entry:
        """The entry of a record as plain JSON types; its number is given by the shelf."""
        metadata = record["metadata"]
        return cls(
            number=0,
            place=place,
            source=source,
            portal=str(record.get("portal") or ""),
            kind=str(record.get("kind") or ""),
            headline=str(record.get("headline") or ""),
            layout=str((metadata.get("extraction") or {}).get("layout") or ""),
            confidence=metadata.get("confidence"),
            problems=tuple(dict.fromkeys(str(one.get("code")) for one in metadata.get("problems") or ())),
            words=int(record.get("word_count") or 0),
        )

    @classmethod
    def rejected(cls, reject: Reject, source: Source) -> Entry:
        """The entry of an input that gave no record."""
        return cls(
            0,
            reject.path or reject.url or "-",
            source,
            reject=f"{reject.reason}: {reject.detail}",
            kind="reject",
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries are asked for; what is empty asks nothing. `below` is a confidence, `words` part of a headline or
    place."""

    portal: str = ""
    kind: str = ""
    problem: str = ""
    layout: str = ""
    below: float | None = None
    words: str = ""

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> Wanted:
        """What the form of the list asks for; a confidence that is no number asks nothing."""
        below = asked.get("below", "").strip()
        is_number = below.replace(".", "", 1).isdecimal() and below.isascii()
        texts = {
            name: asked.get(name, "")[:_LONGEST] for name in ("portal", "kind", "problem", "layout", "words")
        }
        return cls(below=float(below) if is_number else None, **texts)

    def question(self) -> dict[str, str]:
        """The same as the form asks it."""
        said = {"portal": self.portal, "kind": self.kind, "problem": self.problem, "layout": self.layout}
        below = "" if self.below is None else f"{self.below:g}"
        return {name: text for name, text in (said | {"below": below, "words": self.words}).items() if text}

    def has(self, entry: Entry) -> bool:
        """Whether an entry is wanted."""
        named = (self.portal, entry.portal), (self.kind, entry.kind), (self.layout, entry.layout or "none")
        if any(asked and asked != there for asked, there in named):
            return False
        if self.problem and self.problem not in entry.problems:
            return False
        if self.below is not None and (entry.confidence is None or entry.confidence >= self.below):
            return False
        text = f"{entry.headline} {entry.place}".casefold()
        return all(word in text for word in self.words.casefold().split())


class Shelf:
    """The entries, the least trusted first: by confidence, then those of which none is told, rejects last. `folder` is
    what the places of all begin with, empty where they have no folder in common."""

    def __init__(self, entries: Iterable[Entry], most: int = MOST) -> None:
        found: list[Entry] = []
        self.beyond = 0
        for entry in entries:
            if len(found) < most:
                found.append(entry)
            else:
                self.beyond += 1
        found.sort(key=_doubt)
        self.entries = [replace(entry, number=number) for number, entry in enumerate(found)]
        self.folder = _folder_of([entry.place for entry in found])

    def __len__(self) -> int:
        return len(self.entries)

    def get(self, number: int) -> Entry | None:
        """The entry of a number, if there is one."""
        return self.entries[number] if 0 <= number < len(self.entries) else None

    def wanted(self, wanted: Wanted) -> list[Entry]:
        """The entries that are asked for."""
        return [entry for entry in self.entries if wanted.has(entry)]

    def beside(self, entry: Entry, wanted: Wanted) -> tuple[Entry | None, Entry | None]:
        """The wanted entries before and behind one."""
        before = (other for other in reversed(self.entries[: entry.number]) if wanted.has(other))
        after = (other for other in self.entries[entry.number + 1 :] if wanted.has(other))
        return next(before, None), next(after, None)

    def values(self, of: Callable[[Entry], Iterable[str]]) -> list[str]:
        """What the entries have of something, for a choice."""
        return sorted({value for entry in self.entries for value in of(entry) if value})


def _folder_of(places: list[str]) -> str:
    """What all begin with, up to a slash.

    >>> _folder_of(["pages/kompas/a.html", "pages/kontan/b.html"]), _folder_of(["a.html"])
    ('pages/', '')
    """
    # places may be addresses and relative too, of which commonpath makes an error; half a name is cut off
    shared = commonprefix(places) if len(places) > 1 else ""  # noqa: RUF071
    return shared[: shared.rfind("/") + 1]


def _doubt(entry: Entry) -> tuple[bool, bool, float]:
    return bool(entry.reject), entry.confidence is None, entry.confidence or 0.0
