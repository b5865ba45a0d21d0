"""Every record goes out again with the language that was identified, and other commands go by it."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

pytest.importorskip("py3langid")

from benchmarks.languages import sentences
from newsbot.cli.main import main
from newsbot.corpus import read as read_corpus
from newsbot.items import Language
from tests.corpus.records import article, lines

MALAY, JAVANESE = sentences("ms")[0], sentences("jv")
QUOTING = (*sentences("id")[:2], JAVANESE[1], JAVANESE[4], sentences("id")[5])
RECORDS = [
    article("contoh:1", texts=(sentences("id")[0],)),
    article("contoh:2", texts=(MALAY,), in_language=Language("id", 0.9)),
    article("contoh:3", texts=QUOTING),
    article("contoh:4", texts=("Garam naik.",)),
    article("contoh:5", texts=()),
]


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.jsonl").write_text(lines(*RECORDS), encoding="utf-8")
    return tmp_path


def ask(*args, **more):
    return CliRunner().invoke(main, [*args], **more)


def identified(path="b.jsonl"):
    return [record["identified_language"] for record in read_corpus(path)]


def test_records_get_one_key_at_their_end():
    result = ask("language", "a.jsonl", "-o", "b.jsonl")
    assert result.exit_code == 0, result.output
    made = [json.loads(line) for line in Path("b.jsonl").read_text("utf-8").splitlines()]
    assert [list(one)[-1] for one in made] == ["identified_language"] * 5
    told = [one.pop("identified_language") for one in made]
    assert made == RECORDS
    assert [(one["code"], one["is_mixed"]) if one else None for one in told] == [
        ("id", False),
        ("ms", False),
        ("id", True),
        None,
        None,
    ]
    assert 0.5 < told[1]["score"] <= 1


def test_a_second_time_gives_the_same_bytes(here):
    ask("language", "a.jsonl", "-o", "b.jsonl.gz")
    ask("language", "b.jsonl.gz", "-o", "c.jsonl")
    ask("language", "a.jsonl", "-o", "d.jsonl")
    assert (here / "c.jsonl").read_bytes() == (here / "d.jsonl").read_bytes()


def test_the_summary_counts_languages_and_reasons_with_an_example():
    said = json.loads(ask("language", "a.jsonl", "-o", "b.jsonl", "--json").stdout)
    assert said["languages"] == {"id": 1, "ms": 1, "mixed": 1}
    assert said["untold"] == {"no text": 1, "too short, or no language": 1}
    assert said["examples"]["mixed"] == "contoh:3"
    assert "contoh:3" in ask("language", "a.jsonl", "-o", "b.jsonl").stderr


@pytest.mark.parametrize(
    ("code", "ids"), [("ms", ["contoh:2"]), ("mixed", ["contoh:3"]), ("id", ["contoh:1"])]
)
def test_choices_go_by_it_and_not_by_function_words(code, ids):
    ask("language", "a.jsonl", "-o", "b.jsonl")
    ask("export", "b.jsonl", "--to", "jsonl", "-o", "c.jsonl", "--language", code)
    assert [record["id"] for record in read_corpus("c.jsonl")] == ids


def test_statistics_and_samples_go_by_it():
    ask("language", "a.jsonl", "-o", "b.jsonl")
    said = json.loads(ask("stats", "b.jsonl", "--json").stdout)
    assert said["languages"] == {"not told": 2, "id": 1, "ms": 1, "mixed": 1}
    ask("sample", "b.jsonl", "-n", "1", "--by", "language", "-o", "c.jsonl")
    assert len(list(read_corpus("c.jsonl"))) == 4


def test_it_stands_behind_the_keys_of_dedupe_whichever_came_first(here):
    pytest.importorskip("rensa")
    ask("language", "a.jsonl", "-o", "b.jsonl")
    ask("dedupe", "b.jsonl", "-o", "c.jsonl")
    ask("dedupe", "a.jsonl", "-o", "d.jsonl")
    ask("language", "d.jsonl", "-o", "e.jsonl")
    assert (here / "c.jsonl").read_bytes() == (here / "e.jsonl").read_bytes()


def test_tables_have_it():
    ask("language", "a.jsonl", "-o", "b.jsonl")
    ask("export", "b.jsonl", "--to", "csv", "-o", "b.csv", "--fields", "id,identified_language")
    head, _, malay, mixed, none, _ = Path("b.csv").read_text("utf-8-sig").splitlines()
    assert head == "id,identified_language,identified_language_score,is_mixed_language"
    assert malay.startswith(("contoh:2,ms,0.", "contoh:2,ms,1."))
    assert (mixed[-4:].lower(), none) == ("true", "contoh:4,,,")


def test_nested_tables_have_all_of_it():
    pq = pytest.importorskip("pyarrow.parquet")
    ask("language", "a.jsonl", "-o", "b.jsonl")
    ask("export", "b.jsonl", "--to", "parquet", "-o", "b.parquet")
    assert pq.read_table("b.parquet")["identified_language"].to_pylist() == identified()


def test_a_bad_line_is_named(here):
    (here / "bad.jsonl").write_text("{}\n")
    result = ask("language", "bad.jsonl", "-o", "b.jsonl")
    assert (result.exit_code, "bad.jsonl line 1" in result.stderr) == (2, True)
    assert not (here / "b.jsonl").exists()


def test_a_missing_extra_is_said_with_the_command(monkeypatch):
    monkeypatch.setitem(sys.modules, "py3langid.langid", None)
    for name in ("run", "identify"):
        monkeypatch.delitem(sys.modules, f"newsbot.corpus.languages.{name}", raising=False)
    result = ask("language", "a.jsonl", "-o", "b.jsonl")
    assert (result.exit_code, "pip install 'newsbot[language]'" in result.stderr) == (2, True)


def test_several_processes_tell_what_one_does_in_the_same_order(here):
    records = [{**record, "id": f"{record['id']}:{number}"} for number in range(20) for record in RECORDS]
    (here / "a.jsonl").write_text(lines(*records), encoding="utf-8")
    one, two = (
        ask("language", "a.jsonl", "-o", name, "--json", "--workers", workers).stdout
        for name, workers in (("one.jsonl", "1"), ("two.jsonl", "2"))
    )
    assert one == two
    assert json.loads(one)["records"] == len(records)
    assert (here / "one.jsonl").read_bytes() == (here / "two.jsonl").read_bytes()
