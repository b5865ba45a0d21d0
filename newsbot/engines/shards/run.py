"""A run in shards: what is not done yet is read by whatever reads shards, then the parts become one whole."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from newsbot.archive import Selection
from newsbot.durable.lines import PartFile, sync_folder
from newsbot.durable.parts import Part
from newsbot.engines.plan import how_read, words_of
from newsbot.engines.run import NoPages, Note
from newsbot.engines.shards import ShardError
from newsbot.engines.shards.answering import Answered, answer, digest_of
from newsbot.engines.shards.edges import EdgePage, read_edges
from newsbot.engines.shards.folder import EDGES, PARTS, TABLES, Done, Folder, part_in
from newsbot.engines.shards.planning import CHUNK, shards_of
from newsbot.engines.shards.reading import Task, read_shard, task_for
from newsbot.engines.shards.seams import Seam, find_seams, rewrite
from newsbot.engines.shards.shard import Shard
from newsbot.engines.shards.tables import require_arrow, write_table
from newsbot.engines.summary import RunSummary
from newsbot.options import Options
from newsbot.workers import PAGE_TIME

_NAMED = 3
"""Shards that could not be read which are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class ShardPlan:
    """What is to be run: sources (paths and addresses) in order, the folder that is written, how the stream reads, how
    many pages in files of their own are one shard, whether parts are wanted as Parquet as well, and which captures and
    pages are read at all."""

    sources: tuple[str, ...]
    folder: Path
    options: Options = field(default_factory=Options)
    page_time: float = PAGE_TIME
    chunk: int = CHUNK
    parquet: bool = False
    selection: Selection | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """A shard that was not read, and why."""

    shard: Shard
    detail: str


@dataclass(slots=True)
class State:
    """How far a run is: shards and bytes of them in all and done, those that were done before, pages read now."""

    shards: int = 0
    done: int = 0
    before: int = 0
    bytes: int = 0
    bytes_done: int = 0
    pages: int = 0
    seconds: float = 0.0


Execute = Callable[[list[Shard], Task], Iterator[Done | Failed]]
"""Reads shards in any order; each comes out once, done or failed."""
Progress = Callable[[State], None]


def run_shards(
    plan: ShardPlan,
    execute: Execute,
    *,
    resume: bool = False,
    progress: Progress | None = None,
    note: Note | None = None,
) -> RunSummary:
    """Run the plan to its end and give its figures.

    With `resume` the shards that an interrupted run of the same kind has done are left as they are, and so are those of
    a complete one: sources may have come since, or gone. Else the folder is begun anew. The parts, one behind the other
    as the manifest lists them, are the bytes of one run over all sources.

    Raises FileNotFoundError for a source that does not exist, NoPages where the sources hold none, ShardError where the
    folder cannot be used or shards could not be read (the others are done, and `resume` goes on), Conflict where
    another run writes the folder, OSError where writing fails.
    """
    tell: Note = note or (lambda _: None)
    if plan.parquet:
        require_arrow()
    shards = list(shards_of(plan.sources, plan.chunk))
    if not shards:
        raise NoPages(f"no pages in {', '.join(plan.sources)}")
    folder = Folder(plan.folder)
    with folder.begun(_identity(plan), resume=resume):
        folder.retract()
        folder.unseam()
        reader = _Reader(plan, folder, execute, progress, tell)
        found = reader.read(shards)
        answered = answer(folder, shards, [found[shard.name] for shard in shards])
        found |= _with_answers(folder, reader, shards, found, answered, tell)
        shards += answered.late
        summary = _summed(found.values(), answered)
        if not summary.inputs:
            raise NoPages(f"no pages in {', '.join(plan.sources)}")
        if gone := folder.drop_others({shard.name for shard in shards}):
            tell(f"dropped {gone} shards that are no longer among the sources, or have changed")
        in_order = [found[shard.name] for shard in shards]
        parts = _seamed(folder, in_order, summary)
        folder.publish(in_order, parts, _tables(folder, parts) if plan.parquet else [])
        folder.drop_attempts()
        summary.check()
        return summary


def _identity(plan: ShardPlan) -> dict[str, Any]:
    """What must be the same for shards of one run to be those of another. Sources are free: each shard is known by what
    it is."""
    return {**how_read(plan.options), "selection": words_of(plan.selection)}


class _Reader:
    """Has shards read that are not done, and tells how far that is."""

    def __init__(
        self, plan: ShardPlan, folder: Folder, execute: Execute, progress: Progress | None, tell: Note
    ) -> None:
        self._folder = folder
        self._execute = execute
        self._progress: Progress = progress or (lambda _: None)
        self._tell = tell
        self._task = task_for(
            plan.folder, plan.options, plan.page_time, parquet=plan.parquet, selection=plan.selection
        )
        self._state = State()
        self._began = time.perf_counter()

    def read(self, shards: list[Shard]) -> dict[str, Done]:
        """All of these shards, those that were done before and those that are done now. Raises ShardError where one
        could not be read, when the others are."""
        known = {shard.name: self._folder.done(shard.name) for shard in shards}
        found = {name: done for name, done in known.items() if done is not None}
        rest = [shard for shard in shards if shard.name not in found]
        self._expect(shards, rest)
        failed: list[Failed] = []
        task = replace(self._task, ticket=self._folder.admit()) if rest else self._task
        for one in self._execute(rest, task) if rest else ():
            if isinstance(one, Failed):
                failed.append(one)
                self._tell(f"not read: {one.shard.shown}: {one.detail}")
                continue
            found[one.name] = _visible(self._folder, one)
            self._count(one)
        self._folder.dismiss()
        if failed:
            raise ShardError(_told(failed))
        return found

    def _expect(self, shards: list[Shard], rest: list[Shard]) -> None:
        state, done = self._state, len(shards) - len(rest)
        state.shards += len(shards)
        state.done += done
        state.before += done
        state.bytes += sum(shard.bytes for shard in shards)
        state.bytes_done += sum(shard.bytes for shard in shards) - sum(shard.bytes for shard in rest)
        if done:
            self._tell(f"{done} of {len(shards)} shards are done already")
        self._progress(state)

    def _count(self, done: Done) -> None:
        state = self._state
        state.done += 1
        state.pages += done.inputs
        state.bytes_done += done.source_bytes
        state.seconds = time.perf_counter() - self._began
        self._progress(state)


def _with_answers(
    folder: Folder,
    reader: _Reader,
    shards: list[Shard],
    found: dict[str, Done],
    answered: Answered,
    tell: Note,
) -> dict[str, Done]:
    """The shards that are read otherwise by what others hold than they were, and those of revisits that come last."""
    told = [answered.again.get(shard.name, shard) for shard in shards]
    stale = [shard for shard in told if found[shard.name].answers != digest_of(shard)]
    if stale:
        tell(f"{len(stale)} shards are read again: they refer to pages in others")
    for shard in stale:
        folder.forget(shard.name)
    return reader.read(stale) | reader.read(answered.late) if stale or answered.late else {}


def _visible(folder: Folder, done: Done) -> Done:
    """What was done, as this process sees it. Raises ShardError where it does not: machines must share the folder."""
    seen = folder.done(done.name)
    if seen is None:
        raise ShardError(
            f"{folder.file(PARTS, done.name)} of {done.shown} was written and is not here: "
            "all machines of the cluster must see the same folder under the same path"
        )
    return seen


def _told(failed: list[Failed]) -> str:
    named = "; ".join(f"{one.shard.shown}: {one.detail}" for one in failed[:_NAMED])
    more = f"; and {len(failed) - _NAMED} more" if len(failed) > _NAMED else ""
    return f"{len(failed)} shards could not be read, the others are done (--resume goes on): {named}{more}"


def _summed(shards: Iterable[Done], answered: Answered) -> RunSummary:
    summary = RunSummary()
    for done in shards:
        summary.add(RunSummary.from_dict(done.summary))
    if answered.passed_over:
        summary.passed_over["revisit"] += answered.passed_over
    return summary


def _seamed(folder: Folder, shards: list[Done], summary: RunSummary) -> list[Part]:
    """The parts as they are when articles are joined across their ends."""
    seams = find_seams((done.inputs, _edges(folder, done)) for done in shards)
    summary.correct(seams.before, seams.after)
    return [
        _written(folder, done, seams.shards[place]) if place in seams.shards else done.part
        for place, done in enumerate(shards)
    ]


def _edges(folder: Folder, done: Done) -> list[EdgePage]:
    return read_edges(folder.file(EDGES, done.name)) if done.has_edges else []


def _written(folder: Folder, done: Done, seam: Seam) -> Part:
    with folder.attempt() as attempt:
        own = folder.put_aside(done.name)
        with closing(PartFile(attempt / PARTS)) as file:
            rows = rewrite(own, file, seam)
            file.finish()
        (attempt / PARTS).replace(folder.file(PARTS, done.name))
    return part_in(folder.file(PARTS, done.name), rows, done.part.name)


def _tables(folder: Folder, parts: list[Part]) -> list[Part]:
    """The tables of parts; those are written here that no shard's reading wrote: of parts that were joined with others,
    and of shards that were read when no tables were wanted."""
    found = []
    for part in parts:
        path = folder.table(part)
        if not path.exists():
            with folder.attempt() as attempt:
                write_table(folder.path / part.name, attempt / TABLES)
                (attempt / TABLES).replace(path)
            sync_folder(path.parent)
        found.append(part_in(path, part.rows, f"{TABLES}/{path.name}"))
    return found


def in_this_process(shards: list[Shard], task: Task) -> Iterator[Done | Failed]:
    """Read shards one after the other, here."""
    for shard in shards:
        yield read_shard(shard, task)
