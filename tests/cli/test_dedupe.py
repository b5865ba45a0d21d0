import json
import os
import sys
import threading

import pytest
from click.testing import CliRunner

from newsbot.cli._twice import THRESHOLD as TOLD
from newsbot.cli.main import main
from newsbot.corpus import read as read_corpus
from tests.corpus.records import ONE, THREE, TWO, article

pytest.importorskip("rensa")

TEXT = (ONE, TWO, THREE, "Warga desa menyambut kabar itu dengan pesta kecil di balai pertemuan sampai malam.")
RECORDS = [
    article("contoh:1", texts=TEXT, headline="Garam naik"),
    article("contoh:2", texts=(*TEXT, "Selesai."), headline="Harga garam naik lagi"),
    article("contoh:3", texts=("Hujan turun.",)),
]


pytestmark = pytest.mark.usefixtures("here")


def ask(*args, **more):
    return CliRunner().invoke(main, ["dedupe", *args], **more)


def test_the_threshold_of_the_help_is_the_one_that_was_measured():
    from newsbot.corpus.duplicates.comparing import THRESHOLD

    assert TOLD == THRESHOLD


def test_the_output_is_all_that_is_left(here):
    result = ask("a.jsonl", "-o", "out/b.jsonl.gz")
    assert result.exit_code == 0, result.output
    assert {path.name for path in (here / "out").iterdir()} == {"b.jsonl.gz", ".b.jsonl.gz.made"}
    assert [record["duplicate_of"] for record in read_corpus("out/b.jsonl.gz")] == [None, "contoh:1", None]


def test_the_summary_names_relations_and_the_largest_cluster():
    said = ask("a.jsonl", "-o", "b.jsonl").stderr
    assert "network_copy" in said
    assert "records of contoh:1" in said


def test_the_summary_as_json():
    said = json.loads(ask("a.jsonl", "-o", "b.jsonl", "--json").stdout)
    assert (said["records"], said["clusters"], said["relations"]) == (3, 1, {"network_copy": 1})


def test_standard_input_is_read_twice(here):
    result = ask("-", "-o", "b.jsonl", input=(here / "a.jsonl").read_bytes())
    assert result.exit_code == 0, result.output
    assert sum(1 for _ in read_corpus("b.jsonl")) == 3


def test_a_bad_line_of_standard_input_is_named_as_that(here):
    data = (here / "a.jsonl").read_bytes()
    result = ask("-", "-o", "b.jsonl", input=data + b"[]\n")
    assert (result.exit_code, "Error: standard input line 4: " in result.stderr) == (2, True)
    torn = ask("-", "-o", "b.jsonl", input=data + b"{")
    assert (torn.exit_code, "note: standard input line 4: " in torn.stderr) == (0, True)


def test_a_pipe_with_a_name_is_read_twice(here):
    os.mkfifo(here / "pipe")
    data = (here / "a.jsonl").read_bytes()
    writer = threading.Thread(target=lambda: (here / "pipe").write_bytes(data))
    writer.start()
    result = ask("pipe", "-o", "b.jsonl")
    writer.join()
    assert result.exit_code == 0, result.output
    assert sum(1 for _ in read_corpus("b.jsonl")) == 3


def test_a_bad_line_is_named_and_nothing_is_left(here):
    (here / "bad.jsonl").write_text("{}\n")
    result = ask("bad.jsonl", "-o", "out/b.jsonl")
    assert (result.exit_code, "bad.jsonl line 1" in result.stderr) == (2, True)
    assert list((here / "out").iterdir()) == []


def test_marked_records_are_counted_and_exported(here):
    ask("a.jsonl", "-o", "b.jsonl")
    runner = CliRunner()
    assert runner.invoke(main, ["stats", "b.jsonl"]).exit_code == 0
    runner.invoke(main, ["export", "b.jsonl", "--to", "csv", "-o", "b.csv", "--fields", "id,relation"])
    assert (here / "b.csv").read_text("utf-8-sig").splitlines()[:3] == [
        "id,relation",
        "contoh:1,",
        "contoh:2,network_copy",
    ]


def test_a_missing_extra_is_said_with_the_command(monkeypatch):
    monkeypatch.setitem(sys.modules, "rensa", None)
    for name in ("run", "signatures"):
        monkeypatch.delitem(sys.modules, f"newsbot.corpus.duplicates.{name}", raising=False)
    result = ask("a.jsonl", "-o", "b.jsonl")
    assert (result.exit_code, "pip install 'newsbot[dedupe]'" in result.stderr) == (2, True)
