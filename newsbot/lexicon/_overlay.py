"""A user's words laid over newsbot's own: lists grow, rules get phrases, and whatever has no place is an error."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_NEW_RULE = frozenset(("id", "bin"))
"""What a rule must say that newsbot does not know by its id."""
_FORMS = frozenset(
    (
        "furniture.rule.whole",
        "furniture.lines",
        "furniture.evidence",
        "walls.challenge",
        "walls.consent",
        "walls.login",
        "walls.maintenance",
        "walls.error",
        "names.degrees",
        "names.titles",
        "outlets.outlets.families",
        "outlets.outlets.families_before_names",
        "outlets.offices.families",
    )
)
"""Keys whose strings are regular expressions."""
_AS_PRINTED = frozenset(("places.names", "walls.marks", "element_names.json_dates.keys"))
"""Keys whose words are written as they are printed; all others are lower case."""


class LexiconError(ValueError):
    """A folder, file or key that cannot be laid over the lexicon; the message names it."""


def laid_over(own: Mapping[str, Any], more: Mapping[str, Any], file: Path, key: str) -> dict[str, Any]:
    """A table with another one laid over it; neither is changed. `key` is the table's place in the lexicon.

    Raises LexiconError for a key that the table has not and for a value of another type.
    """
    laid = dict(own)
    numbers = bool(own) and all(isinstance(value, int) for value in own.values())
    for name, value in more.items():
        place = f"{key}.{name}"
        if name in own:
            laid[name] = _joined(own[name], value, file, place)
        elif numbers and isinstance(value, int):
            laid[name.lower()] = value
        else:
            known = ", ".join(map(str, own))
            raise LexiconError(f"{file}: {place}: no such key; there are {known}")
    return laid


def _joined(own: Any, more: Any, file: Path, place: str) -> Any:
    if isinstance(own, dict) and isinstance(more, dict):
        return laid_over(own, more, file, place)
    if isinstance(own, list) and isinstance(more, list):
        return (
            _rules(own, more, file, place)
            if own and isinstance(own[0], dict)
            else _words(own, more, file, place)
        )
    if isinstance(own, (bool, int, str)) and type(own) is type(more):
        return more
    raise LexiconError(f"{file}: {place}: must be {_kind(own)}, is {_kind(more)}")


def _words(own: list[str], more: list[Any], file: Path, place: str) -> list[str]:
    for word in more:
        if not isinstance(word, str) or not word.strip():
            raise LexiconError(f"{file}: {place}: must be a list of words, holds {word!r}")
    if place in _FORMS or place.rpartition(".")[0] in _FORMS:
        return list(dict.fromkeys((*own, *(_form(word, file, place) for word in more))))
    added = more if place in _AS_PRINTED else [word.lower() for word in more]
    return list(dict.fromkeys((*own, *added)))


def _form(form: str, file: Path, place: str) -> str:
    try:
        re.compile(form)
    except re.error as error:
        raise LexiconError(f"{file}: {place}: {form!r} is no regular expression: {error}") from error
    return form


def _rules(own: list[dict[str, Any]], more: list[Any], file: Path, place: str) -> list[dict[str, Any]]:
    """The rules with phrases added to the first of a known id, the new ones behind them."""
    laid = list(own)
    shape = {key: _empty(value) for rule in own for key, value in rule.items()}
    for rule in more:
        if not isinstance(rule, dict) or not isinstance(rule.get("id"), str):
            raise LexiconError(f"{file}: {place}: must be tables with an id")
        known = next((index for index, one in enumerate(laid) if one["id"] == rule["id"]), None)
        if known is None and not rule.keys() >= _NEW_RULE:
            raise LexiconError(f"{file}: {place}: {rule['id']!r} is a new rule and says no bin")
        before = {} if known is None else laid[known]
        said = {key: value for key, value in rule.items() if key != "id"}
        filled = {**laid_over({**shape, **before}, said, file, place), "id": rule["id"]}
        kept = {key: value for key, value in filled.items() if value or key in before}
        if known is None:
            laid.append(kept)
        else:
            laid[known] = kept
    return laid


def _empty(value: Any) -> Any:
    return [] if isinstance(value, list) else type(value)()


def _kind(value: Any) -> str:
    """What a value is, as the author of a file would call it."""
    kinds = {dict: "a table", bool: "true or false", int: "a number", str: "a text"}
    if isinstance(value, list):
        return "a list of tables" if value and isinstance(value[0], dict) else "a list of words"
    return kinds.get(type(value), type(value).__name__)
