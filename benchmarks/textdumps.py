"""The reader of text dumps, on pages whose right reading is known: dumped in memory, one visible block a line.

Run ``python -m benchmarks.textdumps`` for the project's golden files, ``python -m benchmarks.textdumps PAGES`` for a
folder of ``<base>.html.gz`` with ``<base>.gold.json`` beside them, ``python -m benchmarks.textdumps --rules PAGES`` for
a folder of saved pages without gold: there the record that the portal's rules give of the markup is what the dump is
held against. ``--noise`` measures each page once for every kind of noise in dump_noise.py, mixed into its dump, and
prints a line a kind; ``--forms`` does so for every form of a dump in dump_forms.py, ``--form NAME`` takes one.
``--worst N`` names the pages that come out worst, ``--show NAME`` prints one: its dump, and beside each line whether it
is in the gold and in what was read.

A folder of ``<kind>.html`` with ``<kind>.json`` beside them (``tests/quality/unknown_templates``) is read as well.

``f1`` weighs runs of four words over all pages, ``mean`` is the mean of the pages' own, ``blocks`` weighs whole
paragraphs; ``leak`` is the share of noise texts of four words or more that stand in a body. Headline, date and authors
count where the gold names them and the dump prints them; of other fields, what is given is counted against the gold
(precision), and what the gold names and the dump prints against what is given (recall).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from benchmarks.dump_forms import FORMS, available, lines_of
from benchmarks.dump_noise import RECIPES, Recipe
from benchmarks.known import FIXTURES, Known, golden, unzipped, with_gold
from benchmarks.ruler import RUN, counted, plain, runs, without_lead
from newsbot.extractors.plaintext.lines import date_rest
from newsbot.items import Origin
from newsbot.language.dates import parse_date
from newsbot.snapshot import Snapshot
from newsbot.stream import process

LISTED = ("editors", "section", "keywords", "related", "captions")
"""Fields of which what is given is counted as well as what is missed."""


@dataclass(slots=True)
class Tally:
    """What the reader did on all pages."""

    words: Counter[str] = field(default_factory=Counter)
    blocks: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    listed: dict[str, Counter[str]] = field(default_factory=lambda: {name: Counter() for name in LISTED})
    pages: list[tuple[float, str, str]] = field(default_factory=list)
    leaked: list[tuple[str, str]] = field(default_factory=list)
    noise: int = 0

    def add(self, sample: Known, record: Mapping[str, Any]) -> None:
        """Hold a record of the dump against the page's gold."""
        body = without_lead(record.get("article_body") or "", sample.lead)
        gold = sample.gold["article_body"]
        f1 = _count(self.words, runs(gold), runs(body))
        _count(self.blocks, Counter(_paragraphs(gold)), Counter(_paragraphs(body)))
        self._leaks(sample, plain(gold), plain(body))
        self.pages.append((f1, sample.name, ", ".join(self._fields(sample, record))))

    def _leaks(self, sample: Known, gold: str, body: str) -> None:
        noise = counted(sample.noise, gold)
        self.noise += len(noise)
        self.leaked += [(sample.name, text) for text in noise if text in body]

    def _fields(self, sample: Known, record: Mapping[str, Any]) -> Iterator[str]:
        text = plain("\n".join(lines_of(sample.page))).lower()
        for name, sums in self.listed.items():
            wanted, given = _entries(name, sample.gold), _entries(name, record)
            found = sum(any(_is_same(name, one, other) for other in given) for one in wanted)
            right = sum(any(_is_same(name, one, other) for other in wanted) for one in given)
            asked = sum(one in text or any(_is_same(name, one, two) for two in given) for one in wanted)
            sums.update(found=found, asked=asked, right=right, given=len(given))
            if found < asked or right < len(given):
                yield f"{name} -{asked - found} +{len(given) - right}"
        for name, said in _said(sample.gold, lines_of(sample.page)).items():
            self.asked[name] += 1
            right = _value(name, record.get(name)) == said
            self.right[name] += right
            if not right:
                yield name


def _entries(name: str, source: Mapping[str, Any]) -> list[str]:
    """The entries of a field, folded."""
    if name == "captions":
        told = source.get("captions") or source.get("images") or ()
        return [plain(image["caption"]).lower() for image in told if image["caption"]]
    found = source.get(name) or ()
    texts = [found] if isinstance(found, str) else [_text(entry) for entry in found]
    return [plain(text).lower().lstrip("#•*»> ") for text in texts if text]


def _text(entry: Any) -> str:
    return entry if isinstance(entry, str) else entry.get("name") or entry.get("text") or ""


def _is_same(name: str, one: str, other: str) -> bool:
    """Whether two entries are one; of a related story the label may be kept or cut, of a caption its credit."""
    if one == other or name not in ("related", "captions"):
        return one == other
    shorter, longer = sorted((one, other), key=len)
    return shorter in longer and len(shorter.split()) >= RUN


def _count(sums: Counter[str], gold: Counter[Any], given: Counter[Any]) -> float:
    shared = (gold & given).total()
    sums.update(shared=shared, gold=gold.total(), given=given.total())
    return 2 * shared / ((gold.total() + given.total()) or 1)


def _paragraphs(body: str) -> list[str]:
    return [line for line in map(plain, body.replace("\t", "\n").split("\n")) if line]


def _is_dated(line: str, day: str) -> bool:
    """Whether the line is a date line of the day."""
    reading = parse_date(line, fallback=False) if date_rest(line) is not None else None
    return bool(reading and reading.value and reading.value.startswith(day))


def _said(gold: Mapping[str, Any], dump: list[str]) -> dict[str, Any]:
    """The fields that the gold names and the dump prints, in the form they are compared in."""
    said: dict[str, Any] = {}
    text = plain("\n".join(dump))
    if gold.get("headline") and plain(gold["headline"]) in text:
        said["headline"] = plain(gold["headline"])
    date = gold.get("date_published")
    if date and any(_is_dated(line, date[:10]) for line in dump):
        said["date_published"] = date[:10]
    authors = _value("authors", gold.get("authors"))
    if authors and all(name in text.lower() for name in authors):
        said["authors"] = authors
    return said


def _value(name: str, value: Any) -> Any:
    if name == "authors":
        people = (item["name"] if isinstance(item, dict) else item for item in value or ())
        return {plain(person).lower() for person in people}
    return plain(value)[:10] if name == "date_published" and value else plain(value or "")


def mixed(sample: Known, recipe: Recipe) -> list[str]:
    """The lines of the page's dump, mixed with noise around and between the article's paragraphs."""
    lines = lines_of(sample.page)
    paragraphs = set(_paragraphs(sample.gold["article_body"]))
    keys = (without_lead(line, sample.lead) for line in lines)
    return recipe(lines, [place for place, key in enumerate(keys) if key in paragraphs] or [len(lines) - 1])


def record(dump: bytes) -> Mapping[str, Any]:
    """The record of a dump; empty where it has none."""
    article = process(Snapshot(dump, origin=Origin("text", "dump.txt"))).article
    return article.to_dict() if article else {}


def fixtures() -> Iterator[Known]:
    """The golden files, of which also what their rules read counts where the case does not say it."""
    for one in golden():
        yield replace(one, gold={**one.read, **one.gold})


def templates(folder: Path) -> Iterator[Known]:
    """The pages of a folder with what each says beside it."""
    for path in sorted(folder.glob("*.html")):
        gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
        lead = gold.get("dateline_place") or ""
        yield Known(path.stem, path.read_bytes(), gold.get("url"), gold, tuple(gold["noise"]), lead)


def by_rules(folder: Path) -> Iterator[Known]:
    """The pages of a folder with what the portals' rules read of their markup; those without a layout are left out."""
    for path in sorted(folder.glob("*.html*")):
        page = unzipped(path)
        article = process(Snapshot(page, origin=Origin("html", path.name))).article
        if article is None or article.kind != "article" or article.metadata.extraction.layout is None:
            continue
        record = article.to_dict()
        noise = tuple(item["text"] for item in record["metadata"]["removed"])
        yield Known(path.name, page, None, record, noise, record["dateline_raw"] or "")


def f1_of(sums: Mapping[str, int]) -> tuple[float, float, float]:
    """F1, precision and recall of what was shared, given and wanted."""
    precision, recall = sums["shared"] / (sums["given"] or 1), sums["shared"] / (sums["gold"] or 1)
    return 2 * precision * recall / ((precision + recall) or 1), precision, recall


def table(tally: Tally) -> Iterator[str]:
    """The lines to print."""
    for name, sums in (("runs of four words", tally.words), ("paragraphs", tally.blocks)):
        f1, precision, recall = f1_of(sums)
        yield f"{name:20} f1 {f1:.4f}  precision {precision:.4f}  recall {recall:.4f}"
    yield f"{'mean of pages':20} f1 {sum(page[0] for page in tally.pages) / len(tally.pages):.4f}"
    yield f"{'leak':20} {len(tally.leaked) / (tally.noise or 1):.4f} ({len(tally.leaked)} of {tally.noise})"
    for name, asked in tally.asked.items():
        yield f"{name:20} {tally.right[name] / asked:.4f} ({tally.right[name]} of {asked})"
    for name, sums in tally.listed.items():
        right, found = sums["right"] / (sums["given"] or 1), sums["found"] / (sums["asked"] or 1)
        yield f"{name:20} precision {right:.4f} of {sums['given']}  recall {found:.4f} of {sums['asked']}"


def shown(sample: Known, dump: list[str], record: Mapping[str, Any]) -> Iterator[str]:
    """The dump, each line marked: `=` right, `-` missed, `+` too much; then what the fields say."""
    gold = " ".join(_paragraphs(sample.gold["article_body"]))
    given = " ".join(_paragraphs(record.get("article_body") or ""))
    for line in map(plain, dump):
        wanted, read = line in gold, line in given
        yield f"{'=' if wanted and read else '-' if wanted else '+' if read else ' '} {line}"
    for name in ("headline", "date_published", "authors"):
        yield f"{name}: {_value(name, record.get(name))!r}, gold {_value(name, sample.gold.get(name))!r}"


def with_noise(samples: list[Known], options: argparse.Namespace) -> int:
    """Print a line for each kind of noise; 2 where there is no article to measure."""
    for name, recipe in RECIPES.items():
        if options.noise in name:
            print(
                "\n".join(
                    measured(name, samples, lambda one, mix=recipe: "\n\n".join(mixed(one, mix)), options)
                )
            )
    return 0 if samples else 2


def in_forms(samples: list[Known], options: argparse.Namespace) -> int:
    """Print a line for each form of a dump; 2 where there is no article to measure."""
    for name in available():
        if options.forms in name:
            form = FORMS[name]
            print("\n".join(measured(name, samples, lambda one, form=form: form(one.page).decode(), options)))
    return 0 if samples else 2


def measured(
    name: str, samples: list[Known], dumped: Callable[[Known], str], options: argparse.Namespace
) -> Iterator[str]:
    """The line of one way to dump the pages, and the pages that come out worst."""
    tally = Tally()
    for sample in samples:
        dump = dumped(sample)
        said = record(dump.encode())
        tally.add(sample, said)
        if options.show:
            yield from shown(sample, dump.splitlines(), said)
    headlines, dates = (
        tally.right[name] / (tally.asked[name] or 1) for name in ("headline", "date_published")
    )
    f1, precision, recall = f1_of(tally.words)
    yield (
        f"{name:34} f1 {f1:.4f}  precision {precision:.4f}  recall {recall:.4f}"
        f"  headline {headlines:.4f}  date {dates:.4f}"
    )
    for score, page, missed in sorted(tally.pages)[: options.worst]:
        yield f"    {score:.3f} {page}  {missed}"


def samples_of(options: argparse.Namespace) -> Iterator[Known]:
    """The pages that are asked for."""
    folder = options.pages
    if folder is None:
        return fixtures()
    if options.rules:
        return by_rules(folder)
    return with_gold(folder) if any(folder.glob("*.gold.json")) else templates(folder)


def main(arguments: list[str] | None = None) -> int:
    """Print the table; 2 where the folder holds no article to measure."""
    parser = argparse.ArgumentParser(
        description="The reader of text dumps against pages whose reading is known."
    )
    parser.add_argument("pages", nargs="?", type=Path, help="a folder of pages; by default the golden files")
    parser.add_argument(
        "--rules", action="store_true", help="hold the dumps against what the rules read of the pages"
    )
    parser.add_argument("--worst", type=int, default=0, help="pages to name")
    parser.add_argument("--show", help="print the dump of the page whose name holds this")
    several = {"nargs": "?", "const": ""}
    parser.add_argument(
        "--noise", **several, help="mix each kind of noise into the dumps, or those so called"
    )
    parser.add_argument("--forms", **several, help="measure each form of a dump, or those so called")
    parser.add_argument("--form", choices=FORMS, default="blank lines", help="the form of the dumps")
    options = parser.parse_args(arguments)
    samples = (one for one in samples_of(options) if not options.show or options.show in one.name)
    if options.noise is not None:
        return with_noise(list(samples), options)
    if options.forms is not None:
        return in_forms(list(samples), options)
    return whole(samples, options)


def whole(samples: Iterator[Known], options: argparse.Namespace) -> int:
    """Print all that is measured of one form; 2 where there is no article to measure."""
    tally = Tally()
    for sample in samples:
        dump = FORMS[options.form](sample.page)
        said = record(dump)
        tally.add(sample, said)
        if options.show:
            print("\n".join(shown(sample, dump.decode().splitlines(), said)))
    folder = options.pages or FIXTURES
    if not tally.pages:
        print(f"no pages: {folder} holds no article whose body is known", file=sys.stderr)
        return 2
    print(f"{len(tally.pages)} articles of {folder.name}")
    print("\n".join(table(tally)))
    for f1, name, missed in sorted(tally.pages)[: options.worst]:
        print(f"  {f1:.3f} {name}  {missed}")
    for name, text in tally.leaked[: options.worst]:
        print(f"  leak {name}: {text[:90]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
