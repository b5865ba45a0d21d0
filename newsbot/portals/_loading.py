"""Where portals come from: newsbot's own modules, installed packages, and folders that the user names."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module, invalidate_caches
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

from newsbot.portals._model import Portal
from newsbot.portals._registry import Registry

ENTRY_POINTS = "newsbot.portals"
"""The entry-point group of installed packages; each entry point names a list of `Portal`."""


class _InUse:
    """The registry of this process: loaded when it is first asked for."""

    folders: tuple[str, ...] = ()
    registry: Registry | None = None


def registry() -> Registry:
    """The registry of this process: newsbot's own portals, those of installed packages (entry-point group
    `newsbot.portals`), and those of the folders given to `use_portals`. Loaded once.

    Raises ValueError where an extra portal cannot be loaded or claims what another one claims.
    """
    if _InUse.registry is None:
        _InUse.registry = Registry(_installed())
    return _InUse.registry


def use_portals(*folders: str | os.PathLike[str]) -> Registry:
    """Know the portals of these folders too, in this process and in the workers it starts; without folders, only
    those that are installed. Call it before pages are read.

    The modules of a folder are Python code and are run: name only folders that you trust. An extra portal
    overrides nothing. Raises ValueError as `load_folder` does, and where a portal of a folder has the id of
    another or claims its addresses; the registry then stays as it was.
    """
    chosen = tuple(os.path.abspath(folder) for folder in folders)
    extra = [portal for folder in chosen for portal in load_folder(folder)]
    known = Registry([*_installed(), *extra])
    _InUse.folders, _InUse.registry = chosen, known
    return known


def folders_in_use() -> tuple[str, ...]:
    """The folders last given to `use_portals`, absolute: what a worker process must be given as well."""
    return _InUse.folders


def load_folder(folder: str | os.PathLike[str]) -> list[Portal]:
    """The portals of a folder: the `PORTALS` of each `*.py` whose name does not begin with `_`, by file name.

    The files are run. They may share declarations in a file with `_`, by `from ._shared import LAYOUT`.
    Raises ValueError, which names the file, for a module that fails to import or has no PORTALS, for an id that
    two files declare, and for a folder that does not exist or holds no module.
    """
    files = _modules(Path(folder))
    package = _package(Path(folder))
    found: dict[str, tuple[Path, Portal]] = {}
    for file in files:
        for portal in _portals(_imported(package, file), str(file)):
            if portal.id in found:
                raise ValueError(f"{file} and {found[portal.id][0]} both declare the portal {portal.id!r}")
            found[portal.id] = (file, portal)
    return [portal for _, portal in found.values()]


def built_in() -> list[Portal]:
    """The portals that come with newsbot."""
    package = import_module("newsbot.portals")
    names = [name for _, name, _ in iter_modules(package.__path__) if not name.startswith("_")]
    return [portal for name in names for portal in import_module(f"newsbot.portals.{name}").PORTALS]


def from_entry_points() -> Iterator[Portal]:
    """The portals of installed packages. Raises ValueError, which names the entry point, for one that fails."""
    from importlib.metadata import entry_points

    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda point: (point.name, point.value)):
        origin = f"entry point {point.name} = {point.value}"
        try:
            value = point.load()
        except Exception as error:
            raise ValueError(f"{origin}: cannot be loaded: {type(error).__name__}: {error}") from error
        yield from _checked(value, f"{origin}: is no list of Portal")


@cache
def _installed() -> list[Portal]:
    return [*built_in(), *from_entry_points()]


def _modules(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise ValueError(f"{folder} is no folder of portals")
    files = sorted(file for file in folder.glob("*.py") if not file.name.startswith("_"))
    if not files:
        raise ValueError(f"{folder} holds no portal modules (*.py)")
    return files


def _package(folder: Path) -> str:
    """The name of a package that stands for the folder, so that its modules can import from one another.

    A package of that name from an earlier call is forgotten: the files are read as they are now.
    """
    name = "newsbot_portals_" + hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:16]
    for known in [key for key in sys.modules if key == name or key.startswith(f"{name}.")]:
        del sys.modules[known]
    package = ModuleType(name, f"The portals of {folder}.")
    package.__path__ = [str(folder.resolve())]
    sys.modules[name] = package
    invalidate_caches()
    return name


def _imported(package: str, file: Path) -> ModuleType:
    try:
        return import_module(f"{package}.{file.stem}")
    except Exception as error:
        raise ValueError(f"{file}: cannot be imported: {type(error).__name__}: {error}") from error


def _portals(module: ModuleType, origin: str) -> Iterable[Portal]:
    return _checked(getattr(module, "PORTALS", None), f"{origin}: has no PORTALS = [Portal(...), ...]")


def _checked(value: object, otherwise: str) -> list[Portal]:
    if not isinstance(value, (list, tuple)) or not all(isinstance(item, Portal) for item in value):
        raise ValueError(otherwise)
    return list(value)
