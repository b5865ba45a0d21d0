"""What the spider yields: one fetched article page, and what the pipelines make of it."""

from __future__ import annotations

from dataclasses import dataclass

from scrapy import Request
from scrapy.http import Response

from newsbot.items import Discovery, Origin
from newsbot.pipelines.reading import Reading
from newsbot.snapshot import Snapshot

FETCHED_AT = "newsbot_fetched_at"
"""The request's meta key for the moment its answer came, ISO 8601 in UTC to the second: record and WARC share it."""


@dataclass(slots=True)
class Fetched:
    """One article page. `key` is the article's key in the state, `reading` what the stream made of its pages."""

    key: str
    snapshot: Snapshot
    request: Request
    reading: Reading | None = None


def snapshot_of(response: Response, discovery: Discovery | None = None) -> Snapshot:
    """The snapshot of a response: its body after content decoding, its headers, its moment."""
    names = {name.decode("latin-1"): _last(values) for name, values in response.headers.items()}
    return Snapshot(
        body=response.body,
        url=response.url,
        status=response.status,
        headers=names,
        fetched_at=response.request.meta.get(FETCHED_AT) if response.request else None,
        origin=Origin(kind="live"),
        discovery=discovery,
    )


def _last(values: list[bytes]) -> str:
    return values[-1].decode("latin-1") if values else ""
