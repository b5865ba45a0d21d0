"""A page gives one record, byte for byte, whatever container it lies in."""

import gzip
import json
import zipfile
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from newsbot.archive import read_sources
from newsbot.durable.zstd import ZstdCompressor
from newsbot.stream import process

pytest.importorskip("warcio", reason="the extra newsbot[warc] is not installed")

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "fixtures").glob("*/*/page.html"))[::40]
MOMENT = "2023-09-20T01:00:00+00:00"
HEADERS = {"content-type": "text/html; charset=utf-8"}


def address(page):
    return json.loads(page.with_name("page.json").read_text("utf-8"))["url"]


def html(folder, pages):
    rows = []
    for number, page in enumerate(pages):
        (folder / f"{number}.html").write_bytes(page.read_bytes())
        row = {"file": f"{number}.html", "url": address(page), "status": 200, "headers": HEADERS}
        rows.append(json.dumps(row | {"fetched_at": MOMENT}))
    (folder / "manifest.jsonl").write_text("\n".join(rows))


def warc_records(pages):
    for page in pages:
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.read_bytes()
        head = (
            f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {address(page)}\r\n"
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
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.read_bytes()
        head = f"{address(page)} 192.0.2.1 20230920010000 text/html {len(block)}\n"
        lines.append(head.encode() + block + b"\n")
    (folder / "a.arc.gz").write_bytes(b"".join(map(gzip.compress, lines)))


def wacz(folder, pages):
    with zipfile.ZipFile(folder / "a.wacz", "w") as archive:
        archive.writestr("archive/a.warc.gz", b"".join(map(gzip.compress, warc_records(pages))))


def mhtml(folder, pages):
    """The status of an answer is the one thing that a browser does not note."""
    for number, page in enumerate(pages):
        message = MIMEMultipart("related")
        message["Snapshot-Content-Location"] = address(page)
        message["Date"] = "Wed, 20 Sep 2023 01:00:00 -0000"
        part = MIMEText(page.read_bytes().decode("utf-8"), "html", "utf-8")
        part.replace_header("Content-Type", HEADERS["content-type"])
        message.attach(part)
        (folder / f"{number:03}.mhtml").write_bytes(message.as_bytes())
        (folder / f"{number:03}.json").write_text('{"status": 200}')


def http_cache(folder, pages):
    for number, page in enumerate(pages):
        entry = folder / f"kabar/{number:03}/x"
        entry.mkdir(parents=True)
        note = {"url": address(page), "method": "GET", "status": 200, "timestamp": 1695171600.0}
        (entry / "meta").write_text(repr(note))
        (entry / "pickled_meta").write_bytes(b"")
        (entry / "response_headers").write_bytes(b"Content-Type: text/html; charset=utf-8")
        (entry / "response_body").write_bytes(page.read_bytes())


def records(way, folder):
    folder.mkdir()
    way(folder, PAGES)
    return [bare(process(page)) for page in read_sources(folder)]


def bare(outcome):
    """A record without where it lay."""
    record = json.loads((outcome.article or outcome.reject).to_json())
    record.get("metadata", {}).pop("origin", None)
    return json.dumps(record, ensure_ascii=False)


@pytest.mark.parametrize("way", [warc, whole_warc, zstd_warc, arc, wacz, mhtml, http_cache])
def test_records_are_those_of_the_html_files(tmp_path, way):
    expected = records(html, tmp_path / "html")
    assert len(expected) == len(PAGES) > 3
    assert records(way, tmp_path / "other") == expected
