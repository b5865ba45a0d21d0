"""WARC files become one WACZ that others and newsbot itself read."""

import gzip
import json
import shutil
import subprocess
import zipfile

import pytest
from click.testing import CliRunner

from newsbot.archive import pack as pack_module
from newsbot.archive import read_sources
from newsbot.archive.pack import PageRow, pack
from newsbot.cli.main import main
from tests.archive.records import DIGEST, HTML, URL, record, revisit

pytest.importorskip("warcio", reason="the extra newsbot[warc] is not installed")

ONE = gzip.compress(record("warcinfo", url="urn:x", block=b"a: b")) + gzip.compress(
    record(WARC_Payload_Digest=DIGEST)
)
TWO = record(url=URL + "3") + record("request", url=URL + "3", block=b"GET /read/3 HTTP/1.1\r\n\r\n")


@pytest.fixture
def warcs(tmp_path):
    folder = tmp_path / "warc"
    folder.mkdir()
    (folder / "a.warc.gz").write_bytes(ONE + gzip.compress(revisit(URL + "2", WARC_Payload_Digest=DIGEST)))
    (folder / "b.warc").write_bytes(TWO)
    return folder


def ask(*args):
    return CliRunner().invoke(main, ["pack", "--workers", "0", *map(str, args)])


def packed(warcs):
    out = warcs.parent / "o.wacz"
    result = ask(warcs, "-o", out)
    assert result.exit_code == 0, result.output
    return out


def member(path, name):
    with zipfile.ZipFile(path) as archive:
        return archive.read(name)


def index(path):
    lines = member(path, "indexes/index.cdxj").decode().splitlines()
    return [(*line.split(" ", 2)[:2], json.loads(line.split(" ", 2)[2])) for line in lines]


def test_pages_read_from_it_are_those_of_the_files(warcs):
    read = [(page.url, page.body, page.fetched_at, page.headers) for page in read_sources(warcs)]
    assert [(p.url, p.body, p.fetched_at, p.headers) for p in read_sources(packed(warcs))] == read


def test_same_files_give_the_same_bytes(warcs):
    first = packed(warcs).read_bytes()
    assert packed(warcs).read_bytes() == first


def test_index_is_sorted_and_leads_to_each_record(warcs):
    path = packed(warcs)
    found = index(path)
    assert [key for key, _, _ in found] == [f"example,kabar)/read/{n}" for n in "123"]
    for _, _, capture in found:
        data = member(path, f"archive/{capture['filename']}")
        start = int(capture["offset"])
        block = data[start : start + int(capture["length"])]
        block = gzip.decompress(block) if capture["filename"].endswith(".gz") else block
        assert f"WARC-Target-URI: {capture['url']}\r\n".encode() in block
        assert block.count(b"WARC/1.0") == 1


def test_captures_state_time_type_status_and_digest(warcs):
    _, moment, first = index(packed(warcs))[0]
    stated = {name: first[name] for name in ("mime", "status", "digest")}
    assert (moment, stated) == (
        "20230913070500",
        {"mime": "text/html", "status": "200", "digest": DIGEST},
    )


def test_list_of_pages_has_headlines_and_capture_times(warcs):
    head, first, *_ = map(json.loads, member(packed(warcs), "pages/pages.jsonl").splitlines())
    assert head["format"] == "json-pages-1.0"
    assert (first["url"], first["ts"], first["title"]) == (
        URL + "1",
        "2023-09-13T07:05:00Z",
        "Panen raya di Desa Ciharum",
    )


def test_archive_files_are_stored_as_they_are(warcs):
    path = packed(warcs)
    assert member(path, "archive/b.warc") == TWO
    with zipfile.ZipFile(path) as archive:
        assert archive.getinfo("archive/b.warc").compress_type == zipfile.ZIP_STORED


def test_files_of_one_name_are_kept_apart(tmp_path):
    for name in ("x", "y"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.warc").write_bytes(record(url=URL + name))
    path = packed(tmp_path / "x" / "..")
    with zipfile.ZipFile(path) as archive:
        assert {"archive/a.warc", "archive/2-a.warc"} <= set(archive.namelist())
    assert [page.url for page in read_sources(path)] == [URL + "x", URL + "y"]


def test_file_packed_whole_is_refused_and_nothing_is_left(tmp_path):
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(record() + record(url=URL + "2")))
    result = ask(tmp_path, "-o", tmp_path / "o.wacz")
    assert (result.exit_code, "packed as one" in result.stderr) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["a.warc.gz"]


@pytest.mark.parametrize("name", ["a.arc", "a.warc.zst", "a.wacz", "a.html"])
def test_what_a_wacz_cannot_hold_is_refused(tmp_path, name):
    (tmp_path / name).write_bytes(b"")
    result = ask(tmp_path, "-o", tmp_path / "o.wacz")
    assert (result.exit_code, "WA" in result.stderr) == (2, True)


def test_damage_is_told_and_the_file_goes_in(tmp_path):
    (tmp_path / "a.warc.gz").write_bytes(
        gzip.compress(record()) + b"rusak" + gzip.compress(record(url=URL + "2"))
    )
    result = ask(tmp_path, "-o", tmp_path / "o.wacz")
    assert "no record can be read here, such as a.warc.gz at byte" in result.stderr
    assert len(index(tmp_path / "o.wacz")) == 2


def test_capture_without_a_page_is_told(tmp_path):
    torn = record(url=URL + "2", Content_Length=str(len(HTML) + 20))
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(record()) + gzip.compress(torn))
    assert (
        "1 captures are not in the list of pages: corrupt_record"
        in ask(tmp_path, "-o", tmp_path / "o.wacz").stderr
    )


def test_failure_on_the_way_leaves_nothing(warcs, monkeypatch):
    monkeypatch.setattr(pack_module, "_page_lines", lambda *_: 1 / 0)
    out = warcs.parent / "o.wacz"
    with pytest.raises(ZeroDivisionError):
        pack([warcs / "b.warc"], out, [])
    assert [path.name for path in warcs.parent.iterdir()] == ["warc"]


def test_headline_of_odd_signs_is_written(warcs):
    out = warcs.parent / "o.wacz"
    pack([warcs / "b.warc"], out, [PageRow(URL, "2023-09-13T07:05:00Z", "Padi \ud800", None)])
    assert json.loads(member(out, "pages/pages.jsonl").splitlines()[1])["title"] == "Padi \ud800"


def test_wacz_program_finds_it_valid(warcs):
    program = shutil.which("wacz")
    if program is None:
        pytest.skip("the program wacz (pip install wacz, in an environment of its own) is not on the PATH")
    said = subprocess.run(
        [program, "validate", "-f", packed(warcs)], capture_output=True, text=True, check=False
    )
    assert (said.returncode, "valid" in said.stdout) == (0, True), said.stdout
