"""What the spider yields: one fetched article page, and what the pipelines make of it."""

from __future__ import annotations

from dataclasses import dataclass

from scrapy import Request
from scrapy.http import Response

from newsbot.items import Discovery, Origin
from newsbot.snapshot import Snapshot, header_map, header_text
from newsbot.workers.reading import Reading

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
    lines = ((name, value) for name, values in response.headers.items() for value in values)
    return Snapshot(
        body=response.body,
        url=response.url,
        status=response.status,
        headers=header_map((name.decode("latin-1"), header_text(value)) for name, value in lines),
        fetched_at=response.request.meta.get(FETCHED_AT) if response.request else None,
        origin=Origin(kind="live"),
        discovery=discovery,
    )
