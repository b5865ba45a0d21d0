"""Questions to worker processes: each has its answer in its order, whatever ends the process before it."""

from colorsys import rgb_to_hls

import pytest

from newsbot.workers.crew import Crew, Lost

from .work import die_at_first, die_at_zero, has_imported, spend, toil


def answers(function, *arguments, asked=(), patience=60.0):
    """The answers in the order in which they came, by the numbers of their questions."""
    crew, found = Crew(1, patience, asked=asked), []
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


def test_dear_question_is_given_when_the_one_before_is_answered(monkeypatch):
    """Whoever asks meanwhile waits for one of them and not for two."""
    crew, found = Crew(1, 60.0), []
    try:
        crew.give(0, die_at_zero, 1, asker="dear")
        while not found:
            found += crew.collect()
        monkeypatch.setattr("newsbot.workers.crew._DEAR", 0.0)
        crew.give(1, die_at_zero, 1, asker="dear")
        crew.give(2, die_at_zero, 2, asker="dear")
        crew.give(3, die_at_zero, 3, asker="cheap")
        while len(found) < 4:
            found += crew.collect()
    finally:
        crew.close()
    assert [number for number, _ in found] == [0, 1, 3, 2]


@pytest.fixture
def no_clock(monkeypatch):
    """Work alone counts: how long it takes by the clock is the machine's affair."""
    monkeypatch.setattr("newsbot.workers.worker.SLACK", 1000)


@pytest.mark.usefixtures("no_clock")
def test_endless_work_is_lost_for_its_work_and_not_asked_again(tmp_path):
    mark = tmp_path / "mark"
    assert answers(toil, str(mark), patience=0.5) == [(0, Lost("timeout", "not read within 0.5 s of work"))]
    assert mark.read_text() == "asked\n"


@pytest.mark.usefixtures("no_clock")
def test_time_of_work_ends_with_the_question():
    assert answers(spend, 0.4, 0.4, 0.4, patience=1.0) == [(0, 0.4), (1, 0.4), (2, 0.4)]


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
