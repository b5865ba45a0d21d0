"""Confidence: the sum of the signs, and which records have one."""

import pytest

from newsbot.items import Origin
from newsbot.normalizers.confidence import BASE, WEIGHTS, summed
from newsbot.normalizers.signals import SIGNALS
from newsbot.snapshot import Snapshot
from newsbot.stream import examine, process

URL = "https://www.contoh.id/berita/petani-garam-panen-lebih-awal"
WORDS = "Petani garam di pesisir utara panen lebih awal tahun ini karena kemarau panjang dan angin kering."
PAGE = """<html><head><title>Petani Garam Panen Lebih Awal - Contoh</title>
<meta property="og:title" content="Petani Garam Panen Lebih Awal"/><meta property="og:type" content="article"/>
<meta property="article:published_time" content="2023-09-13T10:00:00+07:00"/>
<meta property="og:description" content="Petani garam di pesisir utara panen lebih awal."/></head><body>
<h1>{headline}</h1><div class="tanggal">{date}</div><div class="entry-content">{text}</div></body></html>"""


def page(headline="Petani Garam Panen Lebih Awal", date="Rabu, 13 September 2023 10:00 WIB", text=WORDS):
    paragraphs = "".join(f"<p>{text} Sudah {count} kali panen.</p>" for count in range(2, 12))
    return Snapshot(PAGE.format(headline=headline, date=date, text=paragraphs).encode(), URL, 200)


def confidence(*arguments, **changes):
    return process(page(*arguments, **changes)).article.metadata.confidence


def test_every_sign_has_a_weight():
    assert set(WEIGHTS) == set(SIGNALS)


def test_signs_add_up_and_the_heaviest_comes_first():
    heavy, light = sorted(WEIGHTS, key=lambda name: -abs(WEIGHTS[name]))[:2]
    found = summed({light: 1.0, heavy: 0.5, "text by layout": 0.0})
    assert {sign.name for sign in found.spoken} == {light, heavy}
    assert [abs(sign.adds) for sign in found.spoken] == sorted(
        (abs(s.adds) for s in found.spoken), reverse=True
    )


def test_no_sum_leaves_the_scale():
    every = summed(dict.fromkeys(SIGNALS, 1.0)).value
    assert 0 <= every <= 1
    assert summed({}).value == pytest.approx(summed({}).value, abs=abs(BASE) + 1)


def test_page_whose_witnesses_agree_is_trusted_more():
    whole = confidence()
    assert whole > 0.8
    assert confidence(headline="Harga Cabai Melonjak Jelang Lebaran") < whole
    assert confidence(date="Minggu, 2 Juli 2023 09:00 WIB") < 0.5 < whole
    assert (
        confidence(text="Harga cabai melonjak di pasar induk menjelang lebaran kata pedagang setempat")
        < whole
    )


def test_record_says_what_its_signs_sum_to():
    examined = examine(page())
    assert examined.outcome.article.metadata.confidence == examined.confidence.value


def test_page_that_is_no_article_has_none():
    article = process(Snapshot(b"<html><title>404</title><h1>Tidak ditemukan</h1></html>", URL, 404)).article
    assert (article.kind, article.metadata.confidence) == ("other", None)


def test_text_dump_has_none():
    text = ("Petani Garam Panen Lebih Awal\n\n" + f"{WORDS}\n\n" * 6).encode()
    article = process(Snapshot(text, URL, origin=Origin("text"))).article
    assert (article.kind, article.metadata.confidence) == ("article", None)
