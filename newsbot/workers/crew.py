"""Worker processes, one page each at a time, so that it is known which page a worker died of."""

from __future__ import annotations

import signal
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any

from newsbot.items import Outcome, Reject
from newsbot.snapshot import Snapshot

Work = Callable[[Snapshot], Outcome]

_START_SECONDS = 60
_END_SECONDS = 5
_READY = "ready"


class WorkerError(RuntimeError):
    """Workers cannot be started at all: nothing of the run's input is to blame."""


def guarded(work: Work, snapshot: Snapshot) -> Outcome:
    """The outcome, or a reject `internal_error` that names the exception and the page: one page never ends a run."""
    try:
        return work(snapshot)
    except Exception as error:  # noqa: BLE001
        detail = f"{type(error).__name__}: {error} ({_where(error)})"
        return Outcome(reject=Reject(snapshot.origin.path, snapshot.url, "internal_error", detail))


def _where(error: Exception) -> str:
    """The module and line that raised: a report of the reject is a report of the fault."""
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    own = [frame for frame in frames if str(frame.f_globals.get("__name__", "")).startswith("newsbot")]
    last = (own or frames)[-1]
    return f"{last.f_globals.get('__name__', '?')}, {last.f_code.co_name}"


class Crew:
    """So many workers; `give` hands a page to one that `is_idle`, `collect` waits for what has come of some.

    New processes are spawned, never forked: a fork beside other threads may hang.
    """

    def __init__(self, work: Work, size: int) -> None:
        self._context = get_context("spawn")
        self._work = work
        self._idle: list[_Worker] = []
        self._busy: dict[Any, _Worker] = {}
        for _ in range(size):
            self._idle.append(_Worker(self._context, work))

    @property
    def is_idle(self) -> bool:
        """Whether some worker has nothing to do."""
        return bool(self._idle)

    def give(self, number: int, snapshot: Snapshot) -> None:
        """Hand a page to an idle worker."""
        worker = self._idle.pop()
        worker.start(number, snapshot)
        self._busy[worker.connection] = worker

    def collect(self) -> Iterator[tuple[int, Outcome]]:
        """Wait until some worker is done, or dead, and give the outcomes by their number."""
        for connection in wait(list(self._busy)):
            worker = self._busy.pop(connection)
            yield worker.number, worker.result()
            self._idle.append(worker if worker.is_alive else _Worker(self._context, self._work))

    def close(self) -> None:
        """Let idle workers go home, and end those that are still at a page."""
        for worker in self._idle:
            worker.dismiss()
        for worker in self._busy.values():
            worker.end()
        for worker in [*self._idle, *self._busy.values()]:
            worker.join()


class _Worker:
    """One process and the pipe to it."""

    def __init__(self, context: Any, work: Work) -> None:
        self.connection, other = context.Pipe()
        self.process = context.Process(target=_serve, args=(other, work), daemon=True)
        self.process.start()
        other.close()  # so that the pipe ends when the worker does
        self.is_ready = False
        self.is_alive = True
        self.number = -1
        self.snapshot: Snapshot | None = None

    def start(self, number: int, snapshot: Snapshot) -> None:
        self._await_ready()
        self.number, self.snapshot = number, snapshot
        with suppress(OSError):  # a worker that has just died is met in `result`
            self.connection.send(snapshot)

    def result(self) -> Outcome:
        try:
            outcome = self.connection.recv()
        except (EOFError, OSError):
            return self._died()
        if not isinstance(outcome, Outcome):
            raise WorkerError(f"a worker answered with {type(outcome).__name__}")
        return outcome

    def dismiss(self) -> None:
        with suppress(OSError):
            self.connection.send(None)

    def end(self) -> None:
        self.process.terminate()

    def join(self) -> None:
        self.connection.close()
        self.process.join(_END_SECONDS)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()

    def _await_ready(self) -> None:
        """The first word of a worker is that it has imported what it needs."""
        if self.is_ready:
            return
        try:
            self.is_ready = self.connection.poll(_START_SECONDS) and self.connection.recv() == _READY
        except (EOFError, OSError):
            self.is_ready = False
        if not self.is_ready:
            raise WorkerError(
                "worker processes do not start; a script that calls newsbot with workers > 1 must guard its main "
                'part with `if __name__ == "__main__":`, or use workers=1'
            )

    def _died(self) -> Outcome:
        self.is_alive = False
        self.join()
        detail = f"the worker process ended while it had this page (exit code {self.process.exitcode})"
        snapshot = self.snapshot
        path, url = (snapshot.origin.path, snapshot.url) if snapshot else (None, None)
        return Outcome(reject=Reject(path, url, "worker_died", detail))


def _serve(connection: Connection, work: Work) -> None:
    """A worker's life: pages in, outcomes out, until the word to go home or the end of the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent ends us
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        connection.send(_READY)
        while (snapshot := connection.recv()) is not None:
            connection.send(guarded(work, snapshot))
