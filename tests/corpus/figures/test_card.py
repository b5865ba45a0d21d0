from newsbot.corpus.figures.card import card
from tests.corpus.export.made import BARE, FULL
from tests.corpus.figures.test_sums import summed


def test_the_datasheet_tells_content_terms_and_gaps():
    told = card(summed({**FULL, "portal": "antaranews"}, BARE), "Korpus garam")
    assert told.startswith("# Korpus garam\n")
    assert "2 records of 2 portals, published 2023-09-13 to 2023-09-13; 23 words." in told
    assert "- Antara: " in told or "- ANTARA" in told
    assert "an undeclared site: nothing is noted" in told
    assert "On 1 page the publisher reserves rights" in told
    assert "- 1 record without a date of publication" in told


def test_nothing_has_a_datasheet():
    assert "0 records of 0 portals" in card(summed(), "Kosong")


def test_a_record_writes_no_mark_up():
    told = card(summed({**FULL, "section": "<b>|# a\nb"}), "x")
    assert r"&lt;b>\|\# a b (1)" in told
