"""Where portals come from: newsbot's own files, installed packages, and folders that the user names."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module, invalidate_caches, resources
from importlib.resources.abc import Traversable
from pathlib import Path
from types import ModuleType

from newsbot.portals._layout import Layout
from newsbot.portals._model import Portal
from newsbot.portals._reading import Declarations, refuse_patterns
from newsbot.portals._registry import Registry, Unread
from newsbot.portals._tables import cut_tables, parsed_tables

ENTRY_POINTS = "newsbot.portals"
"""The entry-point group of installed packages; each entry point names a list of `Portal`."""
_INSIDE = ("shared", "past")
"""Folders inside a folder of declarations: what several of its portals share, layouts of years that are gone."""


class Trusted(str):
    """A folder whose Python modules may be run: `use_portals(Trusted("my-portals"))`."""

    __slots__ = ()


class _InUse:
    """The registry of this process: loaded when it is first asked for."""

    folders: tuple[str, ...] = ()
    extra: tuple[Portal, ...] = ()
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

    Declaration files are read, and nothing is run, but for the Python modules of a folder that is given as `Trusted`.
    An extra portal overrides nothing. Raises ValueError as `load_folder` does, and where a portal of a folder has the
    id of another or claims its addresses; the registry then stays as it was.
    """
    chosen = tuple(map(_absolute, folders))
    extra = tuple(portal for folder in chosen for portal in load_folder(folder))
    known = Registry([*_installed(), *extra])
    _InUse.folders, _InUse.extra, _InUse.registry = chosen, extra, known
    return known


def folders_in_use() -> tuple[str, ...]:
    """The folders last given to `use_portals`, absolute: what a worker process must be given as well."""
    return _InUse.folders


def portals_of_folders() -> tuple[Portal, ...]:
    """The portals that `use_portals` found in folders."""
    return _InUse.extra


def load_folder(folder: str | os.PathLike[str]) -> list[Portal]:
    """The portals of a folder by file name: what its files `*.toml` declare and, of a `Trusted` one, the `PORTALS` of
    each `*.py` whose name does not begin with `_`.

    Layouts may extend newsbot's own. Modules are run; they may share declarations in a file with `_`, by
    `from ._shared import LAYOUT`. Raises ValueError, which names the file, for a declaration that is none, for a
    module that fails to import or has no PORTALS, for a module in a folder that is not trusted, for an id that two
    files declare, and for a folder that does not exist or holds no declaration.
    """
    place = Path(folder)
    modules, files = _modules(place), _files(place)
    if modules and not isinstance(folder, Trusted):
        raise ValueError(
            f"{modules[0]} is Python code and is not run: where you trust it, name its folder with --portals-code "
            "instead (in Python: newsbot.portals.Trusted)"
        )
    if not files and not modules:
        raise ValueError(f"{place} holds no portal declarations (*.toml)")
    found = Declarations(parsed_tables(files), _own())
    portals = found.all()
    refuse_patterns(portals, found.files)
    return [*portals, *_run(place, modules, found.files)]


def layout(name: str) -> Layout:
    """The layout of that name among newsbot's own: for a declaration in Python that says how one differs (`but`).

    Raises ValueError where there is none.
    """
    return _own().layout(name)


def built_in() -> list[Portal]:
    """The portals that come with newsbot."""
    return _own().all()


def own_files() -> list[Traversable]:
    """The declaration files that come with newsbot."""
    return _files(resources.files("newsbot.portals"))


@cache
def _own() -> Declarations:
    return Declarations(cut_tables(own_files()))


def _absolute(folder: str | os.PathLike[str]) -> str:
    path = os.path.abspath(folder)
    return Trusted(path) if isinstance(folder, Trusted) else path


def _files(folder: Traversable) -> list[Traversable]:
    """The declaration files of a folder, by name. newsbot's own may lie in an egg, which is no folder of the disk."""
    inside = (folder / name for name in _INSIDE)
    found = []
    for place in (folder, *(place for place in inside if place.is_dir())):
        files = (file for file in place.iterdir() if file.name.endswith(".toml"))
        found += sorted(files, key=lambda file: file.name)
    return found


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
def _installed() -> list[Portal | Unread]:
    return [*_own().unread(), *from_entry_points()]


def _modules(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise ValueError(f"{folder} is no folder of portals")
    return sorted(file for file in folder.glob("*.py") if not file.name.startswith("_"))


def _run(folder: Path, modules: list[Path], declared: Mapping[str, Traversable]) -> Iterator[Portal]:
    """The portals of a folder's modules, which are run; none of them has the id of one that is found already."""
    package = _package(folder) if modules else ""
    files: dict[str, Traversable] = dict(declared)
    for file in modules:
        for portal in _portals(_imported(package, file), str(file)):
            if portal.id in files:
                raise ValueError(f"{file} and {files[portal.id]} both declare the portal {portal.id!r}")
            files[portal.id] = file
            yield portal


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
