"""The pages of a file that holds many, by the reader that knows it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from newsbot.archive._archive_file import ArchiveFile
from newsbot.archive._cache_database import CachedAnswer, read_database
from newsbot.archive._databases import is_database
from newsbot.archive._placed import PlacedPage
from newsbot.archive._revisited import RevisitPage
from newsbot.archive._seen import Seen
from newsbot.archive._warc import WarcPage, read_archive
from newsbot.items import Reject

Captured: TypeAlias = WarcPage | PlacedPage | RevisitPage | CachedAnswer
"""A page in an archive."""


def pages_of(file: ArchiveFile, seen: Seen) -> Iterator[Captured | Reject]:
    """The pages of an archive in their order, and what is wrong in the place of one."""
    if is_database(file.path):
        yield from read_database(file.path, file.name, seen)
        return
    for source in file.sources():
        if isinstance(source, Reject):
            yield source
        else:
            yield from read_archive(source, seen)
