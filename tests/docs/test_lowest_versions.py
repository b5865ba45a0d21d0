"""The versions that .ci/run tries beside the newest are the lowest that pyproject.toml allows."""

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
OF_USERS = [extra for extra in EXTRAS if extra not in ("test", "dev", "fuzz", "dedupe-ray")]
"""What is there for whoever tests the project is asked for by nobody else: its lowest versions are not tried.
Duplicates on Ray need what `ray` and `dedupe` do, and pandas, which Ray Data asks for and has no lowest version."""
BOUNDS = [Requirement(line) for line in (*PROJECT["dependencies"], *chain(*map(EXTRAS.get, OF_USERS)))]
CI = (ROOT / ".ci/run").read_text("utf-8")
PINNED = dict(
    re.findall(r"^([\w.-]+)==(\S+)$", (ROOT / "constraints-lowest.txt").read_text("utf-8"), re.MULTILINE)
)


def name_of(requirement):
    return re.sub(r"[-_.]+", "-", requirement.name.lower())


@pytest.mark.parametrize("bound", BOUNDS, ids=str)
def test_lowest_version_is_the_one_that_is_tried(bound):
    lowest = {one.version for one in bound.specifier if one.operator == ">="}
    pinned = PINNED[name_of(bound)]
    assert {pinned[: len(version)] for version in lowest} == lowest
    assert bound.specifier.contains(pinned)
    assert set(re.split(r"\.", pinned.removeprefix(*lowest))) <= {"", "0", "1"}


def test_all_extras_of_users_are_installed_at_their_lowest():
    installed = re.search(r"constraints-lowest\.txt -e '\.\[([\w,]+)\]'", CI)[1]
    assert sorted(installed.split(",")) == sorted(OF_USERS)


def test_tests_that_are_tried_are_there():
    part = CI.partition("== with the lowest versions")[2].partition("tee")[0]
    named = re.findall(r"tests/[\w/.]+", part)
    assert len(named) > 5
    assert [name for name in named if not (ROOT / name).exists()] == []
