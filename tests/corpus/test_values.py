"""Values that are of their fields' types, and those that are not."""

import json

import pytest

from newsbot.corpus.added import ADDED
from newsbot.corpus.values import require_types
from newsbot.items import Article
from tests.corpus.export.made import BARE, FULL


def changed(path, value):
    """FULL with one value in the place of another; `path` are keys and numbers."""
    record = json.loads(json.dumps(FULL))
    at = record
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return record


def test_what_newsbot_writes_is_of_the_right_types():
    for record in (FULL, BARE):
        require_types(record)


def test_null_and_a_missing_key_say_that_nothing_is_known():
    nothing = dict.fromkeys((name for name in Article.__slots__), None)
    require_types({**nothing, **dict.fromkeys(ADDED), "metadata": dict.fromkeys(FULL["metadata"])})
    require_types({"metadata": {}})


def test_keys_and_words_of_a_later_version_are_passed_over():
    require_types({**FULL, "kind": "podcast", "catatan": [1]})
    require_types(changed(("metadata", "removed", 0, "kind"), "sponsored"))


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("headline",), {}, "headline is an object, where a text belongs"),
        (("keywords",), "garam", "keywords is a text, where a list belongs"),
        (("keywords", 1), None, "keywords[1] is missing, where a text belongs"),
        (("authors", 0), "Sari", "authors[0] is a text, where an object belongs"),
        (("authors", 0), {}, "authors[0].name is missing, where a text belongs"),
        (("authors", 1, "name"), None, "authors[1].name is missing, where a text belongs"),
        (("publisher",), {}, "publisher.name is missing, where a text belongs"),
        (("word_count",), True, "word_count is true or false, where a whole number belongs"),
        (("word_count",), 2.5, "word_count is a number, where a whole number belongs"),
        (("word_count",), 2**63, "word_count is a number of more than 64 bits"),
        (("in_language", "score"), "0.9", "in_language.score is a text, where a number belongs"),
        (("blocks", 1, "text"), 5, "blocks[1].text is a whole number, where a text belongs"),
        (("metadata", "confidence"), [], "metadata.confidence is a list, where a number belongs"),
        (
            ("metadata", "fields", "headline", "agrees"),
            "meta",
            "metadata.fields[headline].agrees is a text, where a list belongs",
        ),
        (
            ("metadata", "problems", 0),
            {"field": "url"},
            "metadata.problems[0].code is missing, where a text belongs",
        ),
        (("cluster_id",), 1, "cluster_id is a whole number, where a text belongs"),
        (
            ("identified_language",),
            {"code": "id"},
            "identified_language.score is missing, where a number belongs",
        ),
    ],
)
def test_a_value_of_another_type_is_named_by_its_place(path, value, said):
    with pytest.raises(ValueError, match="^" + said.replace("[", r"\[").replace(".", r"\.") + "$"):
        require_types(changed(path, value))
