"""The peers' environment: made anew where the requirements have changed, each line installed by itself."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path

REQUIREMENTS = Path(__file__).resolve().parents[1] / "peers.txt"
_NOTE = "peers.json"
"""In the environment: the digest of its requirements, and what could not be installed, with the reason."""


def made(folder: Path) -> tuple[Path, dict[str, str]]:
    """The interpreter of the environment in a folder, and what could not be installed, by package, with the reason."""
    python = folder / "bin" / "python"
    digest = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()
    note = folder / _NOTE
    if note.is_file() and (known := json.loads(note.read_text("utf-8")))["digest"] == digest:
        return python, known["missing"]
    print(f"making an environment in {folder}", file=sys.stderr)
    venv.create(folder, clear=True, with_pip=True)
    _install(python, "--upgrade", "pip")
    missing = {}
    for line in _lines():
        if reason := _install(python, line):
            missing[line.partition("==")[0]] = reason
    note.write_text(json.dumps({"digest": digest, "missing": missing}), "utf-8")
    return python, missing


def _lines() -> Iterator[str]:
    for line in REQUIREMENTS.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


def _install(python: Path, *what: str) -> str | None:
    """None, or the last thing that pip says of why it could not."""
    command = [str(python), "-m", "pip", "install", "-q", "-c", str(REQUIREMENTS), *what]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if not done.returncode:
        return None
    said = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
    return said[-1].removeprefix("ERROR: ") if said else f"pip ended with {done.returncode}"
