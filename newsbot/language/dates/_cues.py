"""Where a date could begin in running text, and the words around it that prove it or tell which day is meant."""

from __future__ import annotations

import re
from functools import cache

from ._words import (
    BODY_MONTHS,
    BODY_RELATIVE_DAYS,
    BODY_WEEKDAYS,
    DAYPARTS,
    ENGLISH_MONTHS,
    ENGLISH_WEEKDAYS,
    FUTURE,
    JOINTS,
    MONTHS,
    NUMBERS,
    PASARAN,
    PAST,
    SAME_DAY,
    SHARED_MONTHS,
    alternation,
)


@cache
def hits() -> re.Pattern[str]:
    """The places where a date could begin: the one pattern that sees the whole text."""
    starts = alternation({month[:3] for month in MONTHS})
    # "0" stands for a day's number behind the month; one flat list of branches is the fastest scan
    english = {f"{month}0" for month in (*ENGLISH_MONTHS, *SHARED_MONTHS)}
    words = alternation({*BODY_WEEKDAYS, *ENGLISH_WEEKDAYS, *BODY_RELATIVE_DAYS, *english})
    words = words.removeprefix("(?:").removesuffix(")").replace("0", r"\.? ?[0-9]")
    figures = (
        rf"[0-9][0-9]?(?:st|nd|rd|th)?"
        rf"(?: {{0,2}}(?:[/-] ?/?[0-9]|(?:of |bulan )?{starts}|(?:- ?|{alternation(JOINTS)} )[0-9])"
        r"|[/.\-](?:[0-9]{1,2}\.[12]|[a-z])|[0-9]{2}[/.-][0-9])"
    )
    return re.compile(rf"\b(?:{words}|{figures})")


@cache
def cue_pattern(name: str) -> re.Pattern[str]:
    """The small patterns that look around a hit."""
    weekday, past, future = alternation(BODY_WEEKDAYS), alternation(PAST), alternation(FUTURE)
    daypart, every, same = alternation(DAYPARTS), "(?:setiap|tiap|saban)", alternation(SAME_DAY)
    return re.compile(
        {
            "range": rf"\)?(?: ?- ?| {alternation(JOINTS)} )(?:tanggal )?",
            # "tanggal 12, 13, dan 14 September": the days before the last
            "listed": r"(?<![a-z])(?:tanggal|tgl\.?|pada) (?P<days>(?:[0-9]{1,2}(?:,? dan |,? & |, )){1,9})\Z",
            "weekday": rf"(?P<name>{weekday})(?![a-z])",
            # "tahun kemarin" is last year, "Mei kemarin" a month, "5 hari ini" five days
            "bound": rf"(?:(?<![a-z]){alternation(NUMBERS)}|"
            r"(?<![0-9])[0-9]{1,2}|(?<![a-z])(?:tahun|bulan|(?:se)?minggu|(?:se)?pekan|musim|beberapa"
            r"|belakangan|tahun [0-9]{4})"
            rf"|(?<![a-z]){alternation(MONTHS)}) \Z",
            "relative": rf"(?P<word>{alternation(BODY_RELATIVE_DAYS)})(?![a-z-])",
            "apposition": r",? ?\(?",
            "month": rf"{alternation((*BODY_MONTHS, *ENGLISH_MONTHS))}(?![a-z])",
            "english": rf"{alternation(ENGLISH_MONTHS)} |{alternation(SHARED_MONTHS)}\. ?[0-9]"
            r"|[a-z]+ [0-9]{1,2}(?:st|nd|rd|th)",
            "preposition": r"(?<![a-z])(?:on|by|since|until|till|from|of|after|before|through) \Z",
            "dated": r"(?:tanggal|tgl\.?) \Z",
            # a street or a yearly day bears a date that no year belongs to
            "timeless": rf"(?<![a-z])(?:jalan|jl\.?|{every}(?: tanggal)?) \Z",
            "when": r"(?<![a-z])(?:pada|hari|sejak|mulai|hingga|sampai|untuk) \Z",
            "comma": r"[a-z0-9)]\n?, ?\n{0,2}\Z",
            "told": rf"(?<![a-z]){alternation((*BODY_RELATIVE_DAYS, *DAYPARTS, *PAST))} \(\Z",
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
            "planned": r"(?<![a-z])(?:akan|bakal|dijadwalkan|rencananya|direncanakan|nanti)(?![a-z])"
            r"[^.!?\n]{0,60}\Z",
            "name": rf" ?(?:agung|abu|putih|suci|{alternation(PASARAN)})(?![a-z])",
        }[name]
    )
