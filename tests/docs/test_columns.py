"""docs/columns.md: its list is the program's, and tables of an earlier version are read beside those of this one."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsbot.cli.main import main
from tests.corpus.export.made import write

TEXT = (Path(__file__).parents[2] / "docs" / "columns.md").read_text("utf-8")
(LIST,) = re.findall(r"```\n(id: .*?)```", TEXT, re.DOTALL)

pa = pytest.importorskip("pyarrow")


def test_the_columns_are_those_that_are_documented():
    """A column that changes its name or its type breaks the tables that others have made: add one instead."""
    assert CliRunner().invoke(main, ["schema", "--columns"]).stdout == LIST


@pytest.fixture
def versions(tmp_path):
    """A table of this version, and one of an earlier that knew neither languages nor documents that were joined."""
    import pyarrow.parquet as pq

    write("parquet", tmp_path / "newest.parquet")
    table = pq.read_table(tmp_path / "newest.parquet")
    metadata = table["metadata"].combine_chunks()
    members = [(field, metadata.field(field.name)) for field in metadata.type if field.name != "pages"]
    older = pa.StructArray.from_arrays(
        [values for _, values in members], fields=[field for field, _ in members]
    )
    place = table.schema.get_field_index("metadata")
    pq.write_table(
        table.set_column(place, "metadata", older).drop(["identified_language"]), tmp_path / "older.parquet"
    )
    return tmp_path


def test_duckdb_reads_both_as_one(versions):
    duckdb = pytest.importorskip("duckdb")
    asked = f"select count(*), count(metadata.pages) from read_parquet('{versions}/*.parquet', union_by_name=true)"
    assert duckdb.sql(asked).fetchall() == [(4, 2)]


def test_pyarrow_reads_both_as_one(versions):
    import pyarrow.parquet as pq

    table = pq.read_table(versions, schema=pq.read_schema(versions / "newest.parquet"))
    assert sorted(table["id"].to_pylist()) == ["contoh:1", "contoh:1", "contoh:2", "contoh:2"]


def test_polars_reads_both_as_one(versions):
    polars = pytest.importorskip("polars")
    table = polars.scan_parquet(
        [versions / "newest.parquet", versions / "older.parquet"],
        missing_columns="insert",
        cast_options=polars.ScanCastOptions(missing_struct_fields="insert"),
    ).collect()
    assert len(table) == 4
