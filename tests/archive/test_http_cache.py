"""An answer in Scrapy's file system cache is a page as it was sent."""

import gzip
import os

import pytest
from scrapy import Request, Spider
from scrapy.extensions.httpcache import FilesystemCacheStorage
from scrapy.http import HtmlResponse
from scrapy.settings import Settings

from newsbot.archive import read_sources

BODY = b"<html><h1>Panen raya di Desa Ciharum</h1></html>"
URL = "https://kabar.example/read/1"


def cached(tmp_path, *, is_packed=False, status=200, body=BODY, **headers):
    """Store one answer as Scrapy does, and give its folder."""
    settings = Settings({"HTTPCACHE_DIR": str(tmp_path), "HTTPCACHE_GZIP": is_packed})
    storage = FilesystemCacheStorage(settings)

    class Fingerprints:
        def fingerprint(self, request):
            return b"\xab" * 20

    storage._fingerprinter = Fingerprints()
    head = {"Content-Type": "text/html; charset=utf-8"} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    answer = HtmlResponse(URL, status=status, headers=head, body=body)
    storage.store_response(Spider("kabar"), Request(URL), answer)
    (folder,) = tmp_path.glob("kabar/*/*")
    return folder


@pytest.mark.parametrize("is_packed", [False, True])
@pytest.mark.parametrize("encoding", [None, "gzip"])
def test_answer_is_a_page_with_all_that_scrapy_noted(tmp_path, is_packed, encoding):
    sent = gzip.compress(BODY) if encoding else BODY
    folder = cached(
        tmp_path, is_packed=is_packed, body=sent, **({"Content_Encoding": encoding} if encoding else {})
    )
    (page,) = read_sources(tmp_path)
    assert (page.body, page.url, page.status) == (BODY, URL, 200)
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.fetched_at.endswith("+00:00")
    assert (page.origin.kind, page.origin.path) == ("cache", str(folder))


@pytest.mark.parametrize("changes", [{"status": 404}, {"status": 301}, {"Content_Type": "application/json"}])
def test_what_is_no_page_is_no_input(tmp_path, changes):
    cached(tmp_path, **changes)
    assert list(read_sources(tmp_path)) == []


def test_pickle_is_never_read(tmp_path):
    folder = cached(tmp_path)
    (folder / "pickled_meta").write_bytes(b"cos\nsystem\n(S'touch " + os.fsencode(tmp_path / "x") + b"'\ntR.")
    assert len(list(read_sources(tmp_path))) == 1
    assert not (tmp_path / "x").exists()


def test_half_a_surrogate_pair_in_an_address_breaks_no_output(tmp_path):
    (cached(tmp_path) / "meta").write_bytes(rb"{'url': 'https://kabar.example/\ud800', 'status': 200}")
    (page,) = read_sources(tmp_path)
    assert page.url == "https://kabar.example/?"


@pytest.mark.parametrize("note", [b"", b"[1]", b"__import__('os')", b"(" * 9_000, b"\xff"])
def test_broken_note_is_a_reject(tmp_path, note):
    (cached(tmp_path) / "meta").write_bytes(note)
    (reject,) = read_sources(tmp_path)
    assert reject.reason == "corrupt_record"
