"""Names of output files mean what they say: a file of JSON Lines is not called a table."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from newsbot.cli.main import COMMANDS

_EXPORTS = {
    ".csv": "csv",
    ".parquet": "parquet",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
    ".db": "sqlite",
    ".jsonld": "jsonld",
}
"""What `newsbot export` makes of records, by the name that such a file has."""
_PACKED = (".gz", ".zst")
_OTHER_PACKING = (".bz2", ".xz", ".zip", ".7z")


def require_lines(path: Path, what: str) -> None:
    """Refuse a name that says something else than JSON Lines, plain or packed as `.gz` or `.zst`.

    Raises click.UsageError, with the command to run for what the name says.
    """
    suffix = path.suffix.lower()
    if suffix in _OTHER_PACKING:
        raise click.UsageError(f"{path}: {what} are packed as .gz or .zst, not as {suffix}")
    bare = path.with_suffix("") if suffix in _PACKED else path
    kind = _EXPORTS.get(bare.suffix.lower())
    if kind is not None:
        raise click.UsageError(
            f"{path}: {what} are written as JSON Lines, and this name says {kind}; {_instead(bare, kind)}"
        )


def _instead(path: Path, kind: str) -> str:
    lines = path.with_suffix(".jsonl")
    command = f"newsbot export {shlex.quote(str(lines))} --to {kind} -o {shlex.quote(str(path))}"
    missing = "" if "export" in COMMANDS else " (export is not in this version yet)"
    return f"write {lines}, then run: {command}{missing}"
