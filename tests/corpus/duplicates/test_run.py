import json
import random

import pytest

pytest.importorskip("rensa")

from newsbot.corpus.added import DUPLICATES
from newsbot.corpus.duplicates.run import Duplicates
from newsbot.corpus.reading import BadRecord
from newsbot.normalizers.derive import content_digest
from tests.corpus.records import article, read

WORDS = [
    first + last
    for first in ("ba", "ku", "ti", "so", "re")
    for last in ("lan", "dip", "mus", "kar", "ngo", "ya")
]


def story(seed, words=150):
    dice = random.Random(seed)
    return " ".join(dice.choice(WORDS) for _ in range(words))


def record(number, text, **fields):
    fields = {"headline": f"Judul {number}", "date_published": f"2024-05-{10 + int(number)}", **fields}
    return article(f"contoh:{number}", texts=(text,), content_digest=content_digest(text), **fields)


def marked(tmp_path, *records, **options):
    with Duplicates(tmp_path, **options) as run:
        run.read(read(*records))
        sums = run.settle()
        run.write(read(*records), tmp_path / "out.jsonl")
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines], sums


def keys(record):
    return tuple(record[name] for name in DUPLICATES)


def test_all_go_out_in_their_order_with_three_keys_at_the_end(tmp_path):
    records = [record("1", story(1)), record("2", story(2)), record("3", story(1))]
    made, _ = marked(tmp_path, *records)
    assert [list(one)[-3:] for one in made] == [list(DUPLICATES)] * 3
    assert [{name: one[name] for name in one if name not in DUPLICATES} for one in made] == records


def test_the_head_has_no_relation_and_the_lone_no_cluster(tmp_path):
    made, sums = marked(tmp_path, record("1", story(1)), record("2", story(2)), record("3", story(1)))
    assert [keys(one) for one in made] == [
        ("contoh:1", None, None),
        (None, None, None),
        ("contoh:1", "contoh:1", "network_copy"),
    ]
    assert sums.as_object() == {
        "records": 3,
        "compared": 1,
        "clusters": 1,
        "duplicates": 1,
        "relations": {"network_copy": 1},
        "given_up": {"records": 0, "example": None},
        "largest": [{"cluster_id": "contoh:1", "records": 2}],
    }


def test_half_of_a_story_is_its_copy(tmp_path):
    text = story(1)
    made, _ = marked(tmp_path, record("1", text), record("2", text[: len(text) // 2]))
    assert keys(made[1]) == ("contoh:1", "contoh:1", "network_copy")


def test_a_shared_closing_makes_no_copies(tmp_path):
    closing = story(9, 60)
    made, _ = marked(tmp_path, *(record(str(at), f"{story(at)} {closing}") for at in range(1, 6)))
    assert {keys(one) for one in made} == {(None, None, None)}


def test_a_higher_threshold_asks_for_more(tmp_path):
    shared = story(1)
    records = [record("1", f"{shared} {story(2, 60)}"), record("2", f"{shared} {story(3, 60)}")]
    assert marked(tmp_path, *records)[1].clusters == 1
    assert marked(tmp_path, *records, threshold=0.9)[1].clusters == 0


def test_two_captures_of_one_page_are_one_article_though_no_word_is_the_same(tmp_path):
    made, _ = marked(tmp_path, record("1", story(1)), record("1", story(2)))
    assert keys(made[1]) == ("contoh:1", "contoh:1", "same_article")


@pytest.mark.parametrize(
    "start", ["https://contoh.id", "https://contoh.id/", "https://contoh.id/?", "https://contoh.id/#atas"]
)
def test_a_site_that_names_its_start_page_on_every_page_has_more_than_one_article(tmp_path, start):
    records = [record(at, story(at), canonical_url=start, url=f"https://contoh.id/{at}") for at in (1, 2)]
    made, _ = marked(tmp_path, *records)
    assert {keys(one) for one in made} == {(None, None, None)}
    again = record(3, story(3), canonical_url=start, url="https://contoh.id/2")
    assert keys(marked(tmp_path, *records, again)[0][2])[2] == "same_article"


def test_records_without_text_are_alone(tmp_path):
    made, _ = marked(tmp_path, *(article(f"contoh:{at}", texts=()) for at in range(3)))
    assert {keys(one) for one in made} == {(None, None, None)}


def test_keys_of_an_earlier_run_are_replaced(tmp_path):
    old = {"cluster_id": "lain:1", "duplicate_of": "lain:1", "relation": "rewrite"}
    made, _ = marked(tmp_path, {**old, **record("1", story(1))})
    assert keys(made[0]) == (None, None, None)


def test_half_a_surrogate_pair_is_no_trouble(tmp_path):
    made, _ = marked(tmp_path, record("1", story(1)), record("2", story(1), headline="Judul \ud800"))
    assert made[1]["headline"] == "Judul \ud800"


def test_records_that_changed_between_the_readings_are_said(tmp_path):
    with Duplicates(tmp_path) as run:
        run.read(read(record("1", story(1))))
        run.settle()
        with pytest.raises(BadRecord, match=r"a\.jsonl line 1: not the record"):
            run.write(read(record("2", story(1))), tmp_path / "out.jsonl")
    assert not (tmp_path / "out.jsonl").exists()


def same(number):
    return record("1", story(1), headline="Judul", date_published="2024-05-11") | {"id": f"contoh:{number}"}


def own_credit(number):
    return same(number) | {"is_based_on": f"Media {number}"}


def nothing(number):
    return record("1", "") | {"id": f"contoh:{number}", "url": None}


def few_words(number):
    text = "simak videonya berikut ini"
    return record("1", text, headline=f"Judul {number}") | {"id": f"contoh:{number}", "url": None}


def one_paragraph(number):
    return record("1", f"{story(1, 60)} {story(f'lain {number}', 90)}") | {
        "id": f"contoh:{number}",
        "url": None,
    }


def one_article(number):
    return record("1", story(number)) | {"id": "contoh:1"}


@pytest.mark.parametrize("make", [same, own_credit, nothing, few_words, one_paragraph, one_article])
def test_work_grows_with_the_records_of_a_cluster_and_not_with_their_square(tmp_path, monkeypatch, make):
    import sys

    from newsbot.corpus.duplicates import clusters

    monkeypatch.setattr(clusters, "MOST_COMPARED", 2_000)

    def calls(count):
        room = tmp_path / str(count)
        room.mkdir()
        seen = 0

        def profile(_frame, event, _arg):
            nonlocal seen
            seen += event == "call"

        with Duplicates(room) as run:
            run.read(read(*map(make, range(count))))
            sys.setprofile(profile)
            try:
                run.settle()
            finally:
                sys.setprofile(None)
        return seen

    calls(50)  # what is made once is made
    assert calls(800) < 3 * calls(400) + 5_000
