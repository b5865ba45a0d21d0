"""Which portal a URL belongs to: the most specific claim on its host wins, equal claims are an error."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from urllib.parse import urlsplit

from newsbot.portals._model import Portal


class Registry:
    """Portals by host. Raises ValueError where two portals claim one host alike or share an id."""

    def __init__(self, portals: Iterable[Portal]) -> None:
        self.portals = sorted(portals, key=lambda portal: portal.id)
        self._by_id: dict[str, Portal] = {}
        self._exact: dict[str, Portal] = {}
        self._below: dict[str, Portal] = {}
        for portal in self.portals:
            if portal.id in self._by_id:
                raise ValueError(f"two portals have the id {portal.id!r}")
            self._by_id[portal.id] = portal
            for domain in portal.domains:
                self._claim(domain.lower(), portal)

    def _claim(self, domain: str, portal: Portal) -> None:
        table, host = (self._below, domain[2:]) if domain.startswith("*.") else (self._exact, domain)
        if host in table:
            raise ValueError(f"{portal.id} and {table[host].id} both claim {domain}")
        table[host] = portal

    def get(self, portal_id: str) -> Portal | None:
        """The portal of that id."""
        return self._by_id.get(portal_id)

    def match(self, url: str | None) -> Portal | None:
        """The portal of the URL's host, or None where nobody claims it."""
        return self.match_host(host_of(url)) if url else None

    def match_host(self, host: str) -> Portal | None:
        """The portal with the most specific claim on the host."""
        if portal := self._exact.get(host):
            return portal
        while "." in host:
            host = host.partition(".")[2]
            if portal := self._below.get(host):
                return portal
        return None


def host_of(url: str | None) -> str:
    """The lower-case host of a URL, empty where it has none.

    >>> host_of("https://Solo.Tribunnews.com/2020/10/09/x")
    'solo.tribunnews.com'
    """
    try:
        return (urlsplit(url or "").hostname or "").lower()
    except ValueError:
        return ""


@cache
def registry() -> Registry:
    """The registry of the declarations that come with newsbot, loaded once."""
    package = import_module("newsbot.portals")
    names = [name for _, name, _ in iter_modules(package.__path__) if not name.startswith("_")]
    return Registry(portal for name in names for portal in import_module(f"newsbot.portals.{name}").PORTALS)
