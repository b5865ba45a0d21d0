"""A saved page as it looked, as a document that runs nothing and asks for nothing.

What may stand in it is listed, all else goes: scripts, handlers, addresses, forms, frames. The list is nh3's to keep,
which parses as browsers do. A Content-Security-Policy and a sandbox around it hold even where the list had a hole.
"""

from __future__ import annotations

import re
from html import escape
from importlib.resources import files

import nh3
from lxml import etree

from newsbot.inspector.marking import Marks
from newsbot.pages.measures import names_of
from newsbot.pages.selectors import Node

POLICY = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'; sandbox"
)
"""Of the saved page: no script, no address, no form; pictures and styles that stand in the page itself."""

_TAGS = frozenset(
    "a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details "
    "dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark nav "
    "ol p pre q s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul "
    "var wbr".split()
)
_SILENT = frozenset(
    "script style noscript template iframe object svg math video audio canvas title head".split()
)
"""Elements that go with all they hold."""
_EVERYWHERE = frozenset("class id style dir lang title align valign width height bgcolor color".split())
_OF_TAGS = {
    "img": {"src", "alt"},
    "font": {"size", "face"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "table": {"border", "cellpadding", "cellspacing"},
    "mark": {"data-says"},
    "ol": {"start"},
    "details": {"open"},
}
_PLAIN_BOXES = {
    **dict.fromkeys("select option optgroup textarea form fieldset legend body html".split(), "div"),
    **dict.fromkeys(("button", "label"), "span"),
}
"""Elements that do something, or stand once, as boxes that do not."""
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_FETCHES = re.compile(r"@import[^;}]*;?|(?:url|image-set|image|src)\s*\([^)]*\)?|<!--|-->", re.IGNORECASE)
"""What in a style names something to fetch, which the policy refuses where it is spelt otherwise; and the comment in
which old pages wrap their styles."""
_MOST_STYLES = 400_000
"""Characters of a page's own styles."""
_LONGEST_TITLE = 300


def saved_document(root: Node, marks: Marks, prefix: str, *, styled: bool = True) -> str:
    """The document of a page's tree, which is changed on the way. With `styled` the styles that stand in the page are
    kept; those that it links are not there, since nothing is fetched."""
    styles = _styles(root) if styled else ""
    _open(marks, prefix, _hiders(styles))
    body = next(root.iter("body"), root)
    names, identity = body.get("class") or "", body.get("id") or ""
    _disarm(root, styled=styled)
    inner = nh3.clean(
        etree.tostring(body, encoding="unicode", method="html", with_tail=False),
        tags=set(_TAGS),
        clean_content_tags=set(_SILENT),
        attributes={"*": set(_EVERYWHERE), **_OF_TAGS},
        attribute_filter=_kept_value,
        url_schemes={"data"},
        link_rel=None,
        strip_comments=True,
    )
    own = (
        (files("newsbot.inspector") / "templates" / "saved.css").read_text("utf-8").replace("PREFIX", prefix)
    )
    return (
        '<!doctype html><html lang="id"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_META_POLICY)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer"><title>The saved page</title>'
        f"<style>{styles}</style><style>{own}</style></head>"
        f'<body class="{escape(names)}" id="{escape(identity)}">{inner}</body></html>'
    )


_META_POLICY = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)
"""The part of the policy that a document may state of itself: it holds for a copy that somebody saves."""


def _kept_value(_tag: str, name: str, value: str) -> str | None:
    """What is left of an attribute: pictures that stand in the page, styles that fetch nothing."""
    if name == "src":
        return value if value.startswith("data:image/") else None
    if name == "style":
        return _FETCHES.sub("", value)
    return value


def _styles(root: Node) -> str:
    """The page's own style elements as one text that cannot end the element it is put into."""
    texts = "\n".join(element.text or "" for element in root.iter("style"))
    return _FETCHES.sub("", texts[:_MOST_STYLES]).replace("<", "\\3c ")


def _hiders(styles: str) -> frozenset[str]:
    """The class names and ids of which a page's styles say somewhere that what has them is not displayed."""
    rules = (rule.rpartition("{") for rule in styles.split("}"))
    return frozenset(name for of, _, says in rules if _HIDDEN.search(says) for name in _NAME.findall(of))


_NAME = re.compile(r"[.#]([\w-]+)")


def _open(marks: Marks, prefix: str, hiders: frozenset[str]) -> None:
    """Have what holds a mark seen, though the page's styles hide it until a script runs."""
    seen: set[Node] = set()
    for element in marks.elements:
        for above in element.iterancestors():
            if above in seen or above.tag in ("body", "html"):
                break
            seen.add(above)
            is_hidden = _HIDDEN.search(above.get("style") or "") or hiders.intersection(
                names_of(above).split()
            )
            hidden = f" {prefix}-hidden" if is_hidden else ""
            above.set("class", f"{above.get('class') or ''} {prefix}-open{hidden}".strip())


def _disarm(root: Node, *, styled: bool) -> None:
    """Turn what could act into boxes, and where links lead into words that a pointer shows."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag == "a" and (address := element.get("href")):
            element.set("title", address[:_LONGEST_TITLE])
        if not styled:
            for name in ("style", "width", "height", "bgcolor", "color"):
                element.attrib.pop(name, None)
        element.tag = _PLAIN_BOXES.get(element.tag, element.tag)
