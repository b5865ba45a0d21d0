"""The pages of a WACZ: the WARC files in a zip, read where they lie, in the zip's order."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from bisect import bisect_left
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from newsbot.archive._body import reason_of
from newsbot.archive._extent import Extent, stretch
from newsbot.archive._index import Chosen, choose
from newsbot.archive._names import is_archive, is_wacz, shown
from newsbot.archive._source import Source
from newsbot.archive.selection import Selection
from newsbot.items import Reject

MAX_FILES = 10_000
"""WARC files of one WACZ; browser-made ones have one, crawls some hundred."""
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
_INDEXES = (".cdxj", ".cdxj.gz", ".cdx", ".cdx.gz")
_LOCAL_HEAD = 30
"""Bytes of a zip's local head before the name."""


def sources_in(path: Path, name: str | None = None) -> Iterator[Source | Reject]:
    """The WARC files in a WACZ, which lie in it as long as the next one is not asked for. Nothing is unpacked to the
    disk. They are named by the path of the WACZ, or by the name that it is given.

    Damage of the zip is a reject `corrupt_archive`, and so is an entry that lies in another one.
    """
    stated = name or shown(path)
    try:
        with path.open("rb") as file, zipfile.ZipFile(file) as archive:
            yield from _files(path, stated, archive)
    except OSError as error:
        yield Reject(stated, None, reason_of(error), error.strerror or str(error))
    except _DAMAGED as error:
        yield _corrupt(stated, error)


def _files(path: Path, stated: str, archive: zipfile.ZipFile) -> Iterator[Source | Reject]:
    entries = [entry for entry in archive.infolist() if is_archive(Path(entry.filename))]
    if not entries:
        has_others = any(is_wacz(Path(entry.filename)) for entry in archive.infolist())
        detail = "it holds WACZ files: give each by itself" if has_others else "there is no WARC file in it"
        yield Reject(stated, None, "unsupported_source", detail)
    if len(entries) > MAX_FILES:
        yield Reject(stated, None, "too_large", f"only {MAX_FILES} files are read of {len(entries)}")
    index = _Index(path, [entry for entry in archive.infolist() if _is_index(entry.filename)])
    heads = sorted(entry.header_offset for entry in archive.infolist())
    end = 0
    for entry in sorted(entries[:MAX_FILES], key=lambda entry: entry.header_offset):
        name = f"{stated}/{entry.filename.encode('utf-8', 'backslashreplace').decode()}"
        if entry.header_offset < end:
            yield _corrupt(name, ValueError("it lies in another entry"))
            continue
        end = entry.header_offset + entry.compress_size
        behind = bisect_left(heads, end)
        room = heads[behind] if behind < len(heads) else archive.start_dir
        can_jump = index.entries and entry.compress_type == zipfile.ZIP_STORED
        yield Source(
            partial(_open, path, archive, entry, room),
            name,
            "wacz",
            entry.compress_size,
            _DAMAGED,
            partial(index.chosen, entry.filename) if can_jump else None,
        )


class _Index:
    """The indexes of a WACZ, asked once for each selection, whatever the number of its files."""

    def __init__(self, path: Path, entries: list[zipfile.ZipInfo]) -> None:
        self.entries = entries
        self._path = path
        self._found: dict[Selection, dict[str, Chosen]] = {}

    def chosen(self, name: str, selection: Selection) -> Chosen | None:
        """What is to be read of one file, by the name that it has in the zip."""
        if selection not in self._found:
            with zipfile.ZipFile(self._path) as archive:
                openers = [partial(_unpacked, archive, entry) for entry in self.entries]
                self._found[selection] = choose(openers, selection)
        return self._found[selection].get(name.rpartition("/")[2])


def _is_index(name: str) -> bool:
    return name.startswith("indexes/") and name.endswith(_INDEXES)


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> BinaryIO:
    """An index as its lines; packed ones (ZipNum) are gzip members, one behind the other."""
    opened = archive.open(entry)
    return cast("BinaryIO", gzip.open(opened) if entry.filename.endswith(".gz") else opened)


def _open(path: Path, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> BinaryIO:
    """An entry that is stored is a stretch of the file, in which reading may begin anywhere, as a WACZ means it. It
    ends before `room`, where what follows it begins: what is another's would be read twice."""
    if entry.compress_type != zipfile.ZIP_STORED or entry.flag_bits & 1:
        whole = archive if archive.fp else zipfile.ZipFile(path)  # for a revisit, when reading is past it
        return cast("BinaryIO", whole.open(entry))
    file = path.open("rb")
    file.seek(entry.header_offset)
    head = file.read(_LOCAL_HEAD)
    if len(head) < _LOCAL_HEAD or not head.startswith(b"PK\x03\x04"):
        file.close()
        raise zipfile.BadZipFile("no entry begins where the index says")
    names = int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
    start = entry.header_offset + _LOCAL_HEAD + names
    if entry.file_size != entry.compress_size or start + entry.file_size > room:
        file.close()
        raise zipfile.BadZipFile("the entry is not as long as it states, or reaches into what follows it")
    return stretch(file, Extent(path, start, entry.file_size))


def _corrupt(name: str, error: Exception) -> Reject:
    return Reject(name, None, "corrupt_archive", f"{type(error).__name__}: {error}"[:200])
