"""docs/researcher.md: its commands and its code are run, in order, as they stand."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsbot.cli.main import main

ROOT = Path(__file__).parents[2]
BLOCKS = re.findall(
    r"```(sh|python)\n(.*?)```", (ROOT / "docs" / "researcher.md").read_text("utf-8"), re.DOTALL
)


def test_the_walk_can_be_walked(tmp_path, monkeypatch, capsys):
    for needed in ("pyarrow", "pandas", "vl_convert", "jinja2", "rensa"):
        pytest.importorskip(needed)
    monkeypatch.chdir(tmp_path)
    Path("fixtures").symlink_to(ROOT / "fixtures")
    names = {}
    for language, text in BLOCKS:
        if language == "python":
            exec(compile(text, "docs/researcher.md", "exec"), names)
            continue
        for line in text.splitlines():
            result = CliRunner().invoke(main, shlex.split(line)[1:])
            assert result.exit_code == 0, (line, result.output)
    assert len(names["table"]) == sum(1 for _ in names["corpus"]) > 100
    assert re.search(r"^date_published: \w+, agrees: \[", capsys.readouterr().out, re.MULTILINE)
    assert {"report.html", "README.md"} <= {path.name for path in Path("corpus").iterdir()}


def test_there_is_something_to_walk():
    assert [language for language, _ in BLOCKS].count("python") >= 4
