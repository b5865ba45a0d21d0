"""What is taken off the end of a text: sign-offs, and the writer's name in bold."""

import pytest

from newsbot.extractors.body.blocks import TextBlock
from newsbot.extractors.body.draft import Draft
from newsbot.extractors.body.sign_offs import take_sign_offs

PROSE = "Petani garam memanen tiga ton garam."


def ended(text: str, *, bold: bool) -> Draft:
    draft = Draft("body")
    draft.blocks = [
        TextBlock("paragraph", PROSE, length=len(PROSE)),
        TextBlock("paragraph", text, length=len(text), bold_length=len(text) if bold else 0),
    ]
    take_sign_offs(draft)
    return draft


@pytest.mark.parametrize(
    ("name", "bold"),
    [("WIRA TELUK", True), ("SUTRISNO", True), ("WIRA TELUK | LAKSMI ASIH", True), ("WIRA TELUK", False)],
)
def test_a_name_in_capitals_is_the_writers(name, bold):
    draft = ended(name, bold=bold)
    assert [block.text for block in draft.blocks] == [PROSE]
    assert [candidate.value for candidate in draft.bylines] == [name]


@pytest.mark.parametrize(
    ("text", "bold"),
    [("Semoga Bermanfaat", True), ("Budaya Malu", True), ("SUTRISNO", False), ("TAMAT", True)],
)
def test_other_last_lines_stay(text, bold):
    draft = ended(text, bold=bold)
    assert [block.text for block in draft.blocks] == [PROSE, text]
    assert draft.bylines == []


def signed(*texts: str, linked: bool = False) -> tuple[str | None, list[str]]:
    draft = Draft("body")
    draft.blocks = [TextBlock("paragraph", text, length=len(text)) for text in texts]
    if linked:
        draft.blocks[-1].link_length = 12
    take_sign_offs(draft)
    return draft.initials, [block.text for block in draft.blocks]


@pytest.mark.parametrize("mark", ["AZF", "a2s/fem", "*/nyc*/ndy/k9"])
def test_a_bare_sign_off_is_the_last_line(mark):
    assert signed(PROSE, mark) == (mark, [PROSE])


def test_an_acronym_of_which_the_text_speaks_is_no_sign_off():
    assert signed("Kata KPK, garam itu mahal.", PROSE, "KPK") == (
        None,
        ["Kata KPK, garam itu mahal.", PROSE, "KPK"],
    )


@pytest.mark.parametrize("promo", ["Ikuti kabar lain di saluran kami.", "Pasang aplikasi kami sekarang"])
def test_a_sign_off_above_a_promo_line_is_one(promo):
    assert signed(PROSE, "Hujan reda. (a2s/fem)", promo) == ("a2s/fem", [PROSE, "Hujan reda.", promo])
    assert signed(PROSE, "AZF", promo, linked=True) == ("AZF", [PROSE, promo])


def test_a_bare_acronym_above_text_is_a_sub_heading():
    assert signed(PROSE, "AZF", PROSE)[0] is None


@pytest.mark.parametrize(
    "text", ["Biro Humas dan Kerja Sama Luar Negeri", "Dinas Perikanan Kabupaten Lintang"]
)
def test_an_office_that_sent_the_text_is_no_part_of_it(text):
    assert [block.text for block in ended(text, bold=False).blocks] == [PROSE]


def test_a_sentence_that_begins_with_an_office_is_text():
    sentence = "Dinas Perdagangan turun tangan dan meminta harga ditulis per item."
    assert [block.text for block in ended(sentence, bold=False).blocks] == [PROSE, sentence]


def test_a_mark_at_the_end_is_no_text():
    assert [block.text for block in ended("♦", bold=False).blocks] == [PROSE]


def test_codes_of_two_desks_sign():
    draft = Draft("body")
    draft.blocks = [TextBlock("paragraph", f"{PROSE} (H22,K14-87)", length=50)]
    take_sign_offs(draft)
    assert [block.text for block in draft.blocks] == [PROSE]


def test_the_end_mark_above_the_writers_name_goes_too():
    draft = Draft("body")
    texts = (PROSE, f"{PROSE} []", "WIRA TELUK")
    draft.blocks = [TextBlock("paragraph", text, length=len(text)) for text in texts]
    take_sign_offs(draft)
    assert [block.text for block in draft.blocks] == [PROSE, PROSE]
