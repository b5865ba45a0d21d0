"""A database of Scrapy's dbm cache, of whatever library, is read without it, and nothing in it is run."""

import importlib
import pickle
import random
import sqlite3
import struct
import subprocess
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from scrapy import Request
from scrapy.extensions.httpcache import DbmCacheStorage
from scrapy.http import HtmlResponse, Response
from scrapy.settings import Settings
from scrapy.utils.request import RequestFingerprinter

from benchmarks import databases
from benchmarks.databases import FORMATS
from newsbot.archive import Seen, Selection, find_sources, read_sources
from newsbot.archive import _plain_pickle as pickles
from newsbot.archive._databases import BadDatabase, Entry, is_database, opened
from newsbot.archive._databases import _entries as entries
from newsbot.archive.again import read_again
from newsbot.archive.contents import contents
from newsbot.items import Origin, Reject
from newsbot.snapshot import Snapshot
from tests.archive.real_databases import BERKELEY, GNU, unpacked

URL = "https://kabar.example/read/1"
BODY = b"<html><h1>Panen raya di Desa Ciharum</h1>" + b"<p>Petani memanen padi." * 400
KEY = "ab" * 20
HEADERS = {b"Content-Type": [b"text/html; charset=utf-8"]}


def answer(**changes):
    """What Scrapy keeps of an answer, pickled as it does."""
    noted = {"headers": HEADERS, "url": URL, "body": BODY, "flags": [], "status": 200, "protocol": "HTTP/1.1"}
    return pickle.dumps(noted | changes, protocol=4)


def items(data=None, key=KEY):
    return {
        f"{key}_data".encode(): answer() if data is None else data,
        f"{key}_time".encode(): b"1700000000.5",
    }


def put(folder, name, found):
    """A database of that format in the folder; its path."""
    files = FORMATS[name](found)
    for file, data in files.items():
        (folder / file).write_bytes(data)
    return folder / next(iter(files))


@pytest.fixture(params=FORMATS)
def made(request):
    return lambda folder, found=None: put(folder, request.param, items() if found is None else found)


def test_answer_is_a_page_with_all_that_scrapy_noted(tmp_path, made):
    path = made(tmp_path)
    for source in (tmp_path, path):
        (page,) = read_sources(source)
        assert (page.body, page.url, page.status) == (BODY, URL, 200)
        assert page.headers == {"content-type": "text/html; charset=utf-8"}
        assert page.fetched_at == "2023-11-14T22:13:20.500000+00:00"
        assert (page.origin.kind, page.origin.path, page.origin.record_id) == ("cache", str(path), KEY)


@pytest.mark.parametrize("packed", [GNU, BERKELEY], ids=["gnu dbm", "berkeley db"])
def test_files_of_the_real_libraries_are_read(tmp_path, packed):
    (tmp_path / "kabar.db").write_bytes(unpacked(packed))
    first, second = read_sources(tmp_path)
    assert first.body == b"<html><h1>Panen 0</h1>"
    assert second.body == b"<html><h1>Panen 1</h1>" + b"<p>Petani memanen padi." * 150
    assert [page.url for page in (first, second)] == [f"https://kabar.example/read/{n}" for n in (0, 1)]
    assert {page.fetched_at for page in (first, second)} == {"2023-11-14T22:13:20.500000+00:00"}


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("width", [4, 8])
def test_gnu_dbm_of_other_machines_is_read(tmp_path, order, width):
    (tmp_path / "a.db").write_bytes(databases.gnu(items(), order, width))
    assert [page.body for page in read_sources(tmp_path)] == [BODY]


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("page_size", [512, 65_536])
def test_berkeley_db_of_other_machines_is_read(tmp_path, order, page_size):
    data = databases.berkeley(items(answer(body=BODY[:40])), order, page_size)
    (tmp_path / "a.db").write_bytes(data)
    assert [page.body for page in read_sources(tmp_path)] == [BODY[:40]]


WRITER = """
use {module}; use Fcntl; my %h;
tie(%h, {arguments}) or die "$!";
for my $n (0 .. 1999) {{ $h{{sprintf("%040x_data", $n)}} = "$n" x (1 + $n % 1500); }}
delete $h{{sprintf("%040x_data", 7)}};
untie %h;
"""
TIES = {
    "GDBM_File": "'GDBM_File', 'a.db', GDBM_NEWDB, 0644",
    "DB_File": "'DB_File', 'a.db', O_RDWR|O_CREAT, 0644, $DB_HASH",
}


@pytest.mark.parametrize("module", TIES)
def test_thousands_of_keys_that_the_real_library_wrote_are_found(tmp_path, module):
    """Buckets and pages that were split, values on pages of their own, and a key that was removed."""
    script = WRITER.format(module=module, arguments=TIES[module])
    try:
        done = subprocess.run(["perl", "-e", script], cwd=tmp_path, capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no perl to write it with")
    if done.returncode:
        pytest.skip(f"perl has no {module} here")
    with opened(tmp_path / "a.db") as database:
        found = {entry.key: database.value(entry, 100_000) for entry in database.entries()}
    expected = {b"%040x_data" % n: b"%d" % n * (1 + n % 1500) for n in range(2000) if n != 7}
    assert found == expected


def stored(folder, module):
    """What Scrapy itself writes with a dbm module."""
    storage = DbmCacheStorage(Settings({"HTTPCACHE_DIR": str(folder), "HTTPCACHE_DBM_MODULE": module}))
    crawler = SimpleNamespace(request_fingerprinter=RequestFingerprinter())
    spider = SimpleNamespace(name="kabar", crawler=crawler)
    storage.open_spider(spider)
    head = {"Content-Type": "text/html", "Set-Cookie": ["a", "b"]}
    page = HtmlResponse(
        URL, 200, head, BODY, ip_address=importlib.import_module("ipaddress").ip_address("192.0.2.1")
    )
    storage.store_response(spider, Request(URL), page)
    storage.store_response(spider, Request(URL + "/x"), Response(URL + "/x", 404, {}, b"-"))
    storage.close_spider(spider)


@pytest.mark.parametrize("module", ["dbm.gnu", "dbm.ndbm", "dbm.dumb", "dbm.sqlite3"])
def test_cache_as_scrapy_writes_it_is_read(tmp_path, module):
    pytest.importorskip(module, reason=f"this Python has no {module}")
    stored(tmp_path, module)
    seen = Seen()
    (page,) = find_sources(tmp_path, seen=seen)
    assert (page.url, page.body, page.headers["set-cookie"]) == (URL, BODY, "b")
    assert seen.passed_over == {"response": 1}


def test_answers_come_by_fingerprint_as_from_the_file_system_cache(tmp_path, made):
    found = {}
    for key in ("cd" * 20, "01" * 20, "ab" * 20):
        found |= items(answer(url=f"{URL}?{key[:2]}"), key)
    made(tmp_path, found)
    assert [page.url[-2:] for page in read_sources(tmp_path)] == ["01", "ab", "cd"]
    assert [page.url[-2:] for page in read_sources(tmp_path, skip=1)] == ["ab", "cd"]


def test_page_is_found_again_by_its_key(tmp_path, made):
    made(tmp_path, items() | items(answer(url=URL + "2"), "cd" * 20))
    for page in read_sources(tmp_path):
        assert read_again(page.origin) == page
    gone = Origin("cache", page.origin.path, page.origin.offset, "ef" * 20)
    assert read_again(gone).reason == "page_not_found"


@pytest.mark.parametrize(
    "changes", [{"status": 404}, {"status": 301}, {"headers": {b"Content-Type": [b"image/png"]}}]
)
def test_what_is_no_page_is_counted(tmp_path, made, changes):
    made(tmp_path, items(answer(**changes)))
    seen = Seen()
    assert list(find_sources(tmp_path, seen=seen)) == []
    assert seen.passed_over == {"response": 1}


def test_keys_of_another_program_are_counted(tmp_path, made):
    made(tmp_path, items() | {b"kunci": b"nilai", b"ef_time": b"1"})
    seen = Seen()
    assert len(list(find_sources(tmp_path, seen=seen))) == 1
    assert seen.passed_over == {"other": 2}


def test_choice_is_made_before_a_body_is_unpacked(tmp_path, made):
    spoilt = answer(headers=HEADERS | {b"Content-Encoding": [b"gzip"]}, body=b"\x1f\x8b\x08 torn")
    made(tmp_path, items(spoilt))
    assert [item.reason for item in read_sources(tmp_path)] == ["corrupt_record"]
    seen = Seen(selection=Selection(hosts=frozenset(["lain.example"])))
    assert list(find_sources(tmp_path, seen=seen)) == []
    assert seen.unselected == {"host": 1}


def test_list_tells_what_a_cache_holds(tmp_path, made):
    path = made(tmp_path, items() | items(answer(status=404), "cd" * 20) | {b"kunci": b"nilai"})
    (found,) = contents(tmp_path)
    assert (found.name, found.kinds) == (str(path), {"cache entry": 2, "other": 1})
    assert (found.hosts, found.mimes) == ({"kabar.example": 2}, {"text/html": 2})
    assert found.first == "2023-11-14T22:13:20.500000+00:00"
    assert found.size >= len(BODY)


class Runs:
    """Unpickled, it would run a command."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return Path.touch, (self.path,)


def test_nothing_in_a_pickle_is_run(tmp_path, made):
    hostile = answer(flags=[Runs(tmp_path / "x")])
    assert pickle.loads(hostile)
    assert (tmp_path / "x").exists()
    (tmp_path / "x").unlink()
    made(tmp_path, items(hostile))
    (page,) = read_sources(tmp_path)
    assert page.body == BODY
    assert not (tmp_path / "x").exists()


def test_value_that_a_call_would_make_is_none(tmp_path, made):
    made(tmp_path, items(answer(body=Runs(tmp_path / "x"))))
    (reject,) = read_sources(tmp_path)
    assert (reject.reason, reject.url) == ("corrupt_record", URL)
    assert not (tmp_path / "x").exists()


def marks(number):
    return b"\x80\x04" + b"(" * number + b"."


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x80\x04.",
        b"cos\nsystem\n(S'touch x'\ntR.",
        answer()[:-40],
        b"\x80\x04K\x01.",
        b"\x80\x04}\x94r\xff\xff\xff\xff.",  # a place in the memory that would take gigabytes
        b"\x80\x04\x8e" + b"\xff" * 7 + b"\x7f.",  # bytes that are said to be exabytes
        b"\x80\x04(K\x01u.",
        b"\x80\x04}K\x01a.",
        b"\x80\x04h\x09.",
        b"\x80\x05\x96" + struct.pack("<Q", 4) + b"abcd.",
        b"\x80\x04\x82\x01.",
        b"Pid\n.",
        b"I" + b"9" * 9_000 + b"\n.",
        marks(pickles.MAX_STEPS + 9),
    ],
)
def test_broken_or_unlike_pickle_costs_its_answer(tmp_path, made, data):
    made(tmp_path, items(data, "01" * 20) | items())
    bad, page = read_sources(tmp_path)
    assert bad.reason == "corrupt_record"
    assert page.body == BODY


@pytest.mark.parametrize(
    "value", ["padi", 3.5, 2**70, None, True, (1, 2, 3, 4), [1, [2]], {"a": {"b": ("c",)}}, (), (1,)]
)
@pytest.mark.parametrize("protocol", [2, 3, 4, 5])
def test_plain_values_come_out_of_a_pickle_as_they_went_in(value, protocol):
    assert pickles.plain(pickle.dumps(value, protocol=protocol)) == value


def test_half_a_surrogate_pair_in_an_address_breaks_no_output(tmp_path, made):
    made(
        tmp_path, items(answer(url=URL + "\ud800")) | items(answer(url=URL + "\ud801", body=None), "cd" * 20)
    )
    page, reject = read_sources(tmp_path)
    assert (page.url, reject.url) == (URL + "?", URL + "?")
    assert reject.to_json().encode()


def test_strings_of_python_2_are_bytes():
    assert pickles.plain(b"\x80\x02}q\x01(U\x06statusq\x02K\xc8u.") == {b"status": 200}


def flipped(data, chance):
    for _ in range(chance.randrange(1, 6)):
        data[chance.randrange(min(len(data), 9_000))] ^= 1 << chance.randrange(8)


def cut(data, chance):
    del data[chance.randrange(len(data)) :]


def numbers(data, chance):
    """Places and lengths that are no such."""
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(0, min(len(data), 9_000) - 8, 4)
        data[at : at + 4] = struct.pack(
            "<I", chance.choice([0, 1, 2**31 - 1, 2**32 - 1, chance.randrange(9_000)])
        )


@pytest.mark.parametrize("mutilate", [flipped, cut, numbers])
def test_damaged_database_costs_what_was_hit(tmp_path, made, mutilate):
    chance = random.Random(5)
    path = made(tmp_path, items() | items(answer(url=URL + "2"), "cd" * 20))
    whole, pages = path.read_bytes(), 0
    for _ in range(150):
        data = bytearray(whole)
        mutilate(data, chance)
        path.write_bytes(data)
        read = list(read_sources(path))
        pages += sum(isinstance(item, Snapshot) for item in read)
        assert all(isinstance(item, Snapshot | Reject) for item in read)
        assert [list(read_sources(path, skip=n)) for n in range(len(read))] == [
            read[n:] for n in range(len(read))
        ]
        for told in contents(path):
            told.as_object()
    assert pages > 20
    assert {file.suffix for file in tmp_path.iterdir()} <= {".db", ".dir", ".dat"}


@pytest.mark.parametrize("head", [b"\xce\x9aW\x13", bytes(12) + b"a\x15\x06\x00", b"SQLite format 3\0"])
def test_head_without_a_database_is_told(tmp_path, head):
    (tmp_path / "kabar.db").write_bytes(head)
    (reject,) = read_sources(tmp_path)
    assert (reject.reason, reject.offset) == ("corrupt_archive", None)


def test_pages_that_lead_in_a_circle_end(tmp_path):
    data = bytearray(databases.berkeley(items()))
    at = data.index(b"Petani") // 4096 * 4096
    struct.pack_into("<I", data, at + 16, at // 4096)
    (tmp_path / "a.db").write_bytes(data)
    (item,) = read_sources(tmp_path)
    assert isinstance(item, Reject)


def test_directory_may_not_lead_to_more_buckets_than_there_is_room_for(tmp_path):
    data = databases.gnu(items())
    places = struct.pack("<1024q", *range(1024))
    head = bytearray(data[:4096])
    struct.pack_into("<qii", head, 8, len(data), len(places), 10)
    (tmp_path / "a.db").write_bytes(bytes(head) + data[4096:] + places)
    with opened(tmp_path / "a.db") as database:
        told = [str(one) for one in database.entries() if isinstance(one, BadDatabase)]
    assert told[-1] == "the directory leads to more buckets than the file can hold"
    assert len(told) < 2_000


def test_value_above_the_bound_of_a_page_is_not_read(tmp_path, made, monkeypatch):
    monkeypatch.setattr("newsbot.snapshot.MAX_BODY", 5_000)
    monkeypatch.setattr("newsbot.archive._cache_database.HEAD_ROOM", 1_000)
    made(tmp_path)
    (reject,) = read_sources(tmp_path)
    assert (reject.reason, reject.detail) == (
        "corrupt_record",
        f"BadDatabase: a value of {len(answer())} bytes",
    )


def test_only_so_many_keys_are_held(tmp_path, made, monkeypatch):
    made(tmp_path, items() | items(answer(), "cd" * 20))
    with monkeypatch.context() as patch:
        for module in ("_entries", "_dumb"):
            patch.setattr(f"newsbot.archive._databases.{module}.MAX_ENTRIES", 2)
        reasons = [item.detail for item in read_sources(tmp_path) if isinstance(item, Reject)]
    assert reasons[0] == "only 2 keys are read"
    assert entries.MAX_ENTRIES > 2


VIEW = """CREATE VIEW Dict AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
SELECT CAST(i AS BLOB) AS key, CAST(i AS BLOB) AS value FROM n"""


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("CREATE TABLE Lain (key BLOB, value BLOB)", "without the table"),
        (VIEW, "without the table"),
        ("CREATE TABLE Dict (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID", "no such column: rowid"),
        ("CREATE TABLE Dict (kunci BLOB)", "no such column: key"),
    ],
)
def test_sqlite_of_another_shape_is_told(tmp_path, statement, told):
    with closing(sqlite3.connect(tmp_path / "a.db")) as db:
        db.execute(statement)
    (reject,) = read_sources(tmp_path)
    assert (reject.reason, told in reject.detail) == ("corrupt_archive", True)


def test_table_that_makes_its_values_up_costs_no_more_than_a_bound(tmp_path, monkeypatch):
    monkeypatch.setattr("newsbot.archive._databases._sqlite._STEP", 1)
    monkeypatch.setattr("newsbot.archive._databases._sqlite._STEPS", 2)
    (tmp_path / "a.db").write_bytes(databases.sqlite(items()))
    assert {item.detail for item in read_sources(tmp_path) if isinstance(item, Reject)} == {"interrupted"}


def test_what_a_killed_process_left_beside_a_database_is_told(tmp_path):
    (tmp_path / "a.db").write_bytes(databases.sqlite(items()))
    (tmp_path / "a.db-wal").write_bytes(b"x")
    reject, page = read_sources(tmp_path)
    assert (reject.reason, "a.db-wal" in reject.detail) == ("corrupt_archive", True)
    assert page.body == BODY
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.db", "a.db-wal"]


@pytest.mark.parametrize(
    ("name", "data"),
    [("Thumbs.db", b""), ("Thumbs.db", b"\xd0\xcf\x11\xe0" * 8), ("a.dir", b"'x'"), ("a.pag", b"-")],
)
def test_other_files_of_such_names_are_no_inputs(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    assert not is_database(tmp_path / name)
    assert list(read_sources(tmp_path)) == []


def test_entry_that_was_taken_away_is_told(tmp_path):
    (tmp_path / "a.db").write_bytes(databases.sqlite(items()))
    with opened(tmp_path / "a.db") as database, pytest.raises(BadDatabase, match="without its value"):
        database.value(Entry(b"x", 99, 1), 10)
