"""A label of the byline grammar is known wherever a line may stand alone, and where it may not it is told."""

import pytest

from newsbot import lexicon
from newsbot.language.byline import parse_byline
from newsbot.language.phrases import furniture
from tests.invented import STORY, kompas, record

LABELS = lexicon.labels("line")


@pytest.mark.parametrize("label", sorted(LABELS))
def test_label_with_a_mark_is_a_byline(label):
    found = furniture(f"{label.capitalize()}: Laras Puspa")
    assert found is not None
    assert (found.bin, found.opens) == ("byline", False)


@pytest.mark.parametrize("label", sorted(set(LABELS) - lexicon.word_set("roles.labels.above")))
def test_label_names_who_stands_behind_it(label):
    assert [(who.name, who.role) for who in parse_byline(f"{label.capitalize()}: Laras Puspa").people] == [
        ("Laras Puspa", LABELS[label])
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Teks: Proklamasi kemerdekaan",
        "Foto: Gudang garam di tepi teluk",
        "Penanggung jawab: Laras Puspa",
        "Peneliti: Saya belum tahu.",
    ],
)
def test_label_that_heads_other_lines_stays(line):
    assert furniture(line) is None


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Disunting oleh: Laras Puspa", "editors"),
        ("Redpel: Laras Puspa", "editors"),
        ("Koresponden: Laras Puspa", "contributors"),
    ],
)
def test_labelled_line_leaves_the_text_and_names_its_person(line, role):
    article = record(kompas(f"{STORY}<p>{line}</p>"))
    assert line not in article.article_body
    assert [person.name for person in getattr(article, role)] == ["Laras Puspa"]


def test_uses_name_labels_that_the_grammar_knows():
    known = lexicon.key_of("roles.labels").keys()
    assert lexicon.word_set("roles.except", "roles.only") <= known
