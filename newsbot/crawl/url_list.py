"""A list of addresses that somebody wants: which of its lines are asked for, and why the others are not."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import groupby, islice
from operator import attrgetter
from typing import IO, Any

from newsbot.crawl.middlewares.public_addresses import Allowed, refusal
from newsbot.crawl.url_file import BadUrlFile, rows_of
from newsbot.discovery import article_key, link
from newsbot.items import Discovery
from newsbot.normalizers.urls import clean_url
from newsbot.portals import host_of, registry
from newsbot.state import Found
from newsbot.state.wanted import LISTED

KIND = LISTED
"""What `metadata.discovery` calls a list."""
REASONS: dict[str, str] = {
    "not_http": "it is no address that begins with http:// or https://",
    "bad_address": "the address is malformed, too long, or has a user's name in it",
    "private_address": "the address is not public: of this machine, or of a network of its own",
    "doubled": "an earlier line has the same article: tracking, AMP and mobile addresses are no articles of their own",
    "no_value": "the cell is empty, or the object has no such key",
    "bad_line": "the line is no JSON object",
}
"""Why a line is not asked for."""
MAX_SITES = 20_000
"""Hosts and portals of one list."""
_EXAMPLES = 20


@dataclass(slots=True)
class _Refused:
    number: int = 0
    examples: list[dict[str, Any]] = field(default_factory=list)

    def note(self, line: int, text: str) -> None:
        self.number += 1
        if len(self.examples) < _EXAMPLES:
            self.examples.append({"line": line, "text": text[:200]})


class UrlList:
    """The addresses of a file, or of standard input (`-`), in its `column` where it is a table or JSON Lines. It is
    read once; what is taken waits on the disk."""

    def __init__(self, source: str, column: str | None = None) -> None:
        self.source = source
        self._column = column
        self.lines = 0
        self.taken: Counter[str] = Counter()
        """Addresses that are asked for, by portal or host."""
        self.to_ask: int | None = None
        """Articles that this run has to ask for, as soon as all are in the state."""
        self._refused: dict[str, _Refused] = {}
        self._spool: IO[str] | None = None

    @property
    def refused(self) -> dict[str, int]:
        """Lines that are not asked for, by a word of `REASONS`."""
        return {reason: some.number for reason, some in sorted(self._refused.items())}

    def read(self, allowed: Allowed) -> None:
        """Read the list, the first time. Raises BadUrlFile where it cannot be read, has no address at all, or has them
        of too many hosts."""
        if self._spool is not None:
            return
        self._spool = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - as long as the list
        seen: set[bytes] = set()
        for line, text in rows_of(self.source, self._column):
            self.lines += 1
            if reason := self._take(text, allowed, seen):
                self._refused.setdefault(reason, _Refused()).note(line, text or "")
        if not self.taken:
            raise BadUrlFile(f"{self.source}: {self._nothing()}")

    def batches(self, lot: int) -> Iterator[tuple[str, list[Found]]]:
        """The articles, a `lot` at a time, those of one portal or host together."""
        if self._spool is None:
            raise RuntimeError("the list was not read")
        self._spool.seek(0)
        found = map(_found, self._spool)
        while together := list(islice(found, lot)):
            for portal, some in groupby(sorted(together, key=attrgetter("portal")), attrgetter("portal")):
                yield portal, list(some)

    def to_report(self) -> dict[str, Any]:
        """What the report says of it."""
        return {
            "source": self.source,
            "lines": self.lines,
            "taken": self.taken.total(),
            "refused": self.refused,
            "refused_lines": {reason: some.examples for reason, some in sorted(self._refused.items())},
        }

    def _take(self, text: str | None, allowed: Allowed, seen: set[bytes]) -> str | None:
        """Keep an address; why it is not kept."""
        if not text:
            return "no_value" if text is not None else "bad_line"
        if not text.lower().startswith(("http://", "https://")):
            return "not_http"
        address = link(text)
        said = refusal(address, allowed=allowed) if address else "no address"
        if said or not address:
            return "private_address" if said and said.startswith("private") else "bad_address"
        portal = registry().match(address)
        key = article_key(address, portal)
        mark = blake2b(key.encode("utf-8", "replace"), digest_size=12).digest()
        if mark in seen:
            return "doubled"
        seen.add(mark)
        self._keep(key, portal.id if portal else host_of(address), clean_url(address) or address)
        return None

    def _keep(self, key: str, site: str, url: str) -> None:
        self.taken[site] += 1
        if len(self.taken) > MAX_SITES:
            raise BadUrlFile(f"{self.source}: addresses of more than {MAX_SITES} hosts; split it")
        if self._spool is not None:
            self._spool.write(json.dumps([key, site, url]) + "\n")

    def _nothing(self) -> str:
        if not self.lines:
            return "no line of it holds anything"
        first = next(
            (
                f"; line {one['line']}: {one['text']!r}"
                for some in self._refused.values()
                for one in some.examples
            ),
            "",
        )
        reasons = ", ".join(f"{number} {reason}" for reason, number in self.refused.items())
        return f"none of its {self.lines} lines is an address that can be asked for ({reasons}{first})"


def _found(line: str) -> Found:
    key, site, url = json.loads(line)
    return Found(key, site, url, Discovery(KIND))
