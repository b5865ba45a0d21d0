"""A lane for each host: which articles wait in memory is decided host by host, so that none stands in another's way."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newsbot.state import Known, Queue, queue_of

if TYPE_CHECKING:
    from newsbot.crawl.store import Store

IN_HAND = 64
"""Articles in memory, shared out among the hosts; all others wait in the state."""
LEAST = 4
"""Articles that a host may have there, however many hosts there are."""
MAX_LANES = 256
"""Hosts that have articles there at once; the next ones' turn comes when one of them has nothing left."""


class Lanes:
    """Takes articles from the state, the newest of each host first. `at_once` is how many a host may be asked at once;
    it has as many in hand as long as the state has them. All raise OSError where the state cannot be written."""

    def __init__(self, store: Store, at_once: int) -> None:
        self._store = store
        self._least = max(LEAST, 2 * at_once)
        self._in_hand: Counter[Queue] = Counter()
        self._lanes: list[Queue] = []
        self._announcements = -1

    def begun(self, known: Known) -> None:
        """An article is asked for."""
        self._in_hand[queue_of(known)] += 1

    def ended(self, known: Known) -> None:
        """It has an answer, or waits elsewhere."""
        self._in_hand[queue_of(known)] -= 1

    def take(self, limit: int | None) -> list[Known]:
        """What is to be asked for now, at most `limit`: of each host that has half its share or less in hand as much as
        it has room for, the newest of all hosts first, then what was asked for before in vain."""
        if self._announcements != self._store.announcements:
            self._announcements = self._store.announcements
            self._lanes = list(self._store.state.queues.of(self._store.portals))
        share = max(self._least, IN_HAND // max(1, len(self._lanes)))
        found: list[Known] = []
        empty: set[Queue] = set()
        for lane in self._lanes[:MAX_LANES]:
            room = share - self._in_hand[lane]
            if 2 * room >= share:
                some = self._store.state.queues.newest(lane, room)
                found += some
                if len(some) < room:
                    empty.add(lane)
        found.sort(key=lambda known: known.newest, reverse=True)
        found.sort(key=lambda known: known.is_again)
        if limit is None or len(found) <= limit:  # else what is cut off still waits there
            # nothing more is in those until something is announced
            self._lanes = [lane for lane in self._lanes if lane not in empty]
        if found := found[:limit]:
            self._store.state.queues.take(found)
        return found
