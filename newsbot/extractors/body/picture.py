"""One picture element: its address and size, and whether it is an icon, a portrait, the thumbnail of another story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from newsbot import lexicon
from newsbot.extractors.raw import RawImage, Witness
from newsbot.language.text import clean
from newsbot.pages.addresses import join_address
from newsbot.pages.measures import names_of
from newsbot.pages.page import Page
from newsbot.pages.selectors import Node

PICTURES = ("img", "amp-img")


def picture_of(
    page: Page, img: Node, caption: str | None, credit: str | None, witness: Witness, rule: str
) -> RawImage:
    """The picture that an element shows, with the caption and credit found for it; without an element it has no more
    than those."""
    if img is None:
        return RawImage(None, caption, credit, rule=rule, witness=witness)
    return RawImage(
        _address(page, img),
        caption,
        credit,
        clean(img.get("alt") or "") or None,
        img.get("width"),
        img.get("height"),
        rule,
        witness,
    )


def is_icon(img: Node) -> bool:
    """Whether an image is no picture: a drawing of the page's own, or a placeholder that no script will fill."""
    source = img.get("src") or ""
    is_drawing = source.endswith(".svg")
    if not (is_drawing or _is_placeholder(source)):
        return False
    kept = next(_kept_addresses(img), None) or next(_listed(img), None)
    return kept is None or (is_drawing and kept.endswith(".svg"))


def is_portrait(img: Node) -> bool:
    """Whether an image is the portrait of a writer or an advertisement, by its own names or those of the box that holds
    nothing else."""
    if lexicon.is_called(names_of(img), "portrait"):
        return True
    box = img.getparent()
    is_lone = box is not None and len(box) == 1 and not (box.text or img.tail or "").strip()
    return is_lone and lexicon.is_called(names_of(box), "portrait_box")


def is_thumbnail(img: Node) -> bool:
    """Whether a picture stands in a link to another page: it is another story's."""
    link = next((above for above in img.iterancestors() if above.tag == "a"), None)
    href = "" if link is None else link.get("href") or ""
    return bool(href) and not href.startswith(("#", "javascript")) and not _picture_file().search(href)


def _address(page: Page, img: Node) -> str | None:
    value = next(_kept_addresses(img), None)
    if value is None and (source := (img.get("src") or "").strip()) and not _is_placeholder(source):
        value = source
    if value is not None:
        return _web_address(page, value)
    return next(filter(None, (_web_address(page, value) for value in _listed(img))), None)


def _kept_addresses(img: Node) -> Iterator[str]:
    """The addresses that attributes keep for a script to put into `src`: those of known names first, then any that
    reads as a picture's ("data-cfsrc", "data-lazy", "data-td-src")."""
    for name in _lazy_attributes():
        if value := (img.get(name) or "").strip():
            yield value
    for name, value in img.attrib.items():
        if name.startswith("data-") and len(value) <= _LONGEST_ADDRESS and _is_file_of_picture(value.strip()):
            yield value.strip()


def _is_file_of_picture(value: str) -> bool:
    return bool(_file_of_picture().search(value)) and not any(map(str.isspace, value))


_LONGEST_ADDRESS = 2_000


def _listed(img: Node) -> Iterator[str]:
    """The largest addresses of the lists of sizes: the picture's own, then those of the sources beside it."""
    # the parser takes a source for an element that holds what follows it
    above = next(
        (above for above in islice(img.iterancestors(), _MOST_SOURCES) if above.tag == "picture"), None
    )
    sources = () if above is None else above.iter("source")
    for node in (img, *sources):
        for name in (name for name in node.attrib if name.endswith("srcset")):
            sizes = [
                entry.split()
                for entry in _ENTRY.split((node.get(name) or "")[:_LONGEST_LIST])
                if entry.strip()
            ]
            if sizes:
                yield max(sizes, key=_width)[0]


_ENTRY = re.compile(r",\s+|,(?=https?://|/)")
_LONGEST_LIST = 20_000
_MOST_SOURCES = 8


def _width(size: list[str]) -> float:
    number = size[1][:-1] if len(size) > 1 else ""
    return float(number) if number.replace(".", "", 1).isdigit() else 0.0


def _web_address(page: Page, value: str) -> str | None:
    url = join_address(page.base, value)
    return url if url and url.startswith(("http", "//")) else None


def _lazy_attributes() -> tuple[str, ...]:
    """Where the address stands until a script puts it into `src`."""
    return lexicon.words("pictures.files.lazy_attributes")


def _is_placeholder(source: str) -> bool:
    """Whether an address is that of a spacer or of a sign, by the name of the file and the folder that it lies in.

    No other part of an address counts: CDNs write the crop there ("0x0:1591x1061", kompas) and keys of random letters.
    Nor does a name of many words, which is a story's ("logo-baru-timnas-diluncurkan-di-jakarta.jpg").
    """
    if source[:5] in ("data:", "DATA:"):
        return True
    path = source.partition("?")[0].partition("#")[0]
    lower = path.lower()
    if lower.endswith(".gif"):
        return True
    marks = [mark for mark in lexicon.words("pictures.files.placeholders") if mark in lower]
    if not marks:
        return False
    folders, _, file = lower.rpartition("/")
    words = _WORD.findall(file.rpartition(".")[0] or file)
    most = _WORDS_OF_A_DAY if _DAY.search(folders) else _WORDS_OF_A_SIGN
    return folders.rpartition("/")[2] in marks or (
        len(words) <= most and any(_is_marked(word, mark) for word in words for mark in marks)
    )


def _is_marked(word: str, mark: str) -> bool:
    """Whether a word of a name is the mark, or has it at an end ("printbutton"), where it is no mere syllable."""
    return word == mark or (len(mark) >= _SYLLABLE and (word.startswith(mark) or word.endswith(mark)))


_WORD = re.compile(r"[^\W_]+")
_SYLLABLE = 4
"""Letters of a mark below which it may begin or end any word."""
_WORDS_OF_A_SIGN = 6
"""Words of the longest name of a sign ("m-new-arrow-back-to-top")."""
_WORDS_OF_A_DAY = 3
"""The same in a folder of a day, where portals keep pictures of stories."""
_DAY = re.compile(r"/(?:19|20)\d\d/[01]\d(?:/|$)")


@lexicon.cached
def _picture_file() -> re.Pattern[str]:
    """The address of a picture: a link there enlarges it."""
    return re.compile(rf"{_file_of_picture().pattern}|/photo/|/image", re.IGNORECASE)


@lexicon.cached
def _file_of_picture() -> re.Pattern[str]:
    return re.compile(rf"\.{lexicon.any_of('pictures.files.endings')}(?:$|\?)", re.IGNORECASE)
