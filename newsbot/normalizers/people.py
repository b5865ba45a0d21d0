"""People: printed bylines to authors, editors and contributors; structured data only where no byline is printed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from newsbot.extractors.raw import Body, Candidate, RawArticle
from newsbot.items import FieldSource, Person, Problem
from newsbot.language.byline import is_organisation, parse_byline, person_name
from newsbot.language.names import person_key
from newsbot.language.text import fold

_NAMES_ALONE = ("writer at the end",)
"""Rules of the body whose text is a name without a label; elsewhere in the body only a label announces a name."""
_ROLES = {"author": "authors", "editor": "editors"}


@dataclass(slots=True)
class People:
    """The persons of a record by list, with initials, sources and problems."""

    authors: list[Person] = field(default_factory=list)
    editors: list[Person] = field(default_factory=list)
    contributors: list[Person] = field(default_factory=list)
    initials: str | None = None
    fields: dict[str, FieldSource] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _known: set[tuple[str, str]] = field(default_factory=set)
    """The list and the key of each person in one: a page may name thousands."""
    edits: bool = False
    """Whether a structured author is an editor in print."""

    def add(self, name: str, role: str, raw: str, url: str | None, source: tuple[str, str]) -> None:
        """Add a person once a list: "HENDRA GUNAWAN" and "Hendra Gunawan" are one, the first printing stays."""
        target = _ROLES.get(role, "contributors")
        key = (target, person_key(name))
        people: list[Person] = getattr(self, target)
        if key in self._known or (" " not in name and any(_is_first_name(name, p.name) for p in people)):
            self._agree(target, source)
            return
        self._known.add(key)
        people.append(Person(name, role, url, raw))
        self.fields.setdefault(target, FieldSource(*source))

    def _agree(self, target: str, source: tuple[str, str]) -> None:
        known = self.fields.get(target)
        witness = ":".join(source)
        if known and source != (known.witness, known.rule) and witness not in known.agrees:
            known.agrees.append(witness)


def _is_first_name(name: str, whole: str) -> bool:
    """Whether a text signs with the first name of one whose whole name the page prints above ("Pewarta: Nanda")."""
    return fold(whole).startswith(f"{fold(name)} ")


def read_people(raw: RawArticle, body: Body, brands: tuple[str, ...]) -> People:
    """The persons a page names, by role, without outlets, desks and agencies."""
    people = People(initials=body.initials or raw.first("initials"))
    for name, role in (("authors", "author"), ("editors", "editor"), ("photographers", "photographer")):
        for candidate in raw.all(f"printed_{name}"):
            _add_byline(people, candidate, role, brands)
    for candidate in raw.all("printed_byline"):
        _add_byline(people, candidate, "author", brands)
    for candidate in body.bylines:
        _add_byline(people, candidate, "author" if candidate.rule in _NAMES_ALONE else "", brands)
    _sort_out_unlabelled(people, raw, body, brands)
    _sort_out_accounts(people, body, brands)
    printed = bool(people.authors or people.editors or _prints_byline(raw))
    _structured(people, raw, brands, printed)
    _link(people, raw)
    return people


def _link(people: People, raw: RawArticle) -> None:
    """Give those whose line says none the address of the page that their own name links to."""
    pages = {person_key(link.value): link.url for link in raw.all("writer_link")}
    for name in _ROLES.values() if pages else ():
        listed: list[Person] = getattr(people, name)
        listed[:] = [
            person if person.url else replace(person, url=pages.get(person_key(person.name)))
            for person in listed
        ]


def _sort_out_unlabelled(people: People, raw: RawArticle, body: Body, brands: tuple[str, ...]) -> None:
    """A line of names without roles ends with the editor (kompas 2025): who is an editor by label, pop-up or structured
    data is no author for standing in it, as long as another name stays."""
    editors = {person_key(p.name) for p in people.editors}
    if not people.editors:
        editors = {person_key(c.value) for c in raw.all("structured_editor")}
    if editors.isdisjoint(person_key(p.name) for p in people.authors):
        return  # as on nearly every page: nothing is read twice
    labelled = {
        person_key(n.name)
        for c in raw.all("printed_authors")
        for n in parse_byline(c.value, "author", brands).people
    }
    labelled |= {
        person_key(n.name)
        for c in (*raw.all("printed_byline"), *body.bylines)
        for n in parse_byline(c.value, "", brands).people
        if n.role == "author"
    }
    kept = [p for p in people.authors if person_key(p.name) not in editors or person_key(p.name) in labelled]
    if kept:
        people.authors = kept


def _sort_out_accounts(people: People, body: Body, brands: tuple[str, ...]) -> None:
    """Where the text signs its writers ("Reporter: Wira Teluk"), an account that the template prints at the headline
    ("by lpmlintang") is who posted it: one word in small letters that the text does not sign."""
    signed = {
        person_key(name.name)
        for candidate in body.bylines
        for name in parse_byline(candidate.value, "", brands).people
        if name.role == "author"
    }
    if signed:
        people.authors = [
            p for p in people.authors if person_key(p.name) in signed or " " in p.name or not p.name.islower()
        ]


def _add_byline(people: People, candidate: Candidate, role: str, brands: tuple[str, ...]) -> None:
    if candidate.rule in ("source", "syndicated", "rights", "no-copying"):
        return
    byline = parse_byline(candidate.value, role, brands)
    single = len(byline.people) == 1
    for name in byline.people:
        url = candidate.url if single else None
        people.add(name.name, name.role, name.raw, url, (candidate.witness, candidate.rule))
    people.initials = people.initials or byline.initials


def _prints_byline(raw: RawArticle) -> bool:
    return any(raw.all(name) for name in ("printed_authors", "printed_editors"))


def _structured(people: People, raw: RawArticle, brands: tuple[str, ...], printed: bool) -> None:
    """Names from JSON-LD and meta: witnesses for a printed byline, authors only where none is printed."""
    editors = {person_key(p.name) for p in people.editors}
    for candidate in raw.all("structured_editor"):
        editor = _person(candidate.value, brands)
        if editor and (person_key(editor) in editors or not people.editors):
            people.add(editor, "editor", candidate.value, None, (candidate.witness, candidate.rule))
            editors.add(person_key(editor))
    authors = {person_key(p.name) for p in people.authors}
    for candidate in raw.all("structured_creator") + raw.all("structured_author"):
        for name in parse_byline(candidate.value, "author", brands).people:
            key = person_key(name.name)
            if key in authors:
                people.add(name.name, "author", candidate.value, None, (candidate.witness, candidate.rule))
            elif key in editors or printed:
                _disagree(people, candidate, key in editors)
            else:
                people.add(name.name, "author", candidate.value, None, (candidate.witness, candidate.rule))
                people.problems.append(
                    Problem("author_from_metadata", "authors", "info", candidate.value[:80])
                )


def _person(text: str, brands: tuple[str, ...]) -> str | None:
    return None if is_organisation(text, brands) else person_name(text, brands)


def _disagree(people: People, candidate: Candidate, is_editor: bool) -> None:
    source = people.fields.get("authors")
    witness = f"{candidate.witness}:{candidate.rule}"
    if source and witness not in source.disagrees:
        source.disagrees.append(witness)
    if is_editor and not people.edits:
        people.edits = True
        people.problems.append(
            Problem("structured_author_is_editor", "authors", "info", candidate.value[:80])
        )
