"""Pictures of the article with caption and credit, from visible text, attributes or the alternative text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from urllib.parse import urljoin

from lxml import etree

from newsbot.extractors.body.blocks import Walk
from newsbot.extractors.furniture import furniture
from newsbot.extractors.raw import RawImage, Witness
from newsbot.language.captions import split_caption
from newsbot.language.phrases import container_bin
from newsbot.language.text import clean
from newsbot.pages.measures import UNSEEN, names_of
from newsbot.pages.page import Page, text_of
from newsbot.pages.selectors import Node
from newsbot.portals import ImageRule

GENERIC = (
    ImageRule(box="figure", caption=("figcaption",), credit=("figcaption .author", "figcaption .credit")),
    ImageRule(box=".wp-caption", caption=(".wp-caption-text",)),
    ImageRule(box="div.photo", caption=(".photo__caption",), credit=(".photo__author", ".author"), bare=True),
)
"""Picture boxes that many templates share; tried behind the layout's own."""

_PLACEHOLDER = re.compile(
    r"blank\.|placeholder|lazy|loading|spacer|pixel|1x1|data:image|/bg_|default[-_.]|icon|logo|zoom-in|paging|arrow|button|sprite|titik|\.gif(?:$|\?)",
    re.IGNORECASE,
)
_UI = re.compile(
    r"^(?:perbesar|lihat foto|zoom|foto|image|advertisement|klik gambar.*|embed)$", re.IGNORECASE
)
_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-lazyload", "data-image", "src")
MAX_IMAGES = 200


def find_images(
    page: Page, rules: tuple[ImageRule, ...], body: list[Node]
) -> tuple[list[RawImage], dict[Node, str]]:
    """Boxed pictures in page order, and the boxes they stand in (element to rule): the body walk leaves those out."""
    boxes: dict[Node, ImageRule] = {}
    for rule in rules:
        for box in page.select(rule.box):
            boxes.setdefault(box, rule)
    for container in body:
        for rule in GENERIC:
            for box in page.select(rule.box, within=container):
                if box is not container:
                    boxes.setdefault(box, rule)
        for box in _unnamed_boxes(container, boxes):
            boxes.setdefault(box, _UNNAMED)
    boxes = {box: rule for box, rule in boxes.items() if not _inside_another(box, boxes)}
    ordered = page.in_order(list(boxes)) if len(boxes) > 1 else list(boxes)
    images = [
        replace(image, witness="layout" if boxes[box] in rules else "generic")
        for box in ordered[:MAX_IMAGES]
        for image in _read(page, box, boxes[box])
    ]
    drop = {box: boxes[box].box for box in boxes if box.tag != "img"}
    return _unique(images), drop


_MOST_BOXES = 60
"""Pictures of a body whose own boxes are looked at; the longest honest photo story seen has 30."""
_UNNAMED = ImageRule(box="picture with a credited line", credit=(".author", ".credit", "cite"), bare=True)


def _unnamed_boxes(container: Node, known: dict[Node, ImageRule]) -> Iterator[Node]:
    """Boxes inside the body that hold one picture and one line with a credit, whatever they are called."""
    for img in islice(container.iter("img"), _MOST_BOXES):
        if _is_icon(img) or any(above in known for above in img.iterancestors()):
            continue
        box = _box(img)
        if box is not None and box is not container and container in box.iterancestors():
            credited = _credit_within(box) or split_caption(text_of(box), img.get("alt"))[1]
            if credited and not _is_teaser(img):
                yield box


def _inside_another(box: Node, boxes: dict[Node, ImageRule]) -> bool:
    return any(parent in boxes for parent in box.iterancestors())


def _read(page: Page, box: Node, rule: ImageRule) -> list[RawImage]:
    picture = box if box.tag == "img" else next((img for img in box.iter("img") if not _is_icon(img)), None)
    credit = _first_text(page, box, rule.credit)
    caption = _caption(page, box, rule, credit)
    if (picture is None and not caption and not credit) or (rule.caption_attr is None and _is_teaser(box)):
        return []
    return [_image(page, picture, caption, credit, rule.box)]


def _image(
    page: Page,
    picture: Node,
    caption: str | None,
    credit: str | None,
    rule: str,
    witness: Witness = "generic",
) -> RawImage:
    if picture is None:
        return RawImage(None, caption, credit, rule=rule, witness=witness)
    return RawImage(
        _source(page, picture),
        caption,
        credit,
        clean(picture.get("alt") or "") or None,
        picture.get("width"),
        picture.get("height"),
        rule,
        witness,
    )


def _caption(page: Page, box: Node, rule: ImageRule, credit: str | None) -> str | None:
    if rule.caption_attr:
        for node in (box, *box.iter("img")):
            if value := node.get(rule.caption_attr):
                return clean(value)
    caption = _first_text(page, box, rule.caption) or _figcaption(box)
    if caption is None and rule.bare:
        caption = text_of(box)
    if caption:
        caption = _without(caption, credit)
    return None if caption is None or _UI.match(caption) else caption


def _figcaption(box: Node) -> str | None:
    node = next(box.iter("figcaption"), None)
    return None if node is None else text_of(node) or None


def _first_text(page: Page, box: Node, selectors: tuple[str, ...]) -> str | None:
    for selector in selectors:
        for node in page.select(selector, within=box):
            if text := text_of(node):
                return text
    return None


def _is_icon(img: Node) -> bool:
    source = img.get("src") or ""
    return source.endswith(".svg") or (
        bool(_PLACEHOLDER.search(source)) and not any(img.get(a) for a in _SOURCES[:-1])
    )


def _source(page: Page, img: Node) -> str | None:
    for attribute in _SOURCES:
        value = (img.get(attribute) or "").strip()
        if value and not (attribute == "src" and _PLACEHOLDER.search(value)):
            return _absolute(page, value)
    first = (img.get("srcset") or img.get("data-srcset") or "").strip().split(" ")[0].rstrip(",")
    return _absolute(page, first) if first else None


def _absolute(page: Page, value: str) -> str | None:
    try:
        url = urljoin(page.url or "", value)
    except ValueError:
        return None
    return url if url.startswith(("http", "//")) else None


_LABELLED_CREDIT = re.compile(r"[(\[](?:foto|photo|dok)\b[^()\[\]]{2,60}[)\]]\s*$", re.IGNORECASE)
_CREDIT_AT_END = re.compile(r"\([^()]{2,60}\)\s*$|\bFoto:|©")


_CAPTION_NEAR = etree.XPath("following::*[position() <= 6]")
_CAPTION_BEFORE = etree.XPath("preceding::*[position() <= 4]")
_SHUT = UNSEEN | {"iframe", "ins", "svg", "button", "form"}
_AVATAR = re.compile(r"avatar|author|penulis|profil|banner|\bads?\b|iklan", re.IGNORECASE)
_HEADS = ("h1", "h2", "h3", "h4", "p")
_LONGEST_CAPTION = 600
_BOXED_CAPTION = 400
"""Characters of a caption that only its place in the picture's own box tells."""


def picture_near(page: Page, img: Node) -> RawImage | None:
    """The picture with the caption that its figure, the elements beside it or its own box print, or None where there
    is none."""
    if _is_icon(img) or _is_portrait(img):
        return None
    if (node := _caption_node(img)) is not None:
        credit = _credit_within(node)
        return _image(
            page, img, _without(text_of(node), credit), credit, "picture near the headline", "printed"
        )
    for node in _CAPTION_NEAR(img):
        text = text_of(node)
        if 5 < len(text) < 400 and _LABELLED_CREDIT.search(text):
            return _image(page, img, text, None, "text with a credit below the picture", "printed")
    box = _box(img)
    if box is None:
        return None
    credit = _credit_within(box)
    return _image(
        page, img, _without(text_of(box), credit), credit, "text in the picture's own box", "printed"
    )


def _is_portrait(img: Node) -> bool:
    """Whether an image is the portrait of a writer or an advertisement, by its own names."""
    return bool(_AVATAR.search(names_of(img)))


def _caption_node(img: Node) -> Node | None:
    """The element that its tag or class names as the picture's caption: in its figure, behind it, or before it in
    its own box (suara 2015)."""
    figure = next((a for a in img.iterancestors() if a.tag == "figure"), None)
    inside = list(figure.iter("figcaption")) if figure is not None else []
    above = img.getparent()
    before = [node for node in _CAPTION_BEFORE(img) if above is not None and above in node.iterancestors()]
    for node in [*inside, *_captions_behind(img), *before]:
        named = node.tag == "figcaption" or _is_caption_name(names_of(node))
        if named and node.tag not in _SHUT and 5 < len(text_of(node)) < _LONGEST_CAPTION:
            return node
    return None


def _captions_behind(img: Node) -> Iterator[Node]:
    """The elements behind a picture up to the text: share buttons may stand between it and its caption."""
    for node in _BEHIND(img):
        if node.tag in _HEADS or node.tag == "img":
            return
        yield node


def _is_caption_name(names: str) -> bool:
    found = container_bin(names)
    return bool(found and found[0] == "caption") or bool(_CAPTION_NAME.search(names))


_BEHIND = etree.XPath("following::*[position() <= 25]")
_CAPTION_NAME = re.compile(
    r"desk?ripsi|(?:photo|foto|img|image|pic)[-_]?(?:desc|info|copyright|text)|keterangan", re.IGNORECASE
)
"""Names that only beside a picture mean its caption."""


def _box(img: Node) -> Node | None:
    """The picture's own box: the nearest element around it that holds text, where that is short, no heading or
    paragraph, no furniture and no list of links (kompas 2015: "<div><img><span>Facebook</span> CEO ...</div>")."""
    box = next((a for a in img.iterancestors() if text_of(a)), None)
    if box is None or box.tag in ("body", "td", "a", *_HEADS) or next(box.iter(*_HEADS), None) is not None:
        return None
    text, found = text_of(box), container_bin(names_of(box))
    few = len(text.split()) < 4 and _credit_within(box) is None
    if few or not 5 < len(text) < _BOXED_CAPTION or (found and found[0] != "caption"):
        return None
    if furniture(text) or len(list(box.iter("a"))) > 1 or len(list(box.iter("img"))) > 1:
        return None
    return None if _DATED.search(text) else box


_DATED = re.compile(r"\b\d{1,2}[:.]\d{2}\s*WI", re.IGNORECASE)


def _credit_within(node: Node) -> str | None:
    """The credit that an element of its own prints inside a caption."""
    for inner in node.iterdescendants("span", "small", "cite", "em", "i", "b", "div"):
        found = container_bin(inner.get("class") or "")
        if found and found[1] in ("author", "credit", "byline") and (text := text_of(inner)):
            return text
    return None


def _without(caption: str, credit: str | None) -> str | None:
    """A caption without the credit that stands in it."""
    if credit and credit in caption:
        before, _, after = caption.partition(credit)
        caption = clean(f"{before} {after}")
    return caption or None


def captions_taken_out(walk: Walk, known: list[RawImage]) -> list[RawImage]:
    """Captions that left the body by their class name alone, as pictures without an address."""
    lines = " ".join(f"{image.caption or ''} {image.credit or ''}" for image in known)
    found = []
    for dropped in walk.dropped:
        text = (
            text_of(dropped.element)
            if dropped.rule.startswith("class word") and dropped.bin == "caption"
            else ""
        )
        if text and text not in lines and not _UI.match(text):
            found.append(RawImage(None, text, rule=dropped.rule))
    return found


_IMAGE_FILE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:$|\?)|/photo/|/image", re.IGNORECASE)


def _is_teaser(img: Node) -> bool:
    """A picture inside a link to another page: the thumbnail of another story."""
    link = next((a for a in img.iterancestors() if a.tag == "a"), None)
    href = "" if link is None else link.get("href") or ""
    return bool(href) and not href.startswith(("#", "javascript")) and not _IMAGE_FILE.search(href)


def bare_images(page: Page, body: list[Node], gone: set[Node], known: list[RawImage]) -> list[RawImage]:
    """Pictures of the body that stand in none of the elements that left it (`gone`).

    Without a box the alternative text is a caption only where it ends in a credit ("London Love Story (YouTube)",
    liputan6 2016), for elsewhere it repeats the headline.
    """
    found = []
    captions = {image.caption for image in known}
    for container in body:
        for img in container.iter("img"):
            if (
                img in gone
                or any(parent in gone for parent in img.iterancestors())
                or _is_icon(img)
                or _is_teaser(img)
            ):
                continue
            alt = clean(img.get("alt") or "")
            caption = alt if _CREDIT_AT_END.search(alt) and alt not in captions else None
            found.append(_image(page, img, caption, None, "body img", "body"))
    urls = {image.url for image in known}
    return [image for image in _unique(found) if image.caption or (image.url and image.url not in urls)][
        :MAX_IMAGES
    ]


def _unique(images: list[RawImage]) -> list[RawImage]:
    """One entry a picture: thumbnails of a carousel repeat URL or caption without a credit of their own."""
    seen: set[tuple[str | None, str | None, str | None]] = set()
    result = []
    for image in images:
        key = (image.url, image.caption, image.credit)
        if key not in seen:
            seen.add(key)
            result.append(image)
    return result
