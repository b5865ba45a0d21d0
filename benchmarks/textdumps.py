"""The reader of text dumps, on pages whose right reading is known: dumped in memory, one visible block a line.

Run ``python benchmarks/textdumps.py`` for the project's golden files, ``python benchmarks/textdumps.py PAGES`` for a
folder of ``<base>.html.gz`` with ``<base>.gold.json`` beside them, ``python benchmarks/textdumps.py --rules PAGES`` for
a folder of saved pages without gold: there the record that the portal's rules give of the markup is what the dump is
held against. ``--noise`` measures each page once for every kind of noise in dump_noise.py, mixed into its dump, and
prints a line a kind. ``--worst N`` names the pages that come out worst, ``--show NAME`` prints one: its dump, and
beside each line whether it is in the gold and in what was read.

``f1`` weighs runs of four words over all pages, ``mean`` is the mean of the pages' own, ``blocks`` weighs whole
paragraphs; ``leak`` is the share of noise texts of four words or more that stand in a body. Headline, date and authors
count where the gold names them and the dump prints them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dump_noise import RECIPES, Recipe
from generic import plain, runs
from lxml import html

from newsbot.cli._golden import find_cases
from newsbot.extractors.plaintext.lines import date_rest
from newsbot.items import Origin
from newsbot.language.dates import parse_date
from newsbot.pages.decode import decode
from newsbot.snapshot import Snapshot
from newsbot.stream import process

ROOT = Path(__file__).resolve().parents[1]
FIXTURES = ROOT / "fixtures"
BLOCKS = frozenset(
    "p div section article header footer nav aside main ul ol li table tr td th tbody thead h1 h2 h3 h4 h5 h6 "
    "blockquote figure figcaption form fieldset dl dt dd pre center address hr body iframe video details "
    "summary".split()
)
UNSEEN = frozenset("script style template svg select option noscript head textarea button".split())
LEAST_NOISE = 4
"""Words of the shortest noise text that counts: shorter ones stand in any body by chance."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A page and what its record must say; `noise` are texts of the page that are no part of the body."""

    name: str
    page: bytes
    gold: Mapping[str, Any]
    noise: tuple[str, ...]


@dataclass(slots=True)
class Tally:
    """What the reader did on all pages."""

    words: Counter[str] = field(default_factory=Counter)
    blocks: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    pages: list[tuple[float, str, str]] = field(default_factory=list)
    leaked: list[tuple[str, str]] = field(default_factory=list)
    noise: int = 0

    def add(self, sample: Sample, record: Mapping[str, Any]) -> None:
        """Hold a record of the dump against the page's gold."""
        body = _without_dateline(record.get("article_body") or "", sample.gold.get("dateline_raw") or "")
        gold = sample.gold["article_body"]
        f1 = _count(self.words, runs(gold), runs(body))
        _count(self.blocks, Counter(_paragraphs(gold)), Counter(_paragraphs(body)))
        self._leaks(sample, plain(gold), plain(body))
        self.pages.append((f1, sample.name, ", ".join(self._fields(sample, record))))

    def _leaks(self, sample: Sample, gold: str, body: str) -> None:
        noise = [
            text for text in map(plain, sample.noise) if len(text.split()) >= LEAST_NOISE and text not in gold
        ]
        self.noise += len(noise)
        self.leaked += [(sample.name, text) for text in noise if text in body]

    def _fields(self, sample: Sample, record: Mapping[str, Any]) -> Iterator[str]:
        for name, said in _said(sample.gold, lines_of(sample.page)).items():
            self.asked[name] += 1
            right = _value(name, record.get(name)) == said
            self.right[name] += right
            if not right:
                yield name


def _count(sums: Counter[str], gold: Counter[Any], given: Counter[Any]) -> float:
    shared = (gold & given).total()
    sums.update(shared=shared, gold=gold.total(), given=given.total())
    return 2 * shared / ((gold.total() + given.total()) or 1)


def _without_dateline(body: str, lead: str) -> str:
    """The body without the dateline that it may keep or cut."""
    lead = plain(lead)
    lines = (plain(line) for line in body.split("\n"))
    return "\n".join(
        line[len(lead) :].lstrip(" -") if lead and line.startswith(lead) else line for line in lines
    )


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


def lines_of(page: bytes) -> list[str]:
    """The lines that select-all and copy gives of a page, roughly: one visible block a line."""
    document = html.document_fromstring(
        decode(page).text.encode(), parser=html.HTMLParser(encoding="utf-8", huge_tree=True)
    )
    body = document.find(".//body")
    lines: list[str] = [""]
    _walk(document if body is None else body, lines)
    texts = (" ".join(line.replace("\u200b", "").split()) for line in lines)
    return [text for text in texts if text]


def _walk(node: Any, lines: list[str]) -> None:
    if not isinstance(node.tag, str) or node.tag in UNSEEN:
        return
    if node.tag in BLOCKS or node.tag == "br":
        lines.append("")
    lines[-1] += node.text or ""
    for child in node:
        _walk(child, lines)
        lines[-1] += child.tail or ""
    if node.tag in BLOCKS:
        lines.append("")


def mixed(sample: Sample, recipe: Recipe) -> list[str]:
    """The lines of the page's dump, mixed with noise around and between the article's paragraphs."""
    lines, lead = lines_of(sample.page), plain(sample.gold.get("dateline_raw") or "")
    paragraphs = set(_paragraphs(sample.gold["article_body"]))
    keys = (plain(line) for line in lines)
    keys = (key[len(lead) :].lstrip(" -") if lead and key.startswith(lead) else key for key in keys)
    return recipe(lines, [place for place, key in enumerate(keys) if key in paragraphs] or [len(lines) - 1])


def record_of(lines: list[str]) -> Mapping[str, Any]:
    """The record of a dump of these lines; empty where it has none."""
    dump = "\n\n".join(lines).encode()
    article = process(Snapshot(dump, origin=Origin("text", "dump.txt"))).article
    return article.to_dict() if article else {}


def fixtures(folder: Path) -> Iterator[Sample]:
    """The golden files of articles that name the body; their noise is what the rules remove of the page."""
    for case in find_cases(folder):
        gold = case.expected
        if (
            gold.get("kind") != "article"
            or not isinstance(gold.get("article_body"), str)
            or case.page is None
        ):
            continue
        if ".html" in case.page.name:
            noise = tuple(item["text"] for item in case.actual["metadata"]["removed"])
            yield Sample(case.name, _bytes(case.page), case.actual | gold, noise)


def with_gold(folder: Path) -> Iterator[Sample]:
    """The articles of a folder of pages with gold beside them."""
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        page = path.with_name(path.name.replace(".gold.json", ".html.gz"))
        if gold["kind"] == "article" and page.is_file():
            yield Sample(
                gold["base"],
                _bytes(page),
                gold | {"dateline_raw": gold.get("dateline")},
                tuple(gold["noise"]),
            )


def by_rules(folder: Path) -> Iterator[Sample]:
    """The pages of a folder with what the portals' rules read of their markup; those without a layout are left out."""
    for path in sorted(folder.glob("*.html*")):
        page = _bytes(path)
        article = process(Snapshot(page, origin=Origin("html", path.name))).article
        if article is None or article.kind != "article" or article.metadata.extraction.layout is None:
            continue
        record = article.to_dict()
        yield Sample(path.name, page, record, tuple(item["text"] for item in record["metadata"]["removed"]))


def _bytes(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


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


def shown(sample: Sample, dump: list[str], record: Mapping[str, Any]) -> Iterator[str]:
    """The dump, each line marked: `=` right, `-` missed, `+` too much; then what the fields say."""
    gold = " ".join(_paragraphs(sample.gold["article_body"]))
    given = " ".join(_paragraphs(record.get("article_body") or ""))
    for line in map(plain, dump):
        wanted, read = line in gold, line in given
        yield f"{'=' if wanted and read else '-' if wanted else '+' if read else ' '} {line}"
    for name in ("headline", "date_published", "authors"):
        yield f"{name}: {_value(name, record.get(name))!r}, gold {_value(name, sample.gold.get(name))!r}"


def with_noise(samples: list[Sample], options: argparse.Namespace) -> int:
    """Print a line for each kind of noise; 2 where there is no article to measure."""
    for name, recipe in RECIPES.items():
        if options.noise not in name:
            continue
        tally = Tally()
        for sample in samples:
            dump = mixed(sample, recipe)
            record = record_of(dump)
            tally.add(sample, record)
            if options.show:
                print("\n".join(shown(sample, dump, record)))
        headlines = tally.right["headline"] / (tally.asked["headline"] or 1)
        print(f"{name:34} f1 {f1_of(tally.words)[0]:.4f}  headline {headlines:.4f}")
        for f1, page, missed in sorted(tally.pages)[: options.worst]:
            print(f"    {f1:.3f} {page}  {missed}")
    return 0 if samples else 2


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
    parser.add_argument(
        "--noise",
        nargs="?",
        const="",
        help="mix each kind of noise into the dumps, or those whose name holds this",
    )
    options = parser.parse_args(arguments)
    folder = options.pages or FIXTURES
    samples = (
        fixtures(folder) if not options.pages else by_rules(folder) if options.rules else with_gold(folder)
    )
    samples = (sample for sample in samples if not options.show or options.show in sample.name)
    if options.noise is not None:
        return with_noise(list(samples), options)
    tally = Tally()
    for sample in samples:
        record = record_of(lines_of(sample.page))
        tally.add(sample, record)
        if options.show:
            print("\n".join(shown(sample, lines_of(sample.page), record)))
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
