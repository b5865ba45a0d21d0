"""Names of output files mean what they say: a file of JSON Lines is not called a table."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

_LINES = ".jsonl"
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
    kind = _export_named(bare.suffix.lower())
    if kind is not None:
        raise click.UsageError(
            f"{path}: {what} are written as JSON Lines, and this name says {kind}; {_instead(bare, kind)}"
        )


def _export_named(suffix: str) -> str | None:
    """What `newsbot export` makes of records that has such a name, None where it makes nothing of it."""
    if suffix in {"", _LINES}:
        return None
    from newsbot.corpus.export.formats import FORMATS

    return next((name for name, format_ in FORMATS.items() if suffix in format_.suffixes), None)


def _instead(path: Path, kind: str) -> str:
    lines = path.with_suffix(_LINES)
    return f"write {lines}, then run: newsbot export {shlex.quote(str(lines))} --to {kind} -o {shlex.quote(str(path))}"
