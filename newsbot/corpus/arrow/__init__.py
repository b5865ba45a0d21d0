"""Records as Apache Arrow: a schema made from the classes of the record, and batches of rows. Needs pyarrow."""

from __future__ import annotations

NEEDS_EXTRA = "Parquet and Arrow need the extra: pip install 'newsbot[arrow]'"
