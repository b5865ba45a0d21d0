"""parse_date: the strict reading of a printed Indonesian date line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Literal, NamedTuple

from ._calendar import day_of, exists_in_some_year, last_such_day, pasaran_of, shifted
from ._clock import Clock, clock_before, clock_behind
from ._grammar import Phrase, joint_after, next_phrase, plain
from ._odd_forms import is_broken_machine_date, month_first, unglued, with_year_behind
from ._relative import Reference, relative
from ._roles import role_of
from ._zones import zone_of

LONGEST = 300  # characters, runs of space counted as one; a longer text is no date line
_BROKEN_WORD = re.compile(r"(?<=[a-zA-Z])[\u00ad\u200b-\u200d\u2060\ufeff](?=[a-z])")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
"""Years in which a printed date is believed without a word: "1023" and "2203" are slips of the finger."""
_RANK = {"published": 0, None: 1, "modified": 2}


@dataclass(frozen=True, slots=True)
class DateReading:
    """What a printed date says.

    ``value`` is ISO 8601, with a time and offset (seconds always written) or the day alone, and None where
    the date cannot be. ``precision`` is ``second``, ``minute`` or ``day``; ``zone_source`` tells whether the
    zone was ``printed``, is the ``portal``'s, or came with the ``reference``; ``role`` is ``published`` or
    ``modified`` where a label says so; ``problems`` are codes: ``weekday_mismatch``, ``two_digit_year``,
    ``date_range``, ``several_dates``, ``ambiguous``, ``approximate``, ``improbable_year``, ``impossible_day``,
    ``impossible_time``, ``impossible_zone``, ``date_fallback``. ``rule`` names the rule of the grammar.
    ``notes`` are codes of what is odd but puts nothing in doubt: ``pasaran_mismatch``, a printed day of the
    five-day week that is not the date's.
    """

    text: str
    value: str | None
    precision: str | None
    zone_source: str | None
    role: str | None
    problems: tuple[str, ...]
    rule: str
    notes: tuple[str, ...] = ()


def parse_date(
    text: str,
    *,
    reference: str | datetime | None = None,
    timezone: str = "Asia/Jakarta",
    fallback: bool = True,
    role: Literal["modified"] | None = None,
) -> DateReading | None:
    """Read a date line as Indonesian portals print it; None where *text* holds no date.

    A date without a year and a relative one ("Kamis (14/9)", "3 jam lalu") need *reference*, an ISO 8601
    string or a datetime. A time without a zone is in *timezone*. Of two dates the one labelled as publication wins,
    else the first that is not labelled as an update; with *role* "modified" only one labelled as an update
    counts ("Terbit 12/9/2023 14.05 | Diperbarui 13/9/2023 09.00" holds both). With *fallback*, a whole date
    in a form that the grammar does not know is left to dateparser and marked ``date_fallback``.

    Raises ValueError for an unknown *timezone* or a *reference* that is not ISO 8601; never for *text*.

    >>> parse_date("Tayang: Jum'at, 5 Mei 2023 19.30 WITA").value
    '2023-05-05T19:30:00+08:00'
    >>> parse_date("Senin (13/9/2023)").problems
    ('weekday_mismatch',)
    """
    zone = zone_of(timezone)
    now = Reference.read(reference, zone)
    line = _one_line(text)
    if line is None:
        return None
    known = _Line(text, line, zone, now)
    if role is not None:
        return _labelled(known, role)
    told = _from_phrases(known)
    if told is None and now is not None:
        told = _from_relative(known, now)
    return _from_fallback(known) if told is None and fallback else told


class _Line(NamedTuple):
    """A date line and what is known around it."""

    text: str
    line: str
    zone: tzinfo
    now: Reference | None


def _one_line(text: str) -> str | None:
    """*text* as the grammar reads it, None where it is too long to be a date line."""
    if len(text) > LONGEST * 10:
        return None
    text = unglued(text)
    if not text.isascii():
        text = _BROKEN_WORD.sub("", text)
    line = " ".join(plain(text).split())
    return line if len(line) <= LONGEST else None


class _Said(NamedTuple):
    """What is known of a reading besides its day and clock."""

    role: str | None
    problems: tuple[str, ...]
    rule: str
    notes: tuple[str, ...] = ()


class _Candidate(NamedTuple):
    """One date of the line with what was read around it; ``day`` is None where there is no such day."""

    phrase: Phrase
    day: date | None
    clock: Clock | None
    role: str | None
    ranged: bool
    last: date | None  # the end of a range


def _labelled(known: _Line, role: str) -> DateReading | None:
    """The reading of the first date that its label gives the role, by the grammar or as a relative time."""
    candidates = [found for found in _candidates(known) if found.role == role]
    if candidates:
        return _reading(known, candidates[0], rivals=False)
    told = _from_relative(known, known.now) if known.now else None
    return told if told and told.role == role else None


def _from_phrases(known: _Line) -> DateReading | None:
    """The reading of the best of the dates that the grammar finds."""
    candidates = _candidates(known)
    if not candidates:
        return None
    best = min(candidates, key=_order) if len(candidates) > 1 else candidates[0]
    return _reading(known, best, rivals=_rivals(best, candidates))


def _candidates(known: _Line) -> list[_Candidate]:
    """Every date of the line, with its clock and label."""
    candidates: list[_Candidate] = []
    phrase = next_phrase(known.line, 0)
    done = 0
    while phrase is not None:
        if is_broken_machine_date(known.line, phrase):
            done = (known.line.find(" ", phrase.end) + 1) or len(known.line)
            phrase = next_phrase(known.line, done)
            continue
        candidate = _candidate(known, phrase, done)
        done = phrase.end
        if candidate is not None:
            candidates.append(candidate)
            done = max(done, candidate.clock.end) if candidate.clock else done
        phrase = next_phrase(known.line, done) if done < len(known.line) else None
    return candidates


def _order(candidate: _Candidate) -> tuple[bool, bool, int]:
    """Low is better: days that exist, whole dates, publication before update."""
    partial = candidate.phrase.year is None and not candidate.ranged
    return candidate.day is None, partial, _RANK[candidate.role]


def _candidate(known: _Line, phrase: Phrase, done: int) -> _Candidate | None:
    """*phrase* with its year, clock and label; None for what is no date after all."""
    line = known.line
    clock = clock_behind(line, phrase.end, joined=phrase.core.rule == "year_month_day")
    label_end = phrase.start
    if clock is None and phrase.start > done:
        clock = clock_before(line, done, phrase.start)
        label_end = done + clock.start if clock else label_end
    if clock is not None and phrase.year is None:
        phrase = with_year_behind(line, phrase)
    end = _end_of_range(line, phrase) if phrase.end < len(line) else None
    lent = end.year - (phrase.month > end.month) if end and end.year and phrase.year is None else None
    if phrase.year is None and lent is None and not _stands_without_year(line, phrase, known.now):
        return None
    day = _day(phrase, lent, known.now)
    if swapped := month_first(line, phrase, day):
        day, phrase = swapped, phrase._replace(weekday=None, month_first=True)
    role = role_of(line[done:label_end]) if label_end > done else None
    ranged = phrase.first_day is not None or end is not None
    return _Candidate(phrase, day, clock, role, ranged, _last_day(phrase, end))


def _stands_without_year(line: str, phrase: Phrase, now: Reference | None) -> bool:
    """Whether a date without a year may be resolved: "14/9" only after a weekday or in brackets."""
    if now is None:
        return False
    return phrase.rule == "day_month" or phrase.weekday is not None or line[phrase.day_start - 1 :][:1] == "("


def _end_of_range(line: str, phrase: Phrase) -> Phrase | None:
    """The whole date that ends the range which *phrase* begins; its year is also that of the beginning."""
    begin = joint_after(line, phrase.end)
    other = next_phrase(line[begin:], 0) if begin else None
    return other if other is not None and other.year is not None and other.start == 0 else None


def _last_day(phrase: Phrase, end: Phrase | None) -> date | None:
    """The day on which a range ends, None for a single day."""
    if end is not None and end.year is not None:
        return day_of(end.year, end.month, end.day)
    if phrase.first_day is not None and phrase.year is not None:
        return day_of(phrase.year, phrase.month, phrase.day)
    return None


def _day(phrase: Phrase, lent: int | None, now: Reference | None) -> date | None:
    """The day a phrase names, None where there is no such day."""
    number, month = phrase.first_day or phrase.day, phrase.first_month or phrase.month
    year = phrase.year or lent
    if year is not None:
        return day_of(year - (month > phrase.month), month, number)
    if now is None or not exists_in_some_year(month, number):
        return None
    return last_such_day(month, number, now.day)


def _rivals(best: _Candidate, candidates: list[_Candidate]) -> bool:
    """Whether another date of the same standing contradicts the chosen one."""
    if len(candidates) == 1 or best.ranged:
        return False
    return any(_order(other) == _order(best) and other.day != best.day for other in candidates)


def _reading(known: _Line, best: _Candidate, *, rivals: bool) -> DateReading:
    """The reading of a candidate, with its problems."""
    phrase, day, clock = best.phrase, best.day, best.clock
    if day is None:
        return DateReading(known.text, None, None, None, best.role, ("impossible_day",), phrase.rule)
    problems: tuple[str, ...] = ()
    if phrase.weekday is not None and phrase.weekday not in _weekdays(day, best.last):
        problems += ("weekday_mismatch",)
    if phrase.two_digits:
        problems += ("two_digit_year",)
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        problems += ("improbable_year",)
    if best.ranged:
        problems += ("date_range",)
    if phrase.backwards or phrase.month_first:
        problems += ("ambiguous",)
    if rivals:
        problems += ("several_dates",)
    odd = phrase.pasaran is not None and phrase.pasaran != pasaran_of(day)
    notes = ("pasaran_mismatch",) if odd else ()
    return _written(known, day, clock, _Said(best.role, problems, phrase.rule, notes))


def _weekdays(day: date, last: date | None) -> tuple[int, ...]:
    """The weekdays that may be printed: of "Selasa-Rabu (12-13/9/2023)" the last one is the phrase's."""
    return (day.weekday(),) if last is None else (day.weekday(), last.weekday())


def _written(known: _Line, day: date, clock: Clock | None, said: _Said) -> DateReading:
    """The reading of a day with or without a clock time; a time that no clock shows leaves the day."""
    role, problems, rule, notes = said
    if clock is None:
        return DateReading(known.text, day.isoformat(), "day", None, role, problems, rule, notes)
    problems += clock.problems
    carried = shifted(day, 1) if clock.hour == 24 else day
    if not clock.possible or carried is None:
        problems += ("impossible_time",)
        return DateReading(known.text, day.isoformat(), "day", None, role, problems, rule, notes)
    zone = clock.zone or known.zone
    hour, second = clock.hour % 24, clock.second or 0
    moment = datetime(carried.year, carried.month, carried.day, hour, clock.minute, second, tzinfo=zone)
    value = moment.isoformat()
    precision = "minute" if clock.second is None else "second"
    source = "printed" if clock.zone else "portal"
    return DateReading(known.text, value, precision, source, role, problems, rule, notes)


def _from_relative(known: _Line, now: Reference) -> DateReading | None:
    """The reading of "3 jam lalu" and its kin."""
    told = relative(known.line, now, known.text)
    if told is None:
        return None
    role = role_of(known.line[: told.start])
    if told.day is not None:
        return _written(known, told.day, told.clock, _Said(role, told.problems, told.rule))
    value = told.moment.isoformat() if told.moment else None
    return DateReading(known.text, value, told.precision, "reference", role, told.problems, told.rule)


def _from_fallback(known: _Line) -> DateReading | None:
    """Give dateparser's reading, flagged as such."""
    from ._fallback import last_resort

    found = last_resort(known.line, known.zone)
    if found is None:
        return None
    problems = ("date_fallback",)
    if found.tzinfo is None:
        return DateReading(known.text, found.date().isoformat(), "day", None, None, problems, "dateparser")
    source = "portal" if found.tzinfo is known.zone else "printed"
    return DateReading(known.text, found.isoformat(), "minute", source, None, problems, "dateparser")
