from newsbot.corpus.figures.card import card, datasheet
from newsbot.corpus.projection import projection
from newsbot.corpus.selection import Choice, Selection
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


def test_the_datasheet_tells_by_what_records_were_chosen_and_how_sure_they_are():
    choice = Choice(
        Selection(kinds=frozenset({"article"}), with_problems=frozenset({"a", "b"}), complete_only=True)
    )
    assert not choice.takes({**BARE, "kind": "video"})
    told = card(summed(FULL, BARE), "x", choice)
    assert "Chosen of 1 record by kind article, problem a and b, complete; left out by kind (1)." in told
    assert "over 0.8 (1), over 0.5 (0), up to 0.5 (0), not told (1)" in told
    assert "Chosen" not in card(summed(FULL), "x", Choice(Selection()))


def test_the_datasheet_tells_copies_and_what_told_the_languages():
    told = card(summed(FULL, BARE), "x")
    assert "- Copies: not looked for" in told
    assert "told by function words alone: 2" in told
    read = {"code": "id", "score": 1.0, "others": [], "is_mixed": False}
    marked = {**FULL, "cluster_id": "contoh:1", "identified_language": read}
    copy = {**marked, "id": "contoh:9", "duplicate_of": "contoh:1", "relation": "rewrite"}
    told = card(summed(marked, copy, BARE), "x")
    assert (
        "- Copies: of 2 that were compared 1 are copies of 1 other: rewrite (1); of 1 it was not asked"
        in told
    )
    assert "(`newsbot language`): 2, by function words alone: 1" in told


def test_a_datasheet_of_some_fields_names_these():
    told = "\n".join(datasheet(summed(FULL), projection(["headline", "metadata.confidence"])))
    assert "- Fields that are passed on: headline, metadata.confidence\n" in told
    assert "| portal | records | first day | last day | headline |\n" in told
    assert "witness" not in told


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
