"""What a crawl stores is what it read: replaying its WARC gives the same records."""

import json
import signal
import time

import pytest

from newsbot.archive import read_sources
from newsbot.archive.cdxj import captures
from newsbot.durable.warc_files import index_of
from newsbot.loopback import LoopbackServer, Site
from newsbot.loopback.reply import Reply
from tests.places import without_place
from tests.starting import Started

from .runs import begun, crawl, key_of, records

pytest.importorskip("warcio", reason="the extra newsbot[warc] is not installed")


def bare(record):
    return json.dumps(without_place(record), ensure_ascii=False)


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
    (path,) = (tmp_path / "warc").glob("*.warc.gz")
    with path.open("rb") as file:
        stored = [
            (record.rec_type, record.rec_headers.get_header("WARC-Target-URI"))
            for record in WARCIterator(file)
        ]
    asked = sorted(f"{server.base}{path}" for path in site.requests)
    assert sorted(url for kind, url in stored if kind in ("response", "revisit")) == asked
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
    for path in (tmp_path / "warc").glob("*.warc.gz"):
        assert index_of(path).read_text().splitlines(keepends=True) == sorted(captures(path, path.name))


def metadata_of(folder):
    """The metadata records of a crawl: address, and the fields of the block by name."""
    from warcio.archiveiterator import WARCIterator

    found = {}
    for path in folder.glob("*.warc.gz"):
        with path.open("rb") as file:
            for record in WARCIterator(file):
                if record.rec_type == "metadata":
                    lines = record.content_stream().read().decode().splitlines()
                    url = record.rec_headers.get_header("WARC-Target-URI")
                    found.setdefault(url, []).append([tuple(line.split(": ", 1)) for line in lines])
    return found


def test_announcement_robots_and_reserved_rights_stand_beside_the_answers(tmp_path):
    site = Site(articles=4)
    open_to_all, closed, marked = (site.story(number).path for number in (0, 1, 2))
    site.robots = f"User-agent: *\nDisallow: {closed}\n"
    whole = site.answer(marked, "http://x", {}).data.decode()
    reserving = whole.replace("<head>", '<head><meta name="robots" content="noai">', 1)
    assert reserving != whole
    site.instead[marked] = [Reply(200, reserving, headers={"X-Robots-Tag": "noindex"})]
    with LoopbackServer(site) as server:
        run = crawl(server.base, tmp_path, options=("--warc", str(tmp_path / "warc")))
    assert run.code == 0, run.said
    found = metadata_of(tmp_path / "warc")
    ((*known,),) = found[server.base + open_to_all]
    told = dict(known)
    assert (told["portal"], told["robots"]) == ("loopback", "allowed")
    assert told["via"].startswith(server.base)
    assert told["announced-date"].startswith("2026-")
    by_header, by_page = found[server.base + marked]
    assert [value for name, value in by_header if name == "opt-out"] == ["header x-robots-tag: noindex"]
    assert by_page == [("opt-out", "meta robots: noai")]
    ((*refused,),) = found[server.base + closed]
    assert refused == [("outcome", "not asked"), ("reason", "robots_txt"), ("portal", "loopback")]
    assert dict(found[server.base + "/sitemap.xml"][0])["document"] == "sitemap"


def test_two_addresses_of_one_page_are_stored_once_and_replayed_as_crawled(tmp_path):
    site = Site(articles=6)
    first, second = (site.story(number).path for number in (0, 1))
    site.instead[second] = [site.answer(first, "http://x", {})]
    site.instead[first] = list(site.instead[second])
    never = ("--set", "NEWSBOT_WARC_HOURS=0", "--set", "NEWSBOT_WARC_MB=0")
    with LoopbackServer(site) as server:
        run = crawl(server.base, tmp_path, options=("--warc", str(tmp_path / "warc"), *never))
    assert run.code == 0, run.said
    (path,) = (tmp_path / "warc").glob("*.cdxj")
    index = path.read_text()
    (revisit,) = [line for line in index.splitlines() if "/read/" in line and "warc/revisit" in line]
    assert first in revisit or second in revisit
    assert sorted(map(bare, replayed(tmp_path, tmp_path / "warc"))) == sorted(map(bare, records(tmp_path)))


def test_files_are_ended_by_the_size_that_is_set(tmp_path):
    options = ("--warc", str(tmp_path / "warc"), "--set", "NEWSBOT_WARC_MB=0.02")
    with LoopbackServer(Site(articles=120)) as server:
        run = crawl(server.base, tmp_path, options=options)
    assert run.code == 0, run.said
    files = list((tmp_path / "warc").glob("*.warc.gz"))
    assert len(files) > 1
    assert all(index_of(path).exists() for path in files)
    assert sorted(map(bare, replayed(tmp_path, tmp_path / "warc"))) == sorted(map(bare, records(tmp_path)))
