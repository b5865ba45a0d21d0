import gzip
import json

import pytest
from click.testing import CliRunner

from newsbot.cli.main import main
from newsbot.items import Image, Person
from tests.corpus.records import ONE, THREE, TWO, article, lines

EDITOR = Person("Laras Puspa", "editor")
BEFORE = [article("1", "1.html", texts=(ONE, "Disunting oleh: Laras Puspa")), article("2", "2.html")]
AFTER = [article("1", "1.html", texts=(ONE,), editors=[EDITOR]), article("2", "2.html")]


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write("a.jsonl", *BEFORE)
    write("b.jsonl", *AFTER)
    return tmp_path


def write(name, *records):
    with open(name, "w", encoding="utf-8") as file:
        file.write(lines(*records))


def ask(*args, **options):
    return CliRunner().invoke(main, ["diff", *args], **options)


def told(before, after):
    """The examples of two records, as they are printed."""
    write("a.jsonl", before)
    write("b.jsonl", after)
    return ask("a.jsonl", "b.jsonl").stdout


def test_a_difference_is_no_failure():
    result = ask("a.jsonl", "b.jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "2 records in both: 1 alike, 1 differ" in result.stdout


def test_alike_files_have_no_tables():
    assert ask("a.jsonl", "a.jsonl").stdout.splitlines()[-1] == "2 records in both: 2 alike, 0 differ"


def test_a_block_that_went_is_shown_with_where_it_came():
    shown = ask("a.jsonl", "b.jsonl").stdout
    assert "- [paragraph] Disunting oleh: Laras Puspa" in shown
    assert "+ [0]: name: Laras Puspa, role: editor" in shown


def test_changed_words_are_marked():
    shown = told(article(texts=(ONE,)), article(texts=(ONE.replace("tiga ton", "empat ton"),)))
    assert "memanen [-tiga-] {+empat+} ton" in shown


def test_values_with_little_in_common_stand_one_after_the_other():
    assert f"{TWO} → {THREE}" in " ".join(told(article(headline=TWO), article(headline=THREE)).split())


def test_a_picture_is_told_by_what_changed_in_it():
    before, after = (article(images=[Image("/a.jpg", caption)]) for caption in (None, "Panen garam"))
    assert "~ [0].caption: null → Panen garam" in told(before, after)


def test_page_text_cannot_steer_the_terminal():
    shown = told(article(), article(headline="\x1b[31m[bold]merah\u202e", portal="\x1b[0m"))
    assert "\x1b" not in shown
    assert "[bold]merah" in shown


def test_what_one_side_lacks_is_said():
    write("b.jsonl", AFTER[0])
    assert "only in A: 1, only in B: 0" in ask("a.jsonl", "b.jsonl").stdout


def test_json_is_one_object_with_the_counts():
    found = json.loads(ask("a.jsonl", "b.jsonl", "--json").stdout)
    assert (found["matched"], found["alike"], found["changed"]) == (2, 1, 1)
    assert found["fields"]["editors"] == {"changed": 1, "gained": 1, "lost": 0, "rate": 0.5}
    assert found["portals"]["contoh"]["matched"] == found["layouts"][0]["matched"] == 2
    assert found["examples"][0]["a"] == "a.jsonl line 1"
    assert found["examples"][0]["changes"]["editors"][0]["after"]["name"] == "Laras Puspa"


def test_json_holds_half_a_surrogate_pair():
    write("a.jsonl", article(topic=None))
    with open("b.jsonl", "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(lines(article(topic="\ud83d")))
    found = json.loads(ask("a.jsonl", "b.jsonl", "--json").stdout)
    assert found["examples"][0]["changes"]["topic"][0]["after"] == "\ud83d"


def test_only_the_field_that_is_named_is_told_of():
    found = json.loads(ask("a.jsonl", "b.jsonl", "--json", "--field", "editors").stdout)
    assert list(found["fields"]) == ["editors"]


def test_number_of_examples_may_be_none():
    assert json.loads(ask("a.jsonl", "b.jsonl", "--json", "--examples", "0").stdout)["examples"] == []


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (["editors"], 1),
        (["editors:50%"], 0),
        (["headline"], 0),
        (["headline", "any:0.4"], 1),
        (["records"], 0),
    ],
)
def test_limit_decides_the_exit_code(limits, code):
    options = [part for limit in limits for part in ("--fail-on", limit)]
    assert ask("a.jsonl", "b.jsonl", *options).exit_code == code


def test_limit_is_said_with_its_figures():
    said = ask("a.jsonl", "b.jsonl", "--fail-on", "editors:2%", "--json")
    assert "--fail-on editors: fails (1 of 2 records, 2.00% may differ)" in said.stderr
    assert json.loads(said.stdout)["limits"][0]["holds"] is False


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["none.jsonl", "b.jsonl"], "none.jsonl: no such file or folder"),
        (["-", "-"], "standard input"),
        (["a.jsonl", "b.jsonl", "--field", "autors"], "is it authors"),
        (["a.jsonl", "b.jsonl", "--fail-on", "headlin:1%"], "is it headline"),
        (["a.jsonl", "b.jsonl", "--fail-on", "headline:two"], "'two' is no share"),
        (["a.jsonl", "b.jsonl", "--fail-on", "xyzzy"], "docs/record.md"),
        (["a.jsonl"], "Missing argument"),
        (["a.jsonl", "page.html"], "page.html line 1: no JSON"),
        (["a.jsonl", "old.jsonl"], "old.jsonl line 1: no newsbot.article/1 record but 'newsbot.article/0'"),
    ],
)
def test_what_cannot_be_compared_is_exit_2_and_named(here, args, said):
    (here / "page.html").write_text("<p>satu")
    (here / "old.jsonl").write_text('{"schema":"newsbot.article/0"}\n')
    result = ask(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_torn_last_line_is_said(here):
    with open("a.jsonl", "a", encoding="utf-8") as file:
        file.write('{"schema":"newsb')
    result = ask("a.jsonl", "b.jsonl")
    assert result.exit_code == 0
    assert "a.jsonl line 3: the last line is torn" in result.stderr


def test_standard_input_may_be_compressed():
    result = ask("a.jsonl", "-", input=gzip.compress(lines(*AFTER).encode()))
    assert "2 records in both" in result.stdout


def test_fits_a_narrow_terminal():
    lines_of = ask("a.jsonl", "b.jsonl", env={"COLUMNS": "60"}).stdout.splitlines()
    assert max(map(len, lines_of)) <= 60
