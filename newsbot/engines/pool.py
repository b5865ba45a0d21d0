"""Saved pages through the stream, in input order, in this process or in several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from newsbot import stream
from newsbot.archive import read_sources
from newsbot.items import Outcome, Reject
from newsbot.portals import folders_in_use, use_portals
from newsbot.snapshot import Snapshot
from newsbot.stitching import Result, stitch
from newsbot.stream import Options
from newsbot.workers.crew import Crew, Work, WorkerError, guarded

__all__ = ["WorkerError", "replay", "results"]

_AHEAD = 4
"""Pages in flight for each worker: enough that one slow page does not idle the others."""

Input = tuple[int, Snapshot | Reject]


def replay(
    *sources: str | Path, workers: int = 1, options: Options | None = None, stitched: bool = True
) -> Iterator[Outcome]:
    """What comes of every page of the sources, in input order whatever `workers` is, in constant memory.

    Sources are files and folders as `newsbot.archive.read_sources` takes them. With `stitched`, several pages
    of one article are one outcome (see `newsbot.stitching`). With more than one worker the pages go to
    processes of their own, and a script must guard its main part with `if __name__ == "__main__":`.

    Raises FileNotFoundError, at the call, for a source that does not exist; WorkerError where processes cannot
    be started.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "kosong.html").write_bytes(b"")
    ...     [outcome.reject is not None for outcome in replay(folder)]
    [True]
    """
    inputs = enumerate(read_sources(*sources))
    found = results(inputs, work_for(options or Options()), workers)
    return (result.outcome for result in (stitch(found) if stitched else found))


def work_for(options: Options) -> Work:
    """The stream with its options and the portals of this process, as workers take it."""
    return partial(_process, options, folders_in_use())


def _process(options: Options, folders: tuple[str, ...], snapshot: Snapshot) -> Outcome:
    if folders != folders_in_use():  # a worker process, at its first page
        use_portals(*folders)
    return stream.process(snapshot, options=options)


def results(inputs: Iterable[Input], work: Work, workers: int = 1) -> Iterator[Result]:
    """The outcome of each input under the input's number, in input order."""
    if workers <= 1:
        return (Result(_outcome(item, work), (count,)) for count, item in inputs)
    return _by_crew(iter(inputs), work, workers)


def _outcome(item: Snapshot | Reject, work: Work) -> Outcome:
    return Outcome(reject=item) if isinstance(item, Reject) else guarded(work, item)


def _by_crew(inputs: Iterator[Input], work: Work, workers: int) -> Iterator[Result]:
    with closing(Crew(work, workers)) as crew:
        flight = _Flight(crew, workers * _AHEAD)
        while True:
            flight.load(inputs)
            if not flight.numbers:
                return
            yield from flight.landed()


class _Flight:
    """The inputs in flight: their numbers in order, and the outcomes that are there already."""

    def __init__(self, crew: Crew, size: int) -> None:
        self.crew = crew
        self.size = size
        self.numbers: list[int] = []
        self.outcomes: dict[int, Outcome] = {}

    def load(self, inputs: Iterator[Input]) -> None:
        """Take inputs while a worker is idle and the bound allows."""
        while self.crew.is_idle and len(self.numbers) < self.size:
            taken = next(inputs, None)
            if taken is None:
                return
            self._take(*taken)

    def landed(self) -> Iterator[Result]:
        """The outcomes that are next in input order; waits for a worker only where the next one is not there."""
        if self.numbers[0] not in self.outcomes:
            self.outcomes.update(self.crew.collect())
        while self.numbers and self.numbers[0] in self.outcomes:
            count = self.numbers.pop(0)
            yield Result(self.outcomes.pop(count), (count,))

    def _take(self, count: int, item: Snapshot | Reject) -> None:
        self.numbers.append(count)
        if isinstance(item, Reject):
            self.outcomes[count] = Outcome(reject=item)
        else:
            self.crew.give(count, item)
