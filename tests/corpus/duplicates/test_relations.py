import pytest

pytest.importorskip("rensa")

from newsbot.corpus.duplicates.clusters import groups, settle
from newsbot.corpus.duplicates.evidence import Evidence, evidence_of
from newsbot.corpus.duplicates.relations import head_of, is_twin, relation
from newsbot.corpus.duplicates.shingles import words_of
from newsbot.items import DateMention, Publisher
from tests.corpus.records import article

STORY = " ".join(f"Kata{chr(97 + at % 26)}{chr(97 + at // 26)}" for at in range(60))


def seen(number="1", text=STORY, **fields):
    record = article(f"contoh:{number}", texts=(text,), **{"headline": f"Judul {number}", **fields})
    return evidence_of(record, words_of(text))


def outlet(name, number="2", **fields):
    return seen(number, portal=name, publisher=Publisher(name.title(), f"{name}.id"), **fields)


def heads(*members):
    return head_of(list(enumerate(members)))


def test_the_one_published_first_is_the_head():
    assert (
        heads(seen("1", date_published="2024-05-02T08:00:00+07:00"), seen("2", date_published="2024-05-01"))
        == 1
    )


def test_hours_are_compared_across_zones():
    late, early = "2024-05-02T08:30:00+07:00", "2024-05-02T09:00:00+09:00"
    assert heads(seen("1", date_published=late), seen("2", date_published=early)) == 1


def test_the_credited_outlet_is_the_head_though_it_printed_later():
    copy = outlet("warta", date_published="2024-05-01", is_based_on="Harian Lintang")
    origin = evidence_of(
        article(
            "lintang:3", portal="lintang", publisher=Publisher("Harian Lintang", "lintang.id"),
            date_published="2024-05-02",
        ),
        [],
    )  # fmt: skip
    assert heads(copy, origin) == 1


def test_a_credit_to_the_own_outlet_is_none():
    assert not seen(is_based_on="Contoh.id").credits_another


def test_who_credits_another_is_no_head_where_one_credits_none():
    copy = outlet("warta", date_published="2024-05-01", is_based_on="Antara")
    assert heads(copy, outlet("lintang", "3", date_published="2024-05-02")) == 1


def test_one_id_is_one_article():
    assert relation(seen("1"), seen("1", text="Lain sekali."), 0) == "same_article"


def test_one_headline_at_one_portal_is_one_article():
    assert relation(seen("1", headline="Sama"), seen("2", headline="Sama"), 1) == "same_article"


@pytest.mark.parametrize(
    ("member", "containment", "told"),
    [
        (seen("2"), 0.9, "network_copy"),
        (outlet("warta"), 0.9, "wire_copy"),
        (seen("2", is_based_on="Antaranews.com"), 0.9, "wire_copy"),
        (outlet("warta"), 0.6, "rewrite"),
    ],
)
def test_the_relation_follows_from_house_credit_and_likeness(member, containment, told):
    assert relation(member, seen("1"), containment) == told


def test_the_same_form_with_other_figures_is_a_twin():
    form = f"{STORY} suhu udara {{}} derajat, angin utara {{}} kilometer, ombak timur {{}} meter"
    assert is_twin(seen("1", form.format(24, 11, 2)), seen("2", form.format(31, 18, 4)))


def test_a_story_whose_toll_rises_is_no_twin():
    story = f"{STORY} tewas sejumlah {{}} orang pada pukul 10.15 di kilometer tol 42 sejak hari 13"
    assert not is_twin(seen("1", story.format(5)), seen("2", story.format(7)))


def of_day(number, day, *named, **fields):
    mentions = [DateMention(one, 0, 1, one, "day", None, None) for one in named]
    published = f"2024-05-{day}T06:00:00+07:00"
    return seen(
        number, date_published=published, date_mentions=mentions, headline="Lokasi SIM Keliling", **fields
    )


def test_the_same_form_of_another_day_is_a_twin():
    first, second = of_day("1", 13, "2024-05-13", "2020-12-21"), of_day("2", 14, "2024-05-14", "2020-12-21")
    assert is_twin(first, second)
    assert is_twin(second, first)


@pytest.mark.parametrize(
    "later",
    [
        of_day("2", 14, "2024-05-14", "2024-05-13"),
        of_day("2", 14, "2024-05-13"),
        of_day("2", 20, "2024-05-13"),
        of_day("2", 14),
        of_day("2", 14, "2024-05-14", portal="warta"),
    ],
    ids=["follows up", "yesterday", "printed again", "names no day", "of another house"],
)
def test_what_goes_on_with_a_story_is_no_twin(later):
    assert not is_twin(of_day("1", 13, "2024-05-13"), later)


def test_a_few_words_below_other_headlines_are_a_twin():
    assert is_twin(seen("1", "Simak videonya berikut ini."), seen("2", "Simak videonya berikut ini."))


def test_pairs_make_groups():
    assert groups([(4, 2), (7, 9), (2, 1)]) == [[1, 2, 4], [7, 9]]


def settled(alike, *members, give_up=lambda number: None):
    pairs = {frozenset(pair) for pair in alike}
    group = list(enumerate(members))
    return [
        (one.number, one.head, one.relation)
        for one in settle(group, lambda a, b: float(frozenset((a, b)) in pairs), give_up)
    ]


def test_nobody_belongs_to_a_head_by_way_of_a_third():
    days = [seen(str(at), date_published=f"2024-05-0{at + 1}") for at in range(4)]
    assert settled([(0, 1), (1, 2), (2, 3)], *days) == [
        (0, 0, None), (1, 0, "network_copy"), (2, 2, None), (3, 2, "network_copy"),
    ]  # fmt: skip


def test_a_further_page_goes_with_the_page_that_is_a_copy():
    first, copy, page = (
        seen("1", date_published="2024-05-01"),
        outlet("warta"),
        outlet("warta", text="Halaman dua."),
    )
    assert settled([(0, 1)], first, copy, page) == [(0, 0, None), (1, 0, "wire_copy"), (2, 0, "wire_copy")]


def test_twins_are_held_together_only_where_they_are_no_copies():
    short = "Simak videonya berikut ini."
    assert settled([(0, 1)], seen("1", short), seen("2", short)) == [(0, 0, None), (1, 0, "boilerplate_twin")]


def test_values_of_wrong_types_are_no_evidence():
    record = article("contoh:1") | {
        "publisher": 3,
        "headline": [],
        "date_published": "kemarin",
        "url": "http://[",
        "is_based_on": {},
    }
    assert Evidence.from_bytes(evidence_of(record, []).to_bytes()) == evidence_of(record, [])


def test_of_a_group_that_is_too_large_the_rest_is_given_up_and_told(monkeypatch):
    monkeypatch.setattr("newsbot.corpus.duplicates.clusters.MOST_COMPARED", 4)
    given_up = []
    days = [seen(str(at), date_published=f"2024-05-0{at + 1}") for at in range(4)]
    assert settled([(2, 3)], *days, give_up=given_up.append) == []
    assert set(given_up) == {1, 2, 3}
