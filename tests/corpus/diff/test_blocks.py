import time

import pytest

from newsbot.corpus.diff.blocks import compare_bodies, compare_words
from tests.corpus.records import ONE, THREE, TWO


def paragraphs(*texts):
    return [{"type": "paragraph", "text": text, "level": None} for text in texts]


def told(before, after):
    return [(one.op, one.before, one.after) for one in compare_bodies(before, after)]


def test_alike_blocks_are_counted():
    assert [(one.op, one.count) for one in compare_bodies(paragraphs(ONE, TWO), paragraphs(ONE, TWO))] == [
        ("same", 2)
    ]


def test_a_block_that_came_stands_in_its_place():
    assert told(paragraphs(ONE, THREE), paragraphs(ONE, TWO, THREE)) == [
        ("same", None, None),
        ("added", None, TWO),
        ("same", None, None),
    ]


def test_a_block_that_went_is_whole():
    assert told(paragraphs(ONE, TWO), paragraphs(TWO))[0] == ("removed", ONE, None)


def test_a_block_that_is_mostly_the_same_is_changed_by_words():
    changed = compare_bodies(paragraphs(ONE), paragraphs(ONE.replace("tiga ton", "empat ton")))[0]
    assert changed.op == "changed"
    assert [word for word in changed.words if word[0] != "="] == [("-", "tiga "), ("+", "empat ")]


def test_blocks_of_nothing_in_common_are_two():
    assert [op for op, *_ in told(paragraphs(ONE), paragraphs(THREE))] == ["removed", "added"]


def test_another_type_of_the_same_text_is_a_change():
    heading = [{"type": "heading", "text": ONE}]
    assert [(one.op, one.type) for one in compare_bodies(paragraphs(ONE), heading)] == [
        ("changed", "paragraph → heading")
    ]


def test_an_embed_is_known_by_its_address():
    embed = {"type": "embed", "text": "", "url": "https://video.contoh.id/1"}
    assert told([], [embed]) == [("added", None, "https://video.contoh.id/1")]


@pytest.mark.parametrize("blocks", [None, "text", [1, None, ["x"]], [{"text": 5}, {"type": []}], {}])
def test_blocks_of_any_shape_are_compared(blocks):
    assert compare_bodies(blocks, paragraphs(ONE))[-1].after == ONE


def test_words_put_together_give_both_texts():
    before, after = f"{ONE}  {TWO}", f" {TWO}\n{THREE}"
    words = compare_words(before, after)
    assert "".join(text for op, text in words if op != "-").split() == after.split()
    assert "".join(text for op, text in words if op == "-").split()


def test_white_space_alone_is_no_other_word():
    assert compare_words("satu dua", "satu  dua") == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (paragraphs(*["a"] * 20_000), paragraphs(*["a"] * 19_000, "b", *["a"] * 900)),
        (paragraphs(*"ab" * 5_000), paragraphs(*"ba" * 5_000)),
        (paragraphs("a " * 100_000 + "b"), paragraphs("b " + "a " * 100_000)),
        (paragraphs(*(f"{n} x" for n in range(9_000))), paragraphs(*(f"{n} y" for n in range(9_000)))),
    ],
)
def test_bodies_made_to_take_long_do_not(before, after):
    began = time.process_time()
    assert compare_bodies(before, after)
    assert time.process_time() - began < 5
