"""Captures of invented articles."""

from newsbot.corpus.reading import Record
from newsbot.items import Extraction
from tests.corpus.records import ONE, THREE, TWO, article

DAY = "2023-09-{:02}T01:00:00+00:00"
RULES = Extraction("1", "sha256:a", "2023")


def captured(day, *, number="contoh:1", texts=(ONE, TWO, THREE), at=None, **fields):
    """The record of a capture on a day of September."""
    facts = {"headline": "Panen Garam Naik", "date_published": "2023-09-01T07:05:00+07:00", **fields}
    metadata = {
        "_fetched_at": at or DAY.format(day),
        "_payload_digest": f"sha256:{number}:{day}",
        "_extraction": RULES,
    }
    made = article(number, f"{number}-{day}.html", texts=texts, **{**metadata, **facts})
    made["url"] = made["url"].replace(":", "-").replace("https-", "https:")
    return made


def given(*records):
    return [Record(fields, "a.jsonl", line, None, 100) for line, fields in enumerate(records, 1)]


ODD = [
    None,
    7,
    True,
    "",
    "x",
    [],
    [1],
    ["x", None],
    {},
    {"a": [1]},
    [{"text": 5, "type": None, "level": [2]}],
    1e400,
]


def odd(name, number):
    """Captures whose value of a key has none of the shapes that it should have."""
    return [{**captured(day, number=number), name: value} for day, value in enumerate(ODD, 1)]
