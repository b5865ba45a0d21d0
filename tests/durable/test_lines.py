"""Files of lines on the disk: what is brought there before what, and what is left of a torn end."""

import os
from pathlib import Path

import pytest

from newsbot.durable.lines import PartFile, part_of, publish, write_whole


@pytest.fixture
def steps(tmp_path, monkeypatch):
    """What was brought to the disk and renamed, in order, by the names that the files had or have at the end."""
    done = []
    fsync, replace = os.fsync, Path.replace

    def sync(handle):
        done.append(("sync", os.fstat(handle).st_ino))
        fsync(handle)

    def rename(path, target):
        done.append(("rename", path.stat().st_ino))
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(Path, "replace", rename)

    def told():
        names = {path.stat().st_ino: path.name for path in (tmp_path, *tmp_path.rglob("*"))}
        return [(step, "folder" if names[which] == tmp_path.name else names[which]) for step, which in done]

    return told


def test_lines_are_on_the_disk_after_a_sync(tmp_path, steps):
    file = PartFile(tmp_path / "a.jsonl")
    file.write("{}")
    file.sync()
    file.close()
    assert steps() == [("sync", "a.jsonl.part")]
    assert part_of(tmp_path / "a.jsonl").read_text() == "{}\n"


def test_file_is_whole_on_the_disk_before_it_has_its_name_and_the_name_lasts(tmp_path, steps):
    file = PartFile(tmp_path / "a.jsonl")
    file.write("{}")
    file.finish()
    assert steps() == [("sync", "a.jsonl"), ("rename", "a.jsonl"), ("sync", "folder")]


def test_small_file_is_replaced_in_one_step_that_lasts(tmp_path, steps):
    write_whole(tmp_path / "manifest.json", "{}")
    assert steps() == [("sync", "manifest.json"), ("rename", "manifest.json"), ("sync", "folder")]


def test_publishing_what_has_its_name_already_is_no_error(tmp_path):
    (tmp_path / "a.jsonl").write_text("{}\n")
    publish(tmp_path / "a.jsonl")
    assert (tmp_path / "a.jsonl").read_text() == "{}\n"


def test_torn_end_is_cut_though_less_is_written_after_it(tmp_path):
    part_of(tmp_path / "a.jsonl").write_bytes(b"satu\n" + b"x" * 500)
    file = PartFile(tmp_path / "a.jsonl", keep=5)
    assert file.cut == 500
    file.write("dua")
    file.finish()
    assert (tmp_path / "a.jsonl").read_text() == "satu\ndua\n"


def test_file_with_less_than_is_to_be_kept_is_refused(tmp_path):
    part_of(tmp_path / "a.jsonl").write_bytes(b"satu")
    with pytest.raises(ValueError, match="has 4 bytes where the checkpoint counts 5"):
        PartFile(tmp_path / "a.jsonl", keep=5)
