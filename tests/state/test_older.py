"""Older sitemaps are looked at in turn, those of each portal among themselves."""

from newsbot.state import State

URLS = ["a", "b", "c"]


def test_each_has_its_turn_and_a_new_one_the_next(tmp_path):
    taken = []
    for run in range(1, 8):
        with State(tmp_path / "state.sqlite") as state:
            urls = URLS if run < 5 else [*URLS, "d"]
            taken.append(state.older.take("contoh", urls, run))
            if run == 1:
                assert state.older.take("lain", URLS, run) == "a"
    assert taken == ["a", "b", "c", "a", "d", "b", "c"]


def test_of_none_it_is_none(tmp_path):
    with State(tmp_path / "state.sqlite") as state:
        assert state.older.take("contoh", [], 1) is None
