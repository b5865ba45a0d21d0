"""Questions to worker processes: each has its answer in its order, whatever ends the process before it."""

from colorsys import rgb_to_hls

import pytest

from newsbot.workers.crew import Crew, Lost

from .work import die_at_first, die_at_zero, has_imported


def answers(function, *arguments, asked=()):
    """The answers in the order in which they came, by the numbers of their questions."""
    crew, found = Crew(1, asked=asked), []
    try:
        for number, one in enumerate(arguments):
            crew.give(number, function, one)
        while len(found) < len(arguments):
            found += crew.collect()
    finally:
        crew.close()
    return found


def test_process_that_was_ended_once_is_asked_again(tmp_path):
    """An end from outside (a system short of memory) is no fault of the page."""
    mark = tmp_path / "mark"
    assert answers(die_at_first, str(mark)) == [(0, "answered")]


@pytest.mark.parametrize("place", [0, 1])
def test_what_waited_behind_a_lost_question_is_answered_in_its_order(place):
    given = [3, 4, 5, 6]
    given[place] = 0
    found = answers(die_at_zero, *given)
    assert [number for number, _ in found] == [0, 1, 2, 3]
    assert isinstance(found[place][1], Lost)
    assert [said for number, said in found if number != place] == [one for one in given if one]


@pytest.mark.parametrize("asked", [(), (rgb_to_hls,)])
def test_worker_has_imported_what_it_will_be_asked(asked):
    assert answers(has_imported, "colorsys", asked=asked) == [(0, bool(asked))]


def test_start_has_its_time_from_the_first_question_on():
    """A reader begins long before the first document comes from a slow site."""
    crew = Crew(1)
    try:
        before = crew.pause()
        crew.give(0, die_at_zero, 1)
        assert (before, crew.pause() is None) == (None, False)
    finally:
        crew.close()
