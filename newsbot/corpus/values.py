"""Whether the values of a record are of its fields' types, as `newsbot.items` has them: whatever reads records may
rely on it afterwards.

A key that is missing or null says that nothing is known, as it does where fields were left out; of a member of a list
(a person, a picture) that holds for the keys that have a default. Keys that are not known are passed over.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from newsbot.corpus.added import ADDED
from newsbot.items import Article, Metadata

_LARGEST = 2**63
"""What no column of whole numbers holds."""

_Deep = Callable[[Any], None]
"""Looks into a value that is of the right type. Raises _Unfit."""


class _Unfit(Exception):
    """A value of the wrong type: what is wrong, and its place, the innermost step first. Only where something is wrong
    a place is put into words: this is asked of every value of every record."""

    def __init__(self, detail: str, *steps: str) -> None:
        super().__init__(detail)
        self.steps = [*steps]


class _Form(NamedTuple):
    """What a value may be: its exact types, what looks into it where it holds others, and both in words."""

    types: frozenset[type]
    deep: _Deep | None
    wanted: str


_Members = tuple[tuple[str, frozenset[type], _Deep | None, str, bool], ...]
"""Of an object: key, the three of its form, and whether it has to be there."""


def require_types(record: Mapping[str, Any]) -> None:
    """Raises ValueError, which names the place in the record, for a value that is not of its field's type.

    >>> require_types({"headline": "Panen raya", "authors": [{"name": 5, "role": "author"}]})
    Traceback (most recent call last):
    ValueError: authors[0].name is a whole number, where a text belongs
    """
    try:
        _look(_of_record(), record)
    except _Unfit as error:
        raise ValueError(f"{''.join(reversed(error.steps)).removeprefix('.')} {error}") from None


def _look(members: _Members, value: Mapping[str, Any]) -> None:
    get = value.get
    for name, kinds, deep, wanted, is_needed in members:
        found = get(name)
        if type(found) in kinds:
            if deep and found is not None:
                try:
                    deep(found)
                except _Unfit as error:
                    error.steps.append(f".{name}")
                    raise
        elif found is not None or is_needed:
            raise _Unfit(_said(found, wanted), f".{name}")


@cache
def _of_record() -> _Members:
    hints = {**get_type_hints(Article), **ADDED}
    return tuple((name, *_form(hint), False) for name, hint in hints.items())


@cache
def _form(hint: Any) -> _Form:
    if hint in _SCALARS:
        return _SCALARS[hint]
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _Form(frozenset((dict,)), _object(hint), "an object")
    return _generic(get_origin(hint), get_args(hint))


def _object(cls: type) -> _Deep:
    hints = get_type_hints(cls)
    members = tuple(
        (one.name, *_form(hints[one.name]), _is_needed(one, cls)) for one in dataclasses.fields(cls)
    )
    return lambda value: _look(members, value)


def _is_needed(member: dataclasses.Field[Any], cls: type) -> bool:
    has_default = (
        member.default is not dataclasses.MISSING or member.default_factory is not dataclasses.MISSING
    )
    return cls is not Metadata and not has_default


def _generic(origin: Any, args: tuple[Any, ...]) -> _Form:
    if origin is Literal:
        return _SCALARS[str]  # a later version may know more words
    if origin is list:
        return _Form(frozenset((list,)), _each(_form(args[0]), enumerate), "a list")
    if origin is dict:
        return _Form(frozenset((dict,)), _each(_form(args[1]), dict.items), "an object")
    if origin in (Union, types.UnionType):
        form = _form(next(arg for arg in args if arg is not types.NoneType))
        return form._replace(types=form.types | {types.NoneType})
    raise TypeError(f"no form for {origin} of {args}")


def _each(form: _Form, pairs: Callable[[Any], Any]) -> _Deep:
    kinds, deep, wanted = form

    def look(values: Any) -> None:
        for key, value in pairs(values):
            if type(value) not in kinds:
                raise _Unfit(_said(value, wanted), f"[{key}]")
            if deep and value is not None:
                try:
                    deep(value)
                except _Unfit as error:
                    error.steps.append(f"[{key}]")
                    raise

    return look


def _bounded(value: int) -> None:
    if not -_LARGEST <= value < _LARGEST:
        raise _Unfit("is a number of more than 64 bits")


_SCALARS: dict[Any, _Form] = {
    str: _Form(frozenset((str,)), None, "a text"),
    bool: _Form(frozenset((bool,)), None, "true or false"),
    int: _Form(frozenset((int,)), _bounded, "a whole number"),
    float: _Form(frozenset((float, int)), None, "a number"),
}
_WORDS = {
    **{kind: form.wanted for kind, form in _SCALARS.items()},
    list: "a list",
    dict: "an object",
    types.NoneType: "missing",
}


def _said(found: Any, wanted: str) -> str:
    return f"is {_WORDS[type(found)]}, where {wanted} belongs"
