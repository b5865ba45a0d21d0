"""Digests that WARC records state, checked on the bytes as they are read."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from typing import Any

from warcio.limitreader import LimitReader
from warcio.recordloader import ArcWarcRecordLoader

_INTERIM = re.compile("1(?!01)[0-9]{2}")
_MAX_INTERIM = 8
_SIZES = {"sha1": 20, "sha256": 32, "sha512": 64, "md5": 16}


class CheckingLoader(ArcWarcRecordLoader):  # type: ignore[misc] # warcio is not typed
    """Loads records whose stream knows, at its end, whether it was what the record's digests say.

    `mended` says whether the last record's address had blanks, which are read as %20. warcio logs such an address as
    it is, with whatever it does to a terminal: here it is told of by who counts it.
    """

    mended = False

    def _ensure_target_uri_format(self, rec_headers: Any) -> str | None:
        stated = rec_headers.get_header("WARC-Target-URI")
        bare = stated[1:-1] if stated and stated.startswith("<") and stated.endswith(">") else stated
        url = bare.replace(" ", "%20") if bare else bare
        self.mended = url != bare
        if url != stated:
            rec_headers.replace_header("WARC-Target-URI", url)
        return None if url is None else str(url)

    def load_http_headers(self, rec_type: str, uri: str | None, stream: Any, length: int | None) -> Any:
        """The header block of the answer itself, behind those that only say that one will come (100, 103)."""
        http = super().load_http_headers(rec_type, uri.lower() if uri else uri, stream, length)
        for _ in range(_MAX_INTERIM):
            if rec_type != "response" or http is None or not _INTERIM.fullmatch(http.get_statuscode() or ""):
                break
            try:
                http = self.http_parser.parse(stream)
            except EOFError:  # there is no other
                break
        return http

    def wrap_digest_verifying_stream(
        self, stream: Any, rec_type: str, rec_headers: Any, digest_checker: Any, length: int | None = None
    ) -> tuple[Any, bool]:
        """The stream under watch, for a record that states a digest of itself."""
        is_of_another = rec_type == "revisit" or rec_headers.get_header("WARC-Segment-Number")
        payload = (
            None if is_of_another else _Digest.of("payload", rec_headers.get_header("WARC-Payload-Digest"))
        )
        block = _Digest.of("block", rec_headers.get_header("WARC-Block-Digest"))
        if not (payload or block):
            return stream, False
        return CheckingReader(stream, length or 0, block, payload), True


class CheckingReader(LimitReader):  # type: ignore[misc]
    """A record's block; after its last byte `mismatches` names the digests that are not those of the bytes."""

    def __init__(self, stream: Any, limit: int, block: _Digest | None, payload: _Digest | None) -> None:
        super().__init__(stream, limit)
        self._block, self._payload = block, payload
        self._in_payload = False

    def begin_payload(self) -> None:
        """What comes from here on is the payload."""
        self._in_payload = True

    @property
    def mismatches(self) -> list[str]:
        """`block` and `payload`, where they are not what is stated; nothing before the end is reached."""
        watched = (self._block, self._payload if self._in_payload else None)
        return [each.name for each in watched if each and self.limit == 0 and not each.holds()]

    def _update(self, buff: bytes) -> bytes:
        data: bytes = super()._update(buff)
        if self._block:
            self._block.take(buff)
        if self._payload and self._in_payload:
            self._payload.take(buff)
        return data


class _Digest:
    """A stated digest and that of the bytes so far."""

    def __init__(self, name: str, kind: str, stated: bytes) -> None:
        self.name = name
        self._stated = stated
        self._found = hashlib.new(kind, usedforsecurity=False)

    @classmethod
    def of(cls, name: str, stated: str | None) -> _Digest | None:
        """None where none is stated, or in a form that is not known: base16 and base32 of the usual kinds are."""
        kind, _, value = (stated or "").strip().partition(":")
        kind = kind.lower().replace("-", "")
        size = _SIZES.get(kind)
        data = _bytes_of(value, size) if size else None
        return cls(name, kind, data) if data else None

    def take(self, data: bytes) -> None:
        self._found.update(data)

    def holds(self) -> bool:
        return self._found.digest() == self._stated


def _bytes_of(value: str, size: int) -> bytes | None:
    try:
        data = (
            bytes.fromhex(value)
            if len(value) == 2 * size
            else base64.b32decode(value + "=" * (-len(value) % 8), casefold=True)
        )
    except (ValueError, binascii.Error):
        return None
    return data if len(data) == size else None
