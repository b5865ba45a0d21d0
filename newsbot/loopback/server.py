"""The invented portal on a loopback address, in a thread of its own."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

from newsbot.loopback.reply import Reply
from newsbot.loopback.site import Site

_DRIP = 0.5
"""Seconds between the few bytes of a slow reply."""
_SILENCE = 20.0
"""Seconds of a reply that says nothing."""
_ENDLESS = 1_000_000_000
"""Bytes after which even an endless reply stops, were anybody still there."""


class LoopbackServer:
    """Serves a site on 127.0.0.1, or another loopback address, at a free port (or `port`) while the context is open.

    >>> with LoopbackServer(Site(articles=1)) as server:
    ...     server.base.startswith("http://127.0.0.1:")
    True
    """

    def __init__(self, site: Site, port: int = 0, address: str = "127.0.0.1") -> None:
        self.site = site
        self._server = _Server((address, port), site)
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
        )

    @property
    def base(self) -> str:
        """The site's address, without a slash at its end."""
        address, port = self._server.server_address[:2]
        return f"http://{address!s}:{port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, address: tuple[str, int], site: Site) -> None:
        super().__init__(address, _Handler)
        self.site = site

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hung up is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "loopback", ""
    # head and body are two writes: together they would wait for the client's word
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:
        base = f"http://{self.headers.get('Host', '127.0.0.1')}"
        asked = {name.lower(): value for name, value in self.headers.items()}
        reply = self.server.site.answer(self.path, base, asked)
        with suppress(OSError):
            self._send(reply)
        self.close_connection = self.close_connection or reply.manner != "whole"

    def _send(self, reply: Reply) -> None:
        if reply.manner == "silent":
            time.sleep(_SILENCE)
        elif reply.manner == "no_http":
            self.wfile.write(b"220 ftp.contoh.id siap\r\n" * 3)
        elif reply.manner == "raw":
            self.wfile.write(reply.data)
        elif reply.manner == "endless_head":
            self.wfile.write(f"HTTP/1.1 {reply.status} OK\r\n".encode())
            for number in range(_ENDLESS // 1_000):
                self.wfile.write(f"X-Lagi-{number}: {'a' * 980}\r\n".encode())
        elif reply.manner != "hangs_up":
            self._send_head(reply)
            self._send_body(reply)

    def _send_body(self, reply: Reply) -> None:
        if reply.manner == "slow":
            self._drip(reply.data)
        elif reply.manner == "endless":
            for _ in range(_ENDLESS // len(reply.data)):
                self.wfile.write(reply.data)
        elif reply.status != 304:
            self.wfile.write(reply.data)

    def _send_head(self, reply: Reply) -> None:
        self.send_response(reply.status)
        if reply.manner == "endless":
            self.send_header("Content-Type", reply.content_type)
            self.send_header("Connection", "close")
        elif reply.status != 304:
            stated = {"cut": len(reply.data) + 1_000, "overlong": len(reply.data) // 2}
            self.send_header("Content-Type", reply.content_type)
            self.send_header("Content-Length", str(stated.get(reply.manner, len(reply.data))))
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.end_headers()

    def _drip(self, data: bytes) -> None:
        for start in range(0, len(data), 8):
            self.wfile.write(data[start : start + 8])
            self.wfile.flush()
            time.sleep(_DRIP)

    def log_message(self, *_: object) -> None:
        """The crawler keeps the log."""
