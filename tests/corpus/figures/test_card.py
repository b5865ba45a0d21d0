from newsbot.corpus.figures.card import card
from tests.corpus.export.made import BARE, FULL
from tests.corpus.figures.test_sums import summed


def test_the_datasheet_tells_content_terms_and_gaps():
    told = card(summed({**FULL, "portal": "antaranews"}, BARE), "Korpus garam")
    assert told.startswith("# Korpus garam\n")
    assert "2 records of 2 portals, published 2023-09-13 to 2023-09-13; 23 words." in told
    assert "\n| ANTARA" in told or "\n| Antara" in told
    assert "an undeclared site" in told
    assert "On 1 page the publisher reserves rights" in told
    assert "- 1 record without a date of publication" in told


def test_licences_and_the_signals_that_reserve_rights_stand_by_portal():
    told = card(summed({**FULL, "portal": "theconversation_id"}, BARE), "x")
    (row,) = (line for line in told.splitlines() if line.startswith("| The Conversation Indonesia | Crea"))
    assert "(CC BY-ND)" in row
    assert row.endswith("| nothing is noted | meta robots: noai (1) |")
    assert "| lain | nothing is noted | an undeclared site | none |" in told


def test_a_text_of_a_record_is_short_and_steers_no_terminal():
    told = card(summed({**FULL, "section": "a\x1b[31m" + "b" * 9000}), "x")
    assert "\x1b" not in told
    assert max(map(len, told.splitlines())) < 600


def test_nothing_has_a_datasheet():
    assert "0 records of 0 portals" in card(summed(), "Kosong")


def test_a_record_writes_no_mark_up():
    told = card(summed({**FULL, "section": "<b>|# a\nb"}), "x")
    assert r"&lt;b>\|\# a b (1)" in told
