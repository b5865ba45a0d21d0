"""A corpus as one page to look at: no network, no script that is needed, everything escaped."""

from __future__ import annotations

NEEDS_EXTRA = "the report needs the extra: pip install 'newsbot[report]'"
