import pytest

pytest.importorskip("nh3", reason="the extra `inspect` is not installed")

from newsbot.golden.cases import FIRST_FIELDS
from newsbot.inspector.corrections import Corrections, Refused
from newsbot.inspector.forms import FORMS, LONGEST, read_value, written
from tests.inspector.made import BROKEN, looked_at
from tests.invented import ONE, TWO

RECORD, SHOWN = looked_at(BROKEN)


def test_what_a_new_case_expects_can_be_corrected():
    assert set(FORMS) == set(FIRST_FIELDS) - {"date_published_precision"}, "which follows the date"


@pytest.mark.parametrize("name", FORMS)
def test_a_value_is_what_its_text_means(name):
    value = RECORD[name]
    text = written(name, value)
    assert written(name, read_value(name, text)) == text


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("headline", "  Panen\u00a0 raya ", "Panen raya"),
        ("headline", " ", None),
        ("authors", "Sari Laras\r\n\r\n Budi ", [{"name": "Sari Laras"}, {"name": "Budi"}]),
        ("keywords", "garam\nharga", ["garam", "harga"]),
        ("date_published", "2023-09-13T14:05+07:00", "2023-09-13T14:05:00+07:00"),
        ("article_body", "Satu\nbaris.\n\n\n Dua\ttiga ", "Satu baris.\n\nDua\ttiga"),
        ("is_complete", "no", False),
        ("page_count", "3", 3),
        ("images", "Panen\nAntara/Sari", [{"caption": "Panen", "credit": "Antara/Sari"}]),
    ],
)
def test_texts_and_their_values(name, text, value):
    assert read_value(name, text) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("date_published", "kemarin"),
        ("date_published", "2023-09-13T14:05:00"),
        ("date_published", "2023-02-30"),
        ("kind", "berita"),
        ("is_complete", "mungkin"),
        ("page_count", "0"),
        ("page_count", "9" * 5000),
        ("images", "a\nb\nc"),
        ("id", "kompas:1"),
        ("../x", "y"),
        ("headline", "x" * (LONGEST + 1)),
    ],
)
def test_what_means_no_value_is_refused(name, text):
    with pytest.raises(Refused):
        Corrections().correct(name, text, RECORD)


def test_the_same_value_is_no_correction():
    made = Corrections()
    made.correct("headline", RECORD["headline"], RECORD)
    made.correct("authors", written("authors", RECORD["authors"]), RECORD)
    assert not made


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2023-09-13", "day"),
        ("2023-09-13T14:05+07:00", "minute"),
        ("2023-09-13T14:05:30+07:00", "second"),
        ("", None),
    ],
)
def test_how_exact_a_date_is_follows_it(text, precision):
    made = Corrections()
    made.correct("date_published", text, {**RECORD, "date_published": "2020-01-01"})
    assert made.values["date_published_precision"] == precision
    made.undo("date_published")
    assert not made


def test_a_dropped_block_comes_back():
    made = Corrections()
    made.toggle_block("block-0", RECORD, SHOWN.placed)
    assert made.values["article_body"].startswith(TWO)
    made.toggle_block("block-0", RECORD, SHOWN.placed)
    assert not made


def test_a_text_edited_by_hand_is_not_put_together_again():
    made = Corrections()
    made.correct("article_body", f"{ONE}\n\nDan lagi.", RECORD)
    with pytest.raises(Refused, match="by hand"):
        made.toggle_block("block-0", RECORD, SHOWN.placed)
    made.undo("article_body")
    made.toggle_block("block-0", RECORD, SHOWN.placed)
    made.correct("article_body", "Teks lain.", RECORD)
    assert made.values["article_body"] == "Teks lain."
    assert made.by_hand


def test_a_removed_text_without_a_place_is_not_taken_back():
    record = {
        **RECORD,
        "metadata": {
            **RECORD["metadata"],
            "removed": [{"rule": "x", "kind": "ad", "text": "Tak ada", "count": 1}],
        },
    }
    _, placed = record, looked_at(BROKEN)[1].placed
    placed.spans.pop("removed-0")
    with pytest.raises(Refused, match="no place"):
        Corrections().toggle_removed("removed-0", record, placed)
