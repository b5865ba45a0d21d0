"""What a crawl stores is found and played by programs of others: FastWARC's reader, warcio's own, and pywb."""

import gzip
import json
import shutil
import socket
import subprocess
import time
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

from newsbot.archive import read_sources
from newsbot.archive.cdxj import index_file, line_of
from newsbot.durable.warc import Exchange, WarcWriter
from newsbot.durable.warc_files import index_of

pytest.importorskip("warcio", reason="the extra newsbot[warc] is not installed")
PAGE = "<html><head><title>Panen</title></head><body><h1>Panen Garam</h1><p>Petani Desa Ciharum.</p></body></html>"
BODY = PAGE.encode()
HOST = "https://kabar.example"
PATIENCE = 60
"""Seconds in which pywb is to have begun."""


def exchange(path, body=BODY, status="200 OK", *, minute=0, **headers):
    stated = {"Content-Type": "text/html; charset=utf-8"} | headers
    return Exchange(
        url=HOST + path,
        moment=f"2026-11-20T11:{minute:02}:00+00:00",
        method="GET",
        request_headers=[("Host", "kabar.example")],
        status=status,
        response_headers=[*stated.items(), ("Content-Length", str(len(body)))],
        body=body,
        known=[("via", HOST + "/sitemap.xml"), ("announced-title", "Panen di Bantul – Jawa")],
    )


EXCHANGES = [
    exchange("/read/1"),
    exchange("/read/2", gzip.compress(BODY + b"<!-- 2 -->", mtime=0), **{"Content-Encoding": "gzip"}),
    exchange("/read/3", minute=3),
    exchange("/read/1", PAGE.replace("Garam", "Padi").encode(), minute=4),
    exchange("/hilang", b"", "404 Not Found"),
]


@pytest.fixture
def warc(tmp_path):
    writer = WarcWriter(tmp_path / "warc", {"software": "newsbot/test"}, line_of=line_of, index=index_file)
    for one in EXCHANGES:
        writer.write(one)
    writer.close()
    (path,) = (tmp_path / "warc").glob("*.warc.gz")
    return path


def kinds(records):
    return [kind for kind, _ in records]


def by_warcio(path):
    from warcio.archiveiterator import ArchiveIterator

    with path.open("rb") as file:
        return [
            (one.rec_type, (one.rec_headers.get_header("WARC-Target-URI"), one.content_stream().read()))
            for one in ArchiveIterator(file, check_digests="raise")
        ]


def test_fastwarc_finds_the_records_that_warcio_finds_and_their_digests_hold(warc):
    fastwarc = pytest.importorskip("fastwarc.warc", reason="FastWARC (pip install fastwarc) is not installed")
    with warc.open("rb") as file:
        found = [
            (one.headers.get("WARC-Type"), one.headers.get("WARC-Target-URI"), one.verify_block_digest())
            for one in fastwarc.ArchiveIterator(file, parse_http=False)
        ]
    own = by_warcio(warc)
    assert [kind for kind, _, _ in found] == kinds(own)
    assert [url for _, url, _ in found] == [url for _, (url, _) in own]
    assert all(holds for _, _, holds in found)
    assert kinds(own).count("revisit") == 1
    assert kinds(own).count("metadata") == len(EXCHANGES)


def test_fastwarc_reads_the_payloads_that_we_read(warc):
    fastwarc = pytest.importorskip("fastwarc.warc", reason="FastWARC (pip install fastwarc) is not installed")
    with warc.open("rb") as file:
        found = {
            (one.headers["WARC-Target-URI"], one.record_date.isoformat()): one.reader.read()
            for one in fastwarc.ArchiveIterator(
                file, record_types=fastwarc.WarcRecordType.response, auto_decode="all"
            )
            if one.http_headers.status_code == 200
        }
    ours = {(page.url, page.fetched_at): page.body for page in read_sources(warc)}
    assert len(found) == 3
    assert {key: ours[key] for key in found} == found


@pytest.fixture
def pywb(warc, tmp_path):
    """The address of a pywb that plays the folder of the WARC file by the index that lies beside it."""
    program = shutil.which("wayback")
    if program is None:
        pytest.skip(
            "pywb's program wayback (pip install pywb, in an environment of its own) is not on the PATH"
        )
    folder = warc.parent.as_posix() + "/"
    collection = {"index_paths": folder, "archive_paths": folder}
    (tmp_path / "config.yaml").write_text(json.dumps({"collections": {"kabar": collection}}))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (tmp_path / "said").open("wb") as said:
        process = subprocess.Popen(
            [program, "-b", "127.0.0.1", "-p", str(port)], cwd=tmp_path, stdout=said, stderr=said
        )
    try:
        yield begun(f"http://127.0.0.1:{port}/kabar", process, tmp_path / "said")
    finally:
        process.terminate()
        process.wait()


def begun(base, process, said):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            urlopen(f"{base}/cdx?{urlencode({'url': HOST, 'output': 'json'})}", timeout=PATIENCE).close()
        except (URLError, OSError):
            time.sleep(0.2)
        else:
            return base
    raise AssertionError(said.read_text("utf-8", "replace"))


def asked(address):
    with urlopen(address, timeout=PATIENCE) as answer:
        return answer.read()


def test_pywb_gives_our_captures_and_plays_our_pages(pywb, warc):
    question = urlencode({"url": HOST + "/read/", "matchType": "prefix", "output": "json"})
    told = [json.loads(line) for line in asked(f"{pywb}/cdx?{question}").splitlines()]
    ours = [line.split(" ", 2) for line in index_of(warc).read_text().splitlines() if "/read/" in line]
    assert [(one["urlkey"], one["timestamp"]) for one in told] == [(key, moment) for key, moment, _ in ours]
    assert [one["mime"] for one in told] == ["text/html"] * 3 + ["warc/revisit"]
    assert asked(f"{pywb}/20261120110000id_/{HOST}/read/1") == BODY
    assert asked(f"{pywb}/20261120110400id_/{HOST}/read/1") == PAGE.replace("Garam", "Padi").encode()
    assert asked(f"{pywb}/20261120110300id_/{HOST}/read/3") == BODY  # a revisit
    page = asked(f"{pywb}/20261120110000mp_/{HOST}/read/2").decode()
    assert "<h1>Panen Garam</h1><p>Petani Desa Ciharum.</p>" in page
    assert "wombat" in page  # what pywb puts in to play a page


def test_page_that_pywb_plays_is_read_as_what_was_captured(pywb, tmp_path):
    (tmp_path / "played").mkdir()
    (tmp_path / "played/1.html").write_bytes(asked(f"{pywb}/20261120110000mp_/{HOST}/read/2"))
    (page,) = read_sources(tmp_path / "played")
    assert (page.url, page.fetched_at) == (HOST + "/read/2", "2026-11-20T11:00:00+00:00")
    assert page.body.replace(b"\n", b"") == BODY + b"<!-- 2 -->"
