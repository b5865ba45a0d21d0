"""The inspector: a saved page beside its record, marked, compared and corrected, on this machine alone."""

from __future__ import annotations

NEEDS_EXTRA = "the inspector needs the extra: pip install 'newsbot[inspect]'"
