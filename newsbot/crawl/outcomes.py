"""What came of each article that was asked for, on its way into the state."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal

from newsbot.crawl import signals
from newsbot.crawl.doubt import Doubt, Sign
from newsbot.crawl.failures import ROBOTS
from newsbot.crawl.fetched import Fetched
from newsbot.crawl.figures import asked_for_by
from newsbot.crawl.signs import OF_THE_PAGE, sign_of, sign_of_failure
from newsbot.crawl.store import Store, now
from newsbot.portals import host_of
from newsbot.state import Done, Doubted, Known, Status, status_of
from newsbot.state.records import NO_ARTICLE
from newsbot.state.wanted import MAX_ATTEMPTS
from newsbot.workers.reading import Reading

if TYPE_CHECKING:
    from newsbot.snapshot import Snapshot

_LOG = logging.getLogger(__name__)
_WALLS = frozenset(("blocked", "paywall"))
_REMEMBERED = 5_000
"""Articles of which is remembered what they say."""
_MOST_UNSURE = 1_000
"""Articles of a host that are held until it gives a page; more of them stay pending whatever it gives."""
SECOND_LOOK = timedelta(days=3)
"""How long after a doubtful answer the same is taken at its word: no bad hour lasts so long."""
Count = Callable[[str, str | None], None]
Tell = Callable[..., object]
"""Sends a signal of `crawl.signals`, with its arguments by name."""


class Outcomes:
    """Notes in the store what came of articles. All raise OSError where it cannot be written.

    What failed, or is forbidden by robots.txt, is noted as that where its host gives good pages in this run, and stays
    pending where it gives none: then it is not the article that failed, and a robots.txt may be wrong for a day.
    Answers that say nothing of their article go through `doubt`.
    """

    def __init__(self, store: Store, count: Count, doubt: Doubt, tell: Tell) -> None:
        self._store = store
        self._count = count
        self._tell = tell
        self.doubt = doubt
        self._answering: set[str] = set()
        self._unsure: dict[str, list[Done]] = {}
        self._written: dict[tuple[str, str], str] = {}

    def read(self, item: Fetched, reading: Reading) -> None:
        """A page was read."""
        site, sign = asked_for_by(item.request), sign_of(reading)
        was_judged = sign == "other" and self._store.was_judged(item.key)  # and is no news of the portal
        told = None if was_judged else sign
        was_known = bool(item.request.meta.get("newsbot_revision"))
        answer = _Answer(self, _done(item, reading), site, item.snapshot.url, reading, was_known, told)
        if (key := self._written_as(item, reading)) != item.key:
            done = Done(item.key, "moved", reason=f"moved to {key}")
            answer = _Answer(self, done, site, item.snapshot.url, sign=told)
        self._tell(signals.page_read, item=item, reading=reading)
        if was_judged:
            answer.settle()
        else:
            self.doubt.take(site or "", answer, sign, reading.text)
        if sign is None and reading.kind not in _WALLS:
            self.answers(item.snapshot.url)

    def _written_as(self, item: Fetched, reading: Reading) -> str:
        """The key under which a run has the same text of the same article, by what the page says of itself: a site may
        announce two addresses of it, also days apart. Else the item's own."""
        if not reading.text or not reading.line or not reading.words:
            return item.key
        told = (reading.id, reading.text)
        if told not in self._written:  # else of this run, and not in the state yet
            self._written[told] = self._store.holder(*told, item.key)
            if len(self._written) > _REMEMBERED:
                del self._written[next(iter(self._written))]
        return self._written[told]

    def gone(self, known: Known, snapshot: Snapshot, sign: Sign, reason: str) -> None:
        """There is nothing at the address, or it leads to the front page."""
        done = Done(known.key, "gone", snapshot.fetched_at, reason=reason)
        if self._store.was_judged(known.key):
            _Answer(self, done, known.portal, known.url).settle()
        else:
            self.doubt.take(known.portal, _Answer(self, done, known.portal, known.url, sign=sign), sign)

    def not_modified(self, known: Known, snapshot: Snapshot) -> None:
        """The article is what it was."""
        self._count("not_modified", known.portal)
        self.answers(known.url)
        self._store.write(Done(known.key, "done", snapshot.fetched_at, content_digest=known.content_digest))
        self._told(known, "done", "not_modified")

    def moved(self, known: Known, key: str) -> None:
        """The address leads to another article, which has its own row."""
        self._count("moved", known.portal)
        self._store.write(Done(known.key, "moved", reason=f"moved to {key}"))
        self._told(known, "moved", "moved", f"to {key}")

    def refused(self, known: Known, name: str, reason: str, *, was_asked: bool = False) -> None:
        """The article may not be asked for, or leads where nothing may be asked: then it `was_asked`, and has a turn
        less."""
        self._count(f"refused/{name}", known.portal)
        done = Done(known.key, "refused", reason=reason, turns=int(was_asked))
        self._told(known, "refused", name, reason)
        if name == ROBOTS:
            self._if_answering(known.url, done)
        else:
            self._store.write(done)

    def resting(self, known: Known) -> None:
        """The host is asked nothing more: the article stays pending."""
        self._count("left_pending", known.portal)
        self._told(known, "pending", "host_left_alone")

    def failed(self, known: Known, name: str, detail: str = "") -> None:
        """No page came: the article is asked for again by the next runs, some times."""
        self._count(f"failed/{name}", known.portal)
        done = Done(known.key, "failed", reason=f"{name}: {detail}"[:300] if detail else name)
        if name in OF_THE_PAGE:
            self.answers(known.url)
        if sign := sign_of_failure(name):
            self.doubt.take(known.portal, _Answer(self, done, known.portal, known.url, sign=sign), sign)
            return
        self._told(known, "failed", name, detail)
        self._if_answering(known.url, done)

    def _if_answering(self, url: str, done: Done) -> None:
        """Note it where the host gives good pages, else when it does: until then the article is pending."""
        host = host_of(url)
        if host in self._answering:
            self._store.write(done)
            return
        self._store.doubt(Doubted(done.key, (done.reason or "")[:300], None))
        if len(held := self._unsure.setdefault(host, [])) < _MOST_UNSURE:
            held.append(done)

    def answers(self, url: str | None) -> None:
        """The host gives good pages: what failed there failed by itself."""
        host = host_of(url)
        self._answering.add(host)
        for done in self._unsure.pop(host, ()):
            self._store.write(done)

    def _told(self, known: Known, status: Status, reason: str, detail: str = "") -> None:
        self._tell(
            signals.article_settled,
            url=known.url,
            portal=known.portal,
            status=status,
            reason=reason,
            detail=detail,
        )

    # what an answer does when it is judged

    def settled(self, answer: _Answer) -> None:
        """Write what an answer gave, and count it."""
        written = self._store.write(answer.done, answer.reading)
        if answer.sign:
            self._count(f"doubtful/{answer.sign}", answer.site)
        self._count_settled(answer, written=written)
        self._tell_of(answer, answer.done.status, answer.name(written=written))

    def doubted(self, answer: _Answer, sign: Sign, word: Literal["suspect", "unsure"]) -> None:
        """Leave the article to the next run, whatever was noted of it."""
        self._count(f"{word}/{sign}", answer.site)
        self._store.doubt(Doubted(answer.done.key, sign, answer.doubted_since or now()))
        self._tell_of(answer, "pending", word, sign)

    def doubted_since(self, key: str) -> str | None:
        """When an article's answers began to settle nothing, in an earlier run."""
        return self._store.doubted_since(key)

    def _tell_of(self, answer: _Answer, status: Status, reason: str, detail: str = "") -> None:
        where = {"url": answer.url, "portal": answer.site}
        self._tell(signals.article_settled, **where, status=status, reason=reason, detail=detail)

    def _count_settled(self, answer: _Answer, *, written: bool) -> None:
        reading, site = answer.reading, answer.site
        if reading is None:
            if answer.done.status in ("gone", "moved"):
                self._count(answer.done.status, site)
        elif reading.reject is not None:
            self._count(f"rejects/{reading.reject.reason}", site)
        else:
            self._count_record(answer, reading, written=written)

    def _count_record(self, answer: _Answer, reading: Reading, *, written: bool) -> None:
        site = answer.site
        self._count(f"{'records' if written else 'unchanged'}/{reading.kind}", site)
        if written and answer.was_known:
            self._count("changed", site)
        if answer.done.status == "incomplete":
            self._count("incomplete", site)
        for code, field in reading.problems:
            self._count(f"problems/{code}", site)
            if code == "missing" and field:
                self._count(f"missing/{field}", site)


@dataclass(slots=True, eq=False)
class _Answer:
    """An answer on its way: what is to be noted, and its record until that is written. Thousands are remembered that
    are settled, in case they turn out to say what others said."""

    outcomes: Outcomes
    done: Done
    site: str | None
    url: str | None
    reading: Reading | None = None
    was_known: bool = False
    sign: Sign | None = None
    doubted_since: str | None = None
    """When answers of the article began to settle nothing, in an earlier run; known of doubtful ones."""
    _is_settled: bool = False

    def settle(self) -> None:
        if not self._is_settled:
            self._is_settled = True
            self.outcomes.settled(self)
            self.reading = None
            self.done = Done(self.done.key, self.done.status)

    def name(self, *, written: bool) -> str:
        """What it was, in a word."""
        if self.reading is None:
            named = {"gone": self.sign, "moved": "moved"}
            return named.get(self.done.status, (self.done.reason or "").partition(":")[0]) or self.done.status
        if self.reading.reject is not None:
            return self.reading.reject.reason
        return self.reading.kind if written else "unchanged"

    def doubt(self, sign: Sign) -> None:
        self.outcomes.doubted(self, sign, "suspect")

    def wait(self, sign: Sign) -> None:
        self.outcomes.doubted(self, sign, "unsure")

    def is_confirmed(self) -> bool:
        self.doubted_since = self.outcomes.doubted_since(self.done.key)
        if self.doubted_since is None:
            return False
        passed = datetime.fromisoformat(now()) - datetime.fromisoformat(self.doubted_since)
        if passed < SECOND_LOOK:
            return False
        if self.done.status in NO_ARTICLE:
            self.done = replace(self.done, turns=MAX_ATTEMPTS)
        return True


def _done(item: Fetched, reading: Reading) -> Done:
    done = Done(
        key=item.key,
        status=_status(reading),
        fetched_at=item.snapshot.fetched_at,
        payload_digest=item.snapshot.digest,
        reason=_reason(item, reading),
    )
    if reading.pages != 1 or done.status == "incomplete":
        # the validators of a first page say nothing of the others: such an article is always asked for whole
        return done
    headers = item.snapshot.headers
    return replace(done, etag=headers.get("etag"), last_modified=headers.get("last-modified"))


def _status(reading: Reading) -> Status:
    if reading.reject is not None:
        return "rejected"
    return status_of(reading.kind, is_complete=reading.is_complete)


def _reason(item: Fetched, reading: Reading) -> str | None:
    if reading.reject is not None:
        return reading.reject.reason
    status = item.snapshot.status or 200
    return f"status {status}" if status >= 400 else None
