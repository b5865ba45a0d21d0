import importlib
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

import newsbot
from newsbot.cli.main import COMMANDS, main


def ask(*args):
    return CliRunner().invoke(main, args)


def test_help_names_every_command():
    output = ask("--help").output
    assert all(f"  {name} " in output for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name):
    result = ask(name, "--help")
    assert result.exit_code == 0
    assert f"newsbot {name}" in result.output
    assert "Example" in result.output


@pytest.mark.parametrize("name", COMMANDS)
def test_table_of_commands_is_true(name):
    assert isinstance(importlib.import_module(COMMANDS[name][0]).command, click.Command)


def test_version():
    assert ask("--version").output == f"newsbot, version {newsbot.__version__}\n"


@pytest.mark.parametrize(
    "args", [["nothing-like-it"], ["replay"], ["extract"], ["schema", "--nothing-like-it"]]
)
def test_wrong_usage_is_exit_2(args):
    assert ask(*args).exit_code == 2


def test_python_m_newsbot_is_the_same_program():
    done = subprocess.run(
        [sys.executable, "-m", "newsbot", "--help"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("Usage: newsbot ")


def test_schema_is_json():
    assert '"title": "newsbot.article/1"' in ask("schema").stdout
