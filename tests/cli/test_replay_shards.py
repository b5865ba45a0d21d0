import json
import os
import signal

import pytest
from click.testing import CliRunner

from newsbot import stream
from newsbot.cli.main import main
from newsbot.engines import ray_run
from newsbot.engines.shards import NEEDS_EXTRA, ShardError
from newsbot.engines.shards.run import Failed, in_this_process
from newsbot.items import Article, Outcome, Publisher, Reject

ADDRESSES = ("s3://bucket/pages", "hf://datasets/a/b", "memory://a", "file:///a")


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder with a page and an empty one, Ray replaced by this process, and the stream by a record of the bytes."""

    def fake(snapshot, *, options):
        if not snapshot.body:
            return Outcome(reject=Reject(snapshot.origin.path, None, "empty", ""))
        said = snapshot.body.decode()
        return Outcome(
            article=Article(said, "contoh", Publisher("Contoh", "contoh.id"), None, None, "article", said)
        )

    def alone(shards, task):
        from dataclasses import replace

        return in_this_process(shards, replace(task, processes=0))

    monkeypatch.setattr(stream, "process", fake)
    monkeypatch.setattr(ray_run, "OnRay", lambda workers: alone)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/a.html").write_text("<p>a")
    (tmp_path / "pages/b.html").write_text("")
    return tmp_path


def ask(*args):
    return CliRunner().invoke(main, ["replay", *args])


def test_a_folder_of_parts_is_written_and_summed(here):
    result = ask("pages", "-o", "new/out", "--engine", "ray")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "new/out/parts" in result.stderr
    assert [word for word in result.stderr.split() if word == "empty"]
    files = json.loads((here / "new/out/manifest.json").read_text())["files"]
    assert [row["rows"] for row in files] == [1, 1]


def test_it_goes_on_where_it_was(here):
    ask("pages", "-o", "out", "--engine", "ray")
    assert "1 of 1 shards are done already" in ask("pages", "-o", "out", "--engine", "ray", "--resume").stderr


def test_rejects_are_no_failure_unless_strict(here):
    assert ask("pages", "-o", "out", "--engine", "ray", "--strict").exit_code == 1


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["none", "-o", "out"], "no such file or folder: none"),
        (["memory://bucket/none", "-o", "out"], "memory://bucket/none"),
        (["pages", "-o", "out.jsonl"], "the output is a folder"),
        (["pages", "-o", "pages/a.html"], "the output is a folder"),
        (["pages", "-o", "pages"], "no folder of a run in shards"),
        (["pages", "-o", "out", "--workers", "0"], "--workers 0 goes with --engine pool"),
        (["pages", "-o", "out", "--rejects", "r.jsonl"], "--rejects goes with --engine pool"),
        (
            ["pages", "-o", "out", "--changed-since", "pages/a.html"],
            "--changed-since goes with --engine pool",
        ),
    ],
)
def test_wrong_usage_is_exit_2_and_names_it(here, args, said):
    result = ask(*args, "--engine", "ray")
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
    assert not (here / "out/manifest.json").exists()
    assert (here / "pages/a.html").read_text() == "<p>a"


@pytest.mark.parametrize("source", ADDRESSES)
def test_the_pool_reads_no_addresses(here, source):
    result = ask(source, "-o", "out.jsonl")
    assert result.exit_code == 2
    assert f"{source} is an address: only --engine ray" in result.stderr


def test_tables_go_with_parts(here):
    assert "--parquet goes with --engine ray" in ask("pages", "-o", "out.jsonl", "--parquet").stderr


def test_what_was_not_read_is_told(here, monkeypatch):
    monkeypatch.setattr(
        ray_run, "OnRay", lambda workers: lambda shards, task: iter([Failed(shards[0], "lost")])
    )
    result = ask("pages", "-o", "out", "--engine", "ray")
    assert result.exit_code == 2
    assert "pages/a.html and 1 more: lost" in result.stderr


def test_a_missing_extra_is_told(here, monkeypatch):
    def missing(workers):
        raise ShardError(NEEDS_EXTRA)

    monkeypatch.setattr(ray_run, "OnRay", missing)
    result = ask("pages", "-o", "out", "--engine", "ray")
    assert result.exit_code == 2
    assert "pip install 'newsbot[ray]'" in result.stderr


def interrupted():
    raise KeyboardInterrupt


def terminated():
    """As Ray does, which waits in C and raises an interruption of its own in the place of the handler's."""
    try:
        os.kill(os.getpid(), signal.SIGTERM)
    except KeyboardInterrupt:
        raise KeyboardInterrupt from None


@pytest.mark.parametrize(("ending", "code"), [(interrupted, 130), (terminated, 143)])
def test_end_from_outside_says_how_to_go_on(here, monkeypatch, ending, code):
    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr(ray_run, "OnRay", lambda workers: lambda shards, task: ending())
    result = ask("pages", "-o", "out", "--engine", "ray")
    assert result.exit_code == code
    assert "--resume" in result.stderr
    assert signal.getsignal(signal.SIGTERM) is before
