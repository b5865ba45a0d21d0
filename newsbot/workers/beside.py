"""A process beside the reactor that reads pages, spoken to over a socket of the same event loop.

The standard library's pool needs two threads in the crawl's own process, which take turns with the reactor at every
page. Here the reactor writes and reads itself. Answers come in the order of the questions, so that a page which kills
or hangs the process is known: it is the first that waits.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import pickle
import signal
import socket
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar, cast

from newsbot.portals import folders_in_use, use_portals

T = TypeVar("T")
_LENGTH = 4
"""Bytes of the length before each message."""


class Gone(Exception):
    """The process ended before it answered. `at_fault` is whether it was at this very question; `hung` whether it was
    ended because that took too long."""

    def __init__(self, *, at_fault: bool, hung: bool = False) -> None:
        super().__init__("the process that reads pages is gone")
        self.at_fault = at_fault
        self.hung = hung


class Beside:
    """A process that calls functions, one after the other, each within `patience` seconds.

    It knows the portals that this process knows. The functions must be found by their names from another process.
    """

    def __init__(self, patience: float) -> None:
        mine, its = socket.socketpair()
        context = multiprocessing.get_context("spawn")  # a fork would copy the reactor's threads and sockets
        self._process = context.Process(target=_serve, args=(its, folders_in_use()), daemon=True)
        self._process.start()
        its.close()
        self._patience = patience
        self._questions: deque[asyncio.Future[Any]] = deque()
        self._is_asked = asyncio.Event()
        self._streams = asyncio.ensure_future(asyncio.open_connection(sock=mine))
        self._listening = asyncio.ensure_future(self._listen())
        self.is_gone = False

    async def ask(self, function: Callable[..., T], *arguments: Any) -> T:
        """What the function gives; raises Gone where no answer will come."""
        _, writer = await asyncio.shield(self._streams)
        if self.is_gone:
            raise Gone(at_fault=False)
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._questions.append(answer)
        self._is_asked.set()
        data = pickle.dumps((function, arguments), pickle.HIGHEST_PROTOCOL)
        writer.writelines((len(data).to_bytes(_LENGTH, "big"), data))
        return cast("T", await answer)

    def end(self) -> None:
        """End the process, whatever it is at."""
        self.is_gone = True
        self._listening.cancel()
        if self._streams.done() and not self._streams.cancelled() and not self._streams.exception():
            self._streams.result()[1].close()
        with suppress(OSError, ValueError):
            self._process.kill()
            self._process.join(1)

    async def _listen(self) -> None:
        reader, _ = await asyncio.shield(self._streams)
        hung = False
        try:
            while True:
                await self._is_asked.wait()
                async with asyncio.timeout(self._patience):
                    answer = await _message(reader)
                self._settle(answer)
        except TimeoutError:
            hung = True
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        self._give_up(hung=hung)

    def _settle(self, answer: Any) -> None:
        question = self._questions.popleft()
        if not self._questions:
            self._is_asked.clear()
        if not question.done():
            question.set_result(answer)

    def _give_up(self, *, hung: bool) -> None:
        self.end()
        for place, question in enumerate(self._questions):
            if not question.done():
                question.set_exception(Gone(at_fault=place == 0, hung=hung and place == 0))


async def _message(reader: asyncio.StreamReader) -> Any:
    size = int.from_bytes(await reader.readexactly(_LENGTH), "big")
    return pickle.loads(await reader.readexactly(size))  # noqa: S301 - what our own process made


def _serve(its: socket.socket, folders: tuple[str, ...]) -> None:
    """Answer until the other side hangs up. Ctrl-C is the crawl's affair: it ends in order and stops its processes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    use_portals(*folders)
    with suppress(ConnectionError), its, its.makefile("rwb") as file:
        while len(length := file.read(_LENGTH)) == _LENGTH:
            function, arguments = pickle.loads(file.read(int.from_bytes(length, "big")))  # noqa: S301 - our crawl's
            data = pickle.dumps(function(*arguments), pickle.HIGHEST_PROTOCOL)
            file.write(len(data).to_bytes(_LENGTH, "big") + data)
            file.flush()
