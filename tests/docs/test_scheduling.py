"""What docs/scheduling.md prints can be run."""

import json
import re
import shlex
import subprocess
import sys
import types
from pathlib import Path
from typing import Self

import pytest

from newsbot.cli.crawl import command
from newsbot.portals import registry

TEXT = (Path(__file__).parents[2] / "docs" / "scheduling.md").read_text("utf-8")
CRAWL = re.compile(r"newsbot crawl ((?:[^\n`|>]|(?<=\\)\n)+)")


def block(start):
    """The Python block that begins with `start`."""
    return next(
        code for code in re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL) if code.startswith(start)
    )


def commands():
    found = [match.replace("\\\n", " ") for match in CRAWL.findall(TEXT)]
    return [line for line in found if " -o " in line and "{" not in line and "%i" not in line]


def test_there_are_commands() -> None:
    assert len(commands()) >= 4


@pytest.mark.parametrize("line", commands())
def test_crawl_commands_have_options_and_portals_that_exist(line: str) -> None:
    told = command.make_context("crawl", shlex.split(line)).params
    assert [registry().get(name) is not None for name in told["targets"]] == [True]


def test_dag_declares_a_task_a_portal(monkeypatch: pytest.MonkeyPatch) -> None:
    class Dag:
        def __init__(self, **options: object) -> None:
            self.options = options

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            """Nothing is open."""

    tasks = []
    names = ["airflow", "airflow.sdk", "airflow.providers", "airflow.providers.standard"]
    names += ["airflow.providers.standard.operators", "airflow.providers.standard.operators.bash"]
    for name in names:
        monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
    sys.modules["airflow.sdk"].DAG = Dag
    sys.modules[names[-1]].BashOperator = lambda **options: tasks.append(options)
    exec(compile(block('"""Hourly crawls'), "dag.py", "exec"), {})
    for task in tasks:
        line = task["bash_command"].partition("newsbot crawl ")[2]
        told = command.make_context("crawl", shlex.split(line)).params
        assert [registry().get(name) is not None for name in told["targets"]] == [True]
    assert len({task["task_id"] for task in tasks}) == len(tasks) > 1


def test_records_of_several_outputs_are_taken_together_once(tmp_path: Path) -> None:
    outputs = {"a": ["x 1 early", "y 1 early", "x 2 early"], "b": ["y 1 late", "x 2 late", "z 1 late"]}
    for name, records in outputs.items():
        (tmp_path / name / "parts").mkdir(parents=True)
        rows = [dict(zip(("id", "headline", "metadata"), record.split(), strict=True)) for record in records]
        (tmp_path / name / "parts" / "000001-00001.jsonl").write_text(
            "".join(json.dumps(row) + "\n" for row in rows)
        )
        (tmp_path / name / "parts" / "000002-00001.jsonl.part").write_text("{torn")
        files = [{"file": "parts/000001-00001.jsonl"}, {"file": "rejects/000001-00001.jsonl"}]
        (tmp_path / name / "manifest.json").write_text(json.dumps({"files": files}))
    line = [sys.executable, "-c", block('"""python together'), str(tmp_path / "a"), str(tmp_path / "b")]
    said = subprocess.run(line, capture_output=True, text=True, check=True).stdout
    taken = [" ".join(json.loads(line).values()) for line in said.splitlines()]
    assert taken == [*outputs["a"], "z 1 late"]
