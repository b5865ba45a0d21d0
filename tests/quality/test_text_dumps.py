"""Plain text of whole invented pages, noise and all: what the reader of dumps makes of it, with floors.

Each dump stands with what it says in a file beside it (`text_dumps/<name>.json`): long menus and tickers, excerpts of
other stories before and behind a text that is shorter, a glossary, comments, a next story, pagers, tables, schedules, a
live report, galleries, credits between sections, old portals and press offices. What cannot be told from the lines of a
dump (tags with nothing between them) is among what it says all the same. Floors may only rise.
"""

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from newsbot.items import Origin
from newsbot.language.text import fold
from newsbot.snapshot import Snapshot
from newsbot.stream import process
from tests.quality.test_unknown_templates import body_f1, f1, names

FOLDER = Path(__file__).with_name("text_dumps")
DUMPS = sorted(path.stem for path in FOLDER.glob("*.txt"))
FLOORS = {
    "headline": 1.0,
    "date_published": 1.0,
    "date_modified": 1.0,
    "authors": 1.0,
    "editors": 1.0,
    "dateline": 0.93,
    "section": 0.93,
    "keywords": 0.96,
    "captions": 0.96,
    "kind": 1.0,
}


@cache
def read(name):
    """The record of a dump, and what the page says."""
    gold = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    dump = (FOLDER / f"{name}.txt").read_bytes()
    article = process(Snapshot(dump, origin=Origin("text", f"{name}.txt"))).article
    assert article is not None
    return article, gold


def captions(images):
    return [(image["caption"], image["credit"]) for image in images if image["caption"]]


def right(article, gold):
    """For each field whether the record says what the page says."""
    got = article.to_dict()
    return {
        "headline": article.headline == gold["headline"],
        "date_published": (article.date_published or "")[:16] == (gold["date_published"] or "")[:16],
        "date_modified": (got["date_modified"] or "")[:16] == (gold["date_modified"] or "")[:16],
        "authors": names(article.authors) == {name.lower() for name in gold["authors"]},
        "editors": names(article.editors) == {name.lower() for name in gold["editors"]},
        "dateline": fold(article.dateline or "") == fold(gold["dateline_place"] or ""),
        "section": fold(article.section or "") == fold(gold["section"] or ""),
        "keywords": set(map(fold, article.keywords)) == set(map(fold, gold["keywords"])),
        "captions": captions(got["images"]) == captions(gold["captions"]),
        "kind": article.kind == gold["kind"],
    }


def test_body_holds_the_article_and_nothing_else():
    leaked = noise = 0
    for article, gold in map(read, DUMPS):
        body = fold(gold["article_body"])
        told = [text for text in gold["noise"] if len(text.split()) >= 4 and fold(text) not in body]
        leaked += sum(fold(text) in fold(article.article_body) for text in told)
        noise += len(told)
    assert body_f1(map(read, DUMPS)) >= 0.995
    assert leaked <= 0.01 * noise


def test_paragraphs_stand_whole():
    found = map(read, DUMPS)
    assert f1((lines(article.article_body), lines(gold["article_body"])) for article, gold in found) >= 0.985


def lines(body):
    return Counter(filter(None, body.split("\n")))


@pytest.mark.parametrize("field", FLOORS)
def test_fields_are_those_that_the_dumps_print(field):
    wrong = [name for name in DUMPS if not right(*read(name))[field]]
    assert 1 - len(wrong) / len(DUMPS) >= FLOORS[field], wrong


def test_inserts_in_the_text_are_related():
    for article, gold in map(read, DUMPS):
        titles = [fold(link.text) for link in article.related]
        for text in gold["related"]:
            assert any(title and title in fold(text) for title in titles), text


def test_a_dump_with_a_pager_is_not_complete():
    for article, gold in map(read, DUMPS):
        assert not (gold["multi_page"] and article.is_complete)
