"""A record that was written, as the article that it was written of."""

from __future__ import annotations

from dataclasses import is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from newsbot.items import Article


def article_of(record: dict[str, Any]) -> Article:
    """The article whose `to_dict` gives the record. Raises TypeError or AttributeError for what no article gives.

    >>> from newsbot.items import Publisher
    >>> article = Article("contoh:1", "contoh", Publisher("Contoh", "contoh.id"), None, None, "article")
    >>> article_of(article.to_dict()) == article
    True
    """
    fields = {name: value for name, value in record.items() if name != "schema"}
    return cast("Article", _made(Article, fields))


def _made(kind: Any, value: Any) -> Any:
    """A value of plain JSON types as one of the type that a field states."""
    origin = get_origin(kind)
    if value is None or (origin is None and not is_dataclass(kind)):
        return value
    if origin in (Union, UnionType):
        return _made(next(one for one in get_args(kind) if one is not type(None)), value)
    if origin is list:
        return [_made(get_args(kind)[0], item) for item in value]
    if origin is dict:
        return {key: _made(get_args(kind)[1], item) for key, item in value.items()}
    if is_dataclass(kind):
        hints = _hints(cast("type", kind))
        return cast("type", kind)(**{name: _made(hints.get(name), item) for name, item in value.items()})
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
