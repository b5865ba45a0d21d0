"""A page gives one record, byte for byte, whatever way it comes in, wherever it is read and by how many."""

import gzip
import json
import os
import re
import subprocess
import sys
import threading
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

import brotli
import pytest
from scrapy.downloadermiddlewares.httpcompression import ACCEPTED_ENCODINGS

from newsbot.archive import read_sources
from newsbot.durable.zstd import ZstdCompressor
from tests.places import without_place

from .ways import Page, dbm_cache, html, http_cache, mhtml

pytest.importorskip("warcio", reason="the extra newsbot[warc] is not installed")

ROOT = Path(__file__).parents[2]


def fixtures():
    """Body and headers of each saved page by its address."""
    for page in sorted((ROOT / "fixtures").glob("*/*/page.html")):
        info = json.loads(page.with_name("page.json").read_text("utf-8"))
        yield info["url"], (page.read_bytes(), info.get("headers") or {})


def real_pages():
    """The same of the real pages beside the project, where they are there; nothing is known of their headers."""
    folder = ROOT.parent / "shared/pages"
    manifest = folder / "manifest.jsonl"
    for line in manifest.open(encoding="utf-8") if manifest.exists() else ():
        row = json.loads(line)
        yield row["url"], (gzip.decompress((folder / row["file"]).read_bytes()), {})


ODD = ({}, {"ETag": '"tanggal é"'}, {"X-Robots-Tag": "noai, é", "Last-Modified": "besok – lusa"})
"""Headers with signs beyond ASCII, in Latin-1 and in UTF-8; each has its share of the pages."""


def with_odd_headers(url, page):
    body, headers = page
    return body, {**headers, **ODD[zlib.crc32(url.encode()) // 7 % len(ODD)]}


PAGES = {url: with_odd_headers(url, page) for url, page in [*real_pages(), *fixtures()]}
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


def as_sent(value):
    """What the server's Latin-1 makes the bytes of: Latin-1 where they can be, else UTF-8."""
    try:
        value.encode("latin-1")
    except UnicodeEncodeError:
        return value.encode().decode("latin-1")
    return value


class Fixtures(BaseHTTPRequestHandler):
    """Answers `/?url=ADDRESS` with the page of that address, packed as servers pack."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        (url,) = parse_qs(urlsplit(self.path).query).get("url", [""])
        body, headers = PAGES.get(url, (b"<title>404</title>", {}))
        encoding, packed = packed_for(url, body)
        self.send_response(200 if url in PAGES else 404)
        for name, value in {**headers, "Content-Encoding": encoding, "Content-Length": len(packed)}.items():
            self.send_header(name, as_sent(str(value)))
        self.end_headers()
        self.wfile.write(packed)

    def log_message(self, *_):
        """The tests tell."""


def bare(line):
    """A record without how it came in and how it was found."""
    return json.dumps(without_place(json.loads(line)), ensure_ascii=False)


def lines_of(*files):
    return sorted(bare(line) for file in files for line in file.open(encoding="utf-8"))


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
def pages(crawled):
    """The pages of the crawl with the moments at which it fetched them."""
    found = list(read_sources(crawled / "warc"))
    return [Page(one.url, *PAGES[one.url], one.fetched_at, one.status) for one in found]


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


class Way(NamedTuple):
    """A container, with the environment and the options of the `replay` that reads it."""

    container: str
    environment: dict[str, str]
    options: tuple[str, ...] = ()


JAKARTA = {"TZ": "Asia/Jakarta", "LC_ALL": "id_ID.UTF-8", "PYTHONHASHSEED": "0"}
ASCII = {
    "TZ": "America/St_Johns",
    "LC_ALL": "C",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONUTF8": "0",
    "PYTHONHASHSEED": "1",
}
TURKISH = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "tr_TR.UTF-8",
    "LANGUAGE": "tr",
    "PYTHONHASHSEED": "4294967295",
}
POOL = ("--engine", "pool", "--workers")
RAY = ("--engine", "ray", "--workers")
WAYS = {
    "HTML folder": Way("html", JAKARTA, ("--workers", "0")),
    "HTML folder, pool of two": Way("html", ASCII, (*POOL, "2")),
    "HTML folder, pool of three": Way("html", TURKISH, (*POOL, "3")),
    "MHTML": Way("mhtml", ASCII, ("--workers", "0")),
    "WARC": Way("warc", JAKARTA, (*POOL, "2")),
    "WACZ": Way("wacz", ASCII, (*POOL, "2")),
    "HTTP cache": Way("cache", TURKISH, (*POOL, "1")),
    "HTTP cache in a database": Way("dbm", JAKARTA, (*POOL, "2")),
    "HTML folder, Ray": Way("html", TURKISH, (*RAY, "2")),
    "WARC, Ray": Way("warc", ASCII, (*RAY, "1")),
}
"""Every container and engine, each in another place, language and order of hashes than the crawl."""


@pytest.fixture(scope="module")
def containers(crawled, pages):
    """The same pages in every container; of the WARC, what the crawl itself wrote."""
    for name, write in {"html": html, "mhtml": mhtml, "cache": http_cache, "dbm": dbm_cache}.items():
        (crawled / name).mkdir()
        write(crawled / name, pages)
    newsbot("pack", crawled / "warc", "-o", crawled / "pages.wacz")
    return {name: crawled / name for name in ("html", "mhtml", "cache", "dbm", "warc")} | {
        "wacz": crawled / "pages.wacz"
    }


def newsbot(*words, environment=None):
    line = [sys.executable, "-m", "newsbot", *map(str, words)]
    given = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    done = subprocess.run(
        line, cwd=ROOT, env=given | (environment or {}), capture_output=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")


@pytest.mark.parametrize("name", WAYS)
def test_every_way_gives_the_records_of_the_crawl(name, containers, crawled, records):
    way, out = WAYS[name], crawled / f"{name}.jsonl"
    if way.options[:2] == RAY[:2]:
        pytest.importorskip("ray", reason="Ray is not installed: pip install 'newsbot[ray]'")
        out = crawled / name
    newsbot("replay", containers[way.container], "-o", out, *way.options, environment=way.environment)
    expected = sorted(map(typed, records)) if way.container == "mhtml" else records
    assert lines_of(*(out.glob("parts/*.jsonl") if out.is_dir() else [out])) == expected


def typed(line):
    """A browser states a type of every page that it saves, also where the server stated none."""
    record = json.loads(line)
    http = record["metadata"]["http"]
    http["content_type"] = http["content_type"] or "text/html"
    return json.dumps(record, ensure_ascii=False)


def test_all_fixtures_give_the_same_files_whoever_reads_them(tmp_path):
    """Text dumps, pages without an address and inputs that are none are among them; nothing is left aside."""
    written = []
    for environment, workers in ((TURKISH, "0"), (ASCII, "2")):
        out = tmp_path / f"{workers}.jsonl"
        newsbot("replay", "fixtures", "-o", out, "--workers", workers, environment=environment)
        written.append((out.read_bytes(), out.with_name(f"{workers}.rejects.jsonl").read_bytes()))
    assert written[0] == written[1]
    assert written[0][0].count(b"\n") > len(dict(fixtures())) * 0.9
