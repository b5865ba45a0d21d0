"""Every golden file: what its record must say, and what it says."""

from pathlib import Path

import pytest

from newsbot.golden.cases import Case, find_cases

ROOT = Path(__file__).parent.parent / "fixtures"
CASES = [pytest.param(case, id=case.name) for case in find_cases(ROOT)]


@pytest.mark.parametrize("case", CASES)
def test_golden(case: Case) -> None:
    unlike = {key: {"expected": case.expected[key], "read": case.seen(key)} for key in case.changes()}
    assert unlike == {}


@pytest.mark.parametrize("case", CASES)
def test_case_is_whole(case: Case) -> None:
    assert case.expected
    assert all((case.folder / name).is_file() for name in ("page.json", "about.md"))
