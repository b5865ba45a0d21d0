"""The sentence below posts that says when one was posted and where it is filed."""

import pytest

from newsbot.language.captions import split_caption
from newsbot.language.names import person_name
from newsbot.language.posted import posted

KUBRICK = (
    "This entry was posted on Monday, May 3rd, 2010 at 7:05 am and is filed under Desa. You can follow any"
)
TWELVE = "This entry was posted in Desa and tagged padi, garam on 3 Mei 2013 by Rina."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (KUBRICK, ("Monday, May 3rd, 2010 at 7:05 am", "Desa", ())),
        (TWELVE, ("3 Mei 2013", "Desa", ("padi", "garam"))),
        ("Entri ini ditulis dalam Desa dan ditandai padi.", (None, "Desa", ("padi",))),
        ("Tulisan ini dipublikasikan di Desa, Kota oleh Rina. Tandai permalink.", (None, None, ())),
    ],
)
def test_what_the_sentence_says(text, said):
    assert posted(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "More by Rina Ayu",
        "View all posts by Rina Ayu",
        "Lihat semua tulisan dari Rina Ayu",
        "About the Author: Rina Ayu",
    ],
)
def test_what_a_link_to_a_writers_texts_says_before_the_name(text):
    assert person_name(text) == "Rina Ayu"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Mobil bekas di dermaga. DOK RADAR SEGARA", ("Mobil bekas di dermaga.", "DOK RADAR SEGARA")),
        (
            "DOK. SAMUDRA Ilustrasi mobil bekas di dermaga.",
            ("Ilustrasi mobil bekas di dermaga.", "DOK. SAMUDRA"),
        ),
        (
            "DOK. SAMUDRAIlustrasi mobil bekas di dermaga.",
            ("Ilustrasi mobil bekas di dermaga.", "DOK. SAMUDRA"),
        ),
    ],
)
def test_a_credit_in_capitals_beside_its_caption(text, parts):
    assert split_caption(text) == parts
