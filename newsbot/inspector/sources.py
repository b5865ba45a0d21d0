"""Shelves of pages that are read now, and of records that were written, whose pages are found again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from newsbot.archive import PageFile, find_sources, load
from newsbot.archive.again import Answers, read_again
from newsbot.corpus.reading import Record, Records, parse
from newsbot.corpus.sources import Trouble, place_of
from newsbot.engines.pool import Input, results, work_for
from newsbot.inspector.shelf import Entry
from newsbot.items import Origin, Reject
from newsbot.options import Options
from newsbot.snapshot import Snapshot
from newsbot.workers import PAGE_TIME


@dataclass(frozen=True, slots=True)
class PageSource:
    """A page of a folder or archive: its file, or where it lies in one of many."""

    found: PageFile | Origin | Snapshot | Reject

    def page(self, number: int = 1, record: dict[str, Any] | None = None) -> Snapshot | Reject:
        """The page, read again; there is no other than the first, and no record."""
        if isinstance(self.found, Origin):
            return read_again(self.found)
        return load(self.found) if isinstance(self.found, PageFile) else self.found

    def record(self) -> None:
        """Records are made of the pages."""


@dataclass(frozen=True, slots=True)
class RecordSource:
    """A record in a file, and the answers that a crawl kept. In a compressed file it is come to by reading."""

    file: str
    line: int
    id: str
    offset: int | None
    size: int
    answers: Answers | None

    def record(self) -> dict[str, Any]:
        """The record as it was written. Raises OSError or ValueError where the file is no longer what it was."""
        found = self._read()
        if found is None or found["id"] != self.id:
            raise ValueError(f"{place_of(self.file, self.line)} is another record now")
        return found

    def _read(self) -> dict[str, Any] | None:
        if self.offset is None:
            read = Records(self.file, on_trouble=_unheard)
            return next((one.fields for one in read if one.line == self.line), None)
        with Path(self.file).open("rb") as file:
            file.seek(self.offset)
            return parse(file.read(self.size))

    def page(self, number: int = 1, record: dict[str, Any] | None = None) -> Snapshot | Reject:
        """A page of the record, if the bytes that are there now are those that it was made of."""
        told = _told_of(record or self.record(), number)
        try:
            origin = Origin(**told["origin"])
        except (KeyError, TypeError):
            origin = Origin("live")
        url, moment = told.get("url"), told.get("fetched_at")
        if origin.path is not None:
            found = _first(origin, Path(self.file).parent)
        elif self.answers is not None and url and moment:
            found = self.answers.page(url, moment)
        else:
            return Reject(
                None, url, "no_page", "the record's page was not kept: crawl with --warc, or name its folder"
            )
        if isinstance(found, Reject):
            return found
        if found.digest != told.get("payload_digest"):
            return Reject(
                origin.path, url, "another_page", "the bytes there are not those that the record was made of"
            )
        return _as_fetched(found, told)


def _told_of(record: dict[str, Any], number: int) -> dict[str, Any]:
    """What a record tells of one of its documents: `url`, `fetched_at`, `http`, `payload_digest`, `origin`. Raises
    ValueError where it has no such one."""
    metadata = record["metadata"]
    if number == 1:
        return {**metadata, "url": record.get("url")}
    further = metadata.get("pages") or []
    if not 1 < number <= len(further) + 1:
        raise ValueError(f"the record has no document {number}")
    return cast("dict[str, Any]", further[number - 2])


def _first(origin: Origin, beside: Path) -> Snapshot | Reject:
    """The page from where the command runs, as `replay` names it, or else from where its records lie."""
    found = read_again(origin)
    if isinstance(found, Reject) and origin.path and not Path(origin.path).is_absolute():
        return read_again(replace(origin, path=str(beside / origin.path)))
    return found


def _as_fetched(found: Snapshot, told: dict[str, Any]) -> Snapshot:
    """The page with what its record tells of it: a manifest may have told it when it was read."""
    http = told.get("http") or {}
    names = {"content-type": "content_type", "etag": "etag", "last-modified": "last_modified"}
    headers = {name: http[key] for name, key in names.items() if http.get(key)}
    return replace(
        found,
        url=told.get("url") or found.url,
        fetched_at=told.get("fetched_at") or found.fetched_at,
        status=http.get("status") or found.status,
        headers={**found.headers, **headers},
    )


def of_page(snapshot: Snapshot) -> Iterator[Entry]:
    """The one entry of a page that was read."""
    return _entries([(0, snapshot)], 0, PAGE_TIME, keep=True)


def of_pages(sources: Sequence[Path], workers: int, page_time: float = PAGE_TIME) -> Iterator[Entry]:
    """The entries of saved pages, which are read now by `workers` processes (0: this one), in their order."""
    return _entries(enumerate(find_sources(*sources)), workers, page_time)


def _entries(
    inputs: Iterable[tuple[int, PageFile | Snapshot | Reject]],
    workers: int,
    page_time: float,
    *,
    keep: bool = False,
) -> Iterator[Entry]:
    waiting: dict[int, PageSource] = {}

    def noted() -> Iterator[Input]:
        for number, item in inputs:
            waiting[number] = _source(item, keep=keep)
            yield number, item

    for number, result in enumerate(results(noted(), work_for(Options()), workers, page_time)):
        source = waiting.pop(number)
        outcome = result.outcome
        if outcome.article is not None:
            record = outcome.article.to_dict()
            yield Entry.of(_place(record), source, record)
        elif outcome.reject is not None:
            yield Entry.rejected(outcome.reject, PageSource(outcome.reject))


def _source(item: PageFile | Snapshot | Reject, *, keep: bool) -> PageSource:
    return PageSource(item.origin if isinstance(item, Snapshot) and not keep else item)


def of_records(records: Iterable[Record], warc: Sequence[Path]) -> Iterator[Entry]:
    """The entries of records that were written; `warc` are files with the answers of a live crawl."""
    answers = Answers.of(warc) if warc else None
    for record in records:
        yield Entry.of(_place(record.fields) or record.place, _record_source(record, answers), record.fields)


def _record_source(record: Record, answers: Answers | None) -> RecordSource:
    return RecordSource(record.file, record.line, record.fields["id"], record.offset, record.size, answers)


def _unheard(_: Trouble) -> None:
    """What was passed over was told when the list was made."""


def _place(record: dict[str, Any]) -> str:
    origin = record["metadata"].get("origin") or {}
    offset = origin.get("offset")
    path = origin.get("path") or record.get("url") or ""
    return f"{path} at byte {offset}" if offset is not None else path
