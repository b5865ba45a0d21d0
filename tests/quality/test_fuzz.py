"""Two thousand inputs that were spoilt at random, always the same ones: none raises. `python -m benchmarks.fuzz` reads
as many as it is told, within a time each."""

import sys
from collections import Counter

import pytest

from benchmarks import guided
from benchmarks.fuzz import Figures, table
from benchmarks.fuzz_targets import TARGETS, Tried, made, tried
from newsbot.workers.crew import Lost

ALWAYS = [target for target in TARGETS if target != "real_page"]
INPUTS = 2_000
SEED = 2026


@pytest.mark.parametrize("target", ALWAYS)
def test_nothing_raises(target):
    found = {number: tried(target, SEED, number) for number in range(-(-INPUTS // len(ALWAYS)))}
    assert {number: one.raised for number, one in found.items() if one.raised} == {}
    assert len(Counter(one.outcome for one in found.values())) > 1, "all inputs end alike: nothing is reached"


def test_an_input_is_made_again_by_its_numbers():
    assert made("feed", 1, 7)[0] == made("feed", 1, 7)[0] != made("feed", 2, 7)[0]


def test_what_raises_is_told_with_the_numbers_that_make_it_again(monkeypatch):
    def broken(data, rng):
        raise ZeroDivisionError("rusak")

    monkeypatch.setitem(TARGETS, "feed", type(TARGETS["feed"])(TARGETS["feed"].seeds, broken))
    found = tried("feed", 1, 7)
    assert found.outcome == "raised ZeroDivisionError"
    figures = Figures()
    figures.note("feed", 7, found)
    figures.note("page", 3, Lost("timeout", "not read within 10 s of work"))
    figures.note("page", 4, Tried("record: article", 0.1))
    figures.note("page", 5, Tried("record: article", 1.2))
    printed = "\n".join(table(figures, 1))
    assert "4 inputs, seed 1; raised, hung, died or slow: 3" in printed
    assert "--only page --seed 1 --input 5: slow: 1.20 s" in printed
    assert "--only feed --seed 1 --input 7: ZeroDivisionError at test_fuzz.py, broken: rusak" in printed
    assert "--only page --seed 1 --input 3: timeout: not read within 10 s of work" in printed


def test_guided_fuzzing_says_what_it_needs(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "atheris", None)
    assert guided.main(["dates"]) == 2
    assert "newsbot[fuzz]" in capsys.readouterr().err
