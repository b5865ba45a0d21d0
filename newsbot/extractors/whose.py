"""Whose an element is: the article's own, another story's, or the site's.

A page prints many stories: cards, lists, tickers, sidebars. What stands in the box of another one (its date, picture,
writer) says nothing of this article, however well it reads. A box is another's by its structure, a title that leads to
another address, or by what the site calls it.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from newsbot.language.byline import names_editor
from newsbot.language.dates import beside_date
from newsbot.language.element_names import container_bin
from newsbot.lexicon import class_words, is_called
from newsbot.pages.addresses import join_address, leads_to_file, leads_to_listing, split_address
from newsbot.pages.measures import HEADINGS, names_of, visible_runs
from newsbot.pages.page import Page, text_of
from newsbot.pages.selectors import Node

BELOW_A_TITLE = "below another story's title"
BESIDE_A_TITLE = "beside another story's title"
SITE = frozenset(("aside", "footer", "nav"))
"""Elements that are the site's by their tags."""
OTHERS = frozenset(("related", "comments", "ad"))
"""The bins of boxes that are another story's or the site's."""
_TITLE = 20
"""Characters of a link that is a story's title, and the words it has at least."""
_TITLE_WORDS = 3
_DEEPEST = 40
"""Elements above one that are asked whose they are."""
_MOST_LINKS = 30
"""Links of a box that are looked at; a box with more is no card."""
_MOST_IN_CARD = 6
"""Links of a card that are looked at: title, picture, writer, channel."""
_BETWEEN = 1
"""Elements between a story's title and what belongs to it."""
_EXCERPT = 250
"""Characters of the text beside a story's title on its card; longer runs are an article's paragraphs."""


class OwnArea:
    """What of a page is the article's: the headline's element, the body's, and all that hold either.

    `own` are the elements that print the article: headline and containers of the body.
    """

    def __init__(self, page: Page, own: Iterable[Node | None]) -> None:
        self._url = page.address
        self.base = page.base
        self._own = {node for node in own if node is not None}
        self._holders = {above for node in self._own for above in (node, *node.iterancestors())}
        self._cards: dict[Node, bool] = {}

    def whose(self, node: Node) -> str | None:
        """Why the element is not the article's, in words for a report; None where nothing says so."""
        for above in (node, *islice(node.iterancestors(), _DEEPEST)):
            if above in self._own:
                return None  # an insert beside it in the text takes nothing from it
            if above in self._holders or above.tag in ("body", "html"):
                return self._beside(node, above)
            if why := self._why(above):
                return why
            if above is node and node.getparent() not in self._holders and self._is_below_a_title(node):
                return BELOW_A_TITLE  # a next story that is begun holds too much to be a card
        return None

    def signs_another(self, node: Node, text: str) -> bool:
        """Whether a labelled byline is another story's: below or beside the title of one, or in a box with that title
        alone. Behind a list a label signs the article, and so does an editor's everywhere."""
        why = self.whose(node)
        if why is None or why == BELOW_A_TITLE:
            return why is not None
        if names_editor(text):
            return False
        if why == BESIDE_A_TITLE or self._is_with_one_title(node):
            return True
        return self._is_behind_entry(node) or self._is_in_post_or_comment(node)

    def _is_behind_entry(self, node: Node) -> bool:
        """Whether an entry of a list begins with the link of a story, of a short title as well, and the element stands
        behind it."""
        entry = next(islice(node.iterancestors("li"), 1), None)
        first = next(iter(entry), None) if entry is not None else None
        if first is None or node in first.iter():
            return False
        link = next(first.iter("a"), None)
        if link is None or text_of(link) != text_of(first):
            return False
        is_title = len(text_of(link).split()) >= _TITLE_WORDS and not _leads_nowhere(link)
        return is_title and self._leads_to_story(link)

    def _is_in_post_or_comment(self, node: Node) -> bool:
        """Whether an element stands in the `article` of another story (themes of WordPress print each card as one) or
        in a comment, both of which have writers of their own."""
        for above in islice(node.iterancestors(), _DEEPEST):
            if above in self._holders:
                return False
            if above.tag == "article" and self.is_card(above):
                return True
            if (named := container_bin(names_of(above))) and named[0] == "comments":
                return True
        return False

    def _is_with_one_title(self, node: Node) -> bool:
        """Whether an element stands in a box that links, beside it, to one other story; its picture may link there as
        well."""
        box = node.getparent()
        links = [] if box is None else list(islice(box.iter("a"), _MOST_IN_CARD))
        others = [link for link in links if link is not node and node not in link.iterancestors()]
        targets = {link.get("href") for link in others}
        return len(targets) == 1 and sum(map(self._is_title, others)) == 1 and self.is_card(box)

    def _why(self, box: Node) -> str | None:
        """Why a box is another story's or the site's."""
        if box.tag in SITE and not self._is_own_part(box):
            return f"in <{box.tag}>"
        if box.tag == "a" and self._is_title(box):
            return "in a link to another story"
        if (named := _named(names_of(box))) and not (named[0] == "related" and self.leads_nowhere(box)):
            return f"in a box named {named[1]}"
        return "in a box with another story's title" if self.is_card(box) else None

    def leads_nowhere(self, box: Node) -> bool:
        """Whether a box links to no story, as one of related stories does: a class says "related-info" of the line that
        prints writer and date as well."""
        return not any(map(self._is_title, islice(box.iter("a"), _MOST_LINKS)))

    def _is_own_part(self, box: Node) -> bool:
        """Whether a footer is that of the article's own element, where WordPress prints date, writer and tags, or an
        aside there is none of other stories (T3 of Joomla)."""
        above = next(box.iterancestors("article"), None) if box.tag != "nav" else None
        if above is None or above not in self._holders:
            return False
        return box.tag == "footer" or not any(map(self._is_title, islice(box.iter("a"), _MOST_LINKS)))

    def is_card(self, box: Node) -> bool:
        """Whether a box links to other stories by their titles and holds little beside them: no running text."""
        if box in self._holders:
            return False
        if box not in self._cards:  # each element of a box asks for it again
            self._cards[box] = self._links_to_stories(box)
        return self._cards[box]

    def _links_to_stories(self, box: Node) -> bool:
        links = list(islice(box.iter("a"), _MOST_LINKS + 1))
        if not links or len(links) > _MOST_LINKS:
            return False
        held = 0
        for run in visible_runs(box):
            size = len(run.strip())
            if size > _EXCERPT:
                return False
            held += size
        titles = sum(map(self._is_title, links))
        beside = held - sum(len(text_of(link)) for link in links)
        return titles > 0 and beside <= _EXCERPT * titles

    def _beside(self, node: Node, holder: Node) -> str | None:
        """Rows of a list without boxes: the title stands right before or behind, its own link or in a heading."""
        while node.getparent() is not None and node.getparent() is not holder:
            node = node.getparent()
        if any(map(self._is_story_title, (node.getprevious(), node.getnext()))):
            return BESIDE_A_TITLE
        return None

    def _is_below_a_title(self, node: Node) -> bool:
        """Whether another story's heading stands before the node in one box, with at most its channel between them."""
        before = islice(node.itersiblings(preceding=True), _BETWEEN + 1)
        return any(one.tag in HEADINGS and self._is_story_title(one) for one in before)

    def _is_story_title(self, neighbour: Node | None) -> bool:
        """Whether an element prints the title of another story, its link, and nothing else."""
        if neighbour is None or neighbour in self._holders or not isinstance(neighbour.tag, str):
            return False
        link = neighbour if neighbour.tag == "a" else next(neighbour.iter("a"), None)
        return link is not None and self._is_title(link) and text_of(link) == text_of(neighbour)

    def _is_title(self, link: Node) -> bool:
        """Whether a link is the title of another story: some words that lead to a page which is not this one."""
        if _leads_nowhere(link):
            return False
        text = text_of(link)
        if len(text) < _TITLE or len(text.split()) < _TITLE_WORDS or _is_date(text):
            return False
        return self._leads_to_story(link)

    def _leads_to_story(self, link: Node) -> bool:
        """Whether a link leads to a page which is not this one, and no listing, file or writer's page."""
        href = (link.get("href") or "").strip()
        url = join_address(self.base, href)
        return not leads_to_listing(url) and not leads_to_file(url) and not self._is_own(url)

    def _is_own(self, url: str | None) -> bool:
        own, other = split_address(self._url), split_address(url)
        return bool(self._url) and own.path.rstrip("/") == other.path.rstrip("/")


def is_whole_page(form: Node) -> bool:
    """Whether a form is the page itself, as ASP.NET makes it: it stands right in the body."""
    parent = form.getparent()
    return parent is not None and parent.tag == "body"


def _leads_nowhere(link: Node) -> bool:
    href = (link.get("href") or "").strip()
    return not href or href.startswith(("#", "javascript:", "mailto:", "tel:"))


def _is_date(text: str) -> bool:
    """Whether a link prints nothing but dates: themes link them to the story's own address."""
    if sum(map(str.isdecimal, text)) < _DIGITS_OF_DATE:
        return False
    beside = beside_date(text)
    return beside is not None and not beside.text.strip("•|/-–")


_DIGITS_OF_DATE = 5


def _named(names: str) -> tuple[str, str] | None:
    """The bin of a box that is another story's or the site's, and the word that calls it so."""
    if not names.strip():
        return None
    if (found := container_bin(names)) and found[0] in OTHERS:
        return found
    said = class_words("site").search(names) if is_called(names, "site") else None
    return ("site", said[0].lower()) if said else None
