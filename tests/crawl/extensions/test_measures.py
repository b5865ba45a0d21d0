"""What the state keeps of the pages of a run."""

import json

import pytest
from click.testing import CliRunner

from newsbot.cli.main import main
from newsbot.loopback import LoopbackServer, Site
from newsbot.loopback.reply import Reply
from newsbot.state import past_runs
from tests.crawl.runs import crawl

BARE = "<html><head><title>Harga garam</title></head><body><article><h1>{0}</h1><p>{1}</p></article></body></html>"
TEXT = (
    "Petani garam di pesisir menunggu kemarau yang lebih panjang agar tambak mereka kering lebih cepat. " * 5
)


def page(headline, text=TEXT):
    return Reply(200, BARE.format(headline, text).encode(), {"Content-Type": "text/html"})


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("measures")
    site = Site(articles=12)
    site.instead[site.story(1).path] = [page("Harga garam turun di pesisir utara")] * 3
    site.instead[site.story(2).path] = [page("Kemarau panjang ditunggu petambak")] * 3
    site.instead[site.story(3).path] = [Reply(404)] * 3
    site.instead[site.story(4).path] = [Reply(200, b"", {"Content-Type": "text/html"})] * 3
    with LoopbackServer(site) as server:
        run = crawl(server.base, folder)
    assert run.report["reason"] == "finished", run.said
    return folder / "out"


@pytest.fixture(scope="module")
def measures(folder):
    (run,) = past_runs(folder / "state.sqlite")
    return run.measures["loopback"]


def test_pages_are_records_and_rejects(measures):
    assert measures.pages == sum(measures.kinds.values()) + sum(measures.rejects.values())
    assert measures.articles >= 8


def test_pages_that_no_layout_knows_are_generic(measures):
    assert measures.layouts["generic"] == 2
    assert sum(measures.layouts.values()) == measures.articles
    assert len(measures.examples["generic"]) == 2


def test_one_text_of_two_articles_is_a_duplicate(measures):
    assert measures.duplicates == len(measures.examples["duplicates"]) == 1


def test_articles_without_a_page_are_told_apart(measures):
    assert measures.without_page == {"gone": 1, "failed/empty": 1}
    assert len(measures.examples["gone"]) == 1


def test_missing_fields_are_those_of_articles(measures):
    assert measures.missing["authors"] == 2
    assert "headline" not in measures.missing


def test_answers_have_their_times(measures):
    told = measures.latency
    assert 0 <= told["median"] <= told["p95"] <= told["slowest"]
    assert told["answers"] > measures.pages


def test_runs_are_a_table_and_json(folder):
    table = CliRunner().invoke(main, ["runs", str(folder)])
    assert table.exit_code == 0
    assert "finished" in table.output
    line = CliRunner().invoke(main, ["runs", str(folder), "--json"])
    run = json.loads(line.output)
    assert run["report"]["reason"] == "finished"
    assert run["measures"]["loopback"]["duplicates"] == 1


def test_folder_without_a_state_is_named(tmp_path):
    answer = CliRunner().invoke(main, ["runs", str(tmp_path)])
    assert answer.exit_code == 2
    assert "there is no state of a crawl" in answer.output
