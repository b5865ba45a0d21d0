"""`newsbot new-portal`: a first declaration and fixture of a portal, drafted from its pages."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsbot.cli._errors import InputError
from newsbot.items import NotAPage
from newsbot.portals import registry
from newsbot.snapshot import Snapshot

if TYPE_CHECKING:
    from rich.table import Table

    from newsbot.drafting import Draft

_ID = re.compile(r"[a-z][a-z0-9_]*")
_SHOWN = 60


@click.command("new-portal")
@click.argument("pages", metavar="URL|FILE...", nargs=-1, required=True)
@click.option(
    "--id", "portal_id", metavar="ID", help="Lower case, digits and underscores; default: after the host."
)
@click.option("--name", help="The portal's name as it signs; default: the id.")
@click.option(
    "--url", "urls", multiple=True, help="Where the pages were fetched from, one for each FILE in order."
)
@click.option(
    "-o", "--output", metavar="DIR", type=click.Path(path_type=Path), default=Path("draft"), show_default=True
)
@click.option("--force", is_flag=True, help="Write over an earlier draft.")
@click.option("--allow-private", is_flag=True, help="Of a URL: ask private and loopback addresses too.")
def command(
    pages: tuple[str, ...],
    portal_id: str | None,
    name: str | None,
    urls: tuple[str, ...],
    output: Path,
    force: bool,
    allow_private: bool,
) -> None:
    """Draft a portal from one or a few of its article pages, two or three of different sections being best.

    Writes DIR/ID.toml, a declaration with the selectors that give headline, body, date, byline, caption and tags on the
    pages, and DIR/fixtures/ID/draft, the template of the first page with invented words. What the pages did not tell is
    marked FILL IN. Try it at once: newsbot replay pages/ --portals-from DIR -o out.jsonl

    \b
    Example:
      newsbot new-portal a.html b.html
      newsbot new-portal a.html b.html --id contoh --name "Portal Contoh" -o draft
    """
    from rich.console import Console

    from newsbot.drafting import declaration_text, domains_of, draft, id_of

    if portal_id is not None:
        _check_free(portal_id, output, force=force)
    snapshots = _snapshots(pages, urls, allow_private=allow_private)
    try:
        found = draft(snapshots)
    except (NotAPage, ValueError) as error:
        raise InputError(f"{', '.join(pages)}: {error}") from error
    if portal_id is None:
        portal_id = id_of(found.hosts)
        _check_free(portal_id, output, force=force)
    declaration, case = _places(output, portal_id)
    output.mkdir(parents=True, exist_ok=True)
    taken = {
        domain: owner
        for domain in domains_of(found)
        if (owner := registry().claimed(domain) or registry().claimed(domain.removeprefix("www.")))
    }
    text = declaration_text(found, portal_id, name or portal_id, taken)
    declaration.write_text(text, encoding="utf-8")
    _write_case(case, found, snapshots[0])
    console = Console(stderr=True, markup=False, highlight=False)
    console.print(_table(found))
    console.print(f"declaration: {declaration}   fixture: {case}", soft_wrap=True)
    if found.missing:
        console.print(f"to fill in: {', '.join(found.missing)}")
    if (known := registry().match(found.addresses[0])) is not None:
        console.print(
            f"note: {found.hosts[0]} belongs to {known.id}; to read pages by the draft add --portal {portal_id}",
            soft_wrap=True,
        )


def _places(output: Path, portal_id: str) -> tuple[Path, Path]:
    return output / f"{portal_id}.toml", output / "fixtures" / portal_id / "draft"


def _check_free(portal_id: str, output: Path, *, force: bool) -> None:
    """Raises where the id is no name for a file or already somebody's."""
    if not _ID.fullmatch(portal_id):
        raise click.BadParameter(
            f"{portal_id!r} is not lower case, digits and underscores", param_hint="--id"
        )
    if registry().get(portal_id) is not None:
        raise click.BadParameter(
            f"there is a portal {portal_id!r} (newsbot portals {portal_id}); name another", param_hint="--id"
        )
    declaration, case = _places(output, portal_id)
    if not force and (declaration.exists() or case.exists()):
        raise click.UsageError(f"{declaration} or {case} exists; --force writes over it")


def _snapshots(pages: tuple[str, ...], urls: tuple[str, ...], *, allow_private: bool) -> list[Snapshot]:
    from dataclasses import replace

    from newsbot.cli._fetch import fetch
    from newsbot.cli.extract import read_page
    from newsbot.engines.single import is_html

    addresses = [page for page in pages if "://" in page]
    if addresses and len(pages) > 1:
        raise click.UsageError("one URL at a time; of several pages save them and give the files")
    if len(urls) > len(pages):
        raise click.UsageError(f"{len(urls)} --url for {len(pages)} pages")
    if addresses:
        return [fetch(addresses[0], allow_private=allow_private)]
    found = [read_page(page) for page in pages]
    for page, one in zip(pages, found, strict=True):
        if one.body and not is_html(one.body):
            raise InputError(f"{page}: not HTML; a draft is made from a page's markup")
    return [
        replace(one, url=url or one.url)
        for one, url in zip(found, (*urls, *[None] * len(found)), strict=False)
    ]


def _write_case(case: Path, found: Draft, snapshot: Snapshot) -> None:
    from newsbot.drafting import skeleton
    from newsbot.pages.page import Page

    case.mkdir(parents=True, exist_ok=True)
    (case / "page.html").write_bytes(skeleton(Page.parse(snapshot)))
    facts: dict[str, object] = {"url": found.addresses[0], "fetched_at": snapshot.fetched_at, "headers": {}}
    (case / "page.json").write_text(json.dumps(facts, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    rules = "".join(
        f"- `{finding.field}`: `{', '.join(finding.selectors)}`\n" for finding in found.findings.values()
    )
    about = (
        "# Draft\n\nThe template of a page with invented words; dates and labels are the page's.\n\n"
        f"Selectors that were found:\n\n{rules}\nWrite `expected.json` by reading the page, or take over what is "
        "read, field by field,\nonce the declaration stands among the others: `newsbot fixture accept`.\n"
    )
    (case / "about.md").write_text(about, encoding="utf-8")


def _table(found: Draft) -> Table:
    from rich.table import Table

    from newsbot.cli._text import printable

    table = Table("field", "selectors", "pages", "text on the first page that has it", title="draft")
    for finding in found.findings.values():
        text = next((text for text in finding.texts if text), "")
        table.add_row(
            finding.field,
            ", ".join(finding.selectors),
            f"{finding.pages}/{len(finding.texts)}",
            printable(text)[:_SHOWN],
        )
    for bin_, marks in found.noise.items():
        table.add_row(f"noise: {bin_}", ", ".join(marks), "", "")
    for name in found.missing:
        table.add_row(name, "FILL IN", "0", "")
    table.add_row("addresses", found.article or "", "", found.addresses[0][:_SHOWN])
    for feed in found.feeds:
        table.add_row("announced", printable(feed), "", "")
    return table
