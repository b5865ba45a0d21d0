"""The languages of a corpus: records are read once, and go out again with what was identified."""

from __future__ import annotations

import json
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from functools import cache
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


Identify = Callable[[Iterable[str]], Iterator[IdentifiedLanguage | None]]
"""The languages of texts, in their order; it may take texts ahead."""


def identify_all(records: Iterable[Record], path: Path, identify: Identify | None = None) -> Sums:
    """All records again, in their order, with the key LANGUAGE: null where their text tells no language."""
    sums, waiting = Sums(), deque[dict[str, Any]]()

    def texts() -> Iterator[str]:
        for record in records:
            waiting.append(record.fields)
            yield record.fields.get("article_body") or ""

    with lines_to(path) as file:
        for found in (identify or _one_by_one)(texts()):
            marked = with_added(waiting.popleft(), {LANGUAGE: asdict(found) if found else None})
            file.write(json.dumps(marked, ensure_ascii=False, separators=(",", ":")))
            _note(marked, marked.get("article_body") or "", found, sums)
    return sums


def identify_texts(texts: Iterable[str]) -> list[IdentifiedLanguage | None]:
    """The languages of some texts, by a model that this process keeps."""
    return [*_one_by_one(texts)]


def _one_by_one(texts: Iterable[str]) -> Iterator[IdentifiedLanguage | None]:
    return map(_model().identify, texts)


@cache
def _model() -> Identifier:
    return Identifier()


def _note(record: dict[str, Any], text: str, found: IdentifiedLanguage | None, sums: Sums) -> None:
    sums.records += 1
    if found:
        name = language_of(record) or found.code
        sums.languages[name] += 1
    else:
        name = TOO_SHORT if text.strip() else NO_TEXT
        sums.untold[name] += 1
    sums.examples.setdefault(name, record["id"])
