"""The documents say what the program does."""

import doctest
import importlib
import re
from dataclasses import fields
from pathlib import Path

import pytest

from newsbot.corpus.revisions.lines import as_object
from newsbot.corpus.revisions.timeline import Revision, Timeline, Version
from newsbot.corpus.revisions.verdicts import VERDICTS
from newsbot.schema import article_schema

ROOT = Path(__file__).parents[2]


def test_every_key_of_the_record_is_in_its_document() -> None:
    named = set(re.findall(r"`(\w+)`", (ROOT / "docs" / "record.md").read_text("utf-8")))
    assert set(article_schema()["properties"]) <= named


def test_every_key_of_a_timeline_is_in_its_document() -> None:
    named = set(re.findall(r"`(\w+)`", (ROOT / "docs" / "revisions.md").read_text("utf-8")))
    keys = {one.name for one in fields(Version)} | {one.name for one in fields(Revision)} - {
        "number",
        "details",
        "after",
        "before",
    }
    assert set(as_object(Timeline("contoh:1"))) | keys | set(VERDICTS) <= named


def with_examples() -> list[str]:
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    return [
        str(page.relative_to(ROOT))
        for page in pages
        if re.search(r"^ *>>> ", page.read_text("utf-8"), re.MULTILINE)
    ]


@pytest.mark.parametrize("name", with_examples())
def test_examples_run_as_they_stand(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    done = doctest.testfile(str(ROOT / name), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert done.failed == 0
    assert done.attempted


def test_the_readme_has_examples() -> None:
    assert "README.md" in with_examples()


def test_documents_that_the_readme_names_exist() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    linked = [target for target in re.findall(r"\]\(([^)#]+)\)", text) if not target.startswith("http")]
    assert linked
    assert all((ROOT / target).exists() for target in linked)


def named_benchmarks() -> list[str]:
    texts = [*(ROOT / "docs").glob("*.md"), ROOT / "README.md", *(ROOT / "benchmarks").rglob("*.py")]
    told = "\n".join(path.read_text("utf-8") for path in texts)
    assert not re.findall(r"python benchmarks/\S+", told), "benchmarks are modules: python -m benchmarks.NAME"
    return sorted(set(re.findall(r"python -m (benchmarks\.\w+)", told)))


@pytest.mark.parametrize("name", named_benchmarks())
def test_benchmarks_that_are_named_can_be_started(name: str) -> None:
    module = importlib.import_module(name)
    command = importlib.import_module(f"{name}.__main__") if hasattr(module, "__path__") else module
    assert callable(command.main)
