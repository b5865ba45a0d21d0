"""RawArticle: everything a page says, as printed, each string with the witness that says it."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsbot.extractors.body.blocks import TextBlock
from newsbot.items import Kind, Problem, Related, Removed


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a field: the string as printed, who says it (`layout`, `jsonld`, `meta` …), by which rule."""

    value: str
    witness: str
    rule: str
    url: str | None = None


@dataclass(slots=True)
class RawImage:
    """A picture as printed: caption and credit still in one line unless the markup keeps them apart."""

    url: str | None
    caption: str | None = None
    credit: str | None = None
    alt: str | None = None
    width: str | None = None
    height: str | None = None
    rule: str = ""


@dataclass(slots=True)
class RawArticle:
    """The strings of one page before anything is typed, zoned or cleaned.

    `candidates` lists the readings of each single field in rank order; `lists` those of list fields, each
    witness with its whole list.
    """

    candidates: dict[str, list[Candidate]] = field(default_factory=dict)
    lists: dict[str, list[tuple[str, str, list[str]]]] = field(default_factory=dict)
    blocks: list[TextBlock] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    related: list[Related] = field(default_factory=list)
    images: list[RawImage] = field(default_factory=list)
    videos: list[str] = field(default_factory=list)
    body_bylines: list[Candidate] = field(default_factory=list)
    initials: str | None = None
    body_witness: tuple[str, str] = ("", "")
    kind: Kind | None = None
    page: int = 1
    page_in_path: bool = False
    problems: list[Problem] = field(default_factory=list)

    def add(self, name: str, value: str | None, witness: str, rule: str, url: str | None = None) -> None:
        """Note a reading of a field; empty strings are no readings."""
        if value and value.strip():
            self.candidates.setdefault(name, []).append(Candidate(value, witness, rule, url))

    def add_list(self, name: str, values: list[str], witness: str, rule: str) -> None:
        """Note a reading of a list field; an empty list is no reading."""
        if values:
            self.lists.setdefault(name, []).append((witness, rule, values))

    def all(self, name: str) -> list[Candidate]:
        """The readings of a field in rank order."""
        return self.candidates.get(name, [])

    def problem(self, code: str, name: str | None = None, detail: str | None = None) -> None:
        """Note a trouble."""
        self.problems.append(Problem(code, name, "warning", detail))
