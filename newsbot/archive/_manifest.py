"""`manifest.jsonl`: which pages a folder holds, in which order, and what is known of each."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from newsbot.archive._body import reason_of
from newsbot.archive._info import MAX_ROW, parse_info, read_object
from newsbot.archive._names import shown
from newsbot.archive._page import PageFile
from newsbot.items import Reject

NAME = "manifest.jsonl"
MAX_ROWS = 2_000_000
"""Names are kept in memory so that a walk can leave out what the manifest named: some 200 MB at this bound."""


class Manifest:
    """The manifest of one folder. After `pages` has run, `named` holds the paths it named."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / NAME
        self.named: set[str] = set()

    def pages(self) -> Iterator[PageFile | Reject]:
        """The pages in the manifest's order. A bad line is a reject with its number, and the rest goes on."""
        try:
            with self.path.open("rb") as file:
                yield from self._rows(file)
        except FileNotFoundError:
            return
        except OSError as error:
            yield Reject(shown(self.path), None, reason_of(error), error.strerror or str(error))

    def _rows(self, file: BinaryIO) -> Iterator[PageFile | Reject]:
        for number, line in enumerate(_lines(file), 1):
            if len(self.named) >= MAX_ROWS:
                yield self._bad(
                    number, f"only {MAX_ROWS} files are taken from one manifest; the rest is not read"
                )
                return
            if line.strip():
                yield from self._row(number, line)

    def _row(self, number: int, line: bytes) -> Iterator[PageFile | Reject]:
        try:
            if len(line) > MAX_ROW:
                raise ValueError(f"longer than {MAX_ROW} bytes")
            row = read_object(line)
            path = self._path(row.get("file"))
        except ValueError as error:
            yield self._bad(number, str(error))
            return
        info, faults = parse_info(row)
        if faults:
            yield self._bad(number, "; ".join(faults))
        yield from self._page(number, PageFile(path, info))

    def _page(self, number: int, page: PageFile) -> Iterator[PageFile | Reject]:
        key = os.fspath(page.path)
        if not is_inside(page.path, self.folder):
            detail = f"{NAME} line {number} names a file outside of its folder"
            self.named.add(key)
            yield Reject(shown(page.path), page.info.url, "path_outside_folder", detail)
        elif key in self.named:
            yield self._bad(number, f"{shown(page.path)} was named before")
        else:
            self.named.add(key)
            yield page

    def _path(self, name: object) -> Path:
        if not isinstance(name, str) or not name or "\0" in name:
            raise ValueError("file is missing or no file name")
        path = self.folder / os.path.normpath(name.encode("utf-8", "replace").decode("utf-8"))
        if path == self.folder:
            raise ValueError("file names the folder itself")
        return path

    def _bad(self, number: int, detail: str) -> Reject:
        return Reject(shown(self.path), None, "bad_manifest_line", f"line {number}: {detail}")


def is_inside(path: Path, folder: Path) -> bool:
    """Whether the file itself, links followed, lies in the folder."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False  # a loop of links leads nowhere


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Lines of which no more than a little over the bound is held; what is longer is passed over."""
    while line := file.readline(MAX_ROW + 1):
        yield line
        rest = line
        while len(rest) > MAX_ROW and not rest.endswith(b"\n"):
            rest = file.readline(MAX_ROW + 1)
