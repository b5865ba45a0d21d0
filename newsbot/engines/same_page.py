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


def is_same_page(record: dict[str, Any], snapshot: Snapshot) -> bool:
    """Whether bytes, address, moment and what the server said are those that the record holds; headers that leave no
    trace in a record are not compared."""
    metadata = record["metadata"]
    return (
        metadata.get("payload_digest") == snapshot.digest
        and metadata.get("fetched_at") == snapshot.fetched_at
        and (snapshot.url is None or record.get("url") == (clean_url(snapshot.url) or record.get("url")))
        and metadata.get("discovery") == _plain(snapshot.discovery)
        and _said_by_server(metadata) == _said_now(snapshot)
        and all(dataclasses.asdict(problem) in metadata["problems"] for problem in snapshot.problems)
    )


def _plain(discovery: Discovery | None) -> dict[str, Any] | None:
    return dataclasses.asdict(discovery) if discovery else None


def _said_by_server(metadata: dict[str, Any]) -> tuple[Any, ...]:
    http = metadata["http"]
    reserved = (one.get("detail") for one in metadata["problems"] if one.get("code") == "opt_out")
    facts = (http.get(name) for name in ("status", "content_type", "etag", "last_modified"))
    return (*facts, sorted(said for said in reserved if said and said.startswith(_HEADER)))


def _said_now(snapshot: Snapshot) -> tuple[Any, ...]:
    facts = (snapshot.headers.get(name) for name in ("content-type", "etag", "last-modified"))
    return (snapshot.status, *facts, sorted(opt_outs(snapshot.headers, {})))
