"""What a crawl says at its end, as people read it."""

import io

import pytest
from rich.console import Console

from newsbot.cli._crawl_screen import list_of, summary_of
from newsbot.crawl.extensions.report import run_report

COUNTED = {
    "newsbot/discovered": 30,
    "newsbot/records/article": 7,
    "newsbot/rejects/empty": 2,
    "newsbot/missing/authors": 5,
    "newsbot/gate/busy/429": 3,
    "newsbot/portal/satu/discovered": 20,
    "newsbot/portal/satu/records/article": 7,
    "newsbot/portal/dua/discovered": 10,
}


def shown(portals, left):
    report = run_report(COUNTED, 3, portals, "new", "finished", left)
    for figures in report["by_portal"].values():
        figures |= {"verdict": "ok", "left_alone": {}}
    slow = {"host": "lambat.id", "requests": 4, "mean_seconds": 2.5, "left_alone": None}
    quick = {**slow, "host": "cepat.id", "mean_seconds": 0.1}
    console = Console(file=io.StringIO(), width=80, markup=False)
    for table in summary_of({**report, "seconds": 1.5, "hosts": [quick, slow]}):
        console.print(table)
    return console.file.getvalue()


def row(text, label):
    (line,) = (line for line in text.splitlines() if line.startswith(f"│ {label}"))
    return [cell.strip() for cell in line.strip("│").split("│")][1:]


def test_few_portals_have_a_column_each_and_a_sum():
    text = shown(["satu", "dua"], {"satu": 1, "dua": 4})
    assert row(text, "announced  ") == ["20", "10", "30"]
    assert row(text, "records written") == ["7", "0", "7"]
    assert row(text, "left pending") == ["1", "4", "5"]


@pytest.mark.parametrize("name", ["satu", "dua", "enam"])
def test_many_portals_have_a_row_each(name):
    portals = ["satu", "dua", "tiga", "empat", "lima", "enam"]
    cells = row(shown(portals, dict.fromkeys(portals, 9)), name)
    assert cells == {"satu": ["20", "7", "9", "ok"], "dua": ["10", "0", "9", "ok"]}.get(
        name, ["0", "0", "9", "ok"]
    )


def test_reasons_fields_and_slowest_hosts_are_told():
    text = shown(["satu"], {"satu": 0})
    assert row(text, "rejects: empty") == ["2"]
    assert row(text, "missing: authors") == ["5"]
    assert row(text, "busy: 429") == ["3"]
    assert text.index("lambat.id") < text.index("cepat.id")


def test_what_a_failed_disk_left_unknown_is_a_question_mark():
    report = run_report(COUNTED, 3, ["satu"], "new", "write_failed", {})
    assert report["left_pending"] is None
    assert row(shown(["satu", "dua"], {}), "left pending")[-1] == "?"


def test_of_very_many_portals_the_rest_is_counted():
    portals = [f"p{number}.id" for number in range(40)]
    text = shown(portals, dict.fromkeys(portals, 1))
    assert "and 10 more" in text
    assert row(text, "all")[:3] == ["30", "7", "40"]


def test_lines_of_a_list_are_told_by_reason_with_their_numbers():
    lines = [{"line": number, "text": f"tanpa{number}.id"} for number in range(1, 6)]
    listed = {"source": "daftar.csv", "lines": 9, "taken": 4, "refused": {"not_http": 5}}
    assert list_of({"list": {**listed, "refused_lines": {"not_http": lines}}}) == [
        "daftar.csv: 4 of 9 lines are asked for",
        "  5 not_http: line 1: tanpa1.id; line 2: tanpa2.id; line 3: tanpa3.id ...",
    ]
