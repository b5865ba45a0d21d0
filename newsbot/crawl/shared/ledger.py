"""Who has which article of a shared crawl, in Redis. Every step is one transaction there.

An article is known by its key. From the moment that the filter of what was announced has its key it is in exactly one
place: in the queue of its host, `taken` by one process, `sealed` by one process, or finished and in none.

Hosts stand in a row, the one that was served longest ago first. A process takes from the first that it may ask.

- A process that takes an article has it as long as it gives signs of life (`beat`); then anybody may put what it had
  taken back into the queue.
- A process seals articles just before its state says that they are done, and confirms them right after. What is sealed
  nobody else is given: only the process itself knows, from its state, whether the line is in its files. It says so
  when it begins again.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from redis import Redis, RedisError

# The key of an entry is its first line, its host the second. KEYS end with the row of hosts, what the names of their
# queues begin with, and the number of turns that were taken.
_PUT = """
local row, queues, turns = KEYS[#KEYS - 2], KEYS[#KEYS - 1], KEYS[#KEYS]
local function put(entry, score)
    local host = string.match(entry, '^[^\\n]*\\n([^\\n]*)') or ''
    redis.call('ZADD', queues .. host, score, entry)
    redis.call('ZADD', row, 'NX', redis.call('GET', turns) or 0, host)
end
"""
_RESERVE = """
if redis.call('SADD', KEYS[1], ARGV[1]) == 0 then return 0 end
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
return 1
"""
_OFFER = f"""{_PUT}
local fresh = 0
for at = 1, #ARGV, 3 do
    if redis.call('SADD', KEYS[1], ARGV[at]) == 1 then
        put(ARGV[at + 1], ARGV[at + 2])
        fresh = fresh + 1
    end
end
return fresh
"""
_QUEUE = f"""{_PUT}
if redis.call('HDEL', KEYS[1], ARGV[1]) == 0 then return 0 end
put(ARGV[2], ARGV[3])
return 1
"""
_TAKE = """
local row, queues, turns = KEYS[2], KEYS[3], KEYS[4]
local passed = {}
for _, host in ipairs(ARGV) do passed[host] = true end
for _, host in ipairs(redis.call('ZRANGE', row, 0, #ARGV)) do
    if not passed[host] then
        local entry = redis.call('ZPOPMIN', queues .. host)[1]
        if redis.call('EXISTS', queues .. host) == 0 then
            redis.call('ZREM', row, host)
        else
            redis.call('ZADD', row, redis.call('INCR', turns), host)
        end
        if not entry then return false end
        redis.call('HSET', KEYS[1], string.match(entry, '^[^\\n]*'), entry)
        return entry
    end
end
return false
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
_RETURN = f"""{_PUT}
if #KEYS == 5 and redis.call('EXISTS', KEYS[2]) == 1 then return 0 end
local entries = redis.call('HVALS', KEYS[1])
for _, entry in ipairs(entries) do put(entry, '-inf') end
redis.call('DEL', KEYS[1])
return #entries
"""
_WAITING = """
local waiting = 0
for _, host in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
    waiting = waiting + redis.call('ZCARD', KEYS[2] .. host)
end
return waiting
"""


class Ledger:
    """The ledger of the crawl `name`, as the process `member` sees it. `lease` is in seconds.

    All raise redis.RedisError where Redis does not answer.
    """

    def __init__(self, server: Redis, name: str, member: str, lease: float) -> None:
        self.name, self.member = name, member
        self.queue, self.seen = f"{name}:requests", f"{name}:dupefilter"
        self._row = f"{name}:hosts"
        self._queues = (self._row, f"{self.queue}:", f"{name}:turns")
        self.server: Any = server
        self._members = f"{name}:members"
        self.run = uuid.uuid4().hex
        """Tells this run of the process from others."""
        self._lease = int(lease * 1000)
        self._taken, self._sealed = self._place("taken", member), self._place("sealed", member)
        self._reserve, self._offer, self._queue, self._take, self._seal, self._return, self._waiting = map(
            server.register_script, (_RESERVE, _OFFER, _QUEUE, _TAKE, _SEAL, _RETURN, _WAITING)
        )

    def _place(self, what: str, member: str) -> str:
        return f"{self.name}:{what}:{member}"

    # a process

    def beat(self) -> int:
        """Give a sign of life and put back what silent processes had taken; how many articles those were."""
        with self.server.pipeline() as steps:
            steps.sadd(self._members, self.member)
            steps.set(self._place("alive", self.member), self.run, px=self._lease)
            steps.execute()
        return sum(
            self._return(keys=[self._place("taken", other), self._place("alive", other), *self._queues])
            for other in self._others()
        )

    def give_back(self) -> int:
        """Put back what this process has taken; how many articles those were."""
        return int(self._return(keys=[self._taken, *self._queues]))

    def goes_on(self, member: str, run: str) -> bool:
        """Whether a process is still at a run, as far as it gave signs of life."""
        told: bytes | None = self.server.get(self._place("alive", member))
        return told is not None and told.decode("ascii", "replace") == run

    def leave(self) -> None:
        """Put back what this process has taken, and be waited for no more."""
        self.give_back()
        self.server.delete(self._place("alive", self.member))
        if not self.server.exists(self._sealed):
            self.server.srem(self._members, self.member)

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
        return sorted(members - {self.member})

    # an article

    def reserve(self, key: str, entry: str) -> bool:
        """Take an article that nobody has announced before; whether it is one."""
        return bool(self._reserve(keys=[self.seen, self._taken], args=[key, entry]))

    def offer(self, articles: Iterable[tuple[str, str, float]]) -> int:
        """Put those articles that nobody has announced before into the queues of their hosts, in one step; how many
        they were. Each is its key, its entry and its score, of which the lowest is first."""
        words = [word for article in articles for word in article]
        return int(self._offer(keys=[self.seen, *self._queues], args=words)) if words else 0

    def take(self, passed: Collection[str] = ()) -> bytes | None:
        """The first entry of the host whose turn it is, taken; None where nothing waits but of the hosts to be `passed`
        over."""
        entry: bytes | None = self._take(keys=[self._taken, *self._queues], args=list(passed))
        return entry

    def waiting(self) -> int:
        """How many articles stand in the queues of all hosts."""
        return int(self._waiting(keys=self._queues[:2]))

    def waiting_keys(self) -> set[str]:
        """The keys of the articles that stand in the queues."""
        entries = (
            entry
            for host in self.server.zrange(self._row, 0, -1)
            for entry in self.server.zrange(f"{self._queues[1]}{host.decode('utf-8', 'replace')}", 0, -1)
        )
        return {entry.partition(b"\n")[0].decode("utf-8", "replace") for entry in entries}

    def hosts(self) -> set[str]:
        """The hosts of which articles wait."""
        return {host.decode("utf-8", "replace") for host in self.server.zrange(self._row, 0, -1)}

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
        self._queue(keys=[self._sealed, *self._queues], args=[key, entry, "-inf"])

    def seen_among(self, keys: Sequence[str]) -> list[str]:
        """Those of the keys that were announced."""
        with self.server.pipeline(transaction=False) as steps:
            for key in keys:
                steps.sismember(self.seen, key)
            return [key for key, is_seen in zip(keys, steps.execute(), strict=True) if is_seen]


def gone(error: RedisError) -> OSError:
    """The error of a Redis that does not answer, which ends a run as a disk does that fails."""
    return OSError(f"the Redis of the shared crawl: {error}")
