"""Saved pages through the stream, in input order, in this process or in several."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from newsbot.archive import PageFile, PlacedPage, Proof, find_sources
from newsbot.items import Outcome, Reject
from newsbot.options import Options
from newsbot.snapshot import Snapshot
from newsbot.stitching import Result, stitch
from newsbot.tally import Tally
from newsbot.workers import PAGE_TIME
from newsbot.workers.crew import Crew, Lost, WorkerError
from newsbot.workers.pages import Item, Work, lost, outcome_of, told_alone, written

__all__ = ["WorkerError", "replay", "results"]

_AHEAD = 4
"""Pages in flight for each worker: enough that one slow page does not idle the others."""

Input = tuple[int, Item | Result]
"""An input under its number; one whose result is known already passes as that."""
Told = Callable[[PlacedPage, Proof | None], None]
"""Who hears what reading a page showed of its place in an archive, None where its worker was lost over it."""


def _untold(_: PlacedPage, __: Proof | None) -> None:
    """Nobody asked."""


def replay(
    *sources: str | Path,
    workers: int = 1,
    options: Options | None = None,
    stitched: bool = True,
    page_time: float = PAGE_TIME,
) -> Iterator[Outcome]:
    """What comes of every page of the sources, in input order whatever `workers` is, in constant memory.

    Sources are files and folders as `newsbot.archive.read_sources` takes them. With `stitched`, several pages
    of one article are one outcome (see `newsbot.stitching`). One worker is this process, and a page that hangs hangs
    it. With more the pages go to processes of their own, a page that is not read in `page_time` seconds is a reject
    `timeout`, and a script must guard its main part with `if __name__ == "__main__":`.

    Raises FileNotFoundError, at the call, for a source that does not exist; WorkerError where processes cannot
    be started.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "kosong.html").write_bytes(b"")
    ...     [outcome.reject is not None for outcome in replay(folder)]
    [True]
    """
    inputs = enumerate(find_sources(*sources))
    processes = workers if workers > 1 else 0
    found = results(inputs, work_for(options or Options()), processes, page_time)
    return (result.outcome for result in (stitch(found) if stitched else found))


def work_for(options: Options) -> Work:
    """The stream with its options."""
    return partial(_process, options)


def _process(options: Options, snapshot: Snapshot) -> Outcome:
    from newsbot.stream import process  # a process that only hands out need not load it

    return process(snapshot, options=options)


def results(
    inputs: Iterable[Input], work: Work, workers: int = 0, page_time: float = PAGE_TIME
) -> Iterator[Result]:
    """The outcome of each input under the input's number, in input order; `workers` processes read, or this one where
    there are none."""
    if not workers:
        yield from results_by(None, inputs, work)
        return
    with closing(crew_for(work, workers, page_time)) as crew:
        yield from results_by(crew, inputs, work)


def crew_for(work: Work, workers: int, page_time: float = PAGE_TIME) -> Crew:
    """The processes that `results_by` takes. They start beside this one, so who has much to do first begins them
    before."""
    return Crew(workers, page_time, (written, work, "newsbot.stream"))


def results_by(
    crew: Crew | None, inputs: Iterable[Input], work: Work, told: Told = _untold, *, for_lines: bool = False
) -> Iterator[Result]:
    """What `results` gives, by processes that were begun, and are not ended; by this one where there is no crew. Who
    wants them `for_lines` need not have the articles that stand alone: a crew gives their lines and what is counted."""
    if crew is None:
        return (
            item if isinstance(item, Result) else Result(outcome_of(work, item), (count,))
            for count, item in inputs
        )
    return _by_crew(_Flight(crew, work, told, for_lines=for_lines), iter(inputs))


def _by_crew(flight: _Flight, inputs: Iterator[Input]) -> Iterator[Result]:
    while True:
        flight.load(inputs)
        if not flight.numbers:
            return
        yield from flight.landed()


class _Flight:
    """The inputs in flight: their numbers in order, the pages that workers have, the results that are there."""

    def __init__(self, crew: Crew, work: Work, told: Told, *, for_lines: bool) -> None:
        self.crew = crew
        self.told = told
        self.work = work
        self.size = crew.size * _AHEAD
        self.asked = told_alone if for_lines else written
        self.numbers: deque[int] = deque()
        self.pages: dict[int, PageFile | PlacedPage | Snapshot] = {}
        self.results: dict[int, Result] = {}

    def load(self, inputs: Iterator[Input]) -> None:
        """Take inputs while a worker has nothing to do and the bound allows."""
        while self.crew.has_room and len(self.numbers) < self.size:
            taken = next(inputs, None)
            if taken is None:
                return
            self._take(*taken)

    def landed(self) -> Iterator[Result]:
        """The results that are next in input order; waits for a worker only where the next one is not there."""
        if self.numbers[0] not in self.results:
            for number, said in self.crew.collect():
                page = self.pages.pop(number)
                what, line, proof = (lost(page, said), None, None) if isinstance(said, Lost) else said
                if isinstance(page, PlacedPage):
                    self.told(page, proof)
                if isinstance(what, Tally):
                    self.results[number] = Result(Outcome(), (number,), line, tally=what)
                else:
                    self.results[number] = Result(what, (number,), line)
        while self.numbers and self.numbers[0] in self.results:
            yield self.results.pop(self.numbers.popleft())

    def _take(self, count: int, item: Item | Result) -> None:
        self.numbers.append(count)
        if isinstance(item, Result):
            self.results[count] = item
        elif isinstance(item, Reject):
            self.results[count] = Result(Outcome(reject=item), (count,))
        else:
            self.pages[count] = item
            self.crew.give(count, self.asked, self.work, item)
