"""Lines are sorted, however many of them are held at once."""

import pytest

from newsbot.durable.sorting import SortedLines


@pytest.mark.parametrize("max_held", [0, 12, 1_000])
def test_lines_come_sorted(max_held):
    lines = SortedLines(max_held)
    for word in ("padi", "gogo", "jagung", "ubi", "padi", "cabai"):
        lines.add(word + "\n")
    assert list(lines) == ["cabai\n", "gogo\n", "jagung\n", "padi\n", "padi\n", "ubi\n"]
    lines.close()
