"""What each command that reads records costs: seconds of CPU and peak memory, at several sizes of one corpus.

    python -m benchmarks.commands RECORDS.jsonl [--times 1 10] [--only NAME ...]

The records are written N times over, each time with other ids and addresses and a year later, so that days, months
and partitions grow as those of a real corpus do; with `--strewn` in an order by chance. Each run is one process:
of workers and of Ray, which have more than one, nothing is told here.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

COMMANDS = {
    "stats": "stats IN",
    "report": "report IN -o OUT.html",
    "card": "card IN -o OUT.md",
    "sample": "sample IN -n 20 --by year -o OUT.jsonl",
    "dedupe": "dedupe IN -o OUT.jsonl",
    "split": "split IN -o OUT --by chance",
    "language": "language IN -o OUT.jsonl",
    "parquet": "export IN --to parquet -o OUT.parquet",
    "parquet folder": "export IN --to parquet -o OUT",
    "csv": "export IN --to csv -o OUT.csv",
    "hf": "export IN --to hf -o OUT",
    "jsonld": "export IN --to jsonld -o OUT.jsonld",
    "text": "export IN --to text -o OUT",
    "sqlite": "export IN --to sqlite -o OUT.sqlite",
    "jsonl": "export IN --to jsonl -o OUT.jsonl.zst",
    "diff": "diff IN IN",
    "revisions": "revisions IN -o OUT.jsonl",
    "health": "health IN",
}
FIRST_YEAR = 1998


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("records", type=Path)
    arguments.add_argument("--times", type=int, nargs="+", default=[1, 10])
    arguments.add_argument("--only", nargs="+", choices=COMMANDS, default=list(COMMANDS))
    arguments.add_argument("--strewn", action="store_true")
    asked = arguments.parse_args()
    print("| records | MB | what | CPU s | peak MB |\n|---|---|---|---|---|")
    for times in asked.times:
        with tempfile.TemporaryDirectory() as room:
            corpus = Path(room, "corpus.jsonl")
            rows = write(corpus, asked.records, times, strewn=asked.strewn)
            for what in asked.only:
                cpu, peak, code = measure(what, corpus, Path(room))
                told = f"| {cpu:.1f} | {peak:.0f} |" if code == 0 else f"| failed: {code} | |"
                print(f"| {rows} | {corpus.stat().st_size / 1e6:.0f} | {what} {told}", flush=True)


def write(corpus: Path, records: Path, times: int, *, strewn: bool) -> int:
    """Write the corpus and give the number of its records; where they are strewn all are in memory, in this process."""
    lines = (line for turn in range(times) for line in turned(records, turn))
    if strewn:
        held = list(lines)
        random.Random(1).shuffle(held)
        lines = iter(held)
    rows = 0
    with corpus.open("w", encoding="utf-8") as file:
        for line in lines:
            file.write(line)
            rows += 1
    return rows


def turned(records: Path, turn: int) -> Iterator[str]:
    with records.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            record["id"] += f"-{turn}"
            record["url"] = f"{record['url'] or ''}?{turn}"
            if record["date_published"]:
                record["date_published"] = f"{FIRST_YEAR + turn}{record['date_published'][4:]}"
            yield json.dumps(record, ensure_ascii=False) + "\n"


def measure(what: str, corpus: Path, room: Path) -> tuple[float, float, int]:
    """Seconds of CPU, peak MB and the exit code of a command."""
    out = room / "out" / what.replace(" ", "-")
    words = [
        word.replace("IN", str(corpus)) if word == "IN" else word.replace("OUT", str(out))
        for word in COMMANDS[what].split()
    ]
    quiet = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_WRONLY, 0) for number in (1, 2)]
    command = [sys.executable, "-m", "newsbot", *words]
    process = os.posix_spawn(sys.executable, command, os.environ, file_actions=quiet)
    _, status, used = os.wait4(process, 0)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    main()
