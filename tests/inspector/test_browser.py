import json

import pytest

pytest.importorskip("nh3", reason="the extra `inspect` is not installed")

from tests.browser import BROWSER, looking
from tests.inspector.made import BROKEN, HEADLINE, HOSTILE, served

pytest.importorskip("websockets", reason="a browser is spoken to through websockets")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no chromium to look at the inspector with")


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    folder = tmp_path_factory.mktemp("browser")
    with served(HOSTILE, BROKEN, folder=folder / "kept") as asking, looking(folder) as tab:
        yield asking, tab


def number_of(asking, place):
    return next(entry.number for entry in asking.inspector.shelf.entries if entry.place == place)


def test_nothing_of_a_page_runs_or_is_fetched(seen):
    asking, tab = seen
    number = number_of(asking, "0.html")
    for path in (f"p/{number}", f"p/{number}/saved", f"p/{number}/saved?styles=off", f"p/{number}/rules"):
        tab.open(asking.inspector.address + path)
        assert tab.say("document.title") != "hit"
        assert [url for url in tab.asked if not url.startswith((asking.inspector.address, "data:"))] == []
        assert tab.say("location.href") == asking.inspector.address + path, "nobody led it elsewhere"


def test_the_frame_is_of_no_origin_and_runs_nothing(seen):
    asking, tab = seen
    tab.open(asking.inspector.address + f"p/{number_of(asking, '0.html')}")
    assert tab.say("document.querySelector('iframe').contentDocument") is None
    assert tab.errors == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_fit_and_have_no_errors(seen, width, scheme):
    asking, tab = seen
    number = number_of(asking, "1.html")
    for path in ("", f"p/{number}", f"p/{number}/rules"):
        tab.open(asking.inspector.address + path, width, scheme)
        assert tab.say("document.documentElement.scrollWidth <= innerWidth")
        assert tab.errors == []


def test_a_field_is_corrected_in_place_by_keys_alone(seen):
    asking, tab = seen
    number = number_of(asking, "1.html")
    tab.open(asking.inspector.address + f"p/{number}")
    tab.say("document.querySelector('[aria-label=\"Correct headline\"]').focus()")
    tab.press("Enter", 13, "\r")
    assert tab.say("document.activeElement.value") == HEADLINE
    tab.say("document.activeElement.value = ''")
    tab.call("Input.insertText", text="Judul yang benar")
    tab.call("Input.dispatchKeyEvent", type="keyDown", key="Enter", windowsVirtualKeyCode=13, text="\r")
    tab.loaded()
    assert tab.say("document.querySelector('#field-headline .text').textContent") == "Judul yang benar"
    assert asking.inspector.changes.corrections[number].values == {"headline": "Judul yang benar"}
    tab.do("document.querySelector('[aria-label=\"Undo the correction of headline\"]').click()")
    assert not asking.inspector.changes.corrections[number]


def test_escape_leaves_a_field_as_it_is(seen):
    asking, tab = seen
    tab.open(asking.inspector.address + f"p/{number_of(asking, '1.html')}")
    tab.say("document.querySelector('[aria-label=\"Correct section\"]').click()")
    tab.press("Escape", 27)
    assert tab.say("document.activeElement.ariaLabel") == "Correct section"
    assert tab.say("document.querySelectorAll('form.editor').length") == 0


def test_what_is_refused_is_told_on_the_page(seen):
    asking, tab = seen
    tab.open(asking.inspector.address + f"p/{number_of(asking, '1.html')}")
    tab.say("document.querySelector('[aria-label=\"Correct date published\"]').click()")
    tab.say("document.activeElement.value = 'kemarin'")
    tab.say("document.activeElement.form.requestSubmit()")
    look = "const look = () => said.hidden ? setTimeout(look, 20) : done(said.textContent)"
    said = f"new Promise((done) => {{ {look}; look(); }})"
    assert "kemarin" in tab.say(
        f"(() => {{ const said = document.getElementById('said'); return {said}; }})()"
    )


def test_a_reading_is_kept_with_a_click(seen):
    asking, tab = seen
    number = number_of(asking, "1.html")
    tab.open(asking.inspector.address + f"p/{number}")
    tab.do("document.querySelector('button.turn[data-name=\"block-1\"]').click()")
    assert tab.say("document.querySelectorAll('.gone').length") == 1
    tab.say("document.querySelector('form.keep input').value = 'panen'")
    tab.do("document.querySelector('form.keep button[value=fixture]').click()")
    assert "panen" in tab.say("document.querySelector('[role=status]').textContent")
    expected = json.loads(
        (asking.inspector.folder / "fixtures/unknown/panen/expected.json").read_text("utf-8")
    )
    assert expected["headline"] == HEADLINE
    assert len(expected["article_body"].split("\n\n")) == 3
