"""Files of lines, packed as their name says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from newsbot.durable.lines import PartFile
from newsbot.durable.packing import packer_for


@contextmanager
def lines_to(path: Path) -> Iterator[PartFile]:
    """A new file of lines, `.gz` and `.zst` packed; it stands under its name when the block ends well."""
    with closing(PartFile(path, packer=packer_for(path))) as file:
        yield file
        file.finish()
