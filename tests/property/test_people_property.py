"""Any text at all is read as a byline without an error, and what is read was printed."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from newsbot.language.byline import parse_byline
from newsbot.language.captions import split_caption
from newsbot.language.dateline import split_dateline
from newsbot.language.sign_offs import split_reporter_credit, split_sign_off

PIECES = st.lists(
    st.sampled_from(
        ["Penulis", "Editor", "Rep", "Red", ":", " | ", "/", ", ", " & ", " dan ", "Wira Teluk", "LAKSMI", "(AFP)", "(",
         ")", "@wira", "wira@contoh.id", "Kompas.com", "Tim Redaksi", "13 September 2023", "S.H.", "Sp.A(K)",
         "dari Solo",
         "\n\n", " - ", "\u2014", "\u00a9", "Laporan Wartawan", "Foto: ", "\u00a0", "dkk", "JAKARTA", "ANTARA FOTO/",
         "Dok. ", " "]
    ),
    max_size=20,
).map("".join)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=400), PIECES)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_names_are_parts_of_the_text(text: str) -> None:
    byline = parse_byline(text)
    letters = "".join(filter(str.isalnum, text))
    for name in byline.people:
        assert 2 <= len(name.name) <= 61
        # NFC may join letters, so only plain text is compared
        assert not text.isascii() or "".join(filter(str.isalnum, name.name)) in letters


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_captions_datelines_and_sign_offs_are_cut_out_of_the_text(text: str) -> None:
    caption, credit = split_caption(text)
    assert caption is None or caption.strip() == caption != ""
    assert credit is None or credit.strip() == credit != ""
    dateline = split_dateline(text)
    assert dateline is None or (text.lstrip().startswith(dateline.raw) and text.endswith(dateline.rest))
    rest, _ = split_sign_off(text)
    assert text.startswith(rest)
    rest, _ = split_reporter_credit(text)
    assert text.startswith(rest)
