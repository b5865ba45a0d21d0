"""The documents say what the program does."""

import doctest
import re
from pathlib import Path

import pytest

from newsbot.schema import article_schema

ROOT = Path(__file__).parents[2]


def test_every_key_of_the_record_is_in_its_document() -> None:
    named = set(re.findall(r"`(\w+)`", (ROOT / "docs" / "record.md").read_text("utf-8")))
    assert set(article_schema()["properties"]) <= named


@pytest.mark.parametrize("name", ["README.md"])
def test_examples_run(name: str) -> None:
    assert doctest.testfile(str(ROOT / name), module_relative=False).failed == 0


def test_documents_that_the_readme_names_exist() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    linked = [target for target in re.findall(r"\]\(([^)#]+)\)", text) if not target.startswith("http")]
    assert linked
    assert all((ROOT / target).exists() for target in linked)
