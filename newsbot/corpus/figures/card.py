"""The datasheet of a corpus, as Markdown, after the questions of Gebru et al. (2021), Datasheets for Datasets."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from newsbot.corpus.figures.coverage import FIELDS
from newsbot.corpus.figures.periods import NO_DATE
from newsbot.corpus.figures.sums import Sums
from newsbot.corpus.figures.told import (
    choice_told,
    confidence_told,
    copies_told,
    counted,
    period_told,
    size_told,
)
from newsbot.corpus.projection import WHOLE, Projection, named
from newsbot.corpus.selection import Choice
from newsbot.portals import registry

_MOST = 12
"""Problem codes that are listed."""
_TERMS = ("licence", "access", "pages that reserve rights")
_NOT_NOTED = "nothing is noted"
_LONGEST = 300
"""Characters of a text of a record: nobody reads more in a table, and what a page calls its section may be any text."""


def card(sums: Sums, title: str, choice: Choice | None = None) -> str:
    """What somebody has to know who is given the corpus: what it holds, from where, how it was made, what lacks.
    `choice` is by what its records were chosen."""
    first, last = period_told(sums)
    head = (
        f"# {told(title)}",
        "",
        f"{size_told(sums)}, published {first} to {last}; {counted(sums.words, 'word')}.",
        *chosen_told(choice),
    )
    return "\n".join((*head, *datasheet(sums))) + "\n"


def chosen_told(choice: Choice | None) -> Iterator[str]:
    """By what records were chosen, as a paragraph; nothing where all were taken."""
    if said := choice_told(choice):
        yield from ("", told(said))


def datasheet(sums: Sums, kept: Projection = WHOLE) -> Iterator[str]:
    """The lines below the head; `kept` are the fields that are passed on, where some are left out."""
    return chain(_content(sums, kept), _sources(sums), _making(sums, kept), _gaps(sums))


def _content(sums: Sums, kept: Projection) -> Iterator[str]:
    fields = {name: label for name, label in FIELDS.items() if name in kept.fields}
    yield from ("", "## What it holds", "")
    if not kept.is_whole:
        yield f"- Fields that are passed on: {', '.join(named(kept))}"
    yield f"- Kinds: {_listed(sums.kinds.most_common())}"
    yield f"- Languages: {_listed(sums.languages.most_common())}; {_told_by(sums)}"
    yield f"- Sections, the most frequent: {_listed(sums.sections.most(_MOST))}"
    yield f"- Words of a text: {_listed([pair for pair in sums.lengths.classes() if pair[1]])}"
    yield f"- Copies: {told(copies_told(sums))}"
    yield from ("", "Percent of the records of a portal that hold a field:", "")
    yield f"| {' | '.join(('portal', 'records', 'first day', 'last day', *fields.values()))} |"
    yield f"|---{'|---' * (3 + len(fields))}|"
    for name, coverage in sums.by_size():
        period = sums.periods.get(name, ("", ""))
        shares = (f"{100 * coverage.share(field):.0f}" for field in fields)
        yield f"| {told(name)} | {coverage.records:,} | {' | '.join((*period, *shares))} |"


def _told_by(sums: Sums) -> str:
    """What told the languages: function words take many Malay texts for Indonesian."""
    rest = sums.records - sums.identified
    by = ((sums.identified, "by letters and words (`newsbot language`)"), (rest, "by function words alone"))
    return "told " + ", ".join(f"{way}: {count:,}" for count, way in by if count)


def _sources(sums: Sums) -> Iterator[str]:
    yield from ("", "## From where, and on what terms", "")
    yield "The articles belong to their publishers, who reserve their rights where no licence is named. Of each portal:"
    yield "its licence and what it lets a crawler do, as far as its declaration says, and on how many of these pages"
    yield "which signal reserves rights."
    yield ""
    yield f"| portal | {' | '.join(_TERMS)} |"
    yield f"|---{'|---' * len(_TERMS)}|"
    for name, _ in sums.by_size():
        yield f"| {' | '.join(_terms(name, sums))} |"
    yield ""
    yield f"On {counted(sums.opted_out, 'page')} the publisher reserves rights (problem `opt_out`)."


def _terms(name: str, sums: Sums) -> Iterator[str]:
    known = registry().get(name)
    yield told(known.name if known else name)
    for said in (known.licence, known.access) if known else (None, "an undeclared site"):
        yield told(said) if said else _NOT_NOTED
    yield _listed(sums.reserved[name].most_common()) if name in sums.reserved else "none"


def _making(sums: Sums, kept: Projection) -> Iterator[str]:
    yield from ("", "## How it was made", "")
    yield f"Pages were read by newsbot {_listed(sums.versions.most_common())}."
    if kept.is_whole:
        yield "Each record names the witness of every field, lists what was removed from its text with the rule that"
        yield "did it, and says how sure it is."
    yield from ("", f"How sure that text, headline and date are right: {confidence_told(sums)}.")
    yield from ("", "Removed, the most frequent:", "")
    for (kind, rule), count in sums.removed.most_common(_MOST):
        yield f"- {told(kind)}, rule {told(rule)}: {count:,}"


def _gaps(sums: Sums) -> Iterator[str]:
    yield from ("", "## What lacks", "")
    yield f"- {counted(sums.days[NO_DATE], 'record')} without a date of publication"
    yield f"- {sums.incomplete:,} known to be incomplete"
    for code, count in sums.problems.most_common(_MOST):
        yield f"- problem {told(code)}: {count:,}, as {told(sums.examples[code])}"


def _listed(counts: list[tuple[str, int]]) -> str:
    return ", ".join(f"{told(name)} ({count:,})" for name, count in counts) or "none"


def told(text: str) -> str:
    r"""A text of a record within Markdown: one line that is not too long, no mark-up of its own, no control signs.

    >>> print(told("a|b <i>"))
    a\|b &lt;i>
    """
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    plain = "".join(sign if sign.isprintable() else " " for sign in shown)
    line = " ".join(plain.split()).replace("\\", "\\\\").replace("<", "&lt;")
    for mark in "|[]*_`#":
        line = line.replace(mark, f"\\{mark}")
    return line
