"""`newsbot health`: the alarm comes with the run in which a portal's template changed, and names the layout."""

import json
import sqlite3
import sys
from contextlib import closing
from datetime import date, timedelta

import pytest
from click.testing import CliRunner

from newsbot.cli.main import main
from newsbot.loopback import LoopbackServer, Site
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


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    """A crawl after its template changed, and what health said of the runs before: of the first, and of many alike."""
    folder = tmp_path_factory.mktemp("health")
    site = Site(articles=24, fresh=15, changed=0)
    with LoopbackServer(site) as server:
        assert crawl(server.base, folder).report["reason"] == "finished"
        first = health(folder / "out")
        repeat(folder / "out" / "state.sqlite", 9)
        site.edition = 1
        assert crawl(server.base, folder).report["records"]["article"] == 15
        quiet = health(folder / "out")
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
    assert answer.exit_code == 0
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
