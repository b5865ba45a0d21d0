"""`newsbot health`: the alarm comes with the run in which a portal's template changed, and names the layout."""

import json
import shutil
import sqlite3
import sys
from contextlib import closing
from datetime import date, datetime, timedelta

import pytest
from click.testing import CliRunner

from newsbot.cli.main import main
from newsbot.loopback import LoopbackServer, Site
from newsbot.state import State
from tests.corpus.records import article, lines
from tests.crawl.runs import crawl


def health(*words):
    return CliRunner().invoke(main, ["health", *map(str, words)])


def repeat(state, times):
    """Let the crawl have had its last run so often."""
    with closing(sqlite3.connect(state)) as db, db:
        (last,) = db.execute("SELECT max(id) FROM runs").fetchone()
        for number in range(1, times + 1):
            db.execute(
                "INSERT INTO runs (id, started, ended, options, report) SELECT id + ?, started, ended, options, report"
                " FROM runs WHERE id = ?",
                (number, last),
            )
            db.execute(
                "INSERT INTO measures SELECT run + ?, portal, figures FROM measures WHERE run = ?",
                (number, last),
            )


def age(state):
    """Let all runs so far have been a minute earlier: crawls of a few pages may begin within one second."""
    with closing(sqlite3.connect(state)) as db, db:
        for number, started in db.execute("SELECT id, started FROM runs").fetchall():
            earlier = datetime.fromisoformat(started) - timedelta(minutes=1)
            db.execute("UPDATE runs SET started = ? WHERE id = ?", (earlier.isoformat(), number))


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    """A crawl after its template changed, and what health said of the runs before: of the first, and of many alike."""
    folder = tmp_path_factory.mktemp("health")
    site = Site(articles=24, fresh=15, changed=0)
    with LoopbackServer(site) as server:
        assert crawl(server.base, folder).report["reason"] == "finished"
        first = health(folder / "out")
        repeat(folder / "out" / "state.sqlite", 9)
        age(folder / "out" / "state.sqlite")
        site.edition = 1
        assert crawl(server.base, folder).report["records"]["article"] == 15
        quiet = health(folder / "out")
        age(folder / "out" / "state.sqlite")
        site.edition, site.redesigned = 2, frozenset({"kompas"})
        assert crawl(server.base, folder).report["records"]["article"] == 15
    return folder / "out", first, quiet


def test_a_first_run_has_not_enough_history(crawled):
    _, first, _ = crawled
    assert first.exit_code == 0
    assert "not enough history: 0 of 7" in first.output


def test_a_run_like_those_before_raises_no_alarm(crawled):
    _, _, quiet = crawled
    assert quiet.exit_code == 0
    assert "quiet" in quiet.output


def test_the_first_run_with_a_new_template_names_the_layout(crawled):
    folder, _, _ = crawled
    answer = health(folder)
    assert answer.exit_code == 1
    told = " ".join(answer.output.split())
    assert "layout kompas-credit-title stopped matching on 100 % since" in told
    assert "`newsbot new-portal URL...` drafts the new one" in told


def test_an_alarm_has_three_pages_of_the_new_template(crawled):
    folder, _, _ = crawled
    (portal,) = map(json.loads, health(folder, "--json").output.splitlines())
    (alarm,) = portal["alarms"]
    assert alarm["figure"] == "layout/kompas-credit-title"
    assert len(set(alarm["examples"])) == 3
    assert {int(url.split("/")[-2]) % 10**8 for url in alarm["examples"]} <= set(
        range(10**8 - 30, 10**8 - 15)
    )


def test_tables_fit_a_screen_of_eighty_columns(crawled):
    folder, _, _ = crawled
    rows = [line for line in health(folder).output.splitlines() if "http" not in line]
    assert max(map(len, rows)) <= 80


def test_the_page_is_written_beside_the_table(crawled, tmp_path):
    pytest.importorskip("jinja2", reason="the extra `report` is not installed")
    folder, _, _ = crawled
    answer = health(folder, "--html", tmp_path / "health.html")
    assert answer.exit_code == 1
    assert "layout kompas-credit-title stopped matching" in (tmp_path / "health.html").read_text("utf-8")


@pytest.fixture
def alarmed(crawled, tmp_path):
    """A copy of that crawl, to be written into."""
    shutil.copytree(crawled[0], tmp_path / "out")
    return tmp_path / "out"


def alarms(*words):
    answer = health(*words, "--json")
    return {alarm["figure"] for line in answer.output.splitlines() for alarm in json.loads(line)["alarms"]}


def test_an_alarm_that_was_accepted_is_none_any_more_and_says_so(alarmed):
    answer = health(alarmed, "--accept", "layout/kompas-credit-title")
    assert answer.exit_code == 0
    told = " ".join(answer.output.split())
    assert "loopback generic: accepted as it is since" in told
    again = health(alarmed)
    assert (again.exit_code, "accepted as it is since" in again.output) == (0, True)
    (portal,) = map(json.loads, health(alarmed, "--json").output.splitlines())
    assert list(portal["accepted"]) == ["generic"]
    (generic,) = [one for one in portal["figures"] if one["figure"] == "generic"]
    assert [value["band"] for value in generic["values"]] == [None]


def test_what_is_accepted_is_the_history_of_the_runs_after_it(alarmed):
    assert health(alarmed, "--accept", "all").exit_code == 0
    repeat(alarmed / "state.sqlite", 9)  # all like the one that was accepted
    assert alarms(alarmed) == set()
    with closing(sqlite3.connect(alarmed / "state.sqlite")) as db, db:
        (text,) = db.execute("SELECT figures FROM measures ORDER BY run DESC LIMIT 1").fetchone()
        worse = json.loads(text)
        worse["layouts"] = {"generic": worse["kinds"]["article"]}
        last = "(SELECT max(run) FROM measures)"
        db.execute(f"UPDATE measures SET figures = ? WHERE run = {last}", (json.dumps(worse),))
    assert alarms(alarmed)


def test_only_an_alarm_can_be_accepted_and_only_of_a_crawl(alarmed, tmp_path):
    for words, told in (
        ((alarmed, "--accept", "thin"), "no alarm has the figure 'thin': alarms are layout/kompas"),
        ((alarmed, alarmed, "--accept", "all"), "--accept goes with one DIR"),
        ((corpus(tmp_path / "a.jsonl", 20, broken=2), "--accept", "all"), "--accept goes with one DIR"),
    ):
        answer = health(*words)
        assert answer.exit_code == 2
        assert told in " ".join(answer.output.split())


def test_a_state_in_use_is_not_written_into(alarmed):
    with State(alarmed / "state.sqlite"):
        answer = health(alarmed, "--accept", "all")
    assert answer.exit_code == 2
    assert alarms(alarmed)


def corpus(path, days, broken=0):
    """A file of records of so many days of publication, without authors on the last ones."""
    first = date(2026, 10, 1)
    made = [
        article(
            f"{at}-{number}",
            date_published=f"{first + timedelta(days=at)}T08:00:00+07:00",
            authors=[] if at >= days - broken else [{"name": "Laras Puspa", "role": "author"}],
        )
        for at in range(days)
        for number in range(12)
    ]
    path.write_text(lines(*made), "utf-8")
    return path


def test_records_are_judged_by_their_days(tmp_path):
    assert health(corpus(tmp_path / "a.jsonl", 20)).exit_code == 0
    answer = health(corpus(tmp_path / "b.jsonl", 20, broken=2))
    assert answer.exit_code == 1
    assert "missing/authors" in answer.output


def test_since_judges_the_days_before_too(tmp_path):
    records = corpus(tmp_path / "a.jsonl", 20, broken=6)
    (portal,) = map(json.loads, health(records, "--since", "2026-10-10", "--json").output.splitlines())
    (alarm,) = [one for one in portal["alarms"] if one["figure"] == "missing/authors"]
    assert (alarm["since"], alarm["when"]) == ("2026-10-15", "2026-10-20")
    assert portal["judged_from"] == "2026-10-10"


def test_records_without_a_day_are_told(tmp_path):
    (tmp_path / "a.jsonl").write_text(lines(article("1")), "utf-8")
    answer = health(tmp_path / "a.jsonl")
    assert answer.exit_code == 2
    assert "1 of 1 records without a day" in answer.output


def test_a_missing_extra_is_said_with_the_command(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "jinja2", None)
    for module in ("newsbot.corpus.health.page", "newsbot.corpus.report.document"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    answer = health(corpus(tmp_path / "a.jsonl", 9), "--html", tmp_path / "health.html")
    assert (answer.exit_code, "pip install 'newsbot[report]'" in answer.output) == (2, True)


def test_what_cannot_be_read_is_named(tmp_path):
    (tmp_path / "state.sqlite").write_bytes(b"no database, but long enough to be taken for one" * 40)
    for source in (tmp_path, tmp_path / "nowhere"):
        answer = health(source)
        assert answer.exit_code == 2
        assert str(source) in answer.output
