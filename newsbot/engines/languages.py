"""The languages of texts, told by several processes, in the order of the texts."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import count, islice

from newsbot.corpus.added import IdentifiedLanguage
from newsbot.corpus.languages.run import identify_texts
from newsbot.workers.crew import Crew, Lost, WorkerError

_BATCH = 32
"""Texts of one question: some tenths of a second of work."""
_AHEAD = 4
"""Questions on the way for each worker."""

Found = list[IdentifiedLanguage | None]


def identify_in(workers: int, texts: Iterable[str]) -> Iterator[IdentifiedLanguage | None]:
    """What `identify_texts` gives of each text, by so many processes; each has a model of some 100 MB.

    Raises WorkerError where processes do not start, or one is lost over some texts.
    """
    batches = iter(texts)
    numbers = count()
    asked: deque[int] = deque()
    known: dict[int, Found] = {}
    with closing(Crew(workers, asked=(identify_texts,))) as crew:
        while True:
            while (
                crew.has_room and len(asked) < workers * _AHEAD and (batch := list(islice(batches, _BATCH)))
            ):
                asked.append(number := next(numbers))
                crew.give(number, identify_texts, batch)
            if not asked:
                return
            for number, said in crew.collect():
                if isinstance(said, Lost):
                    raise WorkerError(f"the languages of some texts are not told: {said.detail}")
                known[number] = said
            while asked and asked[0] in known:
                yield from known.pop(asked.popleft())
