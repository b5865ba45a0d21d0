"""A page gives one record, byte for byte, whatever container it lies in."""

import gzip
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from newsbot.archive import read_sources
from newsbot.durable.zstd import ZstdCompressor
from newsbot.engines.plan import Plan
from newsbot.engines.run import run
from newsbot.engines.shards.reading import read_shard
from newsbot.engines.shards.run import ShardPlan, run_shards
from newsbot.stream import process
from tests.places import without_place

from .ways import Page, dbm_cache, html, http_cache, mhtml

pytest.importorskip("warcio", reason="the extra newsbot[warc] is not installed")

ROOT = Path(__file__).parents[2]
MOMENT = "2023-09-20T01:00:00+00:00"
HEADERS = {"content-type": "text/html; charset=utf-8"}


def saved(file):
    url = json.loads(file.with_name("page.json").read_text("utf-8"))["url"]
    return Page(url, file.read_bytes(), HEADERS, MOMENT)


PAGES = [saved(file) for file in sorted((ROOT / "fixtures").glob("*/*/page.html"))[::40]]


def warc_records(pages):
    for page in pages:
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.body
        head = (
            f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {page.url}\r\n"
            f"WARC-Date: 2023-09-20T01:00:00Z\r\nContent-Type: application/http\r\nContent-Length: {len(block)}\r\n\r\n"
        )
        yield head.encode() + block + b"\r\n\r\n"


def warc(folder, pages):
    (folder / "a.warc.gz").write_bytes(b"".join(map(gzip.compress, warc_records(pages))))


def whole_warc(folder, pages):
    (folder / "a.warc.gz").write_bytes(gzip.compress(b"".join(warc_records(pages))))


def zstd_warc(folder, pages):
    (folder / "a.warc.zst").write_bytes(
        b"".join(ZstdCompressor().compress(one, ZstdCompressor.FLUSH_FRAME) for one in warc_records(pages))
    )


def arc(folder, pages):
    lines = [b"filedesc://a.arc 0.0.0.0 20230920010000 text/plain 67\n1 0 X\nURL IP-address\n\n"]
    for page in pages:
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.body
        head = f"{page.url} 192.0.2.1 20230920010000 text/html {len(block)}\n"
        lines.append(head.encode() + block + b"\n")
    (folder / "a.arc.gz").write_bytes(b"".join(map(gzip.compress, lines)))


def wacz(folder, pages):
    with zipfile.ZipFile(folder / "a.wacz", "w") as archive:
        archive.writestr("archive/a.warc.gz", b"".join(map(gzip.compress, warc_records(pages))))


def records(way, folder):
    folder.mkdir()
    way(folder, PAGES)
    return sorted(
        bare(process(page)) for page in read_sources(folder)
    )  # Scrapy's cache has an order of its own


def bare(outcome):
    """A record without where it lay."""
    record = json.loads((outcome.article or outcome.reject).to_json())
    return json.dumps(without_place(record, found=False) if outcome.article else record, ensure_ascii=False)


CONTAINERS = [warc, whole_warc, zstd_warc, arc, wacz, mhtml, http_cache, dbm_cache]


@pytest.mark.parametrize("way", CONTAINERS)
def test_records_are_those_of_the_html_files(tmp_path, way):
    expected = records(html, tmp_path / "html")
    assert len(expected) == len(PAGES) > 3
    assert records(way, tmp_path / "other") == expected


def in_this_process(shards, task):
    for shard in shards:
        yield read_shard(shard, replace(task, processes=0))


@pytest.mark.parametrize("way", [html, *CONTAINERS])
def test_shards_give_what_the_pool_gives(tmp_path, way):
    """What Ray does with each container, without Ray: the parts, one behind the other, are the file of the pool."""
    (tmp_path / "in").mkdir()
    way(tmp_path / "in", PAGES)
    expected = run(Plan(sources=(tmp_path / "in",), out=tmp_path / "pool.jsonl"))
    found = run_shards(ShardPlan((str(tmp_path / "in"),), tmp_path / "out", chunk=2), in_this_process)
    files = json.loads((tmp_path / "out/manifest.json").read_text())["files"]
    parts = [tmp_path / "out" / row["file"] for row in files if row["file"].startswith("parts")]
    assert b"".join(part.read_bytes() for part in parts) == (tmp_path / "pool.jsonl").read_bytes()
    assert found.to_dict() == expected.to_dict()
