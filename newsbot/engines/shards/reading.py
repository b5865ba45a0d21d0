"""One shard read from its first page to its last, by whatever process: its files and that it is done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from pathlib import Path

from newsbot import lexicon
from newsbot.archive import ArchiveFile, Located, Seen, Selection, find_in
from newsbot.archive.ledger import LatePage, Ledger
from newsbot.durable.lines import PartFile
from newsbot.durable.parts import Part
from newsbot.engines.plan import how_read
from newsbot.engines.pool import results, work_for
from newsbot.engines.shards import ShardError
from newsbot.engines.shards.answering import digest_of
from newsbot.engines.shards.cost import now, since
from newsbot.engines.shards.edges import Edges, write_edges
from newsbot.engines.shards.folder import (
    CAPTURES,
    EDGES,
    PARTS,
    REJECTS,
    TABLES,
    UNDECIDED,
    Done,
    Folder,
    part_in,
)
from newsbot.engines.shards.remote import fetched
from newsbot.engines.shards.shard import Shard
from newsbot.engines.shards.tables import write_table
from newsbot.engines.summary import RunSummary
from newsbot.options import Options
from newsbot.portals import use_portals
from newsbot.stitching import Result, stitch
from newsbot.workers import PAGE_TIME
from newsbot.workers.pages import Work


@dataclass(frozen=True, slots=True)
class Task:
    """How shards are read and where their files go: all that a process elsewhere must be told. `work` is the stream
    with its options; `processes` read the pages of one shard, 0 is the process itself, which a page that hangs hangs.
    With `parquet` there is a table of each part. `ticket` is the word by which the folder knows who is still asked.
    """

    folder: Path
    options: Options
    work: Work
    portals: tuple[str, ...]
    lexicon: tuple[str, ...]
    how: dict[str, object]
    page_time: float = PAGE_TIME
    processes: int = 1
    parquet: bool = False
    selection: Selection | None = None
    ticket: str = ""


def task_for(
    folder: Path,
    options: Options,
    page_time: float = PAGE_TIME,
    *,
    parquet: bool = False,
    selection: Selection | None = None,
) -> Task:
    """The task with the portals and words that are in use here."""
    how = how_read(options)
    return Task(
        folder=folder.absolute(),
        options=options,
        work=work_for(options),
        portals=tuple(how["portals"]),
        lexicon=lexicon.folders_in_use(),
        how=how,
        page_time=page_time,
        parquet=parquet,
        selection=selection,
    )


def read_shard(shard: Shard, task: Task) -> Done:
    """Read a shard and commit its files. A page that hangs or ends its process is a reject.

    Raises ShardError where this machine would read it otherwise than the one that asks (the message names the shard), a
    file of it cannot be fetched, or the run no longer asks for it; OSError where writing fails; WorkerError where
    processes do not start.
    """
    use_portals(*task.portals)
    lexicon.use_lexicon(*task.lexicon)
    _require_same(shard, task)
    folder = Folder(task.folder)
    folder.require(task.ticket)
    with folder.attempt() as attempt, fetched(shard) as here:
        done = replace(_written(here, task, attempt), answers=digest_of(shard))
        if task.parquet:
            write_table(attempt / PARTS, attempt / TABLES)
        folder.commit(attempt, done, task.ticket)
    return done


def _require_same(shard: Shard, task: Task) -> None:
    here = how_read(task.options)
    other = sorted(name for name, value in here.items() if task.how.get(name) != value)
    if other:
        raise ShardError(
            f"{shard.shown}: the machine that was to read it has another newsbot ({', '.join(other)} differ)"
        )


def _written(shard: Shard, task: Task, attempt: Path) -> Done:
    seen, edges, summary = Seen(selection=task.selection), Edges(), RunSummary()
    before = now()
    with ExitStack() as stack:
        records = stack.enter_context(closing(PartFile(attempt / PARTS)))
        rejects = stack.enter_context(closing(PartFile(attempt / REJECTS)))
        if any(isinstance(place, ArchiveFile) for place in shard.places):
            rows = stack.enter_context((attempt / CAPTURES).open("wb"))
            undecided = stack.enter_context((attempt / UNDECIDED).open("w", encoding="ascii"))
            seen.ledger = Ledger(rows, undecided, dict(shard.answers))
        for result in stitch(edges.watch(_found(shard.places, seen, task))):
            summary.count(result)
            if result.outcome.article is not None:
                edges.stands(result)
                records.write(result.line or result.outcome.article.to_json())
            elif result.outcome.reject is not None:
                rejects.write(result.outcome.reject.to_json())
        records.finish()
        rejects.finish()
    summary.inputs = edges.inputs
    summary.take_seen(seen)
    summary.check()
    pages = edges.pages()
    if pages:
        write_edges(attempt / EDGES, pages)
    return Done(
        name=shard.name,
        shown=shard.shown,
        inputs=edges.inputs,
        part=_part(attempt / PARTS, PARTS, shard, summary.records.total()),
        rejects=_part(attempt / REJECTS, REJECTS, shard, summary.rejects.total()),
        has_edges=bool(pages),
        summary=summary.to_dict(),
        source_bytes=shard.bytes,
        cost=since(before),
        captures=(attempt / CAPTURES).stat().st_size if seen.ledger else 0,
        revisits=seen.ledger.revisits if seen.ledger else 0,
    )


def _found(places: tuple[Located | LatePage, ...], seen: Seen, task: Task) -> Iterator[Result]:
    return results(enumerate(find_in(places, seen)), task.work, task.processes, task.page_time)


def _part(path: Path, kind: str, shard: Shard, rows: int) -> Part:
    return part_in(path, rows, f"{kind}/{shard.name}.jsonl")
