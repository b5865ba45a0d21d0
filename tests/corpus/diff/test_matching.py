import random

import pytest

from newsbot.corpus.diff import shelf
from newsbot.corpus.diff.matching import Repeated, match
from newsbot.corpus.reading import BadRecord, Records
from tests.corpus.records import article, lines, read


def pairs(a, b, **options):
    """Ids of both sides and what they were matched by."""
    return [
        (pair.a and pair.a.fields["id"], pair.b and pair.b.fields["id"], pair.by)
        for pair in match(read(*a), read(*b), **options)
    ]


def numbered(*numbers):
    return [article(str(number), f"pages/{number}.html") for number in numbers]


def test_the_page_counts_and_not_the_id():
    assert pairs([article("old", "a.html")], [article("new", "a.html")]) == [("old", "new", "path")]


def test_order_does_not_count():
    assert sorted(pairs(numbered(1, 2, 3), numbered(3, 1, 2))) == [(n, n, "path") for n in "123"]


def test_pages_of_one_archive_are_told_by_their_offsets():
    a, b = ([article(name, "a.warc") for name in names] for names in ("xy", "yx"))
    for records, offsets in ((a, (0, 9)), (b, (9, 0))):
        for record, offset in zip(records, offsets, strict=True):
            record["metadata"]["origin"]["offset"] = offset
    assert sorted(pairs(a, b)) == [("x", "x", "path"), ("y", "y", "path")]


def test_a_page_elsewhere_is_found_by_its_id():
    assert pairs([article("1", "old/a.html")], [article("1", "new/a.html")]) == [("1", "1", "id")]


def test_a_live_page_is_matched_with_its_archive_by_id():
    assert pairs([article("1", None)], [article("1", "a.warc")]) == [("1", "1", "id")]


def test_what_one_side_lacks_comes_last():
    assert pairs(numbered(1, 2), numbered(2, 3)) == [
        ("2", "2", "path"),
        ("1", None, "path"),
        (None, "3", "path"),
    ]


def test_a_page_that_comes_twice_is_matched_in_order_and_said():
    repeated = (Repeated(), Repeated())
    twice = [article("1", "a.html"), article("2", "a.html")]
    assert pairs(twice, twice, repeated=repeated) == [("1", "1", "path"), ("2", "2", "path")]
    assert (repeated[0].records, repeated[0].examples) == (1, ["a.html (a.jsonl line 2)"])


def test_a_page_that_only_one_side_has_twice_is_left_over_there():
    twice = [article("1", "a.html"), article("2", "a.html")]
    assert pairs(twice, twice[:1]) == [("1", "1", "path"), ("2", None, "path")]


@pytest.mark.parametrize("is_file", [True, False])
def test_records_that_wait_long_are_read_again(tmp_path, monkeypatch, is_file):
    monkeypatch.setattr(shelf, "IN_MEMORY", 0)
    monkeypatch.setattr(shelf.Shelf.__init__, "__defaults__", (0,))
    order = list(range(30))
    random.Random(7).shuffle(order)
    (tmp_path / "a.jsonl").write_text(lines(*numbered(*range(30))))
    a = Records(tmp_path / "a.jsonl", on_trouble=print) if is_file else read(*numbered(*range(30)))
    found = list(match(a, read(*numbered(*order))))
    assert all(pair.a.fields == pair.b.fields for pair in found)
    assert len(found) == 30


def test_a_file_that_changes_meanwhile_is_named(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(lines(*numbered(1)))
    waiting = shelf.Shelf(in_memory=0)
    for record in Records(path, on_trouble=print):
        waiting.put(b"key", record)
    path.write_text("something else, and as long as it was" * 100)
    with pytest.raises(BadRecord, match=r"a\.jsonl line 1: changed while"):
        waiting.take(b"key")
