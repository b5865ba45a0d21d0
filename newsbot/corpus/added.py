"""The keys that commands add to records that are written already, at their end: no page has them, a corpus has.

A record without them is as good a record; a table has a column for each, null where no command has added it.
"""

from __future__ import annotations

from typing import Any, Literal

Relation = Literal["same_article", "network_copy", "wire_copy", "rewrite", "boilerplate_twin"]
"""What a record is to the head of its cluster; docs/duplicates.md tells them apart."""

ADDED: dict[str, Any] = {"cluster_id": str | None, "duplicate_of": str | None, "relation": Relation | None}
"""By name, in order, the type of each: those of `newsbot dedupe`."""
