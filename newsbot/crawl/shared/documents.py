"""Discovery documents that one process of a shared crawl has read well, given to the others: each is asked for once.

An answer is good for as long as the run goes on that had it: the next run asks anew. Every process still reads each of
them, for only its own state knows what of the announced it has to ask for again. An answer that could not be read is
given to nobody: what refuses one machine may answer another.
"""

from __future__ import annotations

import json
import logging
import zlib
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from redis import RedisError
from scrapy.http import Response

if TYPE_CHECKING:
    from newsbot.crawl.shared.ledger import Ledger

MOST = 4_000_000
"""Bytes of an answer, packed, that are kept; a sitemap of the largest size allowed has a tenth of it."""
_LOG = logging.getLogger(__name__)


class SharedReading:
    """Those of the crawl of a ledger, as its process sees them.

    An answer is kept for `keep` seconds. Who asks for a document has `lease` seconds to read it, as long as he gives
    signs of life; then another asks. `largest` is the bytes of a body that are unpacked at most. A Redis that does not
    answer is none: then the process asks for itself, and the next sign of life tells.
    """

    def __init__(self, ledger: Ledger, *, lease: float, keep: float, largest: int) -> None:
        self._ledger = ledger
        self._server: Any = ledger.server
        self._name = f"{ledger.name}:documents"
        self._me = f"{ledger.member} {ledger.run}"
        self._lease, self._keep = int(lease * 1000), int(keep * 1000)
        self._largest = largest

    def _goes_on(self, who: str) -> bool:
        return self._ledger.goes_on(*who.split(" ", 1)) if " " in who else False

    def _key(self, url: str) -> str:
        return f"{self._name}:{sha256(url.encode('utf-8', 'surrogatepass')).hexdigest()}"

    def answer(self, url: str) -> Response | None:
        """What another process was answered; None where nobody has read the document lately."""
        try:
            kept: bytes | None = self._server.get(self._key(url))
            if kept is None:
                return None
            who, answer = _unpacked(kept, self._largest)
            return answer if self._goes_on(who) else None
        except RedisError:
            return None
        except (KeyError, TypeError, ValueError, zlib.error) as error:
            _LOG.error("no document of the shared crawl is kept of %s: %s", url, error)
            return None

    def may_ask(self, url: str) -> bool:
        """Whether this process is the one to ask: nobody else is at it, or has been for longer than its lease."""
        key = f"{self._key(url)}:asked"
        try:
            if self._server.set(key, self._me, nx=True, px=self._lease):
                return True
            asks = (self._server.get(key) or b"").decode("ascii", "replace")
            if asks != self._me and self._goes_on(asks):
                return False
            self._server.set(key, self._me, px=self._lease)
        except RedisError:
            pass
        return True

    def was_read(self, url: str, response: Response) -> bool:
        """Give an answer to the others; whether it is small enough for that."""
        packed = _packed(response, self._me)
        try:
            if is_small := len(packed) <= MOST:
                self._server.set(self._key(url), packed, px=self._keep)
            self._server.delete(f"{self._key(url)}:asked")
        except RedisError:
            return True
        return is_small

    def was_not_read(self, url: str) -> None:
        """Let another ask for it."""
        try:
            self._server.delete(f"{self._key(url)}:asked")
        except RedisError:
            return


def _packed(response: Response, who: str) -> bytes:
    head = {"url": response.url, "status": response.status, "who": who}
    return json.dumps(head).encode() + b"\n" + zlib.compress(response.body, 6)


def _unpacked(kept: bytes, largest: int) -> tuple[str, Response]:
    head, _, packed = kept.partition(b"\n")
    told = json.loads(head)
    body = zlib.decompressobj().decompress(packed, largest)
    if not isinstance(told["url"], str) or told["status"] != 200:
        raise ValueError("its head is none")
    return str(told["who"]), Response(told["url"], status=200, body=body)
