"""Byline, trail, channel and tags of a page that no rule knows, found by what templates have in common.

Class names say the kind, the place on the page says whose it is: names in a picture's box are its credit, tags above
the headline are the site's trends, a writer below the third teaser is somebody else's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from newsbot.extractors.raw import RawArticle
from newsbot.extractors.ruleless.channels import highlighted_channel, printed_channel, read_trail
from newsbot.extractors.ruleless.teasers import is_teaser
from newsbot.language.byline import parse_byline
from newsbot.language.phrases import container_bin
from newsbot.language.text import fold
from newsbot.pages.page import Page, separated_text, text_of
from newsbot.pages.selectors import Node

_LONGEST = 160
_PERSON_CLASS = re.compile(
    r"author|autor|penulis|reporter|byline|wartawan|jurnalis|redaktur|editor|pewarta|writer", re.IGNORECASE
)
_EDITOR_CLASS = re.compile(r"editor|redaktur", re.IGNORECASE)
_NOT_PERSON = re.compile(
    r"editorial|editorji|editor-?(?:pick|choice)|pilihan|bio|desc|box-?more|other", re.IGNORECASE
)
_WRITER_PAGE = re.compile(
    r"/(?:authors?|penulis|reporter|jurnalis|wartawan|kontributor)/[\w@.%-]+", re.IGNORECASE
)
"""The address of a writer's page: under the headline its link names the writer (tempo 2026)."""
_STAMPED = re.compile(r"(?:Diterbitkan|Dipublikasikan|Diperbarui|Terbit|Tayang|Published|Updated?)(?=\W|$)")
"""The label of a date that markup sets beside a name or glues to it (fimela 2025, tirto 2026)."""
_UNDER = 40
"""Elements behind the headline among which a link without a class may name the writer."""
_UNDER_INSIDE = 12
"""The same where the text's own box holds the headline."""
_PICTURE = re.compile(r"photo|foto|image|img|gallery|galeri|caption|thumb|figure", re.IGNORECASE)
_ELSEWHERE = frozenset(("related", "comments", "ad", "caption"))
_ROLES = frozenset(
    ("editor", "penulis", "reporter", "redaktur", "pewarta", "jurnalis", "wartawan", "author", "writer")
)
_EDITORS = frozenset(("editor", "redaktur"))
"""The labels that are no profession of somebody in the news: they may stand anywhere on the page."""
_TAG_CLASS = re.compile(
    r"(?:^|[^a-z])(?:tags?|topics?|topik|tagging|keywords?)(?:[^a-z]|$)|tagcloud|tagsCloud", re.IGNORECASE
)
_TAG_PATH = re.compile(
    r"/(?:tags?|topics?|topik|hot_topic|tag-populer|hashtag|label|search/tag)[/=]", re.IGNORECASE
)
_AT_DATE = re.compile(r"\s*[A-Z][A-Za-z ]{2,40}\s[|»/]\s")
_TAG_LABEL = re.compile(r"(?:tags?|topi[ck]s?|topik|kata kunci|keywords?)\s*:?", re.IGNORECASE)
_TREND = re.compile(
    r"pilihan|populer|trending|terhangat|hot topic|terkini|hari ini",
    re.IGNORECASE,
)
_BLOCKS = frozenset("p li td div section article footer aside h2 h3 h4 h5 blockquote ul body".split())
_ROWS = frozenset("li td th dt p div".split())
"""Elements of a list or table, where the label comes first; a label beside its name in one line may come last."""
_INLINE = frozenset("em i b strong span font u".split())
_SENTENCE = 60
"""Characters beside the links of a block from which on it is running text, not "Tag:" and commas."""
_LABEL = 12
"""The same inside the body, where short lines hold links as well."""
_DEEPEST = 40
"""Elements above a text that are asked whose it is."""
_MOST_LOOKED_AT = 400
"""Candidates of a kind on one page; a page of thousands is hostile."""
_MOST_TAGS = 25
_MOST_NAMES = 4
_FAR = 300
"""Elements behind the body beyond which tags are the site's."""


@dataclass(slots=True)
class Unruled:
    """The page with the places of its elements, its headline's element and the element of its body."""

    page: Page
    raw: RawArticle
    heading: Node
    body: Node

    places: dict[Node, int] = field(init=False, default_factory=dict)
    above_heading: set[Node] = field(init=False, default_factory=set)
    start: int = 0
    body_end: int = 0

    def __post_init__(self) -> None:
        self.places = {node: place for place, node in enumerate(self.page.root.iter())}
        self.above_heading = {self.heading, *self.heading.iterancestors()}
        self.start = self.body_end = self.places.get(self.heading, 0)
        if self.body is not None:
            self.body_end = max(self.places.get(node, 0) for node in self.body.iter())

    def read(self) -> None:
        """Add what is found, under the witness `layout`: it is printed."""
        self._labelled()
        self._named()
        if not self.raw.lists.get("breadcrumbs"):
            self._trail()
        self._tags()

    def _labelled(self) -> None:
        """A name beside a label of its own element: "<span>X</span><span>Editor</span>" (liputan6 2021)."""
        for node, label in islice(self._labels(), _MOST_NAMES * 10):
            if self._is_elsewhere(node):
                continue
            outer = _outermost(node)
            around = (outer.getprevious(), outer.getnext())
            for beside in reversed(around) if outer.tag in _ROWS else around:
                name = text_of(beside).strip(" :") if beside is not None else ""
                if (
                    3 <= len(name) <= 60
                    and fold(name) not in _ROLES
                    and parse_byline(f"{label}: {name}").people
                ):
                    self.raw.add("printed_byline", f"{label}: {name}", "layout", f"name beside {label!r}")
                    break

    def _labels(self) -> Iterator[tuple[Node, str]]:
        """The elements whose whole text is a role."""
        for node, place in self.places.items():
            if isinstance(node.tag, str) and not len(node) and node.text and len(node.text) < _LONGEST:
                label = fold(node.text).strip(" :")
                if label in (_ROLES if self.start - 15 < place < self.body_end + _FAR else _EDITORS):
                    yield node, label

    def _named(self) -> None:
        """Names in elements that class or tag calls a writer's or editor's, nearest to the headline first."""
        found: list[tuple[int, Node, str]] = []
        for node, place in self.places.items():
            names = self._names(node) if self.start - 60 < place < self.body_end + 80 else ""
            if not names and node.tag == "a" and self.start < place < self._text_start():
                names = "author" if _WRITER_PAGE.search(node.get("href") or "") else ""
            if not names or not _PERSON_CLASS.search(names) or _NOT_PERSON.search(names):
                continue
            text = _STAMPED.sub(" | ", separated_text(node))
            if 2 < len(text) <= _LONGEST and parse_byline(text).people and not self._is_elsewhere(node):
                found.append((abs(place - self.start), node, text))
        taken: list[Node] = []
        for _, node, text in sorted(found, key=lambda entry: entry[0]):
            if any(other in node.iterancestors() or node in other.iterancestors() for other in taken):
                continue
            taken.append(node)
            target = "printed_editors" if self._is_editor(node) else "printed_byline"
            self.raw.add(target, _labelled_only(text), "layout", f"class {self._names(node)[:60]}")
            if len(taken) >= _MOST_NAMES:
                break

    def _text_start(self) -> int:
        """The place where the text begins at the latest: its box, or close behind a headline inside that."""
        box = self.places.get(self.body, 0) if self.body is not None else 0
        return min(box, self.start + _UNDER) if box > self.start else self.start + _UNDER_INSIDE

    def _names(self, node: Node) -> str:
        if not isinstance(node.tag, str) or node.tag in ("body", "html", "meta", "script", "link", "img"):
            return ""
        names = " ".join(
            filter(None, (node.get("class"), node.get("id"), node.get("itemprop"), node.get("rel")))
        )
        return f"{node.tag} {names}" if node.tag == "author" else names

    def _is_editor(self, node: Node) -> bool:
        names = self._names(node)
        return bool(_EDITOR_CLASS.search(names)) and not re.search(r"author|penulis|reporter|wartawan", names)

    def _is_elsewhere(self, node: Node, *, lists: bool = True, related: bool = True) -> bool:
        """Whether the element stands in a picture's box, a story list, an advertisement or the comments.

        Without `related` a box named as related stories is none of them where it holds only tags.
        """
        for above in (node, *islice(node.iterancestors(), _DEEPEST)):
            if above.tag in ("body", "html") or above is self.body or above in self.above_heading:
                return False
            if above.tag in ("figure", "figcaption"):
                return True
            if lists and above.tag in ("li", "article") and is_teaser(above):
                return True
            names = f"{above.get('class') or ''} {above.get('id') or ''}"
            if not names.strip():
                continue
            found = container_bin(names)
            if (
                found
                and found[0] == "related"
                and not (related := related or not self._holds_tags_only(above))
            ):
                continue
            if (found and found[0] in _ELSEWHERE) or (above is not node and _PICTURE.search(names)):
                return True
        return False

    def _trail(self) -> None:
        names, rule = read_trail(self.places, self.start)
        if names:
            self.raw.add_list("breadcrumbs", names, "layout", rule)

    def channel(self) -> None:
        """The channel at the headline or highlighted in the menu, where none is printed at the date line."""
        if any(_AT_DATE.match(candidate.value) for candidate in self.raw.all("visible_date")):
            return
        if printed := printed_channel(self.places, self.start, self._is_no_label):
            self.raw.add("section", printed[0], "layout", printed[1])
        elif highlighted := highlighted_channel(self.places, self.start):
            self.raw.add("section", highlighted, "layout", "the menu's highlighted channel")

    def _is_no_label(self, node: Node) -> bool:
        """Whether the element holds the story ("post category-ekonomi" of WordPress), is part of it or of another."""
        if node in self.above_heading or self._is_elsewhere(node):
            return True
        if self.body is None or self.body in self.above_heading:
            return False
        return self._is_inside(node) or node is self.body or node in self.body.iterancestors()

    def _tags(self) -> None:
        """The likeliest box of tag links behind the headline; links inside running text are none."""
        groups: dict[Node, list[Node]] = {}
        near = (n for n, place in self.places.items() if self.start <= place <= self.body_end + _FAR)
        for node in islice((n for n in near if n.tag == "a"), _MOST_LOOKED_AT):
            if self._is_tag(node):
                groups.setdefault(self._tag_box(node), []).append(node)
        for box, links in sorted(groups.items(), key=lambda group: self._tag_rank(group[1])):
            texts = [text for text in map(text_of, links) if 1 < len(text) <= 80]
            lone = len(links) == 1 and not _TAG_CLASS.search(links[0].getparent().get("class") or "")
            if (lone and self._is_inside(links[0])) or _is_trend(box) or any(map(_TREND.search, texts[:1])):
                continue
            if 0 < len(texts) <= _MOST_TAGS:
                self.raw.add_list("keywords", texts, "layout", "tag links behind the headline")
                return

    def _tag_rank(self, links: list[Node]) -> tuple[bool, bool, bool, bool, int]:
        """Tags outside the text or behind a label before links in it, several before one (that is a series), near ones
        first; then those that both name and address call so.
        """
        first = links[0]
        distance = abs(self.places[first] - self.body_end)
        told = bool(_TAG_CLASS.search(first.getparent().get("class") or "")) or _is_labelled(links)
        inside = self._is_inside(first) and not told
        return inside, len(links) == 1, distance > _FAR // 2, not self._is_sure(first), distance

    def _tag_box(self, link: Node) -> Node:
        box = link.getparent()
        while (
            box.getparent() is not None
            and len(list(islice(box.iter("a"), 2))) < 2
            and box.getparent().tag != "body"
        ):
            box = box.getparent()
        return box

    def _is_tag(self, link: Node) -> bool:
        href = link.get("href") or ""
        if "twitter.com" in href or "facebook.com" in href:
            return False
        if not (self._is_named(link) or _TAG_PATH.search(href)):
            return False
        sure = self._is_sure(link)  # then "terkait" is the box's: "Tag terkait" (kapanlagi 2016, tempo 2015)
        return not self._in_sentence(link) and not self._is_elsewhere(link, lists=False, related=not sure)

    def _holds_tags_only(self, box: Node) -> bool:
        return all(self._is_sure(link) for link in islice(box.iter("a"), _MOST_TAGS) if text_of(link))

    def _is_sure(self, link: Node) -> bool:
        """Whether both name and address say that the link is a tag."""
        path = link.get("rel") == "tag" or bool(_TAG_PATH.search(link.get("href") or ""))
        return path and self._is_named(link)

    def _is_named(self, link: Node) -> bool:
        """Whether the link or an element close above it is called a tag."""
        return link.get("rel") == "tag" or any(
            _TAG_CLASS.search(f"{node.get('class') or ''} {node.get('id') or ''}")
            for node in (link, *islice(link.iterancestors(), 4))
            if node.tag not in ("body", "html", "article", "main") and node is not self.body
        )

    def _in_sentence(self, link: Node) -> bool:
        """Whether running text stands around the link in its own block."""
        block = next((above for above in link.iterancestors() if above.tag in _BLOCKS), None)
        if block is None:
            return False
        own = len((block.text or "").strip())
        for child in block:
            own += len((child.tail or "").strip())
            if child.tag in _INLINE:
                own += len(text_of(child)) - sum(len(text_of(inner)) for inner in child.iter("a"))
        return own > (_LABEL if self._is_inside(link) else _SENTENCE)

    def _is_inside(self, link: Node) -> bool:
        return self.body is not None and self.body in link.iterancestors()


def _outermost(node: Node) -> Node:
    """The largest element that holds nothing but the node's text."""
    text = text_of(node)
    while (parent := node.getparent()) is not None and text_of(parent) == text:
        node = parent
    return node


def _labelled_only(text: str) -> str:
    """The labelled names of a line that prints any: what stands beside them is a channel or a date (merdeka 2021)."""
    people = [name for name in parse_byline(text, "").people if name.role in ("author", "editor")]
    return " | ".join(f"{name.role}: {name.name}" for name in people) or text


def _is_trend(box: Node) -> bool:
    """Whether a box of tags is headed as the site's trends ("Topik Pilihan", antaranews 2015)."""
    heads = [
        text_of(node) for node in (box.getprevious(), *box[:1]) if node is not None and _is_unlinked(node)
    ]
    return any(_TREND.search(text[:40]) for text in (*heads, box.text or ""))


def _is_labelled(links: list[Node]) -> bool:
    """Whether "Tag:" stands right before the first of the links, in an element of its own or of its box."""
    node = links[0]
    for above in (node, *islice(node.iterancestors(), 2)):
        before = above.getprevious()
        if before is not None:
            return bool(_TAG_LABEL.fullmatch((before.tail or "").strip() or text_of(before)))
        parent = above.getparent()
        if parent is not None and (parent.text or "").strip():
            return bool(_TAG_LABEL.fullmatch(parent.text.strip()))
    return False


def _is_unlinked(node: Node) -> bool:
    return next(node.iter("a"), None) is None
