"""Lines are sorted, however many of them are held at once."""

import pytest

from newsbot.durable import sorting
from newsbot.durable.sorting import SortedLines


@pytest.mark.parametrize("max_held", [0, 12, 1_000])
def test_lines_come_sorted(max_held):
    lines = SortedLines(max_held)
    for word in ("padi", "gogo", "jagung", "ubi", "padi", "cabai"):
        lines.add(word + "\n")
    assert list(lines) == ["cabai\n", "gogo\n", "jagung\n", "padi\n", "padi\n", "ubi\n"]
    lines.close()


def test_files_are_merged_before_they_are_too_many(monkeypatch):
    opened = []
    real = sorting.tempfile.TemporaryFile

    def noted(*args, **options):
        opened.append(real(*args, **options))
        return opened[-1]

    monkeypatch.setattr(sorting.tempfile, "TemporaryFile", noted)
    lines = SortedLines(max_held=1, max_runs=5)
    most = 0
    for number in range(40):
        lines.add(f"{number * 7 % 40:02}\n")
        most = max(most, sum(not file.closed for file in opened))
    assert most <= 5
    assert list(lines) == [f"{number:02}\n" for number in range(40)]
    lines.close()
    assert all(file.closed for file in opened)
