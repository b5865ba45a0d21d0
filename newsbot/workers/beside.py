"""A crew beside an event loop: questions are awaited, and the loop reads and writes the workers' sockets itself.

The standard library's pool needs two threads in the crawl's own process, which take turns with the reactor at every
page.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from itertools import count
from socket import socket
from typing import Any

from newsbot.workers.crew import Crew, Lost, WorkerError


class Beside:
    """The crew as a coroutine sees it. Made where an event loop runs."""

    def __init__(self, crew: Crew) -> None:
        self._crew = crew
        crew.before_end = self._unwatch
        self._loop = asyncio.get_running_loop()
        self._numbers = count()
        self._answers: dict[int, asyncio.Future[Any]] = {}
        self._watched: set[socket] = set()
        self._timer: asyncio.TimerHandle | None = None

    async def ask(self, function: Callable[..., Any], *arguments: Any, asker: str = "") -> Any | Lost:
        """What the function gives; raises WorkerError where processes do not start."""
        number = next(self._numbers)
        answer = self._answers[number] = self._loop.create_future()
        self._crew.give(number, function, *arguments, asker=asker)
        self._watch()
        return await answer

    def close(self) -> None:
        """End the workers; what is asked has no answer."""
        self._crew.close()
        if self._timer:
            self._timer.cancel()
        for answer in self._answers.values():
            answer.cancel()

    def _hear(self, readable: socket) -> None:
        self._settle(self._crew.hear(readable))

    def _look(self) -> None:
        self._timer = None
        self._settle(self._crew.look())

    def _settle(self, said: Iterator[tuple[int, Any]]) -> None:
        try:
            for number, what in said:
                answer = self._answers.pop(number)
                if not answer.done():
                    answer.set_result(what)
        except WorkerError as error:
            self._fail(error)
        else:
            self._watch()

    def _fail(self, error: WorkerError) -> None:
        for one in [*self._watched]:
            self._unwatch(one)
        for answer in self._answers.values():
            answer.set_exception(error)
        self._answers.clear()

    def _watch(self) -> None:
        """A socket is watched while its worker lives, the clock while a worker is at work."""
        for one in self._crew.sockets:
            if one not in self._watched:
                self._watched.add(one)
                self._loop.add_reader(one, self._hear, one)
        pause = self._crew.pause()
        if pause is not None and (self._timer is None or self._loop.time() + pause < self._timer.when()):
            if self._timer:
                self._timer.cancel()
            self._timer = self._loop.call_later(pause, self._look)

    def _unwatch(self, one: socket) -> None:
        if one in self._watched:
            self._watched.remove(one)
            self._loop.remove_reader(one)
