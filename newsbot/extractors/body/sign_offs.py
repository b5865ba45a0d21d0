"""Who signs below the text: initials, desk codes, a reporter's credit, a writer's name in bold."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from newsbot.extractors.body.draft import Draft
from newsbot.language.names import is_office, person_name
from newsbot.language.sign_offs import (
    bare_sign_off,
    reporter_before_outlet,
    split_reporter_credit,
    split_sign_off,
    split_source,
)
from newsbot.language.signatures import is_writer, names_by_label, tells_of_writer

_LINES_BEHIND = 3
_LONGEST_BEHIND = 160
"""Lines, and characters of each, of what may stand below a sign-off that is no text: "Ikuti kami di Google News"."""


def take_sign_offs(draft: Draft) -> None:
    """Take sign-off initials, reporter credits and a writer's name in bold off the end of the text.

    Initials may come before a last stock section (liputan6 2021), so blocks of their own are looked for in the
    whole second half; at the end of a paragraph only the last one is read, and those above a few short lines behind it.
    """
    texts = [index for index, block in enumerate(draft.blocks) if block.text]
    gone: set[int] = set()
    for index in texts[len(texts) // 2 :]:
        if note_lone_sign_off(draft, draft.blocks[index].text):
            gone.add(index)
            draft.remove("sign-off", "byline", draft.blocks[index].text)
    left = [index for index in texts if index not in gone]
    if len(left) > _LEAST_ABOVE and _is_photo_credit(draft, left[-1]):
        gone.add(left.pop())
        if _is_name(draft.blocks[left[-1]].text):
            draft.byline(f"Penulis: {draft.blocks[left[-1]].text}", "name above the photographer's")
            draft.remove("name above the photographer's", "byline", draft.blocks[left[-1]].text)
            gone.add(left.pop())
    if left and _is_taken(draft, left[-1], alone=len(left) == 1):
        gone.add(left.pop())
        if left:  # the end mark above the writer's name
            last = draft.blocks[left[-1]]
            draft.blocks[left[-1]] = replace(last, text=_cut_sign_off(draft, last.text))
    if not draft.initials:
        gone |= _signed_above_promo(draft, left)
    draft.blocks = [block for index, block in enumerate(draft.blocks) if index not in gone]


_LEAST_ABOVE = 3
"""Blocks of a text without which no credit ends it."""


def _is_photo_credit(draft: Draft, index: int) -> bool:
    """Whether the last block says who took the pictures ("FOTO: ADRIANUS", tabloids of 2009); it is noted then."""
    text = draft.blocks[index].text
    if len(text) > _LONGEST_CREDIT or not _PHOTO.match(text):
        return False
    draft.byline(text, "photographer at the end")
    draft.remove("photographer at the end", "byline", text)
    return True


_LONGEST_CREDIT = 40
_PHOTO = re.compile(r"(?:foto(?:-foto)?|fotografer)\s?:\s?[A-Z]", re.IGNORECASE)


def _is_name(text: str) -> bool:
    return 2 <= len(text.split()) <= _WORDS_OF_NAME and person_name(text) == text


_WORDS_OF_NAME = 4


def _names_office(text: str) -> bool:
    """Whether a last line is the name of an office, which sent the text, and no sentence about one."""
    words = text.split()
    if not 2 <= len(words) <= _WORDS_OF_OFFICE or text[-1] in ".!?":
        return False
    return all(word[0].isupper() or word in ("dan", "&") for word in words) and is_office(text)


_WORDS_OF_OFFICE = 9


def _signed_above_promo(draft: Draft, texts: list[int]) -> set[int]:
    """Take the sign-off that the last few lines stand below: "Ikuti kami" and "Install aplikasi" are no text behind
    it. A line without brackets is one where only links follow; the blocks that are nothing else are given back."""
    for place in range(len(texts) - 1, max(len(texts) - _LINES_BEHIND - 2, 0), -1):
        block = draft.blocks[texts[place]]
        behind = [draft.blocks[index] for index in texts[place + 1 :]]
        if all(one.link_length for one in behind):
            story = " ".join(draft.blocks[index].text for index in texts if index != texts[place])
            if mark := bare_sign_off(block.text, story):
                draft.sign(mark)
                draft.remove("sign-off", "byline", block.text)
                return {texts[place]}
        text = _cut_credits(draft, _cut_sign_off(draft, block.text)) if behind else block.text
        if text != block.text:
            draft.blocks[texts[place]] = replace(block, text=text)
            return set()
        if len(block.text) > _LONGEST_BEHIND:
            break
    return set()


def note_lone_sign_off(draft: Draft, text: str) -> bool:
    """Whether the text is nothing but a sign-off; its initials are noted."""
    rest, mark = split_sign_off(text, alone=True)
    if not mark or any(map(str.isalnum, rest)):
        return False
    draft.sign(mark)
    return True


def _is_taken(draft: Draft, index: int, *, alone: bool) -> bool:
    """Whether the last block is nothing but signs; those at the end of its text are cut off."""
    block = draft.blocks[index]
    if not any(map(str.isalnum, block.text)) and not alone:
        draft.remove("end mark", "byline", block.text)
        return True
    # a single word in capitals ends a text as well ("BERSAMBUNG")
    is_named = block.all_bold or " " in block.text
    if is_named and is_writer(block.text) and not alone:
        draft.byline(block.text, "writer at the end")
        draft.remove("writer at the end", "byline", block.text)
        return True
    if _names_office(block.text) and not alone:
        draft.byline(block.text, "office at the end")
        draft.remove("office at the end", "byline", block.text)
        return True
    if tells_of_writer(block.text) and not alone:
        draft.remove("writer's life", "byline", block.text)
        return True
    if names_by_label(block.text) and not alone:
        draft.byline(block.text, "label and name at the end")
        draft.remove("label and name at the end", "byline", block.text)
        return True
    text = _cut_credits(draft, _cut_sign_off(draft, block.text))
    draft.blocks[index] = replace(block, text=text)
    return not text


def _cut_credits(draft: Draft, text: str) -> str:
    for split, label, rule in _CREDITS:
        rest, name = split(text)
        if name:
            draft.byline(f"{label}: {name}", rule)
            draft.remove(rule, "byline", text[len(rest) :].strip())
            text = rest
    return text


def _cut_sign_off(draft: Draft, text: str) -> str:
    rest, mark = split_sign_off(text)
    if rest != text:
        draft.sign(mark or "*")
        if mark and (name := reporter_before_outlet(mark)):
            draft.byline(f"Kontributor: {name}", "reporter credit")
        draft.remove("sign-off", "byline", text[len(rest) :].strip())
    return rest


_CREDITS: tuple[tuple[Callable[[str], tuple[str, str | None]], str, str], ...] = (
    (split_reporter_credit, "Kontributor", "reporter credit"),
    (split_source, "Sumber", "source"),
)
"""What may stand in brackets at the end: how it is split off, the label it is read with, the rule."""
