import gzip
from pathlib import Path

import pytest
from backports import zstd

from newsbot.durable.lines import PartFile
from newsbot.durable.packing import packer_for

UNPACK = {".gz": gzip.decompress, ".zst": zstd.decompress}


@pytest.fixture(params=UNPACK)
def suffix(request):
    return request.param


def opened(path, keep=0):
    return PartFile(path, keep, packer_for(path))


def write(file, *lines):
    for line in lines:
        file.write(line)
    file.sync()


def content(file, suffix):
    return UNPACK[suffix](file.part.read_bytes())


def test_a_synced_file_is_whole(tmp_path, suffix):
    file = opened(tmp_path / f"a.jsonl{suffix}")
    write(file, "satu", "dua")
    write(file, "tiga")
    assert content(file, suffix) == b"satu\ndua\ntiga\n"
    assert file.length == file.part.stat().st_size


def test_a_file_without_lines_is_whole(tmp_path, suffix):
    file = opened(tmp_path / f"a.jsonl{suffix}")
    file.finish()
    assert UNPACK[suffix](file.path.read_bytes()) == b""
    assert file.path.stat().st_size


def test_a_sync_without_lines_adds_nothing(tmp_path, suffix):
    file = opened(tmp_path / f"a.jsonl{suffix}")
    write(file, "satu")
    length = file.length
    file.sync()
    assert file.length == length


def test_going_on_gives_the_bytes_of_one_run(tmp_path, suffix):
    whole = opened(tmp_path / f"whole.jsonl{suffix}")
    write(whole, "satu", "dua")
    write(whole, "tiga")
    broken = opened(tmp_path / f"broken.jsonl{suffix}")
    write(broken, "satu", "dua")
    keep = broken.length
    broken.file.write(b"\x1f\x8btorn")
    broken.close()
    resumed = opened(tmp_path / f"broken.jsonl{suffix}", keep)
    write(resumed, "tiga")
    assert resumed.cut == 6
    assert resumed.part.read_bytes() == whole.part.read_bytes()


@pytest.mark.parametrize("name", ["a.jsonl", "a", "gz", "a.gz.jsonl"])
def test_other_names_are_not_packed(name):
    assert packer_for(Path(name)) is None
