"""A body while it is read: what each block turns out to be is added to it, and what leaves it is counted."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsbot.extractors.body.blocks import TextBlock
from newsbot.extractors.raw import LONGEST_REMOVED, Body, Candidate, RawImage, RawVideo, Witness
from newsbot.items import Bin, Related, Removed
from newsbot.language.sign_offs import is_initials
from newsbot.pages.addresses import plays_video


@dataclass(slots=True)
class Draft:
    """The blocks that stay so far, and what was found beside them.

    `witness` says of names in it who read them.
    """

    witness: Witness
    blocks: list[TextBlock] = field(default_factory=list)
    bylines: list[Candidate] = field(default_factory=list)
    images: list[RawImage] = field(default_factory=list)
    initials: str | None = None
    captions: dict[str, str | None] = field(default_factory=dict)
    """The captions of players by their addresses."""
    _removed: dict[tuple[str, Bin, str], int] = field(default_factory=dict)
    _related: dict[Related, None] = field(default_factory=dict)

    def remove(self, rule: str, bin_: Bin, text: str) -> None:
        """Note what leaves the body, by which rule, and what it is; a text that is printed twice counts two."""
        key = (rule, bin_, text[:LONGEST_REMOVED])
        self._removed[key] = self._removed.get(key, 0) + 1

    def relate(self, text: str, url: str | None = None) -> None:
        """Note another story that the body leads to, once."""
        if text:
            self._related.setdefault(Related(text, url))

    def byline(self, text: str, rule: str) -> None:
        """Note a line that may name somebody."""
        self.bylines.append(Candidate(text, self.witness, rule))

    def sign(self, mark: str) -> None:
        """Note a sign-off; the first is the text's, and asterisks alone are nobody's."""
        if not self.initials and is_initials(mark):
            self.initials = mark

    def _video(self, url: str) -> RawVideo:
        return RawVideo(url, self.captions.get(url))

    def finished(self, witness: tuple[Witness, str] | None) -> Body:
        """The body that was read, and who found it by which rule."""
        embedded = (block.url for block in self.blocks if block.type == "embed")
        removed = tuple(Removed(*key, count) for key, count in self._removed.items())
        return Body(
            blocks=tuple(self.blocks),
            removed=removed,
            related=tuple(self._related),
            bylines=tuple(self.bylines),
            initials=self.initials,
            images=tuple(self.images),
            videos=tuple(self._video(url) for url in embedded if url and plays_video(url)),
            witness=witness,
        )
