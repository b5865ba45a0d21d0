"""The generic path beside other extractors, on pages of portals whose rules are switched off.

Run ``python benchmarks/generic.py [PAGES]`` or ``python benchmarks/generic.py --fixtures [FOLDER]``. PAGES is a
folder of ``<base>.html.gz`` with ``<base>.gold.json`` beside them and a ``manifest.jsonl`` of file and url; by default
``../shared/pages``. With ``--fixtures`` the pages are the project's own: gold is the body that ``expected.json`` names,
noise is what newsbot's rules remove, so that leak says little of newsbot and only holds the others against its rules.

A program's body is cut into runs of four words. ``body_f1`` weighs the runs that it shares with the gold over all
pages, ``leak`` is the share of noise texts of four words or more that stand in a body. Every program gets the same
bytes in one run; the times are a page's best of some turns that the programs take one after another. newsbot's time is
that of the whole record; it holds a call of trafilatura where newsbot's own reading is in doubt, and the last line says
on how many pages it was.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

import trafilatura

from newsbot import process
from newsbot.extractors.ruleless import choice
from newsbot.golden.cases import find_cases
from newsbot.pages.page import decode
from newsbot.snapshot import Snapshot
from newsbot.stream import Options

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "pages"
FIXTURES = ROOT / "fixtures"
TURNS = 2
RUN = 4
"""Words of a run, and of the shortest noise text that counts: shorter ones stand in any body by chance."""
_ALIKE = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u200b": None, "\u00ad": None}
)


@dataclass(frozen=True, slots=True)
class Sample:
    """A page with what is known of it; `lead` is the dateline, which a body may keep or cut."""

    name: str
    body: bytes
    url: str | None
    gold: str
    noise: tuple[str, ...]
    lead: str = ""


@dataclass(slots=True)
class Tally:
    """What one program did on all pages."""

    shared: int = 0
    given: int = 0
    wanted: int = 0
    leaked: int = 0
    noise: int = 0
    empty: int = 0
    seconds: list[float] = field(default_factory=list)

    def add(self, sample: Sample, text: str) -> None:
        """Hold a body against the page's gold."""
        lead = plain(sample.lead)
        lines = [plain(line) for line in text.split("\n")]
        lines = [line[len(lead) :].lstrip(" -") if lead and line.startswith(lead) else line for line in lines]
        gold, given = runs(sample.gold), runs("\n".join(lines))
        self.shared += (gold & given).total()
        self.given += given.total()
        self.wanted += gold.total()
        self.empty += not text.strip()
        wanted, whole = plain(sample.gold), plain(text)
        noise = [said for said in map(plain, sample.noise) if len(said.split()) >= RUN and said not in wanted]
        self.noise += len(noise)
        self.leaked += sum(said in whole for said in noise)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall of runs over all pages."""
        return 2 * self.shared / ((self.given + self.wanted) or 1)


def plain(text: str) -> str:
    """Text with marks of one form and single spaces."""
    return " ".join(text.translate(_ALIKE).split())


def runs(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words of a text, how often each stands there; a shorter text is one run."""
    words = re.findall(r"\w+", plain(text).lower())
    return Counter(tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)) if words)


def saved(folder: Path) -> Iterator[Sample]:
    """The articles of a folder of pages with gold; photo and video pages have no body to measure."""
    lines = (folder / "manifest.jsonl").read_text("utf-8").splitlines()
    urls = {row["file"]: row.get("url") for row in map(json.loads, filter(str.strip, lines))}
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        page = path.with_name(path.name.replace(".gold.json", ".html.gz"))
        if gold["kind"] == "article" and page.is_file():
            lead = gold.get("dateline") or ""
            body = gzip.decompress(page.read_bytes())
            yield Sample(
                page.name, body, urls.get(page.name), gold["article_body"], tuple(gold["noise"]), lead
            )


def fixtures(folder: Path) -> Iterator[Sample]:
    """The golden files of articles that name the body; their noise is what the record with rules removed."""
    for case in find_cases(folder):
        gold = case.expected.get("article_body")
        if case.expected.get("kind") != "article" or not isinstance(gold, str) or case.page is None:
            continue
        if ".txt" in case.page.name:
            continue
        url = json.loads((case.folder / "page.json").read_text("utf-8")).get("url")
        body = case.page.read_bytes()
        body = gzip.decompress(body) if case.page.suffix == ".gz" else body
        removed = tuple(item["text"] for item in case.actual["metadata"]["removed"])
        lead = case.actual.get("dateline_raw") or ""
        yield Sample(case.name, body, url, gold, removed, lead)


def newsbot_generic(body: bytes, url: str | None) -> str:
    """The body of the record without the portal's rules."""
    article = process(Snapshot(body, url), options=Options(generic=True)).article
    return (article.article_body if article else None) or ""


def trafilatura_with(**options: bool) -> Callable[[bytes, str | None], str]:
    """trafilatura's text, comments off."""
    return lambda body, url: trafilatura.extract(body, url=url, include_comments=False, **options) or ""


def programs() -> dict[str, Callable[[bytes, str | None], str]]:
    """What is compared, by name: newsbot, trafilatura, and whatever else is installed here."""
    found: dict[str, Callable[[bytes, str | None], str]] = {
        "newsbot --generic": newsbot_generic,
        "trafilatura precision": trafilatura_with(favor_precision=True),
        "trafilatura": trafilatura_with(),
        "trafilatura recall": trafilatura_with(favor_recall=True),
    }
    others = {
        "readability": _readability,
        "newspaper": _newspaper,
        "resiliparse": _resiliparse,
        "goose3": _goose,
    }
    return found | {name: run for name, run in others.items() if importlib.util.find_spec(name)}


def _readability(body: bytes, _url: str | None) -> str:
    from lxml.html import fromstring
    from readability import Document

    return "\n".join(text.strip() for text in fromstring(Document(decode(body).text).summary()).itertext())


def _newspaper(body: bytes, url: str | None) -> str:
    import newspaper

    article = newspaper.Article(url or "https://news.example/")
    article.download(input_html=decode(body).text)
    article.parse()
    return str(article.text)


def _resiliparse(body: bytes, _url: str | None) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(decode(body).text, main_content=True))


def _goose(body: bytes, _url: str | None) -> str:
    from goose3 import Goose

    return str(Goose({"enable_image_fetching": False}).extract(raw_html=decode(body).text).cleaned_text)


def measure(samples: list[Sample], turns: int = TURNS) -> dict[str, Tally]:
    """What each program did on the samples. A program that fails on a page gives no body there."""
    running = programs()
    tallies = {name: Tally() for name in running}
    for run in running.values():  # what is loaded once is loaded before the clock runs
        _text(run, samples[0])
    for sample in samples:
        best = dict.fromkeys(running, float("inf"))
        texts = {}
        for _ in range(turns):
            for name, run in running.items():
                begin = time.perf_counter()
                texts[name] = _text(run, sample)
                best[name] = min(best[name], time.perf_counter() - begin)
        for name, text in texts.items():
            tallies[name].add(sample, text)
            tallies[name].seconds.append(best[name])
    return tallies


def _text(run: Callable[[bytes, str | None], str], sample: Sample) -> str:
    try:
        return run(sample.body, sample.url)
    except Exception as error:  # noqa: BLE001 any program may fail on any page
        print(f"{sample.name}: {type(error).__name__}: {error}", file=sys.stderr)
        return ""


def asked(samples: list[Sample]) -> int:
    """On how many of the pages newsbot's own reading was in doubt and trafilatura was asked."""
    with mock.patch.object(choice, "told_paragraphs", wraps=choice.told_paragraphs) as told:
        for sample in samples:
            newsbot_generic(sample.body, sample.url)
        return told.call_count


def table(tallies: dict[str, Tally]) -> Iterator[str]:
    """The lines to print."""
    base = sum(tallies["trafilatura"].seconds) or 1
    yield f"{'program':22} {'body_f1':>8} {'leak':>7} {'of':>5} {'no body':>8} {'ms/page':>8} {'x trafilatura':>14}"
    for name, tally in tallies.items():
        spent = sum(tally.seconds)
        yield (
            f"{name:22} {tally.f1:8.4f} {tally.leaked / (tally.noise or 1):7.4f} {tally.noise:5} {tally.empty:8} "
            f"{spent / (len(tally.seconds) or 1) * 1000:8.1f} {spent / base:14.2f}"
        )


def main(arguments: list[str] | None = None) -> int:
    """Print the table; 0 with a reason where the default folder is absent, 2 where the named one holds no pages."""
    parser = argparse.ArgumentParser(description="The generic path beside other extractors.")
    parser.add_argument("pages", nargs="?", type=Path, help="a folder of pages with gold, or of fixtures")
    parser.add_argument("--fixtures", action="store_true", help="measure on the project's own golden files")
    options = parser.parse_args(arguments)
    folder = options.pages or (FIXTURES if options.fixtures else SHARED)
    if not options.pages and not folder.is_dir():
        print(f"skipped: the real pages are no part of the project; they would lie in {folder}")
        return 0
    if not options.fixtures and not (folder / "manifest.jsonl").is_file():
        print(f"no pages: {folder} holds no manifest.jsonl with pages and gold beside it", file=sys.stderr)
        return 2
    samples = list(fixtures(folder) if options.fixtures else saved(folder))
    if not samples:
        print(f"no pages: {folder} holds no article with its gold body", file=sys.stderr)
        return 2
    print(f"{len(samples)} articles of {folder.name}")
    print("\n".join(table(measure(samples))))
    print(f"trafilatura asked on {asked(samples)} of {len(samples)} pages")
    return 0


if __name__ == "__main__":
    sys.exit(main())
