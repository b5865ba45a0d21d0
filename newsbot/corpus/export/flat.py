"""A record as one row of plain values, for tables that have no nested columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from newsbot.corpus.added import LANGUAGE
from newsbot.corpus.dates import DATES, day, moment
from newsbot.corpus.projection import Projection
from newsbot.corpus.selection import problem_codes

BETWEEN = "; "
"""Between the members of a list."""
STEP = " > "
"""Between the steps of a breadcrumb."""

Value = str | int | float | bool | None
Row = dict[str, Value]
_T = TypeVar("_T")


def columns(projection: Projection) -> list[str]:
    """The names of the columns, in order."""
    return [column for name in _names(projection) for column, _ in _READERS.get(name, _as_is(name))]


def unplaced(projection: Projection) -> list[str]:
    """The kept fields that are in no column, those of `metadata` dotted."""
    return [
        *(name for name in projection.fields if name in _NESTED_ONLY and name != "metadata"),
        *(f"metadata.{name}" for name in projection.metadata if f"metadata.{name}" not in _READERS),
    ]


def flat_row(record: Mapping[str, Any], projection: Projection) -> Row:
    """The values of the columns.

    >>> flat_row({"authors": [{"name": "Sari"}, {"name": "Budi"}], "metadata": {}}, Projection(("authors",), ()))
    {'authors': 'Sari; Budi'}
    """
    return {
        column: read(record)
        for name in _names(projection)
        for column, read in _READERS.get(name, _as_is(name))
    }


def _names(projection: Projection) -> list[str]:
    return [
        *(name for name in projection.fields if name not in _NESTED_ONLY),
        *(f"metadata.{name}" for name in projection.metadata if f"metadata.{name}" in _READERS),
    ]


_Reader = tuple[str, Callable[[Mapping[str, Any]], Value]]


def _as_is(name: str) -> tuple[_Reader, ...]:
    return ((name, lambda record: record.get(name)),)


def _dated(name: str) -> tuple[_Reader, ...]:
    """The text of the record, the moment in UTC, which has one form and sorts, and the printed local day."""

    def utc(record: Mapping[str, Any]) -> Value:
        known = _known(moment, record.get(name))
        return known.isoformat().replace("+00:00", "Z") if known else None

    def local_day(record: Mapping[str, Any]) -> Value:
        known = _known(day, record.get(name))
        return known.isoformat() if known else None

    return *_as_is(name), (f"{name}_utc", utc), (f"{name}_day", local_day)


def _known(read: Callable[[str | None], _T | None], text: str | None) -> _T | None:
    try:
        return read(text)
    except ValueError:
        return None  # the text stands beside it as it is


def _part(name: str, key: str, column: str) -> _Reader:
    return column, lambda record: (record.get(name) or {}).get(key)


def _joined(name: str, key: str | None = None, between: str = BETWEEN) -> tuple[_Reader, ...]:
    def read(record: Mapping[str, Any]) -> str:
        members: Iterable[Any] = record.get(name) or ()
        texts = (member.get(key) if key else member for member in members)
        return between.join(text for text in texts if text)

    return ((name, read),)


def _main_image(key: str) -> _Reader:
    def read(record: Mapping[str, Any]) -> Value:
        images: Sequence[Mapping[str, Any]] = record.get("images") or ({},)
        main = next((image for image in images if image.get("is_main")), images[0])
        return main.get(key)

    return f"image_{key}", read


def _count(name: str, column: str) -> _Reader:
    return column, lambda record: len(record.get(name) or ())


def _stated(key: str, *, under: str = "") -> Callable[[Mapping[str, Any]], Value]:
    def read(record: Mapping[str, Any]) -> Value:
        stated = record["metadata"]
        return ((stated.get(under) or {}) if under else stated).get(key)

    return read


def _urls(members: Iterable[Mapping[str, Any]] | None) -> str:
    return BETWEEN.join(member["url"] for member in members or () if member.get("url"))


_READERS: dict[str, tuple[_Reader, ...]] = {
    "publisher": (
        _part("publisher", "name", "publisher_name"),
        _part("publisher", "domain", "publisher_domain"),
    ),
    **{name: _dated(name) for name in DATES},
    "authors": _joined("authors", "name"),
    "editors": _joined("editors", "name"),
    "contributors": _joined("contributors", "name"),
    "images": (*map(_main_image, ("url", "caption", "credit")), _count("images", "image_count")),
    "videos": _joined("videos", "url"),
    "breadcrumbs": _joined("breadcrumbs", between=STEP),
    "keywords": _joined("keywords"),
    "related": (_count("related", "related_count"),),
    "in_language": (
        _part("in_language", "code", "language"),
        _part("in_language", "score", "language_score"),
    ),
    LANGUAGE: (
        _part(LANGUAGE, "code", LANGUAGE),
        _part(LANGUAGE, "score", f"{LANGUAGE}_score"),
        _part(LANGUAGE, "is_mixed", "is_mixed_language"),
    ),
    "metadata.fetched_at": (("fetched_at", _stated("fetched_at")),),
    "metadata.extraction": (
        ("layout", _stated("layout", under="extraction")),
        ("newsbot_version", _stated("version", under="extraction")),
    ),
    "metadata.problems": (("problems", lambda record: BETWEEN.join(dict.fromkeys(problem_codes(record)))),),
    "metadata.confidence": (("confidence", _stated("confidence")),),
    "metadata.pages": (("page_urls", lambda record: _urls(record["metadata"].get("pages"))),),
}
"""How the fields that are no plain values are told in one cell each, by column."""
_NESTED_ONLY = frozenset(("blocks", "date_mentions", "metadata"))
"""What no cell can tell: for these a format with nested columns is taken."""
