"""What an archive holds is told before a page of it is read."""

import gzip
import io
import json
import zipfile

import pytest
from click.testing import CliRunner
from rich.console import Console

from newsbot import stream
from newsbot.archive import Seen, archive_bytes, contents, find_sources
from newsbot.archive.contents import PAGES
from newsbot.cli._pool import _bar, _told
from newsbot.cli.main import main
from newsbot.engines.summary import RunSummary
from tests.archive.records import HTML, URL, record, revisit

pytest.importorskip("warcio", reason="the extra newsbot[warc] is not installed")

IMAGE = record(
    url="https://Gambar.example/a.png", block=b"HTTP/1.1 200 OK\r\nContent-Type: Image/PNG;q=1\r\n\r\n."
)
ALL = [
    record("warcinfo", url="urn:x", block=b"a: b", date="2020-01-01T00:00:00Z"),
    record(),
    IMAGE,
    record("request", block=b"GET / HTTP/1.1\r\n\r\n"),
    revisit(URL + "2"),
    record("metadata", block=b"a: b"),
    record("apa-saja", block=b"a: b"),
]


def ask(*args):
    return CliRunner().invoke(main, ["replay", "--list", *map(str, args)])


@pytest.fixture
def warc(tmp_path):
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"".join(map(gzip.compress, ALL)))
    return path


def test_records_are_counted_by_kind(warc):
    (found,) = contents.contents(warc)
    assert dict(found.kinds) == dict.fromkeys(
        ("warcinfo", "response", "request", "revisit", "metadata", "other"), 1
    ) | {"response": 2}


def test_hosts_and_types_are_those_of_captures(warc):
    (found,) = contents.contents(warc)
    assert dict(found.hosts) == {"kabar.example": 2, "gambar.example": 1}
    assert dict(found.mimes) == {"text/html": 1, "image/png": 1, "warc/revisit": 1}


def test_period_is_that_of_captures(warc):
    (found,) = contents.contents(warc)
    assert (found.first, found.last) == ("2023-09-13T07:05:00+00:00", "2023-09-20T01:00:00+00:00")


def test_bytes_are_those_of_the_file_and_of_its_records(warc):
    (found,) = contents.contents(warc)
    assert found.size == warc.stat().st_size
    assert found.block_bytes > 5 * len(HTML)


def test_files_of_a_wacz_are_told_each(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as archive:
        for name in "ab":
            archive.writestr(f"archive/{name}.warc.gz", gzip.compress(record()))
    assert [found.name for found in contents.contents(tmp_path)] == [
        f"{tmp_path}/a.wacz/archive/{name}.warc.gz" for name in "ab"
    ]


def test_pages_by_themselves_are_told_together_and_last(tmp_path, warc):
    for name in ("a.html", "b.htm", "c.txt", "d.html.gz"):
        (tmp_path / name).write_bytes(b"12345")
    *_, found = contents.contents(tmp_path)
    assert (found.name, found.size, dict(found.kinds)) == (PAGES, 20, {".html": 2, ".htm": 1, ".txt": 1})


def test_damage_is_told_with_its_place(tmp_path):
    (tmp_path / "a.warc").write_bytes(
        record() + b"BUKAN\r\n\r\n" + record(WARC_Block_Digest="sha1:" + "0" * 40)
    )
    (found,) = contents.contents(tmp_path)
    assert found.kinds["response"] == 2
    assert found.examples["not what its block digest says"].startswith("byte ")
    assert sum(found.troubles.values()) == 2


def test_what_is_no_zip_is_told(tmp_path):
    (tmp_path / "a.wacz").write_bytes(b"bukan")
    (found,) = contents.contents(tmp_path)
    assert found.troubles


def test_hosts_without_end_are_bounded(tmp_path, monkeypatch):
    monkeypatch.setattr(contents, "_MAX_NAMES", 2)
    (tmp_path / "a.warc").write_bytes(b"".join(record(url=f"https://{n}.example/") for n in range(5)))
    (found,) = contents.contents(tmp_path)
    assert dict(found.hosts) == {"0.example": 1, "1.example": 1, "(others)": 3}


def test_no_page_is_read(warc, monkeypatch):
    monkeypatch.setattr(stream, "process", None)
    assert ask(warc).exit_code == 0


def test_table_and_json_say_the_same(warc):
    told = json.loads(ask(warc, "--json").stdout)
    assert told["kinds"]["response"] == 2
    table = ask(warc).stdout
    assert all(word in table for word in ("kabar.example", "image/png", "2023-09-13T07:05:00+00:00"))


def test_signs_that_steer_a_terminal_are_not_passed_on(tmp_path):
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/\x1b[31mmerah\r\n\r\n"
    (tmp_path / "a.warc").write_bytes(record(block=head))
    assert "merah" in ask(tmp_path).stdout
    assert "\x1b" not in ask(tmp_path).stdout


@pytest.mark.parametrize("args", [["--list", "tidak-ada"], ["--json", "-o", "o.jsonl", "."], ["."]])
def test_wrong_usage_is_exit_2(args):
    assert CliRunner().invoke(main, ["replay", *args]).exit_code == 2


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_bytes_that_are_read_come_to_those_of_the_archives(tmp_path, pack):
    for name in "ab":
        (tmp_path / f"{name}.warc.gz").write_bytes(b"".join(map(pack, ALL)))
    seen = Seen()
    steps = [seen.bytes_done for _ in find_sources(tmp_path, seen=seen)]
    assert steps == sorted(steps)
    assert seen.bytes_done == archive_bytes(tmp_path) > 0


def test_bytes_tell_nothing_where_pages_are_files_of_their_own(tmp_path, warc):
    (tmp_path / "b.html").write_bytes(b"<p>")
    assert archive_bytes(tmp_path) is None


def drawn(folder):
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, width=100)
    with _bar(console, (folder,)) as shown:
        _told(shown)(RunSummary(bytes_done=archive_bytes(folder) or 0))
    return screen.getvalue()


def test_bar_of_archives_tells_how_much_is_read_and_the_time_left(warc):
    assert "100%" in drawn(warc.parent)
    assert "left" in drawn(warc.parent)


def test_bar_of_pages_by_themselves_counts_them_only(tmp_path):
    (tmp_path / "b.html").write_bytes(b"<p>")
    assert "0 pages" in drawn(tmp_path)
    assert "%" not in drawn(tmp_path)
