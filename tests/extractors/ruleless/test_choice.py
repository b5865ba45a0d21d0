"""Which element holds the article, and when a second opinion is asked."""

import pytest

from newsbot.extractors.ruleless import choice
from newsbot.extractors.ruleless.arbiter import MOST_ELEMENTS
from newsbot.extractors.ruleless.doubt import SIGNS, Reading
from newsbot.extractors.ruleless.weights import weigh
from tests.invented import ONE, STORY, THREE, TWO, URL, page, record

TITLE = "Panen Garam di Teluk Biru Naik Tiga Kali Lipat"
TEXT = STORY * 2
OTHER = "".join(
    f"<p>Perahu hias nomor {n} berlomba di muara sungai pada akhir pekan yang cerah itu.</p>"
    for n in range(12)
)


def signs(markup, body=".isi", heading="h1"):
    """The names of the signs that speak against an element."""
    parsed = page(f"<html><body>{markup}</body></html>")
    head = next(iter(parsed.select(heading)), None)
    reading = Reading(parsed, weigh(parsed), parsed.select(body)[0], head)
    return {name for name, sign in SIGNS.items() if sign(reading)}


def article(markup):
    return record(f"<html><head><title>{TITLE} | Contoh</title></head><body>{markup}</body></html>", URL)


def test_nothing_speaks_against_a_text_below_its_headline():
    menu = "".join(f"<li><a href='/{n}'>Kanal {n}</a></li>" for n in range(30))
    assert signs(f"<ul>{menu}</ul><h1>{TITLE}</h1><div class='isi'>{TEXT}</div>") == set()


@pytest.mark.parametrize(
    ("sign", "markup"),
    [
        ("short", f"<h1>{TITLE}</h1><div class='isi'><p>{ONE}</p><p>{TWO}</p></div>"),
        ("rival", f"<h1>{TITLE}</h1><div class='isi'>{TEXT}</div><div>{OTHER}</div>"),
        ("headline", f"<div class='isi'>{TEXT}</div><h1>{TITLE}</h1>"),
        ("headline", f"<div class='isi'>{TEXT}</div>"),
        (
            "named elsewhere",
            f"<h1>{TITLE}</h1><div class='isi'>{TEXT}</div><div class='entry-content'>{STORY}</div>",
        ),
        (
            "loose",
            f"<h1>{TITLE}</h1><div class='isi'>{TEXT}{'<span>Kabar pesisir</span>' * 60}</div>",
        ),
        (
            "linked",
            f"<h1>{TITLE}</h1><div class='isi'>{TEXT}{'<a href=/x>Kabar Pesisir</a> ' * 25}</div>",
        ),
        (
            "mixed",
            f"<h1>{TITLE}</h1><div class='isi'>{TEXT}<div class='komentar'>{STORY}</div></div>",
        ),
        (
            "goes on outside",
            f"<h1>{TITLE}</h1><div><div class='isi'>{TEXT}</div><div><div><p>{THREE}</p></div></div></div>",
        ),
        (
            "split",
            f"<h1>{TITLE}</h1><div class='isi'>" + f"<div><p>{ONE}</p><p>{TWO}</p></div>" * 5 + "</div>",
        ),
    ],
)
def test_each_sign_speaks_against_what_it_tells(sign, markup):
    assert sign in signs(markup)


def test_body_named_so_around_or_inside_the_text_is_the_same():
    around = f"<h1>{TITLE}</h1><div class='entry-content'><div class='isi'>{TEXT}</div></div>"
    inside = f"<h1>{TITLE}</h1><div class='isi'><div class='entry-content'>{TEXT}</div></div>"
    assert "named elsewhere" not in signs(around) | signs(inside)


def asked(monkeypatch, markup):
    calls = []
    real = choice.told_paragraphs
    monkeypatch.setattr(choice, "told_paragraphs", lambda parsed: calls.append(1) or real(parsed))
    return article(markup), len(calls)


def test_second_opinion_is_not_asked_of_a_plain_page(monkeypatch):
    read, calls = asked(monkeypatch, f"<h1>{TITLE}</h1><div>{TEXT}</div>")
    assert (read.word_count > 0, calls) == (True, 0)
    assert read.metadata.fields["article_body"].rule == "densest element"


def test_second_opinion_is_asked_where_two_texts_weigh_alike(monkeypatch):
    _, calls = asked(monkeypatch, f"<h1>{TITLE}</h1><div>{TEXT}</div><div>{OTHER}</div>")
    assert calls == 1


def test_second_opinion_is_not_asked_of_a_page_of_absurd_size_and_the_record_says_so(monkeypatch):
    """Text between 48,000 breaks costs trafilatura 18 seconds."""
    doubtful = f"<h1>{TITLE}</h1><div>{TEXT}</div><div>{OTHER}</div>"
    known, calls = asked(monkeypatch, doubtful)
    large, more = asked(monkeypatch, doubtful + "<br>" * MOST_ELEMENTS)
    assert (calls, more) == (1, 0)
    assert large.article_body
    assert "body_unchecked" not in {problem.code for problem in known.metadata.problems}
    assert "body_unchecked" in {problem.code for problem in large.metadata.problems}
    assert large.metadata.confidence < known.metadata.confidence


def test_comments_that_only_their_name_tells_are_not_the_article():
    said = "".join(f"<div><b>pembaca{n}</b><p>{ONE} {TWO} {THREE}</p></div>" for n in range(10))
    read = article(f"<h1>{TITLE}</h1><div>{STORY}</div><div id='komentar'>{said}</div>")
    assert read.article_body == f"{ONE}\n\n{TWO}\n\n{THREE}"


def test_sections_side_by_side_are_one_body_by_the_own_reading_too():
    sections = "".join(f"<div class='isi halaman'>{STORY}</div>" for _ in range(2))
    assert article(f"<h1>{TITLE}</h1><div>{sections}</div>").article_body.count(THREE) == 2


@pytest.mark.parametrize(
    "label", ["<p>Bagikan ini:</p>", "<p>Hubungi redaksi</p>", "<h3>Berita Terpopuler</h3>"]
)
def test_labels_behind_the_text_leave(label):
    assert article(f"<h1>{TITLE}</h1><div>{TEXT}{label}</div>").article_body.endswith(THREE)


@pytest.mark.parametrize("last", ["<h3>Gudang di Dermaga</h3>", "<p>Jumlah petani: 300</p>"])
def test_heading_and_figures_at_the_end_stay(last):
    assert not article(f"<h1>{TITLE}</h1><div>{TEXT}{last}</div>").article_body.endswith(THREE)


def test_what_stands_above_the_headline_in_the_same_element_leaves():
    assert article(f"<div><p>Kabar Pesisir Utara</p><h1>{TITLE}</h1>{TEXT}</div>").article_body.startswith(
        ONE
    )


def test_a_label_that_holds_the_text_is_read_without_what_its_cell_prints_beside_it():
    text = f"<span id='lblIsi'>{ONE}<br><br>{TWO}<br><br>{THREE}<br></span>"
    counts = "<span id='lblBaca'>Dibaca : 312 kali</span><br><b>Lain :</b><br>» <a href='/x'>Harga cabai</a>"
    cell = f"<table><tr><td><h1>{TITLE}</h1><br>{text}<br>{counts}</td></tr></table>"
    assert article(cell).article_body == f"{ONE}\n\n{TWO}\n\n{THREE}"
