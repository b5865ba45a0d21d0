"""The files of a crawl's folder, brought to what its state says of them.

In any order of kills nothing is lost: a file is replaced in one step, and the state moves on when all of them are, so
that a repair which was killed is done again from the beginning.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import UTC, datetime
from pathlib import Path

from newsbot.durable.lines import part_of
from newsbot.durable.parts import Part, digest_of, run_of
from newsbot.state import State, folder_name
from newsbot.upkeep.aside import Aside, replace_file
from newsbot.upkeep.findings import Step
from newsbot.upkeep.lines import Line, lines_of, written_of
from newsbot.upkeep.survey import Stored, Survey, is_crawls, names_of


class Files:
    """The files of one folder on their way to what its state says of them; with `is_anew` the state is what is left of
    it, and learns from the files what it does not know. Of the runs that are `salvaged` it has rows of articles, and no
    row of the files that hold their lines."""

    def __init__(
        self, found: Survey, state: State, aside: Aside, *, is_anew: bool, salvaged: Collection[int] = ()
    ) -> None:
        self._found = found
        self._state = state
        self._aside = aside
        self._is_anew = is_anew
        self._salvaged = salvaged
        self._known = {part.name: part for part in state.files.parts()}
        self._listed = found.manifest or {}
        self._now = datetime.now(UTC).replace(microsecond=0).isoformat()
        self._kept: list[Part] = []
        self._lost: dict[int, int] = {}
        """Lines that are no longer there, by run."""
        self._empty: list[Path] = []
        self._steps: list[Step] = []

    def steps(self) -> list[Step]:
        """Bring each file to its place; what was done."""
        for name in filter(is_crawls, names_of(self._found)):
            self._one(name)
        self._lose_salvaged()
        for run, lines in sorted(self._lost.items()):
            self._ask_again(run, lines)
        self._state.mending.have_parts(folder_name(self._found.folder, self._found.state), self._kept)
        for path in self._empty:
            path.unlink()
        return self._steps

    def _one(self, name: str) -> None:
        stored, known = self._found.files.get(name), self._known.get(name)
        if stored is None:
            if known is not None:
                self._forgotten(known)
        elif known is not None:
            self._keep(stored, known)
        elif name in self._listed or self._is_anew:
            self._adopt(stored)
        elif not stored.is_open:  # the next run removes what nothing was committed of
            self._step("moved aside", name, f"nobody knows its {stored.rows} lines")
            self._aside.move(stored.path)

    def _step(self, what: str, where: str, detail: str) -> None:
        self._steps.append(Step(what, where, detail))

    def _forgotten(self, known: Part) -> None:
        """A file that is not there: taken away, if it was whole, else lost."""
        if known.sha256 is None:
            self._lose(known.name, known.rows)
            return
        self._step(
            "forgotten", known.name, f"it is not here; the articles of its {known.rows} lines stay done"
        )

    def _keep(self, stored: Stored, known: Part) -> None:
        """A file that the state knows: as it is, or what is whole of it."""
        if stored.is_open:
            is_whole = stored.bytes >= known.bytes
        else:
            is_whole = stored.is_as(known) if known.sha256 else stored.bytes == known.bytes
        if is_whole and not (stored.is_open and self._is_anew):
            self._kept.append(known)
            if self._rows(run_of(known.name)) > self._found.written.get(run_of(known.name), 0):
                self._learn(known.name, lines_of(stored.path))
            return
        self._mend(stored, known.rows)

    def _rows(self, run: int) -> int:
        """The records of a run by the state's files."""
        names = (name for name in self._known if name.startswith("parts/") and is_crawls(name))
        return sum(self._known[name].rows for name in names if run_of(name) == run)

    def _adopt(self, stored: Stored) -> None:
        """A file that the state does not know, and that is the crawl's."""
        listed = self._listed.get(stored.name)
        if listed is None or not stored.is_as(listed):
            self._mend(stored, listed.rows if listed else None)
            return
        self._kept.append(listed)
        self._learn(stored.name, lines_of(stored.path))

    def _mend(self, stored: Stored, rows: int | None) -> None:
        """Keep the whole lines of a file in a new one; `rows` is how many it had, where that is known."""
        good = self._is_good(stored.name)
        kept = sum(good(line) for line in lines_of(stored.path))
        if kept == stored.rows and not stored.is_open and rows is None:
            self._take_in(stored, kept)
            return
        former = self._aside.copy(stored.path)
        path = self._found.folder / stored.name
        replace_file(path, (line.data for line in lines_of(former) if good(line)))
        if stored.is_open:
            stored.path.unlink()
        if not kept:
            self._empty.append(path)
        else:
            self._kept.append(Part(stored.name, kept, path.stat().st_size, digest_of(path)))
            if self._is_anew or stored.name not in self._known:
                self._learn(stored.name, lines_of(path))
        lost = max(0, rows - kept) if rows is not None else 0
        self._lose(stored.name, lost)
        told = f"{kept} of {rows} lines" if rows is not None else f"{kept} lines"
        self._step("written anew", stored.name, f"{told} are whole")

    def _lose(self, name: str, lines: int) -> None:
        """Lines of a file that are nowhere: their articles are asked for again."""
        if lines and name.startswith("parts/"):
            self._lost[run_of(name)] = self._lost.get(run_of(name), 0) + lines

    def _lose_salvaged(self) -> None:
        """Lines of salvaged runs that are in no file, unless files of the run were taken away whole."""
        counts = self._state.mending.lines_by_run()
        away = {run_of(name) for name in self._listed if is_crawls(name) and name not in self._found.files}
        for run in self._salvaged:
            kept = [part for part in self._kept if part.name.startswith("parts/")]
            here = sum(part.rows for part in kept if run_of(part.name) == run)
            if here < counts.get(run, 0) and run not in away:
                self._lost[run] = counts[run] - here

    def _take_in(self, stored: Stored, rows: int) -> None:
        """A whole file that no manifest lists: the crawl's, unless it only repeats others."""
        fresh = self._learn(stored.name, lines_of(stored.path))
        if not fresh and stored.name.startswith("parts/"):
            self._step("moved aside", stored.name, "all its lines are in other files")
            self._aside.move(stored.path)
            return
        self._kept.append(Part(stored.name, rows, stored.bytes, stored.sha256))
        self._step("taken in", stored.name, f"{rows} lines")

    def _is_good(self, name: str) -> Callable[[Line], bool]:
        """Whether a line is as it was written: by the state where that has its digest, else by its own."""
        if name.startswith("rejects/"):
            return lambda line: line.value is not None
        written = {} if self._is_anew else self._state.mending.written(run_of(name))
        if not written:
            return lambda line: line.is_sound
        return lambda line: line.digest in written

    def _learn(self, name: str, lines: Iterable[Line]) -> int:
        """Have the state know the articles of lines; of how many it did not know."""
        said = [one for line in lines if (one := written_of(line, name))]
        fresh = self._state.mending.adopt(said, self._now)
        moments = sorted(one.done.fetched_at for one in said if one.done.fetched_at)
        portals = sorted({one.found.portal for one in said})
        self._state.mending.note_run(run_of(name), moments[0] if moments else self._now, portals)
        if fresh:
            self._step("articles noted as done", name, str(fresh))
        return fresh

    def _ask_again(self, run: int, lines: int) -> None:
        """Make the articles of lost lines pending again."""
        here = {
            line.digest
            for part in self._kept
            if part.name.startswith("parts/") and run_of(part.name) == run
            for line in lines_of(self._path(part.name))
        }
        written = self._state.mending.written(run)
        keys = [key for digest, keys in written.items() if digest not in here for key in keys]
        asked, older = self._state.mending.ask_again(run, keys)
        detail = f"{asked} of {lines} lost lines"
        if asked > lines:
            detail = f"{asked}: {lines} lines are lost, and files of this run were taken away"
        if older:
            detail += f"; {older} said what later lines say anew"
        self._step("articles asked for again", f"run {run}", detail)

    def _path(self, name: str) -> Path:
        path = self._found.folder / name
        return path if path.exists() else part_of(path)
