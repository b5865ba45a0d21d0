"""Signals by which a publisher reserves rights on a page: robots directives and TDM reservation, header or meta.

Sources: Google's robots meta tag and X-Robots-Tag (noindex, none, noarchive), the noai and noimageai directives that
DeviantArt brought in, and the TDM Reservation Protocol of the W3C community group (tdm-reservation, tdm-policy).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

_DIRECTIVES = frozenset(("noindex", "none", "noarchive", "noai", "noimageai"))
_AGENTS = ("robots", "newsbot")
"""Names of meta elements that speak to every robot, or to this one."""
_LONGEST = 200


def opt_outs(headers: Mapping[str, str], metas: Mapping[str, Sequence[str]]) -> list[str]:
    """The signals of a page, each as "place: what it says"; `headers` and `metas` by lower-case name.

    >>> opt_outs({"x-robots-tag": "noindex, max-snippet:20"}, {"tdm-reservation": ["1"]})
    ['header x-robots-tag: noindex', 'meta tdm-reservation: 1']
    """
    found = [f"header x-robots-tag: {said}" for said in _directives(headers.get("x-robots-tag", ""))]
    found += [
        f"meta {name}: {said}"
        for name in _AGENTS
        for value in metas.get(name, ())
        for said in _directives(value)
    ]
    found += (f"header {said}" for said in _reserved(headers))
    first = {name: metas[name][0] for name in ("tdm-reservation", "tdm-policy") if metas.get(name)}
    found += (f"meta {said}" for said in _reserved(first))
    return list(dict.fromkeys(found))


def _directives(value: str) -> Iterator[str]:
    """The reserving words of a list of directives; those for another crawler ("otherbot: noindex") are not ours."""
    agent = ""
    for part in value[:_LONGEST].lower().split(","):
        name, colon, rest = (piece.strip() for piece in part.partition(":"))
        if colon and rest in _DIRECTIVES | {""}:
            agent, name = name, rest
        if name in _DIRECTIVES and agent in ("", *_AGENTS):
            yield name


def _reserved(stated: Mapping[str, str]) -> Iterator[str]:
    if re.fullmatch(r"\s*1\s*", stated.get("tdm-reservation", "")):
        yield "tdm-reservation: 1"
        if policy := stated.get("tdm-policy"):
            yield f"tdm-policy: {' '.join(policy.split())[:_LONGEST]}"
