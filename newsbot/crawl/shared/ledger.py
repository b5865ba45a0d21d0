"""Who has which article of a shared crawl, in Redis. Every step is one transaction there.

An article is known by its key. From the moment that the duplicate filter has its key it is in exactly one place: in
the queue, `taken` by one process, `sealed` by one process, or finished and in none.

- A process that takes an article has it as long as it gives signs of life (`beat`); then anybody may put what it had
  taken back into the queue.
- A process seals articles just before its state says that they are done, and confirms them right after. What is sealed
  nobody else is given: only the process itself knows, from its state, whether the line is in its files. It says so
  when it begins again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from redis import Redis

# the key of an entry is its first line
_RESERVE = """
if redis.call('SADD', KEYS[1], ARGV[1]) == 0 then return 0 end
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
return 1
"""
_QUEUE = """
if redis.call('HDEL', KEYS[1], ARGV[1]) == 0 then return 0 end
redis.call('ZADD', KEYS[2], ARGV[3], ARGV[2])
return 1
"""
_TAKE = """
local popped = redis.call('ZPOPMIN', KEYS[1])
if #popped == 0 then return false end
redis.call('HSET', KEYS[2], string.match(popped[1], '^[^\\n]*'), popped[1])
return popped[1]
"""
_SEAL = """
for _, key in ipairs(ARGV) do
    if redis.call('HEXISTS', KEYS[1], key) + redis.call('HEXISTS', KEYS[2], key) == 0 then return 0 end
end
for _, key in ipairs(ARGV) do
    local entry = redis.call('HGET', KEYS[1], key)
    if entry then redis.call('HSET', KEYS[2], key, entry) redis.call('HDEL', KEYS[1], key) end
end
return 1
"""
_RETURN = """
if KEYS[3] and redis.call('EXISTS', KEYS[3]) == 1 then return 0 end
local entries = redis.call('HVALS', KEYS[1])
for _, entry in ipairs(entries) do redis.call('ZADD', KEYS[2], '-inf', entry) end
redis.call('DEL', KEYS[1])
return #entries
"""


class Ledger:
    """The ledger of the crawl `name`, as the process `member` sees it. `lease` is in seconds.

    All raise redis.RedisError where Redis does not answer.
    """

    def __init__(self, server: Redis, name: str, member: str, lease: float) -> None:
        self.queue, self.seen = f"{name}:requests", f"{name}:dupefilter"
        self.server: Any = server
        self._members = f"{name}:members"
        self._member = member
        self._lease = int(lease * 1000)
        self._name = name
        self._taken, self._sealed = self._place("taken", member), self._place("sealed", member)
        self._reserve, self._queue, self._take, self._seal, self._return = map(
            server.register_script, (_RESERVE, _QUEUE, _TAKE, _SEAL, _RETURN)
        )

    def _place(self, what: str, member: str) -> str:
        return f"{self._name}:{what}:{member}"

    # a process

    def beat(self) -> int:
        """Give a sign of life and put back what silent processes had taken; how many articles those were."""
        with self.server.pipeline() as steps:
            steps.sadd(self._members, self._member)
            steps.set(self._place("alive", self._member), 1, px=self._lease)
            steps.execute()
        return sum(
            self._return(keys=[self._place("taken", other), self.queue, self._place("alive", other)])
            for other in self._others()
        )

    def give_back(self) -> int:
        """Put back what this process has taken; how many articles those were."""
        return int(self._return(keys=[self._taken, self.queue]))

    def leave(self) -> None:
        """Put back what this process has taken, and be waited for no more."""
        self.give_back()
        self.server.delete(self._place("alive", self._member))
        if not self.server.exists(self._sealed):
            self.server.srem(self._members, self._member)

    def held(self) -> int:
        """How many articles this process has taken and not finished."""
        return int(self.server.hlen(self._taken))

    def held_by_others(self) -> int:
        """How many articles other processes have taken and not finished."""
        return self._sum("taken")

    def sealed_by_others(self) -> int:
        """How many articles others have sealed and not confirmed: most are done the moment after."""
        return self._sum("sealed")

    def _sum(self, what: str) -> int:
        with self.server.pipeline(transaction=False) as steps:
            for other in self._others():
                steps.hlen(self._place(what, other))
            return sum(steps.execute())

    def _others(self) -> list[str]:
        members = {member.decode() for member in self.server.smembers(self._members)}
        return sorted(members - {self._member})

    # an article

    def reserve(self, key: str, entry: str) -> bool:
        """Take an article that nobody has announced before; whether it is one."""
        return bool(self._reserve(keys=[self.seen, self._taken], args=[key, entry]))

    def offer(self, key: str, entry: str, score: float) -> None:
        """Put an article that this process has taken into the queue; the lowest score is first.

        One that it has no more is left where it is: the process was silent and somebody else put it there.
        """
        self._queue(keys=[self._taken, self.queue], args=[key, entry, score])

    def take(self) -> bytes | None:
        """The first entry of the queue, taken; None where the queue is empty."""
        entry: bytes | None = self._take(keys=[self.queue, self._taken])
        return entry

    def drop(self, key: bytes) -> None:
        """Finish an article without having done anything for it."""
        self.server.hdel(self._taken, key)

    def seal(self, keys: Sequence[str]) -> bool:
        """Seal all these articles, or none; False where one of them has been given to another process."""
        return not keys or bool(self._seal(keys=[self._taken, self._sealed], args=list(keys)))

    def confirm(self, keys: Iterable[str]) -> None:
        """Finish sealed articles."""
        if names := list(keys):
            self.server.hdel(self._sealed, *names)

    def sealed(self) -> dict[str, str]:
        """Keys and entries that this process sealed and has not confirmed."""
        return {key.decode(): entry.decode() for key, entry in self.server.hgetall(self._sealed).items()}

    def unseal(self, key: str, entry: str) -> None:
        """Put a sealed article back into the queue, to be done next."""
        self._queue(keys=[self._sealed, self.queue], args=[key, entry, "-inf"])

    def seen_among(self, keys: Sequence[str]) -> list[str]:
        """Those of the keys that the duplicate filter has."""
        with self.server.pipeline(transaction=False) as steps:
            for key in keys:
                steps.sismember(self.seen, key)
            return [key for key, is_seen in zip(keys, steps.execute(), strict=True) if is_seen]
