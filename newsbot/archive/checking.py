"""Whether the records of a WARC file can be read, and which answers they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from newsbot.archive._records import Trouble, read_records
from newsbot.durable.gzip import whole_bytes
from newsbot.durable.warc import NEEDS_EXTRA, WarcMissing


@dataclass(slots=True)
class Checked:
    """A file as it was found: its answers by address and WARC date, the places that cannot be read, and where its last
    whole member ends if nothing that can be read follows."""

    answers: set[tuple[str, str]] = field(default_factory=set)
    troubles: list[tuple[int, str]] = field(default_factory=list)
    cut_at: int | None = None


def check_warc(path: Path) -> Checked:
    """Read a packed WARC file to its end. Raises WarcMissing without the WARC library."""
    try:
        import warcio  # noqa: F401
    except ImportError as error:
        raise WarcMissing(NEEDS_EXTRA) from error
    checked, last = Checked(), -1
    with path.open("rb") as file:
        whole, size = whole_bytes(file), path.stat().st_size
        for item in read_records(file):
            if isinstance(item, Trouble):
                checked.troubles.append((item.offset, item.detail))
            elif fault := item.breach:
                checked.troubles.append((item.offset, fault))
            else:
                last = item.offset
                if item.inner.rec_type in ("response", "revisit"):
                    checked.answers.add((item.field("WARC-Target-URI") or "", item.field("WARC-Date") or ""))
    if whole < size and last < whole:
        checked.cut_at = whole
    return checked
