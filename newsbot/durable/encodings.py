"""Content encodings of HTTP undone within bounds: what servers pack for the way is unpacked as browsers do it."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable
from typing import Any

from newsbot.durable.gzip import MAGIC, Unpacked, gunzip
from newsbot.durable.zstd import MAGIC as ZSTD_MAGIC
from newsbot.durable.zstd import DecompressionParameter, ZstdDecompressor, ZstdError

try:
    import brotli
except ImportError:  # PyPy has the same library under another name
    import brotlicffi as brotli

MAX_LAYERS = 2
"""Content encodings of one body; servers send one, and two where a proxy packs what was packed."""
_CHUNK = 65_536
_WINDOW_LOG = 27
"""Zstd may ask for a window of gigabytes; 128 MB is what its own program unpacks unasked."""
_TEXT_BEGINS = (b"<", b"\xef\xbb\xbf", b" ", b"\r", b"\n", b"\t")


def layers(values: Iterable[str]) -> list[str]:
    """The encodings that the Content-Encoding lines of an answer name, in the order in which they were put on.

    >>> layers(["GZIP , br", "", "identity"])
    ['gzip', 'br']
    """
    names = (name.strip().lower() for value in values for name in value.split(","))
    return [name for name in names if name not in ("", "identity", "none")]


def undo(packed: bytes, names: list[str], limit: int) -> Unpacked:
    """The body without its encodings, the last put on undone first; no layer may be larger than `limit`.

    What is not packed although its header says so is left as it is (many archives store bodies unpacked under the
    old header), and so is what has an encoding that nobody knows.

    >>> undo(zlib.compress(b"padi"), ["deflate"], 100).data
    b'padi'
    >>> undo(b"<p>padi", ["br"], 100).data
    b'<p>padi'
    """
    found = Unpacked(packed)
    for name in reversed(names):
        if name not in _KNOWN:
            break
        before = found.data
        found = _KNOWN[name](before, limit)
        if found.fault in ("corrupt", "truncated") and before.startswith(_TEXT_BEGINS) and not found.data:
            found = Unpacked(before)
        if found.fault:
            break
    return found


def _gunzip(packed: bytes, limit: int) -> Unpacked:
    return gunzip(packed, limit) if packed.startswith(MAGIC) else Unpacked(packed)


def _inflate(packed: bytes, limit: int) -> Unpacked:
    """The standard says zlib; old servers of Microsoft send the bare stream."""
    found = _pumped(_Inflater(zlib.MAX_WBITS), packed, limit)
    return found if found.fault != "corrupt" else _pumped(_Inflater(-zlib.MAX_WBITS), packed, limit)


def _unbrotli(packed: bytes, limit: int) -> Unpacked:
    return _pumped(_Brotli(), packed, limit)


def _unzstd(packed: bytes, limit: int) -> Unpacked:
    """One frame or several; servers that stream may close a frame at each flush."""
    body = bytearray()
    while packed.startswith(ZSTD_MAGIC):
        frame = ZstdDecompressor(options={DecompressionParameter.window_log_max: _WINDOW_LOG})
        found = _pumped(_Zstd(frame), packed, limit - len(body))
        body += found.data
        if found.fault:
            return Unpacked(bytes(body), found.fault, found.detail)
        packed = frame.unused_data
    return Unpacked(bytes(body) or packed)


class _Inflater:
    """Deflate data, with or without the head of zlib."""

    def __init__(self, bits: int) -> None:
        self._inner = zlib.decompressobj(bits)

    def unpack(self, packed: bytes, room: int) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + packed, room)

    @property
    def is_done(self) -> bool:
        return self._inner.eof


class _Brotli:
    def __init__(self) -> None:
        self._inner: Any = brotli.Decompressor()

    def unpack(self, packed: bytes, room: int) -> bytes:
        return bytes(self._inner.process(packed, output_buffer_limit=room))

    @property
    def is_done(self) -> bool:
        return bool(self._inner.is_finished())


class _Zstd:
    def __init__(self, frame: ZstdDecompressor) -> None:
        self._inner = frame

    def unpack(self, packed: bytes, room: int) -> bytes:
        return self._inner.decompress(packed, room)

    @property
    def is_done(self) -> bool:
        return self._inner.eof


def _pumped(unpacker: _Inflater | _Brotli | _Zstd, packed: bytes, limit: int) -> Unpacked:
    """All that comes out, a chunk at a time, so that no more than a chunk above the bound is ever unpacked."""
    body = bytearray()
    try:
        chunk = unpacker.unpack(packed, _CHUNK)
        while chunk and len(body) <= limit:
            body += chunk
            chunk = b"" if unpacker.is_done else unpacker.unpack(b"", _CHUNK)
    except (zlib.error, ZstdError, brotli.error) as error:
        return Unpacked(bytes(body), "corrupt", f"damaged data ({error})")
    if len(body) > limit:
        return Unpacked(bytes(body[:limit]), "too_large", f"more than {limit} bytes")
    if not unpacker.is_done:
        return Unpacked(bytes(body), "truncated", f"the packed data ends early, after {len(body)} bytes")
    return Unpacked(bytes(body))


_KNOWN: dict[str, Callable[[bytes, int], Unpacked]] = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _inflate,
    "br": _unbrotli,
    "zstd": _unzstd,
}
