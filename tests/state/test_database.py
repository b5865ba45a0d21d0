"""What a state remembers, and what it gives to a run."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from newsbot.items import Discovery
from newsbot.state import Conflict, Done, Found, Known, Part, State
from newsbot.state.wanted import GONE_TURNS, MAX_ATTEMPTS, wanted

NOW, LATER = "2026-11-01T10:00:00+00:00", "2026-11-02T10:00:00+00:00"


def found(key, portal="contoh", newest="", lastmod=None, title=None):
    discovery = Discovery("sitemap", "https://contoh.id/sitemap.xml", lastmod=lastmod, title=title)
    return Found(key, portal, f"https://contoh.id/{key}", discovery, newest)


def taken(state, limit=9):
    """The articles that a run takes from the queue of a host."""
    some = state.queues.newest(("contoh", "contoh.id"), limit)
    state.queues.take(some)
    return some


@pytest.fixture
def state(tmp_path):
    with State(tmp_path / "state.sqlite") as opened:
        opened.begin({"portals": ["contoh"]}, NOW)
        yield opened


def test_newest_come_first_and_each_once_in_a_run(state):
    state.discovered(
        [found("lama", newest="2026-10-01"), found("baru", newest="2026-11-01"), found("tanpa")], "new", NOW
    )
    assert [known.key for known in taken(state, 2)] == ["baru", "lama"]
    assert [known.key for known in taken(state, 2)] == ["tanpa"]
    assert taken(state, 2) == []
    assert state.count_pending(["contoh"]) == 3


def test_each_host_of_a_portal_has_a_queue(state):
    hosts = ("satu.contoh.id", "satu.contoh.id:8080", "dua.contoh.id", "satu.contoh.id")
    for number, host in enumerate(hosts):
        one = Found(str(number), "contoh", f"https://{host}/{number}", found("a").discovery)
        state.discovered([one], "new", NOW)
    assert list(state.queues.of(["contoh", "lain"])) == [("contoh", host) for host in sorted(set(hosts))]
    assert [known.key for known in state.queues.newest(("contoh", "satu.contoh.id"), 9)] == ["0", "3"]
    state.commit([Done("2", "done", NOW)], [])
    assert ("contoh", "dua.contoh.id") not in list(state.queues.of(["contoh"]))


@pytest.mark.parametrize("mode", ["new", "changed", "all"])
def test_second_announcement_gives_no_second_turn_in_a_run(state, mode):
    state.discovered([found("a")], mode, NOW)
    taken(state)
    state.commit([Done("a", "blocked")], [])
    state.discovered([found("a")], mode, NOW)
    assert taken(state) == []
    assert state.count_pending(["contoh"]) == 0


@pytest.mark.parametrize(
    ("status", "mode", "lastmod", "again"),
    [
        ("done", "new", "2026-11-02", False),
        ("done", "changed", "2026-11-02", True),
        ("done", "changed", "2026-11-01", False),
        ("done", "changed", None, True),
        ("done", "all", "2026-11-01", True),
        ("gone", "new", "2026-11-01", True),
        ("blocked", "new", "2026-11-01", True),
        ("paywall", "new", "2026-11-01", True),
        ("rejected", "new", "2026-11-01", True),
        ("refused", "new", "2026-11-01", True),
    ],
)
def test_which_articles_a_later_run_asks_for(tmp_path, status, mode, lastmod, again):
    with State(tmp_path / "state.sqlite") as first:
        first.begin({}, NOW)
        first.discovered([found("a", lastmod="2026-11-01")], "new", NOW)
        first.commit([Done("a", status)], [])
    with State(tmp_path / "state.sqlite") as second:
        second.begin({}, LATER)
        second.discovered([found("a", lastmod=lastmod)], mode, LATER)
        assert bool(taken(second)) == again


def test_article_that_fails_is_given_up_after_some_runs(tmp_path):
    for turn in range(MAX_ATTEMPTS + 2):
        with State(tmp_path / "state.sqlite") as state:
            state.begin({}, NOW)
            if turn == 0:
                state.discovered([found("a")], "new", NOW)
            asked = taken(state)
            assert bool(asked) == (turn < MAX_ATTEMPTS)
            state.commit([Done(known.key, "failed", reason="timeout") for known in asked], [])


def test_announcement_that_tells_more_replaces_a_bare_one(state):
    state.discovered([found("a")], "new", NOW)
    state.discovered([found("a", lastmod="2026-11-01", title="Kabar")], "new", NOW)
    state.discovered([found("a")], "new", NOW)
    (known,) = taken(state)
    assert known.discovery.title == "Kabar"


def test_revisions_are_kept(state):
    state.discovered([found("a")], "new", NOW)
    for digest in ("sha256:1", "sha256:2"):
        state.commit([Done("a", "done", NOW, content_digest=digest, is_revision=True)], [])
    rows = state._db.execute("SELECT number, content_digest FROM revisions ORDER BY number").fetchall()
    assert rows == [(1, "sha256:1"), (2, "sha256:2")]


def test_done_and_lengths_are_one_step(state):
    state.discovered([found("a")], "new", NOW)
    state._db.execute("CREATE TRIGGER broken BEFORE INSERT ON parts BEGIN SELECT raise(FAIL, 'penuh'); END")
    with pytest.raises(sqlite3.Error):
        state.commit([Done("a", "done")], [Part("parts/1.jsonl", 1, 10)])
    assert state.known("a").status == "pending"


def test_overlap_counts_from_a_whole_run_only(tmp_path):
    with State(tmp_path / "state.sqlite") as state:
        for started, ended, gaps in ((NOW, NOW, []), (LATER, LATER, ["contoh"]), (LATER, None, [])):
            state.begin({"portals": ["contoh"]}, started)
            state.runs.end({"gaps": gaps}, ended)
        assert state.runs.last_complete_start("contoh", LATER) == NOW
        assert state.runs.last_complete_start("lain", LATER) is None
        assert (
            state.runs.last_complete_start("contoh", "2026-10-01T00:00:00+00:00") is None
        )  # the clock jumped back


def test_files_are_known_by_folder(tmp_path):
    path = tmp_path / "state/state.sqlite"
    with State(path, tmp_path / "senin") as state:
        state.commit([], [Part("parts/1.jsonl", 1, 10)])
    with State(path, tmp_path / "selasa") as state:
        assert state.files.parts() == []
        assert state.files.open_elsewhere() == [tmp_path / "senin"]
        assert state.files.parts(tmp_path / "senin") == [Part("parts/1.jsonl", 1, 10)]


def test_folder_and_state_move_together(tmp_path):
    (tmp_path / "lama").mkdir()
    with State(tmp_path / "lama/state.sqlite") as state:
        state.commit([], [Part("parts/1.jsonl", 1, 10, "sha256")])
        identity = state.id
    (tmp_path / "lama").rename(tmp_path / "baru")
    with State(tmp_path / "baru/state.sqlite") as state:
        assert [part.name for part in state.files.parts()] == ["parts/1.jsonl"]
        assert state.id == identity


def test_state_of_another_version_is_left_alone(tmp_path):
    path = tmp_path / "state.sqlite"
    with State(path):
        pass
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(Conflict, match="version 99"):
        State(path)


def test_state_is_held_by_one(tmp_path):
    with (
        State(tmp_path / "state.sqlite"),
        pytest.raises(Conflict, match=r"in use by another run \(process \d+\)"),
    ):
        State(tmp_path / "state.sqlite")


def test_state_that_somebody_else_writes_into_is_an_error_of_writing(tmp_path, monkeypatch):
    monkeypatch.setattr("newsbot.state._file._PATIENCE", 0.05)
    with State(tmp_path / "a.sqlite") as state, closing(sqlite3.connect(tmp_path / "a.sqlite")) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(OSError, match=r"a.sqlite: database is locked"):
            state.begin({}, NOW)
        other.rollback()
        assert state.begin({}, NOW) == 1


@pytest.mark.parametrize("status", ["blocked", "paywall", "rejected"])
def test_article_that_gives_no_record_is_tried_so_often_and_no_more(status):
    for attempts, again in ((MAX_ATTEMPTS - 1, True), (MAX_ATTEMPTS, False)):
        known = Known("a", "contoh", "https://contoh.id/a", status, found("a").discovery, attempts=attempts)
        assert wanted(known, found("a"), "new") is again


def in_vain(tmp_path, status, **more):
    """How often runs ask for an article that is announced each time and always comes out so."""
    asked = 0
    for turn in range(MAX_ATTEMPTS + 2):
        with State(tmp_path / "state.sqlite") as state:
            state.begin({}, f"2026-11-{turn + 1:02}T03:00:00+00:00")
            state.discovered([found("a")], "new", NOW)
            asked += len(taken(state))
            state.commit([Done("a", status, reason="so", **more)], [])
            given_up = state.given_up("contoh")
    return asked, given_up


@pytest.mark.parametrize("status", ["failed", "blocked", "refused"])
def test_what_was_asked_for_in_vain_is_given_up_and_named(tmp_path, status):
    assert in_vain(tmp_path, status) == (MAX_ATTEMPTS, ["https://contoh.id/a"])


def test_what_robots_txt_forbids_costs_no_turn(tmp_path):
    assert in_vain(tmp_path, "refused", turns=0) == (MAX_ATTEMPTS + 2, [])


def test_article_that_was_blocked_is_asked_for_again_though_nobody_announces_it(tmp_path):
    with State(tmp_path / "state.sqlite") as first:
        first.begin({}, NOW)
        first.discovered([found("a")], "new", NOW)
        first.commit([Done("a", "blocked")], [])
    with State(tmp_path / "state.sqlite") as second:
        second.begin({}, LATER)
        assert len(taken(second)) == 1


def test_last_line_of_an_id_tells_whose_text_it_is(state):
    state.discovered([found("a"), found("b")], "new", NOW)
    one = Done("b", "done", NOW, content_digest="1", is_revision=True, record_id="a", text="x")
    state.commit([one], [])
    assert (state.told_by("a", "x"), state.told_by("a", "y"), state.told_by("b", "x")) == ("b", None, None)
    state.commit([Done("a", "done", NOW, content_digest="2", is_revision=True, record_id="a", text="y")], [])
    assert (state.told_by("a", "x"), state.told_by("a", "y")) == (None, "a")


def test_article_that_is_gone_is_asked_for_again_when_it_is_announced_again_some_times(tmp_path):
    assert in_vain(tmp_path, "gone") == (GONE_TURNS, [])


def test_article_of_a_list_that_is_gone_is_gone():
    known = Known("a", "contoh", "https://contoh.id/a", "gone", found("a").discovery)
    assert not wanted(known, replace(found("a"), discovery=Discovery("list")), "new")
