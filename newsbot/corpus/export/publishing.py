"""An output of any kind, file or folder, that stands under its name when it is whole, and not at all otherwise."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsbot.durable.lines import sync_folder


@contextmanager
def published(path: Path, *, is_folder: bool) -> Iterator[Path]:
    """Where to write what is to be `path`: a name, or an empty folder, in a temporary folder beside it, in which there
    is room for other files as well. It gets its name when the block ends well: a file is replaced, a folder is new.

    Raises FileExistsError for a folder that holds something.
    """
    if is_folder and path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise FileExistsError(17, "holds something already; name a new folder", str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    room = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.parent))
    try:
        made = room / path.name  # formats look at the name: what is packed says so there
        if is_folder:
            made.mkdir()
        yield made
        _publish(made, path)
    finally:
        shutil.rmtree(room, ignore_errors=True)


def _publish(made: Path, path: Path) -> None:
    if made.is_dir():
        if path.exists():
            path.rmdir()
    else:
        with made.open("rb") as file:
            os.fsync(file.fileno())
    made.replace(path)
    sync_folder(path.parent)
