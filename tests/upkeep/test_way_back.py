"""Whatever is lost or damaged of a crawl is told and mended, and the crawl goes on without a loss or a double."""

import gzip
import json
import re
import shutil
import sqlite3
from collections import Counter
from contextlib import closing, suppress
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsbot.archive.cdxj import captures
from newsbot.cli.main import main
from newsbot.durable.warc_files import index_of
from newsbot.loopback import LoopbackServer, Site
from newsbot.state import State
from newsbot.state.backups import folder_of
from newsbot.state.mending import Mending
from newsbot.upkeep.aside import Aside
from tests.crawl.runs import crawl, key_of, records

files, repair = import_module("newsbot.upkeep.files"), import_module("newsbot.upkeep.repair")
STORIES = 24
FIRST = "parts/000001-00001.jsonl"
SECOND = "parts/000002-00001.jsonl"


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    """A portal of which two runs have fetched all, and the folder of those runs."""
    site, folder = Site(articles=STORIES), tmp_path_factory.mktemp("crawled")
    with LoopbackServer(site) as server:
        warc = ("--warc", str(folder / "out/warc"))
        assert crawl(server.base, folder, options=("--limit", "14", *warc)).code == 0
        assert crawl(server.base, folder, options=warc).code == 0
        yield site, server, folder


@pytest.fixture
def home(crawled, tmp_path):
    """A copy of that folder, to be damaged."""
    shutil.copytree(crawled[2] / "out", tmp_path / "out")
    return tmp_path


def newsbot(command, home, *options):
    return CliRunner().invoke(main, [command, str(home / "out"), *options])


def codes(home, *options):
    """What `newsbot verify` finds wrong, and its exit code."""
    answer = newsbot("verify", home, "--json", *options)
    found = [json.loads(line) for line in answer.output.splitlines()]
    faults = {one["code"] for one in found if one["is_fault"]}
    assert answer.exit_code == int(bool(faults)), answer.output
    return faults


def repaired(home):
    answer = newsbot("repair", home, "--portals-from", str(home / "portals"))
    assert answer.exit_code == 0, answer.output
    assert codes(home) == set()
    return answer.output


def goes_on(crawled, home):
    """Crawl on, and have each story once; the articles that were asked for."""
    site, server, _ = crawled
    before = len(site.requests)
    run = crawl(server.base, home)
    assert run.code == 0, run.said
    found = Counter(record["id"] for record in records(home))
    assert found == Counter(key_of(story) for story in site.stories())
    assert codes(home) == set()
    return [path for path in site.requests[before:] if "/read/" in path and "page" not in path]


def refused(crawled, home):
    """What a crawl says that cannot begin."""
    run = crawl(crawled[1].base, home)
    assert run.code == 2
    return run.said


@pytest.fixture(autouse=True)
def declared(crawled, home):
    shutil.copytree(crawled[2] / "portals", home / "portals")


def flip(path, place):
    data = bytearray(path.read_bytes())
    data[place] ^= 0x15
    path.write_bytes(data)


def state_of(home):
    return home / "out/state.sqlite"


def without_backups(home):
    shutil.rmtree(folder_of(state_of(home)))


def aside(home):
    return sorted(path.name for path in (home / "out/aside").rglob("*") if path.is_file())


def test_what_a_crawl_left_agrees(home):
    assert codes(home) == set()
    answer = newsbot("verify", home)
    assert "all agree" in answer.output
    assert "24 records by the state" in answer.output


def test_a_lost_manifest_is_made_from_the_state(crawled, home):
    before = (home / "out/manifest.json").read_text()
    (home / "out/manifest.json").unlink()
    assert codes(home) == {"manifest_lost"}
    assert "no manifest.json that can be read: `newsbot repair" in refused(crawled, home)
    repaired(home)
    assert (home / "out/manifest.json").read_text() == before
    assert goes_on(crawled, home) == []


def test_a_manifest_that_is_none_is_made_anew_and_kept_aside(crawled, home):
    (home / "out/manifest.json").write_text('{"schema": "newsbot.manifest/1", "fil')
    assert codes(home) == {"manifest_unreadable"}
    assert "newsbot repair" in refused(crawled, home)
    repaired(home)
    assert "manifest.json" in aside(home)
    assert goes_on(crawled, home) == []


def test_a_lost_state_comes_from_its_backup(crawled, home):
    state_of(home).unlink()
    assert codes(home) == {"state_lost"}
    assert "`newsbot repair" in refused(crawled, home)
    assert not state_of(home).exists()
    assert "000002.sqlite" in repaired(home)
    assert goes_on(crawled, home) == []


def test_a_lost_state_without_a_backup_comes_from_the_files(crawled, home):
    state_of(home).unlink()
    without_backups(home)
    assert "from the files" in repaired(home)
    assert goes_on(crawled, home) == []


def test_an_older_backup_learns_from_the_files_what_came_after_it(crawled, home):
    state_of(home).unlink()
    (folder_of(state_of(home)) / "000002.sqlite").unlink()
    assert "articles noted as done" in repaired(home)
    assert goes_on(crawled, home) == []
    assert json.loads((home / "out/report.json").read_text())["run"] == 3


def test_all_but_the_files_lost_is_made_from_the_files(crawled, home):
    state_of(home).unlink()
    without_backups(home)
    (home / "out/manifest.json").unlink()
    repaired(home)
    assert goes_on(crawled, home) == []


@pytest.mark.parametrize("with_backup", [True, False])
@pytest.mark.parametrize("where", ["head", "middle"])
def test_a_state_that_is_damaged_is_told_and_made_anew(crawled, home, where, with_backup):
    path = state_of(home)
    data = bytearray(path.read_bytes())
    start = 0 if where == "head" else len(data) // 3
    data[start : start + 5000] = b"\x99" * 5000
    path.write_bytes(data)
    if not with_backup:
        without_backups(home)
    assert codes(home) == {"state_damaged"}
    assert "`newsbot repair`" in refused(crawled, home)
    repaired(home)
    assert "state.sqlite" in aside(home)
    assert goes_on(crawled, home) == []


def test_a_part_that_is_torn_keeps_its_whole_lines_and_the_others_are_asked_for_again(crawled, home):
    path = home / "out" / FIRST
    data = path.read_bytes()
    kept = data[: len(data) // 2].count(b"\n")
    path.write_bytes(data[: len(data) // 2])
    assert codes(home) == {"file_short"}
    assert "`newsbot repair" in refused(crawled, home)
    repaired(home)
    assert path.name in aside(home)
    assert len(set(goes_on(crawled, home))) == 14 - kept


def test_flipped_bytes_cost_the_lines_that_they_hit(crawled, home):
    path = home / "out" / SECOND
    lines = path.read_bytes().splitlines(keepends=True)
    flip(path, len(lines[0]) + lines[1].index(b'"article_body":"') + 40)
    flip(path, len(lines[0]) + len(lines[1]) - 1)  # the line end, so that two lines are one
    assert codes(home) == {"file_damaged"}
    repaired(home)
    assert len(set(goes_on(crawled, home))) == 2


def test_flipped_bytes_are_mended_also_where_the_state_is_lost(crawled, home):
    path = home / "out" / SECOND
    flip(path, path.read_bytes().index(b'"article_body":"') + 40)
    state_of(home).unlink()
    without_backups(home)
    assert codes(home) == {"file_damaged", "state_lost"}
    repaired(home)
    assert len(set(goes_on(crawled, home))) == 1


def test_a_part_too_many_is_moved_aside(crawled, home):
    shutil.copy(home / "out" / FIRST, home / "out/parts/000001-00002.jsonl")
    assert codes(home) == {"file_unlisted"}
    repaired(home)
    assert aside(home) == ["000001-00002.jsonl"]
    assert goes_on(crawled, home) == []


def test_a_damaged_part_needs_no_declaration_while_the_state_is_there(crawled, home):
    flip(home / "out" / SECOND, 5000)
    answer = newsbot("repair", home)
    assert answer.exit_code == 0, answer.output


def test_a_part_too_many_is_told_also_without_a_manifest(home):
    shutil.copy(home / "out" / FIRST, home / "out/parts/000001-00002.jsonl")
    (home / "out/manifest.json").unlink()
    assert codes(home) == {"file_unlisted", "manifest_lost"}
    repaired(home)


def test_a_part_too_many_is_told_from_the_others_without_a_state(crawled, home):
    shutil.copy(home / "out" / FIRST, home / "out/parts/000001-00002.jsonl")
    state_of(home).unlink()
    without_backups(home)
    repaired(home)
    assert aside(home) == ["000001-00002.jsonl"]
    assert goes_on(crawled, home) == []


def test_a_manifest_line_too_many_goes(crawled, home):
    path = home / "out/manifest.json"
    manifest = json.loads(path.read_text())
    manifest["files"].append({**manifest["files"][0], "file": "parts/000009-00001.jsonl"})
    path.write_text(json.dumps(manifest))
    assert codes(home) == {"only_in_manifest"}
    repaired(home)
    assert goes_on(crawled, home) == []


def test_a_state_that_somebody_put_back_learns_what_the_manifest_lists(crawled, home):
    shutil.copy(folder_of(state_of(home)) / "000001.sqlite", state_of(home))
    assert codes(home) == {"file_unknown_to_state"}
    repaired(home)
    assert goes_on(crawled, home) == []


def test_a_file_that_was_taken_away_is_a_fault_unless_it_is_said(home):
    (home / "out" / FIRST).rename(home / "dibawa.jsonl")
    assert codes(home) == {"file_missing"}
    assert codes(home, "--taken-away") == set()
    assert "forgotten" in repaired(home)


def test_a_warc_that_is_cut_is_cut_behind_its_last_whole_record(crawled, home):
    path = min((home / "out/warc").glob("*.warc.gz"))
    whole = path.read_bytes()
    path.write_bytes(whole[:-700])
    assert "warc_cut" in codes(home)
    newsbot("repair", home)
    assert "warc_cut" not in codes(home)
    assert path.name in aside(home)
    assert whole.startswith(path.read_bytes())
    assert index_of(path).read_text().splitlines(keepends=True) == sorted(captures(path, path.name))


def test_a_warc_with_a_damaged_record_is_told(home):
    path = min((home / "out/warc").glob("*.warc.gz"))
    flip(path, path.stat().st_size // 2)
    assert "warc_damaged" in codes(home)


def lines_of_index(change):
    def changed(index):
        index.write_text("".join(change(index.read_text().splitlines(keepends=True))))

    return changed


def other(line, name, value):
    start, row = line[: line.index("{")], json.loads(line[line.index("{") :])
    return f"{start}{json.dumps(row | {name: value})}\n"


INDEXES = {
    "1 captures to which no line leads": lines_of_index(lambda lines: lines[1:]),
    "1 lines that lead to a capture again": lines_of_index(lambda lines: [lines[0], *lines]),
    "1 lines out of their order": lines_of_index(lambda lines: [*lines[1:], lines[0]]),
    "1 lines that lead to no capture": lines_of_index(
        lambda lines: [*lines[:-1], other(lines[-1], "offset", "1")]
    ),
    "1 lines that say other than their capture": lines_of_index(
        lambda lines: [other(lines[0], "digest", "sha1:" + "A" * 32), *lines[1:]]
    ),
    "1 lines of another file": lines_of_index(
        lambda lines: [other(lines[0], "filename", "b.warc.gz"), *lines[1:]]
    ),
    "2 lines that are none of an index": lines_of_index(lambda lines: [*lines, "~ 1 [\n", "~ 2 \x00\n"]),
    None: Path.unlink,
}


@pytest.mark.parametrize("told", INDEXES)
def test_an_index_that_does_not_say_what_its_file_holds_is_told_and_written_anew(home, told):
    path = min((home / "out/warc").glob("*.warc.gz"))
    whole = index_of(path).read_text()
    assert whole.count("\n") > 5
    INDEXES[told](index_of(path))
    (found,) = map(json.loads, newsbot("verify", home, "--json").output.splitlines())
    assert (found["code"], found["where"]) == (
        "index_differs" if told else "index_missing",
        index_of(path).name,
    )
    assert (told or "") in found["detail"]
    assert newsbot("repair", home).exit_code == 0
    assert index_of(path).read_text() == whole
    assert codes(home) == set()


def test_a_record_that_is_not_what_its_digest_says_is_told(home):
    path = min((home / "out/warc").glob("*.warc.gz"))
    data = gzip.decompress(path.read_bytes())
    records = re.split(rb"(?<=\r\n\r\n)(?=WARC/1)", data)
    spoilt = [one.replace(b"<html", b"<HTML", 1) for one in records]
    assert spoilt != records
    path.write_bytes(b"".join(gzip.compress(one, mtime=0) for one in spoilt))
    assert "warc_damaged" in codes(home)


def test_answers_that_are_in_no_warc_are_told(home):
    first = min((home / "out/warc").glob("*.warc.gz"))
    other = home / "warc"
    other.mkdir()
    with first.open("rb") as file:
        (other / first.name).write_bytes(file.read()[: first.stat().st_size * 2 // 3])
    assert "evidence_missing" in codes(home, "--warc", str(other))


def test_the_file_of_a_killed_run_is_no_fault(crawled, home):
    path = home / "out/parts/000003-00001.jsonl.part"
    path.write_bytes((home / "out" / FIRST).read_bytes()[:300])
    assert codes(home) == set()
    assert goes_on(crawled, home) == []


class Killed(BaseException):
    """As a kill would end it."""


def ends_after(monkeypatch, home, name):
    step = getattr(home, name)

    def done(*args, **kwargs):
        step(*args, **kwargs)
        raise Killed

    monkeypatch.setattr(home, name, done)


@pytest.mark.parametrize(
    ("where", "name", "with_state"),
    [
        (Aside, "copy", True),
        (files, "replace_file", True),
        (Mending, "ask_again", True),
        (Mending, "have_parts", True),
        (Mending, "adopt", False),
        (repair, "write_manifest", False),
        (repair, "_put_in_place", False),
    ],
)
def test_a_repair_that_is_killed_is_done_again(crawled, home, monkeypatch, where, name, with_state):
    path = home / "out" / FIRST
    path.write_bytes(path.read_bytes()[:-4000])
    if not with_state:
        state_of(home).unlink()
    with monkeypatch.context() as patch:
        ends_after(patch, where, name)
        with suppress(Killed):
            CliRunner().invoke(main, ["repair", str(home / "out"), "--portals-from", str(home / "portals")])
    repaired(home)
    assert len(set(goes_on(crawled, home))) == 1


def test_a_dry_run_changes_nothing(home):
    (home / "out/manifest.json").unlink()
    before = {path: path.stat().st_mtime_ns for path in home.rglob("*") if path.is_file()}
    answer = newsbot("repair", home, "--dry-run")
    assert "manifest_lost" in answer.output
    assert "nothing was changed" in answer.output
    after = {path: path.stat().st_mtime_ns for path in home.rglob("*") if path.is_file()}
    assert {path for path in after if path.suffix != ".lock"} == {
        path for path in before if path.suffix != ".lock"
    }
    assert [p for p in before if p.suffix != ".lock" and before[p] != after[p]] == []


def test_a_folder_of_another_state_is_not_mended(home, tmp_path):
    with closing(sqlite3.connect(state_of(home))) as db:
        db.execute("UPDATE identity SET id = 'lain'")
        db.commit()
    assert codes(home) == {"manifest_of_another_state"}
    answer = newsbot("repair", home)
    assert answer.exit_code == 2
    assert "holds files of another state" in answer.output


def test_records_of_a_portal_that_nobody_declares_are_not_guessed_at(home):
    state_of(home).unlink()
    without_backups(home)
    before = sorted(path for path in home.rglob("*") if path.suffix != ".lock")
    answer = newsbot("repair", home)
    assert answer.exit_code == 2
    assert "no portal has the id 'loopback'" in answer.output
    assert "--portals-from" in answer.output
    assert sorted(path for path in home.rglob("*") if path.suffix != ".lock") == before


def test_an_empty_folder_is_wrong_usage(tmp_path):
    (tmp_path / "kosong").mkdir()
    answer = CliRunner().invoke(main, ["verify", str(tmp_path / "kosong")])
    assert answer.exit_code == 2
    assert "there is nothing of a crawl" in answer.output


def test_backups_are_few(crawled):
    names = sorted(path.name for path in folder_of(state_of(crawled[2])).iterdir())
    assert names == ["000001.sqlite", "000002.sqlite"]


def test_codes_are_in_the_document():
    from newsbot.upkeep import FINDINGS

    text = (Path(__file__).parents[2] / "docs/scheduling.md").read_text("utf-8")
    for code, (meaning, mended_by) in FINDINGS.items():
        assert f"| `{code}` | {meaning} | {mended_by} |" in text.splitlines()


def damage(path, sqls):
    """Change a state by SQL, and spoil the pages of its articles in its middle; how many keys can still be read."""
    with closing(sqlite3.connect(path)) as db, db:
        for sql in sqls:
            db.execute(sql)
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = DELETE")
        db.execute("VACUUM")
        size = db.execute("PRAGMA page_size").fetchone()[0]
        leaves = [
            row[0]
            for row in db.execute(
                "SELECT pageno FROM dbstat WHERE name = 'articles' AND pagetype = 'leaf' ORDER BY path"
            )
        ]
    data = bytearray(path.read_bytes())
    place = (leaves[len(leaves) // 2] - 1) * size
    data[place : place + size] = b"\x15" * size
    path.write_bytes(data)
    return len(leaves)


ANNOUNCED = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
INSERT INTO articles (key, portal, url, status, newest, discovery, first_seen, last_seen, attempts, reason)
SELECT 'loopback:9' || printf('%07d', i), 'loopback',
    'http://127.0.0.1:9/read/2026/11/01/9' || printf('%07d', i) || '/x', iif(i % 2, 'gone', 'pending'), '',
    '{"kind": "feed", "url": null, "lastmod": null, "title": null, "date": null, "announced_url": null, "others": []}',
    '2026-11-01', '2026-11-01', 0, NULL FROM n
"""
UNREAD = (
    "INSERT INTO unread VALUES ('loopback', 'http://127.0.0.1:9/s.xml', 'sitemap', 'status_500', NULL, 1, NULL, 0, 1,"
    " '2026-11-01T00:00:00+00:00', '2026-11-01T00:00:00+00:00')"
)


def has_dbstat():
    with closing(sqlite3.connect(":memory:")) as db:
        try:
            db.execute("SELECT * FROM dbstat")
        except sqlite3.Error:
            return False
    return True


@pytest.mark.skipif(not has_dbstat(), reason="this SQLite tells no pages (built without dbstat)")
@pytest.mark.parametrize("is_backed_up", [True, False])
def test_rows_that_can_be_read_of_a_damaged_state_are_taken_over(home, is_backed_up):
    leaves = damage(state_of(home), [ANNOUNCED, UNREAD])
    assert leaves > 5
    if not is_backed_up:
        without_backups(home)
    assert codes(home) == {"state_damaged"}
    told = " ".join(repaired(home).split())
    assert "rows taken over" in told
    assert "places it cannot be read" in told
    with closing(sqlite3.connect(state_of(home))) as db:
        counts = dict(
            db.execute("SELECT status, count(*) FROM articles WHERE key LIKE 'loopback:9%' GROUP BY 1")
        )
        (done,) = db.execute("SELECT count(*) FROM articles WHERE status = 'done'").fetchone()
        (unread,) = db.execute("SELECT count(*) FROM unread WHERE url LIKE '%:9/s.xml'").fetchone()
        (runs,) = db.execute("SELECT count(*) FROM runs WHERE report IS NOT NULL").fetchone()
    lost = 400 - sum(counts.values())
    assert 0 < lost < 2 * 400 / (leaves - 1) + 30
    assert abs(counts["pending"] - counts["gone"]) <= 1
    assert (done, unread, runs) == (STORIES, 1, 2)


@pytest.mark.skipif(not has_dbstat(), reason="this SQLite tells no pages (built without dbstat)")
def test_articles_of_lines_that_are_lost_with_the_state_are_asked_for_again(crawled, home):
    damage(
        state_of(home), [ANNOUNCED.replace("i < 400", "i < 300"), "DELETE FROM articles WHERE key LIKE 'x'"]
    )
    without_backups(home)
    path = home / "out" / SECOND
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:-3]))
    repaired(home)
    with closing(sqlite3.connect(state_of(home))) as db, db:
        db.execute("DELETE FROM articles WHERE key LIKE 'loopback:9%'")
    assert len(goes_on(crawled, home)) == 3


def test_rows_that_say_nothing_are_counted_and_left(tmp_path):
    old, new = tmp_path / "old.sqlite", tmp_path / "new.sqlite"
    with State(old):
        pass
    with closing(sqlite3.connect(old)) as db, db:
        db.execute(ANNOUNCED)
        for number, (column, value) in enumerate(
            [
                ("status", "'lain'"),
                ("discovery", "'[1'"),
                ("discovery", "'{\"x\": 1}'"),
                ("url", "'file:///a'"),
            ],
            1,
        ):
            db.execute(f"UPDATE articles SET {column} = {value} WHERE key = 'loopback:9{number:07d}'")
    with State(new) as state:
        taken = state.salvage.take(old)
    assert (taken.taken, taken.unlike, taken.unreadable) == ({"articles": 396}, 4, 0)
