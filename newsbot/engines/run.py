"""A run: the pages of sources into OUT.jsonl and its rejects file, durable, and resumable after any end."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from itertools import chain, islice
from pathlib import Path

from newsbot.archive import Seen, find_by_heads
from newsbot.durable.lines import PartFile, publish
from newsbot.durable.packing import packer_for
from newsbot.engines.checkpoint import Checkpoint, ResumeError, Tracker, load, place_of
from newsbot.engines.placing import Misplaced, Proving
from newsbot.engines.plan import Plan
from newsbot.engines.pool import Input, crew_for, results_by, work_for
from newsbot.engines.rereading import Rereading
from newsbot.engines.summary import RunSummary
from newsbot.stitching import Result, stitch
from newsbot.workers.pages import Item

Progress = Callable[[RunSummary], None]
Note = Callable[[str], None]


def run(
    plan: Plan, *, resume: bool = False, progress: Progress | None = None, note: Note | None = None
) -> RunSummary:
    """Run the plan to its end and give its figures.

    Records and rejects are written under `.part` names, brought to the disk in batches with a checkpoint, and
    renamed when complete; a file whose name ends in `.gz` or `.zst` is packed. With `resume`, a run that was
    interrupted goes on and ends with the same bytes as if it had not been, and one that is complete is left as it
    is; `note` is told what was found. Folders of the output files are made.

    With `changed_since` the same bytes come out, and only those pages are read that the earlier run did not read as
    this one would; the summary says why. `note` is told what was passed over in its files.

    Raises FileNotFoundError for a source that does not exist, BadRecord for a line of the earlier records that is none,
    NoPages where the sources hold none (the output of an
    earlier run stays), ResumeError where the run cannot go on, OSError where writing fails, SumError (an internal
    error) where the figures do not add up.
    """
    tell = note or _silent
    try:
        return _run(plan, resume, progress, tell, by_heads=bool(plan.workers and not plan.changed_since))
    except Misplaced as error:
        tell(f"note: {error}; from the last checkpoint on, archives are read from record to record")
        resume = plan.checkpoint_file.exists()
        return _run(plan, resume, progress, tell, by_heads=False)


def _run(plan: Plan, resume: bool, progress: Progress | None, tell: Note, *, by_heads: bool) -> RunSummary:
    """The run; `by_heads` has workers read the pages of archives at their places. Raises Misplaced where one was not
    where it seemed."""
    work = work_for(plan.options)
    with ExitStack() as stack:
        crew = None
        if plan.workers:
            crew = stack.enter_context(closing(crew_for(work, plan.workers, plan.page_time)))
        checkpoint = _starting_point(plan, resume, tell)
        if checkpoint.is_complete:
            return _left_as_it_is(plan, checkpoint, tell)
        seen = Seen(selection=plan.selection)
        rereading = stack.enter_context(closing(Rereading(plan, tell))) if plan.changed_since else None
        items = _remaining(plan, checkpoint, seen, rereading)
        writer = stack.enter_context(closing(_Writer(plan, checkpoint, tell)))
        started = time.perf_counter()
        seen.by_heads = by_heads  # from here on: what is passed over is read, for its digests count
        proving = Proving(seen)
        inputs = _inputs(writer.tracker, items, rereading, proving)
        for result in stitch(results_by(crew, inputs, work, proving.told, for_lines=True)):
            if rereading:
                rereading.count(result, writer.summary)
            writer.take(result)
            writer.summary.seconds = time.perf_counter() - started
            writer.summary.bytes_done = seen.bytes_done
            if progress:
                progress(writer.summary)
        writer.summary.take_seen(seen)
        if rereading:
            rereading.end(writer.summary)
        writer.complete()
        _end(plan)
        return writer.summary


class NoPages(ValueError):
    """The sources hold no page; the message names them."""


def _silent(_: str) -> None:
    """Nobody asked."""


def _left_as_it_is(plan: Plan, checkpoint: Checkpoint, tell: Note) -> RunSummary:
    """The figures of a run that was complete. Raises ResumeError where its files or sources are not what they were."""
    _end(plan)
    for path, length in zip((plan.out, plan.rejects_file), checkpoint.lengths, strict=True):
        if not path.exists() or path.stat().st_size != length:
            raise ResumeError(
                f"{path} is not as the finished run left it; run without --resume to start anew"
            )
    if next(_remaining(plan, checkpoint, Seen(selection=plan.selection)), None) is not None:
        raise ResumeError(
            f"the sources hold more than the {checkpoint.next_input} inputs of the finished run; "
            "run without --resume to start anew"
        )
    tell(f"complete: all {checkpoint.next_input} inputs were done; without --resume they are read anew")
    return RunSummary.from_dict(checkpoint.summary)


def _starting_point(plan: Plan, resume: bool, tell: Note) -> Checkpoint:
    for path in (plan.out, plan.rejects_file):
        path.parent.mkdir(parents=True, exist_ok=True)
    found = load(plan.checkpoint_file) if resume else None
    if found is None:
        if resume:
            tell("no interrupted run was found; starting from the first input")
        plan.checkpoint_file.unlink(missing_ok=True)
        return Checkpoint(plan.identity(), summary=RunSummary().to_dict())
    found.require_same_run(plan.identity())
    if not found.is_complete:
        tell(f"going on after {found.next_input + len(found.done_beyond)} inputs")
    return found


def _remaining(
    plan: Plan, checkpoint: Checkpoint, seen: Seen, rereading: Rereading | None = None
) -> Iterator[Item]:
    """The inputs that are not done. Raises ResumeError where the sources are not what they were, NoPages where they
    hold nothing."""
    if not checkpoint.next_input:
        items = find_by_heads(*plan.sources, seen=seen)
        first = next(items, None)
        if first is None:
            raise NoPages(_nothing(plan, seen))
        return chain([first], items)
    done = checkpoint.next_input - 1
    items = find_by_heads(*plan.sources, skip=0 if rereading else done, seen=seen)
    if rereading:
        for item in islice(items, done):
            rereading.pass_over(item)
    last = next(items, None)
    if last is None or place_of(last) != checkpoint.last_input:
        raise ResumeError(
            f"the sources have changed: input {checkpoint.next_input} was {checkpoint.last_input}; "
            "run without --resume to start anew"
        )
    if rereading:
        rereading.pass_over(last)
    return items


def _nothing(plan: Plan, seen: Seen) -> str:
    told = f"no pages were found in {', '.join(map(str, plan.sources))}"
    if not seen.unselected:
        return told
    reasons = ", ".join(f"{reason} {count}" for reason, count in sorted(seen.unselected.items()))
    return f"{told}: {seen.unselected.total()} captures and pages are not wanted ({reasons})"


def _inputs(
    tracker: Tracker, items: Iterator[Item], rereading: Rereading | None, proving: Proving
) -> Iterator[Input]:
    if rereading is None:
        return tracker.follow(items, proving.pass_over)
    return rereading.follow(tracker.follow(items, rereading.pass_over))


def _end(plan: Plan) -> None:
    """Give the files their names. A run that was killed in the middle of this does it again."""
    for path in (plan.out, plan.rejects_file):
        publish(Path(os.path.realpath(path)))


def _opened(path: Path, keep: int) -> PartFile:
    """The file at the length of the checkpoint, to be packed if its name says so."""
    return PartFile(path, keep, packer_for(path))


class _Writer:
    """Writes results, and a checkpoint after each batch."""

    def __init__(self, plan: Plan, checkpoint: Checkpoint, tell: Note) -> None:
        self.plan = plan
        self.tracker = Tracker(checkpoint)
        self.summary = RunSummary.from_dict(checkpoint.summary)
        try:
            self.records = _opened(plan.out, checkpoint.lengths[0])
            self.rejects = _opened(plan.rejects_file, checkpoint.lengths[1])
        except (ValueError, FileNotFoundError) as error:
            raise ResumeError(f"{error}; run without --resume to start anew") from error
        self._unsaved = 0
        self._tell_cut(tell)

    def take(self, result: Result) -> None:
        """Write one result and count it."""
        if result.outcome.article is not None:
            self.records.write(result.line or result.outcome.article.to_json())
        elif result.line is not None:  # of an earlier run, or an article that stands alone
            self.records.write(result.line)
        elif result.outcome.reject is not None:
            self.rejects.write(result.outcome.reject.to_json())
        self.summary.count(result)
        self.tracker.done(result.inputs)
        self._unsaved += 1
        if self._unsaved >= self.plan.batch:
            self._save()

    def complete(self) -> None:
        """Prove the sums and mark the run complete: from here on only names are missing."""
        self.summary.inputs = self.tracker.read
        self.summary.check()
        self._save(is_complete=True)

    def close(self) -> None:
        """Leave the files to a later `--resume`."""
        self.records.close()
        self.rejects.close()

    def _save(self, *, is_complete: bool = False) -> None:
        self.records.sync()
        self.rejects.sync()
        self._unsaved = 0
        if not is_complete:
            self.summary.inputs = self.summary.accounted
        Checkpoint(
            run=self.plan.identity(),
            next_input=self.tracker.next_input,
            done_beyond=self.tracker.done_beyond,
            last_input=self.tracker.last_input,
            lengths=(self.records.length, self.rejects.length),
            summary=self.summary.to_dict(),
            is_complete=is_complete,
        ).save(self.plan.checkpoint_file)

    def _tell_cut(self, tell: Note) -> None:
        for file in (self.records, self.rejects):
            if file.cut and self.tracker.next_input:
                tell(f"cut {file.cut} bytes from the torn end of {file.part.name}")
