"""Which portal a URL belongs to: the most specific claim on its host and path wins, equal claims are an error."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from functools import cached_property
from typing import NamedTuple
from urllib.parse import urlsplit

from newsbot.portals._model import Portal

_PLAIN = re.compile(
    r"(?:[a-zA-Z][a-zA-Z0-9+.-]*+:)?//([a-zA-Z0-9._-]++)(?::\d*+)?(/[^?#\t\r\n]*+)?(?=[?#]|\Z)"
)
"""An address that needs no parser: a host of plain letters, no user, no white space. Half the time of urlsplit."""
_DOMAIN = re.compile(
    r"(?P<below>\*\.)?(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)*)(?P<path>(?:/[^/?#\s]+)*)/?", re.IGNORECASE
)


class Unread(NamedTuple):
    """A portal of which only id and domains are known yet; `read` gives it, each time the same."""

    id: str
    domains: tuple[str, ...]
    read: Callable[[], Portal]


_Known = Portal | Unread
_Claims = dict[str, list[tuple[str, _Known]]]
"""By host: the claims on it as (path between slashes, or "" for the whole host) and portal, the longest path first."""


class Registry:
    """Portals by host and path. Raises ValueError where two portals claim one place alike or share an id.

    Of several claims the most specific wins: the host itself before the hosts below one (`*.host`), a host with more
    labels before one with fewer, and on one host the longer path.

    >>> whole = Portal(id="contoh", name="Contoh", domains=("contoh.id", "*.contoh.id"))
    >>> part = Portal(id="daerah", name="Contoh Daerah", domains=("contoh.id/daerah",))
    >>> known = Registry([whole, part])
    >>> [known.match(f"https://contoh.id/{path}").id for path in ("daerah/1", "daerah-1", "")]
    ['daerah', 'contoh', 'contoh']
    """

    def __init__(self, portals: Iterable[Portal | Unread]) -> None:
        self._by_id: dict[str, _Known] = {}
        self._exact: _Claims = {}
        self._below: _Claims = {}
        for portal in sorted(portals, key=lambda portal: portal.id):
            if portal.id in self._by_id:
                raise ValueError(f"two portals have the id {portal.id!r}")
            self._by_id[portal.id] = portal
            for domain in portal.domains:
                self._claim(domain, portal)

    def _claim(self, domain: str, portal: _Known) -> None:
        parts = _DOMAIN.fullmatch(domain)
        if parts is None:
            raise ValueError(f"{portal.id}: {domain!r} is no host, *.host, host/path or *.host/path")
        table = self._below if parts["below"] else self._exact
        claims = table.setdefault(parts["host"].lower(), [])
        path = f"{parts['path']}/" if parts["path"] else ""
        for other, owner in claims:
            if other == path:
                raise ValueError(f"{portal.id} and {owner.id} both claim {domain}")
        claims.append((path, portal))
        claims.sort(key=lambda claim: -len(claim[0]))

    @cached_property
    def portals(self) -> list[Portal]:
        """All portals by id; those that nobody asked for are read now."""
        return [_read(known) for known in self._by_id.values()]

    @cached_property
    def signatures(self) -> tuple[tuple[str, Portal], ...]:
        """The names that the portals sign with, each with its portal."""
        return tuple(
            (name, one) for one in self.portals for name in (*one.brands, one.name, *one.names.values())
        )

    @cached_property
    def digest(self) -> str:
        """`sha256:` and the hex digest of all declarations: it changes when a rule of any portal changes."""
        return _digest([(portal.id, portal.digest) for portal in self.portals])

    @cached_property
    def names_digest(self) -> str:
        """The same of what pages of every portal are read with: ids, claims, and the names that portals sign with."""
        return _digest([(one.id, one.domains, one.brands, one.name, one.names) for one in self.portals])

    def claimed(self, domain: str) -> str | None:
        """The id of the portal that makes this very claim, or None where it is free.

        >>> known = Registry([Portal(id="contoh", name="Contoh", domains=("contoh.id", "*.contoh.id"))])
        >>> known.claimed("*.contoh.id"), known.claimed("bola.contoh.id")
        ('contoh', None)
        """
        return next((portal.id for portal in self._by_id.values() if domain in portal.domains), None)

    def get(self, portal_id: str) -> Portal | None:
        """The portal of that id."""
        known = self._by_id.get(portal_id)
        return _read(known) if known else None

    def unknown(self, name: str) -> str:
        """What to say where no portal has the id, with the ids that may be meant; a host names its portal.

        >>> Registry([Portal(id="contoh", name="Contoh", domains=("contoh.id",))]).unknown("conto")
        "no portal has the id 'conto'; did you mean contoh? `newsbot portals` lists them"
        """
        owner = self.match_host(name)
        near = [owner.id] if owner else get_close_matches(name.lower(), self._by_id, n=3, cutoff=0.7)
        hint = f"did you mean {' or '.join(near)}? " if near else ""
        return f"no portal has the id {name[:80]!r}; {hint}`newsbot portals` lists them"

    def match(self, url: str | None) -> Portal | None:
        """The portal with the most specific claim on the URL's host and path, or None where nobody claims it."""
        owner = self._owner(*_host_and_path(url)) if url else None
        return _read(owner) if owner else None

    def match_host(self, host: str) -> Portal | None:
        """The portal that claims the whole host (lower-case); None where only paths of it are claimed."""
        owner = self._owner(host, "")
        return _read(owner) if owner else None

    def _owner(self, host: str, path: str) -> _Known | None:
        if (claims := self._exact.get(host)) and (portal := _claimant(claims, path)):
            return portal
        while "." in host:
            host = host.partition(".")[2]
            if (claims := self._below.get(host)) and (portal := _claimant(claims, path)):
                return portal
        return None


def _digest(said: object) -> str:
    return "sha256:" + hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def _read(known: _Known) -> Portal:
    return known if isinstance(known, Portal) else known.read()


def _claimant(claims: list[tuple[str, _Known]], path: str) -> _Known | None:
    whole = f"{path}/"  # so that "/indonesia" lies within "/indonesia/", and "/indonesian" does not
    for start, portal in claims:
        if whole.startswith(start):
            return portal
    return None


def host_of(url: str | None) -> str:
    """The lower-case host of a URL, empty where it has none.

    >>> host_of("https://Solo.Tribunnews.com/2020/10/09/x")
    'solo.tribunnews.com'
    """
    return _host_and_path(url)[0] if url else ""


def _host_and_path(url: str) -> tuple[str, str]:
    if plain := _PLAIN.match(url):
        return plain[1].lower(), plain[2] or ""
    try:
        parts = urlsplit(url)
        return (parts.hostname or "").lower(), parts.path
    except ValueError:
        return "", ""
