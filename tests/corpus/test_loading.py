import sys
import warnings

import pytest

from newsbot.corpus import Selection, read
from tests.corpus.export.made import FULL, RECORDS
from tests.corpus.records import lines


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(lines(*RECORDS), encoding="utf-8")
    return path


def test_records_can_be_gone_through_twice(file):
    corpus = read(file, fields=["id"])
    assert list(corpus) == list(corpus) == [{"id": "contoh:1"}, {"id": "contoh:2"}]


def test_a_selection_is_obeyed(file):
    assert [record["id"] for record in read(file, selection=Selection(portals={"contoh"}))] == ["contoh:1"]


def test_tables_hold_the_rows(file):
    pytest.importorskip("pyarrow")
    corpus = read(file, fields=["id", "authors"])
    assert corpus.to_arrow().to_pylist()[0] == {"id": "contoh:1", "authors": FULL["authors"]}
    assert [batch.num_rows for batch in corpus.batches()] == [2]


def test_pandas_and_polars_get_them_too(file):
    pytest.importorskip("pyarrow")
    pytest.importorskip("pandas")
    pytest.importorskip("polars")
    corpus = read(file, lean=True)
    assert corpus.to_pandas()["id"].tolist() == corpus.to_polars()["id"].to_list() == ["contoh:1", "contoh:2"]


def test_a_torn_last_line_is_warned_of_and_kept(file):
    with file.open("a") as more:
        more.write('{"schema":"newsb')
    corpus = read(file, fields=["id"])
    with pytest.warns(UserWarning, match="line 3: the last line is torn"):
        assert len(list(corpus)) == 2
    assert len(corpus.passed_over) == 1


def test_a_source_that_is_not_there_is_said_at_once(tmp_path):
    with warnings.catch_warnings(), pytest.raises(FileNotFoundError):
        read(tmp_path / "none.jsonl")


@pytest.mark.parametrize(
    ("missing", "way", "command"),
    [
        ("pyarrow", "batches", "pip install 'newsbot[arrow]'"),
        ("pyarrow", "to_arrow", "pip install 'newsbot[arrow]'"),
        ("pandas", "to_pandas", "pip install 'newsbot[arrow]' pandas"),
        ("polars", "to_polars", "pip install 'newsbot[arrow]' polars"),
    ],
)
def test_a_missing_library_is_said_with_the_command(file, monkeypatch, missing, way, command):
    monkeypatch.setitem(sys.modules, missing, None)
    for name in ("batches", "schema"):
        monkeypatch.delitem(sys.modules, f"newsbot.corpus.arrow.{name}", raising=False)
    with pytest.raises(ModuleNotFoundError) as caught:
        getattr(read(file), way)()
    assert str(caught.value).endswith(command)
