"""Which records of an archive file are to be read, by an index of its captures (CDXJ), before any is unpacked."""

from __future__ import annotations

import json
import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, BinaryIO

from newsbot.archive._named import MAX_REMEMBERED, Names
from newsbot.archive.selection import Selection
from newsbot.durable.warc_files import REVISIT_MIME
from newsbot.snapshot import has_page

PAGE_MIMES = ("text/html", "application/xhtml+xml")
"""What pages are called."""
MAX_LINE = 100_000
"""Bytes of one line; addresses are some hundred."""
MAX_INDEX = 4_000_000_000
"""Bytes of an index after unpacking, some ten million captures."""
_MAX_DIGITS = 18
_META = (b"!", b"\n", b"\r")
"""How lines begin that are none of a capture."""


@dataclass(slots=True)
class Chosen:
    """The places in one file that are to be read, and of the other pages by what names a wanted revisit, in this file
    or another, may mean them: they are read where one does. `unselected` counts them by why they are not wanted."""

    wanted: array[int] = field(default_factory=lambda: array("Q"))
    others: dict[int, Names] = field(default_factory=dict)
    unselected: Counter[str] = field(default_factory=Counter)

    def places(self) -> list[tuple[int, Names | None]]:
        """Each place once, in the order of the file; of those that are not wanted the names."""
        wanted = dict.fromkeys(self.wanted)
        return sorted((self.others | wanted).items(), key=lambda one: one[0])


class BadIndex(ValueError):
    """The index cannot be used; the message says why."""


def choose(openers: Sequence[Callable[[], BinaryIO]], selection: Selection) -> dict[str, Chosen]:
    """What is to be read of each file that the indexes name. Raises BadIndex where a line is none of a CDXJ index, and
    what opening and unpacking raise."""
    found: dict[str, Chosen] = {}
    for row, stamp in _rows(openers):
        chosen = found.setdefault(_text(row, "filename"), Chosen())
        reason = _refusal(row, _day(stamp), selection)
        if not reason:
            chosen.wanted.append(_number(row, "offset"))
            continue
        chosen.unselected[reason] += 1
        if _is_page(row) and len(chosen.others) < MAX_REMEMBERED:
            chosen.others[_number(row, "offset")] = _names(row, stamp)
    return found


def _is_page(row: dict[str, Any]) -> bool:
    status = str(row.get("status") or "")
    return row.get("mime") in PAGE_MIMES and has_page(
        int(status) if re.fullmatch("[0-9]{3}", status) else None
    )


def _names(row: dict[str, Any], stamp: str) -> Names:
    """By what a revisit may mean the capture, as far as an index tells."""
    stated = row.get("digest")
    digest = stated if isinstance(stated, str) else ""
    digest = digest if ":" in digest else f"sha1:{digest}"  # pywb's older indexes leave the usual name out
    day, clock = f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}", f"{stamp[8:10]}:{stamp[10:12]}:{stamp[12:14]}"
    return ("capture", _text(row, "url"), f"{day}T{clock}Z"), ("digest", digest)


def _refusal(row: dict[str, Any], day: date | None, selection: Selection) -> str | None:
    """What an index does not state, or states otherwise than the record (the type of a revisit), is left to that."""
    mime, status = row.get("mime"), row.get("status")
    return selection.refusal(
        _text(row, "url"),
        day,
        mime if isinstance(mime, str) and mime not in (REVISIT_MIME, "-", "") else None,
        str(status) if status not in (None, "-", "") else None,
    )


def _rows(openers: Sequence[Callable[[], BinaryIO]]) -> Iterator[tuple[dict[str, Any], str]]:
    for opened in openers:
        with opened() as file:
            size = 0
            while line := file.readline(MAX_LINE + 1):
                size += len(line)
                if len(line) > MAX_LINE or size > MAX_INDEX:
                    raise BadIndex(f"a line of more than {MAX_LINE} bytes, or more than {MAX_INDEX} in all")
                if not line.startswith(_META):
                    yield parsed(line)


def parsed(line: bytes) -> tuple[dict[str, Any], str]:
    """What a line says of a capture, and its moment in digits. Raises BadIndex where it is none of an index."""
    _, _, rest = line.partition(b" ")
    digits, _, stated = rest.partition(b" ")
    try:
        row = json.loads(stated)
    except (ValueError, RecursionError) as error:
        raise BadIndex("a line that is none of a CDXJ index") from error
    if not isinstance(row, dict):
        raise BadIndex("a line that is none of a CDXJ index")
    return row, digits.decode("latin-1")


def _day(digits: str) -> date | None:
    if len(digits) != len("YYYYMMDDHHMMSS") or not (digits.isascii() and digits.isdecimal()):
        return None
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None


def _text(row: dict[str, Any], name: str) -> str:
    value = row.get(name)
    if not isinstance(value, str):
        raise BadIndex(f"a capture without {name}")
    return value


def _number(row: dict[str, Any], name: str) -> int:
    value = str(row.get(name))
    if not (value.isascii() and value.isdecimal() and len(value) <= _MAX_DIGITS):
        raise BadIndex(f"a capture without {name}")
    return int(value)
