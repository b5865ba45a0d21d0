"""The short texts of a part of the page, and which of them are not read at all."""

import pytest

from newsbot.extractors.witnesses.short_texts import said, short_texts
from tests.invented import page

LABELS = said(["ditulis oleh", "editor"])


def texts(markup, holding=None):
    nodes = page(f"<main>{markup}</main>").root.find(".//main").iterdescendants()
    return [text for _, text in short_texts(nodes, 60, holding=holding)]


def test_a_text_that_nested_elements_repeat_is_given_once():
    assert texts("<div><p><b>Editor: Wira Teluk</b></p></div>") == ["Editor: Wira Teluk"]


def test_an_element_that_holds_nothing_wanted_is_not_read_nor_what_stands_in_it():
    read = []
    nodes = page("<main><div><p>Harga garam</p></div><p>Editor: Wira</p></main>").root.find(".//main")
    found = short_texts(nodes.iterdescendants(), 60, lambda node: read.append(node.tag) or node.text, LABELS)
    assert [text for _, text in found] == ["Editor: Wira"]
    assert read == ["p"]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Ditulis<br>oleh Wira Teluk</p>",
        "<p>Edi\u200btor: Wira Teluk</p>",
        "<p>&amp;#69;ditor: Wira Teluk</p>",
    ],
)
def test_what_a_rough_look_may_miss_is_read(markup):
    assert len(texts(markup, LABELS)) == 1
