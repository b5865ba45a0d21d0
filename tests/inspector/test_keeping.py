import importlib.util
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

pytest.importorskip("nh3", reason="the extra `inspect` is not installed")

import newsbot
from newsbot.cli.main import main
from newsbot.inspector.corrections import Corrections, Refused
from newsbot.inspector.inspection import read
from newsbot.inspector.keeping import default_name, keep_fixture, keep_gold
from tests.inspector.made import BROKEN, URL, looked_at
from tests.invented import KOMPAS, snapshot

RULER = Path(__file__).parents[3] / "shared" / "tools" / "score.py"
PAGE = snapshot(BROKEN, URL, fetched_at="2023-09-13T08:00:00+00:00")
RECORD = read(PAGE).record


def check(folder):
    return CliRunner().invoke(main, ["fixture", "check", "--fixtures", str(folder / "fixtures")])


def test_a_right_record_leaves_as_a_golden_file_that_holds(tmp_path):
    case = keep_fixture(tmp_path, "panen", PAGE, RECORD, Corrections())
    assert case == tmp_path / "fixtures/unknown/panen"
    assert sorted(path.name for path in case.iterdir()) == [
        "about.md",
        "expected.json",
        "page.html",
        "page.json",
    ]
    assert check(tmp_path).exit_code == 0


def test_a_corrected_record_leaves_as_a_golden_file_that_fails_on_just_that(tmp_path):
    made = Corrections()
    made.correct("headline", "Judul yang benar", RECORD)
    made.correct("authors", "Sari Laras", RECORD)
    case = keep_fixture(tmp_path, "panen", PAGE, RECORD, made)
    result = check(tmp_path)
    assert result.exit_code == 1
    assert re.findall(r"^--- unknown/panen (\w+): expected", result.output, re.MULTILINE) == [
        "headline",
        "authors",
    ]
    expected = json.loads((case / "expected.json").read_text("utf-8"))
    assert expected["headline"] == "Judul yang benar"
    assert expected["authors"] == [{"name": "Sari Laras"}]
    assert "`headline` was read wrongly" in (case / "about.md").read_text("utf-8")


def test_the_folder_is_that_of_the_portal(tmp_path):
    page = snapshot(BROKEN, KOMPAS)
    assert keep_fixture(tmp_path, "a", page, read(page).record, Corrections()).parent.name == "kompas"


@pytest.mark.parametrize("portal", ["../../x", "/etc", "", None, "contoh.id", "x\0y"])
def test_no_word_of_a_page_names_a_file(tmp_path, portal):
    record = {**RECORD, "portal": portal}
    assert keep_fixture(tmp_path, "a", PAGE, record, Corrections()) == tmp_path / "fixtures/unknown/a"
    assert keep_gold(tmp_path, "a", PAGE, record, Corrections()) == tmp_path / "gold/unknown__a.gold.json"


@pytest.mark.parametrize("name", ["", "..", "../a", "a/b", "A", "a b", "a\n", "a" * 81, "-a", "a.b"])
@pytest.mark.parametrize("keep", [keep_fixture, keep_gold])
def test_names_are_no_paths(tmp_path, keep, name):
    with pytest.raises(Refused):
        keep(tmp_path, name, PAGE, RECORD, Corrections())
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("keep", [keep_fixture, keep_gold])
def test_nothing_is_written_over(tmp_path, keep):
    keep(tmp_path, "a", PAGE, RECORD, Corrections())
    with pytest.raises(Refused, match="exists already"):
        keep(tmp_path, "a", PAGE, RECORD, Corrections())


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "fixtures").write_text("")
    with pytest.raises(Refused):
        keep_fixture(tmp_path, "a", PAGE, RECORD, Corrections())


def test_the_name_that_is_offered_is_one(tmp_path):
    assert keep_gold(tmp_path, default_name(PAGE), PAGE, RECORD, Corrections()).exists()


def test_gold_has_what_was_corrected(tmp_path):
    _, shown = looked_at(BROKEN)
    made = Corrections()
    made.correct("section", "Ekonomi", RECORD)
    made.toggle_removed("removed-0", RECORD, shown.placed)
    gold = json.loads(keep_gold(tmp_path, "a", PAGE, RECORD, made).read_text("utf-8"))
    assert gold["section"] == "Ekonomi"
    assert gold["noise"] == []
    assert "Baca juga: Gudang garam baru di muara" in gold["article_body"]


@pytest.mark.skipif(not RULER.exists(), reason="the ruler lies beside the project and is not there")
def test_a_right_record_scores_whole_against_the_gold_made_of_it(tmp_path):
    spec = importlib.util.spec_from_file_location("ruler", RULER)
    ruler = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(ruler)
    keep_gold(tmp_path, "a", PAGE, RECORD, Corrections())
    records = [outcome.article.to_dict() for outcome in newsbot.replay(tmp_path / "gold")]
    by_base = {Path(record["metadata"]["origin"]["path"]).stem: record for record in records}
    scores, _, leaks = ruler.score(ruler.load_gold(tmp_path / "gold"), by_base)
    assert leaks == []
    assert {key: value for key, value in scores.items() if isinstance(value, float) and value != 1} == {
        "leak": 0.0
    }
