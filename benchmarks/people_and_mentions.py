"""The author strings and date mentions of real scraped texts beside newsbot's readings, to be judged by eye.

Run ``python -m benchmarks.people_and_mentions [people|mentions|uncovered] [--count N] [--seed S]``. The texts are
``../shared/language/scraped-2025.jsonl.xz``: what others scraped of 32 outlets, 331 of them with an author string.
``people`` prints every distinct string with the names and roles read from it, ``mentions`` a sample of the dates
found, with the text around them and the publication day that they were resolved against, ``uncovered`` the words
and figures that look like dates and that no mention covers.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsbot.language.byline import parse_byline
from newsbot.language.dates import DateMention, find_mentions, parse_date

SHARED = Path(__file__).resolve().parents[2] / "shared" / "language" / "scraped-2025.jsonl.xz"
AROUND = 50  # characters shown on either side
LIKE_A_DATE = re.compile(
    r"\b(?:senin|selasa|rabu|kamis|jum['\u2019\u2018]?at|sabtu|minggu|ahad|januari|februari|pebruari|maret|april|mei|juni"
    r"|juli|agustus|september|oktober|november|nopember|desember|january|february|march|june|july|august|october"
    r"|kemar[ie]n|hari ini|lusa|besok|esok|pekan lalu|semalam|[0-9]{1,2}[/-][0-9]{1,2}(?:[/-][0-9]{2,4})?)\b",
    re.IGNORECASE,
)


def records() -> list[dict[str, Any]]:
    """The scraped texts, one a record."""
    with lzma.open(SHARED, "rt", encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


def people(rows: list[dict[str, Any]]) -> Iterator[str]:
    """Every distinct author string and what is read from it."""
    strings = {row["author_raw"]: row["source"] for row in rows if row["author_raw"]}
    for text, source in strings.items():
        byline = parse_byline(text)
        names = ", ".join(f"{name.name} ({name.role})" for name in byline.people) or "nobody"
        yield f"{source:18.18} {' '.join(text.split())!r} => {names}"


def mentions(rows: list[dict[str, Any]], count: int, seed: int) -> Iterator[str]:
    """A sample of the mentions, spread over the outlets."""
    by_source: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        day, found = _read(row)
        for mention in found:
            around = _around(row["text"], mention.start, mention.end)
            said = f"{mention.date} {mention.precision} weekday_ok={mention.weekday_ok}"
            by_source[row["source"]].append(f"{row['source']:18.18} {day} {around} => {said}")
    yield from _spread(by_source, count, seed)


def uncovered(rows: list[dict[str, Any]], count: int, seed: int) -> Iterator[str]:
    """A sample of what looks like a date and is in no mention."""
    by_source: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        day, found = _read(row)
        spans = [(mention.start, mention.end) for mention in found]
        for match in LIKE_A_DATE.finditer(row["text"]):
            if not any(start <= match.start() < end for start, end in spans):
                around = _around(row["text"], *match.span())
                by_source[row["source"]].append(f"{row['source']:18.18} {day} {around}")
    yield from _spread(by_source, count, seed)


def _read(row: dict[str, Any]) -> tuple[str | None, list[DateMention]]:
    """The publication day of a record and the mentions of its text."""
    reading = parse_date(row["date_raw"] or "")
    day = reading.value[:10] if reading and reading.value else None
    return day, find_mentions(row["text"], day)


def _around(text: str, start: int, end: int) -> str:
    before, behind = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return f"{before}[{text[start:end]}]{behind}".replace("\n", "\u00b6")


def _spread(by_source: dict[str, list[str]], count: int, seed: int) -> Iterator[str]:
    """*count* lines, one outlet after the other, in an order that *seed* fixes."""
    shuffle = random.Random(seed).shuffle
    piles = [by_source[source] for source in sorted(by_source)]
    for pile in piles:
        shuffle(pile)
    for turn in range(max(map(len, piles), default=0)):
        for pile in piles:
            if turn < len(pile) and count > 0:
                count -= 1
                yield pile[turn]


def main() -> int:
    """Print the strings beside their readings."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("what", nargs="?", choices=("people", "mentions", "uncovered"), default="people")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    if not SHARED.exists():
        print(f"skipped: {SHARED.name} is not beside this checkout", file=sys.stderr)
        return 0
    rows = records()
    if options.what == "people":
        lines = people(rows)
    else:
        show = mentions if options.what == "mentions" else uncovered
        lines = show(rows, options.count, options.seed)
    for line in lines:
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
