"""The page docs/portals.md: every portal in a table, by network, and what there is of each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from newsbot.portals import Portal

COMMAND = "newsbot portals --markdown > docs/portals.md"
"""Makes the page anew."""

_HOSTS_SHOWN = 6
_INTRODUCTION = f"""\
# Portals

This page is made from the declarations in `newsbot/portals/` by `{COMMAND}`.

*verified* portals were checked on a real page, of the date given; *documented* ones are declared from what is known
of their markup and await a real page; *broken* ones no longer answer as declared. A kind of source with `?` is one
that nobody has seen answer. `newsbot portals ID` prints all of a portal: its layouts, its sources, and which of its
facts no page confirms. A host that no portal here claims is read all the same,
without rules of its own.

Portals of your own stand in a folder, as files like those in `newsbot/portals/`
([adding a portal](adding-a-portal.md)), and are named with `--portals-from FOLDER`, in Python with
`newsbot.portals.use_portals(FOLDER)`. Nothing in such a folder is run. Declarations may be Python modules with a list
`PORTALS` of `Portal` instead: these are run, and only from a folder that is named with `--portals-code FOLDER`
(`use_portals(Trusted(FOLDER))`), or from an installed package, under the entry-point group `newsbot.portals`. They
override nothing: a place that two portals claim alike is an error that names both.
"""
_COLUMNS = ("network", "id", "name", "hosts", "status, checked", "sources", "pages", "time zones", "access")


def page_of(portals: Sequence[Portal]) -> str:
    """The page as Markdown, ending in a line break. The order of the portals does not matter."""
    ordered = sorted(portals, key=lambda portal: (portal.network is None, portal.network or "", portal.id))
    parts = (_INTRODUCTION, _counts(ordered), "## All portals\n", _table(_COLUMNS, map(_cells, ordered)))
    return "\n".join(parts)


def _counts(portals: Sequence[Portal]) -> str:
    status = Counter(portal.status for portal in portals)
    kinds = Counter(kind for portal in portals for kind in {source.kind for source in portal.sources})
    networks = {portal.network for portal in portals if portal.network}
    rows: list[Sequence[str]] = [
        ("portals", str(len(portals))),
        ("networks", str(len(networks))),
        *((f"{name} portals", str(status[name])) for name in ("verified", "documented", "broken")),
        *((f"portals with a source of kind {kind}", str(kinds[kind])) for kind in sorted(kinds)),
        ("layouts", str(sum(len(portal.layouts) for portal in portals))),
    ]
    return _table(("what", "how many"), rows)


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _cells(portal: Portal) -> list[str]:
    zones = (portal.timezone, *sorted(set(portal.zones.values()) - {portal.timezone}))
    return [
        _text(portal.network or "-"),
        _code(portal.id),
        _text(portal.name),
        _hosts(portal.domains),
        _text(_checked(portal)),
        _sources(portal),
        _pages(portal),
        _text(", ".join(zones)),
        _text(portal.access or "-"),
    ]


def _hosts(domains: Sequence[str]) -> str:
    more = len(domains) - _HOSTS_SHOWN
    return ", ".join(map(_code, domains[:_HOSTS_SHOWN])) + (f" and {more} more" if more > 0 else "")


def _checked(portal: Portal) -> str:
    """Status and when; what was checked often says the status itself ("documented 2026-07")."""
    if not portal.checked or portal.checked.startswith(portal.status):
        return portal.checked or portal.status
    return f"{portal.status}; {portal.checked}"


def _sources(portal: Portal) -> str:
    """The kinds of sources, with "?" where nobody has seen one of the kind answer."""
    seen = {source.kind for source in portal.sources if not source.unverified}
    kinds = sorted({source.kind for source in portal.sources})
    return ", ".join(_code(kind) + ("" if kind in seen else "?") for kind in kinds) or "-"


def _pages(portal: Portal) -> str:
    """How a portal's articles go on, as docs/paging.md tells them apart; "-" where nothing is known."""
    if portal.hidden_pages:
        return "in one document"
    return _code(portal.paging) if portal.paging else "-"


def _code(text: str) -> str:
    return "`" + _line(text).replace("|", "\\|").replace("`", "'") + "`"


def _text(text: str) -> str:
    """Text that means nothing to Markdown or HTML beyond itself, on one line."""
    for char in "\\|*_`[]":
        text = text.replace(char, "\\" + char)
    return _line(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def _line(text: str) -> str:
    return " ".join(text.split())
