"""Pages that are made to hurt end as docs/security.md says; `python -m benchmarks.hostile_pages` prints the table."""

from pathlib import Path

import pytest

from benchmarks.hostile_pages import PAGES, read, rows

TABLES = (Path(__file__).parents[2] / "docs/security.md").read_text("utf-8").splitlines()


@pytest.mark.parametrize("name", PAGES)
def test_page_has_the_outcome_that_the_table_says(name):
    (row,) = rows({name: read(name)})
    assert row in TABLES
