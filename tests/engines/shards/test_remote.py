import gzip
import json
import os
from dataclasses import replace

import pytest

from newsbot import stream
from newsbot.engines.plan import Plan
from newsbot.engines.run import run
from newsbot.engines.shards import ShardError, remote
from newsbot.engines.shards.planning import shards_of
from newsbot.engines.shards.reading import read_shard
from newsbot.engines.shards.remote import fetched
from newsbot.engines.shards.run import ShardPlan, run_shards
from newsbot.items import Article, Outcome, Publisher, Reject
from tests.archive.records import record

fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed: the extra ray brings it")


def told(snapshot, *, options):
    """A record that says all that came in with the page."""
    said = f"{snapshot.body!r} {snapshot.url} {snapshot.status} {snapshot.fetched_at}"
    article = Article(
        "contoh:1", "contoh", Publisher("Contoh", "contoh.id"), snapshot.url, None, "article", said
    )
    article.metadata.origin = snapshot.origin
    return Outcome(article=article)


@pytest.fixture(autouse=True)
def _telling_stream(monkeypatch):
    monkeypatch.setattr(stream, "process", told)


@pytest.fixture
def memory():
    system = fsspec.filesystem("memory")
    yield system
    system.rm("/", recursive=True)


def lay(folder):
    """Pages that a manifest names, that a sibling tells of, packed, below, and what is wrong."""
    (folder / "below").mkdir(parents=True)
    (folder / "b.html").write_bytes(b"<p>dua")
    (folder / "a.html").write_bytes(b"<p>satu")
    rows = [
        {"file": "b.html", "url": "https://contoh.id/b", "status": 200},
        {"file": "../c.html"},
        {"file": "gone.html"},
    ]
    (folder / "manifest.jsonl").write_text("\n".join(map(json.dumps, rows)))
    (folder / "below/c.html.gz").write_bytes(gzip.compress(b"<p>tiga"))
    (folder / "below/c.json").write_text(json.dumps({"fetched_at": "2024-05-01T08:00:00+07:00"}))
    (folder / "below/d.txt").write_bytes(b"empat")
    (folder / "below/d.json").write_text("[")
    (folder / "below/note.md").write_bytes(b"none of the pages")
    return folder


def here(shards, task):
    for shard in shards:
        yield read_shard(shard, replace(task, processes=0))


def sharded(*sources, folder):
    run_shards(ShardPlan(sources, folder, chunk=3), here)
    files = json.loads((folder / "manifest.json").read_text())["files"]
    kinds = ("parts", "rejects")
    return [
        b"".join((folder / row["file"]).read_bytes() for row in files if row["file"].startswith(kind))
        for kind in kinds
    ]


def pool(source, out):
    plan = Plan(sources=(source,), out=out)
    run(plan)
    return [plan.out.read_bytes(), plan.rejects_file.read_bytes()]


def upload(memory, folder):
    memory.put(str(folder), "/bucket/pages", recursive=True)


@pytest.mark.parametrize("scheme", ["memory", "file"])
def test_a_folder_behind_an_address_gives_what_it_gives_on_a_disk(tmp_path, memory, scheme):
    folder = lay(tmp_path / "pages")
    upload(memory, folder)
    address = "memory://bucket/pages" if scheme == "memory" else f"file://{folder}"
    expected = [
        data.replace(str(folder).encode(), address.encode()) for data in pool(folder, tmp_path / "o.jsonl")
    ]
    found = sharded(address, folder=tmp_path / "out")
    assert found[0] == expected[0]
    reasons = [
        [(row["path"], row["reason"]) for row in map(json.loads, data.splitlines())]
        for data in (found[1], expected[1])
    ]
    assert reasons[0] == reasons[1]
    assert found[0].count(b"\n") == 4


def test_a_file_behind_an_address_has_what_stands_beside_it(tmp_path, memory):
    upload(memory, lay(tmp_path / "pages"))
    records, _ = sharded("memory://bucket/pages/below/c.html.gz", folder=tmp_path / "out")
    found = json.loads(records)
    assert found["headline"] == "b'<p>tiga' None None 2024-05-01T08:00:00+07:00"
    assert found["metadata"]["origin"]["path"] == "memory://bucket/pages/below/c.html.gz"


def test_archives_behind_addresses_are_shards_of_their_own(tmp_path, memory):
    (tmp_path / "one.warc.gz").write_bytes(gzip.compress(record()))
    upload(memory, lay(tmp_path / "pages"))
    memory.put(str(tmp_path / "one.warc.gz"), "/bucket/pages/a.warc.gz")
    shards = list(shards_of(["memory://bucket/pages"]))
    assert [len(shard.places) for shard in shards] == [4, 1, 3]
    records, _ = sharded("memory://bucket/pages/a.warc.gz", folder=tmp_path / "out")
    assert json.loads(records)["metadata"]["origin"]["path"] == "memory://bucket/pages/a.warc.gz"


def test_what_was_fetched_does_not_stay(tmp_path, memory):
    upload(memory, lay(tmp_path / "pages"))
    (shard,) = shards_of(["memory://bucket/pages"])
    with fetched(shard) as here_now:
        paths = [place.path for place in here_now.places if not isinstance(place, Reject)]
        assert all(path.exists() for path in paths)
    assert not any(path.exists() for path in paths)


def test_a_changed_file_is_another_shard(tmp_path, memory):
    upload(memory, lay(tmp_path / "pages"))
    before = [shard.name for shard in shards_of(["memory://bucket/pages"])]
    assert before == [shard.name for shard in shards_of(["memory://bucket/pages"])]
    memory.pipe("/bucket/pages/a.html", b"<p>lain")
    assert before != [shard.name for shard in shards_of(["memory://bucket/pages"])]


def test_a_changed_file_on_a_disk_is_another_shard(tmp_path):
    folder = lay(tmp_path / "pages")
    (before,) = shards_of([str(folder)])
    os.utime(folder / "a.html", ns=(1, 1))
    (after,) = shards_of([str(folder)])
    assert before.name != after.name


def test_names_that_lead_out_of_a_folder_are_no_files_here(tmp_path, memory):
    memory.pipe("/bucket/../evil.html", b"<p>")
    memory.store["/bucket/../evil.html"] = memory.store.pop(next(iter(memory.store)))
    (shard,) = shards_of(["memory://bucket"])
    (place,) = shard.places
    assert isinstance(place, Reject)
    assert (place.reason, shard.remote) == ("path_outside_folder", ())


def test_what_cannot_be_had_is_named(tmp_path, memory):
    with pytest.raises(FileNotFoundError) as nothing:
        list(shards_of(["memory://bucket/nothing"]))
    assert nothing.value.filename == "memory://bucket/nothing"
    with pytest.raises(ShardError, match="nosuch://a/b"):
        list(shards_of(["nosuch://a/b"]))
    with pytest.raises(ShardError, match="addresses in addresses"):
        list(shards_of(["zip://a.html::memory://bucket/a.zip"]))
    upload(memory, lay(tmp_path / "pages"))
    (shard,) = shards_of(["memory://bucket/pages"])
    memory.rm("/bucket/pages/a.html")
    with pytest.raises(ShardError, match=r"memory:///bucket/pages/a\.html cannot be fetched"), fetched(shard):
        pass


def test_of_other_json_nothing_is_fetched(memory, monkeypatch):
    memory.pipe(
        {"/bucket/a.html": b"<p>", "/bucket/records.jsonl": b"{}\n", "/bucket/a.json": b" " * 1_000_001}
    )
    asked = []
    monkeypatch.setattr(type(memory), "get_file", lambda self, path, *_, **__: asked.append(path))
    (shard,) = shards_of(["memory://bucket"])
    assert asked == []
    assert [(place.path, place.detail) for place in shard.places if isinstance(place, Reject)] == [
        ("memory://bucket/a.json", "more than 1000000 bytes")
    ]


def test_a_file_that_is_larger_than_a_page_may_be_is_not_fetched(memory, monkeypatch):
    memory.pipe("/bucket/a.html", b"<p>")
    monkeypatch.setattr(remote, "MAX_FILE", 2)
    (shard,) = shards_of(["memory://bucket"])
    (place,) = shard.places
    assert (place.path, place.reason, shard.remote) == ("memory://bucket/a.html", "too_large", ())
