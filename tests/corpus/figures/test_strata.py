import pytest

from newsbot.cli.sample import _BY
from newsbot.corpus.figures import strata
from newsbot.corpus.figures.strata import STRATA, Stratified
from tests.corpus.records import article, read


def sampled(records, *, by=(), size=2, seed=1):
    sample = Stratified(size, by, seed)
    for record in read(*records):
        sample.offer(record)
    return [record.fields["id"] for record in sample.records()]


MANY = [article(str(number), portal=("kompas", "detik", "tempo")[number % 3]) for number in range(60)]


def test_the_strata_of_the_help_are_those_that_are_known():
    assert list(_BY) == list(STRATA)


def test_so_many_of_each_stratum_in_their_order():
    kept = sampled(MANY, by=("portal",))
    assert len(kept) == 6
    assert kept == sorted(kept, key=int)
    assert {int(number) % 3 for number in kept} == {0, 1, 2}


def test_another_seed_is_another_sample():
    assert sampled(MANY, size=5) == sampled(MANY, size=5) != sampled(MANY, size=5, seed=2)


def test_another_stratum_changes_nothing_in_this_one():
    kompas = [record for record in MANY if record["portal"] == "kompas"]
    assert set(sampled(kompas, by=("portal",))) < set(sampled(MANY, by=("portal",)))


def test_a_small_stratum_is_taken_whole():
    assert sampled(MANY[:1], size=10) == ["0"]


def test_too_many_strata_are_refused(monkeypatch):
    monkeypatch.setattr(strata, "MOST_STRATA", 2)
    with pytest.raises(ValueError, match="more than 2 strata by portal"):
        sampled(MANY, by=("portal",))
