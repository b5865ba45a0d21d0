"""Which record of one extraction belongs to which of the other.

Both are read side by side. A record whose counterpart has not come yet waits on a shelf, so two files in the same order
need no memory and any other order needs a place a record. What has found nobody by its place is asked again by its id:
the same pages in another folder, or a crawl against the replay of its WARC.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import zip_longest
from typing import Literal

from newsbot.corpus.diff.shelf import Shelf
from newsbot.corpus.reading import Record

By = Literal["path", "id"]
_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """A record of each side that tell of the same page, or the record of one side that has no counterpart."""

    a: Record | None
    b: Record | None
    by: By = "path"


@dataclass(slots=True)
class Repeated:
    """Keys that occur more than once on one side: the n-th record of a key goes with the n-th of the other side."""

    records: int = 0
    examples: list[str] = field(default_factory=list)

    def count(self, record: Record) -> None:
        """Note a record whose key has come before."""
        self.records += 1
        if len(self.examples) < _EXAMPLES:
            self.examples.append(f"{shown_key(record)} ({record.place})")


def match(
    a: Iterable[Record], b: Iterable[Record], repeated: tuple[Repeated, Repeated] | None = None
) -> Iterator[Pair]:
    """Pairs as they are found, then what is left of each side; `repeated` is told of keys that come again."""
    told = repeated or (Repeated(), Repeated())
    with closing(_Join(by_place, told)) as first, closing(_Join(by_id, (Repeated(), Repeated()))) as second:
        yield from (Pair(*both) for both in first.pairs(a, b))
        yield from (Pair(*both, "id") for both in second.pairs(first.a.rest(), first.b.rest()))
        yield from (Pair(record, None) for record in second.a.rest())
        yield from (Pair(None, record) for record in second.b.rest())


def by_place(record: Record) -> str:
    """Where the page lies: path, offset and record id of its origin; without a path the record's id."""
    origin = record.fields["metadata"].get("origin")
    if not isinstance(origin, dict) or not origin.get("path"):
        return f"id\0{record.fields['id']}"
    return place_key(origin["path"], origin.get("offset"), origin.get("record_id"))


def place_key(path: object, offset: object, record_id: object) -> str:
    """The place of a page as one text: of a record's origin, or of a page that is to be read."""
    return f"{path}\0{offset}\0{record_id}"


def by_id(record: Record) -> str:
    """The record's id."""
    return str(record.fields["id"])


def shown_key(record: Record) -> str:
    """The place of the page, in words."""
    origin = record.fields["metadata"].get("origin")
    if not isinstance(origin, dict) or not origin.get("path"):
        return str(record.fields["id"])
    offset = origin.get("offset")
    return f"{origin['path']}" + (f" at {offset}" if offset is not None else "")


class _Join:
    """Two streams side by side, and a shelf for each."""

    def __init__(self, key: Callable[[Record], str], repeated: tuple[Repeated, Repeated]) -> None:
        self.a, self.b = Shelf(), Shelf()
        self._key = key
        self._sides = ((Keys(), repeated[0]), (Keys(), repeated[1]))

    def pairs(self, a: Iterable[Record], b: Iterable[Record]) -> Iterator[tuple[Record, Record]]:
        for ours, theirs in zip_longest(a, b):
            if ours is not None and (found := self._meet(ours, 0, self.b, self.a)):
                yield ours, found
            if theirs is not None and (found := self._meet(theirs, 1, self.a, self.b)):
                yield found, theirs

    def close(self) -> None:
        self.a.close()
        self.b.close()

    def _meet(self, record: Record, side: int, other: Shelf, own: Shelf) -> Record | None:
        keys, repeated = self._sides[side]
        key, is_first = keys.key(self._key(record))
        if not is_first:
            repeated.count(record)
        found = other.take(key)
        if found is None:
            own.put(key, record)
        return found


class Keys:
    """Keys as digests of 16 bytes, each with the number of its occurrence, so that every one stands once."""

    def __init__(self) -> None:
        self._seen: Counter[int] = Counter()

    def key(self, text: str) -> tuple[bytes, bool]:
        """The key of the next occurrence of a text, and whether that is the first."""
        digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16)
        short = int.from_bytes(digest.digest()[:8], "big")
        earlier = self._seen[short]
        self._seen[short] = earlier + 1
        if earlier:
            digest.update(b"\0%d" % earlier)
        return digest.digest(), not earlier
