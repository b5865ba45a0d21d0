"""Files of lines, packed as their name says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from newsbot.durable.lines import PartFile
from newsbot.durable.packing import packer_for


@contextmanager
def lines_to(path: Path) -> Iterator[PartFile]:
    """A new file of lines, `.gz` and `.zst` packed; it stands under its name when the block ends well, and is gone
    otherwise: nothing goes on with it."""
    with closing(PartFile(path, packer=packer_for(path))) as file:
        try:
            yield file
        except BaseException:
            file.part.unlink(missing_ok=True)
            raise
        file.finish()
