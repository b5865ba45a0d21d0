"""Labels that fill an element of their own, and the names that stand beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter

from newsbot.extractors.ruleless.places import Places
from newsbot.language.text import ANY_BLANKS, fold
from newsbot.lexicon import cached, key_of, labels
from newsbot.pages.around import outermost
from newsbot.pages.page import text_of
from newsbot.pages.selectors import Node

_ABOVE_LABEL, _BELOW_LABEL = 15, 300
"""Elements above the headline and behind the body among which a label that is also a profession of somebody in the news
counts."""
_ROWS = frozenset("li td th dt p div h3 h4 h5 h6".split())
"""Elements of a list or table, where the label comes first; a label beside its name in one line may come last."""
_LONGEST_NAME = 60
_JOINTS = re.compile(rf"{ANY_BLANKS}(?:[&/]|\bdan\b)\s*+")


def label_elements(places: Places) -> Iterator[tuple[Node, str]]:
    """The elements whose whole text is a role, or whose text is one before the element of the name; those of
    professions near headline and text only."""
    near = range(places.start - _ABOVE_LABEL + 1, places.body_end + _BELOW_LABEL)
    anywhere, beside = labels("anywhere"), labels("beside")
    longest = _longest()
    for place, (node, text) in enumerate(zip(places.elements, map(_TEXT, places.elements), strict=True)):
        printed = text.strip(" :\r\n\t") if text else ""
        if printed and len(printed) <= longest and (not len(node) or _holds_name(node)):
            label = fold(printed).strip(" :")
            is_joined = " dan " in label or "&" in label or "/" in label
            if label in (beside if place in near else anywhere) or (
                is_joined and place in near and _is_joined(label)
            ):
                yield node, label


_TEXT = attrgetter("text")


@cached
def _longest() -> int:
    return 2 * max(map(len, (*labels("anywhere"), *labels("beside"))))


def _is_joined(label: str) -> bool:
    """Whether a text joins several labels, a writer's among them: "Teks dan Foto"."""
    parts = _JOINTS.split(label)
    roles = [key_of("roles.labels").get(part) for part in parts] if len(parts) > 1 else []
    return all(roles) and "author" in roles


def _holds_name(node: Node) -> bool:
    """Whether an element holds nothing behind its label but one leaf: "<div>Editor <b>Rina Ayu</b></div>"."""
    return len(node) == 1 and not len(node[0]) and not (node[0].tail or "").strip()


def names_beside(label: Node) -> Iterator[str]:
    """The texts beside a label that may be a name, the likelier side first."""
    if len(label):
        around: tuple[Node | None, ...] = (label[0],)
    else:
        outer = outermost(label)
        around = (outer.getprevious(), outer.getnext())
        around = around[::-1] if outer.tag in _ROWS else around
    for node in around:
        name = text_of(node).strip(" :") if node is not None else ""
        if 3 <= len(name) <= _LONGEST_NAME:
            yield name


def fills_entry(label: Node, said: str) -> bool:
    """Whether the entry of a list holds nothing but a label and its name, as that of no story does."""
    entry = next(label.iterancestors("li"), None)
    return entry is not None and len(text_of(entry)) <= len(said) + len(":")


def portrait_box(label: Node, said: str) -> Node:
    """The element around the figure that says nothing but a label and its name, the portrait of one who signs; the
    label where it stands in none."""
    figure = next(label.iterancestors("figure"), None)
    is_portrait = figure is not None and len(text_of(figure)) <= len(said) + len(":")
    return label if figure is None or not is_portrait else figure.getparent()
