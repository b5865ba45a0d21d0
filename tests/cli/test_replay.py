import gzip
import json
import os
import signal

import pytest
from click.testing import CliRunner

from newsbot import stream
from newsbot.cli.main import main
from newsbot.engines import run as run_module
from newsbot.items import Article, Outcome, Publisher, Reject
from newsbot.portals import Portal, Registry


@pytest.fixture
def seen(monkeypatch):
    """The options that reach the stream, which rejects empty pages."""
    options_seen = []

    def process(snapshot, *, options):
        options_seen.append(options)
        if not snapshot.body:
            return Outcome(reject=Reject(snapshot.origin.path, None, "empty", "no bytes"))
        return Outcome(article=Article("x", "contoh", Publisher("C", "c.id"), None, None, "video"))

    monkeypatch.setattr(stream, "process", process)
    return options_seen


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, body in (("a", "<p>a"), ("b", ""), ("c", "<p>c")):
        (tmp_path / "pages").mkdir(exist_ok=True)
        (tmp_path / "pages" / f"{name}.html").write_text(body)
    return tmp_path


def ask(*args):
    """In this process, where the stream is replaced."""
    return CliRunner().invoke(main, ["replay", "--workers", "0", *args])


def test_output_folder_is_made_and_stdout_stays_empty(seen, here):
    result = ask("pages", "-o", "output/articles.jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    assert len((here / "output/articles.jsonl").read_text().splitlines()) == 2
    assert json.loads((here / "output/articles.rejects.jsonl").read_text())["path"] == "pages/b.html"


def test_summary_is_on_stderr(seen, here):
    words = ask("pages", "-o", "out.jsonl").stderr
    for part in ("inputs", "3", "video", "empty", "merged pages", "pages per second", "out.rejects.jsonl"):
        assert part in words


def test_rejects_file_may_be_named(seen, here):
    ask("pages", "-o", "out.jsonl", "--rejects", "elsewhere/bad.jsonl")
    assert (here / "elsewhere/bad.jsonl").exists()
    assert not (here / "out.rejects.jsonl").exists()


def test_rejects_are_no_failure_unless_strict(seen, here):
    assert ask("pages", "-o", "out.jsonl").exit_code == 0
    assert ask("pages", "-o", "out.jsonl", "--strict").exit_code == 1
    assert ask("pages/a.html", "-o", "out.jsonl", "--strict").exit_code == 0


def test_options_reach_the_stream(seen, here, monkeypatch):
    known = Registry([Portal(id="contoh", name="Contoh", domains=("contoh.id",))])
    monkeypatch.setattr("newsbot.portals.registry", lambda: known)
    ask("pages", "-o", "out.jsonl", "--generic", "--verify", "--portal", "contoh")
    assert seen[0] == stream.Options(generic=True, verify=True, portal="contoh")


@pytest.mark.parametrize(
    "args",
    [
        ["none", "-o", "out.jsonl"],
        ["pages"],
        ["-o", "out.jsonl"],
        ["pages", "-o", "out.jsonl", "--engine", "ray"],
        ["pages", "-o", "out.jsonl", "--workers", "-1"],
        ["pages", "-o", "out.jsonl", "--page-time", "0"],
        ["pages", "-o", "out.jsonl", "--portal", "nothing-like-it"],
        ["pages", "-o", "out.jsonl", "--rejects", "out.jsonl"],
        ["pages", "-o", "pages"],
        ["pages", "-o", "/dev/null"],
        ["pages/a.html", "-o", "pages/a.html"],
    ],
)
def test_wrong_usage_is_exit_2_and_writes_nothing(seen, here, args):
    result = ask(*args)
    assert result.exit_code == 2
    assert "Error" in result.stderr
    assert not (here / "out.jsonl").exists()
    assert (here / "pages/a.html").read_text() == "<p>a"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.csv", "write a.jsonl, then run: newsbot export a.jsonl --to csv -o a.csv"),
        ("a b.parquet", "newsbot export 'a b.jsonl' --to parquet -o 'a b.parquet'"),
        ("a.CSV.gz", "--to csv -o a.CSV"),
        ("a.db", "--to sqlite"),
        ("a.jsonl.xz", ".gz or .zst"),
    ],
)
def test_a_name_that_says_no_json_lines_is_refused(seen, here, name, said):
    result = ask("pages", "-o", name)
    assert (result.exit_code, (here / name).exists()) == (2, False)
    assert said in " ".join(result.stderr.split())


def test_rejects_are_no_table_either(seen, here):
    assert ask("pages", "-o", "out.jsonl", "--rejects", "bad.csv").exit_code == 2


def test_a_name_may_ask_for_packing(seen, here):
    assert ask("pages", "-o", "out.jsonl.gz").exit_code == 0
    assert len(gzip.decompress((here / "out.jsonl.gz").read_bytes()).splitlines()) == 2


def interrupted(*args, **kwargs):
    raise KeyboardInterrupt


def terminated(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGTERM)


@pytest.mark.parametrize(("ending", "code"), [(interrupted, 130), (terminated, 143)])
def test_end_from_outside_says_how_to_go_on(seen, here, monkeypatch, ending, code):
    monkeypatch.setattr(run_module, "run", ending)
    result = ask("pages", "-o", "out.jsonl")
    assert result.exit_code == code
    assert "--resume" in result.stderr


def test_resume_is_said(seen, here):
    assert "starting from the first input" in ask("pages", "-o", "out.jsonl", "--resume").stderr


def test_folder_without_pages_is_exit_2_and_leaves_the_former_output(seen, here):
    (here / "empty").mkdir()
    (here / "out.jsonl").write_text("{}\n")
    result = ask("empty", "-o", "out.jsonl")
    assert result.exit_code == 2
    assert "no pages were found in empty" in result.stderr
    assert (here / "out.jsonl").read_text() == "{}\n"


def test_resume_of_a_finished_run_is_said(seen, here):
    ask("pages", "-o", "out.jsonl")
    result = ask("pages", "-o", "out.jsonl", "--resume")
    assert result.exit_code == 0
    assert "complete: all" in result.stderr


PAGE = "<title>Panen</title><h1>Panen Garam {0}</h1><p>{0} ton garam dipanen.</p>"


@pytest.fixture
def earlier(tmp_path, monkeypatch):
    """Three pages, read once; one of them has changed since, one is new and one is gone."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages").mkdir()
    for name in "abc":
        (tmp_path / "pages" / f"{name}.html").write_text(PAGE.format(name))
    assert ask("pages", "-o", "old.jsonl").exit_code == 0
    (tmp_path / "pages/b.html").write_text(PAGE.format("Dua"))
    (tmp_path / "pages/c.html").rename(tmp_path / "pages/d.html")
    return tmp_path


def test_only_what_changed_is_read_and_the_difference_told(earlier):
    result = ask("pages", "-o", "new.jsonl", "--changed-since", "old.jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    told = " ".join(result.stderr.split())
    for words in ("records taken over │ 1 ", "pages read again │ 2 ", "page changed │ 1 ", "new page │ 1 "):
        assert words in told
    for words in ("new page: pages/d.html", "gone: pages/c.html", "page changed: pages/b.html"):
        assert words in told
    assert "3 records, newsbot" in told
    assert "3 records in both: 2 alike, 1 differ" in told
    assert "newsbot diff old.jsonl new.jsonl" in told


def test_earlier_records_are_not_written_over(earlier):
    for again in ("old.jsonl", "./pages/../old.jsonl"):
        result = ask("pages", "-o", again, "--changed-since", "old.jsonl")
        assert (result.exit_code, "holds the earlier records" in result.stderr) == (2, True)


@pytest.mark.parametrize(
    ("text", "words"), [("{}\n", "old.jsonl line 1: no newsbot.article/1 record"), (None, "not exist")]
)
def test_earlier_records_that_are_none_are_named(earlier, text, words):
    if text is None:
        (earlier / "old.jsonl").unlink()
    else:
        (earlier / "old.jsonl").write_text(text)
    result = ask("pages", "-o", "new.jsonl", "--changed-since", "old.jsonl")
    assert (result.exit_code, words in " ".join(result.stderr.split())) == (2, True), result.stderr
