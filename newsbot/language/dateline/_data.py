"""The table of shapes, loaded once."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any

DATA: dict[str, Any] = tomllib.loads(
    (resources.files("newsbot.language.dateline") / "data" / "shapes.toml").read_text("utf-8")
)
"""``data/shapes.toml``: the names that sign any outlet's dateline, and the shapes of datelines."""
RUBRICS = frozenset(DATA["places"]["rubrics"])
"""First words of a rubric that stands where a place does."""
