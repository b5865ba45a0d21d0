"""What a crawl stores is what it read: replaying its WARC gives the same records."""

import json
import signal
import time

import pytest

from newsbot.archive import read_sources
from newsbot.loopback import LoopbackServer, Site
from tests.starting import Started

from .runs import begun, crawl, key_of, records

pytest.importorskip("warcio", reason="the extra newsbot[warc] is not installed")


def bare(record):
    record["metadata"].pop("origin")
    record["metadata"].pop("discovery")
    return json.dumps(record, ensure_ascii=False)


def replayed(folder, source):
    line = ["replay", str(source), "-o", str(folder / "replayed.jsonl")]
    line += ["--portals-from", str(folder / "portals")]
    assert Started(line, folder / "said").wait() == 0
    return [json.loads(line) for line in (folder / "replayed.jsonl").open(encoding="utf-8")]


def test_replay_of_a_crawl_gives_its_records_byte_for_byte(tmp_path):
    with LoopbackServer(Site(articles=22)) as server:
        run = crawl(server.base, tmp_path, options=("--warc", str(tmp_path / "warc")))
    assert run.code == 0, run.said
    crawled = sorted(map(bare, records(tmp_path)))
    assert len(crawled) == 22
    assert any('"page_count": 2' in line for line in crawled)
    assert sorted(map(bare, replayed(tmp_path, tmp_path / "warc"))) == crawled


def test_every_answer_is_stored_discovery_too(tmp_path):
    from warcio.archiveiterator import WARCIterator

    site = Site(articles=3)
    with LoopbackServer(site) as server:
        crawl(server.base, tmp_path, options=("--warc", str(tmp_path / "warc")))
    (path,) = (tmp_path / "warc").glob("*")
    with path.open("rb") as file:
        stored = [
            (record.rec_type, record.rec_headers.get_header("WARC-Target-URI"))
            for record in WARCIterator(file)
        ]
    asked = sorted(f"{server.base}{path}" for path in site.requests)
    assert sorted(url for kind, url in stored if kind == "response") == asked
    assert sorted(url for kind, url in stored if kind == "request") == asked


def test_evidence_of_every_record_survives_a_kill(tmp_path):
    site = Site(articles=60)
    options = ("--warc", str(tmp_path / "warc"))
    with LoopbackServer(site) as server:
        with begun(server.base, tmp_path, options=options) as process:
            while process.poll() is None and sum("/read/" in path for path in site.requests) < 30:
                time.sleep(0.01)
            process.send_signal(signal.SIGKILL)
        crawl(server.base, tmp_path, options=options)
    stored = {page.url for page in read_sources(tmp_path / "warc")}
    found = records(tmp_path)
    assert {record["id"] for record in found} == {key_of(story) for story in site.stories()}
    assert {record["url"] for record in found} <= stored
    assert not list((tmp_path / "warc").glob("*.part"))
