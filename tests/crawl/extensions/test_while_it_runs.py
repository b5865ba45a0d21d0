"""What an operator sees of a crawl: the log of addresses, what was given up, JSON lines, metrics, a hook."""

import gzip
import json
import shlex
import socket
import sys
import time
import urllib.request

import pytest

from newsbot.loopback import LoopbackServer, Site
from newsbot.loopback.reply import Reply
from newsbot.state.wanted import MAX_ATTEMPTS
from tests.crawl.runs import NO_DOUBT, begun, crawl, words
from tests.crawl.test_left_out import urlset
from tests.starting import Started

READS = "import json,sys; report = json.load(sys.stdin); print('gancu', report['run'], report['reason'])"


def hook(code):
    return ("--hook", shlex.join([sys.executable, "-c", code]))


def lines(folder):
    with gzip.open(folder / "out/urls.jsonl.gz", "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    """A crawl of stories of which one is gone and one is always refused by its server."""
    folder, site = tmp_path_factory.mktemp("crawled"), Site(articles=12)
    site.instead[site.story(2).path] = [Reply(404)]
    site.instead[site.story(3).path] = [Reply(400)] * MAX_ATTEMPTS
    with LoopbackServer(site) as server:
        runs = [crawl(server.base, folder, options=("--log-json", *hook(READS)))]
        # an article that fails alone is left open for days, unless nobody is suspected
        runs += [crawl(server.base, folder, options=NO_DOUBT) for _ in range(MAX_ATTEMPTS - 1)]
        yield site, folder, runs


def told(crawled, number, run=1):
    """The words of the log for a story, in their order; whichever document was read first has announced it."""
    site, folder, _ = crawled
    path = site.story(number).path
    return [
        (line["what"], None if line["what"] == "announced" else line["reason"])
        for line in lines(folder)
        if line["url"].endswith(path) and line["run"] == run
    ]


def test_each_address_has_its_way_in_the_log(crawled):
    assert told(crawled, 1) == [("announced", None), ("fetched", None), ("done", "article")]
    assert told(crawled, 2) == [("announced", None), ("fetched", None), ("gone", "gone")]
    assert told(crawled, 3) == [("announced", None), ("fetched", None), ("failed", "status_400")]


def test_what_is_known_is_skipped(crawled):
    assert told(crawled, 1, run=2) == [("skipped", "known")]


def test_what_lies_outside_of_the_window_is_skipped(tmp_path, server):
    crawl(server.base, tmp_path, options=("--since", "2027-01-01"))
    assert {(line["what"], line["reason"]) for line in lines(tmp_path) if "/read/" in line["url"]} == {
        ("skipped", "outside_window")
    }


def test_what_rules_leave_out_is_skipped_with_its_rule(tmp_path):
    site = Site(articles=2)
    with LoopbackServer(site) as server:
        site.instead["/sitemap-news.xml"] = [urlset(server.base, ["/politik", "/pedoman"])]
        crawl(server.base, tmp_path)
    told = {(one["url"].removeprefix(server.base), one["what"], one["reason"]) for one in lines(tmp_path)}
    assert {("/politik", "skipped", "not_an_article"), ("/pedoman", "skipped", "drop_rule")} <= told


def test_what_is_given_up_is_told_once(crawled):
    _, folder, _ = crawled
    found = [line for line in lines(folder) if line["what"] == "given_up"]
    assert [(line["run"], line["reason"]) for line in found] == [(MAX_ATTEMPTS, "status_400")]


def test_documents_are_in_the_log(crawled):
    assert any(line["what"] == "asked" and line["url"].endswith("/robots.txt") for line in lines(crawled[1]))


def test_what_is_given_up_is_a_list(crawled):
    site, folder, _ = crawled
    (row,) = map(json.loads, (folder / "out/given-up.jsonl").read_text().splitlines())
    assert row["url"].endswith(site.story(3).path)
    assert (row["portal"], row["status"], row["reason"]) == ("loopback", "failed", "status_400")
    assert row["attempts"] == MAX_ATTEMPTS


def test_log_lines_are_json(crawled):
    said = crawled[2][0].said.splitlines()
    found = [json.loads(line) for line in said if not line.startswith("gancu")]
    assert {"time", "level", "logger", "message"} <= set(found[0])
    assert any(line["message"] == "Spider closed (finished)" for line in found)


def test_a_hook_has_the_report(crawled):
    assert "gancu 1 finished" in crawled[2][0].said
    assert crawled[2][0].report["hook"]["fault"] is None


@pytest.fixture(scope="module")
def server():
    with LoopbackServer(Site(articles=2)) as server:
        yield server


@pytest.mark.parametrize(
    ("code", "fault"),
    [("raise SystemExit(3)", "ended with code 3"), ("import time; time.sleep(60)", "was killed")],
)
def test_a_hook_that_fails_is_told_and_changes_no_exit_code(tmp_path, server, code, fault):
    run = crawl(server.base, tmp_path, options=(*hook(code), "--set", "NEWSBOT_HOOK_TIME=2"))
    assert (run.code, run.report["exit_code"]) == (0, 0)
    assert fault in run.report["hook"]["fault"]
    assert fault in run.said


def test_a_hook_does_not_hide_how_the_run_ended(tmp_path, server):
    run = crawl(server.base, tmp_path, options=(*hook("pass"), "--set", "CLOSESPIDER_PAGECOUNT=1"))
    assert (run.code, run.report["hook"]["fault"]) == (1, None)


def test_a_hook_is_no_shell(tmp_path, server):
    code = "import sys; print('bukan shell', sys.argv[1:])"
    crawled = crawl(
        server.base, tmp_path, options=("--hook", shlex.join([sys.executable, "-c", code]) + " ; exit 9")
    )
    assert "bukan shell [';', 'exit', '9']" in crawled.said


@pytest.mark.parametrize("command", ["tidak-ada-program-ini -x", "'tidak berakhir"])
def test_a_hook_that_cannot_be_run_is_told_before_the_crawl(tmp_path, server, command):
    run = crawl(server.base, tmp_path, options=("--hook", command))
    assert run.code == 2
    assert "the hook cannot be run" in run.said
    assert not (tmp_path / "out").exists()


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def test_metrics_are_served_on_this_machine_while_the_crawl_runs(tmp_path):
    pytest.importorskip("prometheus_client")
    site, port, text = Site(articles=40), free_port(), ""
    with LoopbackServer(site) as server:
        options = (
            "--metrics",
            str(port),
            "--set",
            "DOWNLOAD_DELAY=0.1",
            "--set",
            "CONCURRENT_REQUESTS_PER_DOMAIN=1",
        )
        with begun(server.base, tmp_path, options=options) as process:
            while process.poll() is None and 'newsbot_records_total{kind="article"' not in text:
                try:
                    text = (
                        urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5).read().decode()
                    )
                except OSError:
                    time.sleep(0.05)
    assert 'newsbot_discovered_total{portal="loopback"}' in text
    assert 'newsbot_responses_total{status="200"}' in text
    assert 'newsbot_records_total{kind="article",portal="loopback"}' in text
    assert "process_resident_memory_bytes" in text


@pytest.mark.parametrize("where", ["bukan", "127.0.0.1:x", "99999"])
def test_what_is_no_port_is_told(tmp_path, server, where):
    pytest.importorskip("prometheus_client")
    run = crawl(server.base, tmp_path, options=("--metrics", where))
    assert run.code == 2
    assert "is no port" in run.said


def test_a_disk_that_is_nearly_full_ends_the_run_in_order(tmp_path):
    site = Site(articles=12)
    with LoopbackServer(site) as server:
        run = crawl(server.base, tmp_path, options=("--set", "NEWSBOT_MIN_FREE_MB=999999999"))
        assert (run.code, run.report["reason"]) == (1, "disk_low")
        assert any("MB are free" in notice for notice in run.report["notices"])
        again = crawl(server.base, tmp_path)
    assert again.code == 0
    assert again.report["by_portal"]["loopback"]["left_pending"] == 0


def test_no_log_of_addresses_where_none_is_wanted(tmp_path, server):
    crawl(server.base, tmp_path, options=("--set", "NEWSBOT_URL_LOG_MB=0"))
    assert not (tmp_path / "out/urls.jsonl.gz").exists()


def test_a_log_that_cannot_be_written_costs_no_record(tmp_path, server):
    (tmp_path / "out/urls.jsonl.gz").mkdir(parents=True)
    run = crawl(server.base, tmp_path)
    assert (run.code, run.report["records"]) == (0, {"article": 2})
    assert any("urls.jsonl.gz cannot be written" in notice for notice in run.report["notices"])


def test_a_killed_crawl_leaves_a_log_that_goes_on(tmp_path, server):
    crawl(server.base, tmp_path)
    path = tmp_path / "out/urls.jsonl.gz"
    before = lines(tmp_path)
    path.write_bytes(path.read_bytes() + path.read_bytes()[:40])
    assert Started(words(server.base, tmp_path), tmp_path / "said").wait() == 0
    after = lines(tmp_path)
    assert after[: len(before)] == before
    assert {line["run"] for line in after} == {1, 2}
