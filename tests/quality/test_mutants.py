"""The list of breaks that tests must notice names what the program is made of today."""

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MUTANTS = tomllib.loads((ROOT / "benchmarks" / "mutants.toml").read_text("utf-8"))["mutant"]


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant["what"])
def test_what_is_to_be_broken_is_there(mutant):
    assert mutant["old"] in (ROOT / mutant["file"]).read_text("utf-8")
    assert mutant["new"] != mutant["old"]
