import json

import pytest
from click.testing import CliRunner

from newsbot.cli import portals
from newsbot.cli.main import main
from newsbot.portals import Layout, Portal, Registry, Source


@pytest.fixture(autouse=True)
def two_portals(monkeypatch):
    feed = Source(kind="feed", url="https://contoh.id/rss")
    contoh = Portal(
        id="contoh",
        name="Contoh [red]",
        domains=("contoh.id",),
        network="Jaya",
        sources=(feed,),
        layouts=(Layout(name="2025", probe="h1"),),
    )
    known = Registry([contoh, Portal(id="lain", name="Lain", domains=("lain.id", "*.lain.id"))])
    monkeypatch.setattr(portals, "registry", lambda: known)


def ask(*args):
    return CliRunner().invoke(main, ["portals", *args])


def test_table_has_a_row_for_each():
    output = ask().stdout
    for part in ("contoh", "Contoh [red]", "Jaya", "feed", "lain.id, *.lain.id", "documented"):
        assert part in output


def test_json_is_one_object_a_line():
    rows = [json.loads(line) for line in ask("--json").stdout.splitlines()]
    assert [list(row) for row in rows] == [["id", "name", "domains", "network", "status", "sources"]] * 2
    [source] = rows[0]["sources"]
    assert (source["kind"], source["url"], source["note"]) == ("feed", "https://contoh.id/rss", None)


def test_one_portal_in_full():
    row = json.loads(ask("contoh", "--json").stdout)
    assert row["layouts"][0]["probe"] == "h1"
    assert "timezone" in ask("contoh").stdout


def test_unknown_portal_is_exit_2():
    assert ask("nothing-like-it").exit_code == 2
