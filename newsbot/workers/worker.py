"""One worker process as the process that asks it sees it: what it was given, and until when it must have answered."""

from __future__ import annotations

import socket
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from typing import Any

from newsbot import lexicon
from newsbot.portals import folders_in_use
from newsbot.workers import SLACK
from newsbot.workers.serving import Asked, send, serve

_START_SECONDS = 60.0
_END_SECONDS = 5
AHEAD = 2
"""Questions that a worker is given: one to answer, one to go on with while its answer is on the way."""
_BUFFER = 1 << 20
"""Bytes asked of the system for what is sent and not read yet; it gives what it gives."""


@dataclass(slots=True)
class Question:
    """What is asked, pickled, and its number; `asker` is who asks, `deaths` how many processes ended over it."""

    number: int
    asker: str
    data: bytes
    deaths: int = 0


@dataclass(slots=True)
class Worker:
    """One process, the socket to it, what it is asked, and until when it must have said something; `room` is how many
    bytes can be sent to it while it does not read."""

    patience: float
    asked: Asked
    socket: socket.socket = field(init=False)
    process: Any = field(init=False)
    room: int = field(init=False)
    questions: deque[Question] = field(default_factory=deque)
    began: float = 0.0
    until: float | None = None
    is_ready: bool = False

    def __post_init__(self) -> None:
        self.socket, its = socket.socketpair()
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _BUFFER)
        self.room = self.socket.getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF) // 2
        context = get_context("spawn")
        known = (folders_in_use(), lexicon.folders_in_use())
        arguments = (its, self.patience, *known, self.asked)
        self.process = context.Process(target=serve, args=arguments, daemon=True)
        self.process.start()
        its.close()  # so that the socket ends when the worker does

    def hurry(self) -> None:
        """A question waits: from now on the start of the process has its time."""
        if not self.is_ready and self.until is None:
            self.until = time.monotonic() + _START_SECONDS

    def may_take(self, question: Question) -> bool:
        """Whether it is idle, or has one thing to do and the question fits into what nobody reads now."""
        ahead = len(self.questions)
        return self.is_ready and (not ahead or (ahead < AHEAD and len(question.data) < self.room))

    def ask(self, question: Question) -> None:
        """Send a question; the time of the first begins now."""
        if not self.questions:
            self._begin()
        self.questions.append(question)
        with suppress(OSError):  # a worker that has just died is met where its answer is looked for
            send(self.socket, question.data)

    def _begin(self) -> None:
        self.began = time.monotonic()
        self.until = self.began + SLACK * self.patience

    def spent(self) -> float:
        """Seconds for which it has been at the first of its questions."""
        return time.monotonic() - self.began

    def answered(self) -> Question:
        """The question that has its answer; the time of the next begins now."""
        question = self.questions.popleft()
        if self.questions:
            self._begin()
        else:
            self.until = None
        return question

    def is_overdue(self) -> bool:
        return self.until is not None and time.monotonic() >= self.until

    def end(self) -> None:
        self.socket.close()
        with suppress(OSError, ValueError):
            self.process.kill()
            self.process.join(_END_SECONDS)
