"""A page gives one record, byte for byte, whatever way it comes in: live, saved, from a WARC, through the pool."""

import gzip
import json
import re
import subprocess
import sys
import threading
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import brotli
import pytest
from scrapy.downloadermiddlewares.httpcompression import ACCEPTED_ENCODINGS

from newsbot.archive import read_sources
from newsbot.durable.zstd import ZstdCompressor

pytest.importorskip("warcio", reason="the extra newsbot[warc] is not installed")

ROOT = Path(__file__).parents[2]


def fixtures():
    """Body and headers of each saved page by its address."""
    for page in sorted((ROOT / "fixtures").glob("*/*/page.html")):
        info = json.loads(page.with_name("page.json").read_text("utf-8"))
        yield info["url"], (page.read_bytes(), info.get("headers") or {})


PAGES = dict(fixtures())
ANNOUNCED = [
    url for url in PAGES if re.sub(r"/\d{1,2}$", "", url) not in PAGES or not re.search(r"/\d{1,2}$", url)
]
"""All but the later pages of an article whose first page is here: the crawl meets them by following."""


PACKERS = {
    "gzip": lambda body: gzip.compress(body, mtime=0),
    "deflate": zlib.compress,
    "br": lambda body: brotli.compress(body, quality=4),
    "zstd": lambda body: ZstdCompressor().compress(body, ZstdCompressor.FLUSH_FRAME),
    "X-GZIP": lambda body: gzip.compress(body, mtime=0),
    "gzip, gzip": lambda body: gzip.compress(gzip.compress(body, mtime=0), mtime=0),
    "identity": bytes,
}
"""Content encodings by what an answer calls them; each has its share of the pages."""


def packed_for(url, body):
    name = list(PACKERS)[zlib.crc32(url.encode()) % len(PACKERS)]
    return name, PACKERS[name](body)


class Fixtures(BaseHTTPRequestHandler):
    """Answers `/?url=ADDRESS` with the page of that address, packed as servers pack."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        (url,) = parse_qs(urlsplit(self.path).query).get("url", [""])
        body, headers = PAGES.get(url, (b"<title>404</title>", {}))
        encoding, packed = packed_for(url, body)
        self.send_response(200 if url in PAGES else 404)
        for name, value in {**headers, "Content-Encoding": encoding, "Content-Length": len(packed)}.items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(packed)

    def log_message(self, *_):
        """The tests tell."""


def bare(line):
    """A record without how it came in and how it was found."""
    record = json.loads(line)
    record["metadata"].pop("origin")
    record["metadata"].pop("discovery")
    return json.dumps(record, ensure_ascii=False)


def lines_of(*files):
    return sorted(bare(line) for file in files for line in file.open(encoding="utf-8"))


def replayed(source, out, *options):
    line = [sys.executable, "-m", "newsbot", "replay", str(source), "-o", str(out), *options]
    subprocess.run(line, cwd=ROOT, check=True, capture_output=True, timeout=300)
    return lines_of(out)


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    """The folder of a live crawl of all pages, with its parts and its WARC."""
    folder = tmp_path_factory.mktemp("parity")
    (folder / "addresses.json").write_text(json.dumps(ANNOUNCED))
    server = ThreadingHTTPServer(("127.0.0.1", 0), Fixtures)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    base = f"http://127.0.0.1:{server.server_address[1]}"
    line = [sys.executable, str(Path(__file__).with_name("live.py")), base, str(folder)]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    server.shutdown()
    server.server_close()
    thread.join(5)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def records(crawled):
    return lines_of(*(crawled / "out").glob("parts/*.jsonl"))


@pytest.fixture(scope="module")
def saved(crawled, tmp_path_factory):
    """The same pages as files, with the moments at which the crawl fetched them."""
    folder = tmp_path_factory.mktemp("saved")
    lines = []
    for number, page in enumerate(read_sources(crawled / "warc")):
        body, headers = PAGES[page.url]
        name = f"{number:04d}.html"
        (folder / name).write_bytes(body)
        info = {
            "file": name,
            "url": page.url,
            "status": 200,
            "headers": headers,
            "fetched_at": page.fetched_at,
        }
        lines.append(json.dumps(info) + "\n")
    (folder / "manifest.jsonl").write_text("".join(lines), "utf-8")
    return folder


def test_every_encoding_that_the_crawl_asks_for_is_sent_by_the_server():
    sent = {packed_for(url, b"")[0] for url in ANNOUNCED}
    assert {name.decode() for name in ACCEPTED_ENCODINGS} <= sent


def test_every_page_was_crawled(crawled, records):
    report = json.loads((crawled / "out/report.json").read_text())
    assert report["fetched"] == len(ANNOUNCED)
    assert report["failed"] == report["refused"] == {}
    assert len(records) + sum(report["rejects"].values()) == len(ANNOUNCED)
    assert len(records) > len(PAGES) * 0.9
    assert (
        report["records"]["gallery"]
        == sum('"kind":"gallery"' in line.replace(" ", "") for line in records)
        >= 2
    )


def test_replay_of_the_warc_gives_the_records_of_the_crawl(crawled, records):
    assert replayed(crawled / "warc", crawled / "warc.jsonl") == records


def test_replay_of_saved_pages_gives_the_records_of_the_crawl(saved, crawled, records):
    assert replayed(saved, crawled / "saved.jsonl") == records


def test_the_process_pool_gives_the_records_of_the_crawl(saved, crawled, records):
    assert replayed(saved, crawled / "pool.jsonl", "--workers", "2") == records
