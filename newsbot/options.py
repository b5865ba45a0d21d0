"""How the stream is to read pages: known to who asks for it, who need not load what reads them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """`generic` switches the portal rules off, `verify` runs the generic extraction beside them, `portal` names the
    portal instead of the URL's host."""

    generic: bool = False
    verify: bool = False
    portal: str | None = None
