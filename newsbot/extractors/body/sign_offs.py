"""Who signs below the text: initials, desk codes, a reporter's credit, a writer's name in bold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from newsbot.extractors.body.draft import Draft
from newsbot.language.sign_offs import is_writer, split_reporter_credit, split_sign_off, split_source


def take_sign_offs(draft: Draft) -> None:
    """Take sign-off initials, reporter credits and a writer's name in bold off the end of the text.

    Initials may come before a last stock section (liputan6 2021), so blocks of their own are looked for in the
    whole second half; at the end of a paragraph only the last one is read.
    """
    texts = [index for index, block in enumerate(draft.blocks) if block.text]
    gone: set[int] = set()
    for index in texts[len(texts) // 2 :]:
        if note_lone_sign_off(draft, draft.blocks[index].text):
            gone.add(index)
            draft.remove("sign-off", "byline", draft.blocks[index].text)
    left = [index for index in texts if index not in gone]
    if left and _is_taken(draft, left[-1], alone=len(left) == 1):
        gone.add(left[-1])
    draft.blocks = [block for index, block in enumerate(draft.blocks) if index not in gone]


def note_lone_sign_off(draft: Draft, text: str) -> bool:
    """Whether the text is nothing but a sign-off; its initials are noted."""
    rest, mark = split_sign_off(text, alone=True)
    if not mark or rest:
        return False
    draft.sign(mark)
    return True


def _is_taken(draft: Draft, index: int, *, alone: bool) -> bool:
    """Whether the last block is nothing but signs; those at the end of its text are cut off."""
    block = draft.blocks[index]
    if block.all_bold and is_writer(block.text) and not alone:
        draft.byline(block.text, "writer at the end")
        draft.remove("writer at the end", "byline", block.text)
        return True
    text = _cut_sign_off(draft, block.text)
    for split, label, rule in _CREDITS:
        rest, name = split(text)
        if name:
            draft.byline(f"{label}: {name}", rule)
            draft.remove(rule, "byline", text[len(rest) :].strip())
            text = rest
    draft.blocks[index] = replace(block, text=text)
    return not text


def _cut_sign_off(draft: Draft, text: str) -> str:
    rest, mark = split_sign_off(text)
    if rest != text:
        draft.sign(mark or "*")
        draft.remove("sign-off", "byline", text[len(rest) :].strip())
    return rest


_CREDITS: tuple[tuple[Callable[[str], tuple[str, str | None]], str, str], ...] = (
    (split_reporter_credit, "Kontributor", "reporter credit"),
    (split_source, "Sumber", "source"),
)
"""What may stand in brackets at the end: how it is split off, the label it is read with, the rule."""
