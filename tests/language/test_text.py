"""White space, comparison keys and words."""

import pytest

from newsbot.language.text import clean, count_words, ends_sentence, fold, joined


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("  Garam \t\r\n laut ", "Garam laut"),
        ("Garam\u00a0laut\u2009biru\u3000murni", "Garam laut biru murni"),
        ("Ga\u00adram\u200b\ufeff la\u200eut\u2060", "Garam laut"),
        ("Cafe\u0301", "Café"),
        ("satu\u2028dua\x85tiga", "satu dua tiga"),
        ("“Garam” – ‘laut’", "“Garam” – ‘laut’"),
        ("salah  ketk", "salah ketk"),
        ("", ""),
        ("é\x00\x07garam\x7f", "égaram"),
        ("\ue716Garam", "Garam"),
        ("Garam\x00\x07 laut\x7f", "Garam laut"),
    ],
)
def test_clean(raw, cleaned):
    assert clean(raw) == cleaned


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (["Wira ", ", kata"], "Wira, kata"),
        (["Wira", " ", " ", ", kata"], "Wira, kata"),
        (["(", "Wira ", ")"], "(Wira)"),
        (["\u201cKami ", ".\u201d"], "\u201cKami.\u201d"),
        (["Wira ", "kata"], "Wira kata"),
        (["kata dia , begitu"], "kata dia , begitu"),
        (["Wira", " , kata"], "Wira , kata"),
        (["Rp ", ".500"], "Rp .500"),
        ([" ", ", kata"], ", kata"),
        ([], ""),
    ],
)
def test_the_blank_that_an_element_left_before_a_mark_goes(runs, text):
    assert joined(runs) == text


@pytest.mark.parametrize(
    "mark", ["\u200c", "\u200d", "\u180e", "\u2066", "\u2067", "\u2068", "\u2069", "\u202e"]
)
def test_what_nobody_sees_is_no_character(mark):
    assert clean(f"Harga{mark} be{mark}ras") == "Harga beras"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Bupati &quot;Kembang&quot; &amp;amp; Wakil", 'Bupati "Kembang" & Wakil'),
        ("Tak&hellip; cukup&nbsp;&#8211; kata dia", "Tak… cukup – kata dia"),
        ("R&D dan AT&T; tetap", "R&D dan AT&T; tetap"),
    ],
)
def test_entities_that_stand_as_text_are_undone(text, seen):
    assert clean(text) == seen


def test_clean_twice_is_clean_once():
    text = " Cafe\u0301 \u200b\u00a0 x\ufeff\u00ad \n"
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HENDRA  Gunawan", "Hendra Gunawan"),
        ("“Garam”", '"garam"'),
        ("Jum’at", "jum'at"),
        ("Jum`at", "JUM'AT"),
        ("satu – dua", "satu - dua"),
        ("satu — dua", "Satu − dua"),
    ],
)
def test_two_printings_of_one_text(one, other):
    assert fold(one) == fold(other)


def test_other_words_are_not_one_text():
    assert fold("Garam") != fold("Gram")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Rp 5.000 – lunas", 3),
        ("(13/9/2023)", 1),
        ("— * … !", 0),
        ("ke-2 x", 2),
        ("é 日本", 2),
        ("_ __", 0),
        ("", 0),
    ],
)
def test_words(text, count):
    assert count_words(text) == count


@pytest.mark.parametrize("text", ["Harga naik.", 'Katanya, "Harga naik!"', "Naik? (sumber.)", "Naik…"])
def test_sentence_ends_with_its_mark_whatever_closes_behind_it(text):
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["", '""', 'Pasar "Raya"', "Bahan:", "Pasar Raya"])
def test_quotes_and_colons_alone_end_no_sentence(text):
    assert not ends_sentence(text)
