import json

import pytest
from click.testing import CliRunner

pytest.importorskip("nh3", reason="the extra `inspect` is not installed")

from newsbot.archive.again import read_again
from newsbot.cli.main import main
from newsbot.corpus.reading import Records
from newsbot.inspector.inspection import inspect
from newsbot.inspector.shelf import Shelf
from newsbot.inspector.sources import of_pages, of_records
from newsbot.items import Origin, Reject
from newsbot.snapshot import Snapshot
from tests.archive.records import record
from tests.inspector.made import BROKEN, HEADLINE, HOSTILE, URL
from tests.invented import STORY

HTML = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
PAGES = {"a": BROKEN, "b": HOSTILE, "c": f"<h1>Harga Gula Turun di Pasar Muara</h1>{STORY}"}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Pages in a folder whose manifest knows where they were."""
    monkeypatch.chdir(tmp_path)
    home = tmp_path / "pages"
    home.mkdir()
    rows = []
    for name, body in PAGES.items():
        (home / f"{name}.html").write_text(body, "utf-8")
        rows.append(
            {"file": f"{name}.html", "url": f"{URL}-{name}", "fetched_at": "2023-09-13T08:00:00+00:00"}
        )
    (home / "manifest.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return home


def replayed(source, name="out.jsonl"):
    result = CliRunner().invoke(main, ["replay", str(source), "-o", name])
    assert result.exit_code == 0
    return name


def shelf_of(file, warc=()):
    return Shelf(of_records(Records(file, on_trouble=print), warc))


@pytest.mark.parametrize("workers", [0, 1])
def test_pages_of_a_folder_are_read_and_read_again(folder, workers):
    (folder / "d.html").write_bytes(b"\x89PNG")
    shelf = Shelf(of_pages([folder], workers))
    assert len(shelf) == 4
    assert [entry.confidence for entry in shelf.entries[:3]] == sorted(
        entry.confidence for entry in shelf.entries[:3]
    )
    assert shelf.entries[3].reject.startswith("binary")
    found = inspect(next(entry for entry in shelf.entries if entry.headline == HEADLINE))
    assert found.snapshot.url == f"{URL}-a", "as the manifest says"
    assert found.record["metadata"]["confidence"] == found.entry.confidence


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz"])
def test_records_find_their_pages_again(folder, name):
    shelf = shelf_of(replayed(folder, name))
    assert len(shelf) == 3
    for entry in shelf.entries:
        found = inspect(entry)
        assert found.absent == ""
        assert found.differs == [], "the page is read as its record says, with the manifest's address"
        assert found.record["headline"] == entry.headline


def test_pages_are_found_from_where_the_records_lie(folder, tmp_path, monkeypatch):
    replayed("pages")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert [inspect(entry).absent for entry in shelf_of("../out.jsonl").entries] == [""] * 3


def test_a_page_that_is_another_one_now_is_not_shown(folder):
    file = replayed(folder)
    (folder / "c.html").write_text("<h1>Lain</h1>")
    (folder / "b.html").unlink()
    found = [inspect(entry) for entry in shelf_of(file).entries]
    assert sorted(one.absent.partition(":")[0] for one in found) == ["", "another_page", "unreadable_file"]
    assert all(one.record for one in found)


def test_a_record_that_was_read_otherwise_says_where(folder, tmp_path):
    lines = (tmp_path / replayed(folder)).read_text("utf-8").splitlines()
    changed = json.loads(lines[0]) | {"headline": "Judul lama"}
    (tmp_path / "old.jsonl").write_text(json.dumps(changed) + "\n", "utf-8")
    found = inspect(shelf_of("old.jsonl").entries[0])
    assert found.differs == ["headline"]
    assert found.record["headline"] == "Judul lama"
    assert found.confidence is None, "its signs are those of another reading"


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz"])
def test_a_file_that_was_written_anew_is_told(folder, tmp_path, name):
    shelf = shelf_of(replayed(folder, name))
    for page in "ab":
        (folder / f"{page}.html").unlink()
    replayed(folder, name)
    found = [inspect(entry) for entry in shelf.entries]
    assert all(one.record is None for one in found)
    assert all("cannot be read again" in one.absent for one in found)
    assert any("another record now" in one.absent for one in found)


@pytest.mark.parametrize("packed", [False, True])
def test_pages_of_an_archive_are_gone_to(folder, tmp_path, packed):
    pytest.importorskip("warcio", reason="the extra `warc` is not installed")
    import gzip

    blocks = [record(url=f"{URL}-{name}", block=HTML + body.encode()) for name, body in PAGES.items()]
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    path.write_bytes(gzip.compress(b"".join(blocks)) if packed else b"".join(blocks))
    for shelf in (Shelf(of_pages([path], 0)), shelf_of(replayed(path))):
        found = [inspect(entry) for entry in shelf.entries]
        assert sorted(one.snapshot.url for one in found) == [f"{URL}-{name}" for name in PAGES]
        assert all(one.differs == [] for one in found)


def test_records_of_a_crawl_find_their_answers(folder, tmp_path):
    pytest.importorskip("warcio", reason="the extra `warc` is not installed")
    file = tmp_path / "crawled.jsonl"
    lines = (tmp_path / replayed(folder)).read_text("utf-8").splitlines()
    live = [json.loads(line) for line in lines]
    for one in live:
        one["metadata"]["origin"] = {"kind": "live", "path": None, "offset": None, "record_id": None}
    file.write_text("".join(json.dumps(one) + "\n" for one in live), "utf-8")
    warc = tmp_path / "a.warc"
    blocks = (
        record(url=f"{URL}-{name}", block=HTML + PAGES[name].encode(), date="2023-09-13T08:00:00Z")
        for name in "ab"
    )
    warc.write_bytes(b"".join(blocks))
    found = [inspect(entry) for entry in shelf_of(file, [warc]).entries]
    assert sorted(one.absent.partition(":")[0] for one in found) == ["", "", "page_not_found"]
    assert {inspect(entry).absent.partition(":")[0] for entry in shelf_of(file).entries} == {"no_page"}


@pytest.mark.parametrize(
    "origin",
    [Origin(), Origin("live"), Origin("warc", "no.warc", 3), Origin("cache", "no"), Origin("wacz", "a/b/c")],
)
def test_what_is_not_there_is_told(tmp_path, monkeypatch, origin):
    monkeypatch.chdir(tmp_path)
    assert isinstance(read_again(origin), Reject)


def test_a_saved_file_is_read_again(folder):
    found = read_again(Origin("html", str(folder / "a.html")))
    assert isinstance(found, Snapshot)
    assert found.body == BROKEN.encode()
