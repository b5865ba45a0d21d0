"""How a run that can be gone on with is ended from outside."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

INTERRUPTED = 130
TERMINATED = 143
"""128 and the number of the signal, as a shell tells of a program that a signal ended."""


@contextmanager
def resumable(console: Console) -> Iterator[None]:
    """Within it Ctrl-C and SIGTERM end the command alike: files are closed, processes ended, and what is done stays.

    Raises SystemExit with 130 or 143 then, after saying how to go on.
    """
    asked: list[int] = []

    def end(number: int, _frame: FrameType | None) -> None:
        asked.append(number)
        raise KeyboardInterrupt  # no kind of it: libraries that wait in C raise this one in its place

    is_main = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGTERM, end) if is_main else None
    try:
        yield
    except KeyboardInterrupt:
        console.print("interrupted; the same command with --resume goes on")
        raise SystemExit(TERMINATED if asked else INTERRUPTED) from None
    finally:
        if before is not None:
            signal.signal(signal.SIGTERM, before)
