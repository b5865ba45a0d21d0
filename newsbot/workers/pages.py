"""One page never ends a run: what raises, hangs or ends its process is a reject that names it."""

from __future__ import annotations

import traceback
from collections.abc import Callable

from newsbot.archive import PageFile, PlacedPage, Proof, load, proved
from newsbot.items import Outcome, Reject
from newsbot.snapshot import Snapshot
from newsbot.stitching import is_one_of_several
from newsbot.tally import Tally
from newsbot.workers.crew import Lost

Work = Callable[[Snapshot], Outcome]
Item = PageFile | PlacedPage | Snapshot | Reject
"""An input: a page that was found or read, or what is wrong in the place of one."""


def guarded(work: Work, snapshot: Snapshot) -> Outcome:
    """The outcome, or a reject `internal_error` that names the exception and the place in the code."""
    try:
        return work(snapshot)
    except Exception as error:  # noqa: BLE001
        detail = f"{type(error).__name__}: {error} ({_where(error)})"
        return Outcome(reject=Reject(snapshot.origin.path, snapshot.url, "internal_error", detail))


def outcome_of(work: Work, item: Item) -> Outcome:
    """What comes of an input; a page that was only found is read here, by whoever works on it."""
    found = load(item) if isinstance(item, PageFile | PlacedPage) else item
    return Outcome(reject=found) if isinstance(found, Reject) else guarded(work, found)


def written(work: Work, item: Item) -> tuple[Outcome, str | None, Proof | None]:
    """The outcome, and its record as a line: a worker writes it, so that the process that asks need not. Of a page that
    was found by its head, what reading it showed of its place."""
    found, proof = proved(item) if isinstance(item, PlacedPage) else (item, None)
    outcome = outcome_of(work, found)
    return outcome, outcome.article.to_json() if outcome.article else None, proof


def told_alone(work: Work, item: Item) -> tuple[Outcome | Tally, str | None, Proof | None]:
    """What `written` gives, but of an article that stands alone no more than what the figures of a run take of it."""
    outcome, line, proof = written(work, item)
    article = outcome.article
    return outcome if article is None or is_one_of_several(article) else Tally.of(article), line, proof


def lost(page: PageFile | PlacedPage | Snapshot, why: Lost) -> Outcome:
    """The reject of a page that its worker did not read."""
    path: str | None
    if isinstance(page, PageFile):
        path, url = page.shown, page.info.url
    elif isinstance(page, PlacedPage):
        path, url = page.name, page.url
    else:
        path, url = page.origin.path, page.url
    return Outcome(reject=Reject(path, url, why.reason, why.detail))


def _where(error: Exception) -> str:
    """The module and line that raised: a report of the reject is a report of the fault."""
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    own = [frame for frame in frames if str(frame.f_globals.get("__name__", "")).startswith("newsbot")]
    last = (own or frames)[-1]
    return f"{last.f_globals.get('__name__', '?')}, {last.f_code.co_name}"
