"""What an export costs: seconds of CPU and peak memory beside pandas and duckdb reading the same JSON Lines.

    python -m benchmarks.export RECORDS.jsonl [--times N]

The records are written N times over to make a larger corpus (1 and 10 show whether memory grows with it). Each
measurement is a process of its own. pandas and duckdb only load the lines; they write nothing.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FORMATS = {
    "parquet": "a.parquet",
    "csv": "a.csv",
    "jsonl": "a.jsonl",
    "jsonld": "a.jsonld",
    "sqlite": "a.sqlite",
}


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("records", type=Path)
    arguments.add_argument("--times", type=int, nargs="+", default=[1, 10])
    arguments.add_argument("--one", help=argparse.SUPPRESS)
    asked = arguments.parse_args()
    if asked.one:
        measure(asked.one, asked.records)
        return
    print("| records | MB | what | CPU s | MB/s | peak MB |\n|---|---|---|---|---|---|")
    for times in asked.times:
        with tempfile.TemporaryDirectory() as room:
            corpus = Path(room, "corpus.jsonl")
            with corpus.open("wb") as file:
                for _ in range(times):
                    with asked.records.open("rb") as lines:
                        shutil.copyfileobj(lines, file)
            with corpus.open("rb") as file:
                rows = sum(1 for _ in file)
            size = corpus.stat().st_size / 1e6
            for what in (*FORMATS, "pandas", "duckdb"):
                done = subprocess.run(
                    [sys.executable, __file__, str(corpus), "--one", what],
                    capture_output=True,
                    text=True,
                    check=False,
                )
                if done.returncode:
                    print(f"| | | {what} | failed: {done.stderr.strip().splitlines()[-1][:80]} | | |")
                    continue
                cpu, peak = json.loads(done.stdout)
                print(f"| {rows} | {size:.0f} | {what} | {cpu:.2f} | {size / cpu:.0f} | {peak:.0f} |")


def measure(what: str, corpus: Path) -> None:
    before = time.process_time()
    if what == "pandas":
        import pandas as pd

        pd.read_json(corpus, lines=True)
    elif what == "duckdb":
        import duckdb

        duckdb.sql(f"create table a as select * from read_json('{corpus}', maximum_object_size=100000000)")
    else:
        export(what, corpus)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([time.process_time() - before, peak]))


def export(what: str, corpus: Path) -> None:
    from newsbot.corpus.export.formats import FORMATS as KNOWN
    from newsbot.corpus.export.run import export as run
    from newsbot.corpus.projection import WHOLE
    from newsbot.corpus.reading import Records
    from newsbot.corpus.selection import Selection

    with tempfile.TemporaryDirectory() as room:
        run(Records(corpus, on_trouble=print), Selection(), WHOLE, KNOWN[what], Path(room, FORMATS[what]))


if __name__ == "__main__":
    main()
