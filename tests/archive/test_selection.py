"""What is not wanted is left alone: by the index before anything of it is unpacked, else by the records themselves."""

import gzip
import json
import logging
import zipfile
from datetime import date

import pytest
from click.testing import CliRunner

from newsbot.archive import Seen, Selection, _warc, find_sources
from newsbot.archive.cdxj import index_file
from newsbot.archive.pack import pack
from newsbot.cli.main import main
from newsbot.durable.warc_files import index_of
from newsbot.portals import folders_in_use, use_portals
from newsbot.snapshot import Snapshot
from tests.archive.records import BODY, DIGEST, HTML, record, revisit

pytest.importorskip("warcio", reason="the extra newsbot[warc] is not installed")

OTHER = b"<html><h1>Harga cabai naik</h1></html>"
RECORDS = [
    record("warcinfo", url="urn:x", block=b"a: b"),
    record(url="https://kabar.example/1", date="2023-09-13T07:05:00Z", WARC_Payload_Digest=DIGEST),
    record(url="https://www.kabar.example/2", date="2023-09-14T23:30:00Z", block=HTML + OTHER),
    record(url="https://lain.example/3", date="2023-09-15T07:05:00Z", block=HTML + OTHER),
    record(url="https://kabar.example/4", block=HTML.replace(b"200 OK", b"403 Forbidden") + OTHER),
    record(url="https://kabar.example/5", block=HTML.replace(b"text/html", b"image/png") + OTHER),
    revisit("https://lain.example/6", WARC_Payload_Digest=DIGEST),
]
WHOLE = {"1", "2", "3", "4", "6"}


@pytest.fixture
def warc(tmp_path):
    path = tmp_path / "warc" / "a.warc.gz"
    path.parent.mkdir()
    path.write_bytes(b"".join(map(gzip.compress, RECORDS)))
    return path


@pytest.fixture(params=["read whole", "index beside it", "wacz"])
def source(request, warc):
    if request.param == "read whole":
        return warc
    if request.param == "index beside it":
        index_file(warc, warc)
        return warc
    pack([warc], warc.parent / "a.wacz", [])
    return warc.parent / "a.wacz"


def chosen(source, **wanted):
    seen = Seen(selection=Selection(**wanted))
    pages = list(find_sources(source, seen=seen))
    assert all(isinstance(page, Snapshot) for page in pages), pages
    return {page.url[-1]: page for page in pages}, seen


@pytest.mark.parametrize(
    ("wanted", "pages", "refused"),
    [
        ({"hosts": frozenset(["kabar.example"])}, "124", {"host": 2}),
        ({"hosts": frozenset(["www.kabar.example"])}, "2", {"host": 5}),
        ({"hosts": frozenset(["abar.example"])}, "", {"host": 6}),
        ({"portals": frozenset(["kabar"])}, "14", {"portal": 3}),
        ({"portals": frozenset(["kabar", "lain"])}, "1346", {"portal": 1}),
        ({"portals": frozenset(["kompas"])}, "", {"portal": 6}),
        ({"since": date(2023, 9, 15)}, "36", {"day": 4}),
        ({"until": date(2023, 9, 13)}, "14", {"day": 3}),
        ({"statuses": frozenset(["403"])}, "4", {"status": 5}),
        ({"statuses": frozenset(["2xx"])}, "1236", {"status": 1}),
        ({"mimes": frozenset(["text/*"])}, "12346", {"type": 1}),
        ({"mimes": frozenset(["image/png"])}, "", {"type": 5}),
    ],
)
def test_only_what_is_wanted_is_read_and_the_rest_is_counted(source, wanted, pages, refused):
    found, seen = chosen(source, **wanted)
    assert set(found) == set(pages)
    assert seen.unselected == refused


@pytest.fixture(autouse=True)
def portals(tmp_path_factory):
    """Two portals of the test's own."""
    folder = tmp_path_factory.mktemp("portals")
    for name in ("kabar", "lain"):
        declared = f'[portal.{name}]\nname = "{name}"\ndomains = ["{name}.example"]\n'
        (folder / f"{name}.toml").write_text(declared)
    before = folders_in_use()
    use_portals(*before, str(folder))
    yield
    use_portals(*before)


def test_revisit_has_the_body_of_a_page_that_is_not_wanted_itself(source):
    found, _ = chosen(source, hosts=frozenset(["lain.example"]))
    assert found["6"].body == BODY
    assert set(found) == {"3", "6"}


@pytest.mark.parametrize("indexed", ["both", "original", "revisit", "none"])
@pytest.mark.parametrize("order", ["before", "behind"])
def test_revisit_has_the_body_of_a_page_in_another_file_that_is_not_wanted(tmp_path, order, indexed):
    """The index of a file tells nothing of revisits in others, so it is kept of every page what may mean it."""
    names = ("a", "b") if order == "before" else ("b", "a")
    original, again = (tmp_path / f"{name}.warc.gz" for name in names)
    original.write_bytes(b"".join(map(gzip.compress, RECORDS[:4])))
    by_place = revisit(
        "https://lain.example/7",
        WARC_Refers_To_Target_URI="https://kabar.example/1",
        WARC_Refers_To_Date="2023-09-13T07:05:00Z",
    )
    again.write_bytes(gzip.compress(RECORDS[-1]) + gzip.compress(by_place))
    for path, name in ((original, "original"), (again, "revisit")):
        if indexed in (name, "both"):
            index_file(path, path)
    found, seen = chosen(tmp_path, hosts=frozenset(["lain.example"]))
    assert {name: page.body for name, page in found.items()} == {"3": OTHER, "6": BODY, "7": BODY}
    assert "".join(found) == "367"
    assert seen.by_index == {"both": 2, "none": 0}.get(indexed, 1)


def test_same_pages_in_the_same_order_by_index_and_without(warc):
    wanted = {"hosts": frozenset(["kabar.example"])}
    plain = [page.origin for page in chosen(warc, **wanted)[0].values()]
    index_file(warc, warc)
    found, seen = chosen(warc, **wanted)
    assert [page.origin for page in found.values()] == plain
    assert seen.by_index == 1


def test_by_index_nothing_else_is_unpacked(warc, monkeypatch):
    index_file(warc, warc)
    read = []
    at = _warc.record_at
    monkeypatch.setattr(_warc, "record_at", lambda *args: read.append(args[1]) or at(*args))
    monkeypatch.setattr(_warc, "read_records", None)
    chosen(warc, hosts=frozenset(["www.kabar.example"]))
    assert len(read) == 1


def test_without_a_choice_the_index_is_not_asked(warc):
    index_of(warc).write_text("rusak\n")
    assert {page.url[-1] for page in find_sources(warc)} == WHOLE


@pytest.mark.parametrize(
    "index",
    [
        b"rusak\n",
        b"example,kabar)/1 20230913070500 [1]\n",
        b'example,kabar)/1 20230913070500 {"url": "https://kabar.example/1", "filename": "a.warc.gz"}\n',
        b'a 2 {"url": "https://kabar.example/1", "filename": "a.warc.gz", "offset": "-1"}\n',
        b'a 2 {"url": "https://kabar.example/1", "filename": 4, "offset": "1"}\n',
        b"x" * 200_000,
        b"a b " + b"[" * 90_000,
    ],
)
def test_index_that_is_none_is_told_and_the_file_is_read_whole(warc, index):
    index_of(warc).write_bytes(index)
    found, seen = chosen(warc, hosts=frozenset(["kabar.example"]))
    assert set(found) == set("124")
    assert list(seen.index_troubles.values()) == [str(warc)]
    assert seen.by_index == 0


@pytest.mark.parametrize("offset", [1, 10**17, 4_000])
def test_index_that_leads_nowhere_costs_that_capture(warc, offset):
    line = {"url": "https://kabar.example/1", "filename": "a.warc.gz", "offset": str(offset)}
    index_of(warc).write_text(f"example,kabar)/1 20230913070500 {json.dumps(line)}\n")
    (reject,) = find_sources(warc, seen=Seen(selection=Selection(hosts=frozenset(["kabar.example"]))))
    assert (reject.reason, reject.offset) == ("corrupt_archive", offset)


def test_index_that_names_another_page_does_not_get_it_read(warc):
    index_file(warc, warc)
    path = index_of(warc)
    path.write_text(path.read_text().replace("lain.example", "kabar.example"))
    found, seen = chosen(warc, hosts=frozenset(["kabar.example"]))
    assert set(found) == set("124")
    assert seen.unselected == {"host": 2}


def test_index_of_other_files_says_nothing_of_this_one(warc):
    index_file(warc, warc)
    warc.rename(warc.with_name("b.warc.gz"))
    index_of(warc).rename(warc.with_name("b.cdxj"))
    found, seen = chosen(warc.with_name("b.warc.gz"), hosts=frozenset(["kabar.example"]))
    assert (set(found), seen.by_index) == (set("124"), 0)


def test_packed_index_of_a_wacz_is_read_too(warc):
    index_file(warc, warc)
    path = warc.parent / "a.wacz"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(warc, "archive/a.warc.gz")
        lines = index_of(warc).read_bytes().splitlines(keepends=True)
        archive.writestr("indexes/index.cdx.gz", b"".join(map(gzip.compress, [b"!meta 0 {}\n", *lines])))
    found, seen = chosen(path, hosts=frozenset(["kabar.example"]))
    assert (set(found), seen.by_index) == (set("124"), 1)


def test_pages_in_files_of_their_own_are_chosen_by_what_is_stated_of_them(tmp_path):
    for name, url, moment in (
        ("a", "https://kabar.example/a", "2023-09-13T01:00:00+07:00"),
        ("b", "https://lain.example/b", "2023-09-13T01:00:00+07:00"),
    ):
        (tmp_path / f"{name}.html").write_bytes(BODY)
        (tmp_path / f"{name}.json").write_text(json.dumps({"url": url, "fetched_at": moment}))
    (tmp_path / "c.html").write_bytes(BODY)
    (tmp_path / "d.txt").write_bytes(b"Panen raya")
    day = date(2023, 9, 12)
    seen = Seen(selection=Selection(hosts=frozenset(["kabar.example"]), since=day, until=day))
    assert [page.url[-1] for page in find_sources(tmp_path, seen=seen)] == ["a"]
    assert seen.unselected == {"host": 3}
    seen = Seen(selection=Selection(mimes=frozenset(["text/plain"])))
    assert [page.origin.kind for page in find_sources(tmp_path, seen=seen)] == ["text"]


def test_passing_over_counts_wanted_pages_only(source):
    wanted = Selection(hosts=frozenset(["kabar.example"]))
    whole = [page.url for page in find_sources(source, seen=Seen(selection=wanted))]
    for skip in range(4):
        assert [page.url for page in find_sources(source, skip=skip, seen=Seen(selection=wanted))] == whole[
            skip:
        ]


def ask(*words):
    return CliRunner().invoke(main, ["replay", "--workers", "0", *map(str, words)])


def test_command_chooses_and_tells(warc, tmp_path):
    index_file(warc, warc)
    out = tmp_path / "o.jsonl"
    said = ask(
        warc.parent, "--host", "WWW.kabar.example", "--from", "2023-09-14", "--to", "2023-09-14", "-o", out
    )
    assert said.exit_code == 0, said.output
    assert [json.loads(line)["url"] for line in out.open()] == ["https://www.kabar.example/2"]
    assert "captures and pages that are not wanted" in said.stderr
    assert "archive files read by their index" in said.stderr
    said = ask(warc.parent, "--host", "kabar.example", "-o", out, "--resume")
    assert (said.exit_code, "selection differ" in said.stderr) == (2, True), said.output


def test_command_chooses_by_portal_and_knows_those_that_are_declared(warc, tmp_path):
    out = tmp_path / "o.jsonl"
    said = ask(warc, "--only-portal", "lain", "-o", out)
    assert said.exit_code == 0, said.output
    assert [json.loads(line)["url"][-1] for line in out.open()] == ["3", "6"]
    said = ask(warc, "--only-portal", "kabarr", "-o", out)
    assert (said.exit_code, "did you mean kabar?" in said.stderr) == (2, True)


def test_where_nothing_is_wanted_the_command_says_what_there_was(warc, tmp_path):
    said = ask(warc, "--host", "tiada.example", "-o", tmp_path / "o.jsonl")
    assert said.exit_code == 2
    assert "6 captures and pages are not wanted (host 6)" in " ".join(said.stderr.split())


@pytest.mark.parametrize(
    "words",
    [
        ("--host", "https://kabar.example/"),
        ("--mime", "html"),
        ("--status", "2000"),
        ("--from", "2023-09-15", "--to", "2023-09-14"),
        ("--from", "kemarin"),
        ("--list", "--host", "kabar.example"),
    ],
)
def test_what_no_capture_can_be_is_a_wrong_call(warc, tmp_path, words):
    assert ask(warc, "-o", tmp_path / "o.jsonl", *words).exit_code == 2


def test_addresses_with_blanks_are_mended_counted_and_not_logged(tmp_path, caplog):
    evil = "https://kabar.example/a b\x1b]0;x\x07"
    (tmp_path / "a.warc").write_bytes(record(url=evil) + record(url="<https://kabar.example/c>"))
    seen = Seen()
    with caplog.at_level(logging.DEBUG):
        first, second = find_sources(tmp_path / "a.warc", seen=seen)
    assert first.url == evil.replace(" ", "%20")
    assert second.url == "https://kabar.example/c"
    assert (seen.mended, seen.mended_at) == (1, f"{tmp_path / 'a.warc'} at byte 0")
    assert caplog.text == ""
    said = ask(tmp_path / "a.warc", "-o", tmp_path / "o.jsonl")
    assert "blanks in addresses are read as %20, such as in" in said.stderr
    assert "\x1b" not in said.stderr


def test_time_whose_zone_leads_out_of_the_calendar_is_none(tmp_path):
    (tmp_path / "a.warc").write_bytes(record(date="0001-01-01T00:00:00+14:00"))
    (page,) = find_sources(tmp_path / "a.warc")
    assert page.fetched_at is None
