import re

import pytest

pytest.importorskip("nh3", reason="the extra `inspect` is not installed")

from newsbot.inspector.saved import POLICY
from tests.inspector.made import HOSTILE, looked_at
from tests.invented import ONE, THREE, TWO

RECORD, SHOWN = looked_at(HOSTILE)
BODY = SHOWN.document.partition("<body")[2]


def test_the_text_is_there():
    assert all(text in SHOWN.document for text in (ONE, TWO, THREE))
    assert "color: #333" in SHOWN.document, "styles that stand in the page stay"
    assert "data:image/gif" in BODY, "pictures that stand in the page stay"


@pytest.mark.parametrize(
    "tag",
    ["script", "svg", "iframe", "form", "base", "link", "object", "button", "input", "noscript", "math"],
)
def test_elements_that_act_are_gone(tag):
    assert f"<{tag}" not in re.sub(r'"[^"]*"', "", SHOWN.document)


def test_the_only_meta_elements_are_its_own():
    assert len(re.findall("<meta", SHOWN.document)) == 4
    assert "refresh" not in SHOWN.document


def test_no_attribute_acts_or_leads_anywhere():
    attributes = [
        name for tag in re.findall(r"<[a-z][^>]*>", BODY) for name in re.findall(r'\s([\w-]+)="', tag)
    ]
    assert attributes
    assert not [name for name in attributes if name.startswith("on")]
    assert not {"href", "srcset", "action", "formaction", "background", "srcdoc"}.intersection(attributes)
    assert re.findall(r'src="([^"]*)"', BODY) == ["data:image/gif;base64,R0lGODlhAQABAAAAACw="]


def test_styles_fetch_nothing():
    styles = "".join(re.findall(r"<style>(.*?)</style>", SHOWN.document, re.DOTALL))
    inline = "".join(re.findall(r'style="([^"]*)"', BODY))
    assert "jahat.example" not in styles + inline


def test_a_style_cannot_end_its_element():
    _, found = looked_at(f"<style>a{{}}&lt;/style&gt;</style><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>")
    assert found.document.count("</style>") == 2


def test_without_its_own_styles_the_page_has_none():
    from newsbot.inspector.inspection import marked
    from tests.invented import snapshot

    bare = marked(snapshot(HOSTILE), RECORD, "nbtest", styled=False).document
    assert "color: #333" not in bare
    assert not re.search(r'<(?!mark)[^>]* style="', bare)


def test_the_policy_lets_nothing_run():
    assert "sandbox" in POLICY
    assert "script" not in POLICY
    assert "default-src 'none'" in POLICY


def test_no_page_knows_how_marks_are_named(tmp_path):
    from newsbot.inspector.server import Inspector
    from newsbot.inspector.shelf import Shelf

    prefixes = {Inspector(Shelf(()), tmp_path, "", "").prefix for _ in range(20)}
    assert len(prefixes) == 20
    assert all(re.fullmatch("nb[0-9a-f]{12}", prefix) for prefix in prefixes)
