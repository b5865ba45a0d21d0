"""Every regular expression of the package, where it stands and how it is asked.

`found()` imports all modules and walks what they hold: constants of modules and classes, what lies in tuples, lists,
dicts and dataclasses, what the functions that make patterns of the lexicon's words give, and the patterns written
where they are used (``re.sub(r"...", ...)``).
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import newsbot
from newsbot.extractors.listed import ListedLine
from newsbot.lexicon._files import table
from newsbot.portals import Paging, registry

ARGUMENTS: dict[str, list[tuple[Any, ...]]] = {
    "newsbot.archive._pywb._prefix": [("https://arsip.example/koleksi/",)],
    "newsbot.discovery._bytes._entries_of": [(frozenset({"url"}),)],
    "newsbot.extractors.kind._path": [("gallery",), ("video",)],
    "newsbot.extractors.kind.announced": [("gallery",), ("video",), ("live",)],
    "newsbot.extractors.listed.whole": [(name,) for name in get_args(ListedLine)],
    "newsbot.extractors.walls._said": [
        (name,) for name in ("challenge", "error", "consent", "login", "maintenance")
    ],
    "newsbot.language.dates._clock._pattern": [
        (name,) for name in ("joined", "behind", "sentence", "before")
    ],
    "newsbot.language.dates._cues.cue_pattern": [
        (name,)
        for name in (
            "ahead apposition bare behind bound comma cue dated english every listed month name planned preposition "
            "range relative series short_year timeless told weekday when"
        ).split()
    ],
    "newsbot.language.names._family": [
        ("outlets.outlets.families_before_names",),
        ("outlets.offices.families",),
        ("outlets.outlets.families",),
    ],
    "newsbot.language.phrases._evidence": [("channel",), ("brand",)],
    "newsbot.language.phrases._forms_of": [("byline",)],
    "newsbot.language.phrases._speech": [("reports",), ("said",)],
    "newsbot.language.phrases._brands": [(("kabar lintang", "lintang.id"),)],
    "newsbot.lexicon._patterns.class_words": [
        (name,) for name, kinds in table("element_names").items() if {"words", "anywhere"} & kinds.keys()
    ],
    "newsbot.pages.page_forms.forms_of": [(None,), (Paging(key="hal"),)],
}
"""What is asked of the functions that make a pattern of an argument."""
CALLED = {
    "newsbot.extractors.witnesses.short_texts": {"said"},  # in the functions that give it their words
    "newsbot.crawl.spiders._targets": {"_words"},  # a portal's, where addresses are asked for
    "newsbot.language.dateline._shapes": {"pattern"},  # in the tables of the module
    "newsbot.language.dates._mentions": {"_listed"},  # "[0-9]+"
    "newsbot.lexicon._overlay": {"_form"},  # only whether words that are laid over the lexicon are patterns
    "newsbot.pages.page_forms": {"_behind_slug"},  # in the values of `forms_of`
    "newsbot.portals._model": {"article_patterns"},  # of the portals
    "newsbot.portals._reading": {"refuse_patterns"},  # only whether a portal's are patterns
}
"""Functions whose patterns are found elsewhere, or which only look whether a string is one."""
SEEN = {
    "newsbot.extractors.plaintext.captions._DOUBLED": "match",
    "newsbot.extractors.plaintext.captions._HANDLE_FIRST": "match",
    "newsbot.extractors.plaintext.captions._PAGE_FIRST": "match",
    "newsbot.extractors.plaintext.captions._seam": "match",
    "newsbot.language._credits.leading": "match",
    "newsbot.language.dateline._outlets._compound": "fullmatch",
    "newsbot.language.dateline._outlets._compound_of_words": "fullmatch",
    "newsbot.language.phrases._whole": "fullmatch",
}
"""How patterns are asked that are handed on before they are asked."""
ASKED = "match fullmatch search sub subn split findall finditer".split()
ANCHORED = frozenset({"match", "fullmatch"})
"""Ways to ask that begin at one place of the text, and not at each."""


@dataclass(frozen=True)
class Found:
    """A pattern, the name it goes by, and the ways in which the package asks it; `search` where none is seen."""

    name: str
    pattern: re.Pattern[Any]
    ways: frozenset[str]


@cache
def found() -> tuple[Found, ...]:
    """All patterns, in the order of the modules; equal ones that are asked alike stand once."""
    listed = {}
    named = chain(
        *(chain(_held(module), _made(module), _written(module)) for module in modules()), _declared()
    )
    for name, pattern, ways in named:
        listed.setdefault((pattern, ways), Found(name, pattern, ways))
    return tuple(listed.values())


@cache
def modules() -> tuple[ModuleType, ...]:
    """All modules of the package but those that begin a program."""
    names = [info.name for info in pkgutil.walk_packages(newsbot.__path__, "newsbot.")]
    return tuple(importlib.import_module(name) for name in names if not name.endswith("__main__"))


def makers(module: ModuleType) -> Iterator[tuple[str, Any]]:
    """The functions of a module that remember a pattern they have made, by their full names."""
    for name, value in vars(module).items():
        if hasattr(value, "cache_info") and value.__module__ == module.__name__:
            told = str(inspect.signature(value).return_annotation)
            if "Pattern" in told or f"{module.__name__}.{name}" in ARGUMENTS:
                yield f"{module.__name__}.{name}", value


def makers_unseen() -> list[str]:
    """Functions that compile a pattern and are not walked, which should be none."""
    unseen = []
    for module in modules():
        known = {name.rpartition(".")[2] for name, _ in makers(module)} | CALLED.get(module.__name__, set())
        functions = (node for node in ast.walk(_tree(module)) if isinstance(node, ast.FunctionDef))
        unseen += [
            f"{module.__name__}.{one.name}" for one in functions if one.name not in known and _compiles(one)
        ]
    return unseen


def _compiles(function: ast.FunctionDef) -> bool:
    return any(
        isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile" for node in ast.walk(function)
    )


def _held(module: ModuleType) -> Iterator[tuple[str, re.Pattern[Any], frozenset[str]]]:
    for name, value in vars(module).items():
        own = not isinstance(value, type) or value.__module__ == module.__name__
        for pattern in _patterns(value) if own else ():
            yield f"{module.__name__}.{name}", pattern, _ways(module, name)


def _made(module: ModuleType) -> Iterator[tuple[str, re.Pattern[Any], frozenset[str]]]:
    for name, make in makers(module):
        for arguments in ARGUMENTS.get(name, [()]):
            said = ", ".join(map(str, arguments))
            for pattern in _patterns(make(*arguments)):
                yield f"{name}({said})", pattern, _ways(module, name.rpartition(".")[2], arguments)


def _written(module: ModuleType) -> Iterator[tuple[str, re.Pattern[Any], frozenset[str]]]:
    """Patterns given to a function of `re` as a string, where they are used."""
    for node in ast.walk(_tree(module)):
        if not isinstance(node, ast.Call):
            continue
        way = ast.unparse(node.func).removeprefix("re.")
        first = node.args[0] if node.args else None
        if way in ASKED and ast.unparse(node.func).startswith("re.") and isinstance(first, ast.Constant):
            yield f"{module.__name__}:{node.lineno}", re.compile(first.value), frozenset({way})


def _declared() -> Iterator[tuple[str, re.Pattern[Any], frozenset[str]]]:
    """The patterns of the portals' addresses."""
    for portal in registry().portals:
        for pattern in (*portal.article, *portal.drop):
            yield f"portal {portal.id}", re.compile(pattern), frozenset({"search"})


def _patterns(value: Any) -> Iterator[re.Pattern[Any]]:
    """The patterns in a value, however deep."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, type):
        for own in vars(value).values():
            if isinstance(own, re.Pattern | tuple | list | dict):
                yield from _patterns(own)
    elif isinstance(value, dict):
        yield from chain.from_iterable(map(_patterns, (*value, *value.values())))
    elif isinstance(value, tuple | list | set | frozenset):
        yield from chain.from_iterable(map(_patterns, value))
    elif is_dataclass(value):
        yield from chain.from_iterable(_patterns(getattr(value, field.name)) for field in fields(value))


def _ways(module: ModuleType, name: str, arguments: tuple[Any, ...] = ()) -> frozenset[str]:
    """How a pattern of that name is asked in its module, else anywhere in the package."""
    if seen := SEEN.get(f"{module.__name__}.{name}"):
        return frozenset({seen})
    given = (
        rf'(?:[\w.]+|"{re.escape(arguments[0])}")'
        if arguments and isinstance(arguments[0], str)
        else "[^()]*"
    )
    asked = re.compile(rf"\b{re.escape(name)}(?:\({given}\))?(?:\[[^\]]*\])?\.({'|'.join(ASKED)})\(")
    own = asked.findall(_source(str(module.__file__)))
    if name.startswith("_") and own:
        return frozenset(own)
    everywhere = chain.from_iterable(asked.findall(_source(str(one.__file__))) for one in modules())
    return frozenset(everywhere) or frozenset({"search"})


@cache
def _source(path: str) -> str:
    return Path(path).read_text("utf-8")


@cache
def _tree(module: ModuleType) -> ast.Module:
    return ast.parse(_source(str(module.__file__)))
