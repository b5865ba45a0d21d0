"""The form that addresses of one portal's articles share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from newsbot.discovery import domain_of


def address_pattern(addresses: tuple[str, ...]) -> str | None:
    """A pattern of the article addresses: host, fixed steps, days and the article number; None without an address."""
    shapes = []
    for address in addresses:
        parts = urlsplit(address)
        if not parts.hostname:
            continue
        steps = [_step(step) for step in parts.path.strip("/").split("/")]
        shapes.append(tuple(steps))
    if not shapes:
        return None
    start = rf"^https?://{_host(tuple(urlsplit(address).hostname or '' for address in addresses))}/"
    if len({len(shape) for shape in shapes}) > 1:
        return f"{start}.+"
    steps = [column[0] if len(set(column)) == 1 else "[^/]+" for column in zip(*shapes, strict=True)]
    return _named(start + "/".join(steps))


def _host(hosts: tuple[str, ...]) -> str:
    """One host with and without www; of several the site that they are of, with any host below it."""
    site, several = shared_site(hosts)
    return (r"(?:[a-z0-9-]+\.)*" if several else r"(?:www\.)?") + re.escape(site)


def shared_site(hosts: Iterable[str]) -> tuple[str, bool]:
    """The host without www, or of several hosts their site; and whether they are several. Raises ValueError where
    they are of different sites.

    >>> shared_site(["www.contoh.co.id"]), shared_site(["bola.contoh.co.id", "www.contoh.co.id"])
    (('contoh.co.id', False), ('contoh.co.id', True))
    """
    bare = list(dict.fromkeys(host.removeprefix("www.") for host in hosts if host))
    if len(bare) == 1:
        return bare[0], False
    if len(sites := {domain_of(f"https://{host}/") for host in bare}) > 1:
        raise ValueError(f"the pages are of different hosts: {', '.join(bare)}")
    return sites.pop(), True


def id_of(hosts: Iterable[str]) -> str:
    """A portal id for its hosts: lower case, digits and underscores, a letter first, whatever the hosts are.

    >>> id_of(["www.kabar-desa.co.id"]), id_of(["solo.contoh.com"]), id_of(["24jam.id"]), id_of(["../.."])
    ('kabar_desa', 'solo_contoh', 'portal_24jam', 'portal')
    """
    host = shared_site(hosts)[0].lower()
    site = domain_of(f"https://{host}/")
    own = f"{host.removesuffix(site)}{site.partition('.')[0]}"
    name = re.sub(r"[^a-z0-9]+", "_", own).strip("_")[:40]
    return name if name[:1].isalpha() else f"portal_{name}".rstrip("_")


def _step(step: str) -> str:
    if re.fullmatch(r"(?:19|20)\d\d", step):
        return r"\d{4}"
    if re.fullmatch(r"\d{1,2}", step):
        return r"\d{1,2}"
    if re.fullmatch(r"\d{3,}", step):
        return r"\d+"
    if match := re.fullmatch(r"([a-z]{1,4}-)\d{4,}", step):
        return re.escape(match[1]) + r"\d+"
    if re.fullmatch(r"\d{4,}-.+", step):
        return r"\d+-[^/]+"
    if re.search(r"-\d{5,}(?:\.html?)?$", step):
        return r"[^/]+-\d+(?:\.html?)?"
    return "[^/]+" if step.count("-") >= 2 or len(step) > 24 else re.escape(step)


def _named(pattern: str) -> str:
    """The pattern with its longest number named as the article's own."""
    place = pattern.rfind(r"\d+")
    return pattern if place < 0 else pattern[:place] + r"(?P<id>\d+)" + pattern[place + 3 :]
