"""What a file holds, by its name; and its path as records and reports show it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

MHTML_SUFFIXES = (".mhtml", ".mht")
PAGE_SUFFIXES = (".html", ".htm", ".txt", *MHTML_SUFFIXES)
WACZ_SUFFIX = ".wacz"
ARCHIVE_SUFFIXES = (".warc", ".arc")
PACKINGS = (".gz", ".zst")
OPEN = ".open"
"""At the end of the name of a file that Heritrix writes on, or did when it was killed."""
UNREAD = {
    ".webarchive": "a web archive of Safari",
    ".maff": "a page of the Mozilla Archive Format",
    ".har": "an HTTP archive of a browser's tools",
}
"""What holds pages and is not read, by suffix, in words."""
BESIDE_PAGES = (
    "_files", ".files", "_file", "-filer", "-Dateien", "_fichiers", "_archivos", "_arquivos", "_ficheiros",
    "_bestanden", "_soubory", "_pliki", "_tiedostot", "_dosyalar", "_datoteke", "_elemei", "_fails", "_failid",
    "_bylos", "_fajlovi",
)  # fmt: skip
"""How a folder's name ends that a browser puts beside a page which it saves, behind the page's own, in the languages of
browsers (the folders that Windows moves together with a page)."""
COMPANION_SUFFIXES = (".json", ".jsonl", ".md")


def origin_kind(path: Path) -> Literal["html", "text"]:
    """Plain text by name, all else is taken for HTML."""
    return "text" if bare_suffix(path) == ".txt" else "html"


def is_page(path: Path) -> bool:
    """Whether a walked file is an input, by its name."""
    return bare_suffix(path) in PAGE_SUFFIXES


def is_mhtml(path: Path) -> bool:
    """Whether a file is a page saved as a mail message, by its name."""
    return bare_suffix(path) in MHTML_SUFFIXES


def is_wacz(path: Path) -> bool:
    """Whether a file is a zip of WARC files, by its name."""
    return path.suffix.lower() == WACZ_SUFFIX


def page_beside(folder: Path) -> str | None:
    """The name, without suffix, of the page to which a folder belongs, by the folder's name; None where it is no such.

    >>> page_beside(Path("Panen Garam_files")), page_beside(Path("berkas"))
    ('Panen Garam', None)
    """
    end = next((end for end in BESIDE_PAGES if folder.name.endswith(end)), "")
    return folder.name.removesuffix(end) or None if end else None


def bare_suffix(path: Path) -> str:
    """The lower-case suffix without that of the packing: `.html` of `page.html.gz`."""
    return Path(_unpacked(path.name.lower())).suffix


def bare_stem(path: Path) -> str:
    """The name without its suffix and that of the packing: `page` of `page.html.gz`."""
    return Path(_unpacked(path.name)).stem


def shown(path: Path) -> str:
    """The path as valid Unicode: a name that is no UTF-8 would break the output it is written to."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def is_archive(path: Path) -> bool:
    """Whether a file holds records of many pages, by its name."""
    return bare_suffix(path) in ARCHIVE_SUFFIXES


def _unpacked(name: str) -> str:
    name = name[: -len(OPEN)] if name.lower().endswith(OPEN) else name
    return next((name[: -len(end)] for end in PACKINGS if name.lower().endswith(end)), name)
