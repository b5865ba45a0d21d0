import json

import pytest
from click.testing import CliRunner

from newsbot.cli import fixture
from newsbot.cli.main import main
from newsbot.golden import cases
from newsbot.golden.cases import project
from newsbot.items import Article, Outcome, Person, Publisher, Reject
from newsbot.portals import Portal, Registry


@pytest.fixture(autouse=True)
def root(tmp_path, monkeypatch):
    """A folder of golden files, and a stream whose headline is the page's text."""

    def process(snapshot):
        text = snapshot.body.decode()
        if not text:
            return Outcome(reject=Reject(None, None, "empty", ""))
        article = Article("x", "contoh", Publisher("C", "c.id"), snapshot.url, None, "article", text)
        article.authors = [Person("Sari", "author"), Person("Budi", "author")]
        return Outcome(article=article)

    monkeypatch.setattr(cases, "process", process)
    monkeypatch.setattr(
        fixture, "registry", lambda: Registry([Portal(id="contoh", name="C", domains=("c.id",))])
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path / "fixtures"


def ask(*args, **kwargs):
    return CliRunner().invoke(main, ["fixture", *args], **kwargs)


def case(root, expected, page="Banjir", name="satu"):
    folder = root / "contoh" / name
    folder.mkdir(parents=True)
    (folder / "page.txt").write_text(page)
    if expected is not None:
        (folder / "expected.json").write_text(json.dumps(expected))
    return folder / "expected.json"


def read(path):
    return json.loads(path.read_text())


def test_check_passes_where_the_watched_keys_are_as_expected(root):
    case(
        root,
        {"headline": "Banjir", "authors": [{"name": "Sari"}, {"name": "Budi"}], "publisher": {"name": "C"}},
    )
    assert ask("check").exit_code == 0


@pytest.mark.parametrize(
    "expected",
    [
        {"headline": "Gempa"},
        {"authors": [{"name": "Sari"}]},
        {"authors": [{"name": "Budi"}, {"name": "Sari"}]},
        {"no_such_key": None},
        {"reject": "empty"},
        {},
    ],
)
def test_check_fails_and_shows_the_difference(root, expected):
    case(root, expected)
    result = ask("check")
    assert result.exit_code == 1
    assert all(f"contoh/satu {key}" in result.stdout for key in expected)


def test_expected_reject(root):
    case(root, {"reject": "empty"}, page="")
    assert ask("check", "fixtures/contoh").exit_code == 0


def test_check_of_nothing_is_an_error(root):
    root.mkdir()
    assert ask("check").exit_code == 2


def test_accept_writes_only_what_was_confirmed(root):
    path = case(root, {"headline": "Gempa", "kind": "video"})
    result = ask("accept", "contoh/satu", input="y\nn\n")
    assert read(path) == {"headline": "Banjir", "kind": "video"}
    assert "-Gempa\n+Banjir" in result.stdout


def test_accept_of_one_field_leaves_the_others(root):
    path = case(root, {"headline": "Gempa", "kind": "video"})
    ask("accept", "contoh/satu", "--field", "kind", "--yes")
    assert read(path) == {"headline": "Gempa", "kind": "article"}


def test_accept_keeps_the_watched_keys_of_objects(root):
    path = case(root, {"authors": [{"role": "editor"}]})
    ask("accept", "contoh/satu", "--yes")
    assert read(path) == {"authors": [{"role": "author"}, {"role": "author"}]}


def test_accept_of_a_new_case_takes_the_usual_fields(root):
    path = case(root, None)
    ask("accept", "contoh/satu", "--yes")
    assert set(read(path)) == set(cases.FIRST_FIELDS)
    assert read(path)["authors"] == [{"name": "Sari"}, {"name": "Budi"}]
    assert ask("check").exit_code == 0


def test_accept_without_a_yes_writes_nothing(root):
    path = case(root, {"headline": "Gempa"})
    ask("accept", "contoh/satu", input="n\n")
    assert read(path) == {"headline": "Gempa"}


@pytest.mark.parametrize("args", [["contoh/none"], ["contoh/satu", "--field", "nothing_like_it"]])
def test_accept_of_what_is_not_there(root, args):
    case(root, {"headline": "Banjir"})
    assert ask("accept", *args).exit_code == 2


def test_added_case_can_be_accepted_and_checked(root, tmp_path):
    (tmp_path / "in.html").write_text("<h1>Banjir</h1>")
    assert (
        ask("add", "in.html", "--portal", "contoh", "--case", "baru", "--url", "https://c.id/1").exit_code
        == 0
    )
    folder = root / "contoh" / "baru"
    assert read(folder / "page.json") == {"url": "https://c.id/1", "fetched_at": None, "headers": {}}
    assert sorted(path.name for path in folder.iterdir()) == ["about.md", "page.html", "page.json"]
    ask("accept", "contoh/baru", "--yes")
    assert ask("check").exit_code == 0


@pytest.mark.parametrize(
    "changes", [{"--portal": "none"}, {"--case": "Über"}, {"--case": "../x"}, {"--case": "satu"}]
)
def test_add_refuses_what_is_wrong_or_there(root, tmp_path, changes):
    case(root, {})
    (tmp_path / "in.html").write_text("x")
    options = {"--portal": "contoh", "--case": "baru", **changes}
    assert ask("add", "in.html", *(part for pair in options.items() for part in pair)).exit_code == 2


def test_lists_of_other_lengths_are_shown_whole():
    assert project([{"a": 1, "b": 2}], [{"a": 1}, {"a": 2}]) == [{"a": 1, "b": 2}]
    assert project([{"a": 1, "b": 2}], []) == [{"a": 1, "b": 2}]
    assert project({"a": 1, "b": [{"c": 1, "d": 2}]}, {"b": [{"c": 0}]}) == {"b": [{"c": 1}]}
