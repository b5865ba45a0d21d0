"""A page by its address: fetched as the crawl fetches, with all its checks."""

import json

import pytest

from newsbot.loopback import LoopbackServer, Site
from tests.starting import Started


@pytest.fixture
def extract(tmp_path):
    """Runs the command; its exit code, output and what it says."""
    out, said = tmp_path / "out", tmp_path / "said"

    def run(*arguments):
        code = Started(["extract", *arguments], said, out).wait()
        return code, out.read_text("utf-8"), said.read_text("utf-8")

    return run


@pytest.fixture(scope="module")
def served():
    site = Site(articles=2)
    with LoopbackServer(site) as server:
        yield site, server.base


def test_record_of_an_address(served, extract):
    site, base = served
    story = site.stories()[0]
    code, out, said = extract(f"{base}{story.path}", "--allow-private")
    assert code == 0, said
    record = json.loads(out)
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
def test_what_cannot_be_had_is_named(served, extract, path, options, reason):
    address = f"{served[1]}{path}"
    code, out, said = extract(address, *options)
    assert (code, out) == (2, "")
    assert address in said or "is no page" in said
    assert reason in said


def test_other_schemes_are_refused(extract):
    code, _, said = extract("ftp://contoh.example/berkas")
    assert (code, "scheme ftp" in said) == (2, True)
