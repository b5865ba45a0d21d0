"""An answer in Scrapy's file system cache is a page as it was sent."""

import gzip
import os
from types import SimpleNamespace

import pytest
from scrapy import Request, Spider
from scrapy.extensions.httpcache import FilesystemCacheStorage
from scrapy.http import HtmlResponse
from scrapy.settings import Settings
from scrapy.utils.request import RequestFingerprinter

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


@pytest.mark.parametrize("note", [b"", b"[1]", b"__import__('os')", b"(" * 9_000, b"\xff"])
def test_broken_note_is_a_reject(tmp_path, note):
    (cached(tmp_path) / "meta").write_bytes(note)
    (reject,) = read_sources(tmp_path)
    assert reject.reason == "corrupt_record"


@pytest.mark.parametrize("module", ["dbm.gnu", "dbm.ndbm", "dbm.dumb"])
def test_dbm_cache_as_scrapy_writes_it_is_told_and_not_read(tmp_path, module):
    from scrapy.extensions.httpcache import DbmCacheStorage

    pytest.importorskip(module, reason=f"this Python has no {module}")
    settings = Settings({"HTTPCACHE_DIR": str(tmp_path), "HTTPCACHE_DBM_MODULE": module})
    storage = DbmCacheStorage(settings)
    spider = SimpleNamespace(
        name="kabar", crawler=SimpleNamespace(request_fingerprinter=RequestFingerprinter())
    )
    storage.open_spider(spider)
    url = "https://kabar.example/read/1"
    storage.store_response(spider, Request(url), HtmlResponse(url, 200, {}, b"<h1>Panen</h1>"))
    storage.close_spider(spider)
    path = next(path for path in tmp_path.iterdir() if path.suffix in (".db", ".dir"))
    for source in (tmp_path, path):
        (reject,) = read_sources(source)
        assert (reject.reason, reject.path) == ("unsupported_source", str(path))
        assert "FilesystemCacheStorage" in reject.detail


@pytest.mark.parametrize(
    "head", [b"\xce\x9aW\x13" + bytes(12), bytes(12) + b"a\x15\x06\x00", bytes(12) + b"\x00\x06\x15a"]
)
def test_database_is_known_by_its_head_on_any_machine(tmp_path, head):
    (tmp_path / "kabar.db").write_bytes(head + bytes(4_096))
    (reject,) = read_sources(tmp_path)
    assert reject.reason == "unsupported_source"


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0", b"\xd0\xcf\x11\xe0" * 8])
def test_other_databases_in_a_folder_are_no_inputs(tmp_path, data):
    (tmp_path / "Thumbs.db").write_bytes(data)
    assert list(read_sources(tmp_path)) == []
