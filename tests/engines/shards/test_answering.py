"""Revisits whose originals lie in other archives: the parts are what one reading of all archives writes."""

import gzip
import hashlib
import json
import random
import zipfile
from dataclasses import replace

import pytest

from newsbot import stream
from newsbot.durable.zstd import ZstdCompressor
from newsbot.engines.shards import answering
from newsbot.engines.shards.reading import read_shard
from newsbot.engines.shards.run import ShardPlan, run_shards
from tests.archive.records import HTML, URL, record, revisit
from tests.engines.paged import fake

from .running import concatenated, figures, here, killed_at_every_rename, pool, sharded

pytest.importorskip("warcio", reason="the extra newsbot[warc] is not installed")
DATE = "2023-09-13T07:05:00Z"


@pytest.fixture(autouse=True)
def _fake_stream(monkeypatch):
    monkeypatch.setattr(stream, "process", fake)


def digest(body):
    return "sha1:" + hashlib.sha1(body.encode()).hexdigest()


def page(name, body):
    return record(url=URL + name, block=HTML + body.encode(), WARC_Payload_Digest=digest(body))


def by_digest(name, body, **fields):
    return revisit(URL + name, WARC_Payload_Digest=digest(body), **fields)


def by_place(name, of):
    return revisit(
        URL + name, WARC_Refers_To_Target_URI=URL + of, WARC_Refers_To_Date=DATE, WARC_Payload_Digest=None
    )


def plain(records):
    return b"".join(records)


def by_record(records):
    return b"".join(map(gzip.compress, records))


def whole(records):
    return gzip.compress(b"".join(records))


def zstd(records):
    frames = (ZstdCompressor().compress(one, ZstdCompressor.FLUSH_FRAME) for one in records)
    return b"".join(frames)


PACKINGS = {"warc": plain, "warc.gz": by_record, "whole.warc.gz": whole, "warc.zst": zstd}


def wacz(path, *files):
    with zipfile.ZipFile(path, "w") as archive:
        for number, data in enumerate(files):
            archive.writestr(f"archive/{number}.warc.gz", data)


def lay(folder, **archives):
    folder.mkdir(exist_ok=True)
    for name, records in archives.items():
        (folder / f"{name}.warc.gz").write_bytes(by_record(records))
    return folder


def read_by(source, **options):
    """The names of the shards that are read, in their order, beside what comes of them."""
    read = []

    def watching(shards, task):
        read.extend(shard.shown.rpartition("/")[2] for shard in shards)
        return here(shards, task)

    return read, sharded(source, execute=watching, **options)


CASES = {
    "original before": {"a": [page("1", "satu")], "b": [by_digest("2", "satu"), page("3", "tiga")]},
    "by address and time": {"a": [page("1", "satu")], "b": [by_place("2", "1")]},
    "original behind": {"a": [by_digest("2", "satu"), page("3", "tiga")], "b": [page("1", "satu")]},
    "page before": {"a": [page("1", "satu")], "b": [by_digest("1", "lain"), by_digest("1", "satu")]},
    "page behind": {"a": [by_digest("1", "satu")], "b": [page("1", "satu")]},
    "original nowhere": {"a": [by_digest("1", "satu"), page("3", "tiga")], "b": [page("2", "dua")]},
    "page before, original within": {
        "a": [page("1", "satu")],
        "b": [page("2", "dua"), by_digest("1", "dua")],
    },
    "original before and within": {
        "a": [page("1", "satu")],
        "b": [page("2", "satu"), by_digest("3", "satu")],
    },
    "behind in its own archive": {"a": [by_digest("2", "satu"), page("1", "satu")], "b": [page("3", "tiga")]},
    "article of several pages": {
        "a": [page("1", "m 1 2"), page("3", "tiga")],
        "b": [by_digest("2", "m 2 2"), page("4", "empat")],
        "c": [page("5", "m 2 2")],
    },
}


@pytest.mark.parametrize("name", CASES)
def test_parts_are_what_the_pool_writes(tmp_path, name):
    source = lay(tmp_path / "warcs", **CASES[name])
    expected, *files = pool(source)
    summary, *found = sharded(source)
    assert found == files
    assert figures(summary) == figures(expected)


def strewn(folder, seed):
    """Archives of every packing, whose revisits mean pages anywhere: before, behind, in none."""
    chance = random.Random(seed)
    folder.mkdir()
    for number in range(6):
        records = []
        for _ in range(chance.randrange(12)):
            name, body = str(chance.randrange(20)), f"isi{chance.randrange(12)}"
            if chance.random() < 0.2:
                body = f"m{chance.randrange(3)} {chance.randint(1, 3)} 3"
            made = chance.random()
            if made < 0.5:
                records.append(page(name, body))
            else:
                records.append(
                    by_digest(name, body) if made < 0.8 else by_place(name, str(chance.randrange(20)))
                )
        kind = chance.choice([*PACKINGS, "wacz"])
        path = folder / f"{number}.{kind}"
        if kind == "wacz":
            half = len(records) // 2
            wacz(path, by_record(records[:half]), by_record(records[half:]))
        else:
            path.write_bytes(PACKINGS[kind](records))
    return folder


@pytest.mark.parametrize("seed", range(40))
def test_archives_that_refer_to_each_other_in_every_way(tmp_path, seed, monkeypatch):
    if seed % 4 == 3:
        for module in ("newsbot.archive._warc", "newsbot.archive.ledger", "newsbot.engines.shards.answering"):
            monkeypatch.setattr(f"{module}.MAX_WAITING", 2)
    if seed % 4 == 2:
        monkeypatch.setattr(answering, "CHUNK", 2)
    source = strewn(tmp_path / "warcs", seed)
    expected, *files = pool(source)
    summary, *found = sharded(source)
    assert found == files
    assert figures(summary) == figures(expected)
    read, again = read_by(source, resume=True)
    assert (read, list(again[1:])) == ([], files)


def test_only_what_other_archives_change_is_read_again(tmp_path):
    source = lay(
        tmp_path / "warcs",
        a=[page("1", "satu")],
        b=[page("2", "dua"), by_digest("2", "dua")],
        c=[by_digest("3", "satu")],
        d=[by_digest("1", "satu"), by_digest("4", "nol")],
    )
    read, found = read_by(source)
    assert read == ["a.warc.gz", "b.warc.gz", "c.warc.gz", "d.warc.gz", "c.warc.gz", "d.warc.gz"]
    assert list(found[1:]) == list(pool(source)[1:])


def test_archives_that_come_and_go_change_what_refers_to_them(tmp_path):
    source = lay(tmp_path / "warcs", b=[by_digest("3", "satu")], c=[page("5", "lima")])
    assert sharded(source)[1:] == pool(source)[1:]
    lay(source, a=[page("1", "satu")])
    read, found = read_by(source, resume=True)
    assert (read, list(found[1:])) == (["a.warc.gz", "b.warc.gz"], list(pool(source)[1:]))
    (source / "a.warc.gz").unlink()
    read, found = read_by(source, resume=True)
    assert (read, list(found[1:])) == (["b.warc.gz", "b.warc.gz"], list(pool(source)[1:]))


def test_run_killed_at_any_rename_is_gone_on_with(tmp_path, monkeypatch):
    source = lay(tmp_path / "warcs", **CASES["article of several pages"], d=[by_digest("9", "nol")])
    assert 30 < killed_at_every_rename(monkeypatch, source) < 199


def test_original_that_was_damaged_since_is_a_reject(tmp_path):
    source = lay(tmp_path / "warcs", a=[page("1", "satu")], b=[by_digest("2", "satu")])

    def spoiling(shards, task):
        for shard in shards:
            if shard.answers:
                (source / "a.warc.gz").write_bytes(b"\x1f\x8b\x08" + bytes(60))
            yield read_shard(shard, replace(task, processes=0))

    summary, *_ = sharded(source, execute=spoiling)
    assert summary.rejects == {"revisit_without_original": 1}


def test_originals_behind_addresses_are_fetched(tmp_path):
    fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed: the extra ray brings it")
    memory = fsspec.filesystem("memory")
    source = lay(
        tmp_path / "warcs", a=[page("1", "satu")], b=[by_digest("2", "satu"), by_digest("3", "empat")]
    )
    wacz(source / "c.wacz", by_record([page("4", "empat")]), by_record([page("6", "enam")]))
    lay(tmp_path / "local", d=[by_digest("5", "enam")])
    memory.put(str(source), "/bucket/warcs", recursive=True)
    try:
        sources = ("memory://bucket/warcs", str(tmp_path / "local"))
        run_shards(ShardPlan(sources, tmp_path / "out"), here)
    finally:
        memory.rm("/bucket", recursive=True)
    _, records, rejects = pool(source, tmp_path / "local")
    found = [concatenated(tmp_path / "out", kind) for kind in ("parts", "rejects")]
    assert [data.replace(b"memory://bucket/warcs", str(source).encode()) for data in found] == [
        records,
        rejects,
    ]
    assert len([json.loads(line) for line in records.splitlines()]) == 6
