"""Whether a page is the one that a record was read from, as far as the record tells of it."""

from __future__ import annotations

import dataclasses
from typing import Any

from newsbot.items import Discovery
from newsbot.normalizers.urls import clean_url
from newsbot.pages.opt_out import opt_outs
from newsbot.snapshot import Snapshot

_HEADER = "header "
"""How the details of an `opt_out` begin that was stated by the server and not by the page."""


def documents(record: dict[str, Any]) -> list[dict[str, Any]]:
    """What the record tells of each document that it is of, the one of its own keys first: `url`, `fetched_at`, `http`,
    `payload_digest`, `origin`."""
    metadata = record["metadata"]
    return [{"url": record["url"], **metadata}, *metadata["pages"]]


def document_at(record: dict[str, Any], snapshot: Snapshot) -> dict[str, Any] | None:
    """What the record tells of the document that lay where the page does; None where none did."""
    wanted = dataclasses.asdict(snapshot.origin)
    return next((told for told in documents(record) if told["origin"] == wanted), None)


def is_same_page(record: dict[str, Any], told: dict[str, Any], snapshot: Snapshot) -> bool:
    """Whether bytes, address, moment and what the server said are those that the record tells of one of its documents.

    Headers that leave no trace in a record are not compared. What is said of rights is in the record for all of its
    documents together, so here it is only not to be more than that.
    """
    problems = record["metadata"]["problems"]
    return (
        told.get("payload_digest") == snapshot.digest
        and told.get("fetched_at") == snapshot.fetched_at
        and (snapshot.url is None or told.get("url") == (clean_url(snapshot.url) or told.get("url")))
        and ("discovery" not in told or told["discovery"] == _plain(snapshot.discovery))
        and _facts(told["http"]) == _facts_now(snapshot)
        and reserved_now(snapshot) <= reserved(record)
        and all(dataclasses.asdict(problem) in problems for problem in snapshot.problems)
    )


def reserved(record: dict[str, Any]) -> set[str]:
    """What the servers of the record's documents said of rights."""
    said = (one.get("detail") for one in record["metadata"]["problems"] if one.get("code") == "opt_out")
    return {detail for detail in said if detail and detail.startswith(_HEADER)}


def reserved_now(snapshot: Snapshot) -> set[str]:
    """What the page's server says of rights."""
    return set(opt_outs(snapshot.headers, {}))


def _plain(discovery: Discovery | None) -> dict[str, Any] | None:
    return dataclasses.asdict(discovery) if discovery else None


def _facts(http: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(http.get(name) for name in ("status", "content_type", "etag", "last_modified"))


def _facts_now(snapshot: Snapshot) -> tuple[Any, ...]:
    facts = (snapshot.headers.get(name) for name in ("content-type", "etag", "last-modified"))
    return snapshot.status, *facts
