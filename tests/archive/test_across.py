"""What is told of archives beside their pages, and what one file says of another."""

import base64
import gzip
import hashlib
import zipfile

import pytest

from newsbot import stream
from newsbot.archive import Seen, find_sources, read_sources
from newsbot.engines.plan import Plan
from newsbot.engines.run import run
from newsbot.items import Reject
from tests.archive.records import BODY, DIGEST, HTML, URL, record, revisit

pytest.importorskip("warcio", reason="the extra newsbot[warc] is not installed")

ORIGINAL = record(WARC_Payload_Digest=DIGEST)
AGAIN = revisit(URL + "lain", WARC_Payload_Digest=DIGEST)
PACKINGS = [bytes, gzip.compress]


def write(folder, **files):
    for name, data in files.items():
        (folder / f"{name}.warc.gz").write_bytes(data)
    return folder


def short(*sources):
    return [page.reason if isinstance(page, Reject) else page.url for page in read_sources(*sources)]


@pytest.mark.parametrize("pack", PACKINGS)
@pytest.mark.parametrize("files", [("original", "revisit"), ("revisit", "original")])
def test_revisit_has_the_body_of_a_page_in_another_file(tmp_path, pack, files):
    made = dict(zip("ab", files, strict=True))
    data = {"original": pack(ORIGINAL), "revisit": pack(AGAIN)}
    write(tmp_path, **{name: data[what] for name, what in made.items()})
    pages = {page.url: page for page in read_sources(tmp_path)}
    assert set(pages) == {URL + "1", URL + "lain"}
    again = pages[URL + "lain"]
    assert (again.body, again.fetched_at) == (BODY, "2023-09-20T01:00:00+00:00")
    assert again.origin.path.endswith("a.warc.gz" if made["a"] == "revisit" else "b.warc.gz")


@pytest.mark.parametrize("pack", PACKINGS)
def test_revisit_has_the_body_of_a_page_later_in_its_file(tmp_path, pack):
    write(tmp_path, a=pack(AGAIN) + pack(ORIGINAL))
    assert [(page.url, page.body) for page in read_sources(tmp_path)] == [
        (URL + "1", BODY),
        (URL + "lain", BODY),
    ]


def test_revisit_of_a_page_that_another_file_has_adds_nothing(tmp_path):
    write(tmp_path, a=ORIGINAL, b=revisit(URL + "1", WARC_Payload_Digest=DIGEST))
    assert short(tmp_path) == [URL + "1"]


def test_revisit_whose_own_page_comes_later_adds_nothing(tmp_path):
    write(tmp_path, a=revisit(URL + "1", WARC_Payload_Digest=DIGEST), b=ORIGINAL)
    assert short(tmp_path) == [URL + "1"]


def test_more_revisits_than_may_wait_are_rejects(tmp_path, monkeypatch):
    monkeypatch.setattr("newsbot.archive._warc.MAX_WAITING", 1)
    lonely = [revisit(URL + name, WARC_Payload_Digest=DIGEST) for name in "xy"]
    write(tmp_path, a=b"".join(lonely) + ORIGINAL)
    assert short(tmp_path) == ["revisit_without_original", URL + "1", URL + "x"]


def test_original_in_a_wacz_that_was_read_is_found(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.wacz", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("archive/a.warc.gz", gzip.compress(ORIGINAL))
    write(tmp_path, b=AGAIN)
    assert [page.body for page in read_sources(tmp_path)] == [BODY, BODY]


def test_passing_over_inputs_counts_as_reading_them_does(tmp_path):
    write(tmp_path, a=AGAIN + revisit(URL + "yatim"), b=ORIGINAL)
    read = list(read_sources(tmp_path))
    assert [list(read_sources(tmp_path, skip=skip)) for skip in range(4)] == [
        read[skip:] for skip in range(4)
    ]


def seen_in(folder):
    seen = Seen()
    list(find_sources(folder, seen=seen))
    return seen


def test_records_that_are_no_inputs_are_counted_by_kind(tmp_path):
    image = record(url=URL + "a.png", block=b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n.")
    others = [record(kind, block=b"a: b") for kind in ("warcinfo", "metadata", "conversion", "apa-saja")]
    write(tmp_path, a=ORIGINAL + image + revisit(URL + "1") + b"".join(others))
    assert dict(seen_in(tmp_path).passed_over) == dict.fromkeys(
        ("response", "revisit", "warcinfo", "metadata", "conversion", "other"), 1
    )


def test_run_tells_the_records_that_are_no_inputs_also_when_it_is_resumed(tmp_path):
    write(tmp_path, a=ORIGINAL + record("warcinfo", block=b"a: b"))
    plan = Plan((tmp_path / "a.warc.gz",), tmp_path / "o.jsonl")
    first = run(plan)
    assert dict(first.passed_over) == {"warcinfo": 1}
    assert run(plan, resume=True).passed_over == first.passed_over


SHA1 = hashlib.sha1(BODY).digest()
SHA256 = hashlib.sha256(BODY).digest()
TRUE = [
    "sha1:" + base64.b32encode(SHA1).decode(),
    "sha1:" + base64.b32encode(SHA1).decode().lower(),
    "sha1:" + SHA1.hex(),
    "sha256:" + SHA256.hex(),
    "sha-256:" + base64.b32encode(SHA256).decode().rstrip("="),
]
ODD = ["", "sha1", "sha1:", "sha1:!!", "shake_128:aa", "apa:ABC", "sha256:" + "é" * 64]
FALSE = ["sha1:" + "A" * 32, "sha256:" + "0" * 64]


@pytest.mark.parametrize("stated", TRUE + ODD)
def test_digest_that_holds_or_is_not_known_is_no_problem(tmp_path, stated):
    write(tmp_path, a=record(WARC_Payload_Digest=stated))
    (page,) = read_sources(tmp_path)
    assert (page.body, page.problems, seen_in(tmp_path).mismatches) == (BODY, (), 0)


@pytest.mark.parametrize("stated", FALSE)
@pytest.mark.parametrize("name", ["payload", "block"])
def test_digest_that_does_not_hold_is_a_problem_of_the_record(tmp_path, name, stated):
    write(tmp_path, a=record(**{f"WARC_{name.title()}_Digest": stated}))
    (page,) = read_sources(tmp_path)
    (problem,) = page.problems
    assert (page.body, problem.code, problem.detail) == (
        BODY,
        "digest_mismatch",
        f"not what its {name} digest says",
    )
    assert "digest_mismatch" in [found.code for found in stream.process(page).article.metadata.problems]


def test_block_digest_is_of_the_head_too(tmp_path):
    write(tmp_path, a=record(WARC_Block_Digest="sha1:" + hashlib.sha1(HTML + BODY).hexdigest()))
    (page,) = read_sources(tmp_path)
    assert page.problems == ()


def test_payload_digest_of_chunks_says_nothing(tmp_path):
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunks = b"%x\r\n" % len(BODY) + BODY + b"\r\n0\r\n\r\n"
    write(tmp_path, a=record(block=head + chunks, WARC_Payload_Digest=DIGEST))
    (page,) = read_sources(tmp_path)
    assert (page.body, page.problems) == (BODY, ())


def test_digest_of_what_is_no_input_is_checked_and_an_example_given(tmp_path):
    write(tmp_path, a=record("metadata", block=b"a: b", WARC_Block_Digest=FALSE[0]) + ORIGINAL)
    seen = seen_in(tmp_path)
    assert (seen.mismatches, seen.mismatch.partition("a.warc.gz ")[2]) == (
        1,
        "at byte 0: not what its block digest says",
    )


def test_page_whose_original_is_not_what_its_digest_says_tells_it(tmp_path):
    write(tmp_path, a=record(WARC_Block_Digest=FALSE[0], WARC_Payload_Digest=DIGEST), b=AGAIN)
    assert [len(page.problems) for page in read_sources(tmp_path)] == [1, 1]


def test_length_that_lies_costs_that_record_only(tmp_path):
    lying = record(Content_Length="7", WARC_Payload_Digest=DIGEST)
    write(tmp_path, a=gzip.compress(lying) + gzip.compress(record(url=URL + "2")))
    assert short(tmp_path)[-1] == URL + "2"
