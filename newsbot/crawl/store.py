"""Where a crawl keeps what it learns and writes: the state and the files, moved on together."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from newsbot.crawl import signals
from newsbot.crawl.given_up import write_given_up
from newsbot.durable.lines import publish
from newsbot.durable.parts import (
    MANIFEST,
    LostLines,
    PartWriter,
    finish_elsewhere,
    is_taken_away,
    owner_of,
    settle,
    torn,
    write_manifest,
)
from newsbot.state import Conflict, Done, Doubted, Found, Measures, Mode, Part, State, Unread, locked
from newsbot.state.backups import KEPT
from newsbot.workers.reading import Reading

BATCH = 50
"""Articles between two commits."""
PATIENCE = 2.0
"""Seconds between two commits of a slow crawl."""


JUMP = 60.0
"""Seconds by which the clock and the time that passed may differ at the end of a run."""
_HISTORY = 20
"""Runs by which a portal is known."""
_ENOUGH = 20
"""Answers from which a share says something."""


def now() -> str:
    """The moment as the state writes it: ISO 8601, UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0).isoformat()


class Store:
    """The state of one crawl and its output folder, for one run.

    `notices` are what was found at the start (a torn tail, a clock behind the last run), in plain words. Raises
    Conflict where another run holds the state or the folder, or the folder holds files of another state; LostLines
    where a file is shorter than was committed; OSError where nothing can be written.
    """

    def __init__(
        self, folder: Path, state: Path, mode: Mode, portals: Iterable[str], options: dict[str, Any]
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.mode = mode
        self.portals = list(portals)
        self.notices: list[str] = []
        self.failed: OSError | None = None
        self.backups = KEPT
        """Copies of the state that are kept."""
        self.before_commit: list[Callable[[], None]] = []
        """Called before each commit: what must be on the disk before the state says that an article is done."""
        self.after_commit: list[Callable[[], None]] = []
        """Called after each commit."""
        self.may_claim: list[Callable[[Found], bool]] = []
        """Asked whether this process may read an article that another's address led to."""
        self.holder_among_all: Callable[[str, str, str], str] = lambda _id, _text, key: key
        """Of a shared crawl: the key of the article that has an id's text, among those of all processes."""
        self.announcements = 0
        """Lists of announcements that were taken in: where there was none since, no host has anything new to do."""
        _refuse_strangers(folder, state)
        self.before_end: list[Callable[[], None]] = []
        """Called when the report is in the state, and the state is still open."""
        self.tell: Callable[..., object] = lambda *_, **__: None
        """Sends a signal of `crawl.signals`."""
        self.state = State(state, folder)
        try:
            self._lock = locked(folder / MANIFEST)
        except BaseException:
            self.state.close()
            raise
        try:
            self._recover()
            self.run = self.state.begin({**options, "portals": self.portals, "mode": mode}, now())
        except BaseException:
            self.abandon()
            raise
        self._records = PartWriter(folder, "parts", self.run)
        self._rejects = PartWriter(folder, "rejects", self.run)
        self._done: list[Done] = []
        self._doubted: list[Doubted] = []
        self._synced = self._began = time.monotonic()
        self._clock = now()

    def _recover(self) -> None:
        if owner_of(self.folder) not in (None, self.state.id):
            raise Conflict(_of_another(self.folder, self.state.path))
        for folder in self.state.files.open_elsewhere():
            self._finish_elsewhere(folder)
        known = self._still_here(self.state.files.parts())
        if cut := torn(self.folder, known):
            self.notices.append(
                f"an earlier run ended early: cut {cut} bytes that were not committed; refetching them"
            )
        try:
            settled = settle(self.folder, known)
        except LostLines as error:
            raise LostLines(f"{error}; `newsbot repair {self.folder}` keeps what is whole") from error
        if settled != known:
            self.state.commit([], settled)
        write_manifest(self.folder, settled, self.state.id)
        latest = self.state.runs.latest_moment()
        if latest and latest > now():
            self.notices.append(
                f"the clock says {now()}, an earlier run says {latest}: times of this run are doubtful"
            )

    def note_jump(self) -> None:
        """Say so where the clock was set while the run was at work: its times are no guide."""
        told = datetime.fromisoformat(now()) - datetime.fromisoformat(self._clock)
        jump = told.total_seconds() - (time.monotonic() - self._began)
        if abs(jump) > JUMP:
            self.notices.append(
                f"the clock was set {'forward' if jump > 0 else 'back'} by {abs(jump):.0f} s during the run, or this"
                " machine slept: times of this run are doubtful"
            )

    def _still_here(self, known: list[Part]) -> list[Part]:
        """Whole files that are gone were taken away by somebody: said once, and forgotten."""
        gone = [part for part in known if is_taken_away(self.folder, part)]
        if gone:
            self.state.files.forget(gone)
            names = ", ".join(part.name for part in gone[:3]) + (" ..." if len(gone) > 3 else "")
            self.notices.append(f"{len(gone)} files of earlier runs are no longer in {self.folder}: {names}")
        return [part for part in known if part not in gone]

    def _finish_elsewhere(self, folder: Path) -> None:
        """A run that was killed had another folder: its last file is closed there."""
        closed, lost = finish_elsewhere(folder, self.state.files.parts(folder))
        self.notices += [f"lost, though an earlier run had written it: {detail}" for detail in lost]
        if closed:
            self.state.files.settled(folder, closed)
            write_manifest(folder, self.state.files.parts(folder), self.state.id)
            names = ", ".join(str(folder / part.name) for part in closed)
            self.notices.append(f"an earlier run ended early: closed {names}")

    def discovered(self, found: Iterable[Found]) -> tuple[int, int]:
        """Take announcements in; how many are to be asked for by them, and how many were never seen."""
        self.announcements += 1
        return self.state.discovered(found, self.mode, now(), self._announced)

    def _announced(self, found: Found, is_asked: bool) -> None:
        self.tell(signals.article_announced, found=found, is_asked=is_asked)

    def last_complete_start(self, portal: str) -> str | None:
        """When the last run began that read all that the portal announces; None where there was none."""
        return self.state.runs.last_complete_start(portal, now())

    def claim(self, found: Found) -> bool:
        """Take an article that another's address led to; whether it is to be read now."""
        return self.state.claim(found, now()) and all(may(found) for may in self.may_claim)

    def usual_doubt(self, portal: str) -> float | None:
        """The share of answers in a portal's earlier runs that said nothing of their article; None where few are
        known."""
        told = [report["by_portal"].get(portal, {}) for report in self.state.runs.reports(_HISTORY)]
        told = [own for own in told if "doubtful" in own]
        fetched = sum(own["fetched"] for own in told)
        return sum(sum(own["doubtful"].values()) for own in told) / fetched if fetched >= _ENOUGH else None

    def given_up(self, portal: str) -> list[str]:
        """Addresses of a portal that are asked for no more, as far as the state can still be asked."""
        return self.state.given_up(portal) if self.failed is None else []

    def has_articles(self, portal: str) -> bool:
        """Whether any run had an article of a portal, as far as the state can still be asked."""
        return self.failed is None and self.state.has_articles(portal)

    def unread(self, portal: str) -> list[Unread]:
        """The documents of a portal that no run has read, as far as the state can still be asked."""
        return self.state.unread.of(portal) if self.failed is None else []

    def holder(self, record_id: str, text: str, key: str) -> str:
        """The article of which a run wrote the last line with an id, where that has the same text; else the one with
        the key, which is to write it."""
        return self.state.told_by(record_id, text) or self.holder_among_all(record_id, text, key)

    def write(self, done: Done, reading: Reading | None = None) -> bool:
        """Note what came of an article; whether a record was written: an unchanged article gives none."""
        if reading and reading.line:
            changed = self.state.content_digest(done.key) != reading.digest
            done = replace(
                done,
                content_digest=reading.digest,
                is_revision=changed,
                record_id=reading.id,
                text=reading.text,
            )
            if changed:
                self._records.write(reading.line)
        elif reading and reading.reject:
            self._rejects.write(reading.reject.to_json())
        self._done.append(done)
        if len(self._done) >= BATCH or time.monotonic() - self._synced > PATIENCE:
            self.sync()
        return done.is_revision

    def doubt(self, doubted: Doubted) -> None:
        """Note why an article stays pending though it was asked for."""
        self._doubted.append(doubted)

    def doubted_since(self, key: str) -> str | None:
        """When the answers of a pending article began to settle nothing; None where the last one was another."""
        return self.state.doubted_since(key)

    def was_judged(self, key: str) -> bool:
        """Whether an earlier run took a pending article for gone or none, and it was announced again."""
        return self.state.was_judged(key)

    def sync(self, *, close: bool = False) -> None:
        """Bring files to the disk, then the state; a file that is closed by it gets its name last."""
        if not (self._done or self._doubted or close):
            return
        for bring_to_disk in self.before_commit:
            bring_to_disk()
        lengths = [
            length for writer in (self._records, self._rejects) if (length := writer.sync(close=close))
        ]
        self.state.commit(self._done, lengths, self._doubted)
        self._done, self._doubted = [], []
        self._synced = time.monotonic()
        self._publish(lengths)
        for tell in self.after_commit:
            tell()

    def unsaved(self) -> list[str]:
        """Keys of the articles that the next commit says are done."""
        return [done.key for done in self._done]

    def _publish(self, lengths: list[Part]) -> None:
        closed = [length for length in lengths if length.sha256]
        for length in closed:
            publish(self.folder / length.name)
        if closed:
            write_manifest(self.folder, self.state.files.parts(), self.state.id)

    def _back_up(self) -> None:
        """Copy the state; where that cannot be done it is a notice."""
        try:
            self.state.back_up(self.backups)
        except OSError as error:
            self.notices.append(f"the state has no backup of this run: {error}")

    def abandon(self) -> None:
        """Leave all as the last commit has it: after a write that failed."""
        self.state.close()
        self._lock.close()

    def end(self, report: dict[str, Any], measures: Mapping[str, Measures], *, complete: bool) -> None:
        """Note the report of a run whose files are closed, and what its pages were like; only after a complete run may
        the next look at less."""
        self.state.runs.end(report, now() if complete else None, measures)
        for tell in self.before_end:
            tell()
        write_given_up(self.folder, self.state.given_up_articles())
        self._back_up()
        self.abandon()


def _of_another(folder: Path, state: Path) -> str:
    return (
        f"{folder} holds files of another state than {state}: name theirs with --state, or another folder with -o; "
        f"where theirs is lost, `newsbot repair {folder}` makes it anew"
    )


def _refuse_strangers(folder: Path, state: Path) -> None:
    """Raise Conflict where a folder has files of a crawl that cannot be told to be of this state."""
    owner = owner_of(folder)
    if owner == "":
        raise Conflict(
            f"{folder} has files of a crawl and no {MANIFEST} that can be read: `newsbot repair {folder}` makes it anew"
        )
    if owner is not None and not state.exists():
        raise Conflict(_of_another(folder, state))
