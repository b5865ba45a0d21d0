"""What stands near the headline and below the body: date line and byline, where no rule of the layout found them.

Templates move their date line between years and channels of one portal (kompas 2015 has three), but it stays close
to the headline; editors and reporters stand there or right below the text. A reading by position is weaker than one
by rule, so it is asked only for what is missing, under the witness `nearby`.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsbot.extractors.page import Page, text_of
from newsbot.extractors.raw import RawArticle
from newsbot.extractors.selectors import Node, compile_selector
from newsbot.language.byline import parse_byline
from newsbot.language.dates import parse_date
from newsbot.language.phrases import furniture
from newsbot.language.text import fold

_AFTER = compile_selector("xpath:following::*[position() <= 90]")
_BEFORE = compile_selector("xpath:preceding::*[position() <= 40]")
_BELOW = compile_selector("xpath:following::*[position() <= 60]")
_CONTROLS = frozenset("script style noscript option select input button svg iframe img ul ol nav form textarea template".split())
_LONGEST_DATE_LINE = 110
_LONGEST_BYLINE = 120


def fill_gaps(page: Page, raw: RawArticle, containers: list[Node]) -> None:
    """Add date and byline candidates from around headline and body where the raw article has none that reads."""
    heading = _headline_node(page, raw)
    if heading is None:
        return
    if not _reads_date(raw):
        _date_line(raw, heading)
    if not _reads_people(raw):
        _bylines(raw, heading, containers)


def _headline_node(page: Page, raw: RawArticle) -> Node | None:
    """The heading element that prints the headline; the last where a logo repeats it (okezone 2015)."""
    wanted = {fold(candidate.value) for candidate in raw.all("headline")}
    found = None
    for tag in ("h1", "h2", "h3"):
        for node in page.root.iter(tag):
            if fold(text_of(node)) in wanted:
                found = node
        if found is not None:
            return found
    return None


def _reads_date(raw: RawArticle) -> bool:
    for candidate in raw.all("visible_date"):
        reading = parse_date(candidate.value, fallback=False)
        if reading and reading.value and reading.precision != "day":
            return True
    return False


def _short_texts(nodes: list[Node], longest: int) -> Iterator[str]:
    """Texts of small elements, each once though nested elements repeat it."""
    seen: set[str] = set()
    for node in nodes:
        if not isinstance(node.tag, str) or node.tag in _CONTROLS or len(node) > 8:
            continue
        text = text_of(node)
        if 5 < len(text) <= longest and text not in seen:
            seen.add(text)
            yield text


def _date_line(raw: RawArticle, heading: Node) -> None:
    day: str | None = None
    for nodes in (_AFTER(heading), list(reversed(_BEFORE(heading)))):
        for text in _short_texts(nodes, _LONGEST_DATE_LINE):
            if sum(c.isdigit() for c in text) < 4:
                continue
            reading = parse_date(text, fallback=False)
            if reading is None or not reading.value:
                continue
            if reading.precision != "day":
                raw.add("visible_date", text, "nearby", "date line at the headline")
                return
            day = day or text
    if day and not raw.all("visible_date"):
        raw.add("visible_date", day, "nearby", "day at the headline")


def _reads_people(raw: RawArticle) -> bool:
    return any(raw.all(name) for name in ("printed_authors", "printed_editors", "printed_byline")) or any(
        parse_byline(candidate.value, "").people for candidate in raw.body_bylines
    )


def _bylines(raw: RawArticle, heading: Node, containers: list[Node]) -> None:
    """Labelled bylines only: a name without a label near a headline may be anybody's."""
    areas = [_AFTER(heading), *([_BELOW(containers[-1])] if containers else [])]
    for nodes in areas:
        for text in _short_texts(nodes, _LONGEST_BYLINE):
            found = furniture(text)
            if found and found.bin == "byline" and found.rule == "byline" and parse_byline(text, "").people:
                raw.add("printed_byline", text, "nearby", "byline at the headline or below the text")
