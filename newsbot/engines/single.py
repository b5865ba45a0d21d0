"""One page in memory, one record out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from newsbot.items import Article, NotAPage, Origin
from newsbot.snapshot import Snapshot
from newsbot.stream import process

_TAG = re.compile(rb"<(?:[a-zA-Z][a-zA-Z0-9]*[\s/>]|!doctype|!--|/[a-zA-Z])", re.IGNORECASE)


def extract(
    body: bytes | str,
    *,
    url: str | None = None,
    fetched_at: datetime | str | None = None,
    headers: Mapping[str, str] | None = None,
) -> Article:
    """The record of one page, of whatever kind the page is.

    `body` is a page's bytes, or text: HTML, or plain text where it has no tag. `url`, `fetched_at` (ISO 8601
    with an offset, or an aware datetime) and the response's `headers` are facts that the page itself does not
    hold; without them what hangs on them stays null.

    Raises NotAPage, a ValueError with a `reason`, for what is no page at all (empty, binary, over the limit),
    and ValueError for a `fetched_at` that is no moment.

    >>> page = "<title>Banjir Surut</title><h1>Banjir Surut</h1><p>" + "Warga mulai membersihkan rumah. " * 9
    >>> extract(page, url="https://contoh.id/banjir").headline
    'Banjir Surut'
    >>> try:
    ...     extract(b"")
    ... except NotAPage as error:
    ...     error.reason
    'empty'
    """
    data, known = _as_bytes(body, headers or {})
    origin = Origin(kind="html" if is_html(data) else "text")
    outcome = process(Snapshot(data, url, None, known, _moment(fetched_at), origin))
    if outcome.reject is not None:
        raise NotAPage(outcome.reject.reason, outcome.reject.detail)
    if outcome.article is None:
        raise NotAPage("no_outcome", "the stream gave neither an article nor a reject")
    return outcome.article


def is_html(data: bytes) -> bool:
    """Whether the bytes hold a tag, in whatever encoding; what holds none is plain text.

    >>> is_html(b"<p>Hujan lebat"), is_html(b"suhu < 20 derajat")
    (True, False)
    """
    return _TAG.search(data.replace(b"\0", b"")) is not None


def _as_bytes(body: bytes | str, headers: Mapping[str, str]) -> tuple[bytes, dict[str, str]]:
    """A str was decoded already, so a charset that the page or server names is no longer true of it."""
    known = {name.lower(): value for name, value in headers.items()}
    if isinstance(body, bytes):
        return body, known
    mime = known.get("content-type", "text/html").partition(";")[0].strip()
    return body.encode("utf-8", "replace"), {**known, "content-type": f"{mime}; charset=utf-8"}


def _moment(value: datetime | str | None) -> str | None:
    if value is None:
        return None
    moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError(f"fetched_at needs an offset: {value}")
    return moment.isoformat() if isinstance(value, datetime) else value
