"""The page of revisions: what changed is marked, what is shown is escaped."""

import re

import pytest

pytest.importorskip("jinja2", reason="the extra `report` is not installed")

from newsbot.corpus.revisions.captures import capture_of, fields_of
from newsbot.corpus.revisions.page import Page
from newsbot.corpus.revisions.shown import REVISIONS, ROWS, TEXT
from newsbot.corpus.revisions.sums import Sums
from newsbot.corpus.revisions.timeline import timeline_of
from newsbot.items import Extraction, Image, Person
from tests.browser import HIT, document_of, needs_browser

from .made import ONE, THREE, TWO, captured, given, odd

EDITED = (ONE.replace("tiga", "empat"), THREE)


def timeline(*records):
    captures = [capture_of(fields_of(record)) for record in given(*records)]
    return timeline_of(captures[0].id, captures)


def page(*timelines, most=10):
    sums, made = Sums(), Page(most)
    for one in timelines:
        sums.add(one)
        made.offer(one)
    return made.html(sums)


def test_words_blocks_and_values_are_marked():
    shown = page(timeline(captured(1, section="Daerah"), captured(2, texts=EDITED, section="Ekonomi")))
    assert "memanen <del>tiga</del> <ins>empat</ins> ton garam" in shown
    assert f"<del>{TWO}</del>" in shown
    assert "1 block alike" in shown
    assert "<del>Daerah</del> <ins>Ekonomi</ins>" in shown
    assert "The text changed, and nothing states it" in shown
    assert "between 2023-09-01 01:00 and 2023-09-02 01:00" in shown


def test_people_and_pictures_are_told_by_their_names():
    old = captured(1, images=[Image("https://contoh.id/a.jpg", "Tambak garam.", "Contoh/Rindra")])
    new = captured(
        2,
        editors=[Person("Laras Puspa", "editor")],
        images=[Image("https://contoh.id/a.jpg", "Tambak garam, Rabu.", "Contoh/Rindra")],
    )
    shown = page(timeline(old, new))
    assert "<ins>Laras Puspa, editor</ins>" in shown
    assert re.search(r'<span class="label">caption</span> Tambak garam<ins>, Rabu</ins>\.', shown)
    assert "No text changed" in shown


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"date_modified": "2023-09-02T07:00:00+07:00"}, "the article states it by its date of modification"),
        ({"texts": (*EDITED, "Ralat: empat ton.")}, "the article states it by a notice in its text"),
        ({"date_published": "2023-09-02T07:05:00+07:00"}, "only the date of publication moved"),
        (
            {"is_complete": False, "_extraction": Extraction("2")},
            "need not be an edit: a capture is not whole, the captures",
        ),
    ],
)
def test_verdict_is_told_in_words(change, words):
    assert words in page(timeline(captured(1), captured(2, **{"texts": EDITED, **change})))


def test_text_that_is_not_at_hand_is_said():
    old, new = (captured(day, texts=(), content_digest=f"sha256:{day}") for day in (1, 2))
    assert "another one, which the records do not hold" in page(timeline(old, new))


def test_stealth_edits_come_first_and_what_is_left_out_is_told():
    quiet = [
        timeline(
            captured(1, number=f"contoh:{at}", headline=f"Tenang {at}"),
            captured(2, number=f"contoh:{at}", headline=f"Tenang {at}", section="Daerah"),
        )
        for at in range(3)
    ]
    grave = timeline(captured(1, number="contoh:9"), captured(2, number="contoh:9", texts=EDITED))
    shown = page(*quiet, grave, most=2)
    assert re.findall(r'<h2 id="headline-\d">([^<]+)', shown) == ["Panen Garam Naik", "Tenang 0"]
    assert "2 of 4 articles" in shown


def test_long_texts_many_rows_and_many_revisions_are_cut_and_it_is_told():
    texts = tuple(f"Baris {line} memuat angka {line * 7} dari tabel panen." for line in range(ROWS + 20))
    long = captured(2, texts=("kata " * TEXT,))
    shown = page(
        timeline(captured(1, texts=()), captured(2, texts=texts)),
        timeline(captured(1, texts=(ONE,), number="contoh:2"), {**long, "id": "contoh:2"}),
    )
    assert "and 20 more changes" in shown
    assert "and so on" in shown
    days = [
        captured(
            1,
            number="contoh:3",
            at=f"2023-09-01T01:{minute:02}:00Z",
            headline=f"Menit {minute}",
            _payload_digest=f"{minute}",
        )
        for minute in range(REVISIONS + 6)
    ]
    assert "and 5 revisions that are not shown" in page(timeline(*days))


def test_nothing_changed_has_a_page():
    assert "No article changed" in page(timeline(captured(1), captured(2)))
    assert "No article changed" in page()


HOSTILE = (
    captured(1, texts=(HIT, "a"), headline="a"),
    captured(
        2,
        texts=(HIT + HIT, HIT),
        headline=HIT,
        section=HIT,
        keywords=[HIT],
        portal=HIT,
        authors=[Person(HIT, HIT)],
        images=[Image(HIT, HIT, HIT)],
    ),
)


def test_hostile_strings_are_text_everywhere():
    shown = page(timeline(*HOSTILE))
    assert "<img" not in shown
    assert "<script" not in shown


def test_values_of_any_shape_are_shown():
    keys = [key for key in captured(1) if key not in ("schema", "id", "metadata", "kind")]
    assert "<ol" in page(
        *(timeline(*odd(key, f"contoh:{at}")) for at, key in enumerate(keys)), most=len(keys)
    )


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "https://contoh.id/a b"])
def test_only_addresses_of_the_web_are_links(address):
    records = ({**captured(1), "url": address}, {**captured(2, texts=EDITED), "url": address})
    assert re.findall(r'<a href="([^"#][^"]*)', page(timeline(*records))) == []


@needs_browser
def test_a_browser_runs_nothing_of_a_record(tmp_path):
    shown = document_of(page(timeline(*HOSTILE)), tmp_path)
    assert "<title>Revisions: 1 articles changed</title>" in shown
    assert shown.count("<ins>") >= 6
