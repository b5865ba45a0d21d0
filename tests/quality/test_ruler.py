"""What benchmarks hold bodies against: pages whose reading is known, and the ruler."""

import gzip
import json

from benchmarks.known import FIXTURES, Known, golden, with_gold
from benchmarks.ruler import Tally, runs

GOLD = "Warga Desa Sukamaju memanen cabai lebih awal tahun ini karena hujan datang cepat sekali."
NOISE = "Baca juga: Harga Cabai Turun Tajam"


def tally(text, lead=""):
    counted = Tally()
    counted.add(Known("a", b"", None, {"article_body": GOLD}, (NOISE, "Iklan"), lead), text)
    return counted


def test_the_gold_itself_is_one():
    assert tally(GOLD).f1 == 1
    assert (tally(GOLD).leaked, tally(GOLD).noise, tally(GOLD).empty) == (0, 1, 0)


def test_noise_in_the_body_leaks_and_costs():
    counted = tally(f"{GOLD}\n{NOISE}")
    assert counted.leak == 1
    assert counted.f1 < 1


def test_no_body_is_counted_and_has_no_runs():
    counted = tally(" ")
    assert (counted.f1, counted.empty) == (0, 1)
    assert not runs("")


def test_a_dateline_may_be_kept_or_cut():
    lead = "SUKAMAJU, KABAR"
    assert tally(f"SUKAMAJU, KABAR - {GOLD}", lead).f1 == tally(GOLD, lead).f1 == 1


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
    [page] = with_gold(tmp_path)
    assert (page.page, page.url, page.text) == (b"<p>x</p>", "https://a.example/1", GOLD)


def test_golden_files_that_name_a_body_are_read_with_what_the_rules_remove():
    pages = list(golden(FIXTURES / "detik"))
    assert pages
    assert all(page.text and page.page.startswith(b"<") for page in pages)
    assert any(page.noise for page in pages)
