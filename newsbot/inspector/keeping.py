"""Corrections that leave: as a golden file, or as gold, in the folder that somebody named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from newsbot.engines.single import is_html
from newsbot.golden.cases import first_expected
from newsbot.golden.gold import gold_of
from newsbot.golden.writing import is_case_name, write_case, write_gold
from newsbot.inspector.corrections import Corrections, Refused, noise_of
from newsbot.portals import registry
from newsbot.snapshot import Snapshot

NOBODY = "unknown"
"""The folder of pages of no known portal: a host is what a page says, and names no folder."""
FIXTURES, GOLD = "fixtures", "gold"


def default_name(page: Snapshot) -> str:
    """A name for a page's files of which the page says nothing: a part of its digest."""
    return f"page-{page.digest.removeprefix('sha256:')[:12]}"


def keep_fixture(
    folder: Path, name: str, page: Snapshot, record: Mapping[str, Any], corrections: Corrections
) -> Path:
    """Write a case for `newsbot fixture check`, which fails on what was corrected until it is read so; gives
    its folder. Raises Refused."""
    case = folder / FIXTURES / _portal(record) / _checked(name)
    expected = {**first_expected(record), **corrections.values}
    about = _about(record, name, corrections)
    html = is_html(page.body) and page.origin.kind != "text"
    with _refusing(case):
        write_case(case, page.body, _facts(page), about, is_html=html, expected=expected)
    return case


def keep_gold(
    folder: Path, name: str, page: Snapshot, record: Mapping[str, Any], corrections: Corrections
) -> Path:
    """Write the page and its gold, by which records are scored; gives the gold's file. Raises Refused."""
    base = f"{_portal(record)}__{_checked(name)}"
    noise = noise_of(record, corrections)
    gold = gold_of({**record, **corrections.values}, base, noise)
    html = is_html(page.body) and page.origin.kind != "text"
    with _refusing(folder / GOLD / base):
        return write_gold(folder / GOLD, base, page.body, _facts(page), gold, is_html=html)


@contextmanager
def _refusing(place: Path) -> Iterator[None]:
    """Turn what writing raises into Refused, which names the place."""
    try:
        yield
    except FileExistsError as error:
        raise Refused(f"{place} exists already: take another name") from error
    except OSError as error:
        raise Refused(f"{place} cannot be written: {error.strerror or error}") from error


def _checked(name: str) -> str:
    if not is_case_name(name):
        raise Refused("a name is lower case letters, digits and hyphens, 80 at most")
    return name


def _portal(record: Mapping[str, Any]) -> str:
    known = registry().get(str(record.get("portal") or ""))
    return known.id if known else NOBODY


def _facts(page: Snapshot) -> dict[str, Any]:
    facts: dict[str, Any] = {"url": page.url, "fetched_at": page.fetched_at, "headers": page.headers}
    return facts if page.status in (None, 200) else {**facts, "status": page.status}


def _about(record: Mapping[str, Any], name: str, corrections: Corrections) -> str:
    told = [f"- `{field}` was read wrongly" for field in corrections.values] or ["- it is read rightly"]
    return f"# {_portal(record)}, {name}\n\nWhat this page teaches:\n\n" + "\n".join(told) + "\n"
