"""Askers share the workers' time, whatever their questions cost. No clock: the tests say what each took."""

import pytest

from newsbot.workers.turns import Turns


def served(turns, cost, number):
    """The askers of the next so many questions, one worker answering one after the other."""
    askers = []
    for _ in range(number):
        asker = turns.take()[0]
        askers.append(asker)
        turns.answered(asker, cost[asker])
    return askers


def asked(turns, **numbers):
    for asker, number in numbers.items():
        for place in range(number):
            turns.put(asker, (asker, place))


def test_dear_questions_wait_for_their_like():
    turns = Turns()
    asked(turns, dear=4, cheap=30)
    order = served(turns, {"dear": 10, "cheap": 1}, 34)
    assert order[0] == "dear"
    assert order[1:11] == ["cheap"] * 10
    assert order.index("dear", 1) in (11, 12)


def test_equal_askers_take_turns():
    turns = Turns()
    asked(turns, a=3, b=3, c=3)
    order = served(turns, {"a": 1, "b": 1, "c": 1}, 9)
    assert [set(order[start : start + 3]) for start in (0, 3, 6)] == [{"a", "b", "c"}] * 3


def test_one_asker_keeps_its_order_and_what_comes_back_goes_first():
    turns = Turns()
    asked(turns, a=3)
    first, second = turns.take(), turns.take()
    turns.put_back("a", second)
    turns.put_back("a", first)
    assert [turns.take() for _ in range(3)] == [("a", 0), ("a", 1), ("a", 2)]
    assert len(turns) == 0


def test_what_is_in_hand_counts():
    """Two workers: none takes another dear question while one is at work and cheap ones wait."""
    turns = Turns()
    asked(turns, dear=4, cheap=40)
    served(turns, {"dear": 10, "cheap": 1}, 11)
    in_hand = [turns.take()[0] for _ in range(8)]
    assert in_hand.count("dear") == 1


def test_silence_gives_no_claim():
    turns = Turns()
    asked(turns, a=20)
    served(turns, {"a": 5}, 10)
    asked(turns, late=20)
    order = served(turns, {"a": 5, "late": 5}, 10)
    assert order.count("late") == 5


def test_who_goes_away_keeps_its_account():
    turns = Turns()
    asked(turns, dear=1, cheap=3)
    served(turns, {"dear": 10, "cheap": 1}, 2)
    asked(turns, dear=1, cheap=8)
    assert served(turns, {"dear": 10, "cheap": 1}, 8) == ["cheap"] * 8


def test_what_a_question_costs_follows_the_last_ones():
    turns = Turns()
    asked(turns, a=9)
    assert turns.usual("a") == 0.0
    served(turns, {"a": 1}, 1)
    assert turns.usual("a") == 1.0
    served(turns, {"a": 5}, 7)
    assert 4 < turns.usual("a") < 5


def test_nothing_waits():
    with pytest.raises(ValueError, match="empty"):
        Turns().take()
