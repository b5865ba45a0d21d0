"""`newsbot fixture`: golden files change only through `accept`, and the diff is read."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from newsbot.archive._body import BodyError, read_body
from newsbot.archive._info import sibling_info
from newsbot.cli._text import printable
from newsbot.engines.single import is_html
from newsbot.golden.cases import FIRST_FIELDS, Case, find_cases
from newsbot.golden.writing import is_case_name, write_case
from newsbot.portals import registry

_ROOT = click.option(
    "--fixtures", "root", type=click.Path(path_type=Path), default=Path("fixtures"), show_default=True,
    help="The folder of all golden files.",
)  # fmt: skip


@click.group("fixture")
def command() -> None:
    """The golden files: add a page, check all, accept a change.

    \b
    Example:
      newsbot fixture add page.html --portal kompas --case 2021-video --url https://www.kompas.com/...
      newsbot fixture check
      newsbot fixture accept kompas/2021-video --field headline
    """


@command.command("add")
@click.argument("page", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--portal", required=True, metavar="ID", help="The portal whose page it is.")
@click.option("--case", "name", required=True, metavar="NAME", help="Lower case, digits and hyphens.")
@click.option("--url", help="Where the page was fetched from; default: what the page's sibling JSON says.")
@click.option("--fetched-at", metavar="T", help="When: ISO 8601 with an offset.")
@_ROOT
def add(page: Path, portal: str, name: str, url: str | None, fetched_at: str | None, root: Path) -> None:
    """Make a case from a page. What it is to expect comes with `newsbot fixture accept`, read and confirmed.

    \b
    Example:
      newsbot fixture add page.html --portal kompas --case 2021-video --url https://www.kompas.com/...
    """
    folder = _new_folder(root, portal, name)
    body = _body(page)
    info, _ = sibling_info(page)
    facts = {"url": url or info.url, "fetched_at": fetched_at or info.fetched_at, "headers": info.headers}
    about = f"# {portal}, {name}\n\nWhat this page teaches:\n\n- \n"
    write_case(folder, body, facts, about, is_html=is_html(body))
    click.echo(f"{folder} made; write about.md, then: newsbot fixture accept {portal}/{name}", err=True)


def _new_folder(root: Path, portal: str, name: str) -> Path:
    if (
        registry().get(portal) is None and not (root / portal).is_dir()
    ):  # there is a folder for pages of nobody
        raise click.BadParameter(registry().unknown(portal), param_hint="--portal")
    if not is_case_name(name):
        raise click.BadParameter(f"{name!r} is not lower case, digits and hyphens", param_hint="--case")
    folder = root / portal / name
    if folder.exists():
        raise click.UsageError(f"{folder} exists already")
    return folder


def _body(page: Path) -> bytes:
    try:
        return read_body(page)
    except BodyError as error:
        raise click.UsageError(f"{page}: {error}") from error


@command.command("check")
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path, exists=True, file_okay=False))
@_ROOT
def check(folders: tuple[Path, ...], root: Path) -> None:
    """Compare every case with what the stream gives now; exit 1 where something differs.

    \b
    Example:
      newsbot fixture check
      newsbot fixture check fixtures/kompas
    """
    cases = _cases(folders or (root,))
    changed = [case for case in cases if _report(case)]
    click.echo(f"{len(cases)} cases, {len(changed)} with differences", err=True)
    if changed:
        raise SystemExit(1)


def _cases(folders: Iterable[Path]) -> list[Case]:
    cases = list(find_cases(*folders))
    if not cases:
        raise click.UsageError(f"no golden files in {', '.join(map(str, folders))}")
    return cases


def _report(case: Case) -> bool:
    """Print what differs; a case that expects nothing proves nothing, which is a difference too."""
    try:
        changes = case.changes()
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    if not case.expected:
        click.echo(f"{case.name}: expects nothing yet; run newsbot fixture accept {case.name}")
    for key in changes:
        click.echo(_diff(case.name, key, case.expected[key], case.seen(key)))
    return bool(changes) or not case.expected


@command.command("accept")
@click.argument("case", metavar="CASE")
@click.option(
    "--field", "fields", multiple=True, metavar="F", help="Only this field; may be given several times."
)
@click.option("--yes", is_flag=True, help="Accept without being asked.")
@_ROOT
def accept(case: str, fields: tuple[str, ...], yes: bool, root: Path) -> None:
    """Take the record as it is now for the expected one, field by field, after showing each difference.

    CASE is portal/case or a folder. A field that the case does not expect yet is added by naming it.

    \b
    Example:
      newsbot fixture accept kompas/2021-video
      newsbot fixture accept kompas/2021-video --field headline --field authors
    """
    found = _case(case, root)
    expected = dict(found.expected)
    taken = 0
    for key, value in _proposals(found, fields):
        click.echo(_diff(found.name, key, expected.get(key), value))
        if yes or click.confirm(f"accept {key}?", default=False, err=True):
            expected[key] = value
            taken += 1
    if taken:
        found.write(expected)
    click.echo(f"{found.name}: {taken} fields written", err=True)


def _case(name: str, root: Path) -> Case:
    for folder in (root / name, Path(name)):
        if (case := Case(folder.resolve())).page is not None:
            return case
    raise click.UsageError(f"no case {name!r} in {root}")


def _proposals(case: Case, fields: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """Field and new value, where it is not what is expected."""
    for key in fields or tuple(case.expected) or _first_fields(case):
        if key not in case.actual:
            raise click.UsageError(f"the record has no field {key!r}")
        value = case.accepted(key)
        if key not in case.expected or value != case.expected[key]:
            yield key, value


def _first_fields(case: Case) -> tuple[str, ...]:
    return ("reject",) if "reject" in case.actual else FIRST_FIELDS


def _diff(name: str, key: str, old: Any, new: Any) -> str:
    lines = difflib.unified_diff(_lines(old), _lines(new), f"{name} {key}: expected", "now", n=1, lineterm="")
    return printable("\n".join(lines))


def _lines(value: Any) -> list[str]:
    if isinstance(value, str):
        return value.split("\n")
    return json.dumps(value, ensure_ascii=False, indent=1).split("\n")
