"""WARC files: pages come out as they were fetched, and damage is named."""

import gzip
import random
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbot import snapshot
from newsbot.archive import read_sources
from newsbot.archive.cdxj import captures, index_file, line_of
from newsbot.durable.gzip import whole_bytes
from newsbot.durable.warc import Exchange, WarcWriter
from newsbot.durable.warc_files import index_of, mend
from newsbot.items import Reject
from newsbot.snapshot import Snapshot

warcio = pytest.importorskip("warcio", reason="the extra newsbot[warc] is not installed")
PAGE = b"<html><body><h1>Panen Garam</h1><p>Petani memanen garam lebih awal.</p></body></html>"
MOMENT = "2026-11-20T11:00:00+00:00"


def exchange(**changes):
    usual = {
        "url": "https://contoh.example/read/1",
        "moment": MOMENT,
        "method": "GET",
        "request_headers": [("Host", "contoh.example"), ("User-Agent", "newsbot")],
        "status": "200 OK",
        "response_headers": [("Content-Type", "text/html; charset=utf-8"), ("ETag", '"a"')],
        "body": PAGE,
    }
    return Exchange(**usual | changes)


def written(folder, *exchanges):
    writer = WarcWriter(folder, {"software": "newsbot/test"})
    for one in exchanges:
        writer.write(one)
    writer.close()
    (path,) = folder.glob("*.warc.gz")
    return path


def test_page_comes_back_as_it_was_fetched(tmp_path):
    path = written(tmp_path, exchange())
    (page,) = read_sources(path)
    assert (page.body, page.url, page.status, page.fetched_at) == (
        PAGE,
        "https://contoh.example/read/1",
        200,
        MOMENT,
    )
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.headers["etag"] == '"a"'
    assert (page.origin.kind, page.origin.path) == ("warc", str(path))
    assert page.origin.offset > 0
    assert page.origin.record_id.startswith("<urn:uuid:")


def test_offset_is_where_the_record_begins(tmp_path):
    path = written(tmp_path, exchange(), exchange(url="https://contoh.example/read/2"))
    second = list(read_sources(path))[1]
    member = gzip.GzipFile(fileobj=BytesIO(path.read_bytes()[second.origin.offset :])).readline()
    assert member == b"WARC/1.1\r\n"


def test_content_encoded_body_is_stored_as_it_came_and_read_decoded(tmp_path):
    packed = gzip.compress(PAGE, mtime=0)
    headers = [("Content-Type", "text/html"), ("Content-Encoding", "gzip")]
    path = written(tmp_path, exchange(body=packed, response_headers=headers))
    assert packed in gzip.decompress(path.read_bytes())
    (page,) = read_sources(path)
    assert page.body == PAGE


def test_records_carry_digests_that_hold(tmp_path):
    from warcio.archiveiterator import WARCIterator

    path = written(tmp_path, exchange())
    kinds = []
    with path.open("rb") as file:
        for record in WARCIterator(file, check_digests="raise"):
            record.content_stream().read()
            kinds.append(record.rec_type)
            if record.rec_type == "response":
                assert record.rec_headers.get_header("WARC-Payload-Digest")
                assert record.rec_headers.get_header("WARC-Block-Digest")
    assert kinds == ["warcinfo", "response", "request"]


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "302 Found", "body": b""},
        {"status": "304 Not Modified", "body": b""},
        {"status": "404 Not Found"},
        {"status": "503 Service Unavailable"},
        {"response_headers": [("Content-Type", "image/png")]},
        {"response_headers": [("Content-Type", "text/plain")], "url": "https://contoh.example/robots.txt"},
        {"is_discovery": True},
    ],
)
def test_what_is_no_page_is_no_input(tmp_path, changes):
    assert list(read_sources(written(tmp_path, exchange(**changes)))) == []


@pytest.mark.parametrize("status", ["200 OK", "403 Forbidden", "451 Unavailable For Legal Reasons"])
def test_answers_that_say_something_are_inputs(tmp_path, status):
    (page,) = read_sources(written(tmp_path, exchange(status=status)))
    assert page.status == int(status[:3])


def test_skipped_inputs_are_not_read(tmp_path):
    path = written(tmp_path, *(exchange(url=f"https://contoh.example/read/{n}") for n in range(4)))
    assert [page.url[-1] for page in read_sources(path, skip=2)] == ["2", "3"]


def test_folder_with_pages_and_a_warc(tmp_path):
    written(tmp_path, exchange())
    (tmp_path / "a.html").write_bytes(PAGE)
    assert [page.origin.kind for page in read_sources(tmp_path)] == ["html", "warc"]


def test_plain_warc_is_read_too(tmp_path):
    packed = written(tmp_path / "gz", exchange(), exchange(url="https://contoh.example/read/2"))
    plain = tmp_path / "a.warc"
    plain.write_bytes(gzip.decompress(packed.read_bytes()))
    assert [page.url[-1] for page in read_sources(plain)] == ["1", "2"]


def test_page_above_the_bound_is_a_reject_and_the_next_goes_on(tmp_path, monkeypatch):
    monkeypatch.setattr(snapshot, "MAX_BODY", 2_000)
    bomb = gzip.compress(b" " * 100_000, mtime=0)
    headers = [("Content-Type", "text/html"), ("Content-Encoding", "gzip")]
    path = written(tmp_path, exchange(body=bomb, response_headers=headers), exchange())
    first, second = read_sources(path)
    assert (first.reason, first.url) == ("too_large", "https://contoh.example/read/1")
    assert second.body == PAGE


@pytest.mark.parametrize("packed", [True, False])
def test_file_that_breaks_off_anywhere_gives_its_whole_records_and_says_where(tmp_path, packed):
    noise = random.Random(4).randbytes(700)
    path = written(
        tmp_path / "w", exchange(), exchange(url="https://contoh.example/read/2", body=PAGE + noise)
    )
    broken = tmp_path / ("a.warc.gz" if packed else "a.warc")
    data = path.read_bytes() if packed else gzip.decompress(path.read_bytes())
    broken.write_bytes(data)
    whole = list(read_sources(broken))
    for cut in range(whole[1].origin.offset + 1, len(data), 7):
        broken.write_bytes(data[:cut])
        first, *others = read_sources(broken)
        assert first.body == PAGE
        assert others, cut
        assert isinstance(others[0], Reject) or others[0].body == PAGE + noise


@pytest.mark.parametrize("packed", [True, False])
def test_damage_in_the_middle_costs_the_damaged_record_only(tmp_path, packed):
    path = written(tmp_path / "w", *(exchange(url=f"https://contoh.example/read/{n}") for n in range(3)))
    damaged = tmp_path / ("a.warc.gz" if packed else "a.warc")
    damaged.write_bytes(path.read_bytes() if packed else gzip.decompress(path.read_bytes()))
    offset = next(page.origin.offset for page in read_sources(damaged) if page.url.endswith("1"))
    data = bytearray(damaged.read_bytes())
    data[offset : offset + 12] = b"\x00" * 12
    damaged.write_bytes(data)
    found = list(read_sources(damaged))
    assert [page.url[-1] for page in found if isinstance(page, Snapshot)] == ["0", "2"]
    assert [page.reason for page in found if isinstance(page, Reject)] == ["corrupt_archive"]


def test_what_is_no_warc_is_a_reject(tmp_path):
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"<html>bukan arsip</html>")
    (reject,) = read_sources(path)
    assert (reject.reason, reject.path) == ("corrupt_archive", str(path))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.integers(0, 1_000), st.booleans())
def test_no_bytes_raise(tmp_path_factory, noise, place, packed):
    folder = tmp_path_factory.mktemp("w")
    good = written(folder, exchange()).read_bytes()
    data = gzip.decompress(good) if packed else good
    place = min(place, len(data))
    path = folder / "b.warc"
    path.write_bytes(data[:place] + noise + data[place:])
    for item in read_sources(path):
        assert isinstance(item, Snapshot | Reject)


def test_full_file_gets_its_name_and_the_next_begins(tmp_path):
    writer = WarcWriter(tmp_path, {}, max_bytes=1_000)
    for number in range(3):
        writer.write(exchange(url=f"https://contoh.example/read/{number}"))
        writer.sync()
    writer.close()
    assert len(list(tmp_path.glob("*.warc.gz"))) == 3
    assert [page.url[-1] for page in read_sources(tmp_path)] == ["0", "1", "2"]


def test_torn_file_of_a_killed_run_is_cut_behind_its_last_whole_record(tmp_path):
    path = written(tmp_path, exchange())
    whole = path.read_bytes()
    path.rename(tmp_path / "lama.warc.gz.part")
    with (tmp_path / "lama.warc.gz.part").open("ab") as file:
        file.write(whole[:100])
    assert mend(tmp_path) == ["an earlier run ended early: cut 100 bytes of a record from lama.warc.gz"]
    assert (tmp_path / "lama.warc.gz").read_bytes() == whole


def test_file_that_another_run_writes_is_left_alone(tmp_path):
    writer = WarcWriter(tmp_path, {})
    writer.write(exchange())
    assert WarcWriter(tmp_path, {}).notices == []
    writer.close()
    assert len(list(read_sources(tmp_path))) == 1


@pytest.mark.parametrize("cut", [0, 1, 30])
def test_whole_bytes_ends_behind_a_member(cut):
    member = gzip.compress(b"satu", mtime=0)
    data = member * 3
    kept = BytesIO(data[: len(data) - cut] if cut else data)
    expected = len(member) * (3 if not cut else (3 * len(member) - cut) // len(member))
    assert whole_bytes(kept) == expected


def heads(path):
    from warcio.archiveiterator import WARCIterator

    with path.open("rb") as file:
        return [
            (dict(one.rec_headers.headers), one.content_stream().read().decode())
            for one in WARCIterator(file)
        ]


def of_kind(path, kind):
    return [(head, block) for head, block in heads(path) if head["WARC-Type"] == kind]


SECOND = "https://contoh.example/read/2"


def test_payload_that_the_file_holds_is_a_revisit_and_comes_back_whole(tmp_path):
    path = written(tmp_path, exchange(), exchange(url=SECOND, moment="2026-11-20T11:00:09+00:00"))
    ((original, _),) = of_kind(path, "response")
    ((head, _),) = of_kind(path, "revisit")
    assert head["WARC-Profile"].endswith("/1.1/revisit/identical-payload-digest")
    assert head["WARC-Refers-To-Target-URI"] == "https://contoh.example/read/1"
    assert head["WARC-Refers-To-Date"] == original["WARC-Date"] == "2026-11-20T11:00:00Z"
    assert head["WARC-Refers-To"] == original["WARC-Record-ID"]
    assert head["WARC-Payload-Digest"] == original["WARC-Payload-Digest"]
    first, second = read_sources(path)
    assert (second.url, second.body, second.fetched_at) == (SECOND, PAGE, "2026-11-20T11:00:09+00:00")
    assert (second.headers, second.problems) == (first.headers, ())


@pytest.mark.parametrize(
    "first",
    [
        {"status": "404 Not Found"},
        {"response_headers": [("Content-Type", "text/plain")]},
        {"response_headers": [("Content-Type", "text/html"), ("Content-Encoding", "identity")]},
        {"is_discovery": True},
    ],
)
def test_same_bytes_that_are_read_otherwise_are_no_revisit(tmp_path, first):
    path = written(tmp_path, exchange(**first), exchange(url=SECOND))
    assert of_kind(path, "revisit") == []
    assert SECOND in [page.url for page in read_sources(path)]


def test_revisit_of_what_was_fetched_for_discovery_is_no_input(tmp_path):
    path = written(tmp_path, exchange(is_discovery=True), exchange(url=SECOND, is_discovery=True))
    assert len(of_kind(path, "revisit")) == 1
    assert list(read_sources(path)) == []


def test_each_file_can_be_read_alone(tmp_path):
    writer = WarcWriter(tmp_path, {}, max_bytes=1)
    for url in ("https://contoh.example/read/1", SECOND):
        writer.write(exchange(url=url))
        writer.sync()
    assert [len(list(read_sources(path))) for path in tmp_path.glob("*.warc.gz")] == [1, 1]


def test_every_record_names_the_warcinfo_of_its_file(tmp_path):
    (info, *others) = [head for head, _ in heads(written(tmp_path, exchange(known=[("via", "x")])))]
    assert {head["WARC-Warcinfo-ID"] for head in others} == {info["WARC-Record-ID"]}


def test_what_the_crawl_knew_stands_beside_the_answer(tmp_path):
    known = [("via", "https://contoh.example/sitemap.xml"), ("announced-date", "2026-11-19"), ("empty", "")]
    path = written(tmp_path, exchange(known=known))
    ((head, block),) = of_kind(path, "metadata")
    ((answer, _),) = of_kind(path, "response")
    assert head["WARC-Concurrent-To"] == answer["WARC-Record-ID"]
    assert head["Content-Type"] == "application/warc-fields"
    assert block == "via: https://contoh.example/sitemap.xml\r\nannounced-date: 2026-11-19\r\n"
    assert len(list(read_sources(path))) == 1


def test_value_from_outside_ends_no_line_and_opens_no_record(tmp_path):
    evil = "Panen\r\n\r\nWARC/1.1\r\nWARC-Type: response\x85opt-out: none\u2028\ud800" + "x" * 9_999
    ((_, block),) = of_kind(written(tmp_path, exchange(known=[("announced-title", evil)])), "metadata")
    assert block.startswith("announced-title: Panen WARC/1.1 WARC-Type: response opt-out: none ")
    assert len(block.splitlines()) == 1
    assert len(block) < 2_100


def test_what_is_learnt_later_refers_to_the_record_of_the_answer(tmp_path):
    writer = WarcWriter(tmp_path, {})
    record = writer.write(exchange())
    writer.tell("https://contoh.example/read/1", MOMENT, [("opt-out", "meta robots: noai")], record)
    writer.tell("https://contoh.example/tertutup", MOMENT, [("outcome", "not asked")])
    writer.close()
    (path,) = tmp_path.glob("*.warc.gz")
    (told, _), (alone, block) = of_kind(path, "metadata")
    assert told["WARC-Refers-To"] == record
    assert "WARC-Refers-To" not in alone
    assert block == "outcome: not asked\r\n"


def indexed(folder, *exchanges):
    writer = WarcWriter(folder, {}, line_of=line_of, index=index_file)
    for one in exchanges:
        writer.write(one)
    return writer


MANY = [
    exchange(url=SECOND, known=[("via", "x")]),
    exchange(),
    exchange(url="https://contoh.example/a", status="404 Not Found", body=b""),
    exchange(url="https://contoh.example/b", response_headers=[]),
]


def test_index_beside_a_file_is_what_reading_the_file_gives(tmp_path):
    indexed(tmp_path, *MANY).close()
    (path,) = tmp_path.glob("*.warc.gz")
    lines = index_of(path).read_text().splitlines(keepends=True)
    assert lines == sorted(captures(path, path.name))
    assert len(lines) == 4
    assert '"mime": "warc/revisit"' in lines[2]


def test_file_of_a_killed_run_gets_its_index_too(tmp_path):
    writer = indexed(tmp_path, *MANY)
    writer.sync()
    (part,) = tmp_path.glob("*.part")
    whole = part.read_bytes()
    writer.close()
    for path in tmp_path.iterdir():
        path.unlink()
    part.write_bytes(whole + whole[:40])
    WarcWriter(tmp_path, {}, line_of=line_of, index=index_file)
    (path,) = tmp_path.glob("*.warc.gz")
    assert index_of(path).read_text().splitlines(keepends=True) == sorted(captures(path, path.name))


def test_foreign_file_that_no_index_can_lead_into_is_named_all_the_same(tmp_path):
    whole = gzip.decompress(written(tmp_path / "w", exchange()).read_bytes())
    (tmp_path / "asing.warc.gz.part").write_bytes(gzip.compress(whole))
    (notice,) = WarcWriter(tmp_path, {}, line_of=line_of, index=index_file).notices
    assert notice.startswith("asing.warc.gz has no index: ")
    assert (tmp_path / "asing.warc.gz").exists()


def test_index_is_there_before_its_file_is(tmp_path, monkeypatch):
    from newsbot.durable import lines

    def publish(path):
        if path.name.endswith(".warc.gz"):
            raise OSError("killed here")
        lines.part_of(path).replace(path)

    writer = indexed(tmp_path, *MANY)
    monkeypatch.setattr(lines, "publish", publish)
    with pytest.raises(OSError, match="killed here"):
        writer.close()
    ends = sorted(path.name.partition(".")[2] for path in tmp_path.iterdir())
    assert ends == ["cdxj", "warc.gz.part"]


def test_file_that_is_old_enough_gets_its_name(tmp_path, monkeypatch):
    from newsbot.durable import warc

    clock = [0.0]
    monkeypatch.setattr(warc.time, "monotonic", lambda: clock[0])
    writer = WarcWriter(tmp_path, {}, max_age=60)
    for number, moment in enumerate((0, 59, 61, 62)):
        clock[0] = moment
        writer.write(exchange(url=f"https://contoh.example/read/{number}"))
        writer.sync()
    assert len(list(tmp_path.glob("*.warc.gz"))) == 1
    writer.close()
    assert len(list(tmp_path.glob("*.warc.gz"))) == 2
