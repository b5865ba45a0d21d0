"""One answer of the invented portal, and how badly it is sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Manner = Literal[
    "whole", "slow", "cut", "overlong", "endless", "endless_head", "silent", "hangs_up", "no_http", "raw"
]
"""`slow` sends a few bytes a second, `cut` promises more bytes than it sends, `overlong` fewer, `endless` states no
length and does not stop, `endless_head` sends headers and does not stop, `silent` takes the question and says nothing,
`hangs_up` closes at once, `no_http` talks another protocol, `raw` sends its body as all there is on the wire, head
included."""


@dataclass(frozen=True, slots=True)
class Reply:
    """Status, body and headers; text is sent as UTF-8 unless the content type says otherwise."""

    status: int
    body: str | bytes = ""
    content_type: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    manner: Manner = "whole"

    @property
    def data(self) -> bytes:
        """The body as it is sent."""
        return self.body if isinstance(self.body, bytes) else self.body.encode()
