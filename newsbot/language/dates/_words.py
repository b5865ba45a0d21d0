"""The words of printed dates, from the lexicon's calendar.

The grammar composes its patterns from these tables, so a new spelling is a new word in the data file.
"""

from __future__ import annotations

from newsbot.lexicon import alternation, key_of, number_of, words

__all__ = ["alternation"]

WEEKDAYS = number_of("calendar.weekdays")
BODY_WEEKDAYS = number_of("calendar.body_weekdays")
ENGLISH_WEEKDAYS = number_of("calendar.body_weekdays_english")
MONTHS = number_of("calendar.months")
BODY_MONTHS = number_of("calendar.body_months")
ENGLISH_MONTHS = number_of("calendar.body_months_english")
SHARED_MONTHS = number_of("calendar.body_months_shared")
ZONES = number_of("calendar.zones")
LABELS = key_of("calendar.labels")
FILLERS = words("calendar.fillers.words")
JOINTS = words("calendar.joints.words")
PASARAN = number_of("calendar.pasaran")
HIJRI = words("calendar.hijri.words")
DAYPARTS = key_of("calendar.dayparts")
UNITS = key_of("calendar.units")
ENGLISH_UNITS = key_of("calendar.english_units")
ONE_UNITS = key_of("calendar.one_units")
NUMBERS = number_of("calendar.numbers")
RELATIVE_DAYS = number_of("calendar.relative_days")
BODY_RELATIVE_DAYS = number_of("calendar.body_relative_days")
NOW = words("calendar.now.words")
NO_SECTION = words("calendar.no_section.words")
PAST = words("calendar.past.words")
FUTURE = words("calendar.future.words")
SAME_DAY = words("calendar.same_day.words")
