"""The benchmark of the confidence: its fit, its ruler, and the pages it spoils."""

import random

import pytest

from benchmarks.confidence import held_out, readings, table
from benchmarks.fitting import fitted, probability, ranking
from benchmarks.known import FIXTURES, Known, golden
from benchmarks.spoilt import CHANGES, spoilt

FIRST = "Warga Desa Sukamaju memanen cabai lebih awal tahun ini karena hujan datang cepat sekali."
SECOND = "Kepala desa menyebut hasil panen tetap sama seperti tahun lalu meski lahan berkurang."
THIRD = "Pembeli dari kota sudah memesan sejak bulan lalu lewat koperasi tani setempat."
FOURTH = "Panen berikutnya diperkirakan jatuh pada awal musim kemarau tahun depan."
PAGE = f"""<html><head><title>Cabai Sukamaju</title></head><body><h1>Cabai Sukamaju</h1><i>Rabu, 13/9/2023</i>
<div class="isi"><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p><p>{FOURTH}</p></div></body></html>"""
OTHER = "Kapal nelayan Teluk Biru kembali melaut setelah badai reda dua hari yang lalu di utara."


def story(name="a", text=(FIRST, SECOND, THIRD, FOURTH), headline="Cabai Sukamaju", raw="Rabu, 13/9/2023"):
    gold = {"article_body": "\n\n".join(text), "headline": headline, "date_published": "2023-09-13"}
    return Known(name, PAGE.encode(), None, gold, date_raw=raw)


ANOTHER = story("b", (OTHER,) * 4, "Kapal Teluk Biru", "Senin, 3/4/2017")


@pytest.mark.parametrize("name", [name for name in CHANGES if name != "as it is"])
def test_every_change_changes_the_page(name):
    assert spoilt(story(), name, ANOTHER, random.Random(1)) not in (
        None,
        spoilt(story(), "as it is", ANOTHER, random),
    )


def test_text_of_another_leaves_nothing_of_the_own():
    page = spoilt(story(), "text of another", ANOTHER, random.Random(1)).decode()
    assert OTHER in page
    assert FIRST not in page


def test_year_shifted_is_of_another_year():
    page = spoilt(story(), "year shifted", ANOTHER, random.Random(1)).decode()
    assert "Rabu, 13/9/20" in page
    assert "13/9/2023" not in page


def test_fit_finds_which_sign_speaks_against():
    rows = [(1.0, 0.0), (1.0, 1.0), (0.0, 0.0), (0.0, 1.0)] * 20
    weights = fitted(rows, [row[0] == 0 for row in rows], [1.0] * len(rows))
    assert weights[1] < -2
    assert abs(weights[2]) < 0.1
    assert probability(weights, (0.0, 0.0)) > 0.8


def test_ranking_counts_a_draw_half():
    assert ranking([(0.5, True), (0.5, False)]) == 0.5
    assert ranking([(0.6, True), (0.5, False)]) == 1


def test_no_page_helps_to_judge_itself():
    found = list(readings(list(golden(FIXTURES / "detik")), 0.2))
    assert len({reading.part for reading in found}) > 1
    assert len(held_out(found)) == len(found)
    assert any(line.startswith("without rules") for line in table(found))
