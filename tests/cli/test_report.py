import json
import re

import pytest
from click.testing import CliRunner

from newsbot.cli.main import main
from tests.corpus.export.made import RECORDS

pytestmark = pytest.mark.usefixtures("here")


def ask(*args):
    return CliRunner().invoke(main, args)


def test_statistics_are_a_screen():
    result = ask("stats", "a.jsonl")
    assert result.exit_code == 0
    assert "2 records of 2 portals, 2023-09-13 to 2023-09-13, 23 words" in result.stdout
    assert "languages: 1 id, 1 not told\n" in result.stdout


def test_statistics_as_json():
    assert json.loads(ask("stats", "a.jsonl", "--json").stdout)["kinds"] == {"article": 2}


def test_statistics_of_a_choice():
    assert json.loads(ask("stats", "a.jsonl", "--json", "--portal", "lain").stdout)["records"] == 1


def test_what_is_left_out_is_told_by_its_choice():
    result = ask("stats", "a.jsonl", "--portal", "Contoh")
    assert result.stdout == "0 records of 0 portals\n"
    assert result.stderr == "note: left out by portal: 2, such as contoh:1\n"


def test_the_folder_of_an_output_is_made(here):
    ask("card", "a.jsonl", "-o", "made/card.md")
    ask("sample", "a.jsonl", "-n", "1", "-o", "made/too/s.jsonl")
    assert {path.name for path in (here / "made").iterdir()} == {"card.md", "too"}
    assert {path.name for path in (here / "made" / "too").iterdir()} == {"s.jsonl", ".s.jsonl.made"}


def test_a_report_is_written_whole(here):
    pytest.importorskip("vl_convert")
    pytest.importorskip("jinja2")
    result = ask("report", "a.jsonl", "-o", "report.html", "--title", "Garam")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "2 records: report.html" in result.stderr
    assert "<title>Garam</title>" in (here / "report.html").read_text("utf-8")


def test_the_same_records_give_the_same_page(here):
    pytest.importorskip("vl_convert")
    pytest.importorskip("jinja2")
    for name in ("a.html", "b.html"):
        ask("report", "a.jsonl", "-o", name)
    assert (here / "a.html").read_bytes() == (here / "b.html").read_bytes()


def test_a_missing_extra_is_said_with_the_command(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "jinja2", None)
    for module in ("page", "document"):
        monkeypatch.delitem(sys.modules, f"newsbot.corpus.report.{module}", raising=False)
    result = ask("report", "a.jsonl", "-o", "report.html")
    assert (result.exit_code, "pip install 'newsbot[report]'" in result.stderr) == (2, True)


def test_a_sample_is_of_records_as_they_are(here):
    result = ask("sample", "a.jsonl", "-n", "1", "--by", "portal", "-o", "s.jsonl")
    assert result.exit_code == 0
    assert "2 of 2 records, 2 strata: s.jsonl" in result.stderr
    assert (here / "s.jsonl").read_text("utf-8").splitlines() == [
        json.dumps(record, ensure_ascii=False, separators=(",", ":")) for record in RECORDS
    ]


def test_a_sample_tells_how_large_its_strata_are(here):
    (here / "b.jsonl").write_text((here / "a.jsonl").read_text("utf-8") * 3, "utf-8")
    said = ask("sample", "b.jsonl", "-n", "2", "--by", "portal", "-o", "s.jsonl", "--json")
    assert json.loads(said.stdout) == {
        "records": 6,
        "per_stratum": 2,
        "seed": 1,
        "strata": [
            {"portal": "contoh", "records": 3, "sampled": 2},
            {"portal": "lain", "records": 3, "sampled": 2},
        ],
    }
    shown = ask("sample", "b.jsonl", "-n", "2", "--by", "portal", "-o", "s.jsonl").stderr
    assert re.search(r"contoh\W+3\W+2\b", shown)


def test_a_sample_is_no_table():
    result = ask("sample", "a.jsonl", "-n", "1", "-o", "s.csv")
    assert (result.exit_code, "newsbot export s.jsonl --to csv" in result.stderr) == (2, True)


def test_a_datasheet_goes_to_a_file_or_the_screen(here):
    ask("card", "a.jsonl", "-o", "card.md", "--title", "Garam")
    assert ask("card", "a.jsonl", "--title", "Garam").stdout == (here / "card.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("report a.jsonl -o r.jsonl", "r.html"),
        ("report a.jsonl -o r.md", "r.html"),
        ("card a.jsonl -o c.html", "c.md"),
        ("card a.jsonl -o c.jsonl", "c.md"),
        ("revisions a.jsonl --html v.csv", "v.html"),
        ("sample a.jsonl -n 1 -o s.json", "s.jsonl"),
        ("sample a.jsonl -n 1 -o s.xlsx", "newsbot export s.jsonl --to csv -o s.csv"),
        ("sample a.jsonl -n 1 -o s.txt", "s.jsonl"),
    ],
)
def test_a_name_that_says_something_else_is_refused_with_another(here, words, name):
    before = {path.name for path in here.iterdir()}
    result = ask(*words.split())
    assert (result.exit_code, name in result.stderr) == (2, True), result.output
    assert {path.name for path in here.iterdir()} == before


@pytest.mark.parametrize("name", ["report", "r.htm", "r.2024.html"])
def test_other_names_of_pages_are_fine(here, name):
    pytest.importorskip("vl_convert")
    assert ask("report", "a.jsonl", "-o", name).exit_code == 0
