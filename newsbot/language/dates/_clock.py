"""Clock times as printed: 14:05, 14.05 WIB, pukul 9.30, jam 2 siang, 2:05 PM, 24.00.

The patterns match lower-case text as `plain` of `_grammar` leaves it: one kind of space, dash and apostrophe.
"""

from __future__ import annotations

import re
from datetime import timezone
from typing import NamedTuple

from newsbot.lexicon import cached, key_of

from ._words import one_of
from ._zones import printed_zone

# what portals print between the parts of a date, small pictures included; bounded on purpose
GAP = r"(?:[^\w+$]|_){0,8}"

_SECONDS_BEFORE = r":[0-9]{2}:[0-9]{2}"
_WORD = r"(?:(?P<word>pukul|pkl|pk|jam)[ .:]{0,3}(?P<to>setengah )?)?"
_NAMED = r"(?=[0-9]{2} ?(?:wib|wita|wit)(?![a-z]))"  # a zone right behind proves the odd printings of a time
_LONE = r"(?<=:)[0-9](?= ?wi(?:b|ta?)(?![a-z]))"
_MARK = (
    rf"(?P<mark> ?: ?|\.|(?<=[0-9]{{2}})(?:[,;.\-] ?| )?{_NAMED}|h(?=[0-9]{{2}}(?!m))"
    r"|(?(word)-(?=[0-9]{2}(?![0-9]|[.:][0-9]))|(?!)))"
)
_FIGURES = (
    r"(?<![0-9])(?P<hour>[0-9]{1,2})"
    rf"(?:{_MARK}(?P<minute>[0-9]{{2}}|{_LONE})(?:(?: ?: ?|\.)(?P<second>[0-9]{{2}})(?:[.,][0-9]{{1,9}})?)?)?"
    r"(?![0-9]|[.:/][0-9])"
)
_UNTIL = rf"(?:(?<!{_SECONDS_BEFORE}) ?(?:-|hingga|sampai|s/d) ?[0-9]{{1,2}}[.:][0-9]{{2}}(?![0-9]))?"


def _zone() -> str:
    return (
        rf"(?P<zone>{one_of('zones')}(?![a-z])"
        r"|(?:utc|gmt)(?:(?: ?\+ ?| ?-)[0-9]{1,2}(?::?[0-9]{2})?)?(?![a-z0-9])"
        r"|z(?![a-z0-9])"
        r"|\+[0-9]{2}:?[0-9]{2}(?![0-9])|\+[01][0-9](?![0-9])"
        # a minus is an offset only right after seconds: "09:00-11:00 WIB" is a span of time
        rf"|(?<={_SECONDS_BEFORE})-[0-9]{{2}}:?[0-9]{{2}}(?![0-9]))"
    )


def _clock() -> str:
    """A time with its words, its half or part of the day, the end of a span, its zone."""
    half = rf"(?: ?(?P<half>[ap])\.? ?m(?![a-z])\.?)?(?: ?(?P<part>{one_of('dayparts')})(?![a-z]))?"
    return rf"{_WORD}{_FIGURES}{half}{_UNTIL}(?:[ ,(\[|]{{0,3}}{_zone()})?"


class Clock(NamedTuple):
    """A printed time: where it stands and what it says."""

    start: int
    end: int
    hour: int
    minute: int
    second: int | None
    zone: timezone | None
    problems: tuple[str, ...]

    @property
    def possible(self) -> bool:
        """Whether a clock shows such a time; 24.00 is the midnight that ends the day."""
        if self.hour == 24:
            return self.minute == 0 and not self.second
        return self.hour < 24 and self.minute < 60 and (self.second or 0) < 60


@cached
def _pattern(place: str) -> re.Pattern[str]:
    """A clock joined by T, behind a date, in a sentence, or before a date: each made when it is first asked for."""
    clock = _clock()
    lead = rf"(?:{one_of('clock_leads')}(?![a-z]){GAP})?"
    forms = {
        "joined": "t" + clock,
        "behind": rf"{GAP}(?:{one_of('dayparts')}(?![a-z]){GAP})?{lead}{clock}",
        "sentence": rf"(?: {one_of('dayparts')})?[ ,|]{{0,3}}{lead}{clock}",
        "before": rf"(?<![0-9.:]){clock}{GAP}(?:(?:on|pada|hari|tanggal|tgl)\.?(?![a-z]){GAP})?\Z",
    }
    return re.compile(forms[place])


def clock_behind(line: str, position: int, *, joined: bool = False) -> Clock | None:
    """The time that follows a date in a date line; *joined* where ISO 8601 puts a T between."""
    match = _pattern("joined").match(line, position) if joined else None
    match = match or _pattern("behind").match(line, position)
    return _read(match) if match else None


def clock_in_sentence(text: str, position: int) -> Clock | None:
    """The time that follows a date in running text: only one that a word or a zone proves to be a time."""
    match = _pattern("sentence").match(text, position)
    if match is None or not (match["word"] or match["zone"]):
        return None
    return _read(match)


def clock_before(line: str, start: int, end: int) -> Clock | None:
    """The time right before a date ("14:05 WIB, Rabu 13 September 2023"), in ``line[start:end]``."""
    segment = line[start:end]
    match = _pattern("before").search(segment)
    if match is None or not (match["word"] or match["zone"] or ":" in match[0]):
        return None
    return _read(match)


def _read(match: re.Match[str]) -> Clock | None:
    """The clock of a match; None for a lone number that nothing marks as an hour."""
    word, hour_text, mark, minute, second, half, part, zone_text = match.group(
        "word", "hour", "mark", "minute", "second", "half", "part", "zone"
    )
    if minute is None and not (word or half):
        return None
    hour, problems = _full_hour(int(hour_text), half, key_of("calendar.dayparts").get(part or ""))
    if mark and mark[0] == "-" and hour < int(minute or 0) <= 24:
        if word:
            minute = None  # "pukul 09-11 WIB" is a span of hours
        else:
            problems += ("ambiguous",)  # "09-11 WIB" may be one
    if match["to"] and minute is None and hour:
        hour, minute = hour - 1, "30"  # "jam setengah tiga" is half an hour before three
    zone = printed_zone(zone_text) if zone_text else None
    if zone_text and zone is None:
        problems += ("impossible_zone",)
    seconds = int(second) if second else None
    return Clock(match.start("hour"), match.end(), hour, int(minute or 0), seconds, zone, problems)


def _full_hour(hour: int, half: str | None, part: str | None) -> tuple[int, tuple[str, ...]]:
    """The hour of the full day: "jam 2 siang" is 14, "12:30 AM" is 0, "jam 12 malam" ends the day."""
    if hour > 12 or not (half or part):
        return hour, ()
    if half:
        return hour % 12 + (12 if half == "p" else 0), ()
    if part == "malam" and hour < 6:
        return hour, ("ambiguous",)  # "jam 1 malam" is said of the small hours, of which night is not said
    if part == "malam":
        return hour + 12, ("ambiguous",) if hour == 12 else ()
    if part == "dini":
        return hour % 12, ()
    afternoon = {"siang": range(1, 6), "sore": range(1, 8)}.get(part or "", range(0))
    return hour + (12 if hour in afternoon else 0), ()
