"""`newsbot extract`: one page in, one record out."""

from __future__ import annotations

import dataclasses
import os
import re
import sys
from datetime import datetime
from typing import TYPE_CHECKING

import click

from newsbot.archive import read_sources
from newsbot.archive._body import BodyError, read_stream
from newsbot.cli._errors import InputError
from newsbot.cli._options import lexicon_from, portals_from
from newsbot.items import Article, Origin, Outcome, Reject
from newsbot.snapshot import Snapshot

if TYPE_CHECKING:
    from newsbot.normalizers.confidence import Confidence
    from newsbot.stream import Examined

_URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@click.command("extract")
@click.argument("page", metavar="FILE|URL|-")
@click.option("--url", help="Where the page was fetched from.")
@click.option("--fetched-at", metavar="T", help="When it was fetched: ISO 8601 with an offset.")
@click.option(
    "--format", "form", type=click.Choice(["json", "text", "markdown"]), default="json", show_default=True
)
@click.option(
    "--explain",
    is_flag=True,
    help="Show where each field comes from, what was removed and why the record is trusted, not the record.",
)
@click.option("--allow-private", is_flag=True, help="Of a URL: ask private and loopback addresses too.")
@portals_from
@lexicon_from
def command(
    page: str, url: str | None, fetched_at: str | None, form: str, explain: bool, allow_private: bool
) -> None:
    """One page in, one record out on stdout. HTML, gzip and plain text are told apart by content.

    URL and fetch time are taken from the page's sibling JSON file (page.json beside page.html) where there is
    one and the options do not say otherwise. A URL is fetched as `newsbot crawl` fetches: robots.txt is obeyed,
    sizes and times are bounded, private addresses are refused.

    \b
    Example:
      newsbot extract page.html --url https://www.tribunnews.com/nasional/2023/09/13/judul
      newsbot extract page.html.gz --explain
      newsbot extract - --format text < page.html
      newsbot extract https://www.kompas.com/read/2021/02/22/124200515/judul --explain
    """
    if _URL.match(page):
        from newsbot.cli._fetch import fetch

        live = fetch(page, allow_private=allow_private)
        moment = _moment(fetched_at) or live.fetched_at
        snapshot = dataclasses.replace(live, url=url or live.url, fetched_at=moment)
    else:
        snapshot = with_facts(_read(page), url, fetched_at)
    examined = _examined(snapshot)
    article = _article(snapshot, examined.outcome)
    if explain:
        _explain(article, examined.confidence)
    else:
        _print(article, form)


def _read(page: str) -> Snapshot:
    if page == "-":
        return _stdin()
    return read_page(page)


def _stdin() -> Snapshot:
    try:
        return Snapshot(read_stream(sys.stdin.buffer))
    except BodyError as error:
        raise _unreadable("-", error.reason, error.detail) from error


def read_page(page: str) -> Snapshot:
    """The page itself; trouble with its sibling file is told, and costs only what that file says."""
    if os.path.isdir(page):
        raise click.UsageError(f"{page} is a folder; use newsbot replay")
    if re.search(r"\.warc(\.gz)?$", page, re.IGNORECASE):
        raise click.UsageError(f"{page} holds many pages; use newsbot replay")
    try:
        items = list(read_sources(page))
    except FileNotFoundError as error:
        raise click.UsageError(f"no such file: {page}") from error
    for reject in (item for item in items[:-1] if isinstance(item, Reject)):
        click.echo(f"{reject.path}: {reject.reason}: {reject.detail}", err=True)
    last = items[-1]
    if isinstance(last, Reject):
        raise _unreadable(page, last.reason, last.detail)
    return last


def with_facts(snapshot: Snapshot, url: str | None, fetched_at: str | None) -> Snapshot:
    """The page with what the options say of it, as HTML or plain text by its content."""
    from newsbot.engines.single import is_html

    kind = "html" if is_html(snapshot.body) or not snapshot.body.strip() else "text"
    return dataclasses.replace(
        snapshot,
        url=url or snapshot.url,
        fetched_at=_moment(fetched_at) or snapshot.fetched_at,
        origin=Origin(kind=kind, path=snapshot.origin.path),  # type: ignore[arg-type]
    )


def _moment(text: str | None) -> str | None:
    if text is None:
        return None
    try:
        if datetime.fromisoformat(text).tzinfo is not None:
            return text
    except ValueError:
        pass
    raise click.BadParameter(f"{text!r} is not ISO 8601 with an offset", param_hint="--fetched-at")


def _examined(snapshot: Snapshot) -> Examined:
    from newsbot import stream

    return stream.examine(snapshot)


def _article(snapshot: Snapshot, outcome: Outcome) -> Article:
    if outcome.article is not None:
        return outcome.article
    reject = outcome.reject or Reject(None, None, "no_outcome", "the stream gave nothing")
    raise _unreadable(snapshot.origin.path or "-", reject.reason, reject.detail)


def _unreadable(page: str, reason: str, detail: str) -> InputError:
    return InputError(f"{page} is no page: {reason}: {detail}")


def _explain(article: Article, confidence: Confidence | None) -> None:
    from newsbot.cli._explain import print_explanation

    print_explanation(article, confidence)


def _print(article: Article, form: str) -> None:
    text = _for_people(article, form) if form in ("text", "markdown") else article.to_json() + "\n"
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def _for_people(article: Article, form: str) -> str:
    from newsbot.cli import _formats

    return _formats.as_text(article) if form == "text" else _formats.as_markdown(article)
