import gzip
import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from newsbot.cli.main import main
from newsbot.items import Discovery
from newsbot.state import Done, Found, State
from tests.corpus.records import lines
from tests.corpus.revisions.made import DAY, ONE, THREE, TWO, captured

EDITED = (ONE.replace("tiga", "empat"), TWO, THREE)
RECORDS = [
    captured(1),
    captured(2, texts=EDITED),
    captured(1, number="contoh:2"),
    captured(3, number="contoh:2", texts=EDITED, date_modified="2023-09-02T07:00:00+07:00"),
    captured(1, number="contoh:3", portal="lain"),
    captured(2, number="contoh:1", texts=(), kind="blocked", at=DAY.format(4)),
    captured(5, _fetched_at=None),
]


pytestmark = pytest.mark.usefixtures("here")


def ask(*args, **more):
    return CliRunner().invoke(main, ["revisions", *args], **more)


def told(text):
    return {
        one["id"]: [revision["verdict"] for revision in one["revisions"]]
        for one in map(json.loads, text.splitlines())
    }


def test_timelines_are_on_stdout_and_the_figures_beside_them():
    result = ask("a.jsonl")
    assert (result.exit_code, told(result.stdout)) == (0, {"contoh:1": ["stealth"], "contoh:2": ["stated"]})
    figures = " ".join(result.stderr.split())
    for words in (
        "records │ 7",
        "articles │ 3",
        "looked at again │ 2",
        "stealth │ 1",
        "field article_body │ 2",
    ):
        assert words in figures
    assert "captures without the article: blocked │ 1" in figures
    assert "note: no moment at which it was fetched, such as a.jsonl line 7" in figures


def test_output_and_page_are_files(here):
    pytest.importorskip("jinja2", reason="the extra `report` is not installed")
    result = ask("a.jsonl", "-o", "out/r.jsonl.gz", "--html", "out/r.html")
    assert (result.exit_code, result.stdout) == (0, "")
    assert set(told(gzip.decompress((here / "out/r.jsonl.gz").read_bytes()).decode())) == {
        "contoh:1",
        "contoh:2",
    }
    assert "<del>tiga</del> <ins>empat</ins>" in (here / "out/r.html").read_text("utf-8")
    assert sorted(path.name for path in (here / "out").iterdir()) == ["r.html", "r.jsonl.gz"]
    assert ask("a.jsonl", "--html", "alone.html").stdout == ""


def test_records_may_be_chosen_and_come_from_standard_input():
    result = ask("-", "--portal", "lain", input=lines(*RECORDS))
    assert (result.exit_code, result.stdout) == (0, "")
    assert "articles │ 1" in " ".join(result.stderr.replace("  ", " ").split())


@pytest.fixture
def crawled(here):
    """A crawl's folder whose state says that one article was looked at later, and that one is gone."""
    (here / "crawl/parts").mkdir(parents=True)
    (here / "crawl/parts/000001-00001.jsonl").write_text(lines(*RECORDS[:5]), encoding="utf-8")
    with State(here / "crawl/state.sqlite") as state:
        for number, status in (("1", "done"), ("2", "gone"), ("3", "gone"), ("4", "gone")):
            found = Found(number, "contoh", f"https://contoh.id/contoh-{number}", Discovery("link"))
            state.discovered([found], "new", DAY.format(1))
            state.begin({}, DAY.format(1))
            state.commit([Done(number, "done", DAY.format(1), is_revision=number != "4")], [])
            state.commit([Done(number, status, DAY.format(9))], [])
    return here / "crawl"


def test_state_of_a_crawl_tells_of_later_looks(crawled):
    for options in ((), ("--state", str(crawled / "elsewhere"))):
        if options:
            (crawled / "state.sqlite").rename(crawled / "elsewhere")
        result = ask(str(crawled), *options)
        found = {one["id"]: one for one in map(json.loads, result.stdout.splitlines())}
        assert (found["contoh:1"]["last_seen"], found["contoh:1"]["gone_at"]) == (DAY.format(9), None)
        assert (found["contoh:2"]["last_seen"], found["contoh:2"]["gone_at"]) == (
            DAY.format(3),
            DAY.format(9),
        )
        assert (found["contoh:3"]["captures"], found["contoh:3"]["gone_at"]) == (1, DAY.format(9))
        assert "gone │ 2" in " ".join(result.stderr.split())


def test_state_that_is_none_is_named(crawled):
    (crawled / "state.sqlite").write_bytes(b"SQLite?")
    result = ask(str(crawled))
    assert (result.exit_code, "state.sqlite is no state of a crawl" in result.stderr) == (2, True)


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("tidak-ada.jsonl",), "tidak-ada.jsonl: no such file"),
        (("b.jsonl",), "b.jsonl line 1: no JSON"),
        (("a.jsonl", "-o", "r.csv"), "says csv"),
        (("a.jsonl", "--state", "tidak-ada"), "does not exist"),
    ],
)
def test_what_cannot_be_read_or_written_is_named(here, args, words):
    (here / "b.jsonl").write_text("bukan\n")
    result = ask(*args)
    assert (result.exit_code, words in " ".join(result.stderr.split())) == (2, True), result.stderr


def test_page_without_what_makes_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "newsbot.corpus.revisions.page", None)
    result = ask("a.jsonl", "--html", "r.html")
    assert (result.exit_code, "newsbot[report]" in result.stderr) == (2, True)


def test_reader_that_has_seen_enough_is_no_error(here):
    many = [
        captured(day, number=f"contoh:{at}", texts=(f"{ONE} {day}",)) for at in range(400) for day in (1, 2)
    ]
    (here / "many.jsonl").write_text(lines(*many), encoding="utf-8")
    line = f"'{sys.executable}' -m newsbot revisions many.jsonl | head -n 1"
    done = subprocess.run(line, shell=True, capture_output=True, text=True, timeout=120, check=True)
    assert (len(done.stdout.splitlines()), done.stderr) == (1, "")
