"""Readers of saved pages: whatever the archive, what comes out is snapshots, in a stable order, one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from newsbot.archive._archive_file import ArchiveFile
from newsbot.archive._folder import Located, locate
from newsbot.archive._http_cache import CachePage
from newsbot.archive._info import MAX_ROW
from newsbot.archive._manifest import NAME as MANIFEST
from newsbot.archive._page import MAX_FILE, PageFile
from newsbot.archive._placed import PlacedPage, Proof
from newsbot.archive._pywb import as_played
from newsbot.archive._seen import Seen
from newsbot.archive._wayback import as_captured
from newsbot.archive.selection import Selection
from newsbot.items import Reject
from newsbot.snapshot import Snapshot

if TYPE_CHECKING:
    from newsbot.archive._readers import Captured
    from newsbot.archive._revisited import LatePage

__all__ = [
    "MANIFEST",
    "MAX_FILE",
    "MAX_ROW",
    "ArchiveFile",
    "CachePage",
    "Located",
    "PageFile",
    "PlacedPage",
    "Proof",
    "Seen",
    "Selection",
    "archive_bytes",
    "find_by_heads",
    "find_in",
    "find_places",
    "find_sources",
    "load",
    "proved",
    "read_sources",
]

Found: TypeAlias = "PageFile | Captured | LatePage | CachePage | Reject"
"""A page that can be loaded, or what is wrong in the place of one."""


def read_sources(*sources: str | Path, skip: int = 0) -> Iterator[Snapshot | Reject]:
    """The pages of files and folders as snapshots, in a stable order, one body in memory at a time.

    A folder is walked in sorted order: `.html`, `.htm`, `.txt`, `.mhtml`, `.mht`, `.warc` and `.arc`, each also with
    `.gz` (archives with `.zst` too), `.wacz`, and Scrapy's HTTP cache, its folders and its databases; other files are
    no inputs. Of an archive each HTML response is one. What a saved page's URL, fetch time and headers were is
    taken from the folder's `manifest.jsonl` or from the page's sibling `<stem>.json`, else they are None. Trouble
    with one input is a `Reject` in its place, and the rest goes on. The first `skip` inputs are passed over unread.

    Raises FileNotFoundError, at the call, for a source that does not exist.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "b.html").write_text("<p>dua", encoding="utf-8")
    ...     _ = Path(folder, "a.txt").write_text("satu", encoding="utf-8")
    ...     [(page.origin.kind, page.body) for page in read_sources(folder)]
    [('text', b'satu'), ('html', b'<p>dua')]
    """
    return (load(item) for item in _found(sources, skip))


def find_sources(
    *sources: str | Path, skip: int = 0, seen: Seen | None = None
) -> Iterator[PageFile | Snapshot | Reject]:
    """What `read_sources` gives, but a page in a file of its own is only found and not read: whoever is to have its
    bytes calls `load`, in whatever process. `seen` counts what of archives is no input; with a selection in it, what is
    not wanted is left out, and pages in files of their own are read to tell."""
    return find_in(find_places(*sources), seen or Seen(), skip)


def find_by_heads(
    *sources: str | Path, skip: int = 0, seen: Seen
) -> Iterator[PageFile | PlacedPage | Snapshot | Reject]:
    """The same, but while `seen.by_heads` is set pages of archives are only found as well, where their packed records
    seem to end at a known place. `proved` reads them and says whether that was true: if not, what came after is
    nothing that `find_sources` would have given."""
    return (
        item if isinstance(item, PageFile | PlacedPage | Snapshot) else load(item)
        for item in _of_places(find_places(*sources), seen, skip)
    )


def _wanted(
    places: Iterable[Located | LatePage], seen: Seen, selection: Selection
) -> Iterator[Found | Snapshot]:
    """The pages that are wanted. Of an archive its reader has chosen; what cannot be read is told whatever it is."""
    found = (
        item if isinstance(item, Reject) or not isinstance(item, PageFile | CachePage) else load(item)
        for item in _all(places, seen)
    )
    return (
        item
        for item in found
        if not isinstance(item, Snapshot) or not seen.refuses(selection.refusal_of(item))
    )


def find_places(*sources: str | Path) -> Iterator[Located]:
    """The files that hold the pages of the sources, in their order, none of them opened.

    Raises FileNotFoundError, at the call, for a source that does not exist.
    """
    paths = [Path(source) for source in sources]
    for path in paths:
        _require(path)
    return chain.from_iterable(locate(path) for path in paths)


def find_in(
    places: Iterable[Located | LatePage], seen: Seen, skip: int = 0
) -> Iterator[PageFile | Snapshot | Reject]:
    """What `find_sources` gives of places that `find_places` gave, and of revisits whose originals lie elsewhere."""
    return (
        item if isinstance(item, PageFile | Snapshot) else load(item)
        for item in _of_places(places, seen, skip)
    )


def _of_places(places: Iterable[Located | LatePage], seen: Seen, skip: int) -> Iterator[Found | Snapshot]:
    found = _all(places, seen) if seen.selection is None else _wanted(places, seen, seen.selection)
    return islice(found, skip, None)


def archive_bytes(*sources: str | Path) -> int | None:
    """The bytes of the archive files that the sources are; None where one page is a file of its own, for then bytes
    do not tell how far a reading has come. Raises FileNotFoundError for a source that does not exist."""
    total = 0
    for place in find_places(*sources):
        if not isinstance(place, ArchiveFile):
            return None
        try:
            total += sum(file.stat().st_size for file in place.files)
        except OSError:
            return None
    return total or None


def _found(sources: Iterable[str | Path], skip: int, seen: Seen | None = None) -> Iterator[Found]:
    return islice(_all(find_places(*sources), seen or Seen()), skip, None)


def _all(places: Iterable[Located | LatePage], seen: Seen) -> Iterator[Found]:
    for place in places:
        if isinstance(place, ArchiveFile):
            from newsbot.archive._readers import pages_of  # loads much that a page by itself does not need

            yield from pages_of(place, seen)
        else:
            yield place
    if seen.waiting:
        from newsbot.archive._warc import still_waiting

        yield from still_waiting(seen)


def load(item: Found) -> Snapshot | Reject:
    """The page that was found, or why it cannot be had."""
    if isinstance(item, PlacedPage):
        return proved(item)[0]
    found = item if isinstance(item, Reject) else item.load()
    return found if isinstance(found, Reject) else as_played(as_captured(found))


def proved(page: PlacedPage) -> tuple[Snapshot | Reject, Proof]:
    """The page at its place, or why it cannot be had, and whether its record ends there as it seemed to."""
    from newsbot.archive._warc import read_placed

    found, proof = read_placed(page)
    return (found if isinstance(found, Reject) else as_played(as_captured(found))), proof


def _require(path: Path) -> None:
    """What is there but cannot be looked at becomes a reject later; what is not there is a wrong call."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileNotFoundError(error.errno, "no such file or folder", str(path)) from error
    except OSError:
        return
