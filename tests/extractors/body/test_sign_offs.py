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


@pytest.mark.parametrize("name", ["WIRA TELUK", "SUTRISNO", "WIRA TELUK | LAKSMI ASIH"])
def test_a_bold_name_is_the_writers(name):
    draft = ended(name, bold=True)
    assert [block.text for block in draft.blocks] == [PROSE]
    assert [candidate.value for candidate in draft.bylines] == [name]


@pytest.mark.parametrize(
    ("text", "bold"),
    [("Semoga Bermanfaat", True), ("Budaya Malu", True), ("WIRA TELUK", False), ("KPK", True)],
)
def test_other_last_lines_stay(text, bold):
    draft = ended(text, bold=bold)
    assert [block.text for block in draft.blocks] == [PROSE, text]
    assert draft.bylines == []
