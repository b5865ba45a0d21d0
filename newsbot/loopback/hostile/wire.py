"""Answers in an article's place that are not formed as HTTP is: heads, lengths and chunks that lie."""

from __future__ import annotations

from newsbot.loopback.hostile._parts import STORY, Answers, story
from newsbot.loopback.reply import Reply


def _sent(*lines: str | bytes, body: str | bytes = "", status: str = "HTTP/1.1 200 OK") -> Reply:
    """These lines behind the status line, an empty one, and the body; then the connection ends."""
    head = b"".join(
        _bytes(line) + b"\r\n" for line in (status, "Content-Type: text/html; charset=utf-8", *lines)
    )
    return Reply(200, head + b"\r\n" + _bytes(body), manner="raw")


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode("latin-1")


def _whole(place: str, *lines: str | bytes, status: str = "HTTP/1.1 200 OK") -> Reply:
    """A story of the right length behind further lines."""
    body = story(place)
    return _sent(*lines, f"Content-Length: {len(body)}", body=body, status=status)


def _chunks(*chunks: bytes, lines: tuple[str, ...] = ()) -> Reply:
    return _sent("Transfer-Encoding: chunked", *lines, body=b"".join(chunks))


def _chunk(text: str, size: str | None = None) -> bytes:
    return f"{size or format(len(text), 'x')}\r\n{text}\r\n".encode()


_END = b"0\r\n\r\n"
_CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
_HINTS = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n"
_EARLY = _whole("laut").data
WIRE: Answers = {
    "kepala-tanpa-akhir": ("headers without an end", Reply(200, manner="endless_head")),
    "kepala-panjang": ("one header line of 1 MB", lambda *_: _whole("x", "X-Panjang: " + "a" * 1_000_000)),
    "kue-seratus": ("a page with 100 cookies", _whole("kebun", *(f"Set-Cookie: k{n}=1" for n in range(100)))),
    "kue-sepuluh-ribu": (
        "10,000 cookies",
        lambda *_: _whole("x", *(f"Set-Cookie: k{n}=1" for n in range(10_000))),
    ),
    "kepala-nol": ("NUL in a header", _whole("sawah", b"X-Nol: a\x00b")),
    "kepala-tanpa-titik-dua": ("a header line without a colon", _whole("ladang", "tanpa titik dua")),
    "kepala-terlipat": ("a header that goes on in the next line", _whole("hutan", "X-Lipat: a", "  b")),
    "kepala-biner": ("bytes of no character set in a header", _whole("gunung", b"X-Biner: \xff\xfe\x80")),
    "lebih-panjang": ("more bytes than its Content-Length says", Reply(200, STORY, manner="overlong")),
    "panjang-minus": ("a Content-Length below zero", _sent("Content-Length: -5", body=STORY)),
    "panjang-kata": ("a Content-Length that is no number", _sent("Content-Length: banyak", body=STORY)),
    "panjang-dua": (
        "two lengths that differ",
        _sent("Content-Length: 10", f"Content-Length: {len(STORY)}", body=STORY),
    ),
    "panjang-raksasa": ("a Content-Length of a terabyte", _sent("Content-Length: 1000000000000", body=STORY)),
    "panjang-nol": ("a Content-Length of 0, and a body", _sent("Content-Length: 0", body=STORY)),
    "tanpa-isi": ("a head, and the connection ends", _sent(f"Content-Length: {len(STORY)}")),
    "potongan-baik": (
        "a page in chunks, with extensions",
        _chunks(_chunk(story("pulau"), f"{len(story('pulau')):x};a=b"), _END),
    ),
    "potongan-kata": ("a chunk whose size is no number", _chunks(_chunk(STORY, "zz"), _END)),
    "potongan-minus": ("a chunk whose size is below zero", _chunks(_chunk(STORY, "-5"), _END)),
    "potongan-raksasa": ("a chunk that announces 16 EB", _chunks(_chunk(STORY, "f" * 16), _END)),
    "potongan-terpotong": ("chunks that break off", _chunks(_chunk(STORY))),
    "potongan-ekor": (
        "chunks with 10,000 lines behind them",
        lambda *_: _chunks(_chunk(STORY), b"0\r\n" + b"X-Ekor: a\r\n" * 10_000 + b"\r\n"),
    ),
    "potongan-dan-panjang": (
        "chunks and a Content-Length at once",
        _chunks(_chunk(story("teluk")), _END, lines=("Content-Length: 10",)),
    ),
    "seratus": (
        "2,000 answers of 100 before the page",
        lambda *_: Reply(200, _CONTINUE * 2_000 + _EARLY, manner="raw"),
    ),
    "isyarat": ("103 with hints before the page", Reply(200, _HINTS + _whole("tanjung").data, manner="raw")),
    "pindah-protokol": (
        "101, to a protocol that nobody asked for",
        _sent("Upgrade: h2c", status="HTTP/1.1 101 Switching"),
    ),
    "tanpa-kata": ("a status without words", _whole("selat", status="HTTP/1.1 200")),
    "status-kata": ("a status that is no number", _whole("x", status="HTTP/1.1 baik OK")),
    "versi-aneh": ("HTTP of version 9.9", _whole("danau", status="HTTP/9.9 200 OK")),
    "icy": ("the status line of a radio", _whole("x", status="ICY 200 OK")),
    "http-0-9": ("HTTP/0.9: a page without a head", Reply(200, STORY, manner="raw")),
    "baris-saja": (
        "line feeds for line ends",
        Reply(200, _whole("rawa").data.replace(b"\r\n", b"\n"), manner="raw"),
    ),
    "sampah": ("bytes at random", Reply(200, bytes(range(256)) * 40, manner="raw")),
    "dua-jawaban": ("a second answer behind the first", Reply(200, _whole("x").data * 2, manner="raw")),
}
