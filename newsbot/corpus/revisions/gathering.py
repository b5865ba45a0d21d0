"""Records in any order, given back article by article, the captures of each in the order of their moments.

What does not fit into memory waits in temporary files. Captures belong together by their id. Ids belong together that
share an address: the article's canonical one, or that at which it was fetched.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from itertools import groupby
from typing import Self

from newsbot.corpus.reading import BadRecord, Record
from newsbot.corpus.revisions.captures import capture_of, fields_of, moment_of
from newsbot.corpus.revisions.timeline import Maker, Timeline
from newsbot.durable.sorting import MAX_HELD, SortedLines
from newsbot.normalizers.urls import address_key
from newsbot.state.looks import Look

_TAB = "\t"
MAX_IDS = 4
"""Ids of one address up to which they are one article: templates that state their section's address as canonical make
thousands of articles share one."""
_TOO_MANY = f"addresses of more than {MAX_IDS} ids, which join none"
_ID, _LOOK = "id", "look"
"""Marks of what is told of an address, the ids before the looks."""


class Gathering:
    """Takes records and looks; `timelines` gives the articles by id, those of several ids last.

    `left_out` counts what is in none of them by reason, `examples` names one of each. Use it in a `with`.
    """

    def __init__(self, max_held: int = MAX_HELD) -> None:
        self._stack = ExitStack()
        self._captures, self._addresses, self._joined = (
            self._stack.enter_context(closing(SortedLines(room)))
            for room in (max_held, max_held // 4, max_held // 4)
        )
        self._number = 0
        self.records = 0
        self.left_out: Counter[str] = Counter()
        self.examples: dict[str, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def add(self, record: Record) -> None:
        """Take a record. Raises BadRecord for one that is nested too deep."""
        self.records += 1
        try:
            fields = fields_of(record)
            self._put(_key(fields["id"]), fields["moment"], fields)
        except ValueError as error:
            self._leave_out(str(error), record.place)
            return
        except RecursionError as error:
            raise BadRecord(record.file, record.line, "nested too deep to be compared") from error
        urls = (record.fields.get(name) for name in ("canonical_url", "url"))
        for address in {address_key(url) for url in urls if isinstance(url, str)} - {None}:
            self._addresses.add(f"{_key(str(address))}\t{_ID}\t{_key(fields['id'])}\n")

    def add_look(self, look: Look) -> None:
        """Take a look of a crawl that may have given no record."""
        address = address_key(look.url)
        try:
            moment = moment_of(look.fetched_at).isoformat()
        except ValueError as error:
            self._leave_out(str(error), look.url)
            return
        if address:
            said = json.dumps({"moment": moment, "told": look.fetched_at, "is_gone": look.is_gone})
            self._addresses.add(f"{_key(address)}\t{_LOOK}\t{said}\n")

    def timelines(self) -> Iterator[Timeline]:
        """The articles; call it once, when all is added."""
        leaders = self._united()
        for key, lines in groupby(self._captures, _first):
            if key in leaders:
                for line in lines:
                    self._joined.add(f"{leaders[key]}\t{line.partition(_TAB)[2]}")
            else:
                yield self._timeline(key, lines)
        for key, lines in groupby(self._joined, _first):
            yield self._timeline(key, lines)

    def _put(self, key: str, moment: str, fields: dict[str, object]) -> None:
        """A line that is sorted by key, moment, and the order of coming."""
        self._number += 1
        self._captures.add(f"{key}\t{moment}\t{self._number:012}\t{json.dumps(fields)}\n")

    def _united(self) -> dict[str, str]:
        """The keys of ids that share an address, each with that of the first of them; looks go to their captures."""
        leaders = _Leaders()
        for address, lines in groupby(self._addresses, _first):
            ids: dict[str, None] = {}
            for line in lines:
                _, mark, told = line.rstrip("\n").split(_TAB, 2)
                if mark == _ID and len(ids) <= MAX_IDS:
                    ids[told] = None
                elif mark == _LOOK and 0 < len(ids) <= MAX_IDS:
                    fields = json.loads(told)
                    self._put(next(iter(ids)), fields["moment"], fields)
            if len(ids) > MAX_IDS:
                self._leave_out(_TOO_MANY, _text(address))
            elif len(ids) > 1:
                leaders.unite(list(ids))
        return leaders.found()

    def _timeline(self, key: str, lines: Iterable[str]) -> Timeline:
        maker = Maker(_text(key))
        for line in lines:
            fields = json.loads(line.rsplit("\t", 1)[1])
            if "said" in fields:
                maker.add(capture_of(fields))
            else:
                maker.look(moment_of(fields["moment"]), fields["told"], is_gone=fields["is_gone"])
        return maker.timeline

    def _leave_out(self, reason: str, example: str) -> None:
        self.left_out[reason] += 1
        self.examples.setdefault(reason, example)


class _Leaders:
    """Keys that belong together, and the first of each group by name."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def unite(self, keys: list[str]) -> None:
        tops = sorted({self._top(key) for key in keys})
        for key in (*keys, *tops):
            self._above[key] = tops[0]

    def found(self) -> dict[str, str]:
        return {key: self._top(key) for key in self._above}

    def _top(self, key: str) -> str:
        while (above := self._above.get(key, key)) != key:
            key = above
        return key


def _key(text: str) -> str:
    """A text in one line without tabs, in ASCII: the same text gives the same, in the order of its letters."""
    return json.dumps(text)[1:-1]


def _text(key: str) -> str:
    return str(json.loads(f'"{key}"'))


def _first(line: str) -> str:
    return line.partition("\t")[0]
