"""What a body collects while it is read: each story once, each removed text with its count, one sign-off."""

from newsbot.extractors.body.draft import Draft
from newsbot.items import Related, Removed


def finished(fill):
    draft = Draft("body")
    fill(draft)
    return draft.finished(("layout", ".isi"))


def test_story_that_is_printed_twice_is_related_once():
    body = finished(lambda draft: [draft.relate(title) for title in ("Harga Garam", "Gudang", "Harga Garam")])
    assert body.related == (Related("Harga Garam"), Related("Gudang"))


def test_hundred_thousand_stories_cost_their_number_and_not_its_square():
    body = finished(lambda draft: [draft.relate(f"Judul {number}") for number in range(100_000)])
    assert len(body.related) == 100_000


def test_text_that_leaves_twice_counts_two():
    body = finished(lambda draft: [draft.remove("advertisement", "ad", "IKLAN") for _ in range(2)])
    assert body.removed == (Removed("advertisement", "ad", "IKLAN", 2),)


def test_first_sign_off_is_the_texts_and_an_asterisk_is_nobodys():
    body = finished(lambda draft: [draft.sign(mark) for mark in ("*", "vyp", "zik")])
    assert body.initials == "vyp"
