"""What crawlers, browsers and old tools write into archives beside what the standards say, and what becomes of it."""

import gzip
import json
import zipfile

import brotli
import pytest

from newsbot.archive import Seen, Selection, find_sources, read_sources
from newsbot.archive.cdxj import captures
from newsbot.items import Reject
from newsbot.stream import process
from tests.archive.records import BODY, DIGEST, HTML, URL, record, revisit

pytest.importorskip("warcio", reason="the extra newsbot[warc] is not installed")

TYPE = b"Content-Type: text/html\r\n"
H = b"HTTP/1.1 200 OK\r\n" + TYPE
CHUNKED = H + b"Transfer-Encoding: chunked\r\n\r\n"
SIZE = b"%x\r\n" % len(BODY)


def read(tmp_path, data, name="a.warc"):
    (tmp_path / name).write_bytes(data)
    return list(read_sources(tmp_path / name))


HEADS = {
    "HTTP/2 of a browser": b"HTTP/2 200\r\n" + TYPE + b"\r\n",
    "HTTP/2.0 without a reason": b"HTTP/2.0 200 \r\n" + TYPE + b"\r\n",
    "ICY": b"ICY 200 OK\r\n" + TYPE + b"\r\n",
    "lines that end in one byte": b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n",
    "a header in Latin-1": H + b"X-Kota: caf\xe9\r\n\r\n",
    "a folded header": b"HTTP/1.1 200 OK\r\nX: a\r\n b\r\nContent-Type: text/html;\r\n charset=utf-8\r\n\r\n",
    "a line that is no header": H + b"garbage line\r\n\r\n",
    "two lengths, one of them wrong": H + b"Content-Length: 5\r\nContent-Length: 76\r\n\r\n",
    "a length that is less": H + b"Content-Length: 5\r\n\r\n",
    "another answer that says to wait": b"HTTP/1.1 100 Continue\r\n\r\n" + H + b"\r\n",
    "hints before it": b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" * 2 + H + b"\r\n",
    "no type": b"HTTP/1.1 200 OK\r\n\r\n",
    "br that is not": H + b"Content-Encoding: br\r\n\r\n",
    "a charset for an encoding": H + b"Content-Encoding: UTF-8\r\n\r\n",
}


@pytest.mark.parametrize("name", HEADS)
def test_head_of_an_answer_is_read_as_browsers_read_it(tmp_path, name):
    (page,) = read(tmp_path, record(block=HEADS[name] + BODY))
    assert (page.body, page.status) == (BODY, 200)


@pytest.mark.parametrize(("types", "said"), [("ih", "text/html"), ("hi", "image/png")])
def test_of_two_content_types_the_last_counts_everywhere(tmp_path, types, said):
    named = {"h": TYPE, "i": b"content-type: image/png\r\n"}
    head = b"HTTP/1.1 200 OK\r\n" + b"".join(named[one] for one in types) + b"\r\n"
    pages = read(tmp_path, record(block=head + BODY))
    assert [page.headers["content-type"] for page in pages] == ["text/html"] * (said == "text/html")
    (line,) = captures(tmp_path / "a.warc", "a.warc")
    assert f'"mime": "{said}"' in line


CHUNKS = {
    "trailers": (SIZE + BODY + b"\r\n0\r\nX-Selesai: 1\r\n\r\n", None),
    "an extension and blanks": (b"%x ;a=b\r\n" % len(BODY) + BODY + b"\r\n0\r\n\r\n", None),
    "rubbish behind the last": (SIZE + BODY + b"\r\n0\r\n\r\n" + b"GARBAGE" * 5, None),
    "two": (b"1e\r\n" + BODY[:30] + b"\r\n%X\r\n" % (len(BODY) - 30) + BODY[30:] + b"\r\n0\r\n\r\n", None),
    "none, whatever the header says": (BODY, None),
    "no last one": (SIZE + BODY + b"\r\n", "the chunks break off without a last one"),
    "one that breaks off": (
        b"1000\r\n" + BODY,
        f"the chunks break off {0x1000 - len(BODY)} bytes before the end of one",
    ),
    "one without its size": (SIZE + BODY + b"\r\nzz\r\nlagi", "a chunk without its size"),
}


@pytest.mark.parametrize("name", CHUNKS)
def test_chunks_with_defects_are_joined_as_far_as_they_go_and_the_rest_is_told(tmp_path, name):
    block, fault = CHUNKS[name]
    (page,) = read(tmp_path, record(block=CHUNKED + block) + record(url=URL + "2"))[:1]
    assert page.body == BODY
    assert [(one.code, one.detail) for one in page.problems] == ([("truncated", fault)] if fault else [])


def test_record_that_goes_on_in_others_is_a_page_that_is_not_complete(tmp_path):
    """Old crawlers cut an answer that was too long for one file; nothing is read of its continuation."""
    first = record(block=HTML + BODY[:30], WARC_Segment_Number="1")
    (tmp_path / "a.warc").write_bytes(
        first + record("continuation", block=BODY[30:], WARC_Segment_Number="2")
    )
    seen = Seen()
    (page,) = find_sources(tmp_path / "a.warc", seen=seen)
    assert [(one.code, one.detail) for one in page.problems] == [("truncated", "WARC-Segment-Number: 1")]
    assert seen.passed_over == {"continuation": 1}


def test_answer_that_only_says_to_wait_is_no_page(tmp_path):
    assert read(tmp_path, record(block=b"HTTP/1.1 100 Continue\r\n" + TYPE + b"\r\n")) == []


def test_scheme_of_an_address_may_be_in_capitals(tmp_path):
    (page,) = read(tmp_path, record(url="HTTPS://KABAR.example/read/1"))
    assert (page.body, page.status) == (BODY, 200)


def test_record_that_says_it_was_cut_is_a_page_that_is_not_complete(tmp_path):
    story = (
        b"<html><h1>Panen Garam di Desa Ciharum</h1>"
        + b"<p>Petani garam memanen pada hari Senin." * 20
        + b"</html>"
    )
    (page,) = read(tmp_path, record(block=HTML + story, WARC_Truncated="length"))
    assert [(one.code, one.detail) for one in page.problems] == [("truncated", "WARC-Truncated: length")]
    article = process(page).article
    assert not article.is_complete
    assert "truncated" in {one.code for one in article.metadata.problems}


LOST = {
    "br that is gzip": (H + b"Content-Encoding: br\r\n\r\n" + gzip.compress(BODY), "corrupt_record"),
    "gzip that is br": (H + b"Content-Encoding: gzip\r\n\r\n" + brotli.compress(BODY * 9), "binary"),
    "gzip without a word of it": (H + b"\r\n" + gzip.compress(BODY), "binary"),
    "gzip that Heritrix cut": (
        H + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(BODY * 50)[:-20],
        "corrupt_record",
    ),
}


@pytest.mark.parametrize("name", LOST)
def test_body_that_cannot_be_read_is_a_reject_with_its_reason(tmp_path, name):
    block, reason = LOST[name]
    (item,) = read(tmp_path, record(block=block, WARC_Truncated="length"))
    reject = item if isinstance(item, Reject) else process(item).reject
    assert reject.reason == reason


def test_gzip_with_rubbish_behind_it_is_read(tmp_path):
    block = H + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(BODY) + b"\0\0\0junk"
    assert [page.body for page in read(tmp_path, record(block=block))] == [BODY]


def test_what_browsertrix_made_of_a_page_is_no_page(tmp_path):
    made = [
        record("resource", f"urn:{kind}:{URL}1", body, Content_Type=mime)
        for kind, body, mime in (
            ("pageinfo", b"{}", "application/json"),
            ("view", b"PNG", "image/png"),
            ("text", BODY, "text/html"),
        )
    ]
    (tmp_path / "a.warc").write_bytes(b"".join(made) + record())
    seen = Seen()
    assert [page.url for page in find_sources(tmp_path / "a.warc", seen=seen)] == [URL + "1"]
    assert seen.passed_over == {"resource": 3}


@pytest.mark.parametrize(
    "fields",
    [
        {"WARC_Refers_To_Target_URI": f"<{URL}1>", "WARC_Refers_To_Date": "2023-09-13T07:05:00Z"},
        {"WARC_Refers_To_Target_URI": URL + "1", "WARC_Payload_Digest": DIGEST},  # without the date
        {
            "WARC_Refers_To_Target_URI": URL + "1",
            "WARC_Refers_To_Date": "2023-09-13T07:05:00Z",
            "WARC_Profile": "http://netpreserve.org/warc/1.1/revisit/server-not-modified",
        },
    ],
)
def test_revisits_in_the_forms_of_old_tools_find_their_page(tmp_path, fields):
    first = record(WARC_Payload_Digest=DIGEST)
    _, page = read(tmp_path, first + revisit(URL + "2", **fields))
    assert (page.body, page.url) == (BODY, URL + "2")


def test_revisit_that_names_an_address_alone_is_told(tmp_path):
    _, reject = read(tmp_path, record() + revisit(URL + "2", WARC_Refers_To_Target_URI=URL + "1"))
    assert reject.reason == "revisit_without_original"


@pytest.mark.parametrize("padding", [b"\0" * 512, b"\0" * 200_000, b"\r\n\r\n\n"])
def test_padding_between_members_and_behind_them_is_no_damage(tmp_path, padding):
    pages = read(
        tmp_path,
        padding.join([gzip.compress(record()), gzip.compress(record(url=URL + "2")), b""]),
        "a.warc.gz",
    )
    assert [page.url for page in pages] == [URL + "1", URL + "2"]


def test_rubbish_behind_padding_is_damage(tmp_path):
    between = b"\0" * 100_000 + b"rusak" + b"\0" * 100
    data = gzip.compress(record()) + between + gzip.compress(record(url=URL + "2"))
    first, reject, second = read(tmp_path, data, "a.warc.gz")
    assert (reject.reason, reject.offset) == ("corrupt_archive", len(gzip.compress(record())))
    assert (first.url, second.url) == (URL + "1", URL + "2")


def test_padding_is_no_part_of_a_records_length_in_the_index(tmp_path):
    member = gzip.compress(record(), mtime=0)
    (tmp_path / "a.warc.gz").write_bytes(member + gzip.compress(record(url=URL + "2"), mtime=0))
    lines = [line for line in captures(tmp_path / "a.warc.gz", "a.warc.gz") if isinstance(line, str)]
    assert f'"length": "{len(member)}"' in lines[0]


@pytest.mark.parametrize("name", ["a.warc.open", "a.warc.gz.open", "A.WARC.GZ.OPEN"])
def test_file_that_heritrix_left_open_is_an_archive(tmp_path, name):
    data = record() if "gz" not in name.lower() else gzip.compress(record())
    (tmp_path / name).write_bytes(data)
    for source in (tmp_path, tmp_path / name):
        assert [page.body for page in read_sources(source)] == [BODY]


@pytest.mark.parametrize("name", ["a.webarchive", "A.MAFF", "a.har"])
def test_containers_that_are_not_read_are_told(tmp_path, name):
    (tmp_path / name).write_bytes(b"bplist00" + BODY)
    for source in (tmp_path, tmp_path / name):
        (reject,) = read_sources(source)
        assert (reject.reason, "which is not read" in reject.detail) == ("unsupported_source", True)


def test_names_and_versions_in_any_case(tmp_path):
    old = record().replace(b"WARC/1.0", b"WARC/0.18").replace(b"WARC-Type", b"warc-type")
    new = record(url="https://kabar.example/berita/Ké-1", date="2023-09-13T07:05:00.123456Z")
    first, second = read(tmp_path, old + new.replace(b"Content-Length", b"content-length"))
    assert first.body == second.body == BODY
    assert (second.url, second.fetched_at) == (
        "https://kabar.example/berita/Ké-1",
        "2023-09-13T07:05:00.123456+00:00",
    )


def test_archives_in_an_archive_of_several_are_told(tmp_path):
    """A WACZ of WACZ files lists them in its package; each is to be given by itself."""
    with zipfile.ZipFile(tmp_path / "one.wacz", "w") as one:
        one.writestr("archive/a.warc", record())
    with zipfile.ZipFile(tmp_path / "many.wacz", "w") as many:
        many.write(tmp_path / "one.wacz", "one.wacz")
        package = {"profile": "multi-wacz-package", "resources": [{"name": "one.wacz", "path": "one.wacz"}]}
        many.writestr("datapackage.json", json.dumps(package))
    (reject,) = read_sources(tmp_path / "many.wacz")
    assert reject.reason == "unsupported_source"
    assert "WACZ" in reject.detail


def test_zipnum_index_with_its_second_index_beside_it_is_asked(tmp_path):
    """pywb and browsertrix pack the index in blocks and write a list of the blocks beside it."""
    data = record() + record(url="https://lain.example/2")
    (tmp_path / "b.warc").write_bytes(data)
    lines = [line for line in captures(tmp_path / "b.warc", "a.warc") if isinstance(line, str)]
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as archive:
        archive.writestr("archive/a.warc", data)
        archive.writestr("indexes/index.cdx.gz", b"".join(gzip.compress(line.encode()) for line in lines))
        archive.writestr(
            "indexes/index.idx", '!meta 0 {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}\n'
        )
    seen = Seen(selection=Selection(hosts=frozenset(["lain.example"])))
    pages = list(find_sources(tmp_path / "a.wacz", seen=seen))
    assert [page.url for page in pages] == ["https://lain.example/2"]
    assert (seen.by_index, seen.index_troubles) == (1, {})
