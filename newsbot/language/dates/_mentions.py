"""Dates in running text: "Rabu (13/9/2023)", "Kamis (14/9)", "5 November", "pada Rabu", "kemarin".

One scan finds the places where a date could begin; only there does the grammar look closer. Running text is
full of what only looks like a date (scores, fractions, prices, "minggu ini", names), so everything short of a
whole date needs evidence beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from newsbot.lexicon import number_of

from ._calendar import day_of, last_such_day, nearest_such_day, next_such_day, shifted
from ._clock import clock_in_sentence
from ._cues import cue_pattern, hits
from ._grammar import Phrase, phrase_at, plain

_NEAR = 7  # days from the publication in which a lone "(12/9)" is believed
_LIST = 60  # characters before a date in which the other days of a list stand


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text: ``text`` is ``body[start:end]``.

    ``date`` is the ISO day, None where the calendar has no such day or a missing part could not be resolved.
    ``precision`` is ``minute`` where a clock time stands in the mention, else ``day``. ``weekday_ok`` tells
    whether the printed weekday is the day's, None where none is printed (or nothing was resolved);
    ``relative_to`` is the reference day where one was needed.
    """

    text: str
    start: int
    end: int
    date: str | None
    precision: str
    weekday_ok: bool | None
    relative_to: str | None


def find_mentions(body: str, reference: str | None) -> list[DateMention]:
    """Every date in *body*, in order, without overlap.

    *reference* is the publication date in ISO 8601 (its day counts): from it come missing years, bare
    weekdays and words such as "kemarin". Without it such mentions are listed with ``date`` None.

    Raises ValueError where *reference* does not begin with an ISO day.

    >>> [m.date for m in find_mentions("Ia tiba Rabu (13/9) dan pulang 17 September 2023.", "2023-09-14")]
    ['2023-09-13', '2023-09-17']
    """
    scan = _Scan(body, plain(body), date.fromisoformat(reference[:10]) if reference else None)
    position = 0
    found: list[DateMention] = []
    for match in hits().finditer(scan.text):
        if match.start() < position:
            continue
        mentions = scan.at(match.start(), position)
        if mentions:
            found += mentions
            position = mentions[-1].end
    return found


class _Scan(NamedTuple):
    """A text under the eye: as it is, as the grammar reads it, and the day it was published."""

    body: str
    text: str
    today: date | None

    def at(self, position: int, told: int) -> list[DateMention]:
        """The mentions that begin at a hit: one, two for a range, none where it only looked like a date.

        *told* is where the mention before ended.
        """
        phrase = phrase_at(self.text, position)
        if phrase is not None and self._lower_case_week(phrase):
            phrase = phrase_at(self.text, phrase.day_start)
        if phrase is not None and self._counts(phrase):
            return self._listed(phrase, told) + self._of_phrase(phrase)
        if match := cue_pattern("weekday").match(self.text, position):
            return self._of_weekday(match)
        if told and self.text[told : min(position, told + 3)] in (" ", ") "):
            return []  # "Jumat (6/6) kemarin" has said its day already
        if match := cue_pattern("relative").match(self.text, position):
            return self._of_relative(match)
        return []

    def _before(self, position: int, reach: int = 20) -> str:
        return self.text[max(0, position - reach) : position]

    def _lower_case_week(self, phrase: Phrase) -> bool:
        """Whether the "weekday" is a week: "dua minggu, 3 Mei 2023"."""
        return phrase.weekday is not None and self.body.startswith("minggu", phrase.start)

    def _counts(self, phrase: Phrase) -> bool:
        """Whether a phrase is a date: a whole one is, a partial one needs evidence."""
        if phrase.year is not None and not phrase.two_digits:
            return True
        if self._lent_year(phrase) is not None:
            return True
        before = self._before(phrase.start)
        if phrase.rule == "day_month":
            named = cue_pattern("month").match(self.text, phrase.month_start)
            capital = self.body[phrase.month_start].isupper()
            timeless = cue_pattern("timeless").search(before) or cue_pattern("short_year").match(
                self.text, phrase.end
            )
            return bool(named) and capital and not timeless
        if phrase.rule == "month_day":
            return self._is_english(phrase)
        if phrase.weekday is not None or cue_pattern("dated").search(before):
            return True
        if cue_pattern("told").search(before):
            return True
        return before.endswith("(") and (phrase.two_digits or self._is_near(phrase))

    def _is_near(self, phrase: Phrase) -> bool:
        """Whether a "12/9" that fills its brackets is a day of these days; elsewhere it is a fraction or a part."""
        if self.today is None or not cue_pattern("bare").match(self.text, phrase.end):
            return False
        day = nearest_such_day(phrase.month, phrase.day, self.today, None)
        return day is not None and abs((day - self.today).days) <= _NEAR

    def _is_english(self, phrase: Phrase) -> bool:
        """Whether a month before a day is English: "April 15 orang" is none, "June 18" and "on April 15" are."""
        if not self.body[phrase.month_start].isupper():
            return False
        if phrase.weekday is not None or cue_pattern("english").match(self.text, phrase.month_start):
            return True
        return bool(cue_pattern("preposition").search(self._before(phrase.start)))

    def _of_phrase(self, phrase: Phrase) -> list[DateMention]:
        """The mention of a phrase, preceded by that of the first day where it is a range."""
        year, asked = self._year_of(phrase)
        day = day_of(year, phrase.month, phrase.day) if year else None
        end, precision = self._end_of(phrase)
        relative_to = self.today.isoformat() if asked and self.today else None
        if phrase.first_day is None:
            return [self._mention((phrase.start, end), day, precision, phrase.weekday, relative_to)]
        month = phrase.first_month or phrase.month
        first = day_of(year - (month > phrase.month), month, phrase.first_day) if year else None
        weekday = phrase.weekday
        number_start, number_end = phrase.first_span
        end = phrase.end if precision == "day" else end  # the bracket opened before the first day
        if weekday is not None and day is not None and day.weekday() == weekday:
            before, on_first, on_second = number_start, None, weekday  # "Sabtu-Minggu (7-8/6/2025)"
        else:
            before, on_first, on_second = phrase.start, weekday, None
        return [
            self._mention((before, number_end), first, "day", on_first, relative_to),
            self._mention((phrase.day_start, end), day, precision, on_second, relative_to),
        ]

    def _listed(self, phrase: Phrase, told: int) -> list[DateMention]:
        """The days that share the month of the last one: "tanggal 12, 13, dan 14 September 2023"."""
        start = max(told, phrase.start - _LIST)
        listed = cue_pattern("listed").search(self.text, start, phrase.start)
        year, asked = self._year_of(phrase)
        if listed is None or year is None or phrase.weekday is not None:
            return []
        relative_to = self.today.isoformat() if asked and self.today else None
        numbers = re.compile("[0-9]+").finditer(self.text, *listed.span("days"))
        days = [(number.span(), day_of(year, phrase.month, int(number[0]))) for number in numbers]
        return [self._mention(span, day, "day", None, relative_to) for span, day in days if day]

    def _mention(
        self,
        span: tuple[int, int],
        day: date | None,
        precision: str,
        weekday: int | None,
        relative_to: str | None,
    ) -> DateMention:
        """A mention, its weekday checked."""
        agrees = None if day is None or weekday is None else day.weekday() == weekday
        value = day.isoformat() if day else None
        return DateMention(self.body[slice(*span)], *span, value, precision, agrees, relative_to)

    def _end_of(self, phrase: Phrase) -> tuple[int, str]:
        """Where the mention of a phrase ends, its closing bracket and its clock time included."""
        end = phrase.end
        opened = re.search(r"[(\[]", self.text[phrase.start : phrase.day_start])
        closing = self.text.find(")" if opened[0] == "(" else "]", end, end + 2) if opened else -1
        end = closing + 1 if closing >= 0 else end
        return self._with_clock(end)

    def _with_clock(self, end: int) -> tuple[int, str]:
        clock = clock_in_sentence(self.text, end)
        return (clock.end, "minute") if clock and clock.possible else (end, "day")

    def _year_of(self, phrase: Phrase) -> tuple[int | None, bool]:
        """The year of a phrase, and whether the reference was asked for it."""
        if phrase.year is not None:
            return phrase.year, False
        if (lent := self._lent_year(phrase)) is not None:
            return lent, False
        if self.today is None:
            return None, False
        if cue_pattern("ahead").match(self.text, phrase.end):
            found = next_such_day(phrase.month, phrase.day, self.today)
        elif cue_pattern("behind").match(self.text, phrase.end):
            found = last_such_day(phrase.month, phrase.day, self.today)
        else:
            found = nearest_such_day(phrase.month, phrase.day, self.today, phrase.weekday)
        return (found.year if found else None), True

    def _lent_year(self, phrase: Phrase) -> int | None:
        """The year that the end of a range lends to its beginning: "27 Juni - 13 Juli 2025"."""
        joint = cue_pattern("range").match(self.text, phrase.end)
        other = phrase_at(self.text, joint.end()) if joint else None
        if other is None or other.year is None:
            return None
        return other.year - (phrase.month > other.month)

    def _of_weekday(self, match: re.Match[str]) -> list[DateMention]:
        """A weekday alone, where evidence makes it one day: "pada Rabu", "di Jakarta, Selasa", "Kamis depan"."""
        start, name = match.start(), match["name"]
        before = self._before(start)
        cue = cue_pattern("cue").match(self.text, match.end())
        end = cue.end() if cue else match.end()
        when = cue_pattern("when").search(before)
        sure = when or cue_pattern("comma").search(before) or (cue and cue[0])
        if not sure or not self.body[start].isupper() or cue_pattern("every").search(self._before(start, 40)):
            return []
        if cue_pattern("series").match(self.text, end) or cue_pattern("name").match(self.text, end):
            return []
        end, precision = self._with_clock(end)
        weekday = number_of("calendar.body_weekdays")[name]
        day = self._day_of_weekday(weekday, start, cue, bool(when)) if self.today else None
        relative_to = self.today.isoformat() if self.today else None
        return [self._mention((start, end), day, precision, weekday, relative_to)]

    def _day_of_weekday(self, weekday: int, start: int, cue: re.Match[str] | None, when: bool) -> date | None:
        """The nearest such day on or before publication, unless the words say otherwise."""
        if self.today is None:
            return None
        back = (self.today.weekday() - weekday) % 7
        if cue and cue["week"]:
            weeks = -1 if cue["past"] else 1 if cue["future"] else 0
            return shifted(self.today, weekday - self.today.weekday() + 7 * weeks)
        if cue and cue["same"] and (not back or cue["same"] == "tadi"):
            return shifted(self.today, -back)
        if cue and cue["past"]:
            return shifted(self.today, -(back or 7))
        if cue and (cue["future"] or cue["same"]):
            return shifted(self.today, 7 - back)
        if when and cue_pattern("planned").search(self._before(start, 80)):
            return shifted(self.today, -back % 7)
        return shifted(self.today, -back)

    def _of_relative(self, match: re.Match[str]) -> list[DateMention]:
        """Kemarin, hari ini, besok; a date printed right behind ("hari ini, Sabtu 7 Juni 2025") says which day."""
        before = self._before(match.start())
        if cue_pattern("bound").search(before) or (match["word"] == "kemarin" and before.endswith("yang ")):
            return []  # "yang kemarin" is the late one, of whatever day
        printed = self._printed_behind(match.end())
        if printed is None:
            day = (
                shifted(self.today, number_of("calendar.body_relative_days")[match["word"]])
                if self.today
                else None
            )
            printed = day, self.today.isoformat() if self.today else None
        day, relative_to = printed
        end, precision = self._with_clock(match.end())
        return [self._mention((match.start(), end), day, precision, None, relative_to)]

    def _printed_behind(self, position: int) -> tuple[date | None, str | None] | None:
        """The day of a date in apposition, its weekday not contradicting, and the day it was resolved against."""
        joint = cue_pattern("apposition").match(self.text, position)
        phrase = phrase_at(self.text, joint.end()) if joint else None
        if phrase is None or not self._counts(phrase):
            return None
        found = self._of_phrase(phrase)[0]
        if found.date is None or found.weekday_ok is False:
            return None
        return date.fromisoformat(found.date), found.relative_to
