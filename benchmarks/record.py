"""Cost of a full record beside a bare parse of the same bytes, and memory over a long replay.

Run ``python -m benchmarks.record [PAGES] [--first N]``. PAGES is a folder of ``.html`` or ``.html.gz`` files or a tar
archive of such; by default the archive in ``../shared/bulk``. A page's record and its bare
``lxml.html.document_fromstring`` are timed in turns, processor time, the best of three each, so that a busy machine
harms neither side more; ``python -m benchmarks.cost`` does so for several sets and paths. Memory is the peak of a
process of its own that replays the first pages, then all of them: it is flat where both peaks are nearly one.
"""

from __future__ import annotations

import argparse
import gzip
import json
import multiprocessing
import resource
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import lxml.etree
import lxml.html

from newsbot import process, replay
from newsbot.snapshot import Snapshot
from newsbot.stream import Options

BULK = Path(__file__).resolve().parents[2] / "shared" / "bulk"
TURNS = 3
_BY_RULES = Options()
_SUFFIXES = (".html", ".htm", ".html.gz", ".htm.gz")


def pages(source: Path) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every page, unpacked in memory, in the order of the archive or of the names."""
    if source.is_dir():
        for path in sorted(path for path in source.rglob("*") if path.name.endswith(_SUFFIXES)):
            yield path.name, _unzipped(path.read_bytes())
        return
    with tarfile.open(source) as archive:
        for member in archive:
            if member.isfile() and member.name.endswith(_SUFFIXES):
                stream = archive.extractfile(member)
                if stream is not None:
                    yield Path(member.name).name, _unzipped(stream.read())


def urls(source: Path) -> dict[str, str]:
    """The pages' addresses, where a manifest.jsonl with file and url lies among them."""
    lines = _manifest(source).decode("utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    return {Path(row["file"]).name: row["url"] for row in rows if row.get("file") and row.get("url")}


def _manifest(source: Path) -> bytes:
    if source.is_dir():
        path = source / "manifest.jsonl"
        return path.read_bytes() if path.is_file() else b""
    with tarfile.open(source) as archive:
        for member in archive:
            if Path(member.name).name == "manifest.jsonl" and (stream := archive.extractfile(member)):
                return stream.read()
    return b""


def _unzipped(data: bytes) -> bytes:
    return gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data


def best(*works: Callable[[], object]) -> list[float]:
    """The best processor time of each work in milliseconds, the works taking turns."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(TURNS):
        for work, taken in zip(works, times, strict=True):
            taken.append(timed(work))
    return list(map(min, times))


def timed(work: Callable[[], object]) -> float:
    """The processor time of a work in milliseconds."""
    begin = time.thread_time()
    work()
    return (time.thread_time() - begin) * 1000


def cost(snapshots: Iterable[Snapshot]) -> dict[str, Any]:
    """Milliseconds a page for a record as a line of JSON and for a bare parse, and their ratio."""
    records, parses, size = [], [], 0
    for snapshot in snapshots:
        times = best(partial(line_of, snapshot), partial(parse, snapshot))
        records.append(times[0])
        parses.append(times[1])
        size += len(snapshot.body)
    count = len(records) or 1
    return {
        "pages": len(records),
        "kilobytes_per_page": round(size / count / 1000, 1),
        "record_ms": round(sum(records) / count, 3),
        "parse_ms": round(sum(parses) / count, 3),
        "ratio": round(sum(records) / (sum(parses) or 1), 2),
        "slowest_record_ms": round(max(records, default=0), 1),
    }


def line_of(snapshot: Snapshot, options: Options = _BY_RULES) -> str | None:
    """A page's record as a line of JSON; None where it gives none."""
    article = process(snapshot, options=options).article
    return article.to_json() if article else None


def parse(snapshot: Snapshot) -> object:
    """What everything is held against: the bare tree of the same bytes."""
    try:
        return lxml.html.document_fromstring(snapshot.body)
    except (ValueError, lxml.etree.ParserError):  # an empty document
        return None


def _warm(snapshot: Snapshot) -> None:
    """Load what is loaded once: the portals, their selectors, the word lists."""
    line_of(snapshot)
    parse(snapshot)


def peak_megabytes(folder: Path, count: int) -> float:
    """The peak memory of a fresh process that replays the first pages of a folder."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_replay, args=(folder, count, sender))
    child.start()
    sender.close()
    peak = float(receiver.recv())
    child.join()
    return peak


def _replay(folder: Path, count: int, sender: Any) -> None:
    for _ in islice(replay(folder), count):
        pass
    sender.send(round(_own_peak() / 1024, 1))


def _own_peak() -> float:
    """This process's peak in kilobytes. Linux counts the parent's memory into getrusage of a child, so there the
    kernel's own figure for the running program is read.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        for line in status.read_text("ascii").splitlines():
            if line.startswith("VmHWM:"):
                return float(line.split()[1])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024 if sys.platform == "darwin" else float(peak)


def memory(source: Path, first: int) -> dict[str, Any]:
    """Peak memory after the first pages and after all."""
    with tempfile.TemporaryDirectory() as name:
        folder, count = Path(name), 0
        for page_name, body in pages(source):
            (folder / page_name.removesuffix(".gz")).write_bytes(body)
            count += 1
        early, late = peak_megabytes(folder, first), peak_megabytes(folder, count)
    return {
        f"peak_mb_after_{min(first, count)}": early,
        f"peak_mb_after_{count}": late,
        "growth_mb": round(late - early, 1),
    }


def main() -> int:
    """Print cost and memory as JSON; 1 where there are no pages."""
    parser = argparse.ArgumentParser(description="Cost of a record beside a bare parse, and memory.")
    parser.add_argument("pages", nargs="?", type=Path, help="a folder of pages or a tar archive of them")
    parser.add_argument("--first", type=int, default=200, help="how many pages are timed (200)")
    options = parser.parse_args()
    source = options.pages or next(iter(sorted(BULK.glob("*.tar.*"))), None)
    if source is None or not source.exists():
        print(f"no pages: name a folder, or put an archive into {BULK}", file=sys.stderr)
        return 1
    peaks = memory(source, options.first)
    known = urls(source)
    snapshots = [Snapshot(body, known.get(name)) for name, body in islice(pages(source), options.first)]
    if not snapshots:
        print(f"no pages in {source}", file=sys.stderr)
        return 1
    _warm(snapshots[0])
    print(json.dumps({"source": source.name, **cost(snapshots), **peaks}, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
