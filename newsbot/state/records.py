"""The rows of the state as values, and how they get there."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict, dataclass
from typing import Literal

from newsbot.items import Discovery

Mode = Literal["new", "changed", "all"]
"""`new`: what was never done; `changed`: also what is announced again, asked conditionally; `all`: everything anew."""
Status = Literal[
    "pending",
    "done",
    "gone",
    "rejected",
    "blocked",
    "paywall",
    "failed",
    "refused",
    "elsewhere",
    "incomplete",
    "moved",
    "no_article",
]
"""`pending` is found and not done; `refused` may not be asked (robots.txt, a private address); `failed` was asked too
often in vain; `elsewhere` is the affair of another process of a shared crawl; `incomplete` gave a record that is not
whole; `moved` leads to another article, which has a row of its own; `no_article` gave a page that is none, as a list
or a notice that the site is being maintained. All others but `pending` are answers of the
site."""

_STATUS_OF_KIND: dict[str, Status] = {
    "blocked": "blocked",
    "paywall": "paywall",
    "other": "no_article",
    "index": "no_article",
}


def status_of(kind: str, *, is_complete: bool) -> Status:
    """The status of an article whose record is of a kind, and whole or not."""
    return _STATUS_OF_KIND.get(kind, "done" if is_complete else "incomplete")


def discovery_json(discovery: Discovery) -> str:
    """An announcement as the state keeps it."""
    return json.dumps(asdict(discovery), ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Found:
    """One announced article: its key, where it is, when it says it was published or changed."""

    key: str
    portal: str
    url: str
    discovery: Discovery
    newest: str = ""
    """Publication or change, ISO 8601 as announced: what "newest first" goes by."""


def newest_of(discovery: Discovery) -> str:
    """When an article was published or changed, as announced; empty where nothing says it."""
    return discovery.date or discovery.lastmod or ""


@dataclass(frozen=True, slots=True)
class Known:
    """What the state knows of one article."""

    key: str
    portal: str
    url: str
    status: Status
    discovery: Discovery
    announced: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    content_digest: str | None = None
    revision: int = 0
    attempts: int = 0
    newest: str = ""
    """Its place among the others of its host, as `Found.newest`."""
    is_again: bool = False
    """Whether it was asked for before, in vain."""


@dataclass(frozen=True, slots=True)
class Done:
    """What came of one article in this run."""

    key: str
    status: Status
    fetched_at: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    payload_digest: str | None = None
    content_digest: str | None = None
    reason: str | None = None
    is_revision: bool = False
    """Whether a line was written for it."""
    record_id: str = ""
    """The id of its record, where it is an article."""
    text: str | None = None
    """The digest of that record's text."""
    turns: int = 1
    """How many of its turns an article without a page has had by it: none where its server was not asked."""


@dataclass(frozen=True, slots=True)
class Doubted:
    """An article that stays pending though it was asked for: why, and where that is its answer, which settled nothing,
    since when its answers do (ISO 8601, UTC)."""

    key: str
    sign: str
    since: str | None


_DOUBTED, _SINCE = "in doubt: ", ", since "
NO_ARTICLE = ("gone", "no_article")
"""What says that there is no article at an address."""
JUDGED_BEFORE = "was gone"
"""The reason of an article that is pending though one of these was taken at its word, for it was announced again."""


def note_doubt(db: sqlite3.Connection, one: Doubted) -> None:
    """Note it as the reason for which the article is pending; of what gave no answer only where it is."""
    if one.since is None:
        db.execute("UPDATE articles SET reason = ? WHERE key = ? AND status = 'pending'", (one.sign, one.key))
        return
    reason = f"{_DOUBTED}{one.sign}{_SINCE}{one.since}"
    db.execute("UPDATE articles SET status = 'pending', reason = ? WHERE key = ?", (reason, one.key))


def doubted_since(reason: str | None) -> str | None:
    """Since when an article with such a reason is in doubt; None where it is not.

    >>> doubted_since("in doubt: gone, since 2026-11-29T01:00:00+00:00"), doubted_since("timeout")
    ('2026-11-29T01:00:00+00:00', None)
    """
    return (
        reason.rpartition(_SINCE)[2] if reason and reason.startswith(_DOUBTED) and _SINCE in reason else None
    )


def insert_article(db: sqlite3.Connection, one: Found, now: str) -> None:
    """Give an article that nobody knew its row: it is pending."""
    db.execute(
        "INSERT INTO articles (key, portal, url, status, newest, discovery, first_seen, last_seen) "
        "VALUES (?, ?, ?, 'pending', ?, ?, ?, ?)",
        (one.key, one.portal, one.url, one.newest, discovery_json(one.discovery), now, now),
    )


def finish_article(db: sqlite3.Connection, one: Done, run: int) -> None:
    """Note what came of an article in a run."""
    answered = one.status in ("done", "elsewhere", "moved")
    db.execute(
        "UPDATE articles SET status = ?, reason = ?, fetched_at = coalesce(?, fetched_at), "
        "etag = coalesce(?, etag), last_modified = coalesce(?, last_modified), "
        "payload_digest = coalesce(?, payload_digest), content_digest = coalesce(?, content_digest), "
        "revision = revision + ?, attempts = CASE WHEN ? THEN 0 ELSE attempts + ? END, "
        "announced = json_extract(discovery, '$.lastmod') WHERE key = ?",
        (
            one.status, one.reason, one.fetched_at, one.etag, one.last_modified, one.payload_digest,
            one.content_digest, one.is_revision, answered, one.turns, one.key,
        ),
    )  # fmt: skip
    if one.is_revision:
        note_revision(db, one, run)
    note_text(db, one)


def note_revision(db: sqlite3.Connection, one: Done, run: int) -> None:
    """Note that a run wrote a line of an article, whose row has been counted up for it."""
    db.execute(
        "INSERT INTO revisions SELECT key, revision, ?, ?, ?, ? FROM articles WHERE key = ?",
        (one.fetched_at, one.payload_digest, one.content_digest, run, one.key),
    )


def note_text(db: sqlite3.Connection, one: Done) -> None:
    """Note what an article's record says; what a line said is replaced by another line alone."""
    if one.text and one.record_id:
        db.execute(
            "INSERT INTO texts VALUES (?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET key = excluded.key, text = excluded.text WHERE ?",
            (one.record_id, one.key, one.text, one.is_revision),
        )


def told_by(db: sqlite3.Connection, record_id: str, text: str) -> str | None:
    """The key of the article whose line is the last one with an id, where that is there and has the text; else None."""
    sql = (
        "SELECT key FROM texts JOIN articles USING (key) WHERE id = ? AND text = ? "
        "AND articles.content_digest IS NOT NULL"
    )
    row = db.execute(sql, (record_id, text)).fetchone()
    return row[0] if row else None
