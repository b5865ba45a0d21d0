"""Archives that somebody mutilated cost what was hit, and never the run."""

import random
import zipfile

import pytest

from benchmarks.mutilated import MUTILATIONS, rows
from newsbot.archive import read_sources
from newsbot.items import Reject
from newsbot.snapshot import Snapshot
from tests.archive.test_containers import WAYS
from tests.archive.test_mhtml import FRAME, PICTURE, message, page

pytest.importorskip("warcio", reason="the extra newsbot[warc] is not installed")


def flipped(data, chance):
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def cut(data, chance):
    del data[chance.randrange(len(data)) :]


def overwritten(data, chance):
    place = chance.randrange(len(data))
    data[place : place + chance.randrange(1, 200)] = chance.randbytes(chance.randrange(60))


def repeated(data, chance):
    place = chance.randrange(len(data))
    data[place:place] = data[chance.randrange(len(data)) :][:300]


def lying(data, chance):
    place = data.find(b"Content-Length: ")
    data[place + 16 : place + 18] = b"%d" % chance.randrange(10, 99_999)


def archives(folder):
    made = {name: way() for name, way in WAYS.items()}
    with zipfile.ZipFile(folder / "a.wacz", "w") as archive:
        for name in ("by-record.warc.gz", "whole.warc.gz"):
            archive.writestr(f"archive/{name}", made[name])
    return made | {"a.wacz": (folder / "a.wacz").read_bytes(), "a.mhtml": message(page(), PICTURE, FRAME)}


@pytest.mark.parametrize("mutilate", [flipped, cut, overwritten, repeated, lying])
def test_no_mutilation_raises_or_writes(tmp_path, mutilate):
    chance = random.Random(7)
    made = archives(tmp_path)
    for name, whole in made.items():
        for _ in range(15):
            data = bytearray(whole)
            mutilate(data, chance)
            (tmp_path / name).write_bytes(data)
            for item in read_sources(tmp_path / name):
                assert isinstance(item, Snapshot | Reject)
    assert {path.name for path in tmp_path.iterdir()} == set(made)


@pytest.mark.parametrize("mutilate", [flipped, cut, overwritten, repeated, lying])
def test_passing_over_inputs_counts_as_reading_them_does(tmp_path, mutilate):
    """A run that is resumed passes over what it read: damage must not be found by reading only."""
    chance = random.Random(11)
    for name, whole in archives(tmp_path).items():
        for _ in range(6):
            data = bytearray(whole)
            mutilate(data, chance)
            (tmp_path / name).write_bytes(data)
            read = list(read_sources(tmp_path / name))
            for skip in range(len(read) + 1):
                assert list(read_sources(tmp_path / name, skip=skip)) == read[skip:]


def test_spoilt_archives_are_counted_by_reason_and_nothing_else_is_touched():
    """A tenth of what `python -m benchmarks.mutilated` reads."""
    found = rows(100, seed=3)
    assert len(found) == len(MUTILATIONS)
    assert sum(row.archives for row in found.values()) == 100
    for name, row in found.items():
        assert (name, row.raised, row.written) == (name, [], [])
        assert row.pages or row.rejects, name
    assert found["bombs"].rejects["too_large"]
    assert found["zip slip"].pages == 3 * found["zip slip"].archives
    assert sum(row.index_troubles for row in found.values())
    assert found["truncated"].rejects["corrupt_archive"]
