"""Each language of the archipelago's press is told from its neighbours, and a text of several from one of one."""

from collections import Counter

import pytest

pytest.importorskip("py3langid")

from benchmarks.languages import LANGUAGES, mixed, phrased, sentences, told
from newsbot.corpus.added import MIXED
from newsbot.corpus.languages.identify import Identifier
from newsbot.lexicon import words

FLOORS = {"id": 0.93, "ms": 0.95, "en": 1.0, "jv": 0.96, "su": 0.95}
"""Of single texts of one to three sentences; `python -m benchmarks.languages` has the whole table."""


@pytest.fixture(scope="module")
def model():
    return Identifier()


def tell(model):
    def name(text):
        found = model.identify(text)
        return MIXED if found.is_mixed else found.code

    return name


def test_there_are_sixty_different_texts_of_each_language():
    for code in LANGUAGES:
        assert len(set(sentences(code))) >= 60


@pytest.mark.parametrize("code", LANGUAGES)
def test_short_texts(model, code):
    texts = sentences(code)
    assert told(tell(model), texts)[code] / len(texts) >= FLOORS[code]


def test_quotations_of_several_sentences_make_a_text_mixed(model):
    texts = mixed()
    assert told(tell(model), texts)[MIXED] / len(texts) >= 0.94
    shares = [sum(other.share for other in model.identify(text).others) for text in texts[:6]]
    assert all(0.1 < share < 0.7 for share in shares)


def test_a_few_words_of_english_do_not(model):
    assert told(tell(model), phrased()) == Counter({"id": len(phrased())})


def test_the_quoted_language_is_named(model):
    quoted = "\n\n".join((*sentences("id")[:4], *sentences("jv")[:2]))
    found = model.identify(quoted)
    assert (found.code, [other.code for other in found.others]) == ("id", ["jv"])


@pytest.mark.parametrize("text", ["", "Garam naik lagi", "12 345 6789 10", "\n\n", "?!" * 5000])
def test_too_little_to_say(model, text):
    assert model.identify(text) is None


def test_half_a_surrogate_pair_is_text_too(model):
    assert model.identify(f"{sentences('en')[0]} \ud83d").code == "en"


def test_a_language_from_elsewhere_has_its_own_name(model):
    dutch = "De regering heeft maandag besloten dat de nieuwe brug over de rivier volgend jaar wordt geopend."
    assert model.identify(dutch).code == "nl"


def test_no_mark_is_of_two_languages():
    marks = [word for code in ("id", "ms", "jv", "su") for word in words(f"language_marks.marks.{code}")]
    assert [word for word, count in Counter(marks).items() if count > 1] == []
