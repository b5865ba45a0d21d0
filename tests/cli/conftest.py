"""What several commands are tried on."""

import pytest

from tests.corpus.export.made import RECORDS
from tests.corpus.records import lines


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty working folder but for two records in `a.jsonl`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.jsonl").write_text(lines(*RECORDS), encoding="utf-8")
    return tmp_path
