"""Words of the press stand in the lexicon: no module holds a list of more than five, nor a pattern that offers more.

What counts as a word list: a tuple, list or set of strings that are all words, a string of words that is split, and the
alternatives of one group of a pattern that are all letters.
"""

import ast
import re
from dataclasses import fields
from pathlib import Path

import pytest

import newsbot
from newsbot.items import Article
from newsbot.portals import Layout, Portal

ROOT = Path(newsbot.__file__).parent
ROOMS = ("language", "pages", "extractors", "normalizers", "discovery", "drafting")
"""The rooms that read pages; the others name fields, figures and states of their own code."""
MOST = 5
TAGS = frozenset(
    "a abbr address amp-ad amp-embed amp-iframe amp-social-share amp-video amp-youtube "
    "article aside astro-island audio b base blockquote "
    "big body br button canvas caption center cite dd del details div dl dt em embed fieldset figcaption figure font "
    "footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins label li link lite-youtube "
    "main map mark meta nav "
    "noscript object ol option p pre script section select small source span strong style sub summary sup svg table "
    "tbody td template textarea tfoot th thead time title tr track u ul video".split()
)
"""Elements of HTML are the language's, not the press's: they stay where the tree is walked."""
FIELDS = frozenset(field.name for kind in (Layout, Portal, Article) for field in fields(kind))
"""Names of the code's own."""
ALLOWED = {
    "drafting/skeleton.py": "attributes that stay in a skeleton, and the words of invented sentences",
    "discovery/_bytes.py": "root elements of sitemaps and feeds: their formats', not the press's",
}
"""Modules whose lists are no knowledge of the press."""

MODULES = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_module_holds_no_word_list(path):
    found = list(word_lists(ast.parse(path.read_text("utf-8"))))
    if path.relative_to(ROOT).as_posix() in ALLOWED:
        assert found, "nothing to allow any more"
    else:
        assert found == []


@pytest.mark.parametrize(
    "code",
    [
        'X = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu")',
        'X = frozenset("senin selasa rabu kamis jumat sabtu".split())',
        'X = re.compile(r"\\b(?:senin|selasa|rabu|kamis|jumat|sabtu)\\b")',
        'X = re.compile(rf"{Y}(?:senin|selasa|rabu|kamis|jumat|sabtu) \\d")',
    ],
)
def test_word_list_is_found(code):
    assert list(word_lists(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        'X = ("p", "div", "section", "ul", "ol", "table")',
        '__all__ = ["satu", "dua", "tiga", "empat", "lima", "enam"]',
        'X = re.compile(r"[a-z]|\\d+|\\s|x|y|z+|[0-9]")',
        'def f():\n    """Satu|dua|tiga|empat|lima|enam."""',
    ],
)
def test_what_is_no_word_list_is_not(code):
    assert not list(word_lists(ast.parse(code)))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_words_are_asked_for_when_they_are_needed(path):
    """A constant of a module would not know the words that are laid over the lexicon later."""
    tree = ast.parse(path.read_text("utf-8"))
    asked = {
        name.asname or name.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module == "newsbot.lexicon"
        for name in node.names
    } - {"cached", "cached_to"}
    early = [
        node.lineno
        for statement in tree.body
        if not isinstance(statement, ast.FunctionDef | ast.ClassDef)
        for node in ast.walk(statement)
        if isinstance(node, ast.Call) and (getattr(node.func, "id", "") in asked or _asks_room(node.func))
    ]
    assert early == []


def _asks_room(function):
    return isinstance(function, ast.Attribute) and getattr(function.value, "id", "") == "lexicon"


def word_lists(tree):
    """Line and words of each list that is none of HTML's or the language's own."""
    own = _own(tree)
    for node in ast.walk(tree):
        if id(node) in own:
            continue
        for words in (*_listed(node), *_offered(node)):
            if len(words) > MOST and not TAGS.issuperset(words) and not FIELDS.issuperset(words):
                yield node.lineno, words


def _own(tree):
    """Docstrings, `__all__`, the members of a Literal, and the parts of strings that are read as one."""
    skipped = set()
    for node in ast.walk(tree):
        if (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)) or (
            isinstance(node, ast.Assign) and any(getattr(t, "id", "") == "__all__" for t in node.targets)
        ):
            skipped.add(id(node.value))
        elif isinstance(node, ast.Subscript) and getattr(node.value, "id", "") == "Literal":
            skipped.add(id(node.slice))
        elif isinstance(node, ast.JoinedStr):
            skipped.update(id(part) for part in node.values)
    return skipped


def _listed(node):
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        words = [part.value for part in node.elts if isinstance(part, ast.Constant)]
        if len(words) == len(node.elts) and all(
            isinstance(word, str) and _WORD.fullmatch(word) for word in words
        ):
            yield words
    elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "split":
        yield _text(node.func.value).split()


_WORD = re.compile(r"[^\W\d_][\w'’ +&.-]*")


def _offered(node):
    """The alternatives of each group of a pattern that are plain words, perhaps with a blank or an optional end."""
    text = _text(node)
    if "|" in text:
        for group in _groups(text):
            yield [word for word in group if _ALTERNATIVE.fullmatch(word)]


_ALTERNATIVE = re.compile(r"[^\W\d_][\w '’-]+s?\??")


def _text(node):
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "\0" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _groups(pattern):
    """The alternatives of each group, the outermost last."""
    open_groups = [[""]]
    for mark in re.findall(r"\\.|\[(?:\\.|[^\]])*\]|\(\?(?:P<\w+>|[:=!]|<[=!]|\w*:)?|.", pattern, re.DOTALL):
        if mark.startswith("("):
            open_groups.append([""])
        elif mark == ")" and len(open_groups) > 1:
            yield open_groups.pop()
            open_groups[-1][-1] += "()"
        elif mark == "|":
            open_groups[-1].append("")
        else:
            open_groups[-1][-1] += mark
    yield from open_groups
