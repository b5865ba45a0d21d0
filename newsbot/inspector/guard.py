"""Who may ask the inspector: a browser on this machine that was given the address, and nobody who only guesses it.

A page that somebody visits can send requests to this machine, by the name of its own host even (DNS rebinding). So
every request must name the inspector's own host and port, have the token in its path, and, where it changes
something, come from the inspector's own pages.
"""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from newsbot.inspector.saved import POLICY as SAVED_POLICY

Message = MutableMapping[str, Any]
App = Callable[
    [Message, Callable[[], Awaitable[Message]], Callable[[Message], Awaitable[None]]], Awaitable[None]
]

MOST_SENT = 2_000_000
"""Bytes of one request."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; connect-src 'self'; img-src data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)
SAVED = "/saved"
"""How the paths of saved pages end: their policy is stricter."""


class Guard:
    """An ASGI application that lets through to another one what may ask, and writes the headers of safety on what is
    answered. `host` is `127.0.0.1:8765`; `token` is the first step of every path."""

    def __init__(self, app: App, host: str, token: str) -> None:
        self.app = app
        self.host = host.encode()
        self.origin = b"http://" + self.host
        self.token = token.encode()

    async def __call__(
        self,
        scope: Message,
        receive: Callable[[], Awaitable[Message]],
        send: Callable[[Message], Awaitable[None]],
    ) -> None:
        if scope["type"] != "http":
            return  # no web socket is served, and nothing happens at start or end
        why = self._against(scope)
        if why is not None:
            await _answer(send, *why)
            return
        policy = SAVED_POLICY if scope["path"].endswith(SAVED) else POLICY

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = (*_HEADERS, (b"content-security-policy", policy.encode()))
                message["headers"] = [*message.get("headers", ()), *own]
            await send(message)

        await self.app(scope, receive, guarded)

    def _against(self, scope: Message) -> tuple[int, str] | None:
        """Status and reason where the request is refused."""
        headers = _single(scope["headers"])
        if headers is None or headers.get(b"host") != self.host:
            return 403, "This is served under another name."
        step = scope["path"].lstrip("/").partition("/")[0].encode("utf-8", "replace")
        if not hmac.compare_digest(step, self.token):
            return 403, "The address is not whole: open the one that the command printed."
        if scope["method"] in ("GET", "HEAD"):
            return None
        if scope["method"] != "POST":
            return 405, "This is not done here."
        if headers.get(b"origin") != self.origin:
            return 403, "Changes are made from the inspector's own pages alone."
        if headers.get(b"content-type", b"").partition(b";")[0].strip() != b"application/json":
            return 415, "Changes come as JSON."
        length = headers.get(b"content-length", b"")
        if not length.isdigit() or int(length[:12]) > MOST_SENT:
            return 413, f"More than {MOST_SENT} bytes, or of unknown length."
        return None


def _single(headers: list[tuple[bytes, bytes]]) -> dict[bytes, bytes] | None:
    """The headers by name; None where the host is named twice."""
    found = {name.lower(): value for name, value in headers}
    return None if sum(name.lower() == b"host" for name, _ in headers) > 1 else found


async def _answer(send: Callable[[Message], Awaitable[None]], status: int, text: str) -> None:
    own = (
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-security-policy", b"default-src 'none'"),
    )
    headers = [*own, *_HEADERS]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": text.encode() + b"\n"})
