"""Rate of ``newsbot.language.dates.parse_date`` beside dateparser's, on the same strings in one run.

Run ``python -m benchmarks.dates``. The strings are the printed dates of ``../shared/language`` where that
folder exists, else dates generated in the same forms. dateparser is given its best case: the right language
named.
Each side is timed in turns and its best turn counts, so that a busy machine harms neither side more.
"""

from __future__ import annotations

import csv
import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import dateparser

from newsbot.language.dates import find_mentions, parse_date

SHARED = Path(__file__).resolve().parents[2] / "shared" / "language" / "published_dates.tsv"
SAMPLE = 200  # strings for dateparser, spread evenly over all; it needs two milliseconds a string
TURNS = 7
AIM = 50
_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jum'at", "Sabtu", "Minggu")
_MONTHS = ("Jan", "Februari", "Mar", "April", "Mei", "Juni", "Juli", "Agt", "Sep", "Okt", "Nop", "Des")
_DATED = (
    "Gubernur meninjau pasar itu pada {day} ({d}/9/2023) pukul 09.15 WIB dan menyebut harga beras turun dari "
    "Rp14.500 menjadi Rp13.900 per kilogram. Warga menunggu operasi pasar sejak {d} Agustus 2023.\n\n"
)
_UNDATED = (
    "Petugas mencatat 1.250 orang datang; skor kepuasan 3-1 dibanding pekan sebelumnya, kata panitia. "
    "Menurut mereka, tiga perempat dari warga itu membeli 5 kilogram, sebagian lain membeli 2,5 kilogram, "
    "dan selebihnya pulang karena antrean di loket utama tidak bergerak sejak pagi.\n\n"
)


def generated() -> list[str]:
    """Date lines in the forms of the press, a thousand of them."""
    start = datetime(2012, 1, 1, 6, 7, tzinfo=UTC)
    lines = []
    for number in range(1000):
        at = start + timedelta(hours=117 * number)
        day, month = _DAYS[at.weekday()], _MONTHS[at.month - 1]
        forms = (
            f"{day}, {at.day} {month} {at.year} {at:%H:%M} WIB",
            f"Tayang: {day}, {at.day} {month} {at.year} {at:%H:%M} WITA",
            f"Diperbarui {at.day:02} {month} {at.year}, {at:%H:%M} WIB",
            f"Kompas.com - {at:%d/%m/%Y, %H:%M} WIB",
            f"{at.day} {month} {at.year} | {at:%H.%M} WIB",
        )
        lines.append(forms[number % len(forms)])
    return lines


def strings() -> list[str]:
    """Load the printed dates to read."""
    if not SHARED.exists():
        return generated()
    with SHARED.open(encoding="utf-8", newline="") as stream:
        return [row["printed"] for row in csv.DictReader(stream, delimiter="\t")]


def seconds(work: Callable[[], object]) -> float:
    """How long one turn of *work* takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def mention_cost() -> tuple[int, float]:
    """Characters of a generated article with 16 dates, and the microseconds that finding them takes."""
    body = "".join(_DATED.format(day=_DAYS[n % 7], d=n + 1) + _UNDATED * 2 for n in range(8))[:5000]
    turns = [seconds(lambda: [find_mentions(body, "2023-09-13") for _ in range(40)]) for _ in range(TURNS)]
    return len(body), min(turns) / 40 * 1e6


def main() -> int:
    """Print both rates and their ratio; 1 where the aim is missed."""
    lines = strings()
    sample = lines[:: max(1, len(lines) // SAMPLE)]
    parse_date(lines[0])
    dateparser.parse(lines[0], languages=["id"])
    ours, theirs, alone = [], [], []
    for _ in range(TURNS):
        ours.append(seconds(lambda: [parse_date(line) for line in sample]))
        theirs.append(seconds(lambda: [dateparser.parse(line, languages=["id"]) for line in sample]))
        alone.append(seconds(lambda: [parse_date(line) for line in lines]))
    read = sum(parse_date(line) is not None for line in sample)
    their_read = sum(dateparser.parse(line, languages=["id"]) is not None for line in sample)
    length, cost = mention_cost()
    ratio = min(theirs) / min(ours)
    result = {
        "strings": "shared" if SHARED.exists() else "generated",
        "newsbot_per_second": round(len(sample) / min(ours)),
        "dateparser_per_second": round(len(sample) / min(theirs)),
        "ratio": round(ratio, 1),
        "newsbot_read": f"{read}/{len(sample)}",
        "dateparser_read": f"{their_read}/{len(sample)}",
        "all_strings": len(lines),
        "newsbot_per_second_on_all": round(len(lines) / min(alone)),
        "mentions_microseconds": round(cost),
        "mentions_characters": length,
    }
    print(json.dumps(result, indent=2))
    return 0 if ratio >= AIM else 1


if __name__ == "__main__":
    sys.exit(main())
