"""What a split costs, and how time and memory grow.

    python -m benchmarks.splits [--records 10000 30000] [--by chance time portal]

The records are those of `python -m benchmarks.duplicates growth`, every tenth two thirds of an earlier one, here with
days and portals. CPU and peak memory are those of the command, with the check of what it wrote.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.duplicates import synthetic

DAYS, PORTALS = 360, 40


def dated(source: Path, path: Path) -> None:
    """The records with days in their order and portals in turn."""
    count = sum(1 for _ in source.open(encoding="utf-8"))
    with source.open(encoding="utf-8") as lines, path.open("w", encoding="utf-8") as file:
        for at, line in enumerate(lines):
            month, day = divmod(at * DAYS // count, 30)
            record = json.loads(line) | {
                "portal": f"portal{(at + at // 10) % PORTALS}",
                "date_published": f"2024-{min(month, 11) + 1:02}-{min(day, 27) + 1:02}",
            }
            file.write(json.dumps(record) + "\n")


def measured(path: Path, folder: Path, by: str) -> tuple[dict[str, Any], float, float]:
    """The report, CPU seconds and peak MB of one split."""
    command = [sys.executable, "-m", "newsbot", "split", str(path), "-o", str(folder), "--by", by, "--json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    told = process.stdout.read() if process.stdout else b""
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} ended with {status}")
    return json.loads(told), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--records", nargs="+", type=int, default=[10_000, 30_000])
    parser.add_argument("--by", nargs="+", default=["chance", "time", "portal"])
    asked = parser.parse_args()
    print("| records | by | train | dev | test | copies left out | found late | CPU s | peak MB |")
    print("|---|---|---|---|---|---|---|---|---|")
    for count in asked.records:
        with tempfile.TemporaryDirectory() as room:
            source, path = Path(room, "source.jsonl"), Path(room, "records.jsonl")
            synthetic(source, count)
            dated(source, path)
            for by in asked.by:
                told, cpu, peak = measured(path, Path(room, by), by)
                sizes = " | ".join(
                    f"{told['splits'][name]['records']:,}" for name in ("train", "dev", "test")
                )
                copies = told["left_out"].get("copy of an earlier split", {}).get("records", 0)
                late = told["check"]["left_out_by_it"]
                print(
                    f"| {count:,} | {by} | {sizes} | {copies:,} | {late:,} | {cpu:.1f} | {peak:.0f} |",
                    flush=True,
                )


if __name__ == "__main__":
    main()
