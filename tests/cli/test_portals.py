import json

import pytest
from click.testing import CliRunner

from newsbot.cli import portals
from newsbot.cli._portals_page import page_of
from newsbot.cli.main import main
from newsbot.portals import Embedded, Layout, Portal, Registry, Source, folders_in_use

FEED = Source(kind="feed", url="https://contoh.id/rss")
INDEX = Source(
    kind="index",
    url="https://contoh.id/indeks?date={date}&page={page}",
    date_format="YYYY-MM-DD",
    last_page=10,
    unverified=True,
)
CONTOH = Portal(
    id="contoh",
    name="Contoh [red]",
    domains=("contoh.id",),
    network="Jaya",
    sources=(FEED, INDEX),
    layouts=(Layout(name="2025", probe="h1", embedded=Embedded(script="#data", body=("isi",))),),
    article=(r"^https://contoh\.id/a/", r"^https://contoh\.id/b/"),
    examples=("https://contoh.id/a/panen",),
    zones={"timur.contoh.id": "Asia/Jayapura"},
    access="403 | 429 for *bots*\nof <any> kind",
    unverified=("article: nobody has seen one",),
)
LAIN = Portal(
    id="lain", name="Lain", domains=("lain.id", "*.lain.id", "a.id", "b.id", "c.id"), checked="2026-07"
)


@pytest.fixture
def two_portals(monkeypatch):
    monkeypatch.setattr(portals, "registry", lambda: Registry([CONTOH, LAIN]))


def ask(*args):
    return CliRunner().invoke(main, ["portals", *args])


@pytest.mark.usefixtures("two_portals")
def test_table_has_a_row_for_each():
    output = ask().stdout
    for part in (
        "contoh",
        "Contoh [red]",
        "Jaya",
        "feed",
        "lain.id, *.lain.id, a.id and 2 more",
        "documented",
    ):
        assert part in output


@pytest.mark.usefixtures("two_portals")
def test_json_is_one_object_a_line():
    rows = [json.loads(line) for line in ask("--json").stdout.splitlines()]
    assert [list(row) for row in rows] == [["id", "name", "domains", "network", "status", "sources"]] * 2
    assert len(rows[1]["domains"]) == 5
    feed, index = rows[0]["sources"]
    assert (feed["kind"], feed["url"], feed["note"]) == ("feed", "https://contoh.id/rss", None)
    assert (index["date_format"], index["unverified"]) == ("YYYY-MM-DD", True)


@pytest.mark.usefixtures("two_portals")
def test_one_portal_in_full():
    row = json.loads(ask("contoh", "--json").stdout)
    assert row["layouts"][0]["probe"] == "h1"
    assert row["layouts"][0]["embedded"]["body"] == ["isi"]
    assert (row["examples"], row["unverified"]) == (list(CONTOH.examples), list(CONTOH.unverified))


@pytest.mark.usefixtures("two_portals")
def test_one_portal_for_people():
    lines = [" ".join(line.strip("│ \n").split()) for line in ask("contoh").stdout.splitlines()]
    for line in (
        r"article │ ^https://contoh\.id/a/",
        r"│ ^https://contoh\.id/b/".strip("│ "),
        "examples │ https://contoh.id/a/panen",
        "zones │ timur.contoh.id: Asia/Jayapura",
        "drop │ -",
        "unverified │ article: nobody has seen one",
        '"date_format": "YYYY-MM-DD",',
        '"unverified": true',
        '"script": "#data",',
    ):
        assert line in lines, line
    assert not any('"step"' in line or '"note"' in line for line in lines)


@pytest.mark.usefixtures("two_portals")
@pytest.mark.parametrize("args", [["nothing-like-it"], ["--markdown", "--json"], ["--markdown", "contoh"]])
def test_wrong_usage_is_exit_2(args):
    assert ask(*args).exit_code == 2


@pytest.mark.usefixtures("two_portals")
def test_markdown_is_the_page():
    assert ask("--markdown").stdout == page_of([CONTOH, LAIN])


def test_row_of_the_page():
    rows = page_of([LAIN, CONTOH]).splitlines()[-2:]
    assert rows[0] == (
        r"| Jaya | `contoh` | Contoh \[red\] | `contoh.id` | documented | `feed`, `index`? | - "
        r"| Asia/Jakarta, Asia/Jayapura | 403 \| 429 for \*bots\* of &lt;any&gt; kind |"
    )
    assert rows[1].startswith("| - | `lain` | Lain | `lain.id`, `*.lain.id`, ")


def test_page_counts():
    lines = page_of([LAIN, CONTOH]).splitlines()
    for line in (
        "| portals | 2 |",
        "| networks | 1 |",
        "| verified portals | 0 |",
        "| documented portals | 2 |",
    ):
        assert line in lines
    assert "| portals with a source of kind feed | 1 |" in lines


MODULE = """
from newsbot.portals import Portal
PORTALS = [Portal(id="berkode", name="Berkode", domains=("berkode.id",))]
"""
DECLARATION = """
[portal.contoh]
name = "Contoh"
domains = ["contoh.id"]
layouts = ["x"]
[layout.x]
probe = "h1"
"""
PAGE = "<html><head><title>Panen</title></head><body><h1>Panen Garam Naik</h1><p>Garam dipanen.</p></body></html>"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder of portals `punyaku`, one that cannot be read, and two pages of its portal."""
    monkeypatch.chdir(tmp_path)
    for name, source in (
        ("punyaku", DECLARATION),
        ("rusak", "[portal.contoh]\nname = 3"),
        ("kembar", DECLARATION.replace("contoh", "kompas")),
        ("salah", DECLARATION.replace('probe = "h1"', 'probe = "h1["')),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "contoh.toml").write_text(source)
    (tmp_path / "kode").mkdir()
    (tmp_path / "kode" / "contoh.py").write_text(MODULE)
    (tmp_path / "pages").mkdir()
    for name in ("a", "b"):
        (tmp_path / "pages" / f"{name}.html").write_text(PAGE)
        (tmp_path / "pages" / f"{name}.json").write_text(json.dumps({"url": f"https://contoh.id/{name}"}))
    return tmp_path


def run(*args):
    return CliRunner().invoke(main, args)


def test_portals_of_a_folder_are_listed(here):
    assert json.loads(ask("contoh", "--json", "--portals-from", "punyaku").stdout)["domains"] == ["contoh.id"]
    assert ask("kompas", "--portals-from", "punyaku").exit_code == 0


def test_code_of_a_folder_is_run_only_by_its_own_option(here):
    assert ask("berkode", "--portals-code", "kode", "--portals-from", "punyaku").exit_code == 0
    assert ask("contoh", "--portals-code", "kode", "--portals-from", "punyaku").exit_code == 0
    assert ask("berkode", "--portals-from", "punyaku").exit_code == 2


def test_folder_is_known_only_while_the_command_runs(here):
    ask("--portals-from", "punyaku")
    assert folders_in_use() == ()
    assert ask("contoh").exit_code == 2


def test_extract_knows_the_portals_of_a_folder(here):
    page = json.loads(run("extract", "pages/a.html", "--portals-from", "punyaku").stdout)
    assert (page["portal"], page["metadata"]["extraction"]["layout"]) == ("contoh", "x")
    assert json.loads(run("extract", "pages/a.html").stdout)["portal"] == "contoh.id"


@pytest.mark.parametrize("workers", ["1", "2"])
def test_replay_and_its_workers_know_the_portals_of_a_folder(here, workers):
    args = ("--portals-from", "punyaku", "--portal", "contoh", "--workers", workers)
    assert run("replay", "pages", "-o", "out.jsonl", *args).exit_code == 0
    records = [json.loads(line) for line in (here / "out.jsonl").read_text().splitlines()]
    assert [record["portal"] for record in records] == ["contoh", "contoh"]


@pytest.mark.parametrize(
    ("folder", "words"),
    [
        ("rusak", "contoh.toml"),
        ("kode", "--portals-code"),
        ("salah", "portal.contoh: layout.x.probe: bad selector"),
        ("kembar", "kompas"),
        ("tidak-ada", "tidak-ada"),
        ("pages", "pages"),
    ],
)
@pytest.mark.parametrize(
    "command", [("portals",), ("extract", "pages/a.html"), ("replay", "pages", "-o", "out.jsonl")]
)
def test_folder_that_cannot_be_used_is_exit_2_and_named(here, command, folder, words):
    result = run(*command, "--portals-from", folder)
    assert result.exit_code == 2
    assert words in result.stderr
    assert "--portals-from" in result.stderr
    assert not (here / "out.jsonl").exists()
