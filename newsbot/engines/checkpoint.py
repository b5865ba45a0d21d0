"""How far a run has come, so that a run that was killed goes on where it was."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newsbot.archive import PageFile, PlacedPage
from newsbot.durable.lines import write_whole
from newsbot.engines.pool import Input
from newsbot.items import Reject
from newsbot.workers.pages import Item

_FORMAT = 1


class ResumeError(RuntimeError):
    """The run cannot go on from its checkpoint: it was another run, or its files are not as it left them."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """All inputs below `next_input` are done, and those in `done_beyond`: pages joined to an earlier record.

    `last_input` is the place of the input before `next_input`, by which a changed source is noticed.
    `lengths` are the bytes of records and rejects, `run` says what was run, `summary` its figures so far.
    """

    run: dict[str, Any]
    next_input: int = 0
    done_beyond: list[int] = field(default_factory=list)
    last_input: str | None = None
    lengths: tuple[int, int] = (0, 0)
    summary: dict[str, Any] = field(default_factory=dict)
    is_complete: bool = False

    def save(self, path: Path) -> None:
        """Write it in one step."""
        write_whole(path, json.dumps({"format": _FORMAT, **dataclasses.asdict(self)}) + "\n")

    def require_same_run(self, run: dict[str, Any]) -> None:
        """Raises ResumeError unless this is a checkpoint of that run."""
        changed = sorted(key for key in run if self.run.get(key) != run[key])
        if changed:
            raise ResumeError(
                f"the interrupted run was another one ({', '.join(changed)} differ); run it as it was, "
                "or without --resume to start anew"
            )


def load(path: Path) -> Checkpoint | None:
    """The checkpoint in a file, or None where there is none. Raises ResumeError where it cannot be read."""
    try:
        fields = json.loads(path.read_text(encoding="utf-8"))
        if fields.pop("format") != _FORMAT:
            raise ResumeError(f"{path} was written by another version of newsbot; run without --resume")
        return Checkpoint(**{**fields, "lengths": tuple(fields["lengths"])})
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ResumeError(f"{path} is no checkpoint ({error}); run without --resume") from error


class Tracker:
    """Which inputs were read and which are done. It remembers only those in between."""

    def __init__(self, checkpoint: Checkpoint) -> None:
        self.next_input = checkpoint.next_input
        self.read = checkpoint.next_input
        self.last_input = checkpoint.last_input
        self._beyond = set(checkpoint.done_beyond)
        self._places: dict[int, str] = {}

    @property
    def done_beyond(self) -> list[int]:
        """The numbers at or above `next_input` that are done."""
        return sorted(self._beyond)

    def follow(self, items: Iterator[Item], passed: Callable[[Item], None] | None = None) -> Iterator[Input]:
        """The items under their numbers, from `next_input` on, without those that were done beyond it, of which
        `passed` is told."""
        done_before = frozenset(self._beyond)
        for number, item in enumerate(items, self.next_input):
            self._places[number] = place_of(item)
            self.read = number + 1
            if number not in done_before:
                yield number, item
            elif passed:
                passed(item)

    def done(self, numbers: tuple[int, ...]) -> None:
        """Note inputs whose outcome is written."""
        self._beyond.update(numbers)
        while self.next_input in self._beyond:
            self._beyond.remove(self.next_input)
            self.last_input = self._places.pop(self.next_input, None)
            self.next_input += 1


def place_of(item: Item) -> str:
    """Where an input lies, in words that stay the same from run to run, read or not."""
    if isinstance(item, PageFile):
        return f"{item.shown}:None"
    if isinstance(item, PlacedPage):
        return f"{item.name}:{item.offset}"
    if isinstance(item, Reject):
        return f"{item.path}:{item.offset}"
    return f"{item.origin.path}:{item.origin.offset}"
