"""Fuzz one reader with inputs that are grown toward code not yet reached: atheris, which is libFuzzer for Python.

Run ``python -m benchmarks.guided TARGET [--runs N] [--corpus FOLDER]`` with the extra ``fuzz`` installed. TARGET is one
of benchmarks/fuzz_targets.py, whose seeds the corpus begins with; inputs that reach new code are kept in FOLDER, by
default ``output/fuzz/TARGET``, and the next run goes on from them. The first input that raises, or takes more than
`SLOWEST` seconds, ends the run with an exit code that is not 0 and is kept in FOLDER as ``crash-*`` or ``timeout-*``.
``benchmarks/fuzz.py`` deals blind inputs over all targets instead, and goes on after a fault.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
from pathlib import Path

SLOWEST = 10
"""Seconds by the clock that an input may take under instrumentation, which makes newsbot some five times as slow."""
LONGEST = 200_000
"""Bytes of the longest input."""
RUNS = 100_000
OUTPUT = Path(__file__).resolve().parents[1] / "output" / "fuzz"


def main(arguments: list[str] | None = None) -> int:
    """Grow inputs until the runs are done or one raises; 2 where atheris is missing or the target is unknown."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.guided", description=__doc__.partition("\n")[0]
    )
    parser.add_argument("target", help="whose inputs are read, by name")
    parser.add_argument("--runs", type=int, default=RUNS, help=f"inputs to try ({RUNS:,})")
    parser.add_argument("--corpus", type=Path, help="where inputs are kept between runs")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    try:
        import atheris
    except ImportError:
        print("guided fuzzing needs atheris: pip install 'newsbot[fuzz]'", file=sys.stderr)
        return 2
    with atheris.instrument_imports(include=["newsbot"]):
        from benchmarks.fuzz_targets import TARGETS
    if options.target not in TARGETS:
        print(f"no target {options.target}; there are {', '.join(TARGETS)}", file=sys.stderr)
        return 2
    target = TARGETS[options.target]
    corpus = options.corpus or OUTPUT / options.target
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in target.seeds():
        if len(seed) <= LONGEST:
            (corpus / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
    flags = {
        "runs": options.runs,
        "seed": options.seed,
        "timeout": SLOWEST,
        "max_len": LONGEST,
        "print_final_stats": 1,
        "artifact_prefix": f"{corpus}/",
    }
    atheris.Setup(
        ["guided", *(f"-{name}={value}" for name, value in flags.items()), str(corpus)],
        lambda data: target.read(data, random.Random(data)),
    )
    atheris.Fuzz()  # ends the process
    return 0


if __name__ == "__main__":
    sys.exit(main())
