"""Revisits that other archives answer: what one reading of all of them would have done with each.

A shard knows its own archive alone. What it leaves of its pages and of the revisits that these do not decide (see
`newsbot.archive.ledger`) is gone through here in the order of the shards, twice, and no archive is opened. What one
reading does in its midst is told to the shard, which is read again for it; what it does when all archives are read is a
shard of its own, the last.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from newsbot.archive import ArchiveFile, Located
from newsbot.archive.ledger import (
    MAX_WAITING,
    Answer,
    Elsewhere,
    LatePage,
    Revisit,
    Row,
    read_rows,
    read_undecided,
)
from newsbot.engines.shards.folder import CAPTURES, UNDECIDED, Done, Folder
from newsbot.engines.shards.planning import CHUNK
from newsbot.engines.shards.shard import HEX, RemoteFile, Shard

_Place = tuple[int, int, int]
"""The place of a shard among the others, of a file in its archive, of a record in that."""


@dataclass(slots=True)
class Answered:
    """The shards that are read with answers, by name, those of revisits that come last, and how many revisits of the
    others only say what was read."""

    again: dict[str, Shard] = field(default_factory=dict)
    late: list[Shard] = field(default_factory=list)
    passed_over: int = 0


def answer(folder: Folder, shards: list[Shard], done: list[Done]) -> Answered:
    """What becomes of the undecided revisits of shards that are done, in input order."""
    if not any(one.revisits for one in done):
        return Answered()
    ledger = _Ledger(folder, done)
    for place in range(len(done)):
        ledger.go_through(place)
    again = {
        shards[place].name: _with_answers(shards, place, answers) for place, answers in ledger.answers.items()
    }
    late = list(_late(folder, shards, done, [*ledger.at_the_end()]))
    return Answered(again, late, ledger.passed_over)


def digest_of(shard: Shard) -> str:
    """By what the answers of a shard are known again; empty where it has none."""
    return _digest([[number, _said(one)] for number, one in shard.answers]) if shard.answers else ""


class _Ledger:
    """One reading of the rows of all shards. Of pages it keeps what a revisit means or has the address of."""

    def __init__(self, folder: Folder, done: list[Done]) -> None:
        self._rows = [folder.file(CAPTURES, one.name) if one.captures else None for one in done]
        asked = (row for place, one in enumerate(done) if one.revisits for row in self._of(place))
        self._asked = {name for row in asked if row.is_revisit for name in (row.url, *row.names)}
        self._urls: set[int] = set()
        self._places: dict[int, _Place] = {}
        self._waiting: list[tuple[int, int, Row]] = []
        self.answers: dict[int, dict[int, _Place | Answer]] = {}
        self.passed_over = 0

    def go_through(self, place: int) -> None:
        """Take the rows of the next shard."""
        number = 0
        for row in self._of(place):
            if row.is_revisit:
                self._decide(place, number, row)
                number += 1
            else:
                self._remember(place, row)

    def at_the_end(self) -> Iterator[tuple[int, int, _Place | None]]:
        """Shard and number of each revisit that gives an input when all is read, and where its original lies."""
        for place, number, row in self._waiting:
            if row.url in self._urls:
                self.passed_over += 1
            else:
                yield place, number, self._original(row)

    def _of(self, place: int) -> Iterator[Row]:
        rows = self._rows[place]
        return read_rows(rows) if rows else iter(())

    def _remember(self, place: int, row: Row) -> None:
        if row.is_given and row.url in self._asked:
            self._urls.add(row.url)
        for name in row.names:
            if name in self._asked:
                self._places.setdefault(name, (place, row.file, row.offset))

    def _decide(self, place: int, number: int, row: Row) -> None:
        """As `newsbot.archive` does where it reads all archives; what the shard did by itself needs no answer."""
        original = self._original(row)
        answers = self.answers.setdefault(place, {})
        if row.url in self._urls:
            if row.is_found:
                answers[number] = Answer.PASS
            else:
                self.passed_over += 1
        elif original is not None:
            if original[0] != place:
                answers[number] = original
        elif len(self._waiting) < MAX_WAITING:
            self._waiting.append((place, number, row))
        else:
            answers[number] = Answer.REFUSE
        if not answers:
            del self.answers[place]

    def _original(self, row: Row) -> _Place | None:
        places = (self._places.get(name) for name in row.names if name)
        return next((place for place in places if place is not None), None)


def _with_answers(shards: list[Shard], place: int, answers: dict[int, _Place | Answer]) -> Shard:
    own = shards[place]
    told = tuple(
        (number, one if isinstance(one, Answer) else _elsewhere(shards, one))
        for number, one in answers.items()
    )
    others = [shards[one[0]] for one in answers.values() if not isinstance(one, Answer)]
    return replace(own, answers=told, remote=_files([own, *others]))


def _late(
    folder: Folder, shards: list[Shard], done: list[Done], found: list[tuple[int, int, _Place | None]]
) -> Iterator[Shard]:
    """The revisits that come last, cut into shards."""
    for start in range(0, len(found), CHUNK):
        chunk = found[start : start + CHUNK]
        revisits = _revisits(folder, done, {(place, number) for place, number, _ in chunk})
        pages: list[Located | LatePage] = []
        said: list[object] = []
        for place, number, original in chunk:
            where = _elsewhere(shards, original) if original else None
            pages.append(LatePage(revisits[place, number], where))
            said.append(
                [shards[place].name, number, shards[original[0]].name if original else None, _said(where)]
            )
        others = [shards[original[0]] for _, _, original in chunk if original]
        yield Shard(_digest(["late", start, said]), tuple(pages), 0, _files(others))


def _revisits(
    folder: Folder, done: list[Done], wanted: set[tuple[int, int]]
) -> dict[tuple[int, int], Revisit]:
    return {
        (place, one.number): one.revisit
        for place in sorted({place for place, _ in wanted})
        for one in read_undecided(folder.file(UNDECIDED, done[place].name))
        if (place, one.number) in wanted
    }


def _elsewhere(shards: list[Shard], place: _Place) -> Elsewhere:
    number, file, offset = place
    archive = shards[number].places[0]
    if not isinstance(archive, ArchiveFile):
        raise TypeError(f"{shards[number].shown} is no archive")
    return Elsewhere(archive.path, file, offset)


def _files(shards: list[Shard]) -> tuple[RemoteFile, ...]:
    return tuple({file.local: file for shard in shards for file in shard.remote}.values())


def _said(answer: Elsewhere | Answer | None) -> list[object]:
    if isinstance(answer, Elsewhere):
        return [str(answer.path), answer.number, answer.offset]
    return [answer.name if answer else None]


def _digest(said: object) -> str:
    return hashlib.sha256(json.dumps(said).encode("utf-8", "surrogatepass")).hexdigest()[:HEX]
