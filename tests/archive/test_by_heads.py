"""Pages of archives that are found by their heads: the same as those that are read one after the other, or it shows."""

import gzip
import random
import zlib

import pytest

from newsbot.archive import PlacedPage, Seen, find_by_heads, find_sources, proved
from newsbot.engines.plan import Plan
from newsbot.engines.run import run
from tests.archive.records import BODY, HTML, URL, record
from tests.archive.test_containers import WAYS
from tests.archive.test_mutilated import archives, cut, flipped, lying, overwritten, repeated

pytest.importorskip("warcio", reason="the extra newsbot[warc] is not installed")

COUNTED = ("passed_over", "mismatches", "mismatch", "mended", "mended_at", "bytes_done")


def by_reading(path):
    seen = Seen()
    return list(find_sources(path, seen=seen)), counts(seen)


def by_heads(path):
    """The pages as far as all were where they seemed to be, whether all were, how many, and what was counted."""
    seen, found, placed = Seen(by_heads=True), [], 0
    for item in find_by_heads(path, seen=seen):
        if not isinstance(item, PlacedPage):
            found.append(item)
            continue
        page, proof = proved(item)
        if not proof.holds:
            return found, False, placed, None
        if proof.mismatch:
            seen.mismatched(item.order, item.name, item.offset, proof.mismatch)
        placed += 1
        found.append(page)
    return found, True, placed, counts(seen)


def counts(seen):
    return {name: getattr(seen, name) for name in COUNTED}


@pytest.mark.parametrize("name", ["by-record.warc.gz", "by-record.warc.zst", "a.wacz"])
def test_pages_packed_by_record_are_found_by_their_heads(tmp_path, name):
    path = tmp_path / name
    archives(tmp_path)
    if name in WAYS:
        path.write_bytes(WAYS[name]())
    found, holds, placed, counted = by_heads(path)
    assert holds
    assert placed
    assert (found, counted) == by_reading(path)


@pytest.mark.parametrize("mutilate", [flipped, cut, overwritten, repeated, lying])
def test_what_was_mutilated_reads_the_same_or_shows(tmp_path, mutilate):
    chance = random.Random(5)
    outcomes = set()
    for name, whole in archives(tmp_path).items():
        path = tmp_path / name
        for _ in range(8):
            data = bytearray(whole)
            mutilate(data, chance)
            path.write_bytes(data)
            found, holds, placed, counted = by_heads(path)
            expected, told = by_reading(path)
            assert found == expected[: None if holds else len(found)]
            assert counted == (told if holds else None)
            outcomes.add((holds, bool(placed)))
    assert (True, True) in outcomes


def forged():
    """An archive whose page holds, unpacked as it lies there, what looks like the end of its record and another one."""
    false = gzip.compress(record(url="https://palsu.example/", block=HTML + BODY))
    size = len(record(block=HTML + BODY + b"\0" * 4 + false))
    whole = record(block=HTML + BODY + size.to_bytes(4, "little") + false)
    assert len(whole) == size
    packer = zlib.compressobj(0, wbits=31)  # as it is
    return packer.compress(whole) + packer.flush() + gzip.compress(record(url=URL + "2"))


def test_record_that_a_page_forges_shows(tmp_path):
    path = tmp_path / "a.warc.gz"
    path.write_bytes(forged())
    found, holds, placed, _ = by_heads(path)
    assert (found, holds, placed) == ([], False, 0)
    assert [page.url for page in by_reading(path)[0]] == [URL + "1", URL + "2"]


def outputs(path, workers, **changes):
    plan = Plan((path,), path.parent / f"{workers}.jsonl", workers=workers, **changes)
    summary = run(plan, note=(notes := []).append)
    return plan.out.read_bytes(), plan.rejects_file.read_bytes(), summary.to_dict(), notes


def test_run_over_a_forged_record_writes_what_one_process_does(tmp_path):
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(record(url=URL + "0")) * 5 + forged())
    *one, told = outputs(path, 0)
    *several, notes = outputs(path, 2, batch=2)
    assert several == one
    assert told == []
    assert "does not end as it seemed to" in " ".join(notes)


def test_digests_that_are_wrong_are_counted_alike(tmp_path):
    path = tmp_path / "a.warc.gz"
    wrong = {"WARC-Payload-Digest": "sha1:" + "A" * 32}
    parts = [record(url=f"{URL}{n}", **(wrong if n % 3 == 1 else {})) for n in range(7)]
    path.write_bytes(b"".join(map(gzip.compress, parts)))
    *one, _ = outputs(path, 0)
    *several, notes = outputs(path, 2)
    assert several == one
    assert (one[2]["digest_mismatches"], notes) == (2, [])
