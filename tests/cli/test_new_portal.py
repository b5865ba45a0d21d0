"""The command: a declaration and a fixture on the disk, and clear errors."""

import json

from click.testing import CliRunner

from newsbot.cli.main import main
from newsbot.portals import load_folder, use_portals
from tests.drafting.test_drafting import STORIES, template


def run(*arguments):
    return CliRunner().invoke(main, ["new-portal", *map(str, arguments)])


def pages(tmp_path):
    made = []
    for number in (1, 2):
        path = tmp_path / f"{number}.html"
        path.write_text(template(number))
        made.append(path)
    return made, [f"--url=https://www.contoh.example/berita/70010{n}/kabar-dari-desa" for n in (1, 2)]


def test_draft_is_written_and_shown(tmp_path):
    files, urls = pages(tmp_path)
    result = run(*files, *urls, "--id", "contoh", "--name", "Portal Contoh", "-o", tmp_path / "draft")
    assert result.exit_code == 0, result.output
    assert "h1.judul-berita" in result.stderr
    (portal,) = load_folder(tmp_path / "draft")
    assert (portal.id, portal.name) == ("contoh", "Portal Contoh")
    assert portal.article_number("https://contoh.example/berita/42/x") == "42"
    case = tmp_path / "draft/fixtures/contoh/draft"
    assert sorted(path.name for path in case.iterdir()) == ["about.md", "page.html", "page.json"]
    assert not any(story in (case / "page.html").read_text() for story in STORIES)


def test_earlier_draft_is_not_written_over(tmp_path):
    files, urls = pages(tmp_path)
    arguments = (*files, *urls, "--id", "contoh", "-o", tmp_path / "draft")
    assert run(*arguments).exit_code == 0
    second = run(*arguments)
    assert (second.exit_code, "exists; --force" in second.output) == (2, True)
    assert run(*arguments, "--force").exit_code == 0


def test_wrong_use_is_named(tmp_path):
    (file, _), _ = pages(tmp_path)
    empty = tmp_path / "kosong.html"
    empty.write_bytes(b"")
    text, bare = tmp_path / "teks.txt", tmp_path / "tanpa-teks.html"
    text.write_text("Kabar dari desa, tanpa markah.")
    bare.write_text("<html><body><ul><li><a href='/a'>Nasional</a></li></ul></body></html>")
    for arguments, told in (
        ((file, "--id", "../x"), "is not lower case"),
        ((file, "--id", "contoh"), "no page says its address"),
        ((empty, "--id", "contoh"), "empty"),
        ((tmp_path / "tidak-ada.html", "--id", "contoh"), "no such file"),
        ((file, "--id", "kompas"), "there is a portal 'kompas'"),
        ((text, "--id", "contoh"), "not HTML"),
        ((bare, "--url=https://contoh.example/1", "--id", "contoh"), "no text of an article"),
        (("https://a.example/1", "https://a.example/2", "--id", "contoh"), "one URL at a time"),
    ):
        result = run(*arguments, "-o", tmp_path / "draft")
        assert result.exit_code == 2
        assert told in result.output
    assert not (tmp_path / "draft").exists()


def test_id_comes_from_the_host(tmp_path):
    files, urls = pages(tmp_path)
    assert run(*files, *urls, "-o", tmp_path / "draft").exit_code == 0
    (portal,) = load_folder(tmp_path / "draft")
    assert portal.id == "contoh"


def test_portal_that_has_the_host_already_is_named(tmp_path):
    (file, _), _ = pages(tmp_path)
    result = run(file, "--url=https://www.kompas.com/contoh/1", "--id", "baru", "-o", tmp_path / "draft")
    assert result.exit_code == 0
    assert "belongs to kompas; to read pages by the draft add --portal baru" in result.stderr


def test_draft_of_a_known_portal_reads_by_its_id_as_it_is(tmp_path):
    (file, other), _ = pages(tmp_path)
    urls = [f"--url=https://www.kompas.com/berita/70010{n}/kabar-dari-desa" for n in (1, 2)]
    folder, out = tmp_path / "draft", tmp_path / "out.jsonl"
    assert run(file, other, *urls, "--id", "baru", "-o", folder).exit_code == 0
    words = ["replay", file, "--portals-from", folder, "--portal", "baru", "-o", out]
    try:
        result = CliRunner().invoke(main, [str(word) for word in words])
    finally:
        use_portals()
    assert result.exit_code == 0, result.output
    record = json.loads(out.read_text("utf-8"))
    assert record["metadata"]["extraction"]["layout"] == "baru-drafted"
