"""Each row of docs/faults.md names tests that there are."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINES = (ROOT / "docs/faults.md").read_text("utf-8").splitlines()
ROWS = [line for line in LINES if line.startswith("| ") and not line.endswith("| shown by |")]


def functions(path):
    return {
        node.name for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.FunctionDef)
    }


@pytest.mark.parametrize("row", ROWS, ids=[row[2:].partition(" | ")[0] for row in ROWS])
def test_fault_has_its_tests(row):
    what, before, now, shown = row.strip("| ").split(" | ")
    assert what
    assert before != now
    names = re.findall(r"`([^`]+)`", shown)
    assert names[0].endswith(".py")
    path = None
    for name in names:
        if name.endswith(".py"):
            path = ROOT / name
        else:
            assert name in functions(path)
    assert any(name.startswith("test_") for name in names)
