"""Articles that a page carries as JSON in a script (`__NEXT_DATA__`): fields, and a body as markup or text."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from newsbot.extractors.body.read import BodyRules, read_markup
from newsbot.extractors.raw import Body, RawArticle, RawImage
from newsbot.language.text import clean
from newsbot.pages.page import Page
from newsbot.portals import Embedded, Layout, Selectors

MAX_SCRIPT = 5_000_000
"""Characters of a script; the pages' own data seldom pass half a million."""
_MAX_NAMES = 50


def read_embedded(page: Page, layout: Layout, raw: RawArticle) -> Body | None:
    """Add what the data of the page's script say, under the witness `structured`; the body that they hold, or None.

    A script that is missing, broken or of another shape gives the problem `embedded_unreadable` and nothing else.
    """
    rules = layout.embedded
    if rules is None:
        return None
    item = _article(page, rules)
    if item is None:
        raw.problem(
            "embedded_unreadable", None, f"{rules.script} holds no object at {rules.path or 'its top'}"
        )
        return None
    _fields(item, rules, raw)
    return _body(page, item, rules, layout, raw.said())


def _article(page: Page, rules: Embedded) -> dict[str, Any] | None:
    node = next(iter(page.select(rules.script)), None)
    text = node.text if node is not None else None
    if not text or len(text) > MAX_SCRIPT:
        return None
    try:
        found = _down(json.loads(text), rules.path)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _down(value: Any, path: str) -> Any:
    """What stands at a path of keys; a list on the way gives the values of its members."""
    for key in path.split(".") if path else ():
        if isinstance(value, list):
            value = [member.get(key) for member in value[:_MAX_NAMES] if isinstance(member, dict)]
        elif isinstance(value, dict):
            value = value.get(key)
        else:
            return None
    return value


def _texts(item: dict[str, Any], paths: Selectors) -> tuple[list[str], str]:
    """The strings at the first path that gives any, and the path."""
    for path in paths:
        value = _down(item, path)
        values = value if isinstance(value, list) else [value]
        texts = [
            clean(str(one)) for one in values[:_MAX_NAMES] if isinstance(one, (str, int)) and str(one).strip()
        ]
        if texts:
            return texts, path
    return [], ""


def _fields(item: dict[str, Any], rules: Embedded, raw: RawArticle) -> None:
    for name, paths in (
        ("headline", rules.headline),
        ("alternative_headline", rules.alternative_headline),
        ("date_published", rules.date),
        ("date_modified", rules.modified),
        ("section", rules.section),
    ):
        texts, path = _texts(item, paths)
        if texts:
            raw.add(name, texts[0], "structured", _rule(rules, path))
    for name, paths in (("printed_authors", rules.authors), ("printed_editors", rules.editors)):
        texts, path = _texts(item, paths)
        for text in texts:
            raw.add(name, text, "structured", _rule(rules, path))
    texts, path = _texts(item, rules.keywords)
    raw.add_list("keywords", texts, "structured", _rule(rules, path))


def _body(
    page: Page, item: dict[str, Any], rules: Embedded, layout: Layout, said: tuple[str, ...]
) -> Body | None:
    body, path = next(
        (
            (value, path)
            for path in rules.body
            if isinstance(value := _down(item, path), str) and value.strip()
        ),
        ("", ""),
    )
    known = BodyRules(images=layout.images, noise=layout.noise, said=said)
    found = read_markup(page.url, body, known, ("structured", _rule(rules, path)))
    if found is None:
        return None
    pictures, captions = _texts(item, rules.image)[0], _texts(item, rules.caption)[0]
    if not pictures and not captions:
        return found
    lead = RawImage(
        next(iter(pictures), None),
        next(iter(captions), None),
        rule=_rule(rules, "image"),
        witness="structured",
    )
    return replace(found, images=(lead, *(image for image in found.images if image.url != lead.url)))


def _rule(rules: Embedded, path: str) -> str:
    return f"{rules.script} {rules.path}.{path}".replace(" .", " ")
