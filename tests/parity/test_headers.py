"""A header gives one record, byte for byte, whatever way its answer comes in."""

import pytest
from scrapy import Request
from scrapy.extensions.httpcache import DbmCacheStorage, FilesystemCacheStorage
from scrapy.http import HtmlResponse

from newsbot.archive import read_sources
from newsbot.crawl.fetched import snapshot_of
from newsbot.durable.warc import Exchange, WarcWriter

from .ways import keeping

pytest.importorskip("warcio", reason="the extra newsbot[warc] is not installed")

URL = "https://kabar.example/read/1"
HTML = b"text/html; charset=utf-8"
BODY = b"<html><h1>Panen raya di Desa Ciharum</h1><p>Petani memanen padi.</p></html>"
HEADERS = {
    "UTF-8": {
        "Content-Type": HTML + b"; n=\xc3\xa9",
        "ETag": b'"\xc3\xa9"',
        "X-Robots-Tag": b"noai, \xc3\xa9",
    },
    "Latin-1": {"Content-Type": HTML + b"; n=\xe9", "ETag": b'"\xe9"', "X-Robots-Tag": b"noai, \xe9"},
    "blanks around": {"Content-Type": b" text/html ; charset=utf-8 ", "ETag": b"", "Last-Modified": b"  x\t"},
    "what Python breaks lines at": {
        "Content-Type": HTML,
        "ETag": b'"a\x85b"',
        "Last-Modified": b"a\x0bb\x1cc",
    },
    "control characters": {"Content-Type": HTML, "ETag": b'"a\x01b\x7f\tc"'},
    "names that are none": {"Content-Type": HTML, "X A": b"b", "": b"c"},
    "several of a name": {
        "Content-Type": [b"text/plain", b"text/html"],
        "X-Robots-Tag": [b"noai", b"", b"noindex"],
    },
}


def warc(folder, response):
    lines = response.headers.items()
    writer = WarcWriter(folder, {"software": "newsbot/test"})
    writer.write(
        Exchange(
            url=URL,
            moment="2026-11-20T11:00:00+00:00",
            method="GET",
            request_headers=[("Host", "kabar.example")],
            status="200 OK",
            response_headers=[
                (name.decode("latin-1"), value.decode("latin-1"))
                for name, values in lines
                for value in values
            ],
            body=response.body,
        )
    )
    writer.close()


def cached_by(storage):
    def write(folder, response):
        with keeping(storage, folder) as (kept, spider):
            kept.store_response(spider, Request(URL), response)

    return write


WAYS = {"WARC": warc, "HTTP cache": cached_by(FilesystemCacheStorage), "database": cached_by(DbmCacheStorage)}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", HEADERS)
def test_headers_are_those_of_the_crawl(tmp_path, name, way):
    response = HtmlResponse(URL, 200, HEADERS[name], BODY)
    WAYS[way](tmp_path, response)
    (page,) = read_sources(tmp_path)
    assert (page.headers, page.body) == (snapshot_of(response).headers, BODY)
