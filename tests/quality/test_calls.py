"""A page costs no more calls than it did: a regression fails on any machine, whatever else that does.

``calls.json`` holds the counts of benchmarks/calls.py. Where one has grown for a good reason, or fallen and the gain is
to be kept, or a page of the set has changed: ``python -m benchmarks.calls --renew``, and the reason in the commit.
"""

import json
from functools import cache

import pytest

from benchmarks.calls import BASELINE, TOLERANCE, counted_anew, grown, table

RENEW = "python -m benchmarks.calls --renew"
BEFORE = json.loads(BASELINE.read_text("utf-8"))
NOW = cache(counted_anew)


@pytest.mark.parametrize("path", ["start", "rules", "generic", "text", "discovery"])
def test_a_path_costs_no_more_calls_than_its_baseline(path):
    before, now = BEFORE[path], NOW()[path]
    assert now["digest"] == before["digest"], f"the pages of {path} have changed: {RENEW}"
    if now["calls"] > before["calls"] * (1 + TOLERANCE):
        listed = "\n  ".join(grown(before, now))
        pytest.fail(
            f"{path}: {before['calls']} calls -> {now['calls']}; what grew most:\n  {listed}\nif it has to: {RENEW}"
        )


def test_what_grew_most_is_named_first():
    before = {"calls": 10_000, "functions": {"a:quick": 4_000, "a:slow": 100, "a:gone": 500}}
    now = {"calls": 12_000, "functions": {"a:slow": 1_900, "a:quick": 4_010, "b:new": 700}}
    assert grown(before, now) == ["a:slow: 100 -> 1900", "b:new: under 30 -> 700", "a:quick: 4000 -> 4010"]


def test_the_table_holds_a_path_against_its_baseline():
    now = {"rules": {"pages": 2, "calls": 500, "functions": {}}}
    assert list(table({"rules": {"calls": 1000}}, now))[1].split() == [
        "rules",
        "2",
        "500",
        "250",
        "1000",
        "0.500",
    ]
    assert list(table({}, now))[1].split()[-1] == "-"
