import pytest

from newsbot.corpus.diff.compare import Question, compare
from newsbot.corpus.diff.details import details
from newsbot.corpus.diff.fields import MISSING, changes, known_fields, nearest
from newsbot.corpus.diff.limits import Limit
from newsbot.corpus.diff.tally import FieldCount
from newsbot.items import DateMention, FieldSource, JoinedPage, Person, Problem, Removed
from tests.corpus.records import ONE, THREE, TWO, article, read

EDITOR = Person("Laras Puspa", "editor")


def difference(a, b, **question):
    return compare(read(*a), read(*b), Question(**question))


def tally(a, b, **question):
    return difference(a, b, **question).tally


def pages(count, **fields):
    return [article(str(number), f"{number}.html", **fields) for number in range(count)]


def shown(a, b):
    """Name of each field that an example tells of."""
    return [detail.name for detail in details(difference([a], [b]).examples[0])]


def test_a_field_is_filled_emptied_or_other():
    before = [
        article("1", "1.html"),
        article("2", "2.html", initials="lp"),
        article("3", "3.html", initials="lp"),
    ]
    after = [
        article("1", "1.html", initials="lp"),
        article("2", "2.html"),
        article("3", "3.html", initials="rd"),
    ]
    assert tally(before, after).fields == {"initials": FieldCount(changed=3, gained=1, lost=1)}


def test_alike_and_differing_records_add_up():
    counts = tally([*pages(2), article("x", "x.html")], [*pages(1), article("1", "1.html", topic="Garam")])
    assert (counts.matched, counts.changed, counts.only_a, counts.only_b) == (2, 1, 1, 0)
    assert counts.records == (3, 2)


def test_portals_and_layouts_have_counts_of_their_own():
    before = [article("1", "1.html"), article("2", "2.html", portal="lain", layout=None)]
    after = [article("1", "1.html", topic="Garam"), article("2", "2.html", portal="lain", layout="2024")]
    counts = tally(before, after)
    assert {name: dict(group.fields) for name, group in counts.portals().items()} == {
        "contoh": {"topic": 1},
        "lain": {"metadata.extraction.layout": 1},
    }
    assert list(counts.layouts) == [("contoh", "2023"), ("lain", "- → 2024")]


def test_when_a_page_was_fetched_does_not_count():
    before, after = article(_fetched_at="2023-09-13T10:00:00+07:00"), article(_fetched_at=None)
    assert tally([before], [after]).changed == 0
    assert tally([before], [after], fields=("metadata.fetched_at",)).changed == 1


def test_only_a_field_that_is_named_is_compared_with_what_lies_under_it():
    source = {"headline": FieldSource("layout", "h1")}
    counts = tally([article()], [article(topic="Garam", _fields=source)], fields=("metadata.fields",))
    assert list(counts.fields) == ["metadata.fields.headline"]


def test_a_key_that_is_not_there_is_not_null():
    before, after = article(), article()
    del after["topic"]
    assert changes(before, after) == {"topic": (None, MISSING)}


def test_problems_are_counted_by_code():
    counts = tally(
        [article(_problems=[Problem("no_date")])], [article(_problems=[Problem("no_byline", "authors")])]
    )
    assert counts.gone == {("problems", "no_date"): 1}
    assert counts.come == {("problems", "no_byline authors"): 1}


def test_removals_are_counted_by_rule():
    counts = tally([article()], [article(_removed=[Removed("sign-off", "byline", "(lp)")] * 2)])
    assert counts.come == {("removed", "byline sign-off"): 1}


def test_what_a_kind_or_witness_turned_into_is_counted():
    before = article(_fields={"headline": FieldSource("layout", "h1")})
    after = article(kind="gallery", _fields={"headline": FieldSource("meta", "og:title")})
    assert tally([before], [after]).turned == {
        ("kind", "article", "gallery"): 1,
        ("metadata.fields.headline", "layout", "meta"): 1,
    }


def test_pages_that_are_not_the_same_are_said():
    assert tally([article(_payload_digest="sha256:a")], [article(_payload_digest="sha256:b")]).other_page == 1
    first, second = ([JoinedPage(payload_digest=f"sha256:{one}")] for one in "ab")
    found = tally([article(_pages=first)], [article(_pages=second)])
    assert (found.other_page, found.changed) == (1, 0)
    assert tally([article(_pages=first)], [article(_pages=first)]).other_page == 0


def test_an_example_tells_of_the_body_once():
    assert shown(article(), article(texts=(ONE, TWO, THREE), word_count=9, content_digest="x")) == [
        "article_body"
    ]


def test_blocks_are_told_of_where_the_body_is_the_same():
    after = article()
    after["blocks"][0]["type"] = "heading"
    assert shown(article(), after) == ["blocks"]


def test_a_body_without_blocks_is_compared_by_its_paragraphs():
    a, b = article(), article(texts=(ONE,))
    a["blocks"] = b["blocks"] = []
    (detail,) = details(difference([a], [b]).examples[0])
    assert [(one.op, one.before) for one in detail.passages] == [("same", None), ("removed", TWO)]


def test_dates_that_only_moved_are_not_told_of():
    def dated(start):
        return [DateMention("13 September 2023", start, start + 17, "2023-09-13", "day", None, None)]

    moved = article(texts=(TWO,), date_mentions=dated(0))
    assert shown(article(date_mentions=dated(74)), moved) == ["article_body"]


def test_another_rule_is_told_in_one_line():
    before, after = (article(_fields={"headline": FieldSource("layout", rule)}) for rule in ("h1", "h2"))
    (detail,) = details(difference([before], [after]).examples[0])
    assert [(edit.path, edit.before, edit.after) for edit in detail.edits] == [
        ("headline", "layout h1", "layout h2")
    ]


def test_each_field_has_its_examples_and_no_more_records_than_needed():
    before = pages(9)
    after = [
        *pages(6, topic="Garam"),
        *(article(str(n), f"{n}.html", topic="Garam", editors=[EDITOR]) for n in (6, 7, 8)),
    ]
    found = difference(before, after, examples=2).examples
    assert [example.number for example in found] == [7, 8]


def test_examples_come_of_many_portals():
    portals = ["contoh"] * 5 + ["lain"]
    before, after = (
        [article(str(n), f"{n}.html", portal=portal, topic=topic) for n, portal in enumerate(portals)]
        for topic in (None, "Garam")
    )
    assert [example.portal for example in difference(before, after, examples=2).examples] == [
        "contoh",
        "lain",
    ]


def test_records_without_counterpart_are_shown_too():
    examples = difference(pages(1), [*pages(1), article("x", "x.html")]).examples
    assert [(example.pair.a, example.pair.b.fields["id"]) for example in examples] == [(None, "x")]


def test_no_examples_where_none_are_wanted():
    assert difference(pages(1), pages(1, topic="Garam"), examples=0).examples == []


@pytest.mark.parametrize(
    ("limit", "holds"),
    [
        ("topic", False),
        ("topic:0.25", False),
        ("topic:0.5", True),
        ("topic:50%", True),
        ("headline", True),
        ("metadata.problems", False),
        ("metadata", False),
        ("any:79%", False),
        ("records:19%", False),
        ("records:20%", True),
    ],
)
def test_a_limit_is_a_share_of_records(limit, holds):
    after = [*pages(2, topic="Garam"), article("2", "2.html", _problems=[Problem("no_date")]), *pages(4)[3:]]
    found = difference([*pages(4)], [*after, article("x", "x.html")], limits=[Limit.of(limit)])
    assert (not found.broken) == holds


def test_a_field_with_a_limit_is_compared_in_any_case():
    limit = Limit.of("metadata.fetched_at")
    found = difference([article()], [article(_fetched_at="2023-09-13")], fields=("topic",), limits=[limit])
    assert found.broken == [limit]


def test_of_nothing_that_was_matched_no_limit_holds():
    assert difference([], [], limits=[Limit.of("topic:100%")]).broken


@pytest.mark.parametrize("text", ["topic:", "topic:2", "topic:101%", "topic:-1", "topic:x", "topic:1e-3"])
def test_a_rate_that_is_no_share_is_refused(text):
    with pytest.raises(ValueError, match="no share"):
        Limit.of(text)


def test_every_key_of_a_record_may_be_asked_for():
    source = {"headline": FieldSource("layout", "h1")}
    assert set(changes({}, article(_fields=source))) <= {*known_fields(), "schema"}


@pytest.mark.parametrize(
    ("name", "meant"),
    [("autors", "authors"), ("layout", "metadata.extraction.layout"), ("problem", "metadata.problems")],
)
def test_a_name_that_is_nearly_right_is_known(name, meant):
    assert meant in nearest(name, known_fields())
