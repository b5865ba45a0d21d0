"""The order in which a crawl's evidence, lines, state and file names move on: a kill between any two loses nothing."""

import pytest

from newsbot.crawl import store as store_module
from newsbot.crawl.store import Store
from newsbot.durable.parts import PartWriter
from newsbot.items import Discovery
from newsbot.state import Done, Found, State
from newsbot.workers.reading import Reading


def following(monkeypatch, home, name, told, steps):
    """Have a step noted when it is done."""
    step = getattr(home, name)

    def noted(*args, **kwargs):
        answer = step(*args, **kwargs)
        steps.append(told)
        return answer

    monkeypatch.setattr(home, name, noted)


@pytest.fixture
def store(tmp_path):
    one = Store(tmp_path / "out", tmp_path / "out/state.sqlite", "new", ["contoh"], {})
    found = Found("contoh:1", "contoh", "https://contoh.id/1", Discovery("link", "https://contoh.id/"))
    one.discovered([found])
    queues = one.state.queues
    queues.take(queues.newest(("contoh", "contoh.id"), 9))
    yield one
    one.abandon()


def test_what_a_commit_speaks_of_is_on_the_disk_before_it(store, monkeypatch):
    steps = []
    following(monkeypatch, PartWriter, "sync", "lines", steps)
    following(monkeypatch, State, "commit", "state", steps)
    following(monkeypatch, store_module, "publish", "name", steps)
    store.before_commit.append(lambda: steps.append("evidence"))
    store.after_commit.append(lambda: steps.append("told"))
    store.write(Done("contoh:1", "done"), Reading(line="{}", digest="a"))
    store.sync(close=True)
    assert steps == ["evidence", "lines", "lines", "state", "name", "told"]


def test_manifest_names_a_part_that_is_whole(store, tmp_path):
    store.write(Done("contoh:1", "done"), Reading(line="{}", digest="a"))
    store.sync()
    assert list((tmp_path / "out/parts").glob("*.jsonl")) == []
    store.sync(close=True)
    (part,) = (tmp_path / "out/parts").glob("*.jsonl")
    assert part.name in (tmp_path / "out/manifest.json").read_text()
