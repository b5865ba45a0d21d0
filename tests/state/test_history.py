"""The history of a crawl: what each run was like, and how it is read from outside."""

import sqlite3
from contextlib import closing

import pytest

from newsbot.state import Conflict, Measures, State, past_runs
from newsbot.state.history import EXAMPLES, GENERIC, measures_of

NOW = "2026-11-20T01:00:00+00:00"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state.sqlite"


def with_runs(path, count):
    with State(path) as state:
        for number in range(count):
            state.begin({"portals": ["contoh"], "mode": "new"}, NOW)
            state.runs.end({"reason": "finished"}, NOW, {"contoh": Measures(pages=number)})


def test_runs_come_oldest_first_with_their_measures(path):
    with_runs(path, 3)
    runs = past_runs(path)
    assert [(run.run, run.measures["contoh"].pages) for run in runs] == [(1, 0), (2, 1), (3, 2)]
    assert runs[0].report == {"reason": "finished"}
    assert runs[0].options["portals"] == ["contoh"]


def test_the_last_runs_are_those_that_are_asked_for(path):
    with_runs(path, 3)
    assert [run.run for run in past_runs(path, last=2)] == [2, 3]


def test_a_run_that_goes_on_is_there_without_a_report(path):
    with State(path) as state:
        state.begin({"portals": ["contoh"]}, NOW)
        (run,) = past_runs(path)  # while another process holds the state
    assert (run.report, run.ended, run.measures) == (None, None, {})


def test_a_state_of_an_older_version_has_runs_without_measures(path):
    with_runs(path, 1)
    with closing(sqlite3.connect(path)) as db:
        db.executescript("DROP TABLE measures")
    assert [run.measures for run in past_runs(path)] == [{}]


def test_a_file_that_is_no_state_is_named(tmp_path):
    other = tmp_path / "surat.txt"
    other.write_text("bukan basis data " * 100)
    with pytest.raises(Conflict, match=r"surat\.txt is no state of a crawl"):
        past_runs(other)


def test_examples_are_few_and_each_once():
    measures = Measures()
    for number in (1, 1, 2, 3, 4):
        measures.add("missing", "headline", f"https://contoh.id/{number}")
    assert measures.missing == {"headline": 5}
    assert measures.examples["missing/headline"] == [
        f"https://contoh.id/{number}" for number in range(1, EXAMPLES + 1)
    ]


def test_an_endless_address_is_no_example():
    measures = Measures()
    measures.add("rejects", "empty", "https://contoh.id/" + "a" * 5_000)
    assert measures.examples == {"rejects/empty": []}


def test_shares_are_of_articles():
    measures = Measures(
        pages=9, kinds={"article": 4, "other": 5}, missing={"authors": 1}, layouts={"baru": 1, GENERIC: 3}
    )
    assert (measures.share_missing("authors"), measures.share_generic) == (0.25, 0.75)
    assert Measures().share_missing("authors") == Measures().share_generic == 0.0


def test_what_a_later_version_measures_is_left_out():
    assert measures_of('{"pages": 3, "rotations": 9}') == Measures(pages=3)
