"""Values of a declaration file as the model holds them: the types of its classes say what is read and refused."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import MISSING, replace
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from newsbot.portals._layout import Embedded, ImageRule, Layout
from newsbot.portals._model import Portal, Source
from newsbot.portals._paging import Paging

_Made = TypeVar("_Made", ImageRule, Layout, Embedded, Source, Portal, Paging)
_Read = Callable[[Any, str], Any]
"""From a value of a file and the place where it stands to what the model holds; raises ValueError with the place."""


def made(cls: type[_Made], said: Mapping[str, Any], place: str, base: _Made | None = None) -> _Made:
    """An object of the model from what a table says; what it does not say is the base's, else the model's default."""
    readers, needed = _fields(cls).readers, _fields(cls).needed
    values = {}
    for key, value in said.items():
        if key not in readers:
            raise ValueError(f"{place}: no such key: {key!r}; known are {', '.join(sorted(readers))}")
        values[key] = readers[key](value, f"{place}.{key}")
    if base is None and (lacking := needed - values.keys()):
        raise ValueError(f"{place}: says no {', '.join(sorted(lacking))}")
    try:
        return cls(**values) if base is None else replace(base, **values)
    except ValueError as error:
        raise ValueError(f"{place}: {error}") from error


class _Fields(NamedTuple):
    """How each field of a class of the model is read, and which have no default."""

    readers: dict[str, _Read]
    needed: frozenset[str]


_FIELDS: dict[type, _Fields] = {}
"""Filled as the classes are met."""


def _fields(cls: type) -> _Fields:
    if cls not in _FIELDS:
        hints, fields = get_type_hints(cls, include_extras=True), dataclasses.fields(cls)
        needed = (one.name for one in fields if one.default is MISSING and one.default_factory is MISSING)
        _FIELDS[cls] = _Fields({one.name: _reader(hints[one.name]) for one in fields}, frozenset(needed))
    return _FIELDS[cls]


def _reader(hint: Any) -> _Read:
    """How a value of a type is read."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _reader(next(one for one in inner if one is not type(None)))
    if origin is Annotated:
        return _group
    if origin is Literal:
        return lambda value, place: _one_of(inner, value, place)
    if origin is tuple:
        return _as_it_is if inner[0] is Layout else _list_of(_reader(inner[0]))
    if origin is not None and issubclass(origin, Mapping):
        return _table_of(_reader(inner[1]))
    if hint in (Embedded, ImageRule, Source):
        return lambda value, place: made(hint, _table(value, place), place)
    return _PLAIN[hint]


def _list_of(read: _Read) -> _Read:
    return lambda value, place: tuple(
        read(item, f"{place}[{number}]") for number, item in enumerate(_list(value, place))
    )


def _table_of(read: _Read) -> _Read:
    """A table of one type; a name that is given nothing is none of it."""
    return lambda value, place: {
        key: read(item, f"{place}.{key}") for key, item in _table(value, place).items() if item != []
    }


def _group(value: Any, place: str) -> str:
    """One selector, which a list of selectors stands for as well."""
    return value if isinstance(value, str) else ", ".join(read_strings(value, place))


def _as_it_is(value: Any, _place: str) -> Any:
    """Layouts are found by their names before the portal is made."""
    return value


def _one_of(known: tuple[str, ...], value: Any, place: str) -> str:
    if value not in known:
        raise ValueError(f"{place}: {value!r} is none of {', '.join(known)}")
    return str(value)


def read_strings(value: Any, place: str) -> list[str]:
    return [read_string(item, f"{place}[{number}]") for number, item in enumerate(_list(value, place))]


def _typed(kind: type, name: str) -> _Read:
    def read(value: Any, place: str) -> Any:
        if type(value) is not kind:
            raise ValueError(f"{place}: {value!r} is no {name}")
        return value

    return read


read_string = _typed(str, "text")
_list = _typed(list, "list")
_table = _typed(dict, "table")
_PLAIN: dict[Any, _Read] = {str: read_string, bool: _typed(bool, "true or false"), int: _typed(int, "number")}
