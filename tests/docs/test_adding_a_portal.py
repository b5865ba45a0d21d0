"""docs/adding-a-portal.md: its commands are the program's, and the change that it shows is one that was made."""

import re
import shlex
from pathlib import Path

import click
import pytest

from newsbot.cli.main import main

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "adding-a-portal.md").read_text("utf-8")
COMMANDS = [
    line
    for block in re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL)
    for line in block.splitlines()
    if line.startswith("newsbot ")
]


def command_of(words):
    """The command that the words name, with the words that are left for it."""
    group, name, command = main, "newsbot", main
    context = click.Context(main)
    while isinstance(group, click.Group) and words:
        name, words = words[0], words[1:]
        command = group.get_command(context, name)
        assert command is not None, name
        group = command
    return command, name, words


@pytest.mark.parametrize("line", COMMANDS)
def test_commands_are_understood(line, tmp_path, monkeypatch):
    """Parsed, not run: every option is known and every argument has its place."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.html", "b.html"):
        (tmp_path / name).touch()
    for name in ("pages", "draft", "fixtures/contoh"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "draft" / "contoh.toml").write_text("[layout.contoh]\nprobe = 'h1'\n")
    command, name, words = command_of(shlex.split(line.partition(" >")[0])[1:])
    command.make_context(name, list(words)).close()


def test_there_are_commands():
    assert any("new-portal" in line for line in COMMANDS)


def test_the_change_shown_is_the_declaration_that_stands():
    (shown,) = re.findall(r"\+\+\+ b/(newsbot/portals/\w+\.toml)\n@@[^\n]*\n((?:\+[^\n]*\n)+)", TEXT)
    path, lines = shown
    assert (ROOT / path).read_text("utf-8").splitlines() == [line[1:] for line in lines.splitlines()]


def test_the_change_shown_touches_one_file_one_fixture_folder_and_the_page():
    touched = set(re.findall(r"^ (\S+) +\|", TEXT, re.MULTILINE))
    assert {Path(path).parts[0] for path in touched} == {"docs", "fixtures", "newsbot"}
    assert sum(path.endswith(".toml") for path in touched) == 1
    assert len({Path(path).parent for path in touched if path.startswith("fixtures/")}) == 1
    assert all((ROOT / path).exists() for path in touched)
