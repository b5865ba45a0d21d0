"""The comparison of the generic path with other extractors: its ruler, its pages, and what it says without them."""

import gzip
import json

import pytest

from benchmarks.generic import FIXTURES, Sample, Tally, fixtures, main, measure, runs, saved, table

GOLD = "Warga Desa Sukamaju memanen cabai lebih awal tahun ini karena hujan datang cepat sekali."
NOISE = "Baca juga: Harga Cabai Turun Tajam"


def sample(**changes):
    given = {"name": "a", "body": b"", "url": None, "gold": GOLD, "noise": (NOISE, "Iklan")}
    return Sample(**(given | changes))


def tally(text, page=None):
    counted = Tally()
    counted.add(page or sample(), text)
    return counted


def test_the_gold_itself_is_one():
    assert tally(GOLD).f1 == 1
    assert (tally(GOLD).leaked, tally(GOLD).noise, tally(GOLD).empty) == (0, 1, 0)


def test_noise_in_the_body_leaks_and_costs():
    counted = tally(f"{GOLD}\n{NOISE}")
    assert counted.leaked == 1
    assert counted.f1 < 1


def test_no_body_is_counted_and_has_no_runs():
    counted = tally(" ")
    assert (counted.f1, counted.empty) == (0, 1)
    assert not runs("")


def test_a_dateline_may_be_kept_or_cut():
    page = sample(lead="SUKAMAJU, KABAR")
    assert tally(f"SUKAMAJU, KABAR - {GOLD}", page).f1 == tally(GOLD, page).f1 == 1


def test_marks_of_another_form_are_the_same():
    assert runs("Ia\u00a0berkata, “datang Jum’at” lalu") == runs('Ia berkata, "datang Jum\'at" lalu')


def test_only_articles_of_a_folder_are_read(tmp_path):
    for base, kind in (("satu", "article"), ("dua", "video")):
        gold = {"kind": kind, "article_body": GOLD, "noise": [NOISE], "dateline": None}
        (tmp_path / f"{base}.gold.json").write_text(json.dumps(gold), "utf-8")
        (tmp_path / f"{base}.html.gz").write_bytes(gzip.compress(b"<p>x</p>"))
    (tmp_path / "manifest.jsonl").write_text(
        '{"file": "satu.html.gz", "url": "https://a.example/1"}\n', "utf-8"
    )
    [page] = saved(tmp_path)
    assert (page.body, page.url, page.gold) == (b"<p>x</p>", "https://a.example/1", GOLD)


def test_the_programs_get_the_fixtures_pages():
    pages = [page for page in fixtures(FIXTURES) if page.name.startswith("generic/")][:2]
    assert pages
    tallies = measure(pages, turns=1)
    assert {"newsbot --generic", "trafilatura", "trafilatura precision", "trafilatura recall"} <= set(tallies)
    assert tallies["newsbot --generic"].f1 > 0.95
    assert len(list(table(tallies))) == 1 + len(tallies)


@pytest.mark.parametrize("flags", [[], ["--fixtures"]])
def test_a_folder_without_pages_is_said(tmp_path, capsys, flags):
    assert main([str(tmp_path), *flags]) == 2
    assert str(tmp_path) in capsys.readouterr().err


def test_the_default_folder_may_be_absent(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("benchmarks.generic.SHARED", tmp_path / "none")
    assert main([]) == 0
    assert "no part of the project" in capsys.readouterr().out
