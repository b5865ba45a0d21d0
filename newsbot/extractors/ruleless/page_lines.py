"""Lines of the page between those of the article, where no rule of its portal names them: the head's date line and
names above the first paragraph, and the labels of boxes that stand among the paragraphs.

No phrase list knows them all; where they stand and what element holds them tells. They go to their bins.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator
from itertools import groupby, takewhile

from newsbot.extractors.body.blocks import TextBlock
from newsbot.extractors.raw import Body, RawArticle
from newsbot.extractors.ruleless.date_lines import LONGEST_DATE_LINE, is_date_line
from newsbot.extractors.ruleless.own_lines import drop_own_lines
from newsbot.extractors.ruleless.page_captions import drop_captions
from newsbot.language.byline import parse_byline
from newsbot.language.captions import split_caption
from newsbot.language.channels import is_channel_label
from newsbot.language.names import is_own_name
from newsbot.language.text import fold
from newsbot.lexicon import any_of, cached, class_words, word_set
from newsbot.pages.measures import names_of
from newsbot.pages.selectors import Node

_HEAD = 8
"""Blocks from the top among which the head's lines are."""
_LONGEST_ABOVE = 200
"""Characters of a line above the date line: a summary, a trail, a name."""
_LABEL = 60
_ENDS = '.!?:;,"”’)…-–—'
_NUMBERED = re.compile(r"[\d•*(-]|[a-z][.)]", re.IGNORECASE)
_RUNNING = 80
_SENTENCE = 40
_PLAIN = frozenset(("div", "section", "article", "aside", "header", "footer", "main"))
"""Elements that say nothing of their text: list items, cells, quotes and headings do."""


def drop_page_lines(raw: RawArticle, body: Body, own: tuple[str, ...]) -> Body:
    """The body without the head's lines, the labels of boxes and the outlet's name behind it, which go to what was
    removed; `own` are the outlet's names."""
    last = body.blocks[-1:]
    if len(body.blocks) > 1 and len(last[0].text) <= _LABEL and is_own_name(last[0].text, own):
        body = body.without(last, "outlet's name behind the text", "promo")
    body = _head(raw, body, {fold(candidate.value) for candidate in raw.all("headline")})
    body = _foot(raw, _counts(drop_own_lines(_without_menu(body))))
    body = _bylines(body, [candidate.value for candidate in raw.all("printed_byline")])
    return _labels(drop_captions(raw, body, own))


def _head(raw: RawArticle, body: Body, headline: set[str]) -> Body:
    """The body without the date line above the text, what stands above it, and the writer's name below it; the date is
    the page's where no other is printed (hand-made pages set it bare among the text's line breaks).

    A report whose entries are each headed by their time has a row of date lines, none of them the head's.
    """
    blocks = body.blocks
    found = [i for i, block in enumerate(blocks[: 2 * _HEAD]) if is_date_line(block.text)]
    if len(found) != 1 or found[0] >= _HEAD or found[0] + 1 >= len(blocks):
        return body
    above = blocks[: found[0]]
    if any(
        len(block.text) > _LONGEST_ABOVE
        or (block.type == "heading" and fold(block.text) not in headline and not _is_credit(block))
        for block in above
    ):
        return body
    if sum(len(block.text) > _RUNNING for block in above) > 1:
        return body
    if not raw.all("visible_date"):
        raw.add("visible_date", blocks[found[0]].text, "printed", "date line above the text")
    gone = blocks[: found[0] + 1]
    while len(gone) + 1 < len(blocks) and len(gone) < _HEAD and (rows := _rows(blocks[len(gone) :])):
        gone = blocks[: len(gone) + rows]
    if len(gone) + 1 < len(blocks) and fold(blocks[len(gone)].text) in headline:
        gone = blocks[: len(gone) + 1]  # the line stands above the headline, both in the element of the text
    _note_signers(raw, body, gone)
    return body.without(gone, "line of the page's head", "byline")


def _is_credit(block: TextBlock) -> bool:
    """Whether a block is nothing but a picture's credit ("Instagram/wirateluk")."""
    caption, credit = split_caption(block.text)
    return bool(credit) and not caption


def _rows(below: tuple[TextBlock, ...]) -> int:
    """How many of the lines below the date are the head's: a name, a count, a label of the channel with what is beside
    it."""
    if _is_name_or_count(below[0]) or _names_somebody(below[0]):
        return 1
    is_label = is_channel_label(fold(below[0].text))
    return 2 if is_label and len(below) > 2 and len(below[1].text) <= _LABEL else 0


def _names_somebody(block: TextBlock) -> bool:
    """Whether a line is a label and a name: "Written by Wira Teluk"."""
    if len(block.text) > _LABEL or block.text[-1:] in _ENDS:
        return False
    people = parse_byline(block.text, "").people
    return len(people) == 1 and block.text.endswith(people[0].name)


def _note_signers(raw: RawArticle, body: Body, gone: tuple[TextBlock, ...]) -> None:
    """Add the labelled names of the head's lines ("Oleh Wira Teluk", "Rabu, 5/1/2011 | Oleh: Wira Teluk"), where the
    page names no writer otherwise."""
    known = [*raw.all("printed_byline"), *raw.all("printed_authors"), *body.bylines]
    if any(parse_byline(candidate.value).people for candidate in known):
        return
    for block in gone:
        people = parse_byline(block.text, "").people if len(block.text) <= LONGEST_DATE_LINE else ()
        signed = " | ".join(f"{name.role}: {name.name}" for name in people)
        raw.add("printed_byline", signed, "printed", "byline above the text")


def _foot(raw: RawArticle, body: Body) -> Body:
    """The body without the date line with a clock behind its last paragraph, which is the page's where no other is
    printed."""
    last = body.blocks[-1:]
    if len(body.blocks) <= _FEWEST or not _CLOCK.search(last[0].text) or not is_date_line(last[0].text):
        return body
    if not raw.all("visible_date"):
        raw.add("visible_date", last[0].text, "printed", "date line behind the text")
    return body.without(last, "date line behind the text", "byline")


_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b")


def _without_menu(body: Body) -> Body:
    """The body without the rows of channels behind its text, links with a bar between them (papers before 2010)."""
    kept = len(body.blocks)
    while kept > _FEWEST and _is_menu_row(body.blocks[kept - 1]):
        kept -= 1
    gone = body.blocks[kept:]
    return body.without(gone, "row of links behind the text", "navigation") if gone else body


def _is_menu_row(block: TextBlock) -> bool:
    return len(block.links) > 1 and block.all_linked and block.text.count("|") >= len(block.links) - 1


def _counts(body: Body) -> Body:
    """The body without the lines above its first paragraph that count readers or name the account that posts: "admin",
    "504 kali", "Hits: 1322"."""
    top = takewhile(lambda block: len(block.text) <= _LABEL, body.blocks[:_HEAD])
    gone = [block for block in top if block.type != "heading" and _is_count(block.text)]
    return (
        body.without(gone, "line of the page's head", "byline") if 0 < len(gone) < len(body.blocks) else body
    )


def _is_count(text: str) -> bool:
    words = fold(text).replace(":", " ").replace(".", "").split()
    counts = word_set("furniture.boxes.counts")
    if 1 < len(words) <= _MOST_COUNTED and any(map(str.isdecimal, words)):
        return all(word.isdecimal() or word in counts for word in words)
    return len(words) <= _MOST_COUNTED and " ".join(words) in word_set("outlets.offices.accounts")


_MOST_COUNTED = 3


def _is_name_or_count(block: TextBlock) -> bool:
    """Whether a line below the date is a name, or how many read or liked the page."""
    return _is_name(block) or _is_account(block) or (block.type == "paragraph" and block.text.isdecimal())


def _is_account(block: TextBlock) -> bool:
    """Whether a line is a linked name and what its account says of itself ("Menyajikan informasi ...")."""
    name, url = block.links[0] if len(block.links) == 1 else ("", None)
    return (
        bool(url)
        and len(block.text) <= LONGEST_DATE_LINE
        and block.text.startswith(name)
        and block.text[-1:] not in _ENDS
    )


def _is_name(block: TextBlock) -> bool:
    """Whether a line is nothing but a person's name, printed as names are."""
    words = block.text.split()
    if block.type != "paragraph" or not 2 <= len(words) <= 5 or block.all_bold or block.text[-1:] in _ENDS:
        return False
    return all(word[0].isupper() for word in words) and bool(parse_byline(block.text).people)


def _bylines(body: Body, printed: list[str]) -> Body:
    """The line above the text that names its writer, read already."""
    known = {name.name for line in printed for name in parse_byline(line).people}
    top = takewhile(lambda block: len(block.text) <= _LABEL, body.blocks[:_HEAD] if known else ())
    gone = [block for block in top if _names(block, known)]
    body = body.without(gone, "line of the page's head", "byline") if gone else body
    return _without_life(body, known)


def _without_life(body: Body, known: set[str]) -> Body:
    """The body without the line at its end that begins with its writer's name and says who that is ("Wira Teluk,
    pengajar di Universitas Lintang"): nobody tells so of himself in his text."""
    signed = (name for line in body.bylines for name in parse_byline(line.value, "").people)
    writers = tuple(known | {name.name for name in signed if name.role == "author"})
    for block in body.blocks[-_AFTERWORD:] if writers and len(body.blocks) > _AFTERWORD else ():
        if block.type == "paragraph" and len(block.text) <= _LIFE and block.text.startswith(writers):
            behind = next(block.text[len(name) :] for name in writers if block.text.startswith(name))
            if _life().match(fold(behind)):
                return body.without([block], "writer's life", "byline")
    return body


@cached
def _life() -> re.Pattern[str]:
    return re.compile(rf"\s?[,)–-]? ?(?:adalah |merupakan |ialah )?(?:seorang )?{any_of('names.jobs')}\b")


_AFTERWORD = 2
"""Blocks at the end of the text among which the line is."""
_LIFE = 400


def _names(block: TextBlock, known: set[str]) -> bool:
    """Whether a line begins with a known name and names nobody else."""
    people = {name.name for name in parse_byline(block.text).people}
    is_own = bool(people) and people <= known and block.text[-1:] not in _ENDS
    return is_own and block.text.startswith(tuple(known))


def _labels(body: Body) -> Body:
    """Short lines that no sentence mark ends and that stand in other elements than the paragraphs do: the label of a
    player, of an offer to follow or to load an application, the numbers of a pager.

    Longer rows of them are a list that a template sets in boxes, and stay.
    """
    paragraphs = [block for block in body.blocks if _is_running(block)]
    keys = Counter(map(_key, paragraphs))
    key, count = keys.most_common(1)[0] if keys else (None, 0)
    if count < _FEWEST or count < _MOST * len(paragraphs):
        return body
    around = {above for block in paragraphs for above in _above(block)}
    gone: list[TextBlock] = []
    before = ""
    for is_label, group in groupby(body.blocks, lambda block: _is_label(block, key, around)):
        row = list(group)
        if is_label and not before.endswith(":") and (len(row) <= _ROW or all(b.all_linked for b in row)):
            gone += row
        before = row[-1].text
    return body.without(gone, "label beside the paragraphs", "widget")


_FEWEST = 2
"""Paragraphs of one kind of element without which nothing says what kind the article's are of."""
_MOST = 0.6
_ROW = 3


def _is_running(block: TextBlock) -> bool:
    return block.type == "paragraph" and len(block.text) > _SENTENCE and block.text[-1:] in _ENDS


def _key(block: TextBlock) -> Hashable:
    """What holds a paragraph: a `p`, or the very element whose bare text it is."""
    return "p" if block.box is None or block.box.tag == "p" else block.box


def _above(block: TextBlock) -> Iterator[Node]:
    if block.box is not None:
        yield from block.box.iterancestors()


def _is_label(block: TextBlock, key: Hashable, around: set[Node]) -> bool:
    """Whether a block is a short line in an element of its own; a link may stand bare beside the paragraphs."""
    text = block.text
    if block.type != "paragraph" or block.all_bold or not text or len(text) > _LABEL or text[-1:] in _ENDS:
        return False
    if block.box is None or _key(block) == key or block.box.tag not in _PLAIN:
        return False  # behind the end of the page's element a line stands in none
    if _NUMBERED.match(text) and not block.all_linked:
        return False
    if class_words("title").search(names_of(block.box)):
        return False
    return block.all_linked or block.box not in around
