"""The files of the lexicon: newsbot's own, with those of the user's folders laid over them."""

from __future__ import annotations

import hashlib
import os
import tomllib
from collections.abc import Callable
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, cast

from newsbot.lexicon._overlay import LexiconError, laid_over

__all__ = ["LexiconError", "cached", "cached_to", "digest", "folders_in_use", "table", "use_lexicon"]

LONGEST = 2_000_000
"""Bytes of a file that is laid over newsbot's own."""
_OWN = resources.files("newsbot.lexicon") / "data"
_Asked = ParamSpec("_Asked")
_Told = TypeVar("_Told")
_CACHES: list[Callable[[], None]] = []


class _InUse:
    """The folders laid over the built-in files in this process, and their files by name."""

    folders: tuple[str, ...] = ()
    files: dict[str, list[Path]] = {}  # noqa: RUF012 - replaced, never changed


def cached(told: Callable[_Asked, _Told]) -> Callable[_Asked, _Told]:
    """A function that remembers its answers until the lexicon changes: for patterns and tables made of its words."""
    return _remembering(told, None)


def cached_to(most: int) -> Callable[[Callable[_Asked, _Told]], Callable[_Asked, _Told]]:
    """`cached` for at most so many answers: for what is asked about texts."""
    return lambda told: _remembering(told, most)


def _remembering(told: Callable[_Asked, _Told], most: int | None) -> Callable[_Asked, _Told]:
    remembered = lru_cache(maxsize=most)(told)
    _CACHES.append(remembered.cache_clear)
    return cast("Callable[_Asked, _Told]", remembered)


def use_lexicon(*folders: str | os.PathLike[str]) -> None:
    """Lay the words of these folders over newsbot's own, in this process and in the workers it starts; without
    folders, only its own count. Call it before pages are read.

    A folder holds TOML files of the names and shapes of newsbot's own (`roles.toml`, `furniture.toml`): words of a list
    are added to it, a rule with a known id gets more phrases, one with a new id is a new rule. Raises LexiconError,
    which names file and key, for a file or key that newsbot has not and for a value of another type; the lexicon then
    stays as it was.
    """
    chosen = tuple(os.path.abspath(folder) for folder in folders)
    files = _files_of(chosen)
    for name, paths in files.items():
        _laid(name, paths)
    _InUse.folders, _InUse.files = chosen, files
    for forget in _CACHES:
        forget()


def folders_in_use() -> tuple[str, ...]:
    """The folders last given to `use_lexicon`, absolute: what a worker process must be given as well."""
    return _InUse.folders


def digest() -> str | None:
    """A digest of the files laid over newsbot's own, None where there are none."""
    if not _InUse.files:
        return None
    told = hashlib.sha256()
    for name, paths in sorted(_InUse.files.items()):
        for path in paths:
            told.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    return f"sha256:{told.hexdigest()}"


@cached
def table(name: str) -> dict[str, Any]:
    """The content of a file with what is laid over it. Raises KeyError where newsbot has no such file."""
    return _laid(name, _InUse.files.get(name, []))


def _laid(name: str, over: list[Path]) -> dict[str, Any]:
    laid = _own(name)
    for path in over:
        laid = laid_over(laid, _parsed(path), path, name)
    return laid


@cache
def _own(name: str) -> dict[str, Any]:
    if name not in _names():
        raise KeyError(f"the lexicon has no file {name}.toml")
    return tomllib.loads(_OWN.joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def _names() -> frozenset[str]:
    return frozenset(
        file.name.removesuffix(".toml") for file in _OWN.iterdir() if file.name.endswith(".toml")
    )


def _files_of(folders: tuple[str, ...]) -> dict[str, list[Path]]:
    """The TOML files of the folders by name."""
    found: dict[str, list[Path]] = {}
    for folder in map(Path, folders):
        files = sorted(folder.glob("*.toml")) if folder.is_dir() else []
        if not files:
            raise LexiconError(f"{folder} holds no files of a lexicon (*.toml)")
        for file in files:
            if file.stem not in _names():
                raise LexiconError(
                    f"{file}: newsbot's lexicon has no such file; it has {', '.join(sorted(_names()))}"
                )
            found.setdefault(file.stem, []).append(file)
    return found


def _parsed(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > LONGEST:
            raise LexiconError(f"{path}: is larger than {LONGEST:,} bytes")
        return tomllib.loads(path.read_text("utf-8"))
    except LexiconError:
        raise
    except (OSError, ValueError, RecursionError) as error:
        raise LexiconError(f"{path}: cannot be read as TOML: {error}") from error
