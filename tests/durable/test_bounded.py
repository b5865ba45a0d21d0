"""A log that never grows above its bound, and goes on after a kill."""

import gzip
import random

from newsbot.durable.bounded import BoundedLog, older_of


def read(path):
    return gzip.decompress(path.read_bytes()).decode().splitlines()


def test_lines_of_several_runs_stand_one_behind_the_other(tmp_path):
    path = tmp_path / "log.jsonl.gz"
    for run in "ab":
        log = BoundedLog(path, 10_000)
        log.write(run)
        log.close()
    assert read(path) == ["a", "b"]


def test_a_torn_end_is_cut(tmp_path):
    path = tmp_path / "log.jsonl.gz"
    log = BoundedLog(path, 10_000)
    log.write("satu")
    log.close()
    path.write_bytes(path.read_bytes() + b"\x1f\x8b\x08robek")
    log = BoundedLog(path, 10_000)
    log.write("dua")
    log.close()
    assert read(path) == ["satu", "dua"]


def test_a_full_log_keeps_the_younger_lines_within_its_bound(tmp_path):
    path, chance = tmp_path / "log.jsonl.gz", random.Random(5)
    log = BoundedLog(path, 100_000)
    for number in range(20_000):
        log.write(f"{number} {chance.random()}")
    log.close()
    kept = read(older_of(path)) + read(path)
    assert kept[-1].startswith("19999 ")
    assert [int(line.split()[0]) for line in kept] == list(range(20_000 - len(kept), 20_000))
    assert path.stat().st_size + older_of(path).stat().st_size < 120_000
    assert sorted(one.name for one in tmp_path.iterdir()) == ["log.jsonl.gz", "log.older.jsonl.gz"]
