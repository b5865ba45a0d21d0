"""A corpus is cut into train, dev and test, and no copy of a story is on two sides."""

import json
import os
import random
import subprocess
import sys
from collections import Counter
from itertools import product

import pytest

pytest.importorskip("rensa")

import numpy as np

from newsbot.corpus import read as read_corpus
from newsbot.corpus.duplicates.run import Duplicates
from newsbot.corpus.reading import BadRecord, Records
from newsbot.corpus.selection import Selection
from newsbot.corpus.splits import run as splits_run
from newsbot.corpus.splits.plan import SPLITS, CannotSplit, Plan, shares_of
from newsbot.corpus.splits.run import REPORT, split
from newsbot.normalizers.derive import content_digest
from tests.corpus.records import article, lines, read

WORDS = [
    "".join(parts)
    for parts in product(("ba", "ku", "ti", "so", "re", "na"), ("lan", "dip", "mus", "kar", "ngo"))
]
PORTALS = ("contoh", "lain", "kabar", "warta", "suaradesa", "pesisir", "lereng")
COPIES = {20: 3, 41: 3, 55: 7, 77: 50, 78: 50, 90: 12}
"""Records that are copies, by number, and what of."""


def story(number):
    dice = random.Random(number)
    return " ".join(dice.choice(WORDS) for _ in range(60))


def record(number):
    text = story(COPIES.get(number, number)) + (" penutup lain" if number in COPIES else "")
    return article(
        f"contoh:{number:03}",
        portal=PORTALS[number % len(PORTALS)],
        texts=(text,),
        headline=f"Judul {number}",
        content_digest=content_digest(text),
        date_published=f"2024-{1 + number // 25:02}-{1 + number % 25:02}",
    )


RECORDS = [record(number) for number in range(120)]


class Reading:
    """Records of memory as they would be read, and what is written as it is."""

    def __init__(self, records):
        self.records = records
        self.steps = []

    def __call__(self, step, *files):
        self.steps.append(step)
        return Records(*files, on_trouble=print) if files else iter(read(*self.records))


def cut(tmp_path, records=RECORDS, *, name="out", plan=None, **options):
    folder = tmp_path / name / "splits"
    folder.mkdir(parents=True)
    found = split(Reading(records), plan or Plan(), folder, **options)
    return found, {path.name: path for path in folder.iterdir()}


def ids(path):
    return [one["id"] for one in read_corpus(path)]


def sides(files):
    return {number: name for name in ("train", "dev", "test") for number in ids(files[f"{name}.jsonl"])}


def assert_no_copies_across(side):
    for original in COPIES.values():
        family = [original, *(number for number in COPIES if COPIES[number] == original)]
        assert len({side.get(f"contoh:{number:03}") for number in family} - {None}) == 1


def test_shares_are_kept_and_every_record_is_in_one_split(tmp_path):
    found, files = cut(tmp_path)
    assert sorted(files) == ["dev.jsonl", REPORT, "test.jsonl", "train.jsonl"]
    assert {name: sums.records for name, sums in found.splits.items()} == {"train": 96, "dev": 12, "test": 12}
    written = [
        json.loads(line) for name in SPLITS for line in files[f"{name}.jsonl"].read_text("utf-8").splitlines()
    ]
    assert sorted(written, key=lambda one: one["id"]) == RECORDS


@pytest.mark.parametrize("seed", range(12))
def test_copies_stay_together_whatever_the_seed(tmp_path, seed):
    _, files = cut(tmp_path, plan=Plan(seed=seed, shares=(0.4, 0.3, 0.3)))
    assert_no_copies_across(sides(files))


def test_records_stay_in_their_order(tmp_path):
    _, files = cut(tmp_path)
    assert all(
        ids(files[f"{name}.jsonl"]) == sorted(ids(files[f"{name}.jsonl"])) for name in ("train", "dev")
    )


def test_chance_is_the_seed_alone(tmp_path):
    first, again, other = (
        sides(cut(tmp_path, name=name, plan=Plan(seed=seed))[1])
        for name, seed in (("a", 1), ("b", 1), ("c", 2))
    )
    assert first == again != other


@pytest.mark.parametrize("by", ["chance", "portal", "time"])
def test_the_order_of_records_changes_no_side(tmp_path, by):
    mixed_up = random.Random(5).sample(RECORDS, len(RECORDS))
    first, other = cut(tmp_path, name="a", plan=Plan(by)), cut(tmp_path, mixed_up, name="b", plan=Plan(by))
    assert sides(first[1]) == sides(other[1])


def test_large_groups_go_to_train(tmp_path):
    twenty = [
        record(3) | {"id": f"contoh:9{number:02}", "url": f"https://contoh.id/9{number}"}
        for number in range(20)
    ]
    for seed in range(8):
        _, files = cut(tmp_path, RECORDS + twenty, name=str(seed), plan=Plan(seed=seed))
        assert {side for number, side in sides(files).items() if number >= "contoh:900"} == {"train"}


def test_by_time_days_are_whole_and_later_copies_are_left_out(tmp_path):
    found, files = cut(tmp_path, plan=Plan("time"))
    side = sides(files)
    days = {
        name: [one["date_published"] for one in read_corpus(files[f"{name}.jsonl"])] for name in found.splits
    }
    assert max(days["train"]) < min(days["dev"]) <= max(days["dev"]) < min(days["test"])
    assert_no_copies_across(side)
    assert found.left_out == {}  # all copies are within the first four fifths


def test_by_named_days(tmp_path):
    found, files = cut(tmp_path, plan=Plan("time", dev_from="2024-03-01", test_from="2024-04-01"))
    assert found.left_out == {"copy of an earlier split": 4}
    assert found.examples == {
        "copy of an earlier split": [f"contoh:{number:03}" for number in (55, 77, 78, 90)]
    }
    assert sides(files)["contoh:050"] == "dev"


def test_records_without_a_date_are_counted_and_left_out(tmp_path):
    undated = [one | {"date_published": None} if at < 3 else one for at, one in enumerate(RECORDS)]
    found, files = cut(tmp_path, undated, plan=Plan("time"))
    assert (found.left_out["no date"], found.examples["no date"][0]) == (3, "contoh:000")
    assert "contoh:000" not in sides(files)


@pytest.mark.parametrize("seed", range(6))
def test_by_portal_no_portal_is_on_two_sides(tmp_path, seed):
    found, files = cut(tmp_path, plan=Plan("portal", (0.6, 0.2, 0.2), seed))
    portals = {name: set(sums.portals) for name, sums in found.splits.items()}
    assert sorted(name for names in portals.values() for name in names) == sorted(PORTALS)
    assert_no_copies_across(sides(files))
    assert found.left_out.total() + len(sides(files)) == len(RECORDS)


def test_by_named_portals(tmp_path):
    plan = Plan("portal", test_portals=frozenset({"kabar", "warta"}))
    found, files = cut(tmp_path, plan=plan)
    assert {name: set(sums.portals) for name, sums in found.splits.items()} == {
        "train": set(PORTALS) - {"kabar", "warta"},
        "test": {"kabar", "warta"},
    }
    assert "dev.jsonl" not in files


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (Plan("portal", test_portals=frozenset({"kabarr"})), "no record of portal 'kabarr'; is it kabar"),
        (
            Plan("portal", test_portals=frozenset({"lain"}), dev_portals=frozenset({"lain"})),
            "both dev and test",
        ),
        (Plan("time", test_from="2031-01-01"), "test would be empty: 120 records, by time"),
        (Plan("time", dev_from="2024-04-01", test_from="2024-03-01"), "dev from 2024-04-01 would be empty"),
    ],
)
def test_what_cannot_be_cut_is_said(tmp_path, plan, said):
    with pytest.raises(CannotSplit, match=said):
        cut(tmp_path, plan=plan)


def test_too_few_records_or_portals_are_said(tmp_path):
    with pytest.raises(CannotSplit, match="dev would be empty: 2 records"):
        cut(tmp_path, RECORDS[:2], name="a")
    with pytest.raises(CannotSplit, match="3 splits by portal of 1 portals"):
        cut(tmp_path, RECORDS[:1], name="b", plan=Plan("portal"))
    with pytest.raises(CannotSplit, match="train would be empty: 0 records"):
        cut(tmp_path, [], name="c")


def test_a_split_of_copies_alone_is_said(tmp_path):
    with pytest.raises(CannotSplit, match=r"test would be empty.*copies of earlier splits"):
        cut(tmp_path, [RECORDS[3], RECORDS[20]], plan=Plan("time", test_from=RECORDS[20]["date_published"]))


def test_what_is_not_wanted_is_counted_by_reason(tmp_path):
    found, files = cut(tmp_path, wanted=Selection(portals=frozenset(PORTALS[1:])))
    assert (found.read, found.left_out["portal"], found.examples["portal"][0]) == (120, 18, "contoh:000")
    assert len(sides(files)) == 102
    asked = json.loads(files[REPORT].read_text("utf-8"))["asked"]
    assert asked["records"] == {"portal": sorted(PORTALS[1:])}


def test_the_report_tells_all_of_it(tmp_path):
    found, files = cut(tmp_path, plan=Plan("time", dev_from="2024-03-01", test_from="2024-04-01"))
    told = json.loads(files[REPORT].read_text("utf-8"))
    assert told == found.as_object()
    assert told["asked"] == {
        "by": "time",
        "dev_from": "2024-03-01",
        "test_from": "2024-04-01",
        "threshold": 0.5,
    }
    assert told["splits"]["train"]["months"] == {"2024-01": 25, "2024-02": 25}
    assert sum(told["splits"]["train"]["portals"].values()) == told["splits"]["train"]["records"]
    assert told["check"]["records"] + told["left_out"]["copy of an earlier split"]["records"] == 120
    assert told["check"]["copies_across_splits"] == 0


def test_the_check_compares_what_was_written(tmp_path):
    folder = tmp_path / "splits"
    folder.mkdir()
    reading = Reading(RECORDS)
    found = split(reading, Plan(), folder)
    assert reading.steps == ["reading", "writing", "checking"]
    assert found.groups == 4


def test_copies_that_only_the_check_finds_are_left_out_and_checked_again(tmp_path, monkeypatch):
    """As where a band holds too many texts for each to meet each: the first comparison misses all copies."""
    grouped, calls = Duplicates.grouped, []

    def blind_at_first(self):
        calls.append(self)
        found = grouped(self)
        return np.arange(len(found), dtype=np.int64) if len(calls) == 1 else found

    monkeypatch.setattr(splits_run.Duplicates, "grouped", blind_at_first)
    found, files = cut(tmp_path, plan=Plan(shares=(0.4, 0.3, 0.3)))
    assert found.late > 0
    assert found.left_out == {"copy of an earlier split": found.late}
    assert len(calls) == 3
    assert_no_copies_across(sides(files))


def test_records_that_change_between_the_readings_end_it(tmp_path):
    folder = tmp_path / "splits"
    folder.mkdir()
    readings = iter((RECORDS, RECORDS[1:]))
    with pytest.raises(BadRecord, match=r"a\.jsonl line 1: not the record that was read here at first"):
        split(lambda step, *files: iter(read(*next(readings))), Plan(), folder)
    readings = iter((RECORDS, RECORDS[:-1]))
    with pytest.raises(CannotSplit, match="120 records were chosen at first, and now 119"):
        split(lambda step, *files: iter(read(*next(readings))), Plan(), folder)


@pytest.mark.parametrize("suffix", [".jsonl.gz", ".jsonl.zst"])
def test_packed_files_hold_the_same(tmp_path, suffix):
    _, plain = cut(tmp_path, name="a")
    _, packed = cut(tmp_path, name="b", suffix=suffix)
    assert ids(packed[f"test{suffix}"]) == ids(plain["test.jsonl"])


def test_bytes_are_the_same_in_every_process(tmp_path):
    (tmp_path / "a.jsonl").write_text(lines(*RECORDS), encoding="utf-8")
    made = []
    for seed in ("0", "1"):
        subprocess.run(
            [sys.executable, "-m", "newsbot", "split", "a.jsonl", "-o", f"out{seed}", "--by", "portal"],
            cwd=tmp_path, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True,
        )  # fmt: skip
        made.append({path.name: path.read_bytes() for path in (tmp_path / f"out{seed}").iterdir()})
    assert made[0] == made[1]
    parts = {"dev.jsonl", "test.jsonl", "train.jsonl"}
    assert set(made[0]) == {REPORT, *parts, *(f".{part}.made" for part in parts)}


@pytest.mark.parametrize(
    "text", ["80,20", "80,10,10,0", "a,b,c", "-1,1,1", "0,0,0", "inf,1,1", "nan,1,1", ""]
)
def test_shares_that_are_none(text):
    with pytest.raises(ValueError, match=r".+"):
        shares_of(text)


def test_a_share_of_nothing_makes_no_file(tmp_path):
    found, files = cut(tmp_path, plan=Plan(shares=shares_of("9,0,1")))
    assert Counter({name: sums.records for name, sums in found.splits.items()}) == {"train": 108, "test": 12}
    assert "dev.jsonl" not in files
