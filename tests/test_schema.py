import dataclasses
from typing import get_args

import jsonschema
import pytest

from newsbot import items
from newsbot.schema import article_schema

VALIDATOR = jsonschema.Draft202012Validator(article_schema())


def record(**changes):
    full = items.Article(
        id="contoh:1",
        portal="contoh",
        publisher=items.Publisher("Contoh", "contoh.id"),
        url="https://contoh.id/1",
        canonical_url=None,
        kind="article",
        blocks=[items.Block("image", "", image=items.Image("https://contoh.id/a.jpg", width=640))],
        authors=[items.Person("Sari", "author")],
        videos=[items.Video("https://contoh.id/v")],
        related=[items.Related("Baca juga")],
        date_mentions=[items.DateMention("Rabu", 0, 4, None, "day", None, None)],
        in_language=items.Language("id", 0.5),
    )
    full.metadata.discovery = items.Discovery("feed")
    full.metadata.fields["headline"] = items.FieldSource("layout", "h1")
    full.metadata.removed.append(items.Removed("rule", "ad", "Iklan"))
    full.metadata.problems.append(items.Problem("x"))
    return {**full.to_dict(), **changes}


def test_schema_is_valid_and_takes_a_full_record():
    jsonschema.Draft202012Validator.check_schema(article_schema())
    VALIDATOR.validate(record())


@pytest.mark.parametrize("name", [field.name for field in dataclasses.fields(items.Article)] + ["schema"])
def test_every_key_is_required(name):
    row = record()
    del row[name]
    assert not VALIDATOR.is_valid(row)


@pytest.mark.parametrize(
    "changes",
    [
        {"new_key": 1},
        {"schema": "newsbot.article/2"},
        {"kind": "news"},
        {"headline": 3},
        {"page_count": "1"},
        {"authors": [{"name": "Sari"}]},
        {"date_published_precision": "hour"},
    ],
)
def test_what_breaks_the_contract_is_refused(changes):
    assert not VALIDATOR.is_valid(record(**changes))


def test_keys_stand_in_contract_order():
    assert list(article_schema()["properties"]) == list(record())
    assert article_schema()["required"] == list(record())


def test_kinds_are_those_of_the_class():
    assert article_schema()["properties"]["kind"] == {"enum": list(get_args(items.Kind))}
