import gzip
import io
import json
import sys

import pytest
from backports import zstd

from newsbot.corpus import reading
from newsbot.corpus.reading import BadRecord, Records
from tests.corpus.records import article, lines

PAIR = lines(article("1"), article("2")).encode()


def read(*sources):
    """Ids of the records, and what was said to be passed over."""
    told = []
    ids = [
        record.fields["id"]
        for record in Records(*sources, on_trouble=lambda trouble: told.append(str(trouble)))
    ]
    return ids, told


@pytest.fixture
def file(tmp_path):
    def written(data, name="a.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    return written


@pytest.mark.parametrize("packed", [bytes, gzip.compress, zstd.compress])
def test_compression_is_told_by_content(file, packed):
    assert read(file(packed(PAIR))) == (["1", "2"], [])


def test_a_record_says_where_its_line_lies(file):
    path = file(PAIR)
    second = list(Records(path, on_trouble=print))[1]
    assert second.place == f"{path} line 2"
    assert json.loads(path.read_bytes()[second.offset : second.offset + second.size]) == second.fields


def test_a_compressed_line_has_no_place_to_seek(file):
    assert next(iter(Records(file(gzip.compress(PAIR)), on_trouble=print))).offset is None


def test_torn_last_line_is_said_and_passed_over(file):
    path = file(PAIR[:-40])
    assert read(path) == (["1"], [f"{path} line 2: the last line is torn and was passed over"])


def test_zeros_at_the_end_are_a_torn_line(file):
    path = file(PAIR + bytes(4096))
    assert read(path) == (["1", "2"], [f"{path} line 3: the last line is torn and was passed over"])


@pytest.mark.parametrize("packed", [gzip.compress, zstd.compress])
def test_torn_compressed_file_gives_its_whole_lines(file, packed):
    data = packed(lines(*(article(str(number)) for number in range(2000))).encode())
    path = file(data[: len(data) - len(data) // 3])
    ids, told = read(path)
    assert ids == [str(number) for number in range(len(ids))]
    assert 0 < len(ids) < 2000
    assert "end early" in told[0]


def test_last_line_needs_no_line_end(file):
    assert read(file(PAIR[:-1])) == (["1", "2"], [])


def test_blank_lines_and_a_byte_order_mark_are_no_records(file):
    assert read(file(b"\xef\xbb\xbf" + PAIR.replace(b"\n", b"\r\n\r\n"))) == (["1", "2"], [])


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b'{"schema":\n', "no JSON"),
        (b"<html>", "no JSON"),
        (b"[1]\n", "no newsbot.article/1 record"),
        (b'{"schema":"newsbot.article/9"}\n', "but 'newsbot.article/9'"),
        (b'{"schema":"newsbot.article/1","id":1,"metadata":{}}\n', "id or metadata"),
        (b'{"schema":"newsbot.article/1","id":"a","metadata":NaN}\n', "NaN is no JSON"),
        (b"\xff\n", "no JSON"),
        (b'{"a":' * 100_000 + b"\n", "nested too deep"),
    ],
)
def test_a_line_that_is_no_record_is_named(file, line, why):
    path = file(PAIR + line)
    with pytest.raises(BadRecord) as caught:
        read(path)
    assert str(caught.value).startswith(f"{path} line 3: ")
    assert why in str(caught.value)


def test_a_line_beyond_the_bound_is_not_read(file, monkeypatch):
    monkeypatch.setattr(reading, "MAX_LINE", 100)
    with pytest.raises(BadRecord, match="line 1: longer than 100 bytes"):
        read(file(PAIR))


def test_damaged_gzip_is_named(file):
    path = file(gzip.compress(PAIR) + b"\x1f\x8bno gzip header")
    with pytest.raises(BadRecord, match="line 3: damaged compressed data"):
        read(path)


def test_standard_input_is_a_source(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(PAIR))))
    assert read("-") == (["1", "2"], [])


def test_folder_is_read_in_name_order_without_rejects_and_lists_of_pages(file, tmp_path):
    file(lines(article("b")).encode(), "b.jsonl")
    file(gzip.compress(lines(article("a")).encode()), "a.jsonl.gz")
    file(lines(article("c")).encode(), "sub/c.jsonl")
    for name in ("b.rejects.jsonl", "manifest.jsonl", "page.html", "b.jsonl.checkpoint"):
        file(b"{}\n", name)
    assert read(tmp_path) == (["a", "b", "c"], [])


def test_of_a_crawl_the_parts_are_read(file, tmp_path):
    file(lines(article("1")).encode(), "parts/000001-00001.jsonl")
    file(b'{"reason":"empty"}\n', "rejects/000001-00001.jsonl")
    assert read(tmp_path) == (["1"], [])


def test_parts_that_are_not_as_listed_are_said(file, tmp_path):
    file(lines(article("1")).encode(), "parts/1.jsonl")
    file(lines(article("2")).encode(), "parts/2.jsonl.part")
    listed = [{"file": f"parts/{number}.jsonl", "bytes": 5} for number in (1, 3)]
    file(json.dumps({"files": [*listed, {"file": "rejects/1.jsonl", "bytes": 5}]}).encode(), "manifest.json")
    ids, told = read(tmp_path)
    assert ids == ["1"]
    assert [line.partition("parts/")[2] for line in told] == [
        f"1.jsonl: {len(lines(article('1')))} bytes, where manifest.json lists 5",
        "3.jsonl: listed in manifest.json, but not there",
        "2.jsonl.part: of a run that has not ended; not read",
    ]


def test_a_ring_of_links_is_not_run(file, tmp_path):
    file(PAIR)
    (tmp_path / "again").symlink_to(tmp_path)
    assert read(tmp_path)[0] == ["1", "2"]


def test_a_glob_is_read_in_order(file, tmp_path):
    for name in ("b", "a"):
        file(lines(article(name)).encode(), f"run-{name}.jsonl")
    assert read(f"{tmp_path}/run-*.jsonl")[0] == ["a", "b"]


def test_a_glob_that_meets_an_empty_folder_reads_the_rest_and_a_file_once(file, tmp_path):
    file(lines(article("a")).encode(), "run/a.jsonl")
    (tmp_path / "empty").mkdir()
    ids, told = read(f"{tmp_path}/**")
    assert ids == ["a"]
    assert told == [f"{tmp_path}/empty: no file of records (.jsonl, .jsonl.gz, .jsonl.zst) in this folder"]


def test_a_glob_reads_a_file_once_though_links_run_in_a_ring(file, tmp_path):
    file(PAIR)
    (tmp_path / "again").symlink_to(tmp_path)
    assert read(f"{tmp_path}/**/*.jsonl")[0] == ["1", "2"]


def test_what_a_folder_does_not_give_is_said(file, tmp_path):
    file(lines(article("1")).encode(), "A.JSONL")
    for name in ("._a.jsonl", ".checkpoints/a.jsonl", "b.ndjson", "c.jsonl.bz2"):
        file(lines(article("2")).encode(), name)
    ids, told = read(tmp_path)
    assert ids == ["1"]
    assert [line.removeprefix(f"{tmp_path}/") for line in told] == [
        "._a.jsonl: hidden; not read",
        "b.ndjson: records of a folder are in .jsonl, .jsonl.gz, .jsonl.zst; not read",
        "c.jsonl.bz2: records of a folder are in .jsonl, .jsonl.gz, .jsonl.zst; not read",
    ]
    assert read(tmp_path / ".checkpoints")[0] == ["2"]


@pytest.mark.parametrize("name", ["none.jsonl", "none-*.jsonl", "."])
def test_a_source_that_holds_nothing_is_named(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileNotFoundError) as caught:
        Records(name, on_trouble=print)
    assert caught.value.filename == name


def test_position_ends_at_size(file, tmp_path):
    file(PAIR, "a.jsonl")
    file(gzip.compress(PAIR), "b.jsonl.gz")
    records = Records(tmp_path, on_trouble=print)
    assert len(list(records)) == 4
    assert records.position == records.size > 0
