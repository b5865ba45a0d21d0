"""What may be found wrong with what a crawl left: codes that are stable, and what follows from each."""

from __future__ import annotations

from dataclasses import dataclass

NEXT_RUN, REPAIR, NOBODY = "the next run", "newsbot repair", "nobody"
FINDINGS: dict[str, tuple[str, str]] = {
    "manifest_lost": ("there are files of a crawl and no manifest", REPAIR),
    "manifest_unreadable": ("the manifest is none: cut, or of another hand", REPAIR),
    "manifest_of_another_state": ("the manifest names another state than the one here", NOBODY),
    "manifest_differs": ("the manifest states other rows, bytes or digest than the state", REPAIR),
    "not_in_manifest": ("a whole file of the state that the manifest does not list", REPAIR),
    "only_in_manifest": (
        "the manifest lists a file that is not there and that the state does not know",
        REPAIR,
    ),
    "state_lost": ("there are files of a crawl and no state", REPAIR),
    "state_damaged": ("the state cannot be read, or not all of it", REPAIR),
    "file_missing": ("a whole file that the state knows is not there: taken away, or lost", REPAIR),
    "file_short": ("a file has fewer bytes than were committed of it", REPAIR),
    "file_damaged": ("a whole file has other bytes than were written: its digest is another", REPAIR),
    "file_unknown_to_state": (
        "the manifest lists a file that the state does not know: the state is older",
        REPAIR,
    ),
    "file_unlisted": ("a file that neither the state nor the manifest knows", REPAIR),
    "file_unfinished": (
        "the file of a run that was killed, or that goes on: all that was committed is there",
        NEXT_RUN,
    ),
    "lines_unknown_to_state": ("the files of a run have more records than the state says it wrote", REPAIR),
    "warc_cut": ("a WARC file ends within a record", REPAIR),
    "warc_damaged": (
        "records of a WARC file cannot be read, or are not what their digests say; all others can be",
        NOBODY,
    ),
    "index_missing": ("there is no index beside a WARC file", REPAIR),
    "index_differs": ("the index beside a WARC file does not say what the file holds", REPAIR),
    "warc_unfinished": ("the WARC file of a run that was killed, or that goes on", NEXT_RUN),
    "evidence_missing": ("records whose answer is in no WARC file, of a run that has such files", NOBODY),
}
"""Code, meaning, and who mends it. What the next run mends is no fault."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not agree: its code, the file it is about, and what exactly."""

    code: str
    where: str
    detail: str = ""
    is_expected: bool = False

    @property
    def mended_by(self) -> str:
        """Who mends it: the next run, `newsbot repair`, or nobody."""
        return FINDINGS[self.code][1]

    @property
    def is_fault(self) -> bool:
        """Whether something is wrong, and not only unfinished, or said to be so."""
        return self.mended_by != NEXT_RUN and not self.is_expected


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done: what, to which file, with which result."""

    what: str
    where: str
    detail: str = ""
