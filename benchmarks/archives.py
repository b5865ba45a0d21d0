"""A folder of saved pages as WARC, zstd WARC and WACZ: the same records by each, how fast, in how much memory.

Run ``python -m benchmarks.archives FOLDER [--times 10] [--no-records] [--memory]``. FOLDER is as `replay` reads it;
pages without an address are left out. It is written as WARC by the crawl's own writer, indexed and packed; where the
program `wacz` is on the PATH it says whether the WACZ is valid. Then `newsbot replay` makes records of the folder and
of each archive, in a process of its own each, and the records are compared. Last each reader goes through the
archives, and through ones that hold the same files `--times` times: newsbot's own, warcio's and FastWARC's, each in a
process of its own that ends with its peak memory. With `--memory` the pool replays them instead, with one worker and
with two, while their memory is looked at.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from newsbot.archive import read_sources
from newsbot.archive.cdxj import index_file, line_of
from newsbot.archive.pack import pack
from newsbot.durable.warc import Exchange, WarcWriter
from newsbot.durable.zstd import ZstdCompressor
from newsbot.snapshot import Snapshot

MOMENT = "2026-11-01T00:00:00+00:00"
"""When a page was fetched that does not say it: a WARC record must."""
WHERE = ("origin", "fetched_at", "http")
"""Of metadata: what only a container knows, or what a folder need not state and a WARC record must."""


def exchanges(folder: Path) -> Iterator[Exchange]:
    """The pages as answers."""
    for page in read_sources(folder):
        if isinstance(page, Snapshot) and page.url:
            yield Exchange(
                url=page.url,
                moment=page.fetched_at or MOMENT,
                method="GET",
                request_headers=[],
                status="200 OK",
                response_headers=list(({"content-type": "text/html"} | page.headers).items()),
                body=page.body,
            )


def written(folder: Path, out: Path) -> dict[str, Path]:
    """The archives of the pages, by container."""
    out.mkdir()
    writer = WarcWriter(out, {"software": "newsbot"}, line_of=line_of, index=index_file, max_bytes=1 << 40)
    for one in exchanges(folder):
        writer.write(one)
    writer.close()
    (path,) = out.glob("*.warc.gz")
    packed = {"warc": path, "zstd warc": out / "a.warc.zst", "wacz": out / "a.wacz"}
    with path.open("rb") as file, packed["zstd warc"].open("wb") as zst:
        for record in _records(gzip.GzipFile(fileobj=file)):
            zst.write(ZstdCompressor().compress(record, ZstdCompressor.FLUSH_FRAME))
    pack([path], packed["wacz"], [])
    return packed


def several(made: dict[str, Path], out: Path, times: int) -> dict[str, Path]:
    """Archives of the same pages again and again: records may follow each other in a file, and files in a WACZ."""
    out.mkdir()
    found = {name: out / path.name for name, path in made.items()}
    for name in ("warc", "zstd warc"):
        with found[name].open("wb") as file:
            for _ in range(times):
                with made[name].open("rb") as one:
                    shutil.copyfileobj(one, file)
    pack([made["warc"]] * times, found["wacz"], [])
    return found


def _records(file: Any) -> Iterator[bytes]:
    """The records of an unpacked WARC file, whole."""
    while head := _head(file):
        length = int(re.search(rb"(?i)content-length: *(\d+)", head)[1])  # type: ignore[index]
        yield head + file.read(length) + file.read(4)


def _head(file: Any) -> bytes:
    lines = []
    while line := file.readline():
        lines.append(line)
        if line == b"\r\n":
            break
    return b"".join(lines)


# readers: each gives address and body of the answers of a file


def by_newsbot(path: Path) -> Iterator[tuple[str, bytes]]:
    for page in read_sources(path):
        if isinstance(page, Snapshot):
            yield page.url or "", page.body


def by_warcio(path: Path) -> Iterator[tuple[str, bytes]]:
    from warcio.archiveiterator import ArchiveIterator

    with path.open("rb") as file:
        for record in ArchiveIterator(file):
            if record.rec_type == "response":
                yield record.rec_headers.get_header("WARC-Target-URI"), record.content_stream().read()


def by_fastwarc(path: Path) -> Iterator[tuple[str, bytes]]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    with path.open("rb") as file:
        for record in ArchiveIterator(file, record_types=WarcRecordType.response, auto_decode="all"):
            yield record.headers["WARC-Target-URI"], record.reader.read()


READERS: dict[str, Callable[[Path], Iterator[tuple[str, bytes]]]] = {
    "newsbot": by_newsbot,
    "warcio": by_warcio,
    "fastwarc": by_fastwarc,
}
_READS = {"newsbot": ("warc", "zstd warc", "wacz"), "warcio": ("warc",), "fastwarc": ("warc",)}


def go_through(name: str, path: Path) -> dict[str, Any]:
    """Read a file with one reader: pages, a sum over them, CPU seconds, and MB at the peak and before."""
    before = peak_memory()
    started, number, total = time.process_time(), 0, 0
    for url, body in READERS[name](path):
        number += 1
        total = (total + hash_of(url, body)) % (1 << 64)
    seconds = time.process_time() - started
    return {"pages": number, "sum": total, "seconds": seconds, "before": before, "peak": peak_memory()}


def hash_of(url: str, body: bytes) -> int:
    """The same in every process."""
    import zlib

    return zlib.crc32(body, zlib.crc32(url.encode())) + len(body)


def peak_memory(pid: int | str = "self") -> float:
    """MB of a process at its peak, without what its parent had when it was begun; 0 where it has ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text("ascii")
    except OSError:
        return 0.0
    return int((status.partition("VmHWM:")[2].split() or ["0"])[0]) / 1024


def _alone(name: str, path: Path) -> dict[str, Any]:
    line = [sys.executable, "-m", "benchmarks.archives", "--reader", name, str(path)]
    return json.loads(subprocess.run(line, capture_output=True, text=True, check=True).stdout)  # type: ignore[no-any-return]


# records


def replayed(source: Path, out: Path) -> tuple[list[str], float]:
    """The records of a source without what only its container has, and the peak memory of the process in MB."""
    line = [sys.executable, "-m", "newsbot", "replay", str(source), "-o", str(out), "--workers", "0"]
    process = subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise RuntimeError(f"{' '.join(line)} ended with {status}")
    return sorted(map(_bare, out.open("rb"))), used.ru_maxrss / 1024


def _bare(line: bytes) -> str:
    record = json.loads(line)
    for told in (record["metadata"], *record["metadata"]["pages"]):
        for name in WHERE:
            told.pop(name, None)
    return json.dumps(record, sort_keys=True)


def compare_records(folder: Path, made: dict[str, Path], work: Path) -> None:
    own, peak = replayed(folder, work / "html.jsonl")
    print("| replay of | records | other than those of the folder | MB |\n|---|---|---|---|")
    print(f"| folder | {len(own):,} | | {peak:.0f} |", flush=True)
    for name, path in made.items():
        lines, peak = replayed(path, work / "other.jsonl")
        other = len(set(lines) ^ set(own))
        print(f"| {name} | {len(lines):,} | {other} | {peak:.0f} |", flush=True)


def compare_memory(made: dict[str, dict[str, Path]], work: Path) -> None:
    """The most memory that a whole replay takes by the pool: its own process, the largest of its workers, and all of
    its processes together at their peaks; and the pages a second, with one worker and with two."""
    print("| replay of | workers | pages | pages a second | MB, own process | MB, largest worker | MB, all |")
    print("|---|---|---|---|---|---|---|")
    for container in ("warc", "wacz"):
        for workers in (1, 2):
            for times, files in made.items():
                pages, seconds, own, others = _tree(files[container], work / "memory.jsonl", workers)
                told = (own, max(others, default=0.0), own + sum(others))
                cells = (f"{container}, {times} x", workers, f"{pages:,}", f"{pages / seconds:.1f}")
                print("|", *(f"{cell} |" for cell in (*cells, *(f"{mb:.0f}" for mb in told))), flush=True)


def _tree(source: Path, out: Path, workers: int) -> tuple[int, float, float, list[float]]:
    """Pages, seconds, and the most memory of a replay's own process and of each of those that it begins."""
    line = [sys.executable, "-m", "newsbot", "replay", str(source), "-o", str(out), "--workers", str(workers)]
    peaks: dict[int, float] = {}
    began = time.perf_counter()
    with subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            for pid in (process.pid, *_children(process.pid)):
                peaks[pid] = max(peaks.get(pid, 0.0), peak_memory(pid))
            time.sleep(0.1)
    seconds = time.perf_counter() - began
    own = peaks.pop(process.pid)
    return out.read_bytes().count(b"\n"), seconds, own, [*peaks.values()]


def _children(pid: int) -> list[int]:
    """The processes that a process has begun, and those that these have."""
    told = []
    for thread in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            told += thread.read_text("ascii").split()
    own = [int(child) for child in told]
    return own + [below for child in own for below in _children(child)]


def compare_readers(made: dict[str, dict[str, Path]]) -> None:
    print(
        "| reader | container | pages | sum of the pages | pages a CPU second | MB before | MB at the peak |"
    )
    print("|---|---|---|---|---|---|---|")
    rounds = [(times, name) for times in made for name in _READS]
    for times, name in rounds:
        for container in _READS[name]:
            got = _alone(name, made[times][container])
            rate = got["pages"] / got["seconds"]
            cells = (f"{got['pages']:,}", f"{got['sum']:016x}", f"{rate:,.0f}", f"{got['before']:.0f}")
            print(
                f"| {name} | {container}, {times} x | {' | '.join(cells)} | {got['peak']:.0f} |", flush=True
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--no-records", action="store_true")
    parser.add_argument("--memory", action="store_true", help="of whole replays by the pool, and no readers")
    parser.add_argument("--reader", choices=READERS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.reader:
        print(json.dumps(go_through(options.reader, options.folder)))
        return
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        made = {"1": written(options.folder, work / "one")}
        for name, path in made["1"].items():
            print(f"{name}: {path.stat().st_size / 1e6:.1f} MB")
        if program := shutil.which("wacz"):
            line = [program, "validate", "-f", str(made["1"]["wacz"])]
            said = subprocess.run(line, capture_output=True, text=True, check=False)
            print(f"wacz validate: exit {said.returncode}")
        if not options.no_records:
            compare_records(options.folder, made["1"], work)
        if options.times > 1:
            made[str(options.times)] = several(made["1"], work / "more", options.times)
        if options.memory:
            compare_memory(made, work)
            return
        compare_readers(made)


if __name__ == "__main__":
    main()
