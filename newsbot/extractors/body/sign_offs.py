"""Who signs below the text: initials, desk codes, a reporter's credit, a writer's name in bold."""

from __future__ import annotations

from collections.abc import Callable

from newsbot.extractors.raw import Candidate, RawArticle
from newsbot.items import Bin, Removed
from newsbot.language.sign_offs import is_writer, split_reporter_credit, split_sign_off, split_source


def split_off_signs(raw: RawArticle) -> None:
    """Take sign-offs out of a raw article that was not read from markup."""

    def remove(rule: str, bin_: Bin, text: str) -> None:
        raw.removed.append(Removed(rule, bin_, text))

    take_sign_offs(raw, remove)


def take_sign_offs(raw: RawArticle, remove: Callable[[str, Bin, str], None]) -> None:
    """Sign-off initials, reporter credits and a writer's name in bold at the end of the text.

    Initials may come before a last stock section (liputan6 2021), so blocks of their own are looked for in the
    whole second half; at the end of a paragraph only the last one is read.
    """
    texts = [i for i, block in enumerate(raw.blocks) if block.text]
    gone: set[int] = set()
    for i in texts[len(texts) // 2 :]:
        if note_lone_sign_off(raw, raw.blocks[i].text):
            gone.add(i)
            remove("sign-off", "byline", raw.blocks[i].text)
    left = [i for i in texts if i not in gone]
    if left:
        _last_block(raw, left, gone, remove)
    raw.blocks = [block for i, block in enumerate(raw.blocks) if i not in gone]


def note_lone_sign_off(raw: RawArticle, text: str) -> bool:
    """Whether the text is nothing but a sign-off; its initials are noted."""
    rest, mark = split_sign_off(text, alone=True)
    if not mark or rest:
        return False
    raw.initials = raw.initials or _initials(mark)
    return True


def _initials(mark: str) -> str | None:
    return None if mark.startswith("*") else mark


def _last_block(
    raw: RawArticle, left: list[int], gone: set[int], remove: Callable[[str, Bin, str], None]
) -> None:
    block = raw.blocks[left[-1]]
    if block.all_bold and is_writer(block.text) and len(left) > 1:
        gone.add(left[-1])
        raw.body_bylines.append(Candidate(block.text, "body", "writer at the end"))
        remove("writer at the end", "byline", block.text)
        return
    rest, mark = split_sign_off(block.text)
    if rest != block.text:
        raw.initials = raw.initials or _initials(mark or "*")
        remove("sign-off", "byline", block.text[len(rest) :].strip())
        block.text = rest
    for split, label, rule in _CREDITS:
        rest, name = split(block.text)
        if name:
            raw.body_bylines.append(Candidate(f"{label}: {name}", "body", rule))
            remove(rule, "byline", block.text[len(rest) :].strip())
            block.text = rest
    if not block.text:
        gone.add(left[-1])


_CREDITS: tuple[tuple[Callable[[str], tuple[str, str | None]], str, str], ...] = (
    (split_reporter_credit, "Kontributor", "reporter credit"),
    (split_source, "Sumber", "source"),
)
"""What may stand in brackets at the end: how it is split off, the label it is read with, the rule."""
