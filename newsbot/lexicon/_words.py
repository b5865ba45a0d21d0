"""What code asks the lexicon for, by the place of its words: "file.section.key"."""

from __future__ import annotations

from typing import Any

from newsbot.lexicon._files import cached, table


@cached
def words(*places: str) -> tuple[str, ...]:
    """The words at the places, in the order of the files and each once; of a table, those of all its lists
    or its keys where they have numbers.

    Raises KeyError for a place that the lexicon has not.

    >>> words("roles.labels.uploader", "roles.labels.producer")
    ('uploader', 'produser', 'producer')
    """
    return tuple(dict.fromkeys(word for place in places for word in _listed(_at(place), place)))


@cached
def word_set(*places: str) -> frozenset[str]:
    """The words at the places as a set."""
    return frozenset(words(*places))


@cached
def forms(place: str) -> str:
    """One pattern for any of the regular expressions at a place, the first of the file first."""
    return "|".join(f"(?:{form})" for form in words(place))


@cached
def key_of(place: str) -> dict[str, str]:
    """Each word of a table of lists with the key of its list; one in two lists belongs to the last.

    >>> key_of("roles.labels")["redaktur"]
    'editor'
    """
    return {word: key for key, listed in _at(place).items() for word in listed}


@cached
def labels(use: str) -> dict[str, str]:
    """The labels of bylines that count at a use (`line`, `dump`, `glued` ...; see roles.toml), with their roles.

    >>> "disunting oleh" in labels("line"), "video" in labels("line")
    (True, False)
    """
    roles = key_of("roles.labels")
    if use in section("roles.only"):
        return {label: roles[label] for label in words(f"roles.only.{use}")}
    left_out = word_set(f"roles.except.{use}")
    return {label: role for label, role in roles.items() if label not in left_out}


@cached
def number_of(place: str) -> dict[str, int]:
    """Each word of a table with its number: the key of its list, or its own value.

    >>> number_of("calendar.months")["pebruari"], number_of("calendar.zones")["wita"]
    (2, 480)
    """
    numbers: dict[str, int] = {}
    for key, value in _at(place).items():
        numbers.update({key: value} if isinstance(value, int) else dict.fromkeys(value, int(key)))
    return numbers


@cached
def section(place: str) -> tuple[str, ...]:
    """The keys of a table.

    >>> section("element_names.containers")[:2]
    ('related', 'ad')
    """
    return tuple(_at(place))


@cached
def entries(place: str) -> tuple[dict[str, Any], ...]:
    """The tables of an array: the rules of `furniture.rule`."""
    return tuple(_at(place))


def _at(place: str) -> Any:
    name, *keys = place.split(".")
    value: Any = table(name)
    for key in keys:
        if not isinstance(value, dict) or key not in value:
            raise KeyError(f"the lexicon has nothing at {place}")
        value = value[key]
    return value


def _listed(value: Any, place: str) -> list[str]:
    if isinstance(value, dict):
        if all(isinstance(inner, int) for inner in value.values()):
            return list(value)
        return [word for inner in value.values() for word in _listed(inner, place)]
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise KeyError(f"the lexicon has no words at {place}")
    return value
