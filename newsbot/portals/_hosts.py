"""A portal's table of hosts: the outlets of a network by host, and what follows from it for the declaration."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

_TWIN = "(www.)"
"""Before a host: the host stands for itself and for the one without www."""
_KEYS = frozenset(("name", "zone"))
_SIGNS = ("names", "hosts")
_PLACE = "{host}"
_ALL = "{hosts}"


class _Host(NamedTuple):
    host: str
    twin: str | None
    name: str | None
    zone: str | None

    def all(self) -> tuple[str, ...]:
        return (self.host, self.twin) if self.twin else (self.host,)


def spread_hosts(table: Mapping[str, Any], place: str) -> dict[str, Any]:
    """A portal's table with what its `hosts` stand for written out, and without them.

    `hosts` gives for each host the outlet's name, or its name and its time zone; `(www.)` before a host stands for the
    host with and without it. They give `names` and `zones`; hosts that no domain covers are domains; `signs` says that
    datelines are signed with the outlets' `names` or their `hosts`, in capitals, which are brands before the others;
    `{host}` in the address of a source that has no values for it is each host; `{hosts}` in a pattern is any of them.

    >>> found = spread_hosts({"hosts": {"(www.)contoh.id": "Contoh"}, "article": [r"^https://{hosts}/\\d"]}, "x.toml")
    >>> found["domains"], found["names"]
    (['www.contoh.id', 'contoh.id'], {'www.contoh.id': 'Contoh', 'contoh.id': 'Contoh'})
    >>> found["article"]
    ['^https://(?:(?:www\\\\.)?contoh\\\\.id)/\\\\d']

    Raises ValueError, which begins with `place`, where the table is none or says both of a thing.
    """
    said = dict(table)
    if "hosts" not in said and "signs" not in said:
        return said
    hosts = _hosts(said.pop("hosts", None), f"{place}.hosts")
    for key in ("names", "zones"):
        if key in said:
            raise ValueError(f"{place}: {key} are told by hosts")
    said["names"] = {host: one.name for one in hosts for host in one.all() if one.name}
    said["zones"] = {host: one.zone for one in hosts for host in one.all() if one.zone}
    said["domains"] = _domains(said.get("domains", []), hosts)
    if sign := said.pop("signs", None):
        said["brands"] = list(dict.fromkeys((*_brands(sign, hosts, place), *said.get("brands", []))))
    said["article"] = [_spread(pattern, hosts) for pattern in said.get("article", [])]
    said["sources"] = [_source(source, hosts) for source in said.get("sources", [])]
    return {key: value for key, value in said.items() if value}


def _hosts(table: Any, place: str) -> list[_Host]:
    if not isinstance(table, dict) or not table:
        raise ValueError(f"{place}: {table!r} is no table of hosts")
    return [_host(key, value, f"{place}.{key}") for key, value in table.items()]


def _host(key: str, value: Any, place: str) -> _Host:
    if isinstance(value, str):
        value = {"name": value}
    if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
        raise ValueError(f"{place}: {value!r} is no name and no name and zone")
    if unknown := sorted(value.keys() - _KEYS):
        raise ValueError(f"{place}: no such key: {unknown[0]!r}; known are name, zone")
    bare = key.removeprefix(_TWIN)
    twin = bare if bare != key else None
    return _Host(f"www.{bare}" if twin else key, twin, value.get("name"), value.get("zone"))


def _domains(domains: Any, hosts: list[_Host]) -> Any:
    """The domains that are declared, and the hosts that none of them covers."""
    if not isinstance(domains, list):
        return domains  # refused where the model's types are known
    covered = {str(domain).removeprefix("*.") for domain in domains if str(domain).startswith("*.")}
    named = (*(one.host for one in hosts), *(one.twin for one in hosts if one.twin))
    return [*domains, *(host for host in named if host not in domains and not _is_below(host, covered))]


def _is_below(host: str, covered: set[str]) -> bool:
    labels = host.split(".")
    return any(".".join(labels[start:]) in covered for start in range(1, len(labels)))


def _brands(sign: Any, hosts: list[_Host], place: str) -> list[str]:
    if sign not in _SIGNS:
        raise ValueError(f"{place}.signs: {sign!r} is none of {', '.join(_SIGNS)}")
    found = [one.name if sign == "names" else one.twin or one.host for one in hosts]
    return [name.upper() for name in found if name]


def _spread(pattern: Any, hosts: list[_Host]) -> Any:
    if not isinstance(pattern, str) or _ALL not in pattern:
        return pattern
    each = sorted({rf"(?:www\.)?{re.escape(one.twin)}" if one.twin else re.escape(one.host) for one in hosts})
    return pattern.replace(_ALL, f"(?:{'|'.join(each)})")


def _source(source: Any, hosts: list[_Host]) -> Any:
    if (
        not isinstance(source, dict)
        or _PLACE not in str(source.get("url"))
        or "host" in source.get("values", {})
    ):
        return source
    return {**source, "values": {"host": [one.host for one in hosts], **source.get("values", {})}}
