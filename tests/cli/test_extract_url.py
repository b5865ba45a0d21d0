"""A page by its address: fetched as the crawl fetches, with all its checks."""

import json
import subprocess
import sys

import pytest

from newsbot.loopback import LoopbackServer, Site


def extract(*arguments):
    line = [sys.executable, "-m", "newsbot", "extract", *arguments]
    return subprocess.run(line, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture(scope="module")
def served():
    site = Site(articles=2)
    with LoopbackServer(site) as server:
        yield site, server.base


def test_record_of_an_address(served):
    site, base = served
    story = site.stories()[0]
    run = extract(f"{base}{story.path}", "--allow-private")
    assert run.returncode == 0, run.stderr
    record = json.loads(run.stdout)
    assert (record["headline"], record["url"]) == (story.headline, f"{base}{story.path}")
    assert record["metadata"]["origin"]["kind"] == "live"
    assert record["metadata"]["fetched_at"]


@pytest.mark.parametrize(
    ("path", "options", "reason"),
    [
        ("/rahasia/x", ("--allow-private",), "Forbidden by robots.txt"),
        ("/", (), "private address 127.0.0.1"),
        ("/bermusuhan/terlalu-besar", ("--allow-private",), "max size"),
        ("/bermusuhan/biner", ("--allow-private",), "is no page: binary"),
    ],
)
def test_what_cannot_be_had_is_named(served, path, options, reason):
    address = f"{served[1]}{path}"
    run = extract(address, *options)
    assert run.returncode == 2
    assert address in run.stderr or "is no page" in run.stderr
    assert reason in run.stderr
    assert run.stdout == ""


def test_other_schemes_are_refused():
    run = extract("ftp://contoh.example/berkas")
    assert (run.returncode, "scheme ftp" in run.stderr) == (2, True)
