"""What somebody says is wrong with a record: corrected fields, blocks that are no text, and texts that are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from newsbot.extractors.raw import LONGEST_REMOVED
from newsbot.inspector.forms import read_value, written
from newsbot.inspector.placing import Placed

BODY = "article_body"
_DATE = "date_published"
_PRECISION = "date_published_precision"


class Refused(ValueError):
    """A correction that cannot be taken; the message says why, to people."""


@dataclass(slots=True)
class Corrections:
    """The corrections of one record. `values` are fields by name; of the body also which blocks were dropped and which
    removed texts were taken back, by the names that their marks have."""

    values: dict[str, Any] = field(default_factory=dict)
    dropped: set[str] = field(default_factory=set)
    restored: set[str] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.values)

    @property
    def by_hand(self) -> bool:
        """Whether the body was written anew, not put together from blocks."""
        return BODY in self.values and not (self.dropped or self.restored)

    def correct(self, name: str, text: str, record: Mapping[str, Any]) -> None:
        """Take the text of a field for right. Raises Refused for one that means no value."""
        try:
            value = read_value(name, text)
        except ValueError as error:
            raise Refused(str(error)) from error
        if name == BODY:
            self.dropped.clear()
            self.restored.clear()
        if text.replace("\r\n", "\n") == written(name, record.get(name)) or value == record.get(name):
            self.undo(name)
            return
        self.values[name] = value
        if name == _DATE:
            self.values[_PRECISION] = _precision(value)

    def undo(self, name: str) -> None:
        """Take the record's own value again."""
        self.values.pop(name, None)
        if name == BODY:
            self.dropped.clear()
            self.restored.clear()
        elif name == _DATE:
            self.values.pop(_PRECISION, None)

    def toggle_block(self, name: str, record: Mapping[str, Any], placed: Placed) -> None:
        """Say that a block is no text of the article, or take that back. Raises Refused."""
        self._require_blocks()
        if name not in dict(_blocks(record)):
            raise Refused("there is no such block")
        self.dropped ^= {name}
        self._put_together(record, placed)

    def toggle_removed(self, name: str, record: Mapping[str, Any], placed: Placed) -> None:
        """Say that a text that was taken out is the article's, or take that back. Raises Refused where it has no place
        in the text."""
        self._require_blocks()
        text = dict(removed_texts(record)).get(name)
        if text is None:
            raise Refused("there is no such text")
        if name not in placed.spans:
            raise Refused("it has no place on the page: edit the text instead")
        if len(text) >= LONGEST_REMOVED:
            raise Refused(
                f"the record has its first {LONGEST_REMOVED} characters alone: edit the text instead"
            )
        self.restored ^= {name}
        self._put_together(record, placed)

    def _require_blocks(self) -> None:
        if self.by_hand:
            raise Refused("the text was edited by hand; undo that first")

    def _put_together(self, record: Mapping[str, Any], placed: Placed) -> None:
        """The body of the blocks that are kept and the texts that were taken back, in reading order."""
        if not self.dropped and not self.restored:
            self.values.pop(BODY, None)
            return
        texts = [(name, text) for name, text in _blocks(record) if name not in self.dropped]
        for name, text in removed_texts(record):
            if name in self.restored:
                place = placed.spans[name][0][0]
                at = next(
                    (at for at, (one, _) in enumerate(texts) if _begin(placed, one) > place), len(texts)
                )
                texts.insert(at, (name, text))
        self.values[BODY] = "\n\n".join(text for _, text in texts)


def _begin(placed: Placed, name: str) -> int:
    """Where a text begins; one without a place is before every other, so that what follows it stays behind it."""
    return placed.spans[name][0][0] if name in placed.spans else -1


def _blocks(record: Mapping[str, Any]) -> list[tuple[str, str]]:
    blocks = enumerate(record.get("blocks") or ())
    return [(f"block-{number}", block["text"]) for number, block in blocks if block.get("text")]


def removed_texts(record: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What left the text, by the names of the marks."""
    removed = enumerate(record["metadata"].get("removed") or ())
    return [(f"removed-{number}", noise["text"]) for number, noise in removed]


def noise_of(record: Mapping[str, Any], corrections: Corrections) -> list[str]:
    """The texts that are not the article's: those that were taken out and not taken back, and the dropped blocks."""
    left = [text for name, text in removed_texts(record) if name not in corrections.restored]
    return left + [text for name, text in _blocks(record) if name in corrections.dropped]


def _precision(value: str | None) -> str | None:
    """How exact a date is said to be: seconds that are zero were not stated."""
    if value is None:
        return None
    if len(value) == len("2023-09-13"):
        return "day"
    return "minute" if value[16:19] in ("", ":00") else "second"
