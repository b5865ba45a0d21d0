"""RawArticle: everything a page says, as printed, each string with the witness that says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from newsbot.extractors.body.blocks import TextBlock
from newsbot.items import Bin, Kind, Problem, Related, Removed

LONGEST_REMOVED = 500
"""Characters of a removed text that are kept."""
Witness = Literal[
    "layout", "generic", "printed", "body", "text", "structured", "meta", "title", "time", "url"
]
"""What gave a value: a rule of the portal's layout, a rule that holds for any template, words on the page that no rule
names (by their place or form), the text itself, the lines of a plain-text page, JSON in the page, the elements of its
head, its title, a time element, its address."""


class Candidate(NamedTuple):
    """One reading of a field: the string as printed, who says it, by which rule.

    `printed` where readers are shown it; what only machines are told is heard and never trusted blindly. That is its
    rank, whoever its witness is.
    """

    value: str
    witness: Witness
    rule: str
    url: str | None = None
    printed: bool = True


class CandidateList(NamedTuple):
    """One reading of a list field: all of a witness's strings, with the rule and the rank as of a candidate."""

    values: tuple[str, ...]
    witness: Witness
    rule: str
    printed: bool = True


@dataclass(frozen=True, slots=True)
class RawImage:
    """A picture as printed: caption and credit still in one line unless the markup keeps them apart."""

    url: str | None
    caption: str | None = None
    credit: str | None = None
    alt: str | None = None
    width: str | None = None
    height: str | None = None
    rule: str = ""
    witness: Witness = "generic"


class RawVideo(NamedTuple):
    """A video that is embedded: the address of its player, and the caption printed at it."""

    url: str
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """The text of an article as one reading found it, and all that stood in it.

    `blocks` are the text, `removed` what left it, `related` the stories it led to, `bylines` lines in it that may name
    somebody, `initials` its sign-off, `videos` what its players show. `witness` says who found it, by which
    rule. `problems` say what of it was beyond a limit.
    """

    blocks: tuple[TextBlock, ...] = ()
    removed: tuple[Removed, ...] = ()
    related: tuple[Related, ...] = ()
    bylines: tuple[Candidate, ...] = ()
    initials: str | None = None
    images: tuple[RawImage, ...] = ()
    videos: tuple[RawVideo, ...] = ()
    witness: tuple[Witness, str] | None = None
    problems: tuple[Problem, ...] = ()

    def without(self, gone: Sequence[TextBlock], rule: str, bin_: Bin) -> Body:
        """The body without some of its blocks, which go to what was removed."""
        taken = set(map(id, gone))
        kept = tuple(block for block in self.blocks if id(block) not in taken)
        removed = (Removed(rule, bin_, block.text[:LONGEST_REMOVED]) for block in gone)
        return replace(self, blocks=kept, removed=(*self.removed, *removed))

    def is_read_by(self, witness: Witness) -> bool:
        """Whether that witness found the text."""
        return self.witness is not None and self.witness[0] == witness

    @property
    def size(self) -> int:
        """Characters of the text."""
        return sum(len(block.text) for block in self.blocks)

    @property
    def words(self) -> int:
        """White-space separated words of the text."""
        return sum(len(block.text.split()) for block in self.blocks)


@dataclass(slots=True)
class RawArticle:
    """The strings of one page before anything is typed, zoned or cleaned.

    Evidence is only ever added: `candidates` lists the readings of each single field in rank order, `lists` those of
    list fields, each witness with its whole list; `leads` are captioned pictures at the headline, `removed` is what
    left the page before its body was read. `body` is the one reading of the text that was chosen.
    """

    candidates: dict[str, list[Candidate]] = field(default_factory=dict)
    lists: dict[str, list[CandidateList]] = field(default_factory=dict)
    leads: list[RawImage] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    body: Body = Body()
    kind: Kind | None = None
    page: int = 1
    page_in_path: bool = False

    def add(self, name: str, value: str | None, witness: Witness, rule: str, url: str | None = None) -> None:
        """Note what readers are shown of a field; empty strings are no readings."""
        if value and value.strip():
            self.candidates.setdefault(name, []).append(Candidate(value, witness, rule, url))

    def hear(self, name: str, value: str | None, witness: Witness, rule: str) -> None:
        """Note what only machines are told of a field."""
        if value and value.strip():
            self.candidates.setdefault(name, []).append(Candidate(value, witness, rule, printed=False))

    def add_list(self, name: str, values: list[str], witness: Witness, rule: str) -> None:
        """Note what readers are shown of a list field; an empty list is no reading."""
        if values:
            self.lists.setdefault(name, []).append(CandidateList(tuple(values), witness, rule))

    def hear_list(self, name: str, values: list[str], witness: Witness, rule: str) -> None:
        """Note what only machines are told of a list field."""
        if values:
            found = CandidateList(tuple(values), witness, rule, printed=False)
            self.lists.setdefault(name, []).append(found)

    def all(self, name: str) -> list[Candidate]:
        """The readings of a field in rank order."""
        return self.candidates.get(name, [])

    def first(self, name: str) -> str | None:
        """The reading of a field that is first in rank."""
        return next((candidate.value for candidate in self.all(name)), None)

    def said(self) -> tuple[str, ...]:
        """What stands above the text and may be repeated at its top: the headline and the page's summary line."""
        return tuple(filter(None, (self.first("headline"), self.first("alternative_headline"))))

    def problem(self, code: str, name: str | None = None, detail: str | None = None) -> None:
        """Note a trouble."""
        self.problems.append(Problem(code, name, "warning", detail))

    def pictures(self, body: Body) -> list[RawImage]:
        """The article's pictures: those at the headline, then those of a body that are not the same."""
        own = (image for image in body.images if not any(_is_same(image, lead) for lead in self.leads))
        return [*self.leads, *own]


def _is_same(image: RawImage, lead: RawImage) -> bool:
    return image.url == lead.url or (not image.url and image.caption == lead.caption)
