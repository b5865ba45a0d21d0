"""newsbot beside its peers: the pages, the measures, and what is said of a program that cannot run."""

import json
import sys
from contextlib import redirect_stdout
from io import StringIO
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.known import Known, golden
from benchmarks.peers import __main__ as command
from benchmarks.peers import environment, programs
from benchmarks.peers.measures import agreement, own_measures

GOLD = "Warga Desa Sukamaju memanen cabai lebih awal tahun ini karena hujan datang cepat sekali."
NOISE = "Baca juga: Harga Cabai Turun Tajam"


@pytest.fixture(scope="module")
def said():
    """What the command prints of two fixtures with the programs of this interpreter."""
    first = list(islice(golden(), 2))
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(StringIO()) as out:
        patch.setattr(programs, "PROGRAMS", some())
        patch.setattr(command, "golden", lambda: first)
        assert command.main(["--here", "--fixtures", "--turns", "1"]) == 0
    return out.getvalue()


def some():
    names = (programs.BASE, "newsbot", "newsbot --generic", "goose3")
    return {name: programs.PROGRAMS[name] for name in names}


def rows(text):
    return [line.split(" | ") for line in text.splitlines() if line.startswith("| ")]


def test_each_program_that_runs_has_its_time_and_its_measures(said):
    listed = {row[0].strip("| "): row for row in rows(said)}
    assert float(listed["newsbot"][1]) > float(listed[programs.BASE][1]) > 0
    assert float(listed["newsbot"][3]) > 0.9
    assert listed[programs.BASE][3].strip() == ""


def test_fixtures_are_no_forecast(said):
    assert "no forecast" in said


@pytest.mark.skipif("goose3" in sys.modules, reason="goose3 is installed here")
def test_a_program_that_cannot_run_is_named_with_the_reason(said):
    assert "Not measured: goose3: ModuleNotFoundError" in said


def test_own_measures_of_gold_and_noise():
    listed = [Known("a", b"", None, {"article_body": GOLD}, (NOISE,))]
    assert own_measures(listed, [{"text": GOLD}]) == {"f1": 1, "leak": 0}
    assert own_measures(listed, [{"text": f"{GOLD}\n{NOISE}"}])["leak"] == 1
    assert own_measures(listed, [{"text": None}])["f1"] == 0


def test_agreement_holds_bodies_against_another_program():
    assert agreement([{"text": GOLD}], [{"text": GOLD}]) == 1
    assert agreement([{"text": ""}], [{"text": GOLD}]) == 0


def test_a_summary_in_html_is_its_paragraphs():
    from lxml import html

    tree = html.fragment_fromstring("<div>satu<p>dua <b>tiga</b></p>empat<br>lima<!-- x --></div>")
    assert programs.blocks(tree) == "satu\ndua tiga\nempat\nlima"


def test_an_environment_is_kept_while_its_requirements_are(tmp_path, monkeypatch):
    monkeypatch.setattr(environment, "REQUIREMENTS", tmp_path / "peers.txt")
    environment.REQUIREMENTS.write_text("# none\ncontoh==1\n", "utf-8")
    asked = []
    monkeypatch.setattr(environment.venv, "create", lambda folder, **_: Path(folder).mkdir(exist_ok=True))
    monkeypatch.setattr(
        environment, "_install", lambda python, *what: asked.append(what) or "no such package"
    )
    for _ in range(2):
        python, missing = environment.made(tmp_path / "env")
    assert asked == [("--upgrade", "pip"), ("contoh==1",)]
    assert (python, missing) == (tmp_path / "env" / "bin" / "python", {"contoh": "no such package"})


def test_every_program_has_a_pinned_package():
    pinned = {line.partition("==")[0] for line in environment.REQUIREMENTS.read_text("utf-8").splitlines()}
    assert {package for package, _ in programs.PROGRAMS.values()} - {"newsbot"} <= {
        p.lower() for p in pinned
    } | pinned


def test_a_process_that_ends_is_a_failure_and_no_end_of_the_run(tmp_path):
    (tmp_path / "urls.json").write_text(json.dumps([None]), "utf-8")
    running = command.Running("none of that name", Path(sys.executable), tmp_path)
    try:
        assert running.missing
        assert running.read(0)["failed"]
    finally:
        running.close()
