"""The one form of declarations: stable, true to data and comments, safe for whatever text a page says."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbot.portals.writing import WIDTH, formatted, written


def said(value, key="checked"):
    return written({"portal": {"contoh": {key: value}}})


@given(st.text())
def test_any_text_comes_back(text):
    assert tomllib.loads(said(text))["portal"]["contoh"]["checked"] == text


@given(st.lists(st.text(max_size=40), max_size=8), st.sampled_from(["article", "brands"]))
def test_any_list_comes_back(items, key):
    assert tomllib.loads(said(items, key))["portal"]["contoh"][key] == items


@given(st.text(max_size=200), st.lists(st.text(max_size=60), max_size=6))
def test_what_is_written_is_formatted(text, items):
    made = said({"x": text}, "hosts") + "\n" + written({"layout": {"x": {"probe": text, "body": items}}})
    assert formatted(made) == made


def test_a_pattern_stands_as_it_is():
    assert said(r"/\d+") == "[portal.contoh]\nchecked = '/\\d+'\n"


def test_a_rule_has_a_line_and_a_long_list_a_line_for_each_item():
    rules = [f".kelas-yang-panjang-{number} > .anak" for number in range(4)]
    text = written({"layout": {"x": {"headline": ["h1"], "body": rules}}})
    assert text.splitlines()[:4] == ["[layout.x]", 'headline = ["h1"]', "body = [", f'  "{rules[0]}",']


def test_names_fill_their_lines():
    lines = said([f"portal-{number}.example" for number in range(20)], "domains").splitlines()
    assert len(lines) < 10
    assert max(map(len, lines)) <= WIDTH


def test_long_text_goes_on_in_the_next_line():
    rule = "xpath://*[contains(@class,'nama-penulis')]" * 4
    text = said([rule], "byline")
    assert max(map(len, text.splitlines())) <= WIDTH + 10
    assert tomllib.loads(text)["portal"]["contoh"]["byline"] == [rule]


def test_comments_stay_with_what_they_stand_above():
    text = (
        "# Kepala.\n\n# Di atas tabel.\n[layout.x]\n# Di atas kunci,\n# dua baris.\nprobe='h1'\n"
        "[[portal.y.sources]]\nkind='feed'\n[[portal.y.sources]]\n# Di sumber kedua.\nkind='feed'\n"
    )
    made = formatted(text)
    assert made.startswith(
        "# Kepala.\n\n# Di atas tabel.\n[layout.x]\n# Di atas kunci,\n# dua baris.\nprobe = "
    )
    assert made.index("# Di sumber kedua.") > made.rindex("[[portal.y.sources]]")
    assert formatted(made) == made


@pytest.mark.parametrize(
    "text",
    [
        "[layout.x]\nprobe = 'h1' # kenapa\n",
        "[layout.x]\nbody = [\n  # kenapa\n  'p',\n]\n",
        "[layout.x]\nprobe = 'h1'\n# akhir\n",
    ],
)
def test_a_comment_that_would_be_lost_is_refused(text):
    with pytest.raises(ValueError, match="comment"):
        formatted(text)


def test_what_no_declaration_says_is_refused():
    with pytest.raises(ValueError, match="nothing that a declaration says"):
        said(1.5)
