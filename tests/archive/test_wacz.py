"""A WACZ is read where it lies."""

import gzip
import random
import zipfile

import pytest

from newsbot.archive import read_sources
from newsbot.items import Reject
from tests.archive.records import BODY, DIGEST, URL, record, revisit

pytest.importorskip("warcio", reason="the extra newsbot[warc] is not installed")


def wacz(tmp_path, files, packing=zipfile.ZIP_STORED):
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w", packing) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        archive.writestr("datapackage.json", "{}")
    return path


def short(path):
    return [page.reason if isinstance(page, Reject) else page.url for page in read_sources(path)]


ONE = gzip.compress(record())
TWO = gzip.compress(record(url=URL + "2"))


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_files_are_read_in_the_order_of_the_zip(tmp_path, packing):
    path = wacz(tmp_path, {"archive/b.warc.gz": ONE, "archive/a.warc.gz": TWO}, packing)
    first, second = read_sources(path)
    assert (first.body, first.url, second.url) == (BODY, URL + "1", URL + "2")
    assert (first.origin.kind, first.origin.path) == ("wacz", f"{path}/archive/b.warc.gz")


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_revisit_is_resolved_in_the_zip_too(tmp_path, packing):
    packed = gzip.compress(record(WARC_Payload_Digest=DIGEST))
    again = gzip.compress(revisit(URL + "2", WARC_Payload_Digest=DIGEST))
    found = list(read_sources(wacz(tmp_path, {"archive/a.warc.gz": packed + again}, packing)))
    assert [(page.url, page.body) for page in found] == [(URL + "1", BODY), (URL + "2", BODY)]


def test_names_that_lead_out_of_the_zip_write_nothing(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    path = wacz(folder, {"../../luar.warc.gz": ONE, "/mutlak.warc.gz": TWO})
    assert short(path) == [URL + "1", URL + "2"]
    assert [each.name for each in tmp_path.rglob("*")] == ["in", "a.wacz"]


def test_wacz_in_a_folder_is_met(tmp_path):
    wacz(tmp_path, {"archive/a.warc.gz": ONE})
    assert short(tmp_path) == [URL + "1"]


def test_zip_without_a_warc_is_refused(tmp_path):
    assert short(wacz(tmp_path, {})) == ["unsupported_source"]


def test_what_is_no_zip_is_told(tmp_path):
    path = tmp_path / "a.wacz"
    path.write_bytes(b"<html>bukan zip</html>")
    assert short(path) == ["corrupt_archive"]


def test_entries_in_one_another_are_read_once(tmp_path):
    path = wacz(tmp_path, {"archive/a.warc.gz": ONE, "archive/b.warc.gz": TWO})
    data = bytearray(path.read_bytes())
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    data[second + 42 : second + 46] = bytes(4)
    path.write_bytes(data)
    assert short(path) == [URL + "1", "corrupt_archive"]


@pytest.mark.parametrize(
    ("mark", "place", "said"),
    [
        (b"PK\x01\x02", 24, 5_000),  # the central directory on the length of the first entry
        (b"PK\x01\x02", 24, 10),
        (
            b"PK\x03\x04",
            28,
            len(ONE) + 58,
        ),  # its own head on the fields behind its name: it begins in the next entry
    ],
)
def test_entry_whose_lengths_lie_is_told_and_no_page_is_read_twice(tmp_path, mark, place, said):
    path = wacz(tmp_path, {"archive/a.warc.gz": ONE, "archive/b.warc.gz": TWO})
    data = bytearray(path.read_bytes())
    first = data.index(mark)
    data[first + place : first + place + 2] = said.to_bytes(2, "little")
    path.write_bytes(data)
    assert short(path) == ["corrupt_archive", URL + "2"]


def test_index_that_points_nowhere_costs_that_file(tmp_path):
    path = wacz(tmp_path, {"archive/a.warc.gz": ONE, "archive/b.warc.gz": TWO})
    data = path.read_bytes()
    path.write_bytes(data.replace(b"PK\x03\x04", b"XX\x03\x04", 1))
    assert short(path) == ["corrupt_archive", URL + "2"]


def test_no_flipped_bit_raises(tmp_path):
    path = wacz(tmp_path, {"archive/a.warc.gz": ONE + TWO, "archive/b.warc.gz": TWO}, zipfile.ZIP_DEFLATED)
    whole = path.read_bytes()
    chance = random.Random(9)
    for _ in range(150):
        data = bytearray(whole)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        short(path)
