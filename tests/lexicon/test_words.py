"""The lexicon answers by concept, and a fact stands once in it."""

import re
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbot import lexicon

FILES = sorted(
    file.name.removesuffix(".toml") for file in (resources.files("newsbot.lexicon") / "data").iterdir()
)


def test_words_of_several_places_come_once():
    signing = lexicon.words("outlets.agencies.all", "outlets.agencies.sign", "outlets.agencies.all")
    assert len(signing) == len(set(signing)) > len(lexicon.words("outlets.agencies.all"))


def test_a_place_that_is_not_there_is_an_error():
    with pytest.raises(KeyError, match=r"roles\.labels\.penjaga"):
        lexicon.words("roles.labels.penjaga")
    with pytest.raises(KeyError, match="penjaga"):
        lexicon.words("penjaga.words")


def test_a_label_gives_one_role():
    assert len(lexicon.key_of("roles.labels")) == len(
        [w for role in lexicon.section("roles.labels") for w in lexicon.words(f"roles.labels.{role}")]
    )


def test_a_class_word_is_parted_by_what_is_no_letter():
    tags = lexicon.class_words("tag")
    assert all(tags.search(names) for names in ("box tag-list", "article__tags", "Tags"))
    assert not tags.search("stage vintage")


def test_a_blank_of_an_element_name_is_any_joint_or_none():
    trail = lexicon.class_words("trail")
    assert all(trail.search(name) for name in ("breadcrumb", "bread-crump", "bread_crum", "breadCome"))


@pytest.mark.parametrize("name", FILES)
def test_words_are_written_as_they_are_compared(name):
    if name == "places":
        return
    for word in _strings(lexicon.section(name), name):
        assert word == word.strip() != ""


def _strings(keys, place):
    for key in keys:
        try:
            yield from lexicon.words(f"{place}.{key}")
        except KeyError:
            continue


@given(st.sets(st.text("ab. ", min_size=1, max_size=5), min_size=1, max_size=9), st.text("ab. ", max_size=6))
def test_an_alternation_finds_each_of_its_words_the_longest_first(listed, text):
    found = re.match(lexicon.alternation(listed), text)
    longest = max((word for word in listed if text.startswith(word)), key=len, default=None)
    assert (found and found[0]) == longest
