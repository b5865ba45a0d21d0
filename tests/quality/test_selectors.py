"""No selector of a declaration costs the square of its page: told from what lxml is asked, and by the calls of the
rest."""

from collections import Counter
from html import escape

import pytest
from cssselect.parser import Attrib, Class, CombinedSelector, Element, Hash, parse
from lxml import etree

from benchmarks.calls import Counting
from benchmarks.xpath_steps import faults
from newsbot.pages.compounds import asked_of
from newsbot.pages.name_index import NameIndex
from newsbot.pages.rules import selectors_of
from newsbot.pages.selectors import compile_selector
from newsbot.portals import registry

DECLARED = sorted({selector for portal in registry().portals for _, selector in selectors_of(portal)})
LEFT = {"li on the axis preceding-sibling, asked by many": "[not(*[100])]"}
"""Faults that are none, by what stands in the expression: children of an element that has less than a hundred."""
SIZE = 20
MOST = 2.2


def asked(expression):
    """What lxml is asked for a selector, expression by expression."""
    selector = compile_selector(expression)
    if selector.parts:
        return [one.xpath.path for one in asked_of(selector.parts)]
    return [one.path for one in selector.path.parts[0]]


def test_lxml_is_asked_for_nothing_that_is_quadratic():
    found = {one: faults(one) for expression in DECLARED for one in asked(expression)}
    assert {
        one: said for one, said in found.items() if any(LEFT.get(fault, " ") not in one for fault in said)
    } == {}


def markup(tree, inside=""):
    """An element that matches a selector, given as cssselect's tree, with what stands in it."""
    if isinstance(tree, CombinedSelector):
        if tree.combinator in (" ", ">"):
            return markup(tree.selector, markup(tree.subselector, inside))
        return markup(tree.selector) + markup(tree.subselector, inside)
    said, classes = {}, []
    while not isinstance(tree, Element):
        if isinstance(tree, Class):
            classes.append(tree.class_name)
        elif isinstance(tree, Hash):
            said["id"] = tree.id
        elif isinstance(tree, Attrib):
            said[tree.attrib] = tree.value.value if tree.value else "x"
        tree = tree.selector
    if classes:
        said["class"] = " ".join(classes)
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in said.items())
    return f"<{tree.element or 'div'}{attributes}>{inside or 'garam'}</{tree.element or 'div'}>"


def calls(expression, entry, number):
    """The calls of a selector on a page of so many entries, and how many of them it finds."""
    root = etree.HTML(f"<html><body>{entry * number}</body></html>")
    source, found = etree.tostring(root), Counter()
    with Counting(found):
        compile_selector(expression).everywhere(root, source, lambda: NameIndex(root))
    return found.total()


def is_of_several(expression):
    parts = compile_selector(expression).parts
    return len(parts) > 1 or compile_selector(expression).looks_up


@pytest.mark.parametrize("expression", list(filter(is_of_several, DECLARED)))
def test_twice_as_many_elements_cost_no_more_than_twice_the_calls(expression):
    css = compile_selector(expression).expression.partition("::")[0]
    for part in parse(css):
        entry = markup(part.parsed_tree)
        calls(expression, entry, 1)
        none, single, double = (calls(expression, entry, number) for number in (0, SIZE, 2 * SIZE))
        assert double - none <= MOST * (single - none) + 20, entry
