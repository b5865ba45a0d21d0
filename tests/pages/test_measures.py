"""Measures of an element: what a reader sees of it, and how much of that is running text or stands in links."""

import pytest

from newsbot.pages.measures import UNSEEN, link_share, names_of, running_text, visible_runs
from tests.invented import page

SENTENCE = "Petani garam di Teluk Biru memanen tiga ton garam."


def box(markup):
    return page(f'<html><body><div class="kotak">{markup}</div></body></html>').select(".kotak")[0]


@pytest.mark.parametrize("tag", sorted(UNSEEN - {"template"}))
def test_text_of_an_unseen_element_is_no_visible_run_but_what_stands_behind_it_is(tag):
    assert list(visible_runs(box(f"Satu<{tag}>dua</{tag}>tiga"))) == ["Satu", "tiga"]


def test_visible_runs_come_in_reading_order():
    markup = "Satu <b>dua <i>tiga</i> empat</b> lima<script>x</script> enam"
    assert [run.strip() for run in visible_runs(box(markup))] == "Satu dua tiga empat lima enam".split()


def test_runs_shorter_than_asked_are_no_running_text():
    assert running_text(box(f"<span>Foto</span><p>{SENTENCE}</p>"), 20) == len(SENTENCE)


def test_counting_ends_where_it_is_past_enough():
    assert running_text(box(f"<p>{SENTENCE}</p>" * 50), 20, enough=60) == 2 * len(SENTENCE)


def test_script_has_no_share_in_links_or_text():
    assert link_share(box("<a>Beras</a><script>" + "x" * 500 + "</script>")) == 1


def test_element_without_text_has_no_share_in_links():
    assert link_share(box("")) == 0


def test_id_stands_before_the_class_names():
    assert [names_of(node) for node in box('<p id="a" class="b c"/><p class="b"/><p id="a"/><p/>')] == [
        "a b c",
        "b",
        "a",
        "",
    ]
