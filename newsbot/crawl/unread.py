"""Answers that came and are not read yet: where they are many, no more are asked for until some are read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scrapy.core.scraper import Slot
from scrapy.http import Response

if TYPE_CHECKING:
    from collections.abc import Callable

    from scrapy import Request
    from twisted.internet.defer import Deferred
    from twisted.python.failure import Failure

MOST = 500
"""Answers of all hosts that wait, to be read or for further pages of their article, before no more are asked for."""
LEAST_OF_HOST = 8
"""Answers of one host that may wait or be on their way, however few requests may go to it at once; twice as many as
those, if more. With pauses of two seconds they outlast the dearest page of another host."""
SHARE_OF_HOST = 16
"""One host's answers may have this part of the bytes that all may have."""


class Unread(Slot):
    """Scrapy's slot of answers in work, which knows whose they are and bounds their number too.

    It is full with `MOST` answers, or more than `max_active_size` bytes of bodies. A host has its own bounds far below
    those: what one host sends, however slow it is to read, leaves the others their room. `host_of` tells whose a
    request is.
    """

    def __init__(self, max_active_size: int, host_of: Callable[[Request], str]) -> None:
        super().__init__(max_active_size)
        self._host_of = host_of
        self._number: Counter[str] = Counter()
        self._bytes: Counter[str] = Counter()

    def __len__(self) -> int:
        """Answers that came and are not done with."""
        return len(self.queue) + len(self.active)

    def needs_backout(self) -> bool:
        """Whether nothing more is to be asked for."""
        return len(self) >= MOST or super().needs_backout()

    def has_room(self, host: str, at_once: int, asked: int = 0) -> bool:
        """Whether one more answer may be asked of a host, which may be asked `at_once` things at once and has been
        `asked` some."""
        is_few = self._number[host] + asked < max(LEAST_OF_HOST, 2 * at_once)
        return is_few and self._bytes[host] * SHARE_OF_HOST <= self.max_active_size

    def add_response_request(self, result: Response | Failure, request: Request) -> Deferred[None]:
        """An answer came."""
        self._note(result, request, 1)
        return super().add_response_request(result, request)

    def finish_response(self, result: Response | Failure, request: Request) -> None:
        """All is done that follows from it."""
        super().finish_response(result, request)
        self._note(result, request, -1)

    def _note(self, result: Response | Failure, request: Request, sign: int) -> None:
        host = self._host_of(request)
        size = len(result.body) if isinstance(result, Response) else 0
        self._number[host] += sign
        self._bytes[host] += sign * size
        if not self._number[host]:
            del self._number[host], self._bytes[host]
