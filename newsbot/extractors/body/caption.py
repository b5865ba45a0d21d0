"""Which text at a picture is its caption, and which part of it the credit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from newsbot import lexicon
from newsbot.extractors.body.picture import PICTURES
from newsbot.extractors.furniture import furniture
from newsbot.language.byline import parse_byline
from newsbot.language.captions import split_caption
from newsbot.language.dates import ends_with_age
from newsbot.language.element_names import container_bin
from newsbot.language.text import clean, fold
from newsbot.pages.around import before, behind
from newsbot.pages.measures import UNSEEN, names_of
from newsbot.pages.page import text_of
from newsbot.pages.selectors import Node

_BEHIND, _BEFORE = 25, 4
"""Elements behind and before a picture among which its caption stands."""
SHUT = UNSEEN | {"iframe", "ins", "svg", "button", "form"}
"""Elements beside a picture whose text is none of its caption."""
_TITLES = ("h1", "h2", "h3", "h4")
_HEADS = (*_TITLES, "p")
_SHORTEST = 6
LONGEST = 600
"""Characters of a caption."""
_LONGEST_BOXED = 400
"""Characters of a caption that only its place in the picture's own box tells."""
_LONGEST_TOLD = 1_000
"""The same where the picture's alternative text says so too."""
LONGEST_CREDIT = 100
"""Characters of a credit beside or before a caption."""
_DATED = re.compile(r"\b\d{1,2}[:.]\d{2}\s*WI", re.IGNORECASE)


def named_caption(img: Node) -> Node | None:
    """The element that its tag or class names as the picture's caption: in its figure, behind it, or before it in
    its own box (suara 2015)."""
    figure = next((above for above in img.iterancestors() if above.tag == "figure"), None)
    inside = list(figure.iter("figcaption")) if figure is not None else []
    above = img.getparent()
    within = [node for node in before(img, _BEFORE) if above is not None and above in node.iterancestors()]
    for node in [*inside, *_up_to_text(img), *reversed(within)]:
        if not is_named_caption(node) or next(node.iter("img"), None) is not None:
            continue  # the box of another picture and its caption
        text = text_of(node) if node.tag not in SHUT else ""
        if _SHORTEST <= len(text) < LONGEST and not _is_date_line(text):
            return node
    return None


def _is_date_line(text: str) -> bool:
    """Whether a short line is the page's date with its clock, in small print beside a writer's portrait."""
    return len(text) < _LONGEST_DATE and _DATED.search(text) is not None


_LONGEST_DATE = 60


def own_box(img: Node) -> Node | None:
    """The picture's own box: the nearest element around it that holds text, where that is short, no heading or
    paragraph, no furniture and no list of links (kompas 2015: "<div><img><span>Facebook</span> CEO ...</div>").

    A text that the picture's alternative text repeats may be long or tell a time ("pukul 13.00 WIB"), and of few words
    where the box is called a picture's (kompas 2021: "Hyundai Palisade").
    """
    box = next((above for above in img.iterancestors() if without_button(text_of(above))), None)
    if (
        box is not None
        and box.tag == "p"
        and (has_labelled_credit(text_of(box)) or names_credit(text_of(box)) or _is_small_caption(box))
    ):
        return box  # "<p><img><em>Warga di kebun (Foto: Wira)</em></p>"
    if box is None or box.tag in ("body", "td", "a", *_HEADS) or _holds_prose(box):
        return None
    text, found = without_button(text_of(box)), container_bin(names_of(box))
    told = _repeats_alt(img, box, text)
    few = len(text.split()) < 4 and credit_within(box) is None and split_caption(text)[1] is None
    if few and not (told and lexicon.is_called(names_of(box), "picture")):
        return None
    if not _SHORTEST <= len(text) < (_LONGEST_TOLD if told else _LONGEST_BOXED):
        return None
    if found and found[0] != "caption":
        return None
    links = [link for link in box.iter("a") if text_of(link) or next(link.iter("img"), None) is not None]
    if _is_furniture(text) or len(links) > 1 or len(list(box.iter("img"))) > 1:
        return None
    is_dated = _DATED.search(text) or (" lalu" in text and ends_with_age(text))
    return None if is_dated and not told else box


def _is_small_caption(box: Node) -> bool:
    """Whether a picture's paragraph holds a line in small print beside it that ends in a credit of any form."""
    text = text_of(box)
    return is_credited(text) and is_small_print(box, text)


def _repeats_alt(img: Node, box: Node, text: str) -> bool:
    """Whether the text of a box ends as the picture's alternative text does, behind a credit or nothing, and leads
    nowhere: in a card both are the other story's headline."""
    alt = fold(img.get("alt") or "")
    is_repeated = len(alt) >= _SHORTEST and fold(text).endswith(alt) and len(text) < len(alt) + LONGEST_CREDIT
    return is_repeated and next(box.iter("a"), None) is None and next(box.iterancestors("a"), None) is None


def _is_furniture(text: str) -> bool:
    """Whether a picture's line is page furniture; an address says where the picture is from ("www.kabar.deSelip")."""
    found = furniture(text)
    return found is not None and found.rule != "address"


def _holds_prose(box: Node) -> bool:
    """Whether a box holds headings or paragraphs, a lone one aside that prints a credit ("<img><p>Lurah/Net</p>")."""
    found = list(islice(box.iter(*_HEADS), 2))
    if len(found) != 1 or found[0].tag != "p":
        return bool(found)
    text = text_of(box)
    if lexicon.is_called(names_of(box), "picture") and len(text) <= _LONGEST_LINE:
        return False
    return text != text_of(found[0]) or split_caption(text)[1] is None


def has_labelled_credit(text: str) -> bool:
    """Whether a short text ends with a credit that says it is one: "(Foto: Wira/ANTARA)", "Warga antre. Foto: Wira"."""
    if not _SHORTEST <= len(text) < _LONGEST_BOXED:
        return False
    return bool(_LABELLED_CREDIT.search(text) or (_CREDIT_AT_END.search(text) and not _names_writer(text)))


_LABELLED_CREDIT = re.compile(r"[(\[](?:foto|photo|dok|sumber|ist)\b[^()\[\]]{0,60}[)\]]\s*$", re.IGNORECASE)
_CREDIT_AT_END = re.compile(
    r"(?<=[\w.)\"”])[\s|/–-]{1,4}(?:foto|photo|kredit foto|sumber foto)\s?:"
    r"\s?\w(?:[^.:;!?]|\.(?=\w)|(?<=[Dd]ok)\.){1,50}\.?$",
    re.IGNORECASE,
)


def is_labelled_caption(text: str) -> bool:
    """Whether a line says that it is a caption: "Keterangan foto: Warga antre"."""
    return len(text) <= LONGEST and bool(_CALLED_CAPTION.match(text))


_CALLED_CAPTION = re.compile(r"(?:keterangan|ket\.?|caption) ?(?:foto|gambar|photo)\s?:\s?\S", re.IGNORECASE)


def names_credit(text: str) -> bool:
    """Whether a short line begins with the label of a picture's credit: "Sumber foto: Dok. Kabar"."""
    return len(text) < LONGEST_CREDIT and bool(_MARKED.match(text))


def credit_beside(img: Node) -> str | None:
    """The credit alone that an element behind the picture prints, by its own name ("photo-credit") or as a line of its
    own with a label ("Foto: Dok. Kabar")."""
    for node in _up_to_text(img):
        names, text = names_of(node), text_of(node)
        if text and lexicon.is_called(names, "credit") and len(text) < LONGEST_CREDIT:
            return None if _names_writer(text) else text
    line = next((node for node in behind(img, _BEHIND) if text_of(node)), None)
    text = "" if line is None else text_of(line)
    return text if names_credit(text) and not split_caption(text)[0] else None


def _names_writer(text: str) -> bool:
    """Whether a line names writers or editors: the credit is the article's, below a picture without one."""
    return any(name.role in ("author", "editor") for name in parse_byline(text, "").people)


_MARKED = re.compile(r"(?:foto|photo|kredit foto|sumber foto)\s?:", re.IGNORECASE)


def told_by_alt(img: Node) -> str | None:
    """The text behind a picture that its alternative text repeats: its caption, whatever its element is called."""
    alt = fold(img.get("alt") or "")
    if len(alt) < _TOLD:
        return None
    texts = (text_of(node) for node in _up_to_text(img))
    return next((text for text in texts if _TOLD <= len(text) < LONGEST and fold(text) == alt), None)


def line_below(img: Node) -> str | None:
    """The short line right behind a picture's box that begins as captions do ("Suasana pasar") or is set in small
    print, and is no paragraph."""
    line = next((node for node in behind(img, _NEXT) if text_of(node)), None)
    if line is None or line.tag in ("p", "a", *_HEADS) or next(line.iter("a", "p"), None) is not None:
        return None
    text = text_of(line)
    opens = bool(_OPENING.match(text)) and fold(text.split()[0]) in lexicon.word_set("pictures.openers")
    opens = opens or is_small_print(line, text)
    return text if opens and _TOLD <= len(text) <= _LONGEST_LINE and furniture(text) is None else None


def credited_line(img: Node) -> str | None:
    """The short line right behind a picture that tells what is seen and ends in a credit of any form, whatever its
    element is called: "<p class=imgc>Warga antre. (Kabar/Wira)</p>"."""
    line = next((node for node in behind(img, _NEXT) if text_of(node) or node.tag in PICTURES), None)
    if line is None or next(line.iter("a", *PICTURES, *_TITLES), None) is not None:
        return None
    text = text_of(line)
    return text if is_credited(text) and furniture(text) is None else None


def is_credited(text: str) -> bool:
    """Whether a short text is a caption and its credit."""
    if not _TOLD <= len(text) <= _LONGEST_LINE:
        return False
    caption, credit = split_caption(text)
    return credit is not None and len((caption or "").split()) >= _CAPTION_WORDS


_CAPTION_WORDS = 3


def is_small_print(line: Node, text: str) -> bool:
    """Whether a line is set smaller than the text or in italics: "<center><small>Warga di kebun</small></center>"."""
    return any(node.tag in _SMALL and text_of(node) == text for node in islice(line.iter(), _DEPTH))


_SMALL = frozenset(("small", "em", "i", "figcaption"))
_DEPTH = 4
_NEXT = 4
"""Elements behind a picture among which the line below it is."""
_LONGEST_LINE = 200
_OPENING = re.compile(r"[A-Z]\w+\s")
_TOLD = 20
"""Characters of an alternative text that says more than what kind of picture it is."""


def credit_within(node: Node) -> str | None:
    """The credit that an element of its own prints inside a caption."""
    for inner in node.iterdescendants("span", "small", "cite", "em", "i", "b", "div"):
        names = inner.get("class") or ""
        found = container_bin(names) if names else None
        is_credit = found is not None and found[1] in ("author", "credit", "byline")
        if (is_credit or lexicon.is_called(names, "credit_within")) and (text := text_of(inner)):
            return text
    return None


def without_credit(caption: str, credit: str | None) -> str | None:
    """A caption without the credit that stands in it, None where it is nothing else.

    >>> without_credit("Tambak garam. Wira/ANTARA", "Wira/ANTARA")
    'Tambak garam.'
    """
    if credit and credit in caption:
        before, _, after = caption.partition(credit)
        caption = clean(f"{before} {after}")
    return caption or None


def is_button(text: str) -> bool:
    """Whether the text at a picture is a button's ("Perbesar") or a label, and no caption."""
    return bool(_buttons().fullmatch(fold(text)))


def without_button(text: str) -> str:
    """The text of a picture's box without the button before its caption, empty where it is nothing else.

    >>> without_button("Perbesar Tambak garam (Wira)"), without_button("Perbesar")
    ('Tambak garam (Wira)', '')
    """
    first, _, rest = text.partition(" ")
    is_label = fold(first).rstrip(" :") in lexicon.word_set("pictures.labels")  # "Foto: Wira" is a credit
    return rest if first and not is_label and is_button(first) else text


@lexicon.cached
def _buttons() -> re.Pattern[str]:
    opens = lexicon.forms("furniture.lines.enlarge")
    return re.compile(rf"{opens}|klik gambar.*|{lexicon.any_of('pictures.boxes.labels')}")


def _up_to_text(img: Node) -> Iterator[Node]:
    """The elements behind a picture up to the text: share buttons may stand between it and its caption."""
    for node in behind(img, _BEHIND):
        named = node.tag == "p" and _is_named(names_of(node))  # "<p class=wp-caption-text>" of many templates
        if (node.tag in _HEADS and not named) or node.tag == "img":
            return
        yield node


def is_named_caption(node: Node) -> bool:
    """Whether tag or class call an element a caption."""
    return node.tag == "figcaption" or (isinstance(node.tag, str) and _is_named(names_of(node)))


def _is_named(names: str) -> bool:
    found = container_bin(names)
    return (found is not None and found[0] == "caption") or lexicon.is_called(names, "caption_beside")
