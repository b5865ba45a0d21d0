"""The index answers a selector exactly as lxml's XPath does; the rest of the selector language is lxml's own."""

import itertools

import pytest
from cssselect import HTMLTranslator
from cssselect.parser import Selector
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from newsbot.pages.compounds import asked_of
from newsbot.pages.selectors import NameIndex, compile_selector
from tests.invented import page

TAGS = ("div", "p", "a", "span", "h1", "ul", "li")
NAMES = ("isi", "baca", "baca-juga", "isi_baca", "A")
SIMPLE = (
    ".isi",
    ".baca-juga",
    "#isi",
    "#A",
    "div",
    "p.isi",
    "div#baca",
    ".isi.baca",
    "p.isi#A",
    "*.isi",
    ".A",
    "[id=isi]",
    "[id^=baca]",
    "[class*=baca]",
    "[class$=juga]",
    "[class~=isi]",
    "a[href]",
    "a[href*='/tag/']",
    "[title]",
    ".isi[id]",
    ".isi[title='A']",
    "p:not(.isi)",
    ".isi:not(p)",
    ".isi:not(.baca)",
    ".isi:not([id])",
    "[class|=baca]",
)
COMBINED = tuple(
    f"{a}{glue}{b}"
    for a, glue, b in itertools.product(
        (".isi", "#baca", "div", "p.isi"), (" ", " > ", " ~ ", " + "), (".baca", "a", "p", "*", "li#A")
    )
)
DEEP = (
    ".isi .baca a",
    ".isi > p > a",
    "div .isi > a",
    "#isi .baca > .isi",
    ".isi p:not(.baca) a",
    "ul.isi li a[href]",
    ".isi li a",
    ".isi p > a",
    "#isi [title=A]",
    ".isi [id] [href]",
    "[class*=bac] a",
    "div[id^=i] > p",
    "[class^=baca][id=A]",
    "[class*=isi] [class$=juga]",
    ".isi:first-child",
    ".baca:nth-child(2)",
    ".isi p:nth-of-type(2)",
    "p:first-of-type",
    ".isi a:nth-child(2n)",
    ".baca + p a",
    ".baca + p > a",
    ".isi ~ p > a",
    ".isi ~ p .baca",
    "h1 ~ div a",
    "h1 + div ~ .isi a",
    "[title=A] p",
    "div:has(a) > p:first-child",
    "div > p:has(> a)",
    ".isi ~ p:has(a)",
    ".isi p:last-child",
    ".isi:has(> a)",
    ".isi *",
    ".isi > *",
    "div *",
)
LISTS = (
    ".isi, .baca",
    ".isi, p",
    "#isi, .isi",
    ".isi a, .isi",
    "a, .baca > a, #A",
    ".isi, .isi",
    "h1, .isi ~ p, #baca",
)
EVERY = (*SIMPLE, *COMBINED, *DEEP, *LISTS)

names = st.lists(st.sampled_from(NAMES), max_size=3).map(" ".join)
attributes = st.fixed_dictionaries(
    {},
    optional={
        "class": names,
        "id": st.sampled_from((*NAMES, "", "isi baca")),
        "href": st.sampled_from(("/tag/garam", "/berita", "")),
        "title": st.sampled_from(("A", "a")),
    },
)
element = st.tuples(st.sampled_from(TAGS), attributes)
trees = st.recursive(
    st.tuples(element, st.just([])),
    lambda inner: st.tuples(element, st.lists(inner, max_size=4)),
    max_leaves=25,
)


def build(tree):
    (tag, attributes), children = tree
    node = etree.Element(tag, dict(attributes))
    for child in children:
        node.append(build(child))
    return node


def answers(expression, root):
    """The index's answer and lxml's."""
    selector = compile_selector(expression)
    source = etree.tostring(root)
    return selector.everywhere(root, source, lambda: NameIndex(root)), selector.xpath(root)


@settings(max_examples=300, deadline=None)
@given(st.lists(trees, max_size=5), st.sampled_from(EVERY))
def test_index_answers_as_xpath_does(children, expression):
    root = etree.Element("body")
    root.extend([build(child) for child in children])
    ours, theirs = answers(expression, root)
    assert ours == theirs


FIXED = etree.HTML(
    "<body><div class='isi'><p class=' baca\tisi '>x<a href='/tag/garam'>y</a></p><div class='isi baca' id='isi'>"
    "<p id='A' class='baca-juga'>z</p><ul class='isi'><li id='A'><a class='baca'>w</a></li></ul></div></div>"
    "<h1 class=''>t</h1><p id='baca'><span class='baca isi'><a href=''>u</a></span></p></body>"
)


@pytest.mark.parametrize("expression", EVERY)
def test_index_answers_as_xpath_does_on_one_tree(expression):
    ours, theirs = answers(expression, FIXED)
    assert ours == theirs


@pytest.mark.parametrize(
    "expression",
    [
        ".isi",
        "#isi",
        ".isi a",
        "p.baca",
        ".isi, #A",
        ".isi > p",
        ".isi li a",
        ".isi [title=A]",
        "[id^=is], [class*=bac] a",
        ".isi:first-child",
        ".isi + .baca",
    ],
)
def test_plain_selectors_are_answered_by_the_index(expression):
    assert compile_selector(expression).plain


@pytest.mark.parametrize(
    ("expression", "asked"),
    [
        ("a::attr(href)", ["a"]),
        (".isi:has(a) ~ p", [".isi:has(a)"]),
        ("h1 a", ["h1"]),
        (".baca, h1 + p:has(a)", ["h1", "p:has(a)"]),
        ("xpath://p", []),
    ],
)
def test_lxml_is_asked_for_no_more_than_one_compound_at_a_time(expression, asked):
    """An XPath of several steps costs the square of what they match."""
    selector = compile_selector(expression)
    compounds = list(asked_of(selector.parts))
    assert not selector.plain
    assert [HTMLTranslator().selector_to_xpath(Selector(one.tree)) for one in compounds] == [
        HTMLTranslator().css_to_xpath(css) for css in asked
    ]


@pytest.mark.parametrize("name", ["title", "href"])
@settings(max_examples=50, deadline=None)
@given(st.lists(trees, max_size=5), st.sampled_from((*SIMPLE, *DEEP)))
def test_values_are_those_that_parsel_finds(name, children, expression):
    root = etree.Element("body")
    root.extend([build(child) for child in children])
    ours, theirs = answers(f"{expression}::attr({name})", root)
    elements = compile_selector(expression).xpath(root)
    assert ours == [value for one in elements if (value := one.get(name)) is not None]
    if not expression.endswith(
        " *"
    ):  # of these parsel drops the last step, and finds the value of what stands above
        assert ours == theirs


@settings(max_examples=150, deadline=None)
@given(st.lists(trees, max_size=4), st.sampled_from(EVERY))
def test_selector_within_an_element(children, expression):
    """Inside an element a selector finds what it finds in the page, as far as that lies in the element."""
    body = etree.Element("body")
    body.extend([build(child) for child in children])
    parsed = page(b"<html>" + etree.tostring(body) + b"</html>")
    everywhere = parsed.select(expression)
    for container in parsed.root.iter("div", "ul"):
        inside = set(container.iter()) - {container}
        assert [n for n in parsed.select(expression, within=container) if n in inside] == [
            n for n in everywhere if n in inside
        ]


def test_text_and_attribute_values():
    parsed = page("<body><p class=isi>satu <b>dua</b></p><a href='/x'>y</a>")
    assert parsed.select(".isi::text") == ["satu "]
    assert parsed.select("a::attr(href)") == ["/x"]


@pytest.mark.parametrize(
    ("expression", "source", "may"),
    [
        (".isi", b"<p class=isi>", True),
        (".isi", b"<p class=lain>", False),
        (".isi .baca", b"<p class=isi>", False),
        (".isi, .baca", b"<p class=baca>", True),
        ("p:not(.isi)", b"<p>", True),
        ("[href*='/tag/']", b"<a href='/topik/'>", False),
        ("xpath://*[contains(@class,'isi')]", b"<p class=lain>", False),
        ("xpath://*[contains(@class,'isi') or @id='a']", b"<p id=a>", True),
        ("xpath://p[not(contains(@class,'isi'))]", b"<p>", True),
    ],
)
def test_bytes_without_the_name_rule_a_selector_out(expression, source, may):
    assert compile_selector(expression).may_match(source) is may


@pytest.mark.parametrize("expression", ["p[", "::", "xpath://p[", ".isi::attr(", ""])
def test_bad_selector_is_named(expression):
    with pytest.raises(ValueError, match="bad selector"):
        compile_selector(expression)


@settings(max_examples=100, deadline=None)
@given(st.lists(trees, min_size=2, max_size=5), st.sampled_from(EVERY), st.integers(1, 3))
def test_index_without_boxes_that_left_the_tree_answers_as_a_new_one(children, expression, first):
    root = etree.Element("body")
    root.extend([build(child) for child in children])
    index = NameIndex(root)
    index.tagged("a")
    index.named("isi", by_id=True)
    boxes = list(root)[first:][:2]
    for box in boxes:
        root.remove(box)
    index.forget(boxes)
    selector = compile_selector(expression)
    found = selector.everywhere(root, etree.tostring(root), lambda: index)
    assert found == selector.xpath(root)
    assert index.tagged("a") == list(root.iter("a"))
    assert index.elements == list(root.iter())


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("<p><b>Editor</b>: Wira Teluk</p>", 1),
        ("<p><b>Reporter</b>: Wira Teluk</p>", 1),
        ("<p>Wira Teluk: warga</p>", 0),
    ],
)
def test_a_label_whose_mark_stands_in_another_element_is_found_by_a_choice(source, count):
    choice = (
        "xpath://p[starts-with(normalize-space(),'Editor:') or starts-with(normalize-space(),'Reporter:')]"
    )
    assert len(page(source).select(choice)) == count
