"""A run that reads again only what an earlier run did not read as this one would: the other records are taken over.

A record tells which program and which rules read it, and by digest from which bytes. What concerns all pages, the
options, the words laid over the lexicon and the names of all portals, is told by the checkpoint beside the records.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from newsbot.archive import PageFile, PlacedPage, load
from newsbot.corpus.reading import Record
from newsbot.engines.checkpoint import Checkpoint, ResumeError, place_of
from newsbot.engines.checkpoint import load as load_checkpoint
from newsbot.engines.earlier import Earlier, Page
from newsbot.engines.plan import Plan, rejects_beside
from newsbot.engines.pool import Input, work_for
from newsbot.engines.rejoining import Rejoining, may_be_joined
from newsbot.engines.same_page import document_at, is_same_page, reserved, reserved_now
from newsbot.engines.summary import RunSummary
from newsbot.items import Article, Metadata, Outcome, Reject, line_of
from newsbot.portals import Portal, registry
from newsbot.snapshot import Snapshot
from newsbot.stitching import Result
from newsbot.tally import Tally
from newsbot.version import VERSION
from newsbot.workers.pages import Item, outcome_of

NEW, SEVERAL, _NO_PAGE = "new page", "one of several pages", "no page"
_RUN_WIDE = {"options": "options changed", "lexicon": "lexicon changed", "names": "portals' names changed"}
"""What of a run concerns every page, with the reason to read all of them that its change is."""
_UNKNOWN = (
    "note: no checkpoint of a complete run lies beside {}: that it was asked with the same options and words, and that "
    "no portal's name or address has changed since, is taken for granted"
)
_KEYS = ["schema", *(field.name for field in dataclasses.fields(Article))]
_METADATA_KEYS = [field.name for field in dataclasses.fields(Metadata)]


class Rereading:
    """What of the inputs of a run is taken over from the records of an earlier one.

    `tell` hears what was passed over in the files of that run, and what is not known of it. Raises FileNotFoundError
    where the records are not there; what reading them raises (BadRecord, OSError) is raised where the inputs are gone
    through.
    """

    def __init__(self, plan: Plan, tell: Callable[[str], None]) -> None:
        records = plan.changed_since or Path()
        self._earlier = Earlier(records, rejects_beside(records), lambda what: tell(f"note: {what}"))
        self._options = plan.options
        self._work = work_for(plan.options)
        self._rejoining = Rejoining()
        self._waiting: dict[int, tuple[str | None, str]] = {}
        checkpoint = _checkpoint_of(records)
        self._of_all = _changed_for_all(checkpoint, plan.identity()) if checkpoint else None
        if checkpoint is None:
            tell(_UNKNOWN.format(records))

    def follow(self, inputs: Iterator[Input]) -> Iterator[Input]:
        """The inputs, with its record in the place of each page that need not be read."""
        for number, input_ in inputs:
            item = load(input_) if isinstance(input_, PlacedPage) else input_
            if isinstance(item, (Reject, Result)):
                yield number, item
                continue
            record = self._earlier.take(item)
            found = self._taken(number, record, item) if record else self._why_new(item)
            reason = found if isinstance(found, str) else None
            self._waiting[number] = reason, place_of(item).removesuffix(":None")
            yield number, item if isinstance(found, str) else found

    def pass_over(self, item: Item) -> None:
        """Note an input that an interrupted run has done."""
        page = load(item) if isinstance(item, PlacedPage) else item
        if not isinstance(page, Reject):
            self._earlier.take(page)

    def count(self, result: Result, summary: RunSummary) -> None:
        """Take into the figures why the pages of a result were read, or that they were not."""
        for number in result.inputs:
            reason, place = self._waiting.pop(number, (_NO_PAGE, ""))
            if reason is None:
                summary.taken_over += 1
            elif reason != _NO_PAGE:
                summary.count_reading(reason, place)

    def end(self, summary: RunSummary) -> None:
        """Count the records whose page is gone."""
        for place in self._earlier.rest():
            summary.count_gone(place)

    def close(self) -> None:
        """Give what was held back."""
        self._earlier.close()

    def _why_new(self, page: Page) -> str:
        return "rejected before" if self._earlier.has_rejected(page) else NEW

    def _taken(self, number: int, record: Record, page: Page) -> Result | str:
        """The record, or its share in it, as the result of a page, else why the page is to be read."""
        fields = record.fields
        if reason := self._of_all or _why_by_itself(fields):
            return reason
        snapshot = load(page) if isinstance(page, PageFile) else page
        told = None if isinstance(snapshot, Reject) else document_at(fields, snapshot)
        if isinstance(snapshot, Reject) or told is None:
            return "page changed"
        if reason := self._why_by_page(fields, told, snapshot):
            return reason
        if not may_be_joined(fields):
            return Result(Outcome(), (number,), line_of(fields), Tally.in_record(fields))
        return self._rejoining.page(
            number, record, told, snapshot, lambda: self._read_after_all(number, page)
        )

    def _read_after_all(self, number: int, page: Page) -> Outcome:
        self._waiting[number] = SEVERAL, self._waiting[number][1]
        return outcome_of(self._work, page)

    def _why_by_page(self, record: dict[str, Any], told: dict[str, Any], snapshot: Snapshot) -> str | None:
        portal = self._portal(record, snapshot.url or told["url"])
        if _extraction(record).get("portal_rules_digest") != (portal.digest if portal else None):
            return "rules changed"
        if not may_be_joined(record) and reserved_now(snapshot) != reserved(record):
            return "page changed"
        return None if is_same_page(record, told, snapshot) else "page changed"

    def _portal(self, record: dict[str, Any], url: str | None) -> Portal | None:
        """Whose rules the page is read with: by its address, else by what it says of itself, which the record holds."""
        if self._options.portal:
            return registry().get(self._options.portal)
        return registry().match(url) or registry().get(record["portal"])


def _extraction(record: dict[str, Any]) -> dict[str, Any]:
    extraction = record["metadata"].get("extraction")
    return extraction if isinstance(extraction, dict) else {}


def _why_by_itself(record: dict[str, Any]) -> str | None:
    if _extraction(record).get("version") != VERSION:
        return "version changed"
    is_whole = list(record) == _KEYS and list(record["metadata"]) == _METADATA_KEYS
    return None if is_whole else "record altered"


def _changed_for_all(checkpoint: Checkpoint, identity: dict[str, Any]) -> str | None:
    """The first reason to read every page, None where there is none."""
    changed = (name for name in _RUN_WIDE if checkpoint.run.get(name) != identity[name])
    return next((_RUN_WIDE[name] for name in changed), None)


def _checkpoint_of(records: Path) -> Checkpoint | None:
    """What the run that wrote the records left of itself, where it did and the records are still as it left them."""
    try:
        checkpoint = load_checkpoint(records.with_name(records.name + ".checkpoint"))
    except ResumeError:
        return None
    is_its = checkpoint and checkpoint.is_complete and checkpoint.lengths[0] == records.stat().st_size
    return checkpoint if is_its else None
