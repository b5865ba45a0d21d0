"""What the reading of one archive leaves for those of others: which pages it has, and which revisits are undecided.

The rows say in the order of the reading of each page by what names a revisit may mean it, and what each revisit means
of whose address the archive has no page; each name is a digest of eight bytes. Whoever knows the rows of all archives
in their order can answer what one reading of them all would have done with a revisit.
"""

from __future__ import annotations

import json
import struct
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from enum import Enum, auto
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO, NamedTuple, TextIO

from newsbot.archive._answer import Head, Http
from newsbot.archive._named import KINDS, MAX_WAITING, Names, names_of
from newsbot.archive._records import Record
from newsbot.archive._revisited import Elsewhere, LatePage, Revisit, RevisitPage
from newsbot.archive._revisits import Place
from newsbot.items import Reject

__all__ = [
    "MAX_WAITING",
    "Answer",
    "Answers",
    "Elsewhere",
    "LatePage",
    "Ledger",
    "Revisit",
    "Row",
    "read_rows",
    "read_undecided",
]

_ROW = struct.Struct("<BIQQQQQ")
_REVISIT, _GIVEN, _FOUND_HERE = 1, 2, 4
_BYTES = 8


class Answer(Enum):
    """What else is done with a revisit than to read the page that it means."""

    PASS = auto()
    """A page of its address came before: it adds nothing."""
    REFUSE = auto()
    """Too many others wait for what they refer to."""


Answers = Mapping[int, "Elsewhere | Answer"]
"""What becomes of revisits that were not decided, or otherwise, by the number that they have among them."""


class Row(NamedTuple):
    """A page, which is given or only there to be referred to, or a revisit, of which the archive holds the original or
    not; `file` is the number of its file in the archive, and 0 stands for a name that is not stated."""

    is_revisit: bool
    is_given: bool
    is_found: bool
    file: int
    offset: int
    url: int
    names: tuple[int, ...]


class Ledger:
    """Notes the rows and the undecided revisits of one archive, and does with revisits what the answers say."""

    def __init__(self, rows: BinaryIO, undecided: TextIO, answers: Answers) -> None:
        self._rows = rows
        self._undecided = undecided
        self._answers = answers
        self._file = -1
        self.revisits = 0
        """Revisits that were noted."""

    def begun(self) -> None:
        """The reading of the next file begins."""
        self._file += 1

    def remember(self, record: Record, *, is_given: bool) -> None:
        """Note a page."""
        names = names_of(record) if record.is_addressable else ()
        self._write(_GIVEN * is_given, record.offset, record.field("WARC-Target-URI"), names)

    def note(self, names: Names, offset: int) -> None:
        """Note a page that is not given, by what an index tells of it."""
        self._write(0, offset, None, names)

    def revisited(
        self, revisit: Revisit, place: Place | None, passed_over: Counter[str]
    ) -> Iterator[RevisitPage | Reject]:
        """Note a revisit of which no page was met in this archive, and what becomes of it: `place` is where in it lies
        what it means."""
        number, self.revisits = self.revisits, self.revisits + 1
        found = _FOUND_HERE * (place is not None)
        self._write(_REVISIT | found, revisit.head.offset, revisit.head.url, revisit.meant)
        if place is None:
            self._undecided.write(json.dumps({"number": number, **asdict(revisit)}) + "\n")
        answer = self._answers.get(number, place)
        if answer is Answer.PASS:
            passed_over["revisit"] += 1
        elif answer is Answer.REFUSE:
            yield revisit.orphan(f"{MAX_WAITING} others wait for what they refer to")
        elif answer is not None and not isinstance(answer, Answer):
            yield RevisitPage(revisit, answer)

    def _write(self, flags: int, offset: int, url: str | None, names: Names) -> None:
        by_kind = {name[0]: short(*name) for name in names}
        self._rows.write(
            _ROW.pack(
                flags, self._file, offset, short("url", url or ""), *(by_kind.get(kind, 0) for kind in KINDS)
            )
        )


def short(*words: str) -> int:
    """A name as a number of eight bytes, the same on every machine, and never 0."""
    text = "\0".join(words).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(text, digest_size=_BYTES).digest(), "big") or 1


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of an archive in their order."""
    with path.open("rb") as file:
        while chunk := file.read(_ROW.size * 4096):
            for flags, number, offset, url, *names in _ROW.iter_unpack(chunk):
                is_revisit, is_given, is_found = (
                    bool(flags & bit) for bit in (_REVISIT, _GIVEN, _FOUND_HERE)
                )
                yield Row(is_revisit, is_given, is_found, number, offset, url, tuple(names))


@dataclass(frozen=True, slots=True)
class Undecided:
    """A revisit that no page of its archive decides, under its number."""

    number: int
    revisit: Revisit


def read_undecided(path: Path) -> Iterator[Undecided]:
    """The undecided revisits of an archive in their order."""
    with path.open(encoding="ascii") as file:
        for line in file:
            said = json.loads(line)
            head = said["head"]
            http = head.pop("http")
            told = (
                Http(http["status"], tuple((name, value) for name, value in http["lines"])) if http else None
            )
            meant = tuple(tuple(name) for name in said["meant"])
            yield Undecided(said["number"], Revisit(Head(**head, http=told), meant))
