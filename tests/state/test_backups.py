"""Copies of a state: whole, few, and made while the state is in use."""

import pytest

from newsbot.items import Discovery
from newsbot.state import Found, State, fault_of
from newsbot.state.backups import backups_of, folder_of

NOW = "2026-11-20T01:00:00+00:00"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state.sqlite"


def run(path, keep=2):
    with State(path) as state:
        state.begin({"portals": ["contoh"]}, NOW)
        state.discovered([Found("contoh:1", "contoh", "https://contoh.id/1", Discovery("link"))], "new", NOW)
        return state.back_up(keep)


def test_a_copy_is_a_state_of_its_own(path):
    copy = run(path)
    assert fault_of(copy) is None
    with State(path) as one, State(copy) as other:
        assert one.known("contoh:1") == other.known("contoh:1") is not None
        assert one.id == other.id


def test_the_newest_copies_are_kept(path):
    for _ in range(4):
        run(path)
    assert [copy.name for copy in backups_of(path)] == ["000004.sqlite", "000003.sqlite"]


def test_none_is_made_where_none_is_wanted(path):
    assert run(path, keep=0) is None
    assert not folder_of(path).exists()


def test_what_a_killed_run_left_of_a_copy_goes(path):
    run(path)
    (folder_of(path) / "000009.sqlite.part").write_bytes(b"robek")
    (folder_of(path) / "000009.sqlite.part-journal").write_bytes(b"robek")
    run(path)
    assert sorted(one.name for one in folder_of(path).iterdir()) == ["000001.sqlite", "000002.sqlite"]


def test_a_copy_that_cannot_be_made_is_an_error_of_the_disk(path):
    folder_of(path).write_text("bukan folder")
    with pytest.raises(OSError, match="backups"):
        run(path)
