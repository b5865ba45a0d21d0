"""What a template puts below a sign-off inside the element of the text is no text."""

import pytest

from newsbot.extractors.body.blocks import TextBlock, Walk
from newsbot.extractors.ruleless.ends import cut_to_article
from tests.invented import ONE, THREE, TWO


def walked(*texts):
    walk = Walk([TextBlock("paragraph", text, length=len(text)) for text in texts])
    cut_to_article(walk, [], "")
    return walk


PROMO = "Kabar Contoh kini hadir di Android dan iOS, pasang sekarang."


@pytest.mark.parametrize("sign", ["(lin/nda)", "[rat/sen]", "(vyp)"])
def test_promotion_behind_the_sign_off_is_cut_and_noted(sign):
    walk = walked(ONE, TWO, THREE, sign, PROMO)
    assert [block.text for block in walk.blocks] == [ONE, TWO, THREE, sign]
    assert [(block.text, rule) for block, rule, _ in walk.cut] == [(PROMO, "behind the sign-off")]


def test_a_sign_off_of_a_part_ends_nothing():
    texts = [ONE, "(vyp)", TWO, THREE, ONE, TWO]
    assert [block.text for block in walked(*texts).blocks] == texts


def test_what_has_a_bin_of_its_own_is_left_to_it():
    walk = walked(ONE, TWO, THREE, "(vyp)", "Baca juga:", PROMO)
    assert walk.blocks[-1].text == "Baca juga:"
