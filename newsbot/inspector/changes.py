"""What a person changes: corrections of fields and texts, held until they leave as golden files or gold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from newsbot.inspector.corrections import BODY, Corrections, Refused
from newsbot.inspector.inspection import Inspection, Marked, read
from newsbot.inspector.keeping import keep_fixture, keep_gold


class Changes:
    """The corrections by the number of their entry, and by it the paths of what was kept in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.corrections: dict[int, Corrections] = {}
        self.kept: dict[int, list[str]] = {}

    def of(self, number: int) -> Corrections:
        """The corrections of an entry."""
        return self.corrections.setdefault(number, Corrections())

    def correct(
        self, found: Inspection, said: Mapping[str, str], mark: Callable[[], Marked | None]
    ) -> dict[str, str]:
        """Take a correction, or take it back; `mark` gives the marked page. Raises Refused."""
        record, corrections = found.record or {}, self.of(found.entry.number)
        name = said.get("name", "")
        if said.get("do") == "undo":
            corrections.undo(name)
        elif said.get("do") == "correct":
            corrections.correct(name, said.get("text", ""), record)
        elif (shown := mark()) is None:
            raise Refused("the page is not there: edit the text instead")
        elif name.startswith("block-"):
            corrections.toggle_block(name, record, shown.placed)
        else:
            corrections.toggle_removed(name, record, shown.placed)
        return {}

    def keep(self, found: Inspection, said: Mapping[str, str]) -> dict[str, str]:
        """Write a golden file or gold, and give its path. Raises Refused."""
        if found.snapshot is None:
            raise Refused("the page is not there")
        write = {"fixture": keep_fixture, "gold": keep_gold}.get(said.get("do", ""))
        if write is None:
            raise Refused("kept are fixtures and gold")
        number = found.entry.number
        corrections = self.of(number)
        if found.pages > 1 and BODY in corrections.values:
            raise Refused(
                "what is kept is one document, and the text is that of several: take its correction back"
            )
        record = (read(found.snapshot).record if found.pages > 1 else found.record) or {}
        path = write(self.folder, said.get("name", ""), found.snapshot, record, corrections)
        self.kept.setdefault(number, []).append(str(path))
        return {"path": str(path)}
