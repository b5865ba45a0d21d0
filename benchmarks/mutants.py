"""Break the program in many places, one at a time, and tell which breaks the tests do not notice.

Run ``python -m benchmarks.mutants``, or with words of what is broken to try some. Each is tried in a copy of the
project, with the tests of the rooms it names, until the first that fails. The places are in mutants.toml; one whose
text is no longer in the program is told as gone.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
_COPIED = ("newsbot", "tests", "fixtures", "docs", "benchmarks", ".ci")
_FILES = (
    "pyproject.toml",
    "README.md",
    "CHANGELOG.md",
    "constraints.txt",
    "scrapy.cfg",
    "LICENSE",
    "MANIFEST.in",
)
_PATIENCE = 900


def main(words: list[str]) -> int:
    """Try those whose description holds one of the words; the number that survived is the exit code."""
    mutants = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["mutant"]
    chosen = [one for one in mutants if not words or any(word in one["what"] for word in words)]
    verdicts = []
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name)
        for folder in _COPIED:
            shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
        for file in _FILES:
            shutil.copy(ROOT / file, copy)
        for one in chosen:
            verdicts.append(tried(copy, one))
            print(f"{verdicts[-1]:9} {one['what']} ({one['file']})", flush=True)
    counts = {verdict: verdicts.count(verdict) for verdict in ("caught", "SURVIVED", "gone")}
    print(", ".join(f"{count} {verdict}" for verdict, count in counts.items()))
    return counts["SURVIVED"]


def tried(copy: Path, mutant: dict[str, str]) -> str:
    """Whether the tests notice."""
    path = copy / mutant["file"]
    whole = path.read_text("utf-8") if path.exists() else ""
    if whole.count(mutant["old"]) != 1:
        return "gone"
    path.write_text(whole.replace(mutant["old"], mutant["new"]), "utf-8")
    rooms = [room for room in mutant["tests"].split() if (copy / room).exists()]
    line = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *rooms]
    there = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(line, cwd=copy, env=there, capture_output=True, timeout=_PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return "caught"
    finally:
        path.write_text(whole, "utf-8")
    return {0: "SURVIVED", 1: "caught"}.get(done.returncode, "gone")  # 2 and above: no tests were run


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
