"""Archives of records, however they are packed: the same page comes out of each."""

import gzip
import zlib

import pytest

from newsbot import snapshot
from newsbot.archive import _members, read_sources
from newsbot.durable.zstd import MAGIC, ZstdCompressor, ZstdDict
from newsbot.items import Reject
from tests.archive.records import BODY, DIGEST, HTML, URL, record, revisit

pytest.importorskip("warcio", reason="the extra newsbot[warc] is not installed")


def arc(*bodies):
    head = b"filedesc://a.arc 0.0.0.0 20230914010000 text/plain 77\n1 0 Contoh\n"
    parts = [head + b"URL IP-address Archive-date Content-type Archive-length\n\n"]
    for number, body in enumerate(bodies, 1):
        block = HTML + body
        parts.append(
            f"{URL}{number} 192.0.2.1 20230913070500 text/html {len(block)}\n".encode() + block + b"\n"
        )
    return parts


def zst(data, dictionary=None):
    return ZstdCompressor(zstd_dict=dictionary).compress(data, ZstdCompressor.FLUSH_FRAME)


def skippable(data, magic=b"\x5d\x2a\x4d\x18"):
    return magic + len(data).to_bytes(4, "little") + data


def with_dictionary(records, *, is_packed):
    samples = [record(url=f"{URL}{n}", block=HTML + BODY + bytes([65 + n % 26]) * n) for n in range(200)]
    from backports.zstd import train_dict

    dictionary = train_dict(samples, 4_000)
    content = dictionary.dict_content
    frames = (zst(one, ZstdDict(content)) for one in records)
    return skippable(zst(content) if is_packed else content) + b"".join(frames)


def read(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    return list(read_sources(path))


TWO = [record("warcinfo", block=b"software: contoh"), record(), record(url=URL + "2")]
WAYS = {
    "a.warc": lambda: b"".join(TWO),
    "by-record.warc.gz": lambda: b"".join(map(gzip.compress, TWO)),
    "whole.warc.gz": lambda: gzip.compress(b"".join(TWO)),
    "two-wholes.warc.gz": lambda: gzip.compress(TWO[0] + TWO[1]) + gzip.compress(TWO[2]),
    "by-record.warc.zst": lambda: b"".join(map(zst, TWO)),
    "whole.warc.zst": lambda: zst(b"".join(TWO)),
    "dictionary.warc.zst": lambda: with_dictionary(TWO, is_packed=False),
    "packed-dictionary.warc.zst": lambda: with_dictionary(TWO, is_packed=True),
    "other-frames.warc.zst": lambda: skippable(b"apa saja", b"\x50\x2a\x4d\x18") + b"".join(map(zst, TWO)),
    "a.arc": lambda: b"".join(arc(BODY, BODY)),
    "by-record.arc.gz": lambda: b"".join(map(gzip.compress, arc(BODY, BODY))),
    "whole.arc.gz": lambda: gzip.compress(b"".join(arc(BODY, BODY))),
}


@pytest.mark.parametrize("name", WAYS)
def test_the_same_pages_come_out_of_every_packing(tmp_path, name):
    found = read(tmp_path, name, WAYS[name]())
    expected = [(URL + number, BODY, "2023-09-13T07:05:00+00:00", 200) for number in "12"]
    assert [(page.url, page.body, page.fetched_at, page.status) for page in found] == expected


@pytest.mark.parametrize("name", WAYS)
def test_reading_again_gives_the_same_origin(tmp_path, name):
    assert read(tmp_path, name, WAYS[name]()) == read(tmp_path, name, WAYS[name]())


@pytest.mark.parametrize("pack", [bytes, gzip.compress, zst])
def test_record_whose_head_is_broken_costs_itself_only(tmp_path, pack):
    broken = record().replace(b"WARC/1.0", b"BUKAN")
    found = read(tmp_path, "a.warc.gz", pack(record() + broken + record(url=URL + "2")))
    assert [page.reason if isinstance(page, Reject) else page.url for page in found] == [
        URL + "1",
        "corrupt_archive",
        URL + "2",
    ]


@pytest.mark.parametrize("pack", [bytes, gzip.compress, zst])
def test_record_that_is_longer_than_it_states_is_no_page(tmp_path, pack):
    lying = record(Content_Length=str(len(HTML) + 20))
    found = read(tmp_path, "a.warc", pack(lying + record(url=URL + "2")))
    assert [page.reason if isinstance(page, Reject) else page.url for page in found] == [
        "corrupt_record",
        "corrupt_archive",
        URL + "2",
    ]


@pytest.mark.parametrize("pack", [gzip.compress, zst])
def test_lying_length_does_not_reach_beyond_the_member(tmp_path, pack):
    lying = record(Content_Length="9000")
    found = read(tmp_path, "a.warc.gz", pack(lying) + pack(record(url=URL + "2")))
    assert [page.reason if isinstance(page, Reject) else page.url for page in found] == [
        "corrupt_record",
        URL + "2",
    ]


@pytest.mark.parametrize("pack", [gzip.compress, zst])
def test_bytes_between_members_are_told_and_passed_over(tmp_path, pack):
    found = read(tmp_path, "a.warc.gz", pack(record()) + b"bukan arsip" + pack(record(url=URL + "2")))
    assert [page.reason if isinstance(page, Reject) else page.url for page in found] == [
        URL + "1",
        "corrupt_archive",
        URL + "2",
    ]


def test_zeros_behind_the_last_member_are_nothing(tmp_path):
    (page,) = read(tmp_path, "a.warc.gz", gzip.compress(record()) + bytes(4_096))
    assert page.body == BODY


@pytest.mark.parametrize(
    "way", ["whole.warc.gz", "by-record.warc.gz", "whole.warc.zst", "whole.arc.gz", "a.arc"]
)
def test_file_that_breaks_off_anywhere_is_told(tmp_path, way):
    data = WAYS[way]()
    for cut in range(140, len(data) - 12, 11):
        found = read(tmp_path, way, data[:cut])
        assert all(isinstance(page, Reject) or page.body == BODY for page in found)
        assert (
            len(found) == 2 or any(isinstance(page, Reject) for page in found) or way == "by-record.warc.gz"
        )


def test_head_without_an_end_is_bounded(tmp_path):
    endless = b"WARC/1.0\r\n" + b"X-Isi: banyak\r\n" * 200_000
    found = read(tmp_path, "a.warc.gz", gzip.compress(endless) + gzip.compress(record()))
    assert [page.reason if isinstance(page, Reject) else page.url for page in found] == [
        "corrupt_archive",
        URL + "1",
    ]


def test_record_that_unpacks_to_more_than_a_page_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(snapshot, "MAX_BODY", 1_000)
    found = read(tmp_path, "a.warc.zst", zst(record(block=HTML + b" " * 5_000)) + zst(record(url=URL + "2")))
    assert [page.reason if isinstance(page, Reject) else page.url for page in found] == [
        "too_large",
        URL + "2",
    ]


def test_chunks_are_joined_before_the_encoding_is_undone(tmp_path):
    packed = gzip.compress(BODY)
    chunks = b"%x\r\n" % 20 + packed[:20] + b"\r\n%x\r\n" % len(packed[20:]) + packed[20:] + b"\r\n0\r\n\r\n"
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: CHUNKED\r\nContent-Encoding: GZip\r\n\r\n"
    (page,) = read(tmp_path, "a.warc", record(block=head + chunks))
    assert page.body == BODY


def test_body_in_more_encodings_than_the_crawl_takes_is_a_reject(tmp_path):
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip, gzip, gzip\r\n\r\n"
    (reject,) = read(tmp_path, "a.warc", record(block=head + BODY))
    assert reject.reason == "too_many_encodings"


@pytest.mark.parametrize("pack", [bytes, gzip.compress, zst])
@pytest.mark.parametrize(
    "meant",
    [
        {"WARC_Payload_Digest": DIGEST},
        {"WARC_Refers_To_Target_URI": URL + "1", "WARC_Refers_To_Date": "2023-09-13T07:05:00Z"},
    ],
)
def test_address_that_occurs_as_a_revisit_only_has_the_body_that_it_refers_to(tmp_path, pack, meant):
    data = pack(record(WARC_Payload_Digest=DIGEST)) + pack(revisit(URL + "lain", **meant))
    _, again = read(tmp_path, "a.warc", data)
    assert (again.url, again.body, again.fetched_at) == (URL + "lain", BODY, "2023-09-20T01:00:00+00:00")


def test_revisit_of_an_address_that_was_read_adds_nothing(tmp_path):
    data = record(WARC_Payload_Digest=DIGEST) + revisit(URL + "1", WARC_Payload_Digest=DIGEST)
    assert len(read(tmp_path, "a.warc", data)) == 1


def test_revisit_without_its_original_is_counted(tmp_path):
    (reject,) = read(tmp_path, "a.warc", revisit(URL + "9", WARC_Payload_Digest=DIGEST))
    assert (reject.reason, reject.url) == ("revisit_without_original", URL + "9")


def test_answer_that_nothing_changed_is_counted_where_the_page_is_not_there(tmp_path):
    block = b"HTTP/1.1 304 Not Modified\r\nETag: 1\r\n\r\n"
    data = record("revisit", URL + "9", block) + record("revisit", URL + "logo.png", block)
    assert [reject.url for reject in read(tmp_path, "a.warc", data)] == [URL + "9"]


def test_revisit_of_a_file_packed_whole_is_counted(tmp_path):
    data = record("warcinfo", block=b"a: b") + record(WARC_Payload_Digest=DIGEST)
    found = read(tmp_path, "a.warc.gz", gzip.compress(data + revisit(URL + "2", WARC_Payload_Digest=DIGEST)))
    assert [page.reason if isinstance(page, Reject) else page.url for page in found] == [
        URL + "1",
        "revisit_without_original",
    ]


def test_page_that_is_named_as_an_archive_is_none(tmp_path):
    (reject,) = read(tmp_path, "a.arc.gz", gzip.compress(BODY))
    assert reject.reason == "corrupt_archive"


@pytest.mark.parametrize("start", [8, 12, 16])
def test_broken_dictionary_costs_its_records_and_is_told(tmp_path, start):
    data = with_dictionary(TWO, is_packed=False)
    broken = data[:start] + bytes(range(200)) + data[start + 200 :]
    assert {page.reason for page in read(tmp_path, "a.warc.zst", broken)} == {"corrupt_archive"}
    assert MAGIC in broken


def test_file_that_breaks_off_in_its_dictionary_is_told(tmp_path):
    (reject,) = read(tmp_path, "a.warc.zst", with_dictionary(TWO, is_packed=False)[:1_000])
    assert reject.reason == "corrupt_archive"


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_arc_whose_first_line_is_damaged_costs_that_page_only(tmp_path, pack):
    data = b"".join(arc(BODY, BODY)).replace(f"{URL}1".encode(), b"rusak")
    found = read(tmp_path, "a.arc", pack(data))
    assert [page.reason if isinstance(page, Reject) else page.url for page in found] == [
        "corrupt_archive",
        URL + "2",
    ]


def test_members_that_begin_again_and_again_are_not_read_again_and_again(tmp_path, monkeypatch):
    monkeypatch.setattr(_members, "MAX_AGAIN", 500_000)
    stored = zlib.compressobj(0, wbits=31)
    nested = stored.compress(b"\x1f\x8b\x08\x00aaaaaa\x00\xff\xff\x00\x00" * 40_000) + stored.flush()
    path = tmp_path / "a.warc.gz"
    path.write_bytes(nested[:-8] + bytes(8))
    file = Counting(path.open("rb"))
    members = _members.Members(file)
    while members.next():
        pass
    assert file.given < 20 * len(nested)


class Counting:
    """A file that counts what it gave."""

    def __init__(self, file):
        self.file, self.given = file, 0
        self.seek, self.tell = file.seek, file.tell

    def read(self, size):
        data = self.file.read(size)
        self.given += len(data)
        return data
