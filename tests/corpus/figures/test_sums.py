from newsbot.corpus.figures.counters import Frequent
from newsbot.corpus.figures.periods import PortalPeriods
from newsbot.corpus.figures.sampling import Reservoir
from newsbot.corpus.figures.sums import MOST_PORTALS, OTHERS, Sums
from newsbot.corpus.figures.told import as_object, size_told
from tests.corpus.export.made import BARE, FULL


def summed(*records):
    sums = Sums()
    for record in records:
        sums.add(record)
    return sums


def test_the_sums_of_two_records():
    sums = summed(FULL, BARE)
    assert (sums.records, sums.words, sums.opted_out) == (2, 23, 1)
    assert sums.period == ("2023-09-13", "2023-09-13")
    assert (dict(sums.days), dict(sums.hours)) == ({"2023-09-13": 1, "no date": 1}, {0: 1})
    assert dict(sums.removed) == {("ad", "iklan"): 2}
    assert sums.authors.most(5) == [("Budi Hartono", 1), ("Sari Wulan", 1)]


def test_coverage_is_by_portal():
    portals = as_object(summed(FULL, BARE))["portals"]
    assert (portals["contoh"]["editors"], portals["lain"]["editors"]) == (1.0, 0.0)


def test_a_problem_is_shown_with_its_first_record():
    assert (
        summed(FULL, {**FULL, "url": "https://contoh.id/2"}).examples["opt_out"]
        == "https://contoh.id/contoh:1"
    )


def test_nothing_is_summed_too():
    assert as_object(summed())["first_day"] is None


def test_more_hosts_than_anyone_reads_are_summed_together():
    sums = summed(*({**BARE, "portal": f"situs{number}.id"} for number in range(MOST_PORTALS + 5)))
    assert len(sums.portals) == MOST_PORTALS + 1
    assert sums.portals[OTHERS].records == 5


def test_portals_that_are_not_told_apart_are_no_number():
    sums = summed(*({**BARE, "portal": f"situs{number}.id"} for number in range(MOST_PORTALS + 5)))
    assert size_told(sums) == "1,005 records of more than 1,000 portals"
    assert sums.by_size()[-1][0] == OTHERS
    assert size_told(summed(BARE)) == "1 record of 1 portal"


def test_places_are_one_in_capitals_and_in_small_letters():
    sums = summed({**BARE, "dateline": "Ambon"}, {**BARE, "dateline": "AMBON"})
    assert sums.places.most(2) == [("AMBON", 2)]


def test_portals_by_period_become_coarser_and_lose_nothing():
    periods = PortalPeriods(most=3)
    days = [f"{year}-0{month}-1{day}" for year in (2021, 2022) for month in (1, 2) for day in (1, 2)]
    for day in days:
        periods.add("contoh", day)
    assert (periods.unit, periods.of("contoh", "year")) == ("year", {"2021": 4, "2022": 4})
    for year in range(1990, 1999):
        periods.add("lain", f"{year}-01-01")
    assert (periods.of("lain", "year"), periods.untold) == ({"1990": 1}, 8)


def test_frequent_words_survive_many_rare_ones():
    words = Frequent(limit=10)
    for number in range(500):
        words.add("Jakarta")
        words.add(f"kampung {number}")
    ((word, count),) = words.most(1)
    assert (word, len(words) <= 11) == ("Jakarta", True)
    assert 500 - words.error <= count <= 500


def test_a_sample_depends_on_its_seed_alone():
    def sample(seed):
        kept = Reservoir[int](5, seed)
        for number in range(100):
            kept.offer(number)
        return kept.items()

    assert sample(1) == sample(1) != sample(2)
    assert len(set(sample(1))) == 5


def test_a_class_of_one_value_is_named_by_it():
    texts = summed(*({**BARE, "word_count": words} for words in (0, 40, 60)))
    assert [pair for pair in texts.lengths.classes() if pair[1]] == [
        ("0", 1),
        ("1 to 50", 1),
        ("51 to 100", 1),
    ]
