"""The text of an element folded once, and where paragraphs stand in it."""

import pytest

from newsbot.extractors.ruleless.folded import Wanted, fold_text, places_of
from newsbot.extractors.ruleless.holder import holder_of
from newsbot.language.text import fold
from newsbot.pages.page import text_of
from tests.invented import ONE, STORY, TWO, page

MARKUP = [
    f"<div>{STORY}</div>",
    "<div> Panen <b>raya</b>\u00a0<i> di </i>Teluk<br>Biru <script>var a</script>kini</div>",
    "<p>a<span>b</span>c</p><p></p><small>d</small>\u200b<em> e</em>",
    "<table><tr><td>satu</td><td> dua</td></tr></table>“Kutip” – akhir",
]


def everything(markup):
    root = page(f"<html><body>{markup}</body></html>").root
    return next(root.iter("body"))


@pytest.mark.parametrize("markup", MARKUP)
def test_bounds_hold_the_text_of_each_element(markup):
    body = everything(markup)
    folded = fold_text(body)
    for node in body.iter():
        begin, end = folded.bounds[node]
        assert folded.text[begin : max(begin, end)] == fold(text_of(node)), node.tag


def test_paragraph_across_two_elements_is_held_by_the_one_around_both():
    body = everything(f"<div><span>{ONE[:30]}</span><span>{ONE[30:]}</span></div>")
    found = Wanted.find(fold_text(body), [fold(ONE)])
    assert [found.held(node) for node in body.iter("div", "span")] == [len(ONE), 0, 0]


def test_paragraph_printed_twice_counts_once():
    body = everything(f"<div><p>{ONE}</p><p>{ONE}</p></div>")
    found = Wanted.find(fold_text(body), [fold(ONE)])
    assert {found.held(node) for node in body.iter("div", "p")} == {len(ONE)}


def test_paragraph_may_begin_where_an_element_begins_in_a_word():
    body = everything(f"<div>Kolom<b>{ONE}</b></div>")
    assert Wanted.find(fold_text(body), [fold(ONE)]).held(body) == len(ONE)


def test_keys_of_several_lengths_are_found_at_one_place():
    assert list(places_of(["panen", "panen raya"], "panen raya, panen")) == [
        (0, "panen"),
        (0, "panen raya"),
        (12, "panen"),
    ]


def test_no_text_looked_for_is_found_nowhere():
    assert not list(places_of([], "panen raya"))


class Counted(str):
    """A text that counts how often a piece of it is taken."""

    __slots__ = ()
    taken = 0

    def __getitem__(self, key):
        Counted.taken += 1
        return str.__getitem__(self, key)


def test_looking_for_paragraphs_takes_as_many_steps_as_there_are_words():
    steps = []
    for times in (50, 500):
        lines = [f"kabar nelayan dari pesisir utara nomor {n} pada hari yang sama" for n in range(times)]
        Counted.taken = 0
        assert len(list(places_of(lines, Counted("\n".join(lines))))) == times
        steps.append(Counted.taken)
    assert steps[1] < 12 * steps[0]


def test_holder_of_many_paragraphs_is_the_element_around_them():
    lines = [f"{n} {TWO}" for n in range(300)]
    text = "".join(f"<p>{line}</p>" for line in lines)
    parsed = page(f"<html><body><h1>Garam</h1><div class='isi'>{text}</div><div>{ONE}</div></body></html>")
    assert holder_of(parsed, [fold(line) for line in lines]).get("class") == "isi"
