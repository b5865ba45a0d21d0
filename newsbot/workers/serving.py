"""A worker's own life: questions in, answers out, and the messages in which both go through its socket."""

from __future__ import annotations

import pickle
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import Any

from newsbot import lexicon
from newsbot.portals import use_portals

Asked = tuple[Callable[..., Any] | str, ...]
"""Functions that a worker will be asked, which it imports with the module that they are in, and names of modules that
these load when they are called: who only asks need not load them."""
_READY = "ready"
_LENGTH = 4
"""Bytes of the length before each message."""


def send(to: socket.socket, data: bytes) -> None:
    """One message, its length before it."""
    to.sendall(len(data).to_bytes(_LENGTH, "big") + data)


def receive(source: socket.socket) -> Any:
    """The next message; raises EOFError where the other side is gone."""
    return pickle.loads(_exactly(source, int.from_bytes(_exactly(source, _LENGTH), "big")))  # noqa: S301 - our own


def _exactly(source: socket.socket, size: int) -> bytearray:
    data = bytearray(size)
    view = memoryview(data)
    while view:
        got = source.recv_into(view)
        if not got:
            raise EOFError
        view = view[got:]
    return data


def serve(
    its: socket.socket, patience: float, folders: tuple[str, ...], words: tuple[str, ...], asked: Asked
) -> None:
    """A worker's life: it imports what it is asked for, where its arguments have not yet, and says so; then questions
    in, answers out, until the other side hangs up. Ctrl-C reaches the whole group of processes and is the parent's
    affair."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    use_portals(*folders)
    lexicon.use_lexicon(*words)
    for name in asked:
        if isinstance(name, str):
            import_module(name)
    with suppress(EOFError, ConnectionError), its:
        send(its, pickle.dumps(_READY))
        while True:
            function, arguments = receive(its)
            with _working(patience):
                answer = function(*arguments)
            send(its, pickle.dumps(answer, pickle.HIGHEST_PROTOCOL))


@contextmanager
def _working(patience: float) -> Iterator[None]:
    """What works here for longer, waiting aside, is ended with its process, where the system has a timer of work."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, patience)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
