"""Captures become versions, with the first and last time that each was seen."""

from datetime import datetime

from newsbot.corpus.revisions.captures import capture_of, fields_of
from newsbot.corpus.revisions.lines import as_object, line
from newsbot.corpus.revisions.timeline import Maker, timeline_of

from .made import DAY, ONE, THREE, TWO, captured, given

EDITED = (ONE.replace("tiga", "empat"), TWO, THREE)


def captures(*records):
    return [capture_of(fields_of(record)) for record in given(*records)]


def timeline(*records):
    return timeline_of("contoh:1", captures(*records))


def seen(found):
    return [(one.first_seen[8:10], one.last_seen[8:10], one.captures) for one in found.versions]


def test_versions_last_until_another_one_is_seen():
    found = timeline(
        captured(1),
        captured(2),
        captured(3, texts=EDITED),
        captured(4, texts=EDITED),
        captured(6, texts=(ONE,)),
    )
    assert seen(found) == [("01", "02", 2), ("03", "04", 2), ("06", "06", 1)]
    assert [(one.number, one.after[8:10], one.before[8:10]) for one in found.revisions] == [
        (1, "02", "03"),
        (2, "04", "06"),
    ]
    assert (found.captures, found.last_seen) == (5, DAY.format(6))


def test_words_that_changed_are_marked_and_blocks_aligned():
    (revision,) = timeline(captured(1), captured(2, texts=(EDITED[0], THREE))).revisions
    (detail,) = revision.details
    assert [passage.op for passage in detail.passages] == ["changed", "removed", "same"]
    assert [part for part in detail.passages[0].words if part[0] != "="] == [("-", "tiga "), ("+", "empat ")]


def test_text_that_comes_back_is_known_again():
    found = timeline(captured(1), captured(2, texts=EDITED), captured(3), captured(4, section="Daerah"))
    assert [version.same_text_as for version in found.versions] == [None, None, 0, None]


def test_record_of_a_capture_that_came_before_counts_once():
    found = timeline(captured(1), captured(1, texts=EDITED), captured(2))
    assert (found.captures, found.repeated, found.revisions) == (2, 1, [])


def test_same_bytes_are_the_same_article_whatever_read_them():
    later = captured(2, texts=EDITED, _payload_digest="sha256:contoh:1:1")
    assert seen(timeline(captured(1), later)) == [("01", "02", 2)]


def test_walls_and_lists_in_its_place_are_counted_and_not_compared():
    found = timeline(
        captured(1), captured(2, texts=(), kind="blocked"), captured(3, texts=(), kind="index"), captured(4)
    )
    assert (found.not_shown, found.revisions, found.captures) == ({"blocked": 1, "index": 1}, [], 2)
    nothing = timeline(captured(2, kind="blocked"), captured(3, kind="blocked"))
    assert (nothing.versions, nothing.is_followed) == ([], False)


def test_looks_of_a_crawl_tell_how_long_it_was_seen_and_that_it_is_gone():
    maker = Maker("contoh:1")
    for capture in captures(captured(1), captured(3, texts=EDITED)):
        maker.add(capture)
    for day, is_gone in ((2, True), (5, False), (7, True)):
        maker.look(datetime.fromisoformat(DAY.format(day)), DAY.format(day), is_gone=is_gone)
    found = maker.timeline
    assert seen(found) == [("01", "01", 1), ("03", "05", 1)]
    assert (found.last_seen[8:10], found.gone_at[8:10]) == ("05", "07")


def test_article_that_is_there_again_is_not_gone():
    maker = Maker("contoh:1")
    first, later = captures(captured(1), captured(9))
    maker.add(first)
    maker.look(datetime.fromisoformat(DAY.format(5)), DAY.format(5), is_gone=True)
    maker.add(later)
    assert maker.timeline.gone_at is None


def test_revisions_and_their_texts_are_bounded_and_the_rest_is_counted():
    records = [captured(day, texts=(f"{ONE} Hari {day}.",)) for day in range(1, 10)]
    for bounds in ({"most": 3}, {"most_text": 600}):
        maker = Maker("contoh:1", **bounds)
        for capture in captures(*records):
            maker.add(capture)
        found = maker.timeline
        assert (len(found.revisions), found.left_out, found.captures) == (3, 5, 9)
        assert len(found.versions) == 4


def test_line_tells_all_of_it():
    found = as_object(timeline(captured(1), captured(2, texts=EDITED, headline="Panen Garam Turun")))
    assert list(found) == [
        *(
            "schema",
            "id",
            "ids",
            "portal",
            "url",
            "headline",
            "first_seen",
            "last_seen",
            "gone_at",
            "captures",
        ),
        *("repeated", "not_shown", "versions", "revisions", "left_out"),
    ]
    assert (found["schema"], found["headline"]) == ("newsbot.revisions/1", "Panen Garam Turun")
    (revision,) = found["revisions"]
    assert revision["between"] == [DAY.format(1), DAY.format(2)]
    assert revision["changes"]["headline"] == [
        {"path": "", "before": "Panen Garam Naik", "after": "Panen Garam Turun"}
    ]
    assert [passage["op"] for passage in revision["changes"]["article_body"]] == ["changed", "same"]
    assert line(timeline(captured(1))).startswith('{"schema":"newsbot.revisions/1","id":"contoh:1"')
