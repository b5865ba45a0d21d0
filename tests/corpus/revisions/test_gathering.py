"""Records in any order, article by article, in bounded memory."""

import random

import pytest

from newsbot.corpus.reading import BadRecord
from newsbot.corpus.revisions.gathering import MAX_IDS, Gathering
from newsbot.corpus.revisions.lines import line
from newsbot.state.looks import Look

from .made import DAY, ODD, ONE, TWO, captured, given, odd


def gathered(records, *looks, max_held=10**6):
    with Gathering(max_held) as gathering:
        for record in given(*records):
            gathering.add(record)
        for look in looks:
            gathering.add_look(look)
        return list(gathering.timelines()), gathering


def told(timelines):
    return [(one.id, one.captures, len(one.versions)) for one in timelines]


def test_captures_are_put_in_order_by_their_moment_whatever_their_zone():
    records = [
        captured(3, texts=(ONE,), at="2023-09-01T09:00:00+07:00"),
        captured(1, texts=(TWO,), at="2023-09-01T03:00:00Z"),
        captured(2, at="2023-09-01T01:30:00.5+00:00"),
    ]
    ((one,), _) = gathered(records)
    assert [version.first_seen for version in one.versions] == [
        *("2023-09-01T01:30:00.5+00:00", "2023-09-01T09:00:00+07:00", "2023-09-01T03:00:00Z"),
    ]


@pytest.mark.parametrize("max_held", [10**6, 4000, 1])
def test_nothing_depends_on_the_order_of_coming_nor_on_what_fits_into_memory(max_held):
    records = [
        captured(
            day, number=f"contoh:{number}", texts=(ONE, f"{TWO} {day * (number % 3)}"), canonical_url=url
        )
        for number in range(7)
        for day in range(1, 5)
        for url in ([None, "https://contoh.id/bersama"][number in (2, 5)],)
    ]
    expected, _ = gathered(records)
    random.Random(4).shuffle(records)
    found, _ = gathered(records, max_held=max_held)
    assert [(one.id, one.captures, [v.first_seen for v in one.versions], one.verdicts) for one in found] == [
        (one.id, one.captures, [v.first_seen for v in one.versions], one.verdicts) for one in expected
    ]
    assert [one.captures for one in found] == [4, 4, 4, 4, 4, 8]


def test_ids_of_one_address_are_one_article():
    """By its canonical address, whatever host for phones or way in; and by way of a third capture."""
    url = "https://www.contoh.id/berita/panen"
    records = [
        captured(1, number="www.contoh.id:abc", canonical_url=url),
        captured(2, number="contoh:1", canonical_url="https://m.contoh.id/berita/panen?utm_source=x"),
        captured(3, number="contoh:1", canonical_url="https://contoh.id/lain"),
        captured(4, number="contoh:9", canonical_url="https://contoh.id/lain/"),
        captured(5, number="contoh:5"),
    ]
    found, _ = gathered(records)
    assert told(found) == [("contoh:5", 1, 1), ("contoh:1", 4, 1)]
    assert found[1].ids == {"www.contoh.id:abc", "contoh:1", "contoh:9"}


def test_address_of_too_many_ids_joins_none_and_is_told():
    records = [
        captured(1, number=f"contoh:{number}", canonical_url="https://contoh.id/berita")
        for number in range(MAX_IDS + 1)
    ]
    found, gathering = gathered(records, Look("https://contoh.id/berita", DAY.format(9), is_gone=True))
    assert len(found) == MAX_IDS + 1
    assert all(one.gone_at is None for one in found)
    assert gathering.left_out == {f"addresses of more than {MAX_IDS} ids, which join none": 1}
    assert list(gathering.examples.values()) == ["contoh.id/berita"]


@pytest.mark.parametrize("moment", [None, "2023-09-01", "kemarin", "2023-09-01T01:00:00", 7])
def test_records_that_cannot_be_put_in_time_are_counted(moment):
    found, gathering = gathered([captured(1), captured(2, _fetched_at=moment)])
    assert told(found) == [("contoh:1", 1, 1)]
    assert gathering.left_out == {"no moment at which it was fetched": 1}
    assert gathering.examples == {"no moment at which it was fetched": "a.jsonl line 2"}


def test_records_of_any_shape_are_taken():
    """Only id, metadata and schema are sure of a record."""
    whole = captured(1)
    for at, name in enumerate(key for key in whole if key not in ("schema", "id", "metadata")):
        bare = {"schema": whole["schema"], "id": f"contoh:{at}", "metadata": {"fetched_at": DAY.format(29)}}
        ((one,), _) = gathered(
            [*odd(name, f"contoh:{at}"), {**bare, "metadata": {**bare["metadata"], "extraction": "x"}}, bare]
        )
        assert one.captures + one.not_shown.total() + one.repeated == len(ODD) + 2
        assert line(one)


def test_record_that_is_nested_too_deep_is_named():
    deep = []
    for _ in range(60):
        deep = [deep]
    with Gathering() as gathering, pytest.raises(BadRecord, match=r"a\.jsonl line 1: nested too deep"):
        gathering.add(given(captured(1, keywords=deep))[0])


def test_looks_find_their_article_by_its_address():
    records = [captured(1, number="contoh:1"), captured(1, number="contoh:2")]
    looks = [
        Look("http://m.contoh.id/contoh-1?utm_medium=x", DAY.format(4), is_gone=False),
        Look("https://contoh.id/contoh-2", DAY.format(5), is_gone=True),
        Look("https://contoh.id/tidak-ada", DAY.format(5), is_gone=True),
    ]
    (one, two), _ = gathered(records, *looks)
    assert (one.last_seen, one.gone_at) == (DAY.format(4), None)
    assert (two.last_seen, two.gone_at) == (DAY.format(1), DAY.format(5))


@pytest.mark.parametrize("name", ["a\tb", "a\nb", "id", "look", '"', "\ud800", "é", "~"])
def test_odd_ids_are_ids(name):
    found, _ = gathered(
        [captured(2, number=name, texts=(ONE,)), captured(1, number=name), captured(1, number="b")]
    )
    one = next(one for one in found if one.id == name)
    assert (one.captures, len(one.revisions)) == (2, 1)
    assert line(one)
