"""Names of output files mean what they say: a file of JSON Lines is not called a table."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

_LINES = ".jsonl"
_PACKED = (".gz", ".zst")
_OTHER_PACKING = (".bz2", ".xz", ".zip", ".7z")
_OTHER_KINDS = {
    **dict.fromkeys((".json", ".arrow", ".feather", ".html", ".htm", ".md", ".txt", ".xml"), None),
    **dict.fromkeys((".xlsx", ".xls", ".ods", ".tsv"), "csv"),
}
"""Endings that say something else which nothing makes of records; with each what to export instead, where there is
something that opens in the same programs."""
_PAGE = (".html", ".htm")
_TEXT = (".md", ".markdown", ".txt")


def require_lines(path: Path, what: str) -> None:
    """Refuse a name that says something else than JSON Lines, plain or packed as `.gz` or `.zst`.

    Raises click.UsageError, with the command to run for what the name says.
    """
    suffix = path.suffix.lower()
    if suffix in _OTHER_PACKING:
        raise click.UsageError(f"{path}: {what} are packed as .gz or .zst, not as {suffix}")
    bare = path.with_suffix("") if suffix in _PACKED else path
    said = bare.suffix.lower()
    kind = _export_named(said)
    if kind is not None:
        raise click.UsageError(
            f"{path}: {what} are written as JSON Lines, and this name says {kind}; {_instead(bare, kind)}"
        )
    if said in _OTHER_KINDS:
        near = _OTHER_KINDS[said]
        instead = (
            _instead(bare.with_suffix(f".{near}"), near) if near else f"name it {bare.with_suffix(_LINES)}"
        )
        raise click.UsageError(
            f"{path}: {what} are written as JSON Lines, and this name says {said}; {instead}"
        )


def require_page(path: Path, what: str) -> None:
    """Refuse a name that says something else than a page of HTML. Raises click.UsageError."""
    _require(path, what, "HTML", _PAGE)


def require_text(path: Path, what: str) -> None:
    """Refuse a name that says something else than a text in Markdown. Raises click.UsageError."""
    _require(path, what, "Markdown", _TEXT)


def _require(path: Path, what: str, kind: str, endings: tuple[str, ...]) -> None:
    said = path.suffix.lower()
    known = {_LINES, *_PACKED, *_OTHER_PACKING, *_OTHER_KINDS} - {*endings}
    if said in known or _export_named(said):
        raise click.UsageError(f"{path}: {what} is {kind}; name it {path.with_suffix(endings[0])}")


def _export_named(suffix: str) -> str | None:
    """What `newsbot export` makes of records that has such a name, None where it makes nothing of it."""
    if suffix in {"", _LINES}:
        return None
    from newsbot.corpus.export.formats import FORMATS

    return next((name for name, format_ in FORMATS.items() if suffix in format_.suffixes), None)


def _instead(path: Path, kind: str) -> str:
    lines = path.with_suffix(_LINES)
    return f"write {lines}, then run: newsbot export {shlex.quote(str(lines))} --to {kind} -o {shlex.quote(str(path))}"
