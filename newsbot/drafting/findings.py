"""What pages of one portal have in common: for each field a selector that gives the believed text on all of them.

What is believed of a page is what the generic path reads. A selector counts for a page where it leads to that text,
and for a field as few selectors are taken as lead to it on every page; what none does is left to fill in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from newsbot.discovery import announced
from newsbot.drafting.addresses import address_pattern, shared_site
from newsbot.drafting.brands import brands_of
from newsbot.drafting.marks import CLIMB, around_marks, candidates, own_marks
from newsbot.extractors.ruleless.holder import holder_of
from newsbot.items import Article, NotAPage
from newsbot.language.dates import parse_date
from newsbot.language.text import fold
from newsbot.lexicon import class_words
from newsbot.pages.measures import UNSEEN
from newsbot.pages.page import Page, text_of
from newsbot.pages.selectors import Node
from newsbot.portals import host_of
from newsbot.snapshot import Snapshot
from newsbot.stream import Options, process

MAX_CANDIDATES = 60
_SHORT = 160
_NO_NAME = 4
"""Characters under which a text stands on a page by chance."""
_UNSEEN = UNSEEN | {"head", "title", "meta", "option"}
_CLIMB_LIST = 3
_BINS = (("related", "insert"), ("ad", "advertisement"), ("widget", "box"))
"""The bin of a draft's noise rule, by what the element is called."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule of the draft: the selectors, the text each page gives by them (None: nothing), and a word on it."""

    field: str
    selectors: tuple[str, ...]
    texts: tuple[str | None, ...]

    @property
    def pages(self) -> int:
        """On how many pages the selectors give anything."""
        return sum(text is not None for text in self.texts)


@dataclass(slots=True)
class Draft:
    """What could be told of a portal from its pages. `missing` names what a person has to fill in, `month` is that of
    the newest page."""

    hosts: tuple[str, ...]
    addresses: tuple[str, ...]
    article: str | None
    brands: tuple[str, ...] = ()
    findings: dict[str, Finding] = field(default_factory=dict)
    image_box: str | None = None
    noise: dict[str, tuple[str, ...]] = field(default_factory=dict)
    feeds: tuple[str, ...] = ()
    missing: list[str] = field(default_factory=list)
    month: str | None = None


@dataclass(frozen=True, slots=True)
class _Seen:
    """One page with what the generic path believes of it."""

    page: Page
    article: Article
    body: Node | None


def draft(snapshots: Iterable[Snapshot]) -> Draft:
    """The draft for these pages of one portal.

    Raises NotAPage where one of them is none, ValueError where none has an address, they are of different hosts or
    none of them holds an article's text.
    """
    seen = [_read(snapshot) for snapshot in snapshots]
    addresses = tuple(dict.fromkeys(one.article.url or one.page.address or "" for one in seen))
    hosts = tuple(dict.fromkeys(host_of(address) for address in addresses if host_of(address)))
    if not hosts:
        raise ValueError("no page says its address; name it with --url")
    shared_site(hosts)
    if not any(one.article.article_body for one in seen):
        raise ValueError(f"no text of an article was found (read as {seen[0].article.kind})")
    found = Draft(
        hosts,
        addresses,
        address_pattern(addresses),
        brands_of((one.article for one in seen), hosts),
        month=max(
            (one.article.date_published[:7] for one in seen if one.article.date_published), default=None
        ),
    )
    _fields(found, seen)
    _inserts(found, seen)
    found.feeds = tuple(dict.fromkeys(
        child.url for one in seen for child in announced(one.page.source, one.article.url or addresses[0])
    ))  # fmt: skip
    return found


def _read(snapshot: Snapshot) -> _Seen:
    outcome = process(snapshot, options=Options(generic=True))
    if outcome.article is None:
        reject = outcome.reject
        raise NotAPage(reject.reason, reject.detail) if reject else ValueError("the stream gave nothing")
    page = Page.parse(snapshot)
    wanted = [key for block in outcome.article.blocks if len(key := fold(block.text)) > 40]
    return _Seen(page, outcome.article, holder_of(page, wanted) if wanted else None)


# fields


def _fields(found: Draft, seen: list[_Seen]) -> None:
    rules: dict[str, Callable[[_Seen], Node | None]] = {
        "headline": lambda one: _smallest(one.page, one.article.headline),
        "body": lambda one: one.body,
        "date": _date_node,
        "byline": _byline_node,
        "caption": lambda one: _smallest(one.page, _caption(one)),
    }
    for name, target in rules.items():
        nodes = [target(one) for one in seen]
        selectors = _common(seen, nodes, whole=name == "body")
        if selectors:
            found.findings[name] = Finding(name, selectors, tuple(_text_at(one, selectors) for one in seen))
        else:
            found.missing.append(name)
    found.image_box = _image_box(found.findings.get("caption"), seen)
    for name in ("keywords", "breadcrumbs"):
        selectors = _links(seen, name)
        if selectors:
            found.findings[name] = Finding(name, selectors, tuple(_texts_at(one, selectors) for one in seen))
        else:
            found.missing.append(name)


def _common(seen: list[_Seen], nodes: list[Node | None], *, whole: bool = False) -> tuple[str, ...]:
    """As few selectors as lead to the node on every page that has one; those that hold on more pages come first."""
    leading: dict[str, set[int]] = {}
    strays: dict[str, int] = {}
    for node in nodes:
        rules = () if node is None else (*(around_marks(node) if whole else ()), *candidates(node))
        for rule in rules[:MAX_CANDIDATES]:
            if rule in leading:
                continue
            hits = [one.page.select(rule) for one in seen]
            leading[rule] = {
                place
                for place, (matched, target) in enumerate(zip(hits, nodes, strict=True))
                if matched and target is not None and _same(matched[0], target, whole=whole)
            }
            strays[rule] = sum(len(matched) for matched in hits)
    open_pages = {place for place, node in enumerate(nodes) if node is not None}
    order = {rule: place for place, rule in enumerate(leading)}
    chosen: list[str] = []
    while open_pages:
        best = max(
            leading,
            key=lambda rule: (len(leading[rule] & open_pages), -strays[rule], -order[rule]),
            default=None,
        )
        if best is None or not leading[best] & open_pages:
            break
        chosen.append(best)
        open_pages -= leading[best]
    return tuple(chosen)


def _same(node: Node, target: Node, *, whole: bool) -> bool:
    """Whether a selector leads to the element; of a body also to one around it that holds little more."""
    if node is target:
        return True
    if whole:
        return node in list(target.iterancestors())[:2] and len(text_of(node)) < 1.15 * len(text_of(target))
    return text_of(node) == text_of(target) and (
        node in target.iterancestors() or target in node.iterancestors()
    )


def _smallest(page: Page, text: str | None) -> Node | None:
    """The first of the smallest elements that hold a text and little more, in the page's order."""
    key = fold(text or "")
    if len(key) < _NO_NAME:
        return None
    best: Node | None = None
    for node in page.root.iter():
        if not isinstance(node.tag, str) or node.tag in _UNSEEN:
            continue
        if best is not None and best not in node.iterancestors():
            continue
        if key in fold(text_of(node)):
            best = node
    return best if best is not None and len(text_of(best)) <= len(key) + _SHORT else None


def _date_node(one: _Seen) -> Node | None:
    """The element of the printed date; none where only machines were told it."""
    source = one.article.metadata.fields.get("date_published")
    raw = one.article.date_published_raw
    if source is None or raw is None or source.witness in ("structured", "meta", "url"):
        return None
    node = _smallest(one.page, raw)
    return node if node is not None and parse_date(text_of(node), fallback=False) else None


def _byline_node(one: _Seen) -> Node | None:
    """The element that prints the first author outside the body."""
    names = [person.name for person in (*one.article.authors, *one.article.editors)]
    node = _smallest(one.page, names[0]) if names else None
    if node is None or (one.body is not None and one.body in node.iterancestors()):
        return None
    if node.tag == "a" and not own_marks(node) and node.getparent() is not None:
        return node.getparent()
    return node


def _caption(one: _Seen) -> str | None:
    return next((image.caption for image in one.article.images if image.caption), None)


def _image_box(caption: Finding | None, seen: list[_Seen]) -> str | None:
    """The mark of the nearest element that holds a caption and its picture, and little other text: kompas 2021 draws
    pictures of the body in a box around both, and the next element with a picture is the whole article."""
    selectors = caption.selectors if caption else ()
    for one in seen:
        for node in (node for rule in selectors for node in one.page.select(rule)[:1]):
            for around in (node, *list(node.iterancestors())[:CLIMB]):
                if len(text_of(around)) > len(text_of(node)) + _SHORT:
                    break
                if next(around.iter("img", "picture"), None) is not None:
                    mark = next(iter(own_marks(around)), None)
                    return mark or (str(around.tag) if around.tag == "figure" else None)
    return None


def _links(seen: list[_Seen], name: str) -> tuple[str, ...]:
    """A rule for the links or items of a list, by the element around them."""
    for one in seen:
        values = {fold(value) for value in getattr(one.article, name)}
        nodes = [
            node for node in one.page.root.iter("a", "li", "span") if values and fold(text_of(node)) in values
        ]
        for node in nodes:
            for ancestor in list(node.iterancestors())[:_CLIMB_LIST]:
                for mark in own_marks(ancestor):
                    rule = f"{mark} {node.tag}"
                    if {fold(text_of(hit)) for hit in one.page.select(rule)} == values:
                        return (rule,)
    return ()


def _text_at(one: _Seen, selectors: tuple[str, ...]) -> str | None:
    for rule in selectors:
        for node in one.page.select(rule):
            return text_of(node)[:_SHORT]
    return None


def _texts_at(one: _Seen, selectors: tuple[str, ...]) -> str | None:
    texts = [text_of(node) for rule in selectors for node in one.page.select(rule)]
    return ", ".join(texts)[:_SHORT] or None


# what is no text of the article, inside its element


def _inserts(found: Draft, seen: list[_Seen]) -> None:
    """Marks of elements inside the body whose name or links say that they are inserts, and that hold no body text."""
    rules: dict[str, str] = {}
    for one in seen:
        kept = fold("\n".join(block.text for block in one.article.blocks))
        for node in one.body.iter() if one.body is not None else ():
            if not isinstance(node.tag, str) or node is one.body or node.tag in UNSEEN | {"p", "br", "a"}:
                continue
            text = fold(text_of(node))
            for mark in own_marks(node)[:2]:
                if (
                    text
                    and text[:60] not in kept
                    and class_words("insert", "advertisement", "box").search(mark)
                    and mark not in rules
                ):
                    rules[mark] = next(bin_ for bin_, concept in _BINS if class_words(concept).search(mark))
    for mark, bin_ in rules.items():
        if not any(_holds_text(one, mark) for one in seen):
            found.noise[bin_] = (*found.noise.get(bin_, ()), mark)


def _holds_text(one: _Seen, mark: str) -> bool:
    """Whether the mark takes a block of the article away."""
    keys = [fold(block.text) for block in one.article.blocks if len(block.text) > 40]
    return any(key in fold(text_of(node)) for node in one.page.select(mark) for key in keys)
