import builtins

import pytest
from click.testing import CliRunner

pytest.importorskip("nh3", reason="the extra `inspect` is not installed")

from newsbot.cli import inspect
from newsbot.cli.main import main
from tests.inspector.made import BROKEN


@pytest.fixture
def told(tmp_path, monkeypatch):
    """What would have been served, instead of serving it."""
    found = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(
        "newsbot.inspector.server.serve",
        lambda inspector, listening: (found.append(inspector), listening.close()),
    )
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/a.html").write_text(BROKEN, "utf-8")
    (tmp_path / "pages/b.html").write_bytes(b"")
    return found


def ask(*args):
    return CliRunner().invoke(main, ["inspect", "--no-browser", *args])


def test_a_page_is_served_with_what_the_options_say(told):
    result = ask("pages/a.html", "--url", "https://contoh.id/a", "--fetched-at", "2023-09-13T08:00:00+00:00")
    assert result.exit_code == 0
    assert result.stdout.startswith("http://127.0.0.1:")
    assert told[0].shelf.entries[0].source.page().url == "https://contoh.id/a"


def test_a_folder_is_read(told):
    result = ask("pages", "--workers", "0", "--to", "out")
    assert result.exit_code == 0
    assert len(told[0].shelf) == 2
    assert "2 to look at" in result.stderr
    assert not told[0].folder.exists(), "made when something is kept"


def test_a_run_is_its_records(told, tmp_path):
    (tmp_path / "run/parts").mkdir(parents=True, exist_ok=True)
    assert CliRunner().invoke(main, ["replay", "pages", "-o", "run/parts/a.jsonl"]).exit_code == 0
    for source in ("run", "run/parts/a.jsonl", "run/parts"):
        assert ask(source).exit_code == 0
        assert [entry.source.record() is not None for entry in told.pop().shelf.entries] == [True]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("no.html",), "does not exist"),
        (("pages", "--url", "https://contoh.id/"), "of one page"),
        (("pages/b.html",), ""),
        (("pages/a.html", "--fetched-at", "kemarin"), "ISO 8601"),
        (("bad.jsonl",), "bad.jsonl line 1"),
        (("empty",), "empty"),
    ],
)
def test_bad_input_is_named(told, tmp_path, args, said):
    (tmp_path / "bad.jsonl").write_text("{}\n")
    (tmp_path / "empty").mkdir()
    result = ask(*args)
    assert result.exit_code == (0 if args == ("pages/b.html",) else 2), result.output
    assert said in result.stderr


def test_a_taken_port_is_told(told):
    from newsbot.inspector.server import bound

    listening = bound()
    port = listening.getsockname()[1]
    result = ask("pages/a.html", "--port", str(port))
    listening.close()
    assert result.exit_code == 2
    assert f"port {port}" in result.stderr


def test_without_the_extra_the_command_to_install_it_is_told(told, monkeypatch):
    real = builtins.__import__

    def without(name, *rest):
        if name == "newsbot.inspector.server":
            raise ModuleNotFoundError("No module named 'starlette'", name="starlette")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    result = ask("pages/a.html")
    assert result.exit_code == 2
    assert "pip install 'newsbot[inspect]'" in result.stderr


class Browser:
    """One with windows, which notes what it was asked to open."""

    def __init__(self):
        self.opened = []

    def open(self, address):
        self.opened.append(address)


def test_the_browser_is_opened_unless_it_is_not_wanted(told, monkeypatch):
    browser = Browser()
    monkeypatch.setattr(inspect.webbrowser, "get", lambda: browser)
    assert ask("pages/a.html").exit_code == 0
    assert browser.opened == []
    assert CliRunner().invoke(main, ["inspect", "pages/a.html"]).exit_code == 0
    assert browser.opened == [told[-1].address]


def test_a_browser_that_would_take_the_terminal_is_not_opened(told, monkeypatch):
    opened = []
    browser = inspect.webbrowser.GenericBrowser("lynx")
    monkeypatch.setattr(browser, "open", opened.append)
    monkeypatch.setattr(inspect.webbrowser, "get", lambda: browser)
    assert CliRunner().invoke(main, ["inspect", "pages/a.html"]).exit_code == 0
    assert opened == []


def test_without_any_browser_the_address_is_printed(told, monkeypatch):
    def none():
        raise inspect.webbrowser.Error

    monkeypatch.setattr(inspect.webbrowser, "get", none)
    result = CliRunner().invoke(main, ["inspect", "pages/a.html"])
    assert result.exit_code == 0
    assert told[-1].address in result.stdout
