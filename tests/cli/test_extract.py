import gzip
import json
import re

import pytest
from click.testing import CliRunner

from newsbot import stream
from newsbot.cli.main import main
from newsbot.items import (
    Article,
    Block,
    FieldSource,
    Image,
    Outcome,
    Person,
    Problem,
    Publisher,
    Reject,
    Removed,
)
from newsbot.normalizers.confidence import summed
from newsbot.snapshot import Snapshot

PAGE = b"<html><h1>Banjir</h1></html>"


@pytest.fixture
def seen(monkeypatch):
    """The snapshots that reach the stream, which gives a record of all block types."""
    snapshots = []

    def examine(snapshot: Snapshot) -> stream.Examined:
        snapshots.append(snapshot)
        if not snapshot.body:
            return stream.Examined(Outcome(reject=Reject(None, None, "empty", "no bytes")))
        return stream.Examined(Outcome(article=article()), summed({"linked": 0.5}))

    monkeypatch.setattr(stream, "examine", examine)
    return snapshots


def article():
    record = Article(
        "contoh:1", "contoh", Publisher("Contoh", "contoh.id"), "https://contoh.id/1", None, "article",
        "Banjir [red]*Surut*\x1b[31m", date_published="2023-09-13", article_body="Satu.\n\nDua.",
        authors=[Person("Sari", "author")], editors=[Person("Budi", "editor")],
    )  # fmt: skip
    record.blocks = [
        Block("paragraph", "Satu [bold] <b>."),
        Block("heading", "Sebab", level=3),
        Block("list_item", "hujan"),
        Block("list_item", "lumpur"),
        Block("quote", "Air naik."),
        Block("table_row", "Desa\tKorban"),
        Block("table_row", "Suka|maju\t3"),
        Block("image", "", image=Image("https://contoh.id/a b.jpg", "Warga")),
        Block("embed", "", url="https://contoh.id/v"),
    ]
    record.metadata.fields["headline"] = FieldSource("layout", "h1[title]", ["json-ld"], ["meta"])
    record.metadata.removed.append(Removed(".promo", "promo", "Baca [juga]\x1b]0;x\x07", 2))
    record.metadata.problems.append(Problem("weekday_mismatch", "date_published", "warning", "[/nope] Senin"))
    return record


def ask(*args, **kwargs):
    return CliRunner().invoke(main, ["extract", *map(str, args)], **kwargs)


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes(PAGE)
    return path


def test_record_is_the_only_thing_on_stdout(seen, page):
    result = ask(page)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["id"] == "contoh:1"
    assert (result.stdout.count("\n"), result.stderr) == (1, "")


def test_stdin_is_read(seen):
    assert ask("-", input=gzip.compress(PAGE)).exit_code == 0
    assert seen[0].body == PAGE


@pytest.mark.parametrize(("body", "kind"), [(PAGE, "html"), (b"Banjir surut.", "text"), (b" ", "html")])
def test_text_is_told_by_content(seen, page, body, kind):
    page.write_bytes(body)
    ask(page)
    assert seen[0].origin.kind == kind


def test_options_win_over_the_sibling_file(seen, page):
    page.with_name("page.json").write_text('{"url": "https://a.id/1", "fetched_at": "2020-01-01T00:00:00Z"}')
    ask(page, "--url", "https://b.id/2")
    assert (seen[0].url, seen[0].fetched_at) == ("https://b.id/2", "2020-01-01T00:00:00Z")


def test_bad_sibling_file_is_told_on_stderr(seen, page):
    page.with_name("page.json").write_text("{")
    result = ask(page)
    assert result.exit_code == 0
    assert "bad_page_json" in result.stderr


@pytest.mark.parametrize(
    "args",
    [
        ["none.html"],
        ["."],
        ["-", "--fetched-at", "kemarin"],
        ["-", "--format", "xml"],
    ],
)
def test_wrong_usage_is_exit_2(seen, args):
    result = ask(*args, input=PAGE)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error" in result.stderr


def test_what_is_no_page_is_exit_2_with_the_reason(seen, page):
    page.write_bytes(b"")
    result = ask(page)
    assert result.exit_code == 2
    assert "empty: no bytes" in result.stderr


def test_torn_gzip_is_exit_2_with_the_reason(seen, page):
    page.write_bytes(gzip.compress(PAGE)[:-4])
    assert "truncated_gzip" in ask(page).stderr
    assert "truncated_gzip" in ask("-", input=gzip.compress(PAGE)[:-4]).stderr


def test_text_format_has_no_steering_characters(seen, page):
    text = ask(page, "--format", "text").stdout
    assert text == "Banjir [red]*Surut*[31m\n\nSari | Editor: Budi\n\n2023-09-13\n\nSatu.\n\nDua.\n"


def test_markdown_knows_headings_lists_quotes_and_tables(seen, page):
    text = ask(page, "--format", "markdown").stdout
    assert text.split("\n\n") == [
        "# Banjir \\[red\\]\\*Surut\\*\\[31m",
        "*Sari \\| Editor: Budi · 2023-09-13*",
        "Satu \\[bold\\] \\<b\\>.",
        "### Sebab",
        "- hujan\n- lumpur",
        "> Air naik.",
        "| Desa | Korban |\n| --- | --- |\n| Suka\\|maju | 3 |",
        "![Warga](<https://contoh.id/a%20b.jpg>)",
        "<https://contoh.id/v>\n",
    ]


def test_explanation_shows_witnesses_removed_noise_and_problems(seen, page):
    text = ask(page, "--explain").stdout
    for part in (
        "headline",
        "layout",
        "h1[title]",
        "json-ld",
        "meta",
        "Banjir [red]*Surut*",
        ".promo",
        "Baca [juga]",
    ):
        assert part in text
    assert "weekday_mismatch" in text
    assert "[/nope] Senin" in text
    assert "\x1b" not in text


def test_explanation_shows_the_signs_of_its_confidence(seen, page):
    text = ask(page, "--explain").stdout
    assert f"confidence {summed({'linked': 0.5}).value}" in text
    assert re.search(r"linked\W+0.50\W+-", text)
