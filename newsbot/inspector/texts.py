"""The texts of a record that stand on its page: what was kept, what left the text, and what fields were read from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from newsbot.extractors.raw import LONGEST_REMOVED
from newsbot.inspector.flow import squeezed

Role = Literal["kept", "removed", "caption", "field"]
"""A block of the text, what was taken out of it, the line of a picture, or the printed form of a field."""


GROUPS = {
    "kept": "Kept text",
    "caption": "Captions",
    "related": "Inserts of other stories",
    "byline": "Bylines taken out",
    "noise": "Other noise taken out",
    "field": "Where fields were read",
}
"""How marks look, and what that means."""


@dataclass(frozen=True, slots=True)
class Told:
    """One text that a record tells. `name` is unique on the page, `bin` says what it is, `key` are its letters.

    `count` is how often it was met, `is_cut` whether the record has its beginning alone.
    """

    role: Role
    name: str
    bin: str
    text: str
    key: str
    count: int = 1
    is_cut: bool = False
    says: str = ""

    @property
    def group(self) -> str:
        """What its mark looks like: bins of noise that need not be told apart at a glance look alike."""
        return self.bin if self.bin in GROUPS else "noise"


def texts_of(record: Mapping[str, Any]) -> list[Told]:
    """What a record tells of its page, in the order in which it is looked for."""
    found = [*_kept(record), *_removed(record), *_captions(record), *_fields(record)]
    return [told for told in found if told.key]


def _kept(record: Mapping[str, Any]) -> Iterator[Told]:
    for number, block in enumerate(record.get("blocks") or ()):
        text = block.get("text") or ""
        yield Told("kept", f"block-{number}", "kept", text, squeezed(text), says=str(block.get("type")))


def _removed(record: Mapping[str, Any]) -> Iterator[Told]:
    for number, noise in enumerate(record["metadata"].get("removed") or ()):
        text = noise.get("text") or ""
        is_cut = len(text) >= LONGEST_REMOVED
        bin_ = str(noise.get("kind"))
        count = noise.get("count") or 1
        says = f"{bin_}: {noise.get('rule')}"
        yield Told("removed", f"removed-{number}", bin_, text, squeezed(text), count, is_cut, says)


def _captions(record: Mapping[str, Any]) -> Iterator[Told]:
    for number, image in enumerate(record.get("images") or ()):
        for part in ("caption", "credit"):
            text = image.get(part) or ""
            yield Told("caption", f"image-{number}-{part}", "caption", text, squeezed(text), says=part)


_PRINTED = (
    ("headline", "headline"),
    ("alternative_headline", "alternative_headline"),
    ("dateline", "dateline_raw"),
    ("date_published", "date_published_raw"),
    ("date_modified", "date_modified_raw"),
    ("section", "section"),
    ("topic", "topic"),
    ("initials", "initials"),
    ("is_based_on", "is_based_on"),
)
"""Fields of one string, and the key that holds what is printed for them."""
_PEOPLE = ("authors", "editors", "contributors")
_WORDS = ("keywords", "breadcrumbs")


def _fields(record: Mapping[str, Any]) -> Iterator[Told]:
    for name, key in _PRINTED:
        text = record.get(key) or ""
        yield Told("field", f"field-{name}", "field", text, squeezed(text), says=name)
    for name in _PEOPLE:
        for number, person in enumerate(record.get(name) or ()):
            text = person.get("name_raw") or person.get("name") or ""
            yield Told("field", f"field-{name}-{number}", "field", text, squeezed(text), says=name)
    for name in _WORDS:
        for number, text in enumerate(record.get(name) or ()):
            yield Told("field", f"field-{name}-{number}", "field", text, squeezed(text), says=name)
