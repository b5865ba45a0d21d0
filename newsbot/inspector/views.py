"""What the pages of the inspector show of an inspection, as plain values for their templates."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from newsbot.corpus.diff.blocks import Passage, as_blocks, compare_bodies
from newsbot.corpus.diff.fields import FOLLOWING, WITNESSES, changes
from newsbot.inspector.corrections import Corrections
from newsbot.inspector.forms import FORMS, Form, written
from newsbot.inspector.inspection import Marked
from newsbot.inspector.texts import Told

_BODY = "article_body"
_PEOPLE = ("authors", "editors", "contributors")


@dataclass(frozen=True, slots=True)
class Row:
    """One field: its value as text, who gave it by which rule, who agreed and who did not, what is doubtful about it,
    and where on the page it stands. `text` is what is edited, `is_corrected` whether somebody said otherwise."""

    name: str
    value: str
    source: Mapping[str, Any]
    problems: tuple[str, ...]
    anchors: tuple[str, ...]
    form: Form
    text: str
    is_corrected: bool

    @property
    def label(self) -> str:
        """The field's name in words."""
        return self.name.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Passed:
    """A text of the body or one that was taken out: what it is, where it stands, and whether somebody said
    otherwise."""

    told: Told
    anchor: str | None
    why_not: str
    is_turned: bool


def rows(record: Mapping[str, Any], corrections: Corrections, marked: Marked | None) -> Iterator[Row]:
    """The fields that people correct, in their order; the text has a place of its own."""
    metadata = record["metadata"]
    for name, form in FORMS.items():
        if name == _BODY:
            continue
        is_corrected = name in corrections.values
        value = corrections.values[name] if is_corrected else record.get(name)
        text = written(name, value)
        yield Row(
            name=name,
            value=text,
            source=source_of(metadata, name),
            problems=tuple(_problems(metadata, name)),
            anchors=_anchors(name, marked),
            form=form,
            text=text,
            is_corrected=is_corrected,
        )


def source_of(metadata: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Who gave a field by which rule, as far as a record says it that may be of an earlier version; empty where nobody
    did."""
    source = (metadata.get("fields") or {}).get(name)
    return {"witness": "", "rule": "", "agrees": [], "disagrees": [], **source} if source else {}


def problems_of(metadata: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The problems of a record, each with all of its keys."""
    unsaid = {"code": "", "field": None, "severity": "warning", "detail": None}
    return [{**unsaid, **problem} for problem in metadata.get("problems") or ()]


def _problems(metadata: Mapping[str, Any], name: str) -> Iterator[str]:
    for problem in metadata.get("problems") or ():
        if problem.get("field") == name:
            yield ": ".join(filter(None, (problem.get("code"), problem.get("detail"))))


def _anchors(name: str, marked: Marked | None) -> tuple[str, ...]:
    """The marks of a field's texts, each once."""
    if marked is None:
        return ()
    wanted = "image-" if name == "images" else f"field-{name}"
    names = (
        one.name
        for one in marked.told
        if one.name == wanted or one.name.startswith(wanted if name == "images" else f"{wanted}-")
    )
    return tuple(dict.fromkeys(marked.anchors[one] for one in names if one in marked.anchors))


def passed(marked: Marked | None, told: list[Told], role: str, turned: set[str]) -> list[Passed]:
    """The texts of a role in the record's order."""
    anchors = marked.anchors if marked else {}
    reasons = marked.placed.unplaced if marked else {}
    return [
        Passed(one, anchors.get(one.name), reasons.get(one.name, ""), one.name in turned)
        for one in told
        if one.role == role
    ]


@dataclass(frozen=True, slots=True)
class Differing:
    """A field that is read otherwise without rules: both values, and who gave them."""

    name: str
    ruled: str
    generic: str
    ruled_by: str
    generic_by: str


def differing(ruled: Mapping[str, Any], generic: Mapping[str, Any]) -> list[Differing]:
    """The fields, the text aside, of which two readings of a page say different things."""
    found = changes(dict(ruled), dict(generic))
    names = [name for name in found if not name.startswith("metadata.") and name not in (_BODY, *FOLLOWING)]
    return [
        Differing(
            name,
            shown(ruled.get(name)),
            shown(generic.get(name)),
            _source(ruled, name),
            _source(generic, name),
        )
        for name in names
        if name != "date_mentions"
    ]


def witnesses_differing(ruled: Mapping[str, Any], generic: Mapping[str, Any]) -> int:
    """How many fields say the same by other witnesses."""
    found = changes(dict(ruled), dict(generic))
    return sum(name.startswith(WITNESSES) and name.removeprefix(WITNESSES) not in found for name in found)


def bodies(ruled: Mapping[str, Any], generic: Mapping[str, Any]) -> list[Passage]:
    """What the text of two readings has alike and not, in passages."""
    return compare_bodies(as_blocks(ruled.get(_BODY)), as_blocks(generic.get(_BODY)))


def _source(record: Mapping[str, Any], name: str) -> str:
    source = (record["metadata"].get("fields") or {}).get(name) or {}
    return " ".join(filter(None, (source.get("witness"), source.get("rule"))))


def shown(value: Any) -> str:
    """A value of a record for people: names and texts of lists, a line each, else JSON."""
    if value is None or value in ("", []):
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "\n".join(_item(item) for item in value)
    return json.dumps(value, ensure_ascii=False)


def _item(item: Any) -> str:
    if not isinstance(item, dict):
        return str(item)
    parts = (item.get(key) for key in ("name", "text", "caption", "credit"))
    return " | ".join(str(part) for part in parts if part) or str(item.get("url") or "")
