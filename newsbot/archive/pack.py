"""WARC files as one WACZ: the files as they are, an index of their captures, a list of their pages, and digests.

The form is that of https://specs.webrecorder.net/wacz/1.1.1/. The same files give the same bytes: nothing of the day
of packing is in it.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newsbot.archive._names import WACZ_SUFFIX, bare_suffix
from newsbot.archive._records import Trouble
from newsbot.archive.cdxj import captures
from newsbot.durable.lines import PartFile
from newsbot.durable.sorting import SortedLines
from newsbot.version import VERSION

WACZ_VERSION = "1.1.1"
_CHUNK = 1 << 20
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can state: that of packing would make every packing another."""
_MODE = 0o644 << 16
_UNIX = 3


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page as the list of pages names it: address and time of its capture, and what its record says."""

    url: str
    captured_at: str
    headline: str | None
    date_published: str | None


@dataclass(slots=True)
class Packed:
    """What went in; `troubles` are places that cannot be read, by what is wrong there, each with an example."""

    files: int = 0
    captures: int = 0
    pages: int = 0
    troubles: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)


def refusal(path: Path) -> str | None:
    """Why an archive file cannot go into a WACZ as it is, None where it can."""
    name = path.name.lower()
    if name.endswith(WACZ_SUFFIX):
        return "a WACZ holds WARC files, not another WACZ"
    if bare_suffix(path) != ".warc" or name.endswith(".zst"):
        return "a WACZ holds .warc and .warc.gz, which players can read from the middle"
    return None


def pack(files: list[Path], out: Path, pages: Iterable[PageRow]) -> Packed:
    """Write the WACZ of the files, in their order; it has its name when it is whole and on the disk.

    `pages` are read when the files are in. Raises NotAddressable for a file that is packed whole, OSError,
    ImportError without warcio; then nothing is left.
    """
    part = PartFile(out)
    try:
        with zipfile.ZipFile(part.file, "w") as archive:
            packed = _fill(_Writer(archive), files, pages)
        part.finish()
    except BaseException:
        part.close()
        part.part.unlink(missing_ok=True)
        raise
    return packed


def _fill(writer: _Writer, files: list[Path], pages: Iterable[PageRow]) -> Packed:
    packed = Packed()
    with closing(SortedLines()) as index:
        for name, path in _named(files):
            _index(path, name, index, packed)
            writer.add(f"archive/{name}", _chunks(path), zipfile.ZIP_STORED)
            packed.files += 1
        writer.add("indexes/index.cdxj", (line.encode() for line in index))
    writer.add("pages/pages.jsonl", _page_lines(pages, packed))
    writer.end()
    return packed


def _named(files: list[Path]) -> Iterator[tuple[str, Path]]:
    """Each file with the name that it alone has in the archive."""
    taken: set[str] = set()
    for path in files:
        name = path.name.encode("utf-8", "replace").decode()
        number = 1
        while name.lower() in taken:
            number += 1
            name = f"{number}-{path.name}"
        taken.add(name.lower())
        yield name, path


def _index(path: Path, name: str, index: SortedLines, packed: Packed) -> None:
    for item in captures(path, name):
        if isinstance(item, Trouble):
            packed.troubles[item.detail] += 1
            packed.examples.setdefault(item.detail, f"{name} at byte {item.offset}")
        else:
            packed.captures += 1
            index.add(item)


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def _page_lines(pages: Iterable[PageRow], packed: Packed) -> Iterator[bytes]:
    yield _line({"format": "json-pages-1.0", "id": "pages", "title": "Pages", "hasText": False})
    for packed.pages, page in enumerate(pages, 1):
        row = {"id": str(packed.pages), "url": page.url, "ts": page.captured_at}
        said = {"title": page.headline, "date_published": page.date_published}
        yield _line(row | {name: value for name, value in said.items() if value})


def _line(row: dict[str, Any]) -> bytes:
    return json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


class _Writer:
    """Adds files to the zip and notes the digest of each."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._resources: list[dict[str, Any]] = []

    def add(self, path: str, chunks: Iterable[bytes], packing: int = zipfile.ZIP_DEFLATED) -> None:
        """One file from its bytes."""
        digest, size = hashlib.sha256(), 0
        with self._archive.open(_entry(path, packing), "w", force_zip64=True) as entry:
            for chunk in chunks:
                entry.write(chunk)
                digest.update(chunk)
                size += len(chunk)
        stated = {"path": path, "hash": f"sha256:{digest.hexdigest()}", "bytes": size}
        self._resources.append({"name": f"resource-{len(self._resources) + 1}", **stated})

    def end(self) -> None:
        """The package of all that was added, and its own digest."""
        package = {
            "profile": "data-package",
            "wacz_version": WACZ_VERSION,
            "software": f"newsbot {VERSION}",
            "resources": self._resources,
        }
        data = json.dumps(package, indent=2).encode()
        digest = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"}
        self._archive.writestr(_entry("datapackage.json"), data)
        self._archive.writestr(_entry("datapackage-digest.json"), json.dumps(digest, indent=2))


def _entry(path: str, packing: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path, _EPOCH)
    entry.compress_type, entry.external_attr, entry.create_system = packing, _MODE, _UNIX
    return entry
