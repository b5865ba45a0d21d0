from newsbot.corpus.figures.clusters import MEMBERS, Clusters
from tests.corpus.export.made import BARE, FULL


def head(name="contoh:1", **fields):
    return {**FULL, "id": name, "cluster_id": name, "duplicate_of": None, "relation": None, **fields}


def copy(name, of="contoh:1", relation="wire_copy", **fields):
    return {**FULL, "id": name, "cluster_id": of, "duplicate_of": of, "relation": relation, **fields}


def alone(name):
    return {**BARE, "id": name, "cluster_id": None, "duplicate_of": None, "relation": None}


def clusters(*records, **bounds):
    found = Clusters(**bounds)
    for record in records:
        found.add(record)
    return found


def test_a_cluster_has_head_members_relations_and_portals():
    found = clusters(
        copy("lain:2", portal="lain"), head(), copy("contoh:3", relation="rewrite"), alone("lain:9")
    )
    (one,) = found.largest(5)
    assert (one.name, one.head.id, [member.id for member in one.members]) == (
        "contoh:1",
        "contoh:1",
        ["lain:2", "contoh:3"],
    )
    assert (one.size, one.more, dict(one.portals)) == (3, 0, {"lain": 1, "contoh": 2})
    assert dict(one.relations) == dict(found.relations) == {"wire_copy": 1, "rewrite": 1}
    assert (found.marked, found.heads, found.sizes()) == (4, 1, [("3", 1)])


def test_a_head_that_was_not_chosen_is_missing():
    (one,) = clusters(copy("lain:2"), copy("lain:3")).largest(5)
    assert (one.head, one.size, one.more) == (None, 2, 0)


def test_two_captures_of_one_id_are_head_and_member():
    (one,) = clusters(head(), copy("contoh:1", relation="same_article")).largest(5)
    assert (one.head.relation, one.members[0].relation, one.size) == (None, "same_article", 2)


def test_members_beyond_those_that_are_named_are_counted():
    (one,) = clusters(head(), *(copy(f"lain:{number}") for number in range(MEMBERS + 3))).largest(5)
    assert (one.size, len(one.members), one.more) == (MEMBERS + 4, MEMBERS, 3)


def test_records_that_no_dedupe_has_seen_are_not_marked():
    found = clusters(FULL, BARE)
    assert (found.marked, list(found.largest(5)), found.sizes()) == (0, [], [])


def test_the_largest_come_first():
    found = clusters(head("a:1"), copy("a:2", "a:1"), head("b:1"), copy("b:2", "b:1"), copy("b:3", "b:1"))
    assert [one.name for one in found.largest(1)] == ["b:1"]
    assert found.sizes() == [("2", 1), ("3", 1)]


def test_a_large_cluster_outlives_many_small_ones():
    records = [head("besar:0")]
    for number in range(500):
        records += [head(f"a:{number}"), copy(f"b:{number}", f"a:{number}"), copy(f"c:{number}", "besar:0")]
    found = clusters(*records, known=10)
    (one,) = found.largest(1)
    assert (one.name, one.head.id) == ("besar:0", "besar:0")
    assert 501 - found.error <= one.size <= 501
    assert len(list(found.largest(1000))) <= 11


def test_sizes_of_too_many_clusters_are_those_of_a_part():
    """A cluster that is taken is counted in full, however late it was decided that there are too many."""
    records = []
    for number in range(2000):
        records += [head(f"a:{number}"), copy(f"b:{number}", f"a:{number}")]
    last = [copy(f"c:{number}", f"a:{number}") for number in range(2000)]
    found = clusters(*records, *last, sampled=100)
    ((name, count),) = found.sizes()
    assert (name, 40 <= count <= 100) == ("3", True)
    assert 1000 < count / found.share < 3000
    assert clusters(*records).share == 1
