"""What is taken off the end of a text: sign-offs, and the writer's name in bold."""

import pytest

from newsbot.extractors.body.blocks import TextBlock
from newsbot.extractors.body.sign_offs import split_off_signs
from newsbot.extractors.raw import RawArticle

PROSE = "Petani garam memanen tiga ton garam."


def ended(text: str, *, bold: bool) -> RawArticle:
    raw = RawArticle()
    raw.blocks = [
        TextBlock("paragraph", PROSE, length=len(PROSE)),
        TextBlock("paragraph", text, length=len(text), bold_length=len(text) if bold else 0),
    ]
    split_off_signs(raw)
    return raw


@pytest.mark.parametrize("name", ["WIRA TELUK", "SUTRISNO", "WIRA TELUK | LAKSMI ASIH"])
def test_a_bold_name_is_the_writers(name):
    raw = ended(name, bold=True)
    assert [block.text for block in raw.blocks] == [PROSE]
    assert [candidate.value for candidate in raw.body_bylines] == [name]


@pytest.mark.parametrize(
    ("text", "bold"),
    [("Semoga Bermanfaat", True), ("Budaya Malu", True), ("WIRA TELUK", False), ("KPK", True)],
)
def test_other_last_lines_stay(text, bold):
    raw = ended(text, bold=bold)
    assert [block.text for block in raw.blocks] == [PROSE, text]
    assert raw.body_bylines == []
