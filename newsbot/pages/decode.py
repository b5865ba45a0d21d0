"""The bytes of a page: the encoding they are in, and whether they are a page at all."""

from __future__ import annotations

import re
from typing import NamedTuple

from w3lib.encoding import html_body_declared_encoding, http_content_type_encoding, read_bom, resolve_encoding

from newsbot.items import NotAPage
from newsbot.snapshot import MAX_BODY, Snapshot

_MARKUP = re.compile(rb"<(?:!doctype|html|head|body|title|div|p|h1|article|meta|table|br|a)\b", re.IGNORECASE)
_BINARY = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"%PDF",
    b"PK\x03\x04",
    b"RIFF",
    b"\x00\x00\x01\x00",
    b"\x7fELF",
    b"OggS",
    b"ID3",
)


class Decoded(NamedTuple):
    """Text of a page with the encoding that gave it and whether bytes were lost on the way."""

    text: str
    charset: str
    lossy: bool = False


def decode(body: bytes, content_type: str | None = None) -> Decoded:
    """The text of a page's bytes: BOM, then valid UTF-8, then what header and meta declare, then windows-1252.

    Valid UTF-8 with letters beyond ASCII is never anything else, so it beats a declaration: kapanlagi (2015)
    declares iso-8859-1 over UTF-8 bytes.
    """
    encoding, mark = read_bom(body)
    if encoding and mark:
        return Decoded(body[len(mark) :].decode(encoding, "replace"), encoding)
    if wide := utf16_without_mark(body):
        return Decoded(body.decode(wide, "replace"), wide)
    try:
        return Decoded(body.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    text = body.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    if sum(1 for c in text if c > "\x7f") - lost >= 4 * lost:  # UTF-8 with a few torn characters
        return Decoded(text, "utf-8", lossy=True)
    declared = http_content_type_encoding(content_type) or html_body_declared_encoding(body) or "cp1252"
    charset = resolve_encoding(declared) or "cp1252"
    if charset == "utf-8":
        charset = "cp1252"
    text = body.decode(charset, "replace")
    return Decoded(text, charset, lossy="\ufffd" in text)


def utf16_without_mark(body: bytes) -> str | None:
    """The UTF-16 that a text without a byte order mark is in: one byte of nearly every pair is NUL, the other never."""
    sample = body[:1024]
    low, high = sample[0::2], sample[1::2]
    for zeros, letters, name in ((high, low, "utf-16-le"), (low, high, "utf-16-be")):
        if len(zeros) >= 32 and b"\x00" not in letters and 10 * zeros.count(0) >= 9 * len(zeros):
            return name
    return None


def refuse(snapshot: Snapshot) -> NotAPage | None:
    """Why the bytes are no page at all, or None where they may be one."""
    body = snapshot.body
    if snapshot.defect:
        return NotAPage(*snapshot.defect)
    if not body or body.isspace():  # strip() would copy the page
        return NotAPage("empty", "the page has no bytes but white space")
    if len(body) > MAX_BODY:
        return NotAPage("too_large", f"{len(body)} bytes, the limit is {MAX_BODY}")
    if body.startswith(_BINARY):
        return NotAPage("binary", f"the bytes begin like a binary file: {body[:4]!r}")
    is_text = snapshot.origin.kind == "text" and utf16_without_mark(body)
    if b"\x00" in body[:1024] and not body.startswith((b"\xff\xfe", b"\xfe\xff")) and not is_text:
        return NotAPage("binary", "the first kilobyte holds NUL bytes")
    if snapshot.origin.kind != "text" and not _MARKUP.search(
        body.replace(b"\x00", b"") if body[:2] in (b"\xff\xfe", b"\xfe\xff") else body
    ):
        return NotAPage("not_html", "no HTML tag in the bytes")
    return None
