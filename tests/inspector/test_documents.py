"""A record that several documents were joined of: each of them is shown, and its texts are found on all."""

import json
import re

import pytest
from click.testing import CliRunner

pytest.importorskip("nh3", reason="the extra `inspect` is not installed")

from newsbot.cli.main import main
from newsbot.corpus.reading import Records
from newsbot.inspector.inspection import inspect, marked, placed_elsewhere
from newsbot.inspector.shelf import Shelf
from newsbot.inspector.sources import of_records
from tests.inspector.made import HEADLINE, URL, served
from tests.invented import ONE, THREE, TWO

MORE = (
    "Rombongan petani pulang dengan perahu sewaan pada sore hari, sebelum air laut surut jauh dari tepi pantai.",
    "Kepala desa mengajak warga menjaga tambak bersama, karena jalan menuju gudang baru selesai pekan ini.",
    "Pembeli dari kota sudah memesan dua ton garam, dan truk pertama akan datang pada hari Senin pagi.",
)
TEXTS = {1: (ONE, TWO, THREE), 2: MORE}


def page(number):
    links = " ".join(f'<a href="{URL}?page={at}">{at}</a>' for at in TEXTS)
    text = "".join(f"<p>{one}</p>" for one in TEXTS[number])
    return (
        f"<html><head><title>{HEADLINE}</title></head><body><h1>{HEADLINE}</h1>"
        f'<time datetime="2023-09-13T14:05:00+07:00">Rabu, 13 September 2023 14:05 WIB</time>'
        f'<div class="isi">{text}</div><div class="paging">{links}</div></body></html>'
    )


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """The record of two pages that were joined."""
    monkeypatch.chdir(tmp_path)
    home = tmp_path / "pages"
    home.mkdir()
    rows = []
    for number in TEXTS:
        (home / f"{number}.html").write_text(page(number), "utf-8")
        rows.append(
            {
                "file": f"{number}.html",
                "url": f"{URL}?page={number}",
                "fetched_at": "2023-09-13T08:00:00+00:00",
            }
        )
    (home / "manifest.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    result = CliRunner().invoke(main, ["replay", "pages", "-o", "out.jsonl"])
    assert result.exit_code == 0, result.output
    return Shelf(of_records(Records("out.jsonl", on_trouble=print), []))


def test_each_document_is_looked_at_and_the_joined_record_is_read_again(shelf):
    (entry,) = shelf.entries
    first, second = inspect(entry), inspect(entry, 2)
    assert (first.pages, first.differs, second.differs) == (2, [], [])
    assert first.snapshot.url.endswith("?page=1")
    assert second.snapshot.url.endswith("?page=2")
    assert inspect(entry, 9).page == 2
    assert inspect(entry, 0).page == 1


def test_a_text_is_found_on_the_document_that_has_it(shelf):
    (entry,) = shelf.entries
    first, second = inspect(entry), inspect(entry, 2)
    here = marked(first.snapshot, first.record, "nbtest")
    assert placed_elsewhere(first, here) == {f"block-{at}": 2 for at in (3, 4, 5)}
    there = marked(second.snapshot, second.record, "nbtest")
    assert placed_elsewhere(second, there)["block-0"] == 1


def test_a_document_that_is_gone_is_said_and_the_other_is_shown(shelf, tmp_path):
    (tmp_path / "pages" / "2.html").unlink()
    (entry,) = shelf.entries
    assert inspect(entry).snapshot is not None
    assert inspect(entry).differs == []
    gone = inspect(entry, 2)
    assert (gone.snapshot, gone.absent.partition(":")[0]) == (None, "unreadable_file")


def test_the_page_switches_between_documents(shelf, tmp_path):
    with served(folder=tmp_path / "kept", shelf=shelf) as asking:
        first = asking.get("p/0")
        assert "2 documents were joined" in first
        assert f'<a href="{asking.inspector.home}/p/0?page=2" aria-label="Document 2">2</a>' in first
        assert "on document 2" in first
        assert "Not placed: 0" in first
        (frame,) = re.findall(
            r'<iframe name="saved"[^>]* src="[^"]*(/p/0/saved[^"#]*)', asking.get("p/0?page=2")
        )
        assert frame == "/p/0/saved?page=2"
        assert MORE[0][:40] in asking.get("p/0/saved?page=2")
        assert MORE[0][:40] not in asking.get("p/0/saved")
        rules = asking.get("p/0/rules?page=2")
        assert "Document 2 of 2 by itself" in rules
        assert "/p/0/saved?page=2&amp;rules=off" in rules


def test_what_is_kept_is_the_document_as_it_is_read_by_itself(shelf, tmp_path):
    with served(folder=tmp_path / "kept", shelf=shelf) as asking:
        assert asking.post("p/0/correct", do="correct", name="section", text="Ekonomi", page="1") == (200, {})
        assert asking.post("p/0/keep", do="fixture", name="dua", page="2")[0] == 200
        assert asking.post("p/0/correct", do="turn", name="block-4", page="2") == (200, {})
        status, said = asking.post("p/0/keep", do="gold", name="tiga", page="1")
        assert (status, "several" in said["refused"]) == (409, True)
    expected = json.loads((tmp_path / "kept/fixtures/unknown/dua/expected.json").read_text("utf-8"))
    assert expected["article_body"] == "\n\n".join(TEXTS[2])
    assert expected["section"] == "Ekonomi"


def test_a_record_of_an_earlier_version_is_shown(shelf, tmp_path):
    record = json.loads((tmp_path / "out.jsonl").read_text("utf-8"))
    known = {name: record["metadata"][name] for name in ("origin", "payload_digest")}
    old = {name: record[name] for name in ("schema", "id", "url", "headline", "article_body", "blocks")}
    (tmp_path / "old.jsonl").write_text(json.dumps({**old, "metadata": known}) + "\n", "utf-8")
    shelf = Shelf(of_records(Records("old.jsonl", on_trouble=print), []))
    with served(folder=tmp_path / "kept", shelf=shelf) as asking:
        assert HEADLINE in asking.get("p/0")
        assert HEADLINE in asking.get("p/0/rules")
        assert HEADLINE in asking.get()
