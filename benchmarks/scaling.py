"""What a page costs in shards, by shards that were read, and what is left of a run that is killed again and again.

    python -m benchmarks.scaling archives FOLDER --out WARCS [--pages 64]
    python -m benchmarks.scaling cost SOURCE... [--workers 2] [--chunk 500]
    python -m benchmarks.scaling kills SOURCE... [--kills 10] [--engine ray|pool] [--chunk 500]

`archives` writes the pages of a folder as WARC files of so many pages. `cost` reads the sources on Ray on this machine
and sums what the shards tell of themselves; seconds of processors are of use on a machine that does other work as well,
those of the clock are not. `kills` ends a run (SIGKILL) so many times at random moments after its shards (of the pool:
its checkpoints) and goes on, then holds its bytes against those of a run that nobody killed. A run must have more
shards than it is to be killed times: `--chunk` makes them smaller; for the pool, more than 200 pages for each kill.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.archives import exchanges
from newsbot.archive.cdxj import index_file, line_of
from newsbot.durable.warc import WarcWriter
from newsbot.engines.shards.planning import CHUNK


def shards(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(path.read_text()) for path in sorted((folder / "done").glob("*.json"))]


def cost(sources: list[str], workers: int, chunk: int) -> dict[str, Any]:
    from newsbot.engines.ray_run import OnRay
    from newsbot.engines.shards.run import ShardPlan, run_shards

    with tempfile.TemporaryDirectory() as name:
        began = time.perf_counter()
        summary = run_shards(ShardPlan(tuple(sources), Path(name, "out"), chunk=chunk), OnRay(workers))
        seconds = time.perf_counter() - began
        done = shards(Path(name, "out"))
        cpu = sum(one["cost"]["cpu_seconds"] for one in done)
        return {
            "pages": summary.inputs,
            "shards": len(done),
            "workers": workers,
            "seconds": round(seconds, 1),
            "cpu_seconds": round(cpu, 1),
            "pages_per_cpu_second": round(summary.inputs / cpu, 1),
            "peak_mb_a_shard": round(max(one["cost"]["peak_bytes"] for one in done) / 1e6),
            "source_bytes_a_page": round(sum(one["source_bytes"] for one in done) / summary.inputs),
            "output_bytes_a_page": round(
                sum(one["part"]["bytes"] + one["rejects"]["bytes"] for one in done) / summary.inputs
            ),
        }


def line(sources: list[str], out: Path, engine: str, workers: int, chunk: int) -> list[str]:
    """The command of a run that goes on; only here a shard may hold another number of pages than it usually does."""
    if engine == "ray" and chunk != CHUNK:
        options = ["--workers", str(workers), "--chunk", str(chunk), "--out", str(out)]
        return [sys.executable, "-m", "benchmarks.scaling", "go-on", *sources, *options]
    options = ["--engine", engine, "--workers", str(workers), "--resume"]
    return [sys.executable, "-m", "newsbot", "replay", *sources, "-o", str(out), *options]


def go_on(sources: list[str], out: Path, workers: int, chunk: int) -> None:
    from newsbot.engines.ray_run import OnRay
    from newsbot.engines.shards.run import ShardPlan, run_shards

    run_shards(ShardPlan(tuple(sources), out, chunk=chunk), OnRay(workers), resume=True)


def digest(out: Path, engine: str) -> str:
    """Of all records in their order, then of all rejects."""
    found = hashlib.sha256()
    if engine == "pool":
        names = [out, out.with_name("out.rejects.jsonl")]
    else:
        names = [out / row["file"] for row in json.loads((out / "manifest.json").read_text())["files"]]
    for name in names:
        found.update(name.read_bytes())
    return found.hexdigest()


def progress(out: Path, engine: str) -> int:
    if engine == "ray":
        return len(list(out.glob("done/*.json")))
    try:
        return int(json.loads(out.with_name(out.name + ".checkpoint").read_text())["next_input"])
    except (FileNotFoundError, ValueError):
        return 0


def finished(words: list[str]) -> None:
    """Run to the end; where it fails, what it said is what the benchmark ends with."""
    done = subprocess.run(words, capture_output=True, check=False)
    if done.returncode:
        raise SystemExit(f"a run ended with exit {done.returncode}: {told_by(done.stderr)}")


def told_by(stderr: bytes) -> str:
    return stderr[-2000:].decode("utf-8", "replace").strip()


def kills(
    sources: list[str], number: int, engine: str, workers: int, chunk: int, seed: int
) -> dict[str, Any]:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        whole, out = Path(name, "whole.jsonl"), Path(name, "out" if engine == "ray" else "out.jsonl")
        finished(line(sources, whole, "pool", workers, chunk))
        expected = hashlib.sha256(
            whole.read_bytes() + Path(name, "whole.rejects.jsonl").read_bytes()
        ).hexdigest()
        done = ended = 0
        while done < number and not ended:
            before = progress(out, engine)
            said = Path(name, f"said-{done}")
            with (
                said.open("wb") as file,
                subprocess.Popen(line(sources, out, engine, workers, chunk), stderr=file) as process,
            ):
                while process.poll() is None and progress(out, engine) == before:
                    time.sleep(0.01)
                time.sleep(chance.uniform(0, 0.5))
                ended = process.poll() is not None
                done += not ended
                process.send_signal(signal.SIGKILL)
            if ended and process.returncode:
                raise SystemExit(f"a run failed after {done} kills, unasked: {told_by(said.read_bytes())}")
        finished(line(sources, out, engine, workers, chunk))
        records = whole.read_bytes().count(b"\n")
        return {"engine": engine, "kills": done, "records": records, "same": digest(out, engine) == expected}


def archives(folder: Path, out: Path, pages: int) -> dict[str, Any]:
    """The pages that have an address as WARC files, each of so many, numbered in the folder's order."""
    found = exchanges(folder)
    written = 0
    while some := list(islice(found, pages)):
        writer = WarcWriter(
            out / f"{written:05d}",
            {"software": "newsbot"},
            line_of=line_of,
            index=index_file,
            max_bytes=1 << 40,
        )
        for one in some:
            writer.write(one)
        writer.close()
        written += 1
    return {"archives": written, "bytes": sum(path.stat().st_size for path in out.glob("*/*.warc.gz"))}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=["archives", "cost", "kills", "go-on"])
    parser.add_argument("sources", nargs="+")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--chunk", type=int, default=CHUNK)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--engine", choices=["ray", "pool"], default="ray")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, help="of `archives`: the folder that they are written to")
    parser.add_argument("--pages", type=int, default=64, help="of each of the `archives`")
    told = parser.parse_args()
    if told.what == "archives":
        print(json.dumps(archives(Path(told.sources[0]), told.out, told.pages)))
    elif told.what == "cost":
        print(json.dumps(cost(told.sources, told.workers, told.chunk)))
    elif told.what == "go-on":
        go_on(told.sources, told.out, told.workers, told.chunk)
    else:
        said = kills(told.sources, told.kills, told.engine, told.workers, told.chunk, told.seed)
        print(json.dumps(said))


if __name__ == "__main__":
    main()
