"""A text dump read from top to bottom: where the text is, then what stands above, in and below it."""

from __future__ import annotations

from collections.abc import Sequence

from newsbot.extractors.body.draft import Draft
from newsbot.extractors.body.sign_offs import take_sign_offs
from newsbot.extractors.body.sorting import drop_repeats
from newsbot.extractors.plaintext.body import read_body
from newsbot.extractors.plaintext.bounds import heads
from newsbot.extractors.plaintext.captions import drop_copies
from newsbot.extractors.plaintext.cards import cards
from newsbot.extractors.plaintext.clean import clean_span
from newsbot.extractors.plaintext.converters import as_printed
from newsbot.extractors.plaintext.ending import text_end
from newsbot.extractors.plaintext.head import read_head, text_start
from newsbot.extractors.plaintext.headline import headline_index
from newsbot.extractors.plaintext.kind import note_kind, note_pages, note_wall
from newsbot.extractors.plaintext.lines import Line, read_lines
from newsbot.extractors.plaintext.neighbours import settled
from newsbot.extractors.plaintext.opening import find_opening
from newsbot.extractors.plaintext.portal import note_signatures
from newsbot.extractors.plaintext.seams import split_filing
from newsbot.extractors.plaintext.sheets import without_sheets
from newsbot.extractors.plaintext.span import best_run
from newsbot.extractors.plaintext.tail import read_tail
from newsbot.extractors.plaintext.wrapped import join_dates, split_cells
from newsbot.extractors.raw import RawArticle
from newsbot.pages.decode import decode
from newsbot.portals import Portal

MAX_LINES = 150_000
"""Lines of one dump that are read, blank ones too; the longest page of a portal seen has about 500."""


def read_text(body: bytes, portal: Portal | None) -> tuple[RawArticle, str]:
    """The raw article of a text dump and the encoding it was read in; `portal` where the URL names it."""
    decoded = decode(body)
    printed = without_sheets(decoded.text).splitlines()
    lines = settled(read_lines(join_dates(split_cells(split_filing(as_printed(printed[:MAX_LINES]))))))
    raw = RawArticle()
    if len(printed) > MAX_LINES:
        raw.problem(
            "body_too_long",
            "article_body",
            f"{len(printed) - MAX_LINES} lines beyond the limit were left out",
        )
    raw.problem("plain_text", None, "no markup: fields are read from the lines alone")
    listed = cards(lines)
    begins = heads(lines, listed)
    span = clean_span(lines) or _noisy_span(
        lines, listed, begins, city_only=bool(portal and portal.city_dateline)
    )
    if span is None:
        raw.problem("missing", "article_body", "no running text")
        note_wall(lines, len(lines), raw)
        return raw, decoded.charset
    head, start, end = span
    draft = Draft("text")
    read_head(lines, head, start, raw, draft)
    read_body(lines, start, end, draft, listed)
    read_tail(lines, start, end, raw, draft, begins)
    take_sign_offs(draft)
    drop_repeats(draft, raw.said())
    drop_copies(draft.images, "" if head is None else lines[head].text)
    raw.body = draft.finished(("text", "running text between menus and footers"))
    note_pages(lines, start, end, raw)
    note_kind(lines, start, end, raw)
    note_wall(lines, start, raw)
    note_signatures(lines, raw)
    return raw, decoded.charset


def _noisy_span(
    lines: Sequence[Line], listed: frozenset[int], begins: frozenset[int], *, city_only: bool
) -> tuple[int | None, int, int] | None:
    """Headline, first line and end of the text among menus and footers; None where there is no running text."""
    run = best_run(lines, listed, begins)
    if run is None:
        return None
    start, end = run
    opening = find_opening(lines, start, end, city_only=city_only)
    head = headline_index(lines, start if opening is None else opening)
    start = text_start(lines, head, start, end) if opening is None else opening
    return head, start, text_end(lines, start, end, listed, begins)
