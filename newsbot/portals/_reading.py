"""Declarations as layouts and portals: a table of a file is made into an object of the model, with what it extends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import partial
from importlib.resources.abc import Traversable
from typing import Any

from newsbot.portals._hosts import spread_hosts
from newsbot.portals._layout import Layout
from newsbot.portals._model import Portal
from newsbot.portals._paging import Paging
from newsbot.portals._registry import Unread
from newsbot.portals._tables import Entry, Tables
from newsbot.portals._values import made, read_string, read_strings


class Declarations:
    """The portals and layouts of declaration files, each made when it is first asked for.

    A file holds tables `[portal.ID]` and `[layout.NAME]`, whose keys are the fields of `Portal` and `Layout`. A portal
    names its layouts, which stand in these files or among those that are `known`; `extends` names the layout from which
    one differs, in `[layout.NAME.noise]` the one whose noise it takes over, where an empty list ends a bin. A selector
    that stands for several may be a list. `[portal.ID.hosts]` is the table of `newsbot.portals._hosts`.

    Raises ValueError, which names file, portal and key, for a key that is none, a value of a wrong type or that the
    model refuses, and a layout that is not known or extends itself.
    """

    def __init__(self, tables: Tables, known: Declarations | None = None) -> None:
        self._portals = tables.by_kind["portal"]
        self._layouts = tables.by_kind["layout"]
        self._known = known
        self._made: dict[str, Portal] = {}
        self._laid: dict[str, Layout] = {}
        self._open: list[str] = []

    @property
    def files(self) -> dict[str, Traversable]:
        """The file in which each portal stands, by its id."""
        return {name: entry.file for name, entry in self._portals.items()}

    def unread(self) -> list[Unread]:
        """The portals by what they claim, to be read when one is asked for."""
        return [Unread(name, self._domains(name), partial(self.portal, name)) for name in self._portals]

    def all(self) -> list[Portal]:
        """Every portal; every layout is made, whether a portal names it or not."""
        for name in self._layouts:
            self.layout(name)
        return [self.portal(name) for name in self._portals]

    def portal(self, name: str) -> Portal:
        """The portal of that id, which must be one of these files."""
        if name not in self._made:
            entry = self._portals[name]
            place = f"{entry.file}: portal.{name}"
            said = spread_hosts(entry.parse(), place)
            names = read_strings(said.get("layouts", []), f"{place}.layouts")
            layouts = tuple(self.layout(one, f"{place}.layouts") for one in names)
            self._made[name] = made(Portal, {"id": name, **_noted(said, place), "layouts": layouts}, place)
        return self._made[name]

    def layout(self, name: str, place: str = "declarations") -> Layout:
        """The layout of that name, of these files before those that are known. `place` is where it is named."""
        if name in self._laid:
            return self._laid[name]
        if name not in self._layouts:
            if self._known:
                return self._known.layout(name, place)
            raise ValueError(f"{place}: no layout has the name {name!r}")
        if name in self._open:
            raise ValueError(f"{place}: layouts extend one another: {' -> '.join((*self._open, name))}")
        self._open.append(name)
        try:
            self._laid[name] = self._new_layout(name, self._layouts[name])
        finally:
            self._open.remove(name)
        return self._laid[name]

    def _domains(self, name: str) -> tuple[str, ...]:
        entry = self._portals[name]
        place = f"{entry.file}: portal.{name}"
        return tuple(
            read_strings(spread_hosts(entry.domains(), place).get("domains", []), f"{place}.domains")
        )

    def _new_layout(self, name: str, entry: Entry) -> Layout:
        place = f"{entry.file}: layout.{name}"
        said = {"name": name, **entry.parse()}
        base = self._base(said, place)
        if isinstance(noise := said.get("noise"), dict):
            said["noise"] = noise = dict(noise)
            under = self._base(noise, f"{place}.noise") or base
            said["noise"] = {**(under.noise if under else {}), **noise}
        return made(Layout, said, place, base)

    def _base(self, said: dict[str, Any], place: str) -> Layout | None:
        """The layout that a table extends; the key is taken out of it."""
        name = said.pop("extends", None)
        return (
            None if name is None else self.layout(read_string(name, f"{place}.extends"), f"{place}.extends")
        )


_PAGING = {"key": "key", "in": "place", "all": "whole"}
"""The keys of a table of paging, as the model names them."""


def _noted(said: dict[str, Any], place: str) -> dict[str, Any]:
    """A portal's table with its paging in the notation, where it is a table."""
    if not isinstance(paging := said.get("paging"), dict):
        return said
    if unknown := sorted(paging.keys() - _PAGING.keys()):
        raise ValueError(f"{place}.paging: no such key: {unknown[0]!r}; known are {', '.join(_PAGING)}")
    table = {_PAGING[key]: value for key, value in paging.items()}
    return {**said, "paging": made(Paging, table, f"{place}.paging").notation}


def refuse_patterns(portals: Iterable[Portal], files: Mapping[str, Traversable]) -> None:
    """Raises ValueError, which names file, portal and key, for an address pattern that is no regular expression."""
    for portal in portals:
        for key in ("article", "drop"):
            for pattern in getattr(portal, key):
                try:
                    re.compile(pattern)
                except (re.error, OverflowError, RecursionError) as error:
                    place = f"{files[portal.id]}: portal.{portal.id}.{key}"
                    raise ValueError(f"{place}: {pattern!r}: {error}") from error
