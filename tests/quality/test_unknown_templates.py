"""Whole invented pages of kinds of template that no rule names: what the generic path makes of them, with floors.

Each page stands with what it says in a file beside it (`unknown_templates/<kind>.json`): themes of WordPress, Joomla
and Drupal, Blogger, hand-made tables, grids of Bootstrap, utility classes, the press's own systems, with their menus,
tickers, cards, boxes in the text, comments and footers. Floors may only rise.
"""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from newsbot.language.text import fold
from tests.invented import record

FOLDER = Path(__file__).with_name("unknown_templates")
KINDS = sorted(path.stem for path in FOLDER.glob("*.html"))
FLOORS = {
    "headline": 1.0,
    "date_published": 1.0,
    "authors": 0.99,
    "editors": 0.99,
    "dateline": 0.985,
    "section": 0.98,
    "keywords": 1.0,
    "captions": 1.0,
}


@cache
def read(kind):
    """The record of a page, and what the page says."""
    gold = json.loads((FOLDER / f"{kind}.json").read_text("utf-8"))
    page = (FOLDER / f"{kind}.html").read_text("utf-8")
    return record(page, gold["url"], fetched_at=gold.get("fetched_at")), gold


def runs(text):
    words = re.findall(r"\w+", text.lower())
    return Counter(zip(*(words[i:] for i in range(4)), strict=False))


def f1(pairs):
    """Twice what is in both over what is in each, of pairs of counters."""
    shared = both = 0
    for got, wanted in pairs:
        shared += (got & wanted).total()
        both += got.total() + wanted.total()
    return 2 * shared / both


def body_f1(read_pages):
    """Of the runs of four words, over all pages with what they say."""
    return f1((runs(article.article_body), runs(gold["article_body"])) for article, gold in read_pages)


def names(people):
    return {person.name.lower() for person in people}


def right(article, gold):
    """For each field whether the record says what the page says."""
    place = gold["dateline_place"]
    return {
        "headline": article.headline == gold["headline"],
        "date_published": article.date_published[:16] == gold["date_published"][:16],
        "authors": names(article.authors) == {name.lower() for name in gold["authors"]},
        "editors": names(article.editors) == {name.lower() for name in gold["editors"]},
        "dateline": fold(article.dateline or "") == fold(place),
        "section": fold(article.section or "") == fold(gold["section"] or ""),
        "keywords": {fold(word).lstrip("#") for word in article.keywords} == set(map(fold, gold["keywords"])),
        "captions": [image.caption for image in article.images if image.caption]
        == [told["caption"] for told in gold["captions"] if told["caption"]],
    }


def test_body_holds_the_article_and_nothing_else():
    leaked = noise = 0
    for article, gold in map(read, KINDS):
        leaked += sum(fold(text) in fold(article.article_body) for text in gold["noise"])
        noise += len(gold["noise"])
    assert body_f1(map(read, KINDS)) >= 0.998
    assert leaked <= 0.006 * noise


@pytest.mark.parametrize("field", FLOORS)
def test_fields_are_those_that_the_pages_print(field):
    wrong = [kind for kind in KINDS if not right(*read(kind))[field]]
    assert 1 - len(wrong) / len(KINDS) >= FLOORS[field], wrong


def test_inserts_in_the_text_are_related():
    wanted = missed = 0
    for article, gold in map(read, KINDS):
        titles = [fold(link.text) for link in article.related]
        for text in gold["related"]:
            wanted += 1
            missed += not any(title and title in fold(text) for title in titles)
    assert missed <= 0.04 * wanted


def test_page_numbered_by_its_first_paragraph_is_not_told_as_a_page_of_that_number():
    article, _ = read("sindonews-2019-page-three")
    told = [problem.detail for problem in article.metadata.problems if problem.code == "missing_page"]
    assert told == ["this page begins at paragraph 20"]
