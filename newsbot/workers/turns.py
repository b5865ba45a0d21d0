"""Whose question is next: the one that has cost the workers least goes first, so that dear ones wait for their like."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")

_NEW = 0.25
"""How much the last question tells of what the next one of its asker will cost."""
_REMEMBERED = 1_000
"""Askers without a question whose account is kept."""


@dataclass(slots=True)
class _Asker(Generic[T]):
    waiting: deque[T] = field(default_factory=deque)
    in_hand: int = 0
    spent: float = 0.0
    usual: float = 0.0
    """Seconds that one question costs."""

    @property
    def due(self) -> float:
        """What it will have cost when all that is in hand has its answer."""
        return self.spent + self.in_hand * self.usual


class Turns(Generic[T]):
    """Questions of several askers, in the order in which workers get them.

    Those of one asker keep their order. Among askers the one goes first that has cost fewest seconds since all of them
    had something to ask; what it has in hand counts as much as its questions usually cost. Who comes, or comes again,
    begins where the least of the others stands: having asked nothing gives no claim.
    """

    def __init__(self) -> None:
        self._there: dict[str, _Asker[T]] = {}
        self._away: dict[str, _Asker[T]] = {}
        self._number = 0

    def __len__(self) -> int:
        """How many wait."""
        return self._number

    def put(self, asker: str, question: T) -> None:
        """Ask behind what this asker has asked before."""
        own = self._there.get(asker) or self._come(asker)
        own.waiting.append(question)
        self._number += 1

    def put_back(self, asker: str, question: T) -> None:
        """Ask once more, before all else of this asker, what `take` gave and has no answer."""
        own = self._there[asker]
        own.in_hand -= 1
        own.waiting.appendleft(question)
        self._number += 1

    def peek(self) -> T:
        """The next question. Raises ValueError where none waits."""
        return self._next().waiting[0]

    def take(self) -> T:
        """The next question, for a worker. Raises ValueError where none waits."""
        own = self._next()
        own.in_hand += 1
        self._number -= 1
        return own.waiting.popleft()

    def usual(self, asker: str) -> float:
        """Seconds that a question of an asker costs, as its last ones tell; 0 where none was answered."""
        return self._there[asker].usual if asker in self._there else 0.0

    def answered(self, asker: str, seconds: float) -> None:
        """A question that `take` gave has its answer, or has none and is given up, after so much time of a worker."""
        own = self._there[asker]
        own.in_hand -= 1
        own.spent += seconds
        own.usual += (seconds - own.usual) * (_NEW if own.usual else 1.0)
        if not own.in_hand and not own.waiting:
            self._away[asker] = self._there.pop(asker)
            if len(self._away) > _REMEMBERED:
                del self._away[next(iter(self._away))]

    def _next(self) -> _Asker[T]:
        return min((own for own in self._there.values() if own.waiting), key=lambda own: own.due)

    def _come(self, asker: str) -> _Asker[T]:
        own: _Asker[T] = self._away.pop(asker) if asker in self._away else _Asker()
        own.spent = max(own.spent, min((other.spent for other in self._there.values()), default=0.0))
        self._there[asker] = own
        return own
