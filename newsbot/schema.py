"""The JSON Schema of the record, made from the classes in `newsbot.items` so that it cannot disagree with them."""

from __future__ import annotations

import dataclasses
import inspect
import types
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from newsbot.items import SCHEMA, Article

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_SCALARS: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    type(None): {"type": "null"},
}


def article_schema() -> dict[str, Any]:
    """The schema of one line of output, in JSON Schema 2020-12. Every key is required, none may be added.

    >>> article_schema()["properties"]["schema"]
    {'const': 'newsbot.article/1'}
    """
    definitions: dict[str, Any] = {}
    body = _object(Article, definitions)
    body["properties"] = {"schema": {"const": SCHEMA}, **body["properties"]}
    body["required"] = ["schema", *body["required"]]
    return {"$schema": DIALECT, "title": SCHEMA, **body, "$defs": dict(sorted(definitions.items()))}


def _object(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(cls)
    names = [field.name for field in dataclasses.fields(cls)]
    return {
        "type": "object",
        "description": inspect.getdoc(cls) or "",
        "properties": {name: _schema(hints[name], definitions) for name in names},
        "required": names,
        "additionalProperties": False,
    }


def _schema(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if hint in _SCALARS:
        return dict(_SCALARS[hint])
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _reference(hint, definitions)
    return _generic(get_origin(hint), get_args(hint), definitions)


def _reference(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    if cls.__name__ not in definitions:
        definitions[cls.__name__] = {}  # holds the place: a class may refer to itself
        definitions[cls.__name__] = _object(cls, definitions)
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _generic(origin: Any, args: tuple[Any, ...], definitions: dict[str, Any]) -> dict[str, Any]:
    if origin is Literal:
        return {"enum": list(args)}
    if origin is list:
        return {"type": "array", "items": _schema(args[0], definitions)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema(args[1], definitions)}
    if origin in (Union, types.UnionType):
        return _union([_schema(arg, definitions) for arg in args])
    raise TypeError(f"no JSON Schema for {origin} of {args}")


def _union(parts: list[dict[str, Any]]) -> dict[str, Any]:
    """`{"type": ["string", "null"]}` where types are all there is to say, else `anyOf`."""
    if all(set(part) == {"type"} for part in parts):
        return {"type": [part["type"] for part in parts]}
    return {"anyOf": parts}
