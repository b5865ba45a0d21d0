"""What a replay by the pool costs: the processors' time of who hands out and writes, and of the workers.

Run ``python -m benchmarks.workers FOLDER``. The pages are written as WARC, zstd WARC and WACZ as `benchmarks.archives`
does it; the folder and each archive are replayed by one process (0 workers) and by the pool of one and of two. `of one
process` is the processors' time of all as a share of what one process needs. Two workers on two processors take half of
that sum at best, and never less than the larger of the first process and half of the workers. On a machine that does
other work as well processors' time grows too, most where several processes ask for it: measure on one at rest.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from contextlib import redirect_stdout, suppress
from pathlib import Path

from benchmarks.archives import written

WORKERS = (0, 1, 2)


def compare_workers(folder: Path, made: dict[str, Path], work: Path) -> None:
    """Processors' seconds of whole replays by one process and by the pool."""
    print(
        "| replay of | workers | pages | CPU s, own process | CPU s, workers | of one process | pages a second |"
        "\n|---|---|---|---|---|---|---|"
    )
    for name, source in {"folder": folder, **made}.items():
        alone = 0.0
        for workers in WORKERS:
            out = work / "workers.jsonl"
            line = [
                *(sys.executable, "-m", "benchmarks.workers", str(source), str(out)),
                *("--replay", str(workers)),
            ]
            began = time.perf_counter()
            own, others = json.loads(
                subprocess.run(line, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout
            )
            pages, seconds = out.read_bytes().count(b"\n"), time.perf_counter() - began
            alone = alone or own + others
            cells = (f"{own:.2f}", f"{others:.2f}", f"{(own + others) / alone:.3f}", f"{pages / seconds:.1f}")
            print(f"| {name} | {workers} | {pages:,} | {' | '.join(cells)} |", flush=True)


def replay_here(source: Path, out: Path, workers: int) -> tuple[float, float]:
    """Run the command in this process: its CPU seconds, and those of the processes that it began."""
    from newsbot.cli.main import main as newsbot

    with suppress(SystemExit), redirect_stdout(sys.stderr):
        newsbot(["replay", str(source), "-o", str(out), "--workers", str(workers)])
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime, others.ru_utime + others.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path, nargs="?", help=argparse.SUPPRESS)
    parser.add_argument("--replay", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.replay is not None:
        print(json.dumps(replay_here(options.folder, options.out, options.replay)))
        return
    with tempfile.TemporaryDirectory() as folder:
        compare_workers(options.folder, written(options.folder, Path(folder, "made")), Path(folder))


if __name__ == "__main__":
    main()
