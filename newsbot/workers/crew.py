"""Worker processes that answer one by one, each question within a time, so that it is known what a worker died of.

A question is a function and its arguments; the function must be found by its name from another process. A question
that ends its process is asked once more, for a process may also be ended from outside; one that ends it again, or is
not answered in time, is `Lost`, its worker is replaced, and nothing else is touched.
"""

from __future__ import annotations

import pickle
import signal
import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import Any, Literal, cast

from newsbot.workers import PAGE_TIME, SLACK
from newsbot.workers.serving import Asked, receive
from newsbot.workers.turns import Turns
from newsbot.workers.worker import AHEAD, Question, Worker

_TRIES = 2
"""Times that a question is asked where its process ends."""
_DEAR = 0.05
"""Seconds of a question from which nothing is gained by having the next one at hand, and whoever comes meanwhile would
wait for both."""
_WORKED_TOO_LONG = -signal.SIGPROF if hasattr(signal, "SIGPROF") else None
"""The exit code of a process that the system ended because its question was more work than it may be."""


class WorkerError(RuntimeError):
    """Workers cannot be started at all: no page is to blame."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A question that has no answer; `reason` is a code of rejects."""

    reason: Literal["timeout", "worker_died"]
    detail: str


class Crew:
    """`size` workers; `give` takes a question, `collect` waits for answers. They know the portals of this process.

    A worker has imported the modules of what is `asked` before its first question, whose time that would cost.
    A question may cost `patience` seconds of a processor's work, and SLACK times as many by the clock.
    New processes are spawned, never forked: a fork beside other threads may hang.
    """

    def __init__(self, size: int, patience: float = PAGE_TIME, asked: Asked = ()) -> None:
        self.size = size
        self._patience = patience
        self._asked = asked
        self.before_end: Callable[[socket.socket], None] = lambda _: None
        """Told of a socket that is about to be closed, for whoever watches it."""
        self._waiting: Turns[Question] = Turns()
        self._workers = [Worker(patience, asked) for _ in range(size)]

    @property
    def has_room(self) -> bool:
        """Whether some worker has nothing to do, or nothing to go on with."""
        in_hand = len(self._waiting) + sum(len(worker.questions) for worker in self._workers)
        return in_hand < self.size * AHEAD

    @property
    def sockets(self) -> list[socket.socket]:
        """Where something can be read when `hear` has something to do."""
        return [worker.socket for worker in self._workers]

    def pause(self) -> float | None:
        """Seconds until `look` has something to do; None where nothing presses."""
        pressing = [worker.until for worker in self._workers if worker.until is not None]
        return max(0.0, min(pressing) - time.monotonic()) if pressing else None

    def give(self, number: int, function: Callable[..., Any], *arguments: Any, asker: str = "") -> None:
        """Ask a question; the answer comes under its number. Askers share the workers' time (`Turns`)."""
        data = pickle.dumps((function, arguments), pickle.HIGHEST_PROTOCOL)
        self._waiting.put(asker, Question(number, asker, data))
        self._hand_out()

    def collect(self, seconds: float | None = None) -> Iterator[tuple[int, Any]]:
        """Wait until a worker has something to say, or `seconds`; the answers, or Lost, by their numbers.

        There may be none: a worker that is ready, or dead, is no answer. Raises WorkerError where processes do not
        start.
        """
        pauses = [pause for pause in (seconds, self.pause()) if pause is not None]
        for readable in wait(self.sockets, min(pauses, default=None)):
            yield from self.hear(cast("socket.socket", readable))
        yield from self.look()

    def hear(self, readable: socket.socket) -> Iterator[tuple[int, Any]]:
        """What a worker has to say whose socket can be read, as `collect` gives it."""
        place = self.sockets.index(readable)
        yield from self._heard(place, self._workers[place])
        self._hand_out()

    def look(self) -> Iterator[tuple[int, Any]]:
        """What is lost because its time is over, as `collect` gives it."""
        for place, worker in enumerate(self._workers):
            if worker.is_overdue():
                yield from self._overdue(place, worker)
        self._hand_out()

    def close(self) -> None:
        """End all workers, whatever they are at."""
        for worker in self._workers:
            self.before_end(worker.socket)
            worker.end()

    def _hand_out(self) -> None:
        for worker in sorted(self._workers, key=lambda worker: len(worker.questions)):
            if self._waiting and worker.may_take(self._waiting.peek()) and not self._is_at_dear(worker):
                worker.ask(self._waiting.take())
            elif self._waiting:
                worker.hurry()

    def _is_at_dear(self, worker: Worker) -> bool:
        """Whether what the worker is at will keep it for long."""
        return bool(worker.questions) and self._waiting.usual(worker.questions[0].asker) >= _DEAR

    def _heard(self, place: int, worker: Worker) -> Iterator[tuple[int, Any]]:
        try:
            said = receive(worker.socket)
        except (EOFError, OSError):
            yield from self._died(place, worker)
            return
        if worker.is_ready:
            seconds, question = worker.spent(), worker.answered()
            self._waiting.answered(question.asker, seconds)
            yield question.number, said
        else:
            worker.is_ready, worker.until = True, None

    def _died(self, place: int, worker: Worker) -> Iterator[tuple[int, Any]]:
        seconds, question = worker.spent(), self._replaced(place, worker)
        if question is None:
            return
        code = worker.process.exitcode
        question.deaths += 1
        if code == _WORKED_TOO_LONG:
            why = Lost("timeout", f"not read within {self._patience:g} s of work")
        elif question.deaths < _TRIES:
            self._waiting.put_back(question.asker, question)
            return
        else:
            why = Lost("worker_died", f"the process that read the page ended {_TRIES} times ({code})")
        self._waiting.answered(question.asker, seconds)
        yield question.number, why

    def _overdue(self, place: int, worker: Worker) -> Iterator[tuple[int, Any]]:
        seconds, question = worker.spent(), self._replaced(place, worker)
        if question is not None:
            self._waiting.answered(question.asker, seconds)
            yield question.number, Lost("timeout", f"not read within {SLACK * self._patience:g} s")

    def _replaced(self, place: int, worker: Worker) -> Question | None:
        """End a worker and begin another; what it was at. What waited behind that waits for the next worker."""
        if not worker.is_ready:
            raise WorkerError(_DOES_NOT_START)
        self.before_end(worker.socket)
        worker.end()
        self._workers[place] = Worker(self._patience, self._asked)
        question = worker.questions.popleft() if worker.questions else None
        for behind in reversed(worker.questions):
            self._waiting.put_back(behind.asker, behind)
        return question


_DOES_NOT_START = (
    "worker processes do not start; a script that calls newsbot with workers must guard its main part with "
    '`if __name__ == "__main__":`, or use workers=0'
)
