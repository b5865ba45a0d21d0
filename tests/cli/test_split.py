import json
import sys

import pytest
from click.testing import CliRunner

from newsbot.cli import split as cli
from newsbot.cli.main import main
from newsbot.corpus import read as read_corpus
from newsbot.corpus.splits.plan import SUFFIXES, By, shares_of
from tests.corpus.splits.test_split import PORTALS, RECORDS

pytest.importorskip("rensa")


pytestmark = pytest.mark.usefixtures("here")


def ask(*args, **more):
    return CliRunner().invoke(main, ["split", *args], **more)


def test_the_choices_of_the_help_are_those_that_are_known():
    assert By.__args__ == cli._BY
    assert cli._SUFFIXES == SUFFIXES
    assert shares_of(cli._SHARES) == (0.8, 0.1, 0.1)


def test_the_output_is_all_that_is_left(here):
    result = ask("a.jsonl", "-o", "out", "--suffix", ".jsonl.gz")
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in here.iterdir()) == ["a.jsonl", "out"]
    names = {f"{name}.jsonl.gz" for name in ("train", "dev", "test")}
    notes = {f".{name}.made" for name in names}
    assert {path.name for path in (here / "out").iterdir()} == {*names, *notes, "split.json"}
    assert len(list(read_corpus("out"))) == len(RECORDS)


def test_the_summary_tells_splits_and_what_is_left_out():
    said = ask(
        "a.jsonl", "-o", "out", "--by", "time", "--test-from", "2024-03-01", "--portal", PORTALS[6]
    ).stderr
    assert [line.split()[1:4] for line in said.splitlines() if "portal " in line] == [["portal", "│", "103"]]
    assert "groups of copies, none across splits" in said


def test_the_report_as_json(here):
    said = json.loads(ask("a.jsonl", "-o", "out", "--seed", "7", "--json").stdout)
    assert said["asked"] == {
        "by": "chance", "seed": 7, "shares": {"train": 0.8, "dev": 0.1, "test": 0.1}, "threshold": 0.5,
    }  # fmt: skip
    assert said == json.loads((here / "out/split.json").read_text("utf-8"))


def test_standard_input_is_read_twice(here):
    result = ask("-", "-o", "out", input=(here / "a.jsonl").read_bytes())
    assert result.exit_code == 0, result.output
    assert sum(1 for _ in read_corpus("out")) == len(RECORDS)


def test_the_splits_become_those_of_a_dataset(here):
    pq = pytest.importorskip("pyarrow.parquet")
    ask("a.jsonl", "-o", "out", "--by", "portal")
    result = CliRunner().invoke(main, ["export", "out", "--to", "hf", "-o", "hf"])
    assert result.exit_code == 0, result.output
    for ours, theirs in (("train", "train"), ("dev", "validation"), ("test", "test")):
        (shard,) = (here / "hf/data").glob(f"{theirs}-*.parquet")
        rows = pq.read_table(shard)["id"].to_pylist()
        assert rows == [one["id"] for one in read_corpus(f"out/{ours}.jsonl")]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--shares", "80,20"], "'80,20' is not three numbers, as 80,10,10"),
        (["--test-from", "2024-01-01"], "--dev-from and --test-from go with --by time"),
        (["--test-portal", "lain", "--by", "time"], "--dev-portal and --test-portal go with --by portal"),
        (
            ["--by", "time", "--dev-from", "2024-02-01", "--shares", "8,1,1"],
            "say what --shares would: give one of both",
        ),
        (["--shares", ""], "'' is not three numbers"),
        (["--test-portal", "lian", "--by", "portal"], "no record of portal 'lian'; is it lain"),
        (["--since", "2030-01-01"], "train would be empty: 0 records"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_left(here, options, said):
    result = ask("a.jsonl", "-o", "out", *options)
    assert (result.exit_code, said in result.stderr) == (2, True)
    assert [path.name for path in here.iterdir()] == ["a.jsonl"]


def test_a_folder_that_holds_something_stays(here):
    (here / "out").mkdir()
    (here / "out/notes.txt").write_text("mine")
    result = ask("a.jsonl", "-o", "out")
    assert (result.exit_code, "out: holds something already; name a new folder" in result.stderr) == (2, True)
    assert (here / "out/notes.txt").read_text() == "mine"


def test_a_missing_extra_is_said_with_the_command(monkeypatch):
    monkeypatch.setitem(sys.modules, "rensa", None)
    for name in ("run", "signatures"):
        monkeypatch.delitem(sys.modules, f"newsbot.corpus.duplicates.{name}", raising=False)
    result = ask("a.jsonl", "-o", "out")
    assert (result.exit_code, "pip install 'newsbot[dedupe]'" in result.stderr) == (2, True)
