import pytest
from click.testing import CliRunner

from newsbot.cli.export import _TO
from newsbot.cli.main import main
from newsbot.corpus.export.formats import FORMATS

pytestmark = pytest.mark.usefixtures("here")


def ask(*args):
    return CliRunner().invoke(main, ["export", *args])


def test_the_formats_of_the_help_are_those_that_are_written():
    assert list(_TO) == list(FORMATS)


def test_the_summary_counts_what_is_left_out():
    result = ask("a.jsonl", "--to", "csv", "-o", "a.csv", "--portal", "lain")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert [line.split() for line in result.stderr.splitlines() if "left out" in line] == [
        ["│", "left", "out:", "portal", "│", "1", "│", "such", "as", "contoh:1", "│"]
    ]


def test_a_name_that_says_something_else_is_refused(here):
    result = ask("a.jsonl", "--to", "csv", "-o", "a.parquet")
    assert result.exit_code == 2
    assert "a.parquet: the name should end in .csv" in result.stderr
    assert not (here / "a.parquet").exists()


def test_a_folder_is_not_named_as_a_file(here):
    result = ask("a.jsonl", "--to", "text", "-o", "a.sqlite")
    assert (result.exit_code, "a.sqlite: this format fills a folder" in result.stderr) == (2, True)
    assert not (here / "a.sqlite").exists()


def test_what_is_exported_already_is_no_source(here):
    (here / "a.csv").write_text("id,headline\n")
    result = ask("a.csv", "--to", "jsonl", "-o", "c.jsonl")
    assert (result.exit_code, "a.csv line 1: no JSON" in result.stderr) == (2, True)
    assert "records are read as newsbot writes them, as JSON Lines" in result.stderr


def test_the_files_of_a_folder_that_holds_several_are_named(here):
    (here / "b.jsonl").write_bytes((here / "a.jsonl").read_bytes())
    assert (
        "note: 2 files of records are read: a.jsonl, b.jsonl" in ask(".", "--to", "csv", "-o", "a.csv").stderr
    )
    assert "files of records" not in ask("a.jsonl", "b.jsonl", "--to", "csv", "-o", "a.csv").stderr


@pytest.mark.parametrize("to", ["csv", "sqlite", "text", "jsonld"])
def test_fields_that_a_format_has_no_place_for_are_refused_or_named(here, to):
    out = "out" if to == "text" else f"a.{to}"
    alone = ask("a.jsonl", "--to", to, "-o", out, "--fields", "blocks,metadata.removed")
    assert (alone.exit_code, "no place for blocks, metadata.removed" in alone.stderr) == (2, True)
    assert not (here / out).exists()
    beside = ask("a.jsonl", "--to", to, "-o", out, "--fields", "id,blocks")
    assert (beside.exit_code, "note: this format has no place for blocks:" in beside.stderr) == (0, True)


def test_a_folder_with_an_ending_is_refused_with_what_to_do():
    said = ask("a.jsonl", "--to", "parquet", "-o", "corpus.v1").stderr
    assert "should end in .parquet, or have no ending for a folder" in said


def test_an_unknown_field_is_named():
    result = ask("a.jsonl", "--to", "csv", "-o", "a.csv", "--fields", "id,autors")
    assert (result.exit_code, "no field 'autors'" in result.stderr) == (2, True)


def test_a_bad_line_is_named_with_its_file(here):
    (here / "b.jsonl").write_text("{}\n")
    result = ask("b.jsonl", "--to", "jsonl", "-o", "c.jsonl")
    assert (result.exit_code, "b.jsonl line 1: no newsbot.article/1 record" in result.stderr) == (2, True)
    assert not (here / "c.jsonl").exists()


def test_a_missing_extra_is_said_with_the_command(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "newsbot.corpus.export.parquet", raising=False)
    monkeypatch.delitem(sys.modules, "newsbot.corpus.arrow.batches", raising=False)
    monkeypatch.delitem(sys.modules, "newsbot.corpus.arrow.schema", raising=False)
    result = ask("a.jsonl", "--to", "parquet", "-o", "a.parquet")
    assert (result.exit_code, "pip install 'newsbot[arrow]'" in result.stderr) == (2, True)
