"""The programs that are compared, each in a process of its own: ``python programs.py NAME FOLDER``.

FOLDER holds a page a file, ``0.html`` and on, and ``urls.json`` with their addresses. The process says what it runs
(its version, or why it cannot), then reads a page's number a line and answers a line of JSON: CPU seconds, and what it
made of the page: `text`, paragraphs parted by line breaks, `title`, `authors`, `day` where it gives them.

Every program is called as its documentation says for news pages, told that the language is Indonesian where it can be
told, and asked for no comments and no pictures where these can be left out. Bytes go in where it takes bytes; where
it takes text, decoding is part of its time. Only the standard library is imported here: the peers' environment need not
know newsbot, nor newsbot's the peers.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import sys
import time
import warnings
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

PATIENCE = 60
"""Seconds after which a page is given up."""
Read = Callable[[bytes, str | None], dict[str, Any]]


def lxml_parse() -> Read:
    from lxml import html

    def read(body: bytes, _url: str | None) -> dict[str, Any]:
        html.document_fromstring(body)
        return {}

    return read


def lexbor_parse() -> Read:
    from selectolax.lexbor import LexborHTMLParser

    def read(body: bytes, _url: str | None) -> dict[str, Any]:
        LexborHTMLParser(body)
        return {}

    return read


def newsbot(*, generic: bool) -> Read:
    from newsbot import process
    from newsbot.snapshot import Snapshot
    from newsbot.stream import Options

    options = Options(generic=generic)

    def read(body: bytes, url: str | None) -> dict[str, Any]:
        article = process(Snapshot(body, url), options=options).article
        if article is None:
            return {"text": ""}
        article.to_json()  # a whole record as a line is what it is timed for
        return {
            "text": article.article_body,
            "title": article.headline,
            "authors": [person.name for person in article.authors],
            "day": article.date_published,
        }

    return read


def resiliparse() -> Read:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    def read(body: bytes, _url: str | None) -> dict[str, Any]:
        tree = HTMLTree.parse_from_bytes(body, detect_encoding(body))
        return {"text": extract_plain_text(tree, main_content=True, alt_texts=False)}

    return read


def trafilatura(**options: bool) -> Read:
    from trafilatura import bare_extraction

    def read(body: bytes, url: str | None) -> dict[str, Any]:
        found = bare_extraction(body, url=url, include_comments=False, **options)
        if found is None:
            return {"text": ""}
        said = {"text": found.text}
        if options.get("with_metadata"):
            authors = [name.strip() for name in (found.author or "").split(";")]
            said |= {"title": found.title, "authors": authors, "day": found.date}
        return said

    return read


def readability() -> Read:
    from lxml import html
    from readability import Document

    def read(body: bytes, url: str | None) -> dict[str, Any]:
        document = Document(decoded(body), url=url)
        summary = document.summary(html_partial=True)
        return {"text": blocks(html.fragment_fromstring(summary, "div")), "title": document.short_title()}

    return read


def newspaper4k() -> Read:
    import newspaper

    def read(body: bytes, url: str | None) -> dict[str, Any]:
        address = url or "https://news.example/"
        found = newspaper.article(address, language="id", input_html=decoded(body), fetch_images=False)
        return {
            "text": found.text,
            "title": found.title,
            "authors": found.authors,
            "day": _day(found.publish_date),
        }

    return read


def goose3() -> Read:
    from goose3 import Goose

    goose = Goose({"enable_image_fetching": False, "use_meta_language": False, "target_language": "id"})

    def read(body: bytes, _url: str | None) -> dict[str, Any]:
        found = goose.extract(raw_html=decoded(body))
        return {
            "text": found.cleaned_text,
            "title": found.title,
            "authors": found.authors,
            "day": _day(found.publish_date),
        }

    return read


def news_please() -> Read:
    from newsplease import NewsPlease

    def read(body: bytes, url: str | None) -> dict[str, Any]:
        found = NewsPlease.from_html(decoded(body), url=url, fetch_images=False)
        return {
            "text": found.maintext,
            "title": found.title,
            "authors": found.authors,
            "day": _day(found.date_publish),
        }

    return read


def justext() -> Read:
    from justext import get_stoplist
    from justext import justext as run

    words = get_stoplist("Indonesian")

    def read(body: bytes, _url: str | None) -> dict[str, Any]:
        return {"text": "\n".join(one.text for one in run(body, words) if not one.is_boilerplate)}

    return read


def boilerpy3() -> Read:
    from boilerpy3.extractors import ArticleExtractor

    extractor = ArticleExtractor(raise_on_failure=False)

    def read(body: bytes, _url: str | None) -> dict[str, Any]:
        found = extractor.get_doc(decoded(body))
        return {"text": found.content, "title": found.title}

    return read


PROGRAMS: dict[str, tuple[str, Callable[[], Read]]] = {
    "lxml, parse only": ("lxml", lxml_parse),
    "lexbor, parse only": ("selectolax", lexbor_parse),
    "newsbot": ("newsbot", lambda: newsbot(generic=False)),
    "newsbot --generic": ("newsbot", lambda: newsbot(generic=True)),
    "resiliparse": ("resiliparse", resiliparse),
    "trafilatura": ("trafilatura", trafilatura),
    "trafilatura fast": ("trafilatura", lambda: trafilatura(fast=True)),
    "trafilatura precision, metadata": (
        "trafilatura",
        lambda: trafilatura(favor_precision=True, with_metadata=True),
    ),
    "readability-lxml": ("readability-lxml", readability),
    "newspaper4k": ("newspaper4k", newspaper4k),
    "goose3": ("goose3", goose3),
    "news-please": ("news-please", news_please),
    "jusText": ("jusText", justext),
    "boilerpy3": ("boilerpy3", boilerpy3),
}
"""By name: the package, and what gives its reader. The first is what the others' times are held against."""
BASE = next(iter(PROGRAMS))

_BLOCKS = frozenset(
    "p div li h1 h2 h3 h4 h5 h6 blockquote section article table tr ul ol figure figcaption pre".split()
)


def blocks(node: Any) -> str:
    """The text of a tree, a line for each block or line break: the paragraphs that it shows."""
    lines = [""]

    def walk(one: Any) -> None:
        parts = isinstance(one.tag, str)
        if parts and (one.tag in _BLOCKS or one.tag == "br"):
            lines.append("")
        lines[-1] += (one.text or "") if parts else ""
        for child in one:
            walk(child)
            lines[-1] += child.tail or ""
        if parts and one.tag in _BLOCKS:
            lines.append("")

    walk(node)
    return "\n".join(said for line in lines if (said := " ".join(line.split())))


def decoded(body: bytes) -> str:
    """The text of a page for programs that take text; the pages are UTF-8 or of one byte a letter."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")


def _day(moment: Any) -> str | None:
    return str(moment)[:10] if moment else None


def _timed(read: Read, body: bytes, url: str | None) -> dict[str, Any]:
    signal.alarm(PATIENCE)
    begin = time.process_time()
    try:
        said = read(body, url)
    except Exception as error:  # noqa: BLE001 any program may fail on any page
        said = {"text": "", "failed": f"{type(error).__name__}: {error}"[:200]}
    finally:
        signal.alarm(0)
    said["seconds"] = time.process_time() - begin
    return said


def _too_long(*_: object) -> None:
    raise TimeoutError(f"not read within {PATIENCE} s")


def main(name: str, folder: Path) -> None:
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints is no answer
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    signal.signal(signal.SIGALRM, _too_long)

    def say(said: dict[str, Any]) -> None:
        answers.write(json.dumps(said, default=str) + "\n")
        answers.flush()

    package, begin = PROGRAMS[name]
    try:
        read = begin()
    except Exception as error:  # noqa: BLE001 said in the table
        say({"missing": f"{type(error).__name__}: {error}"})
        return
    stated = import_module(package).__version__ if package == "newsbot" else version(package)
    say({"version": f"{package} {stated}"})
    urls = json.loads((folder / "urls.json").read_text("utf-8"))
    for line in sys.stdin:
        number = int(line)
        say(_timed(read, (folder / f"{number}.html").read_bytes(), urls[number]))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
