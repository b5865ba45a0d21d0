"""What several commands are tried on."""

import pytest

from tests.corpus.export.made import RECORDS
from tests.corpus.records import lines


@pytest.fixture
def here(tmp_path, monkeypatch, request):
    """An empty working folder but for `a.jsonl`: two records, or those that the module of the test calls RECORDS."""
    monkeypatch.chdir(tmp_path)
    records = getattr(request.module, "RECORDS", RECORDS)
    (tmp_path / "a.jsonl").write_text(lines(*records), encoding="utf-8")
    return tmp_path
