"""Pages and archives behind an address that fsspec knows: listed as a folder is walked, fetched when they are read.

A folder there is laid out here as its listing says, with what it says of its pages (manifests, siblings) and empty
files for the pages, so that one walk finds pages wherever they are.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from newsbot.archive import MANIFEST, MAX_FILE, MAX_ROW, CachePage, Located, PageFile, find_places
from newsbot.archive.ledger import Elsewhere, LatePage
from newsbot.engines.shards import ADDRESS_NEEDS_EXTRA, ShardError
from newsbot.engines.shards.shard import RemoteFile, Shard, Sized, path_of, shown_of
from newsbot.items import Reject

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_TOLD = (
    "ETag",
    "etag",
    "sha256",
    "md5",
    "mtime",
    "LastModified",
    "last_modified",
    "modified",
    "updated",
    "created",
)
"""What stores say of the state of a file, each in its own words."""
_SUFFIX = re.compile(r"\.[^./]+(?:\.gz|\.zst)?$", re.IGNORECASE)
_SIBLING = ".json"


def is_address(source: str) -> bool:
    """Whether a source is an address and no path.

    >>> is_address("s3://bucket/a.warc.gz"), is_address("pages/a.html")
    (True, False)
    """
    return _ADDRESS.match(source) is not None


@dataclass(frozen=True, slots=True)
class _Listed:
    """A file of a listing, under its name below the source."""

    name: str
    address: str
    bytes: int
    state: tuple[str, ...]


def places_at(address: str) -> Iterator[Sized]:
    """The pages and archives at an address, a file or a folder, in the order in which a folder on disk is walked.

    Raises FileNotFoundError where there is nothing, ShardError where fsspec or what it needs for the protocol is
    missing, or the store does not answer.
    """
    system, root = _system(address)
    is_file, files, wrong = _listed(address, system, root)
    base = address.rpartition("/")[0] if is_file else address.rstrip("/")
    with tempfile.TemporaryDirectory(prefix="newsbot-") as name:
        layout = Path(name)
        for file in files.values():
            _lay(file, layout)
        yield from wrong
        for place in find_places(layout / root.rpartition("/")[2] if is_file else layout):
            yield _sized(place, base, layout, files)


@contextmanager
def fetched(shard: Shard) -> Iterator[Shard]:
    """The shard with its places as they can be read: what has to be fetched lies in a folder of its own meanwhile.

    Raises ShardError, which names the address, where something cannot be fetched.
    """
    if not shard.remote:
        yield shard
        return
    with tempfile.TemporaryDirectory(prefix="newsbot-") as name:
        for file in shard.remote:
            target = Path(name, file.local)
            target.parent.mkdir(parents=True, exist_ok=True)
            _fetch(file.address, target)
        yield replace(
            shard,
            places=tuple(_moved(place, Path(name)) for place in shard.places),
            answers=tuple(
                (number, _found_in(Path(name), one) if isinstance(one, Elsewhere) else one)
                for number, one in shard.answers
            ),
        )


def _fetch(address: str, target: Path) -> None:
    system, path = _system(address)
    try:
        system.get_file(path, str(target))
    except Exception as error:
        raise ShardError(f"{address} cannot be fetched: {type(error).__name__}: {error}") from error


def _moved(place: Located | LatePage, root: Path) -> Located | LatePage:
    if isinstance(place, LatePage):
        return replace(place, where=place.where and _found_in(root, place.where))
    path = path_of(place)
    if path is None or isinstance(place, (Reject, CachePage)):
        return place
    return replace(place, path=root / path)


def _found_in(root: Path, place: Elsewhere) -> Elsewhere:
    """A path on a disk is whole, and stays."""
    return replace(place, path=root / place.path)


def _system(address: str) -> tuple[Any, str]:
    if "::" in address:
        raise ShardError(f"{address}: addresses in addresses are not read")
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise ShardError(f"{address}: {ADDRESS_NEEDS_EXTRA}") from error
    try:
        system, path = url_to_fs(address)
    except (ImportError, ValueError) as error:
        raise ShardError(f"{address}: {error}") from error
    return system, str(path)


def _listed(address: str, system: Any, root: str) -> tuple[bool, dict[str, _Listed], list[Sized]]:
    """Whether the address is a file, the files by name, and what has a name that no file here may have."""
    try:
        told = system.info(root)
        is_file = told["type"] == "file"
        found = _with_sibling(system, root, told) if is_file else system.find(root, detail=True)
    except FileNotFoundError as error:
        raise FileNotFoundError(2, "no such file or folder", address) from error
    except Exception as error:
        raise ShardError(f"{address} cannot be listed: {type(error).__name__}: {error}") from error
    above = root.rpartition("/")[0] if is_file else root
    files: dict[str, _Listed] = {}
    wrong: list[Sized] = []
    for path, told in sorted(found.items()):
        name = path[len(above) :].lstrip("/")
        own = system.unstrip_protocol(path)
        if _is_name(name):
            files[name] = _Listed(name, own, int(told.get("size") or 0), _state(told))
        else:
            wrong.append(Sized(Reject(own, None, "path_outside_folder", "no name of a file"), 0, ()))
    return is_file, files, wrong


def _with_sibling(system: Any, path: str, told: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The file, and the one beside it that says of a page what it is."""
    sibling = _SUFFIX.sub(_SIBLING, path)
    return {path: told} | ({sibling: system.info(sibling)} if system.exists(sibling) else {})


def _is_name(name: str) -> bool:
    parts = name.split("/")
    return "\0" not in name and "\\" not in name and not {"", ".", ".."} & set(parts)


def _state(told: dict[str, Any]) -> tuple[str, ...]:
    return tuple(f"{name}={told[name]}" for name in _TOLD if told.get(name) is not None)


def _lay(file: _Listed, folder: Path) -> None:
    """Only what says something of pages is fetched: a store may hold gigabytes of other JSON."""
    target = folder / file.name
    target.parent.mkdir(parents=True, exist_ok=True)
    is_sibling = target.suffix == _SIBLING
    if target.name == MANIFEST or (is_sibling and file.bytes <= MAX_ROW):
        _fetch(file.address, target)
        return
    target.touch()
    if is_sibling:
        os.truncate(target, MAX_ROW + 1)  # read as what it is: too large


def _sized(place: Located, base: str, layout: Path, files: dict[str, _Listed]) -> Sized:
    """A place of the layout as one of the address."""
    path = path_of(place)
    if path is None or isinstance(place, Reject):
        stated = shown_of(place).replace(str(layout), base)
        return Sized(replace(place, path=stated), 0, ()) if isinstance(place, Reject) else Sized(place, 0, ())
    name = path.relative_to(layout).as_posix()
    if isinstance(place, CachePage):
        return _refused(base, name, "unsupported_source", "a cache of Scrapy's is read from a disk")
    if name not in files:
        return _refused(base, name, "missing_file", os.strerror(errno.ENOENT))
    file = files[name]
    if isinstance(place, PageFile) and file.bytes > MAX_FILE:
        return _refused(base, name, "too_large", f"a file of {file.bytes} bytes")
    local = f"{hashlib.sha256(base.encode()).hexdigest()[:12]}/{name}"
    here = replace(place, path=Path(local), name=f"{base}/{name}")
    return Sized(here, file.bytes, file.state, (RemoteFile(file.address, local),))


def _refused(base: str, name: str, reason: str, detail: str) -> Sized:
    return Sized(Reject(f"{base}/{name}", None, reason, detail), 0, ())
