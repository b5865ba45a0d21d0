"""Where a date could begin in running text, and the words around it that prove it or tell which day is meant."""

from __future__ import annotations

import re

from newsbot.lexicon import alternation, cached, words

from ._words import one_of


@cached
def hits() -> re.Pattern[str]:
    """The places where a date could begin: the one pattern that sees the whole text."""
    starts = alternation({month[:3] for month in words("calendar.months")})
    # "0" stands for a day's number behind the month; one flat list of branches is the fastest scan
    english = {f"{month}0" for month in words("calendar.body_months_english", "calendar.body_months_shared")}
    whole = words("calendar.body_weekdays", "calendar.body_weekdays_english", "calendar.body_relative_days")
    names = alternation({*whole, *english}).removeprefix("(?:").removesuffix(")").replace("0", r"\.? ?[0-9]")
    figures = (
        rf"[0-9][0-9]?(?:st|nd|rd|th)?"
        rf"(?: {{0,2}}(?:[/-] ?/?[0-9]|(?:of |bulan )?{starts}|(?:- ?|{one_of('joints')} )[0-9])"
        r"|[/.\-](?:[0-9]{1,2}\.[12]|[a-z])|[0-9]{2}[/.-][0-9])"
    )
    return re.compile(rf"\b(?:{names}|{figures})")


@cached
def cue_pattern(name: str) -> re.Pattern[str]:
    """The small patterns that look around a hit."""
    weekday, past, future = one_of("body_weekdays"), one_of("past"), one_of("future")
    daypart, every, same = one_of("dayparts"), "(?:setiap|tiap|saban)", one_of("same_day")
    return re.compile(
        {
            "range": rf"\)?(?: ?- ?| {one_of('joints')} )(?:tanggal )?",
            # "tanggal 12, 13, dan 14 September": the days before the last
            "listed": r"(?<![a-z])(?:tanggal|tgl\.?|pada) (?P<days>(?:[0-9]{1,2}(?:,? dan |,? & |, )){1,9})\Z",
            "weekday": rf"(?P<name>{weekday})(?![a-z])",
            # "tahun kemarin" is last year, "Mei kemarin" a month, "5 hari ini" five days
            "bound": rf"(?:(?<![a-z]){one_of('numbers')}|"
            r"(?<![0-9])[0-9]{1,2}|(?<![a-z])(?:tahun|bulan|(?:se)?minggu|(?:se)?pekan|musim|beberapa"
            r"|belakangan|tahun [0-9]{4})"
            rf"|(?<![a-z]){one_of('months')}) \Z",
            "relative": rf"(?P<word>{one_of('body_relative_days')})(?![a-z-])",
            "apposition": r",? ?\(?",
            "month": rf"{one_of('body_months', 'body_months_english')}(?![a-z])",
            "english": rf"{one_of('body_months_english')} |{one_of('body_months_shared')}\. ?[0-9]"
            r"|[a-z]+ [0-9]{1,2}(?:st|nd|rd|th)",
            "preposition": rf"(?<![a-z]){one_of('prepositions_english')} \Z",
            "dated": r"(?:tanggal|tgl\.?) \Z",
            # a street or a yearly day bears a date that no year belongs to
            "timeless": rf"(?<![a-z])(?:jalan|jl\.?|{every}(?: tanggal)?) \Z",
            "when": rf"(?<![a-z]){one_of('when')} \Z",
            "comma": r"[a-z0-9)]\n?, ?\n{0,2}\Z",
            "told": rf"(?<![a-z]){one_of('body_relative_days', 'dayparts', 'past')} \(\Z",
            "bare": r"\)",
            "short_year": r" ?'[0-9]{2}(?![0-9])",
            "every": rf"(?<![a-z]){every}(?: hari)? \Z"
            rf"|{weekday}(?: {daypart})?(?:,|,? (?:dan|atau|serta|hingga|sampai)| ?-) ?(?:hari )?\Z",
            "series": r" ?- ?[a-z]"
            rf"|,? (?:(?:dan|atau|serta|hingga|sampai) )?(?:hari )?{weekday}(?![a-z])",
            "cue": rf"(?: {daypart})?"
            rf"(?: (?P<same>{same})(?: {daypart})?"
            rf"| (?:(?P<week>pekan|minggu) |hari )?(?:(?P<past>{past})|(?P<future>{future})|ini))?"
            r"(?![a-z])",
            "ahead": rf"(?:\)| {daypart})*,? (?:{future}|yang akan datang)(?![a-z])",
            "behind": rf"(?:\)| {daypart})*,? (?:{past})(?![a-z])",
            "planned": rf"(?<![a-z]){one_of('planned')}(?![a-z])"
            r"[^.!?\n]{0,60}\Z",
            "name": rf" ?(?:agung|abu|putih|suci|{one_of('pasaran')})(?![a-z])",
        }[name]
    )
