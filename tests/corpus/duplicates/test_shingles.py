import os
import subprocess
import sys

import pytest

pytest.importorskip("rensa")

from newsbot.corpus.duplicates.shingles import hashes_of, kept, similarity, words_of
from newsbot.corpus.duplicates.signatures import band_keys, pairs
from tests.corpus.records import ONE, TWO

np = pytest.importorskip("numpy")


def shingles(text):
    return kept(hashes_of(words_of(text)))


def test_case_and_punctuation_do_not_count():
    assert similarity(shingles(ONE), shingles(ONE.upper().replace(" ", ", "))) == (1, 1)


def test_the_order_of_words_counts():
    assert similarity(shingles("satu dua tiga"), shingles("tiga dua satu")) == (0, 0)


def test_a_text_of_two_words_has_no_shingle():
    assert len(hashes_of(["dua", "kata"])) == 0
    assert similarity(shingles("dua kata"), shingles(ONE)) == (0, 0)


def test_signatures_are_the_same_in_every_process():
    script = (
        "from newsbot.corpus.duplicates.shingles import hashes_of, words_of;"
        "from newsbot.corpus.duplicates.signatures import band_keys;"
        f"print(band_keys([hashes_of(words_of({ONE!r}))]).tolist())"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert told == {str(band_keys([hashes_of(words_of(ONE))]).tolist())}


def test_each_text_of_a_batch_has_its_own_signature():
    texts = [hashes_of(words_of(text)) for text in (ONE, TWO)]
    together = band_keys(texts)
    assert [together[at].tolist() for at in (0, 1)] == [band_keys([text])[0].tolist() for text in texts]


def found(keys, reach):
    numbers = np.arange(len(keys), dtype=np.uint64)
    made = pairs(np.array(keys, np.uint64), numbers, reach).tolist()
    return [(pair >> 32, pair & 0xFFFFFFFF) for pair in made]


def test_equal_keys_are_pairs_and_no_key_is_none():
    assert found([5, 0, 7, 5, 0, 7], 1) == [(0, 3), (2, 5)]


def test_many_equal_keys_give_as_many_pairs_as_records_not_their_square():
    assert len(found([5] * 1000, 0)) == 999


def test_the_first_is_in_a_pair_with_each():
    assert found([5] * 4, 1) == [(0, 1), (0, 2), (0, 3), (1, 2), (2, 3)]
