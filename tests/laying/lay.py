"""Full-size pages for the fixtures: the article of a case as its portal marks it up, in a page as portals build them.

    python -m tests.laying.lay            # lay all anew into fixtures/
    python -m tests.laying.lay viva       # those of one portal

`cores/PORTAL.CASE.html` holds the head and the article alone, `cores/PORTAL.CASE.json` what its record must say. What
is put into the article is known here to be text or noise: what the full page's record must say follows from that, and
not from what newsbot reads.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from html import escape
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlsplit

from tests.laying.around import Around
from tests.laying.dress import DRESSES
from tests.laying.unseen import Unseen
from tests.laying.words import Words

CORES = Path(__file__).with_name("cores")
FIXTURES = Path(__file__).parents[2] / "fixtures"
_INSERT = re.compile(r"^.*\b[Bb]aca (?:[Jj]uga|JUGA).*$|^.*\bBACA JUGA.*$", re.MULTILINE)
_LENGTH = range(9, 16)
"""Paragraphs that are put in."""


@dataclass(frozen=True)
class Laid:
    """A page and what its record must say."""

    page: str
    expected: dict[str, Any]


@dataclass
class Story:
    """The article's markup as it grows, with what is text and what an insert in it, in order."""

    html: str
    texts: list[str] = field(default_factory=list)
    related: list[str] = field(default_factory=list)


def names() -> list[str]:
    """The cases that are laid, as PORTAL.CASE."""
    return sorted(path.stem for path in CORES.glob("*.html"))


def lay(name: str) -> Laid:
    """The full-size page of a case."""
    small, expected = CORES.joinpath(f"{name}.html").read_text("utf-8"), core(name)
    url = json.loads(_folder(name).joinpath("page.json").read_text("utf-8"))["url"]
    words = Words(name, date.fromisoformat(expected["date_published"][:10]))
    dress = DRESSES[Random(f"dress {name}").randrange(len(DRESSES))]
    head, opening, rest = re.split(r"(?=</head>)|(?<=</header>)", small, maxsplit=2)
    article, tail = re.split(r'(?=<aside class="sidebar">)', rest, maxsplit=1)
    brand = _brand(small)
    base = "https://" + urlsplit(url).netloc
    around, unseen = Around(words, dress, brand, base), Unseen(words.random, brand, base)
    story = _grown(article, expected, words, around)
    parts = [
        f"{head}{unseen.head()}",
        re.sub(r"<header>.*</header>", lambda _: around.top(), opening, flags=re.DOTALL),
        _with_below(story.html, around),
        around.aside(),
        re.sub(
            r"<footer>.*(?=</body>)", lambda _: "", tail.partition("</aside>")[2], flags=re.DOTALL
        ).replace("</body>", f"{around.footer()}\n{around.popups()}\n{unseen.scripts()}\n</body>"),
    ]
    told: dict[str, Any] = {"article_body": "\n\n".join(story.texts)}
    if "related" in expected:  # without a layout, whose box a list below the text is in is nobody's to say
        told["related"] = [{"text": text} for text in story.related]
    return Laid("\n".join(parts), {**expected, **told})


def core(name: str) -> dict[str, Any]:
    """What the record of the article alone must say."""
    told: dict[str, Any] = json.loads(CORES.joinpath(f"{name}.json").read_text("utf-8"))
    return told


def _folder(name: str) -> Path:
    return FIXTURES.joinpath(*name.split(".", 1))


def _brand(small: str) -> str:
    """The outlet as the page's own title signs."""
    title = re.search(r"<title>(.*?)</title>", small, re.DOTALL)
    return title[1].rpartition(" - ")[2].strip() if title else "Kabar"


def _with_below(article: str, around: Around) -> str:
    """What follows the article lies in the same column where the template has one."""
    before, main, after = article.rpartition("</main>")
    return f"{before}\n{around.below()}\n{main}{after}" if main else f"{article}\n{around.below()}"


def _grown(article: str, expected: dict[str, Any], words: Words, around: Around) -> Story:
    """The story with further paragraphs of the same markup between its own, and with what stands between paragraphs."""
    story = Story("")
    inserted = [item["text"] for item in expected.get("related", ())]
    own = expected["article_body"].split("\n\n")
    further = words.random.choice(_LENGTH)
    pieces = _between(article, inserted, words, around)
    words.random.shuffle(pieces)
    begun = _begin(article, own[0])
    rest, story.html = article[begun:], article[:begun] + around.share() + "\n"
    for number, text in enumerate(own):
        end = _end_of(rest, text)
        passed, rest = rest[:end], rest[end:]
        story.related += [title for title in inserted if title in passed]
        story.html += passed
        story.texts.append(text)
        tag = _opening(passed)
        left = len(own) - number
        for _ in range(round(further / left)):
            further -= 1
            _write(story, words, tag)
            if pieces and words.random.random() < 0.6:
                pieces.pop()(story)
    story.related += [title for title in inserted if title in rest]
    story.html += rest
    return story


def _begin(article: str, first: str) -> int:
    """Where the element opens that holds the first paragraph; there widgets stand above the text."""
    before = article[: _place(article, first)]
    boxes = [
        match.start()
        for match in re.finditer(
            r"<(?:div|section|article)\b[^>]*>(?=\s*(?:<strong>[^<]*</strong>[^<]*)?<p\b[^>]*>)", before
        )
    ]
    return boxes[-1] if boxes else before.rfind("<p")


def _place(html: str, text: str) -> int:
    """Where a text ends in the markup."""
    for form in (text[-25:], escape(text[-25:], quote=False), escape(text[-25:])):
        if (found := html.find(form)) >= 0:
            return found + len(form)
    raise ValueError(f"not in the markup: {text!r}")


def _end_of(html: str, text: str) -> int:
    end = html.index("</p>", _place(html, text)) + len("</p>")
    assert end - _place(html, text) < 20, text
    return end


def _opening(passed: str) -> str:
    """The tag that opens the last paragraph."""
    return re.findall(r"<p\b[^>]*>", passed)[-1]


def _write(story: Story, words: Words, tag: str) -> None:
    """A further paragraph, now and then with a link to a subject or with stress in it."""
    text = words.paragraph()
    shown = escape(text, quote=False)
    linked = next(
        (word for word in ("warga", "hujan", "panen", "biaya", "dana") if f" {word} " in shown), None
    )
    if linked and words.random.random() < 0.5:
        shown = shown.replace(f" {linked} ", f' <a href="/tag/{linked}">{linked}</a> ', 1)
    elif words.random.random() < 0.3:
        shown = shown.replace(" tidak ", " <em>tidak</em> ", 1)
    story.html += f"\n{tag}{shown}</p>"
    story.texts.append(text)


def _between(
    article: str, inserted: list[str], words: Words, around: Around
) -> list[Callable[[Story], None]]:
    """What may stand between two paragraphs of this page."""
    makers: list[Callable[[Story], None]] = [
        partial(_noise, html=around.ad("inline")),
        partial(
            _noise,
            html=f'<div class="{around.dress.ad}"><span>ADVERTISEMENT</span>{around.ad("inline-2")}</div>',
        ),
        partial(_noise, html='<div class="scroll-ads"><p>SCROLL TO CONTINUE WITH CONTENT</p></div>'),
        partial(_noise, html=_letter(around)),
    ]
    if words.random.random() < 0.6:
        makers.append(partial(_heading, text=words.heading()))
    if words.random.random() < 0.4:
        makers.append(partial(_quote, text=words.sentence()))
    for line in [line for line in _INSERT.findall(article) if line.count("<a ") == 1][:1]:
        title = next((title for title in inserted if title in line), None)
        if title:
            makers += [partial(_insert, line=line, old=title, new=words.title()) for _ in range(2)]
    return makers


def _noise(story: Story, html: str) -> None:
    story.html += f"\n{html}"


def _heading(story: Story, text: str) -> None:
    story.html += f"\n<h3>{text}</h3>"
    story.texts.append(text)


def _quote(story: Story, text: str) -> None:
    story.html += f"\n<blockquote>{text}</blockquote>"
    story.texts.append(text)


def _insert(story: Story, line: str, old: str, new: str) -> None:
    """One more insert in the markup of the page's own."""
    slug = re.sub(r"[^a-z0-9]+", "-", new.lower()).strip("-")
    story.html += "\n" + re.sub(r'(href="[^"]*/)[^"/]*"', rf'\g<1>{slug}"', line.replace(old, new))
    story.related.append(new)


def _letter(around: Around) -> str:
    """An offer to subscribe amid the text."""
    return (
        '<div class="newsletter-inline"><strong>Langganan Buletin Pagi</strong><form><input type="email" placeholder="Alamat surel">'
        f"<button>Daftar</button></form><small>Dikirim oleh {escape(around.brand)}, berhenti kapan saja.</small></div>"
    )


def main(portals: list[str]) -> None:
    """Write the pages and what their records must say."""
    for name in names():
        if not portals or name.partition(".")[0] in portals:
            laid, folder = lay(name), _folder(name)
            folder.joinpath("page.html").write_text(laid.page, "utf-8")
            text = json.dumps(laid.expected, ensure_ascii=False, indent=2) + "\n"
            folder.joinpath("expected.json").write_text(text, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
