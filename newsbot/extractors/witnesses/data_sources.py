"""The JSON that a page carries in scripts and attributes, as objects: nested as they are, or with what they refer to
put in place."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from lxml import etree

from newsbot.extractors.witnesses.flight import rows_of
from newsbot.pages.lenient_json import read_json
from newsbot.pages.page import Page
from newsbot.pages.selectors import Node

_CARRIERS = ("div", "main", "article", "section", "body", "template", "astro-island")
"""Elements whose attributes hold a page's data (Inertia's `data-page`, `data-props`, Vue's `:article`)."""
MAX_PARTS = 2_000
"""Parts of one text, or entries of one list."""
_MAX_OBJECTS = 20_000
_MAX_REVIVED = 2_000
_MAX_VALUES = 200_000
"""Values that are put in the places of references, of all objects of a page's data."""
_NESTED = 3
_LONGEST_NAME = 120
_REFERENCE = "__ref"
_LONGEST_HEAD = 20_000
"""Characters of a function's head: a page of Nuxt has some hundred parameters."""
_CALLED = re.compile(
    r"\s*+(?P<name>[\w$.]{3,80}+)\s*+=\s*+\(?+\s*+function\s*+\((?P<parameters>[\w$,\s]*+)\)\s*+\{\s*+return\s*+(?=\{)"
)
_SCRIPT = re.compile(
    r'(?P<string>"(?:[^"\\]++|\\.)*+")|(?P<key>[A-Za-z_$][\w$]*+)(?=:)|void 0|![01]|[A-Za-z_$][\w$]*+',
    re.DOTALL,
)
_CONSTANTS = {"true": "true", "false": "false", "null": "null", "void 0": "null", "!0": "true", "!1": "false"}
_STREAM = "__next_f"
_NAMED = "$: "
"""Before a name that stands for a value."""
_ASSIGNED = re.compile(r"\s*(?:(?:var|let|const)\s+)?(?P<name>[\w$.\[\]\"']{3,80}?)\s*=\s*(?=[{\[])")


def data_of(page: Page, least: int) -> Iterator[tuple[list[Any], str]]:
    """What the scripts and attributes of the page of at least `least` characters hold as JSON, each with its name."""
    streamed: list[str] = []
    for script in page.tagged("script"):
        text = script.text or ""
        if _STREAM in text[:_LONGEST_NAME]:
            streamed.append(text)
        elif len(text) >= least and (found := _of_script(script, text)):
            yield found
    if streamed:
        yield rows_of(streamed), _STREAM
    yield from _of_attributes(page, least)


def _of_attributes(page: Page, least: int) -> Iterator[tuple[list[Any], str]]:
    for node in page.root.iter(etree.Element):
        if node.tag not in _CARRIERS and "-" not in node.tag:  # elements of a site's own have a dash
            continue
        for name, value in node.attrib.items():
            if len(value) >= least and value.lstrip()[:1] in ("{", "["):
                yield read_json(value)[0], f"{node.tag}[{name}]"


def _of_script(script: Node, text: str) -> tuple[list[Any], str] | None:
    """What a script holds: JSON, or what it assigns to a name."""
    if "json" in (script.get("type") or "").lower():
        values = read_json(text)[0]
        if script.get("id") == "__NUXT_DATA__":
            return _revived(values[0] if values else None), _named(script)
        return _linked(values, text), _named(script)
    if called := _CALLED.match(text[:_LONGEST_HEAD]):
        return _with_arguments(text, called), called["name"]
    if parsed := _PARSED.match(text[:_LONGEST_NAME]):
        return _linked(_literal(text[parsed.end() :]), text), parsed["name"]
    if assigned := _ASSIGNED.match(text[:_LONGEST_NAME]):
        return _linked(read_json(text[assigned.end() :])[0][:1], text), assigned["name"]
    return None


def _literal(text: str) -> list[Any]:
    """The values that a string holds which a script parses: `JSON.parse("{...}")`."""
    quote = text[:1]
    end = text.rfind(quote + ")")
    if end < 1:
        return []
    if quote == "'":
        return read_json(_ESCAPED_QUOTE.sub(r"\1", text[1:end]))[0][:1]
    told = read_json(f"[{text[: end + 1]}]")[0]
    inner = told[0][0] if told and isinstance(told[0], list) and told[0] else None
    return read_json(inner)[0][:1] if isinstance(inner, str) else []


_PARSED = re.compile(
    r"\s*(?:(?:var|let|const)\s+)?(?P<name>[\w$.\[\]\"']{3,80}?)\s*=\s*JSON\.parse\(\s*(?=[\"'])"
)
_ESCAPED_QUOTE = re.compile(r"\\([\\'])")


def _with_arguments(text: str, called: re.Match[str]) -> list[Any]:
    """The object that a function returns, with the values it is called with in the places of its parameters (Nuxt 2):
    `window.__NUXT__=(function(a,b){return {title:a,kind:b}}("Panen","berita"))`."""
    told, _, given = text[called.end() :].rpartition("}(")
    values = read_json(_SCRIPT.sub(_as_json, told.rstrip("} ") + "}}"))[0][:1]
    arguments = read_json("[" + _SCRIPT.sub(_as_json, given.rstrip("); \n")) + "]")[0][:1]
    names = (_NAMED + name.strip() for name in called["parameters"].split(","))
    known = dict(zip(names, arguments[0] if isinstance(arguments[0], list) else [], strict=False))

    def put(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: put(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [put(inner) for inner in value]
        return known.get(value) if isinstance(value, str) and value.startswith(_NAMED) else value

    return [put(value) for value in values]


def _as_json(token: re.Match[str]) -> str:
    """A token of a script's object as JSON has it: keys in quotes, `!0` as true, a name marked as one."""
    if token["string"]:
        return token[0]
    if token["key"]:
        return f'"{token["key"]}"'
    return _CONSTANTS.get(token[0]) or f'"{_NAMED}{token[0]}"'


def _linked(values: list[Any], text: str) -> list[Any]:
    return _resolved(values) if f'"{_REFERENCE}"' in text else values


def _named(script: Node) -> str:
    identity = script.get("id")
    return f"script#{identity}" if identity else f"script[type='{script.get('type')}']"


def _revived(flat: Any) -> list[Any]:
    """The objects of Nuxt's flat list, in which every value is the place of another in the list."""
    if not isinstance(flat, list):
        return []

    def value_at(place: Any) -> Any:
        is_place = isinstance(place, int) and not isinstance(place, bool) and 0 <= place < len(flat)
        return flat[place] if is_place else None

    places = (place for place, value in enumerate(flat) if isinstance(value, dict))
    return _put_in_place(islice(places, _MAX_REVIVED), value_at)


def _resolved(values: list[Any]) -> list[Any]:
    """The values, and behind them the objects of a store in which objects refer to one another (Apollo)."""
    stored = {
        key: inner
        for item in objects(values)
        for key, inner in item.items()
        if isinstance(inner, dict) and "__typename" in inner
    }

    def value_at(value: Any) -> Any:
        return stored.get(value[_REFERENCE]) if _is_reference(value) else value

    return [*values, *_put_in_place(islice(stored.values(), _MAX_REVIVED), value_at)]


def _is_reference(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get(_REFERENCE), str)


def _put_in_place(values: Iterable[Any], value_at: Callable[[Any], Any]) -> list[Any]:
    """The values with what they refer to, `value_at` given; containers nested deeper than a few are left out."""
    left = _MAX_VALUES

    def put(value: Any, depth: int) -> Any:
        nonlocal left
        left -= 1
        value = value_at(value)
        if not isinstance(value, (dict, list)):
            return value
        if not depth or left < 0:
            return None
        if isinstance(value, dict):
            return {key: put(inner, depth - 1) for key, inner in value.items()}
        return [put(inner, depth - 1) for inner in value[:MAX_PARTS]]

    return [put(value, _NESTED) for value in values]


def objects(values: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Every object inside, outer ones first."""
    queue = deque(values)
    seen = 0
    while queue and seen < _MAX_OBJECTS:
        value = queue.popleft()
        seen += 1
        if isinstance(value, dict):
            yield value
            queue.extend(inner for inner in value.values() if isinstance(inner, (dict, list)))
        elif isinstance(value, list):
            queue.extend(inner for inner in value if isinstance(inner, (dict, list)))
