"""The versions that .ci/run tries beside the newest are the lowest that pyproject.toml allows."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
LISTED = [*PROJECT["dependencies"], *EXTRAS["warc"], *EXTRAS["redis"], *EXTRAS["scrapyd"]]
BOUNDS = [needed for needed in map(Requirement, LISTED) if needed.name != "newsbot"]
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
