"""The fields that people correct, each as text that is edited in place and as the value that the text means."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, get_args

from newsbot.items import Kind
from newsbot.language.text import clean

LONGEST = 1_000_000
"""Characters of one corrected value."""
NOTHING = "-"
"""How a form writes a picture's missing caption."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a field is edited: `read` makes a value of text and raises ValueError that says what is wrong with it,
    `write` makes the text of a value. `choices` are all that may be meant, `help` tells how to write the rest."""

    read: Callable[[str], Any]
    write: Callable[[Any], str]
    help: str = ""
    lines: int = 1
    choices: tuple[str, ...] = ()


def _line(text: str) -> str | None:
    return clean(text) or None


def _plain(value: Any) -> str:
    return "" if value is None else str(value)


def _moment(text: str) -> str | None:
    """A day, or a moment with its offset.

    >>> _moment("2023-09-13T14:05+07:00"), _moment("2023-09-13"), _moment("")
    ('2023-09-13T14:05:00+07:00', '2023-09-13', None)
    """
    stated = text.strip()
    if not stated:
        return None
    try:
        if len(stated) == len("2023-09-13"):
            return date.fromisoformat(stated).isoformat()
        moment = datetime.fromisoformat(stated)
    except ValueError as error:
        raise ValueError(
            f"{stated[:40]!r} is no day (2023-09-13) and no moment (2023-09-13T14:05+07:00)"
        ) from error
    if moment.tzinfo is None:
        raise ValueError("a moment needs its offset, as in 2023-09-13T14:05+07:00")
    return moment.isoformat()


def _words(text: str) -> list[str]:
    return [word for line in text.splitlines() if (word := clean(line))]


def _lines(value: Any) -> str:
    return "\n".join(_plain(item) for item in value or ())


def _objects(key: str) -> tuple[Callable[[str], Any], Callable[[Any], str]]:
    def read(text: str) -> list[dict[str, str]]:
        return [{key: word} for word in _words(text)]

    def write(value: Any) -> str:
        return _lines(item.get(key) for item in value or ())

    return read, write


def _pictures(text: str) -> list[dict[str, str | None]]:
    """A picture is a caption and, on a second line, its credit; a blank line ends it.

    >>> _pictures("Panen garam\\nAntara/Laras\\n\\n-\\nDok. Desa")
    [{'caption': 'Panen garam', 'credit': 'Antara/Laras'}, {'caption': None, 'credit': 'Dok. Desa'}]
    """
    found: list[dict[str, str | None]] = []
    for paragraph in _paragraphs(text):
        lines = [clean(line) for line in paragraph]
        if len(lines) > 2:
            raise ValueError(
                f"a picture has a caption and a credit, not {len(lines)} lines: {lines[0][:40]!r}"
            )
        caption, credit = (*lines, "")[:2]
        found.append({"caption": None if caption == NOTHING else caption or None, "credit": credit or None})
    return found


def _paragraphs(text: str) -> Iterable[list[str]]:
    paragraph: list[str] = []
    for line in [*text.splitlines(), ""]:
        if line.strip():
            paragraph.append(line)
        elif paragraph:
            yield paragraph
            paragraph = []


def _picture_lines(value: Any) -> str:
    pairs = ((item.get("caption") or NOTHING, item.get("credit") or "") for item in value or ())
    return "\n\n".join("\n".join(filter(None, pair)) for pair in pairs)


def _body(text: str) -> str:
    """Paragraphs as `article_body` has them: one blank line between, white space in order, tabs between cells kept."""
    return "\n\n".join(
        "\t".join(clean(cell) for cell in " ".join(lines).split("\t")) for lines in _paragraphs(text)
    )


def _flag(text: str) -> bool:
    if text not in ("yes", "no"):
        raise ValueError("yes or no")
    return text == "yes"


def _yes_no(value: Any) -> str:
    return "yes" if value else "no"


def _count(text: str) -> int:
    if not text.strip().isdecimal() or not 1 <= int(text.strip()[:6]) <= 9999:
        raise ValueError("a whole number from 1 to 9999")
    return int(text)


def _kind(text: str) -> str:
    if text not in get_args(Kind):
        raise ValueError(f"one of {', '.join(get_args(Kind))}")
    return text


_LINE = Form(_line, _plain, "Leave it empty where the page has none.")
_MOMENT = Form(_moment, _plain, "A day (2023-09-13), or a moment with its offset (2023-09-13T14:05+07:00).")
_PEOPLE = Form(*_objects("name"), "One name a line.", 3)
_LIST = Form(_words, _lines, "One a line.", 4)

FORMS: dict[str, Form] = {
    "kind": Form(_kind, _plain, choices=get_args(Kind)),
    "headline": _LINE,
    "alternative_headline": _LINE,
    "date_published": _MOMENT,
    "date_modified": _MOMENT,
    "authors": _PEOPLE,
    "editors": _PEOPLE,
    "contributors": _PEOPLE,
    "initials": _LINE,
    "dateline": _LINE,
    "dateline_raw": _LINE,
    "section": _LINE,
    "breadcrumbs": _LIST,
    "keywords": _LIST,
    "topic": _LINE,
    "images": Form(
        _pictures,
        _picture_lines,
        "A picture is its caption and, on the next line, its credit; a blank line ends it. - is no caption.",
        8,
    ),
    "related": Form(*_objects("text"), "One title a line.", 5),
    "is_based_on": _LINE,
    "canonical_url": _LINE,
    "next_page_url": _LINE,
    "page_count": Form(_count, _plain),
    "is_complete": Form(_flag, _yes_no, choices=("yes", "no")),
    "article_body": Form(_body, _plain, "A blank line between paragraphs.", 20),
}
"""The fields that can be corrected, in the order in which they are shown."""


def read_value(name: str, text: str) -> Any:
    """The value that a corrected field's text means. Raises ValueError that says what is wrong."""
    form = FORMS.get(name)
    if form is None:
        raise ValueError(f"{name[:40]!r} is no field that can be corrected here")
    if len(text) > LONGEST:
        raise ValueError(f"longer than {LONGEST} characters")
    return form.read(text.replace("\r\n", "\n"))


def written(name: str, value: Any) -> str:
    """The text by which a value is edited."""
    return FORMS[name].write(value)
