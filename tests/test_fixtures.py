"""Every golden file, one test for each key that it watches."""

from pathlib import Path

import pytest

from newsbot.cli._golden import Case, find_cases

ROOT = Path(__file__).parent.parent / "fixtures"
CASES = list(find_cases(ROOT))
FIELDS = [pytest.param(case, key, id=f"{case.name}@{key}") for case in CASES for key in case.expected]


@pytest.mark.parametrize(("case", "key"), FIELDS)
def test_golden(case: Case, key: str) -> None:
    assert case.seen(key) == case.expected[key]


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in CASES])
def test_case_is_whole(case: Case) -> None:
    assert case.expected
    assert all((case.folder / name).is_file() for name in ("page.json", "about.md"))
