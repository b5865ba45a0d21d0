"""A file or a folder of saved pages: which files are pages, and in which order they come."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from newsbot.archive._archive_file import ArchiveFile
from newsbot.archive._body import reason_of
from newsbot.archive._databases import is_database
from newsbot.archive._http_cache import CachePage, find_cached, is_http_cache
from newsbot.archive._info import sibling_info
from newsbot.archive._manifest import Manifest, is_inside
from newsbot.archive._names import (
    COMPANION_SUFFIXES,
    UNREAD,
    bare_suffix,
    is_archive,
    is_page,
    is_wacz,
    page_beside,
    shown,
)
from newsbot.archive._page import PageFile
from newsbot.items import Reject

_SAVED_AS = (".html", ".htm", ".xhtml")
"""What a browser calls a page that it saves with what belongs to it."""

Located: TypeAlias = PageFile | ArchiveFile | CachePage | Reject
"""What a source holds: pages that can be loaded, files of many, and what is wrong in the place of one."""


def locate(source: Path) -> Iterator[Located]:
    """The pages and archives of one source, found but not read."""
    return _walk(source) if os.path.isdir(source) else _named_file(source)


def _named_file(path: Path) -> Iterator[Located]:
    """A file that was named is a page whatever its suffix, unless newsbot knows it for something else."""
    if bare_suffix(path) in COMPANION_SUFFIXES:
        yield _unsupported(path, "this file goes with pages and is none")
    elif told := UNREAD.get(path.suffix.lower()):
        yield _unread(path, told)
    else:
        yield from _page(path)


def _page(path: Path) -> Iterator[Located]:
    if is_archive(path) or is_wacz(path) or (not _is_special(path) and is_database(path)):
        yield ArchiveFile(path)
        return
    info, reject = sibling_info(path)
    if reject is not None:
        yield reject
    yield PageFile(path, info)


def _walk(root: Path) -> Iterator[Located]:
    """Depth first in name order, on a stack of its own: folders may be nested deeper than calls."""
    named: set[str] = set()
    stack = [iter([root])]
    while stack:
        path = next(stack[-1], None)
        if path is None:
            stack.pop()
        elif path == root or _is_real_folder(path):
            yield from _enter(path, stack, named)
        else:
            yield from _met(path, root, named)


def _enter(folder: Path, stack: list[Iterator[Path]], named: set[str]) -> Iterator[Located]:
    """Put a folder's entries on the stack; the pages that its manifest names come before them."""
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield Reject(shown(folder), None, reason_of(error), error.strerror or str(error))
        return
    if is_http_cache({entry.name for entry in entries}):
        if (cached := find_cached(folder)) is not None:
            yield cached
        return
    yield from _from_manifest(folder, named)
    stack.append(iter(entries))


def _from_manifest(folder: Path, named: set[str]) -> Iterator[Located]:
    manifest = Manifest(folder)
    for item in manifest.pages():
        if isinstance(item, Reject) or os.fspath(item.path) not in named:
            yield _checked(item)
    named |= manifest.named


def _checked(item: PageFile | Reject) -> PageFile | Reject:
    if isinstance(item, Reject):
        return item
    if is_archive(item.path) or is_wacz(item.path):
        return _unsupported(item.path, "a manifest names pages; this file holds many")
    if _is_special(item.path):
        return Reject(shown(item.path), item.info.url, "unreadable_file", "no regular file")
    return item


def _met(path: Path, root: Path, named: set[str]) -> Iterator[Located]:
    """A file, link or other thing that the walk met."""
    if os.fspath(path) in named:
        return
    if path.is_symlink() and not is_inside(path, root):
        yield Reject(
            shown(path), None, "path_outside_folder", "a link that leads out of the folder or nowhere"
        )
    elif is_page(path) and (page := _saved_with(path, root)) is not None:
        yield Reject(shown(path), None, "part_of_saved_page", f"a browser saved it with {page}")
    elif not _is_special(path) and (is_page(path) or is_archive(path) or is_wacz(path) or is_database(path)):
        yield from _page(path)
    elif told := UNREAD.get(path.suffix.lower()):
        yield _unread(path, told)


def _saved_with(path: Path, root: Path) -> str | None:
    """The page with which a browser saved a file: frames lie in a folder beside it, and are no pages of their own."""
    for folder in path.parents:
        if folder == root:
            return None
        if stem := page_beside(folder):
            pages = (folder.with_name(stem + end) for end in _SAVED_AS)
            if page := next((page for page in pages if os.path.isfile(page)), None):
                return shown(page)
    return None


def _unread(path: Path, told: str) -> Reject:
    return _unsupported(path, f"{told}, which is not read; save the page as HTML or MHTML, or record a WARC")


def _is_real_folder(path: Path) -> bool:
    """Linked folders are not entered: what lies inside of the source is met in its own place."""
    return os.path.isdir(path) and not os.path.islink(path)


def _is_special(path: Path) -> bool:
    """A folder, pipe, socket or device: reading it would fail, or never end."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False  # reading it will say what is wrong


def _unsupported(path: Path, detail: str) -> Reject:
    return Reject(shown(path), None, "unsupported_source", detail)
