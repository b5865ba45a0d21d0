"""Places that bylines and datelines print."""

from __future__ import annotations

import tomllib
from importlib import resources

_DATA = tomllib.loads((resources.files("newsbot.language") / "data" / "places.toml").read_text("utf-8"))
PLACES: tuple[str, ...] = tuple(sorted(_DATA["names"], key=len, reverse=True))
"""Cities, regencies and capitals as printed, the longest first."""
