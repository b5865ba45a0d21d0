"""The text itself: paragraphs and sub-headings, with inserts, captions and embedded posts taken out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from newsbot.extractors.body.blocks import TextBlock
from newsbot.extractors.body.draft import Draft
from newsbot.extractors.plaintext.captions import (
    captions_above_credit,
    captions_below_heading,
    credit_of,
    is_caption,
    is_enlarge,
    labelled_caption,
    speaks,
)
from newsbot.extractors.plaintext.headline import title_words, words_told
from newsbot.extractors.plaintext.lines import POST_SIGN, Line
from newsbot.extractors.plaintext.opening import first_block
from newsbot.extractors.raw import RawImage
from newsbot.items import Bin, BlockType
from newsbot.language.captions import split_caption
from newsbot.lexicon import word_set

_POST_BUTTON = re.compile(
    r"^(?:view this post on|lihat postingan ini di|lihat (?:this )?post.{0,12} di) instagram"
)
_POSTED_BY = re.compile(r"(?:a post shared by|sebuah kiriman dibagikan oleh|postingan dibagikan oleh)\b")
_HANDLE = re.compile(r"(?:^|\s)@\w{3,}|pic\.twitter\.com|(?:^|\s)#\w{3,}\b(?:\s#|$)")
_POST_LENGTH = 10
_LIST_LENGTH = 8
"""Titles that one label may announce (merdeka 2021 has seven)."""
_HEADING_WORDS = 14
_STRANGE_WORDS = 6
"""Words of the shortest title that may be known as another story's by its words alone."""
_ITEM_WORDS = 30
_LAST = 4
"""Lines at the end of a text among which its last paragraph stands."""
_SIGNED = re.compile(
    r"(?<=[.!?\"”]) ?(?P<sign>\([\w-]+\.(?:com|co\.id|id|net)/(?P<name>[A-Z][\w.'’]+(?: [A-Z][\w.'’]*){1,4})\)\.?)$"
)
CAPTION_WORDS = 20
"""Words of a last line that names a source at its end and is a paragraph all the same."""


def read_body(lines: Sequence[Line], start: int, end: int, draft: Draft, listed: frozenset[int]) -> None:
    """Add the blocks, inserts and captions that the lines of the text hold; `listed` are the lines of cards."""
    later = frozenset(line.text.lstrip("• ") for line in lines[end:])
    told = frozenset(words_told(lines[start:end]))
    reader = _Reader(
        lines, end, draft, _posts(lines, start, end), later, told, _shared_captions(lines, start, end), listed
    )
    block, index = first_block(lines, start)
    draft.blocks.append(block)
    index += start
    while index < end:
        index = reader.read(index)


def _posts(lines: Sequence[Line], start: int, end: int) -> frozenset[int]:
    """The lines of embedded posts: a signature ("— Name (@name) May 5, 2021") and the lines that it signs.

    One line is always signed, those before it as long as they are not written as news is (liputan6 2021), or from
    the button that opens the post ("View this post on Instagram", kompas 2020).
    """
    found: set[int] = set()
    for index in range(start + 1, end):
        if POST_SIGN.fullmatch(lines[index].text):
            found |= {index, index - 1}
            first = index - 2
            while (
                first > max(start, index - _POST_LENGTH) and _is_posted(lines[first]) and first not in found
            ):
                found.add(first)
                first -= 1
        elif _POST_BUTTON.search(lines[index].key):
            near = range(index + 1, min(end + 3, index + _POST_LENGTH, len(lines)))
            sign = next((i for i in near if _POSTED_BY.match(lines[i].key)), index)
            found |= set(range(index, sign + 1))
    return frozenset(found)


def _shared_captions(lines: Sequence[Line], start: int, end: int) -> frozenset[str]:
    """Captions that several pictures share: titles in the text, printed again, each time between paragraphs."""
    alone: Counter[str] = Counter()
    for index in range(start + 1, end - 1):
        line = lines[index]
        if line.kind == "title" and line.printed > 1 and not line.ends_sentence:
            around = {lines[index - 1].kind, lines[index + 1].kind}
            alone[line.text] += 1 if around <= {"prose", "furniture", "button"} else -line.printed
    return frozenset(text for text, count in alone.items() if count > 1)


def _is_posted(line: Line) -> bool:
    """Whether a line above a post's signature is part of it: no news prose, chat spelling, or another language."""
    if line.kind == "furniture":
        return False
    if line.kind != "prose" or _HANDLE.search(line.text):
        return True
    if speaks(line.text):
        return False
    words = {word.strip(".,!?\"“”'()") for word in line.key.split()}
    return bool(words & word_set("function_words.posts.spellings")) or (
        line.words >= 5 and not words & word_set("function_words.posts.sentences")
    )


@dataclass(slots=True)
class _Reader:
    """One pass over the lines of the text."""

    lines: Sequence[Line]
    end: int
    draft: Draft
    posts: frozenset[int]
    later: frozenset[str]
    told: frozenset[str]
    shared: frozenset[str]
    cards: frozenset[int]

    def read(self, index: int) -> int:
        """Read the line and those that hang on it; where to go on."""
        line = self.lines[index]
        if index in self.cards or index in self.posts:
            return self._anothers(index)
        if is_enlarge(line) and index + 1 < self.end and _is_enlarged(self.lines[index + 1]):
            self._remove(index, "picture button", "widget")
            return self._caption(index + 1)
        is_furniture = line.found is not None or line.kind in ("button", "closing", "date")
        if is_furniture or self._is_in_advertisement(index):
            return self._furniture(index)
        if self._is_captioned(index):
            return self._caption(index, self.lines[index + 1])
        if self._is_signed(index):
            return self._signed(index)
        if self._is_caption(index):
            return self._caption(index)
        if _is_insert(line, self.later) or self._is_strange(index):
            self.draft.relate(line.text.lstrip("•*»> "))
            return self._remove(index, "title of another story", "related")
        self._block(index)
        return index + 1

    def _is_caption(self, index: int) -> bool:
        """Whether the line is a caption; the last paragraph of the text is none, however it looks."""
        line = self.lines[index]
        last_paragraph = index == self.end - 1 and line.kind == "prose" and line.words > CAPTION_WORDS
        is_one = is_caption(line) and not last_paragraph
        return line.text in self.shared or is_one or self._is_pictured(index)

    def _is_signed(self, index: int) -> bool:
        """Whether address and writer sign the last sentences of a text: "... layak. (Kabar.com/Rina Ayu)"."""
        text = self.lines[index].text
        if index < self.end - _LAST or ")" not in text[-2:] or not _SIGNED.search(text):
            return False
        told = sum(block.type == "paragraph" for block in self.draft.blocks)
        return told > 1 and not any(line.kind == "prose" for line in self.lines[index + 1 : self.end])

    def _signed(self, index: int) -> int:
        """Add the last paragraph without what signs it."""
        text = self.lines[index].text
        signed = _SIGNED.search(text)
        if signed is not None:
            self.draft.byline(f"Penulis: {signed['name']}", "address and writer in brackets")
            self.draft.remove("address and writer in brackets", "byline", signed["sign"])
            text = text[: signed.start()]
        self.draft.blocks.append(TextBlock("paragraph", text, length=len(text)))
        return index + 1

    def _is_in_advertisement(self, index: int) -> bool:
        """Whether a short line stands between the two labels of an advertisement (koranbanjar 2018)."""
        if self.lines[index].kind != "short" or not 0 < index < self.end - 1:
            return False
        around = (self.lines[index - 1].found, self.lines[index + 1].found)
        return all(found is not None and found.rule == "advertisement" for found in around)

    def _is_strange(self, index: int) -> bool:
        """Whether a long title between two paragraphs has no word that the text takes up: it is another story's."""
        line = self.lines[index]
        if line.kind != "title" or line.words < _STRANGE_WORDS or not line.is_capitalised or line.is_item:
            return False
        around = self.lines[index - 1].kind, self.lines[index + 1].kind if index + 1 < self.end else ""
        telling = set(title_words(line)) - word_set("function_words.languages.id")
        return around == ("prose", "prose") and len(telling) > 2 and not telling & self.told

    def _anothers(self, index: int) -> int:
        """Take out a line of another story's card, or of an embedded post."""
        if index in self.posts:
            return self._remove(index, "embedded post", "widget")
        if self.lines[index].kind == "title":
            self.draft.relate(self.lines[index].text)
        return self._remove(index, "card of another story", "related")

    def _remove(self, index: int, rule: str, bin_: Bin) -> int:
        self.draft.remove(rule, bin_, self.lines[index].text)
        return index + 1

    def _caption(self, index: int, credit: Line | None = None) -> int:
        """Note a caption, and the credit on the line below it where that is its own."""
        named = None if credit is None else credit_of(credit)
        caption = labelled_caption(self.lines[index].text) or self.lines[index].text
        self.draft.images.append(RawImage(None, caption, named, rule="line with a credit", witness="text"))
        self._remove(index, "line with a credit", "caption")
        return index + 1 if credit is None else self._remove(index + 1, "credit line", "caption")

    def _is_captioned(self, index: int) -> bool:
        """Whether the credit of this caption stands on the line below."""
        below = self.lines[index + 1] if index + 1 < len(self.lines) else None
        return below is not None and captions_above_credit(self.lines[index], below)

    def _is_pictured(self, index: int) -> bool:
        """Whether the line is the caption of a picture below a heading."""
        return index + 1 < self.end and captions_below_heading(*self.lines[index - 1 : index + 2])

    def _furniture(self, index: int) -> int:
        line = self.lines[index]
        found = line.found
        if line.kind == "closing":
            self._remove(index, "label", "widget")
            return read_list(self.lines, index + 1, self.end, self.draft)
        if found is None and self._is_in_advertisement(index):
            return self._remove(index, "name in an advertisement", "ad")
        if found is None:
            return self._remove(index, "button", "widget")
        self._remove(index, found.rule, found.bin)
        if found.bin in ("byline", "legal"):
            self.draft.byline(line.text, found.rule)
        if found.bin != "related":
            return index + 1
        if not found.opens:
            self.draft.relate(insert_title(line.text))
            return index + 1
        return read_list(self.lines, index + 1, self.end, self.draft)

    def _block(self, index: int) -> None:
        line = self.lines[index]
        kind: BlockType = "paragraph"
        if self._is_heading(index):
            kind = "heading"
        elif line.is_item and line.words < _ITEM_WORDS:
            kind = "list_item"
        self.draft.blocks.append(TextBlock(kind, line.text, length=len(line.text)))

    def _is_heading(self, index: int) -> bool:
        line = self.lines[index]
        if line.ends_sentence or line.words > _HEADING_WORDS or index + 1 >= self.end:
            return False
        return self.lines[index + 1].kind in ("prose", "furniture", "button")


def _is_enlarged(line: Line) -> bool:
    return line.kind in ("prose", "title", "short") and split_caption(line.text)[1] is not None


def _is_insert(line: Line, later: frozenset[str]) -> bool:
    """Whether a line in the text is another story's title: a list below prints it again, or it has a bullet.

    Dumps do not hold the marks of lists; a bullet is typed by hand, as tribun does before its inserts (2020). A
    table of contents prints sub-headings again, but above the text (detik).
    """
    if line.words < 6 or (line.kind == "prose" and line.text.endswith((".", '"', "”"))):
        return False
    if line.text.startswith("•"):
        return line.is_capitalised
    return line.text in later and not line.is_item


def insert_title(text: str) -> str:
    """The title of an insert line without its label."""
    label, mark, title = text.partition(":")
    return title.strip() if mark and len(label.split()) <= 4 else text


def read_list(lines: Sequence[Line], index: int, end: int, draft: Draft) -> int:
    """Note the titles behind a label as related stories; where the list ends."""
    last = min(end, index + _LIST_LENGTH)
    while index < last and _is_listed(lines[index]):
        draft.relate(lines[index].text.lstrip("-–•*»> "))
        draft.remove("title behind a label", "related", lines[index].text)
        index += 1
    return index


def _is_listed(line: Line) -> bool:
    if line.text.endswith(":") or (line.is_item and line.text[0].isdigit()):
        return False  # what announces a list of the text, or a sub-heading of one that counts
    if line.is_teaser:
        return True
    if line.kind == "prose":  # titles may ask or exclaim, sentences of the text end with a full stop
        return line.words <= 20 and not line.text.endswith((".", ":", '"', "”"))
    return line.kind == "title" or (line.kind == "furniture" and line.words >= 4)
