"""A folder that `datasets.load_dataset` loads without a network: Parquet shards by split, and a card."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from newsbot.corpus.export.parquet import write_file
from newsbot.corpus.figures.card import chosen_told, datasheet, told
from newsbot.corpus.figures.sums import UNTOLD, Sums
from newsbot.corpus.projection import Projection
from newsbot.corpus.reading import Record
from newsbot.corpus.selection import Choice
from newsbot.version import VERSION

SPLITS = ("train", "validation", "test")
"""A file of records named so, as `train.jsonl`, is that split; records of any other file are of the first."""
_OTHER_NAMES = {"dev": "validation"}
"""What `newsbot split` and others call them."""
_README = "README.md"
_SHARD = 100_000
"""Rows of a file."""
_SIZES = (("n<1K", 1_000), ("1K<n<10K", 10_000), ("10K<n<100K", 100_000), ("100K<n<1M", 1_000_000))
_LARGEST = "n>1M"
_LEAST_SHARE = 0.01
"""Of the articles whose language is told: one that fewer are in stands in the table alone, where a mistake of one text
does not make a dataset one of that language."""
_CODE = re.compile(r"[a-z]{2,3}")
_ROWS = 20
"""Of the table of languages."""


def write(records: Iterator[Record], projection: Projection, path: Path) -> None:
    """`data/SPLIT-00000.parquet` and `README.md`, whose head tells `datasets` which file is of which split."""
    (path / "data").mkdir()
    rows: dict[str, int] = dict.fromkeys(SPLITS, 0)
    shards: dict[str, int] = dict.fromkeys(SPLITS, 0)
    sums = Sums()
    for split, part in _shards(_summed(records, sums)):
        file = path / "data" / f"{split}-{shards[split]:05}.parquet"
        rows[split] += write_file(part, projection, file)
        shards[split] += 1
    text = _card({split: number for split, number in rows.items() if number}, sums, projection)
    (path / _README).write_text(text, "utf-8", errors="backslashreplace")


def describe(path: Path, choice: Choice) -> None:
    """Add to the card by what the records were chosen, which is known when all are read."""
    with (path / _README).open("a", encoding="utf-8", errors="backslashreplace") as file:
        file.writelines(f"{line}\n" for line in chosen_told(choice))


def split_of(file: str) -> str:
    """The split whose name the file has.

    >>> split_of("out/test.jsonl.gz"), split_of("out/dev.jsonl"), split_of("out/articles.jsonl")
    ('test', 'validation', 'train')
    """
    stem = Path(file).name.partition(".")[0]
    stem = _OTHER_NAMES.get(stem, stem)
    return stem if stem in SPLITS else SPLITS[0]


def _summed(records: Iterator[Record], sums: Sums) -> Iterator[Record]:
    for record in records:
        sums.add(record.fields)
        yield record


def _shards(records: Iterator[Record]) -> Iterator[tuple[str, Iterator[Record]]]:
    """Runs of records of one split, no longer than a shard; each is to be read before the next is asked for."""
    rest = records
    while (first := next(rest, None)) is not None:
        split = split_of(first.file)
        run = _Run(rest, split)
        yield split, islice(chain((first,), run), _SHARD)
        rest = chain(run.next, rest)


class _Run:
    """The records that follow and are of the same split; the first that is not is `next`."""

    def __init__(self, records: Iterator[Record], split: str) -> None:
        self._records = records
        self._split = split
        self.next: list[Record] = []

    def __iter__(self) -> Iterator[Record]:
        for record in self._records:
            if split_of(record.file) != self._split:
                self.next.append(record)
                return
            yield record


def _card(rows: dict[str, int], sums: Sums, kept: Projection) -> str:
    total = sum(rows.values())
    size = next((name for name, bound in _SIZES if total < bound), _LARGEST)
    files = "".join(f"  - split: {split}\n    path: data/{split}-*.parquet\n" for split in rows)
    table = "".join(f"| {split} | {number} |\n" for split, number in rows.items())
    data_files = f"configs:\n- config_name: default\n  data_files:\n{files}" if rows else ""
    return (
        f"---\n{_codes(sums.languages)}size_categories:\n- {size}\n{data_files}---\n\n"
        "# News articles\n\n"
        f"Records of newsbot {VERSION} ([the record](https://github.com/newsbot-id/newsbot/blob/main/docs/record.md)) "
        "with typed nested columns; the dates stand as printed, as a moment in UTC and as a day.\n\n"
        f"| split | articles |\n|---|---|\n{table}\n"
        f"| language | articles |\n|---|---|\n{_table(sums.languages)}"
    ) + "".join(f"{line}\n" for line in datasheet(sums, kept))


def _codes(languages: Counter[str]) -> str:
    """The languages as the head of a card has them: codes of ISO 639, the most frequent first."""
    known = languages.total() - languages[UNTOLD]
    codes = [
        name
        for name, number in languages.most_common()
        if _CODE.fullmatch(name) and number >= _LEAST_SHARE * known
    ]
    return "language:\n" + "".join(f"- {code}\n" for code in codes) if codes else ""


def _table(languages: Counter[str]) -> str:
    rows = ((told(name), number) for name, number in languages.most_common(_ROWS))
    return "".join(f"| {name} | {number} |\n" for name, number in rows)
