"""What the lines of a shared crawl say, in Redis: a copy of an article that another process has gives no second line.

A site may announce two addresses of one article, and two processes may read them in the same second, so the first that
reads it has it before its line is safe. One that is killed before that has the article still among those that it took:
they go back into the queue, and who asks for it then is the same article and writes the line.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from redis import RedisError

from newsbot.crawl.shared.ledger import gone

if TYPE_CHECKING:
    from newsbot.crawl.shared.ledger import Ledger

_HOLD = """
local told = redis.call('HGET', KEYS[1], ARGV[1])
if told and string.sub(told, 1, #ARGV[2]) == ARGV[2] then return string.sub(told, #ARGV[2] + 1) end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2] .. ARGV[3])
return ARGV[3]
"""


class SharedTexts:
    """Those of the crawl of a ledger: of each record's id what its last line says, and the key of the article whose
    that is, some hundred bytes each."""

    def __init__(self, ledger: Ledger) -> None:
        self._name = f"{ledger.name}:texts"
        self._hold = ledger.server.register_script(_HOLD)

    def holder(self, record_id: str, text: str, key: str) -> str:
        """The key of the article that has this text under the id: the given one, unless another had it before. Raises
        OSError where Redis does not answer."""
        try:
            told: bytes = self._hold(keys=[self._name], args=[_short(record_id), _short(text), key])
        except RedisError as error:
            raise gone(error) from error
        return told.decode("utf-8", "replace")


def _short(value: str) -> bytes:
    return blake2b(value.encode("utf-8", "surrogatepass"), digest_size=16).digest()
