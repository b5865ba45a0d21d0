"""What a page costs: the rows of the table, and how often the dear helpers are asked."""

from pathlib import Path

import pytest

from benchmarks import cost
from newsbot.snapshot import Snapshot

FIXTURE = Path(__file__).resolve().parents[2] / "fixtures" / "kompas" / "2022-page1-of-2"
UNKNOWN = Snapshot(
    b"<html><title>Panen</title><h1>Panen</h1><p>Panen garam naik.</p></html>", "https://a.id/panen"
)


@pytest.fixture(scope="module")
def page():
    return cost.some_of(FIXTURE, 1)[0]


def test_a_folder_is_one_row_with_all_its_cells(capsys):
    assert cost.main([f"kompas={FIXTURE}"]) == 0
    head, _, row = (line.split(" | ") for line in capsys.readouterr().out.splitlines())
    assert (row[0], row[1], len(row)) == ("| kompas", "1", len(head))


def test_without_pages_there_is_no_table(tmp_path, capsys):
    assert cost.main([f"none={tmp_path}"]) == 1
    assert "no pages" in capsys.readouterr().err


def test_a_page_without_a_document_is_timed_as_well():
    assert [work() for work in cost.works_of(Snapshot(b"<!-- -->")).values()][:3] == [None] * 3


def test_pages_come_as_replay_reads_them(page):
    assert page.url.startswith("https://")


def test_a_page_that_a_rule_reads_asks_nobody(page):
    shares = cost.asked([page])
    assert (shares["rules"], shares["dates"]) == (0, 0)


def test_pages_on_which_trafilatura_is_asked_are_counted(page):
    assert cost.asked([page, UNKNOWN])["rules"] == 0.5
