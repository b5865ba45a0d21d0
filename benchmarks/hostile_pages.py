"""Pages that are made to hurt, and what the stream makes of each: no server, no crawl.

Run ``python -m benchmarks.hostile_pages``: it reads each in a process of its own, as a crawl does, and prints the table
of docs/security.md. Each page is an honest one with one thing in it that is hostile.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from contextlib import closing

from newsbot import process
from newsbot.items import Outcome
from newsbot.snapshot import Snapshot
from newsbot.workers.crew import Crew, Lost

_STORY = (
    "Petani garam di Teluk Biru memanen tiga ton garam sejak Rabu (1/7/2026), kata ketua kelompok tani Wira. "
)
_BODY = "".join(f"<p>{_STORY * 3}</p>" for _ in range(6))
_TELLING = ("truncated", "invalid_json", "blocked", "missing", "unparsed_date", "unverified")
"""Problems that say what the hostile part cost."""


def page(
    inside: str = "", *, head: str = "", title: str = "Panen Garam di Teluk Biru", below: str = ""
) -> bytes:
    """An honest page, with what is given in its head, in its text or below that."""
    return (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title>{head}</head><body><article>"
        f"<h1>{title}</h1><div class=content>{_BODY}{inside}</div></article>{below}</body></html>"
    ).encode("utf-8", "surrogatepass")


def _json_ld(text: str, times: int = 1) -> bytes:
    return page(head=f'<script type="application/ld+json">{text}</script>' * times)


_STRANGE = {
    "@type": ["NewsArticle", 7, None],
    "headline": {"a": []},
    "author": [[[1]]],
    "datePublished": {"x": 1},
    "image": 3.5,
    "publisher": [None],
    "keywords": [{}],
    "isAccessibleForFree": [[]],
}
_LONG = {"@type": "NewsArticle", "articleBody": "garam " * 1_700_000}
_INSERT = "<p>Baca juga: <a href=/a>Gudang Garam Baru di Pesisir</a></p>"
_DECLARED = b"<!DOCTYPE a [<!ENTITY a 'garam'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>"

PAGES: dict[str, Callable[[], bytes]] = {
    "nothing hostile: the honest page that the others are made of": page,
    "100,000 elements nested in its text": lambda: page("<div>" * 100_000),
    "20,000 nested tables": lambda: page("<table><tr><td>" * 20_000),
    "500,000 elements side by side": lambda: page("<b></b>" * 500_000),
    "3,000,000 elements side by side": lambda: page("<b></b>" * 3_000_000),
    "an element of 100,000 attributes": lambda: page(f"<p {' '.join(f'a{n}=1' for n in range(100_000))}>x</p>"),
    "an attribute of 5 MB": lambda: page(f"<p class='{'a ' * 2_500_000}'>x</p>"),
    "a million entities": lambda: page("&amp;" * 1_000_000),
    "entities of no character": lambda: page("<p>&#0; &#xD800; &#x110000; &nosuch; &#99999999999;</p>"),
    "entities that a document type declares": lambda: _DECLARED + page("<p>&b;</p>"),
    "NUL in its words": lambda: page("<p>Har\x00ga gar\x00am</p>", title="Panen\x00 Garam"),
    "NUL after each tenth byte": lambda: b"\x00".join(page()[at : at + 10] for at in range(0, len(page()), 10)),
    "halves of surrogate pairs, written as UTF-8": lambda: page("\ud83d garam \udc4d", title="Panen \ud800 Garam"),
    "one text of 50 MB": lambda: page("garam " * 8_400_000),
    "one text of 2 MB": lambda: page("garam " * 330_000),
    "one word of 5 MB": lambda: page("g" * 5_000_000),
    "a title of 1 MB": lambda: page(title="Panen garam " * 87_000),
    "right-to-left overrides in title and text": lambda: page("\u202emarag\u202c", title="Panen \u202emaraG\u2069"),
    "JSON-LD that nests 100,000 lists": lambda: _json_ld("[" * 100_000),
    "JSON-LD of 10 MB": lambda: _json_ld(json.dumps(_LONG)),
    "JSON-LD with a number of 5,000 digits": lambda: _json_ld(f'{{"wordCount": {"9" * 5_000}}}'),
    "JSON-LD whose values are of no expected type": lambda: _json_ld(json.dumps(_STRANGE)),
    "100,000 scripts of JSON-LD": lambda: _json_ld('{"@type": "Person"}', 100_000),
    "1,000 blanks in its byline": lambda: page(below=f"<div class=author>Penulis:{' ' * 1_000}Wira</div>"),
    "200,000 blanks in its byline": lambda: page(below=f"<div class=author>Penulis:{' ' * 200_000}Wira</div>"),
    "5,000 related links in its text": lambda: page(_INSERT * 5_000),
    "10,000 pictures": lambda: page("<img src=/a.jpg alt=Tambak>" * 10_000),
}  # fmt: skip
"""What is hostile, and how it is made; in the order of the table. Sizes are such that no machine's speed decides."""


def outcome_of(found: Outcome | Lost) -> str:
    """What came of a page, in words."""
    if isinstance(found, Lost):
        return f"rejected: {found.reason}"
    if found.article is None:
        return f"rejected: {found.reject.reason if found.reject else None}"
    article = found.article
    article.to_json().encode()
    codes = {problem.code for problem in article.metadata.problems}
    text = "its text whole" if _STORY.strip() in article.article_body else "its text lost"
    noted = [f"problem `{code}`" for code in _TELLING if code in codes]
    return ", ".join([f"record, {article.kind}", text, *noted])


def outcomes() -> dict[str, str]:
    """The outcome of each page, read in a process of its own within the time of a page."""
    found: dict[str, str] = {}
    with closing(Crew(1, asked=(read,))) as crew:
        for number, name in enumerate(PAGES):
            crew.give(number, read, name)
            while name not in found:
                for _number, answer in crew.collect():
                    found[name] = outcome_of(answer) if isinstance(answer, Lost) else answer
    return found


def read(name: str) -> str:
    """The outcome of the page of that name."""
    return outcome_of(
        process(Snapshot(PAGES[name](), "https://www.contoh.id/berita/2026/07/05/panen-garam", 200))
    )


def rows(found: dict[str, str]) -> list[str]:
    """The rows of the table."""
    return [f"| {name} | {what} |" for name, what in found.items()]


def main() -> int:
    """Print the table."""
    print("\n".join(["| a page with | outcome |", "|---|---|", *rows(outcomes())]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
