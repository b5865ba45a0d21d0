"""Kills, torn files, a full disk, a second run, a clock that jumps: nothing is lost or doubled, and it is said."""

import json
import signal
import sqlite3
import sys
import time
from collections import Counter
from contextlib import closing

import pytest

from newsbot.loopback import LoopbackServer, Site
from newsbot.loopback.reply import Reply
from newsbot.state import State, locked
from tests.starting import Started

from .runs import begun, crawl, key_of, records, words

STORIES = 120


def ids(folder):
    return Counter(record["id"] for record in records(folder))


def everything(site):
    return Counter(key_of(story) for story in site.stories())


def test_killed_crawl_goes_on_where_it_was(tmp_path):
    site = Site(articles=STORIES)
    with LoopbackServer(site) as server:
        kills = 0
        for seen in (15, 45, 80):  # articles asked for in all runs when the kill comes
            with begun(server.base, tmp_path) as process:
                while process.poll() is None and sum("/read/" in path for path in site.requests) < seen:
                    time.sleep(0.01)
                kills += process.poll() is None
                process.send_signal(signal.SIGKILL)
        last = crawl(server.base, tmp_path)
        asked = len(site.requests)
        again = crawl(server.base, tmp_path)
        assert not [path for path in site.requests[asked:] if "/read/" in path]
    assert kills == 3
    assert last.code == again.code == 0
    assert ids(tmp_path) == everything(site)


def test_torn_tail_is_cut_and_told(tmp_path):
    site = Site(articles=6)
    with LoopbackServer(site) as server:
        crawl(server.base, tmp_path, options=("--limit", "3"))
        part = tmp_path / "out/parts/000001-00001.jsonl"
        torn = part.with_name("000002-00001.jsonl.part")  # lines of a run whose state never came to say so
        torn.write_bytes(part.read_bytes()[:500])
        run = crawl(server.base, tmp_path)
    assert any("cut 500 bytes" in notice for notice in run.report["notices"])
    assert "cut 500 bytes" in run.said
    assert ids(tmp_path) == everything(site)


def test_file_that_lost_lines_stops_the_run_before_it_begins(tmp_path):
    with LoopbackServer(Site(articles=4)) as server:
        crawl(server.base, tmp_path)
        part = tmp_path / "out/parts/000001-00001.jsonl"
        part.write_bytes(part.read_bytes()[:-10])
        run = crawl(server.base, tmp_path)
    assert run.code == 2
    assert "000001-00001.jsonl has" in run.said


def test_second_run_on_one_state_is_told_who_holds_it(tmp_path):
    with LoopbackServer(Site(articles=2)) as server, State(tmp_path / "out/state.sqlite"):
        run = crawl(server.base, tmp_path)
    assert run.code == 2
    assert "state.sqlite is in use by another run (process" in run.said


def test_foreign_file_as_state_is_left_alone(tmp_path):
    state = tmp_path / "surat.txt"
    state.write_text("bukan basis data " * 100)
    with LoopbackServer(Site(articles=2)) as server:
        run = crawl(server.base, tmp_path, options=("--state", str(state)))
    assert run.code == 2
    assert "surat.txt is no state of a crawl" in run.said
    assert state.read_text() == "bukan basis data " * 100


@pytest.mark.skipif(sys.platform == "win32", reason="limits on file sizes are set by POSIX means")
@pytest.mark.parametrize("size", [90_000, 300_000])
def test_disk_that_takes_no_more_ends_the_run_and_loses_nothing(tmp_path, size):
    site = Site(articles=STORIES)
    with LoopbackServer(site) as server:
        assert crawl(server.base, tmp_path, options=("--limit", "1")).report["reason"] == "finished"
        full = crawl(server.base, tmp_path, largest_file=size)
        assert (full.code, full.report["run"], full.report["reason"]) == (1, 2, "write_failed")
        assert "cannot write to" in full.said
        assert "File too large" in full.said or "disk" in full.said
        run = crawl(server.base, tmp_path)
    assert run.code == 0, run.said
    assert ids(tmp_path) == everything(site)


def test_clock_behind_the_last_run_is_told_and_loses_nothing(tmp_path):
    site = Site(articles=5, fresh=2)
    with LoopbackServer(site) as server:
        crawl(server.base, tmp_path)
        with State(tmp_path / "out/state.sqlite") as state:
            state._db.execute(
                "UPDATE runs SET started = '2031-01-01T00:00:00+00:00', ended = '2031-01-01T01:00:00+00:00'"
            )
        site.edition = 1
        run = crawl(server.base, tmp_path)
    assert any("the clock says" in notice for notice in run.report["notices"])
    assert ids(tmp_path) == everything(site)


def test_report_of_a_run_is_kept_in_the_state(tmp_path):
    with LoopbackServer(Site(articles=2)) as server:
        run = crawl(server.base, tmp_path)
    with State(tmp_path / "out/state.sqlite") as state:
        kept = json.loads(state._db.execute("SELECT report FROM runs").fetchone()[0])
    assert kept == run.report


def test_folder_of_another_state_is_left_alone(tmp_path):
    with LoopbackServer(Site(articles=4)) as server:
        crawl(server.base, tmp_path)
        before = records(tmp_path)
        for other in ("--state", str(tmp_path / "lain.sqlite")), ():
            if not other:  # the state was thrown away, as one does to begin anew
                (tmp_path / "out/state.sqlite").unlink()
            run = crawl(server.base, tmp_path, options=("--limit", "1", *other))
            assert run.code == 2
            assert "holds files of another state" in run.said
    assert records(tmp_path) == before


def test_two_states_do_not_write_one_folder_at_once(tmp_path):
    with LoopbackServer(Site(articles=1)) as server:
        crawl(server.base, tmp_path)
        with State(tmp_path / "lain.sqlite", tmp_path / "out"), locked(tmp_path / "out/manifest.json"):
            run = crawl(server.base, tmp_path)
    assert run.code == 2
    assert "manifest.json is in use by another run" in run.said


def committed(state):
    """How many files of lines a state names, asked from outside while a run holds it."""
    try:
        with closing(sqlite3.connect(f"file:{state}?mode=ro", uri=True)) as db:
            return db.execute("SELECT count(*) FROM parts").fetchone()[0]
    except sqlite3.Error:  # not made yet
        return 0


def test_one_state_with_a_folder_for_each_run(tmp_path):
    site = Site(articles=30)
    state = tmp_path / "state/state.sqlite"
    options = ("--state", str(state), "--set", "DOWNLOAD_DELAY=0.2")
    with LoopbackServer(site) as server:
        line = words(server.base, tmp_path, options=options)
        line[line.index("-o") + 1] = str(tmp_path / "senin")
        with Started(line, tmp_path / "said") as process:
            while process.poll() is None and not committed(state):
                time.sleep(0.01)
            process.send_signal(signal.SIGKILL)
        assert process.returncode == -signal.SIGKILL
        line[line.index("-o") + 1] = str(tmp_path / "selasa")
        assert Started([*line, "--set", "DOWNLOAD_DELAY=0"], tmp_path / "said").wait() == 0
    found = Counter()
    for folder in ("senin", "selasa"):
        manifest = json.loads((tmp_path / folder / "manifest.json").read_text())
        for file in manifest["files"]:
            lines = (tmp_path / folder / file["file"]).read_text("utf-8").splitlines()
            found.update(json.loads(one)["id"] for one in lines)
    assert found == everything(site)
    assert not list(tmp_path.glob("*/parts/*.part"))


def test_files_that_were_taken_away_are_told_once(tmp_path):
    site = Site(articles=4)
    with LoopbackServer(site) as server:
        crawl(server.base, tmp_path, options=("--limit", "3"))
        (tmp_path / "out/parts/000001-00001.jsonl").rename(tmp_path / "dibawa.jsonl")
        second = crawl(server.base, tmp_path)
        third = crawl(server.base, tmp_path)
    assert second.code == third.code == 0
    assert any("no longer in" in notice for notice in second.report["notices"])
    assert third.report["notices"] == []
    assert len(records(tmp_path)) == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_run_that_is_asked_to_end_finishes_what_it_fetches_and_says_so(tmp_path, number):
    site = Site(articles=60)
    with LoopbackServer(site) as server:
        with begun(server.base, tmp_path, options=("--set", "DOWNLOAD_DELAY=0.05")) as process:
            while process.poll() is None and sum("/read/" in path for path in site.requests) < 5:
                time.sleep(0.01)
            process.send_signal(number)
        report = json.loads((tmp_path / "out/report.json").read_text())
        assert (process.returncode, report["reason"], report["exit_code"]) == (1, "shutdown", 1)
        assert report["left_pending"] == report["never_seen"] - len(records(tmp_path)) > 0
        crawl(server.base, tmp_path)
    assert ids(tmp_path) == everything(site)


def test_run_that_is_told_twice_to_end_has_ended_early(tmp_path):
    site = Site(articles=2)
    site.instead[site.story(1).path] = [Reply(200, manner="silent")]
    with LoopbackServer(site) as server:
        with begun(server.base, tmp_path) as process:
            while process.poll() is None and site.story(1).path not in site.requests:
                time.sleep(0.01)
            process.send_signal(signal.SIGTERM)
            while (
                process.poll() is None and "shutting down gracefully" not in (tmp_path / "said").read_text()
            ):
                time.sleep(0.01)
            process.send_signal(signal.SIGTERM)
        assert process.returncode == 1
        assert "stopped at once: what was committed is safe" in (tmp_path / "said").read_text()
        report = json.loads((tmp_path / "out/report.json").read_text())
    assert (report["reason"], report["exit_code"]) == ("running", 1)


def test_limit_of_scrapy_ends_a_run_early_and_says_so(tmp_path):
    with LoopbackServer(Site(articles=30)) as server:
        run = crawl(server.base, tmp_path, options=("--set", "CLOSESPIDER_PAGECOUNT=6"))
    assert (run.code, run.report["reason"]) == (1, "closespider_pagecount")
    assert run.report["left_pending"] > 0
