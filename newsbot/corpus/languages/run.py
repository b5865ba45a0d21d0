"""The languages of a corpus: records are read once, and go out again with what was identified."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from newsbot.corpus.added import LANGUAGE, IdentifiedLanguage, language_of, with_added
from newsbot.corpus.export.lines import lines_to
from newsbot.corpus.languages.identify import Identifier
from newsbot.corpus.reading import Record

NO_TEXT = "no text"
TOO_SHORT = "too short, or no language"
"""Why a record has none."""


@dataclass(slots=True)
class Sums:
    """Records by language or by the reason why they have none; `examples` has the id of the first of each."""

    records: int = 0
    languages: Counter[str] = field(default_factory=Counter)
    untold: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    def as_object(self) -> dict[str, Any]:
        """As plain JSON types."""
        return {
            "records": self.records,
            "languages": dict(self.languages.most_common()),
            "untold": dict(self.untold.most_common()),
            "examples": self.examples,
        }


def identify_all(records: Iterable[Record], path: Path) -> Sums:
    """All records again, in their order, with the key LANGUAGE: null where their text tells no language."""
    model, sums = Identifier(), Sums()
    with lines_to(path) as file:
        for record in records:
            body = record.fields.get("article_body")
            text = body if isinstance(body, str) else ""
            found = model.identify(text)
            marked = with_added(record.fields, {LANGUAGE: asdict(found) if found else None})
            file.write(json.dumps(marked, ensure_ascii=False, separators=(",", ":")))
            _note(marked, text, found, sums)
    return sums


def _note(record: dict[str, Any], text: str, found: IdentifiedLanguage | None, sums: Sums) -> None:
    sums.records += 1
    if found:
        name = language_of(record) or found.code
        sums.languages[name] += 1
    else:
        name = TOO_SHORT if text.strip() else NO_TEXT
        sums.untold[name] += 1
    sums.examples.setdefault(name, record["id"])
