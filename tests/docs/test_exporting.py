"""docs/exporting.md: what is exported is read back by the lines that it shows."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsbot.cli.main import main
from tests.corpus.export.made import FULL, RECORDS
from tests.corpus.records import lines

TEXT = (Path(__file__).parents[2] / "docs" / "exporting.md").read_text("utf-8")
OUTPUTS = {"parquet": "corpus", "hf": "dataset", "csv": "articles.csv", "sqlite": "corpus.sqlite"}


def test_exports_are_read_back_as_it_is_shown(tmp_path, monkeypatch):
    for needed in ("pyarrow", "pandas", "polars", "duckdb", "datasets"):
        pytest.importorskip(needed)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HF_DATASETS_CACHE", str(tmp_path / "cache"))
    Path("a.jsonl").write_text(lines(*RECORDS), encoding="utf-8")
    for to, output in OUTPUTS.items():
        assert CliRunner().invoke(main, ["export", "a.jsonl", "--to", to, "-o", output]).exit_code == 0
    (block,) = re.findall(r"## Read it back\n\n```python\n(.*?)```", TEXT, re.DOTALL)
    names = {}
    exec(compile(block, "docs/exporting.md", "exec"), names)
    assert names["rows"] == [(FULL["headline"],)]
