"""Sources cut into shards, in input order: each archive is one, and pages in files of their own go by the chunk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from newsbot.archive import ArchiveFile, CachePage, Located, find_places
from newsbot.engines.shards.remote import is_address, places_at
from newsbot.engines.shards.shard import Shard, Sized, path_of, shard_of, shown_of
from newsbot.items import Reject

CHUNK = 500
"""Pages in files of their own that are one shard: some 20 seconds of one core, which is what a kill costs at most."""


def shards_of(sources: Iterable[str], chunk: int = CHUNK) -> Iterator[Shard]:
    """The shards of files, folders and addresses (`s3://`, `hf://`, `file://`, whatever fsspec knows).

    Nothing is opened but what folders say of their pages. Raises FileNotFoundError for a source that does not exist,
    ShardError for an address that cannot be listed.
    """
    met: Counter[str] = Counter()
    for places in _grouped(_all(sources), chunk):
        shard = shard_of(places)
        met[shard.name] += 1
        again = met[shard.name] - 1
        yield shard_of(places, again) if again else shard


def _grouped(places: Iterable[Sized], chunk: int) -> Iterator[list[Sized]]:
    waiting: list[Sized] = []
    for one in places:
        is_alone = isinstance(one.place, ArchiveFile)
        if waiting and (is_alone or len(waiting) == chunk):
            yield waiting
            waiting = []
        if is_alone:
            yield [one]
        else:
            waiting.append(one)
    if waiting:
        yield waiting


def _all(sources: Iterable[str]) -> Iterator[Sized]:
    for source in sources:
        if is_address(source):
            yield from places_at(source)
        else:
            yield from (_local(place) for place in find_places(source))


def _local(place: Located) -> Sized:
    """A place on a disk, by its whole path: another process may stand in another folder. Its name stays as given."""
    path = path_of(place)
    if path is None or isinstance(place, Reject):
        return Sized(place, 0, ())
    name = shown_of(place)
    if isinstance(place, CachePage):
        size, state = _state(path / "response_body")
        return Sized(replace(place, folder=path.absolute(), name=name), size, state)
    size, state = _state(*place.files) if isinstance(place, ArchiveFile) else _state(path)
    return Sized(replace(place, path=path.absolute(), name=name), size, state)


def _state(*paths: Path) -> tuple[int, tuple[int, ...]]:
    """What cannot be looked at now is told of when it is read."""
    try:
        told = [path.stat() for path in paths]
    except OSError:
        return 0, ()
    return sum(one.st_size for one in told), tuple(one.st_mtime_ns for one in told)
