"""Pages of archives that were found by their heads: whether each was where it seemed.

Where a packed record ends is guessed by what stands there, so that the process that hands out pages need not unpack
them. Each worker reads to the true end and tells it. One guess that was wrong makes all that came after it doubtful:
nothing of that is kept.
"""

from __future__ import annotations

from newsbot.archive import PlacedPage, Proof, Seen, proved
from newsbot.workers.pages import Item


class Misplaced(RuntimeError):
    """A page of an archive is not where it seemed, or could not be read to its end; the message names it."""


class Proving:
    """Takes what reading the pages showed into what the reading of the sources has seen."""

    def __init__(self, seen: Seen) -> None:
        self._seen = seen

    def told(self, page: PlacedPage, proof: Proof | None) -> None:
        """Hear of one page; None where its worker was lost over it. Raises Misplaced."""
        if proof is None:
            raise Misplaced(f"the page in {page.name} at byte {page.offset} was not read to its end")
        if not proof.holds:
            raise Misplaced(f"the record in {page.name} at byte {page.offset} does not end as it seemed to")
        if proof.mismatch:
            self._seen.mismatched(page.order, page.name, page.offset, proof.mismatch)

    def pass_over(self, item: Item) -> None:
        """The same of an input that an interrupted run has done already."""
        if isinstance(item, PlacedPage):
            self.told(item, proved(item)[1])
