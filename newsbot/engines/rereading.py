"""A run that reads again only what an earlier run did not read as this one would: the other records are taken over.

A record tells which program and which rules read it, and by digest from which bytes. What concerns all pages, the
options, the words laid over the lexicon and the names of all portals, is told by the checkpoint beside the records.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from newsbot.archive import PageFile, load
from newsbot.engines.checkpoint import Checkpoint, ResumeError, place_of
from newsbot.engines.checkpoint import load as load_checkpoint
from newsbot.engines.earlier import Earlier, Page
from newsbot.engines.plan import Plan, rejects_beside
from newsbot.engines.pool import Input
from newsbot.engines.records import article_of
from newsbot.engines.same_page import is_same_page
from newsbot.engines.summary import RunSummary
from newsbot.items import Article, Metadata, Outcome, Publisher, Reject, line_of
from newsbot.portals import Portal, registry
from newsbot.snapshot import Snapshot
from newsbot.stitching import Result, is_lone_page, is_one_of_several
from newsbot.version import VERSION
from newsbot.workers.pages import Item

NEW, SEVERAL, _NO_PAGE = "new page", "one of several pages", "no page"
_RUN_WIDE = {"options": "options changed", "lexicon": "lexicon changed", "names": "portals' names changed"}
"""What of a run concerns every page, with the reason to read all of them that its change is."""
_UNKNOWN = (
    "note: no checkpoint of a complete run lies beside {}: that it was asked with the same options and words, and that "
    "no portal's name or address has changed since, is taken for granted"
)
_KEYS = ["schema", *(field.name for field in dataclasses.fields(Article))]
_METADATA_KEYS = [field.name for field in dataclasses.fields(Metadata)]
_SAID = ("id", "portal", "url", "canonical_url", "kind", "next_page_url", "is_complete", "page_count")


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
        self._waiting: dict[int, tuple[str | None, str]] = {}
        checkpoint = _checkpoint_of(records)
        self._of_all = _changed_for_all(checkpoint, plan.identity()) if checkpoint else None
        if checkpoint is None:
            tell(_UNKNOWN.format(records))

    def follow(self, inputs: Iterator[Input]) -> Iterator[Input]:
        """The inputs, with its record in the place of each page that need not be read."""
        for number, item in inputs:
            if isinstance(item, (Reject, Result)):
                yield number, item
                continue
            record = self._earlier.take(item)
            found = self._taken(number, record.fields, item) if record else self._why_new(item)
            reason = found if isinstance(found, str) else None
            self._waiting[number] = reason, place_of(item).removesuffix(":None")
            yield number, item if isinstance(found, str) else found

    def pass_over(self, item: Item) -> None:
        """Note an input that an interrupted run has done."""
        if not isinstance(item, Reject):
            self._earlier.take(item)

    def count(self, result: Result, summary: RunSummary) -> None:
        """Take into the figures why the pages of a result were read, or that they were not."""
        for number in result.inputs:
            reason, place = self._waiting.pop(number, (_NO_PAGE, ""))
            if reason is None:
                summary.taken_over += 1
            elif reason != _NO_PAGE:
                summary.count_reading(SEVERAL if len(result.inputs) > 1 and reason == NEW else reason, place)

    def end(self, summary: RunSummary) -> None:
        """Count the records whose page is gone."""
        for place in self._earlier.rest():
            summary.count_gone(place)

    def close(self) -> None:
        """Give what was held back."""
        self._earlier.close()

    def _why_new(self, page: Page) -> str:
        return "rejected before" if self._earlier.has_rejected(page) else NEW

    def _taken(self, number: int, record: dict[str, Any], page: Page) -> Result | str:
        """The record as the result of its page, else why the page is to be read."""
        if reason := self._of_all or _why_by_itself(record) or self._why_by_page(record, page):
            return reason
        line = line_of(record)
        if not _may_be_joined(record):
            return Result(Outcome(), (number,), line, record)
        article = _lone_page(record, line)
        return Result(Outcome(article=article), (number,)) if article else SEVERAL

    def _why_by_page(self, record: dict[str, Any], page: Page) -> str | None:
        snapshot = load(page) if isinstance(page, PageFile) else page
        if isinstance(snapshot, Reject):
            return "page changed"
        portal = self._portal(record, snapshot)
        if _extraction(record).get("portal_rules_digest") != (portal.digest if portal else None):
            return "rules changed"
        return None if is_same_page(record, snapshot) else "page changed"

    def _portal(self, record: dict[str, Any], snapshot: Snapshot) -> Portal | None:
        """Whose rules the page is read with: by its address, else by what it says of itself, which the record holds."""
        if self._options.portal:
            return registry().get(self._options.portal)
        return registry().match(snapshot.url or record["url"]) or registry().get(record["portal"])


def _extraction(record: dict[str, Any]) -> dict[str, Any]:
    extraction = record["metadata"].get("extraction")
    return extraction if isinstance(extraction, dict) else {}


def _why_by_itself(record: dict[str, Any]) -> str | None:
    if _extraction(record).get("version") != VERSION:
        return "version changed"
    is_whole = list(record) == _KEYS and list(record["metadata"]) == _METADATA_KEYS
    return None if is_whole else "record altered"


def _may_be_joined(record: dict[str, Any]) -> bool:
    """Whether pages beside this one may belong to its record."""
    said = Article(publisher=Publisher("", ""), **{name: record[name] for name in _SAID})
    return said.page_count > 1 or is_one_of_several(said)


def _lone_page(record: dict[str, Any], line: str) -> Article | None:
    """The page that the record is of, which may be joined with others; None where it was joined already, for a record
    holds the digest of one page only."""
    try:
        article = article_of(record)
    except (TypeError, AttributeError):
        return None
    return article if article.to_json() == line and is_lone_page(article) else None


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
