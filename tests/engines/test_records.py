"""A record read back is the article that it was written of."""

import json
from pathlib import Path

import pytest

from newsbot.engines.records import article_of
from newsbot.snapshot import Snapshot
from newsbot.stream import process

PAGES = sorted((Path(__file__).parents[2] / "fixtures").glob("*/*/page.html"))[::9]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_article_of_a_record_is_the_article(page):
    facts = json.loads(page.with_name("page.json").read_text("utf-8"))
    article = process(Snapshot(page.read_bytes(), facts["url"])).article
    line = article.to_json()
    assert article_of(json.loads(line)) == article
    assert article_of(json.loads(line)).to_json() == line
