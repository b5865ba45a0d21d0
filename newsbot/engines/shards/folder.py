"""The folder that a run in shards writes: parts, rejects, what is done, and a manifest when all of it is.

parts/NAME.jsonl             records of a shard, NAME the digest of what the shard is
rejects/NAME.jsonl           what gave no record
parquet/NAME-DIGEST.parquet  the records as a table, where that was asked for
done/NAME.json               that it is done: figures, lengths and digests; written last
edges/NAME.jsonl             pages of articles that may go on in the shards beside it
seams/NAME.jsonl             the part as it was before articles were joined across its ends
captures/NAME.bin            of an archive, its pages and revisits by name (`newsbot.archive.ledger`)
undecided/NAME.jsonl         revisits that its archive does not decide
manifest.json                the files in input order; there only while all shards of the run are done
"""

from __future__ import annotations

import json
import re
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from newsbot.durable.lines import part_of, sync_folder, write_whole
from newsbot.durable.lock import locked
from newsbot.durable.parts import MANIFEST, Part, digest_of
from newsbot.engines.shards import ShardError
from newsbot.engines.shards.cost import Cost
from newsbot.engines.shards.tables import name_of

PARTS, REJECTS, TABLES = "parts", "rejects", "parquet"
DONE, EDGES, SEAMS = "done", "edges", "seams"
CAPTURES, UNDECIDED = "captures", "undecided"
_KINDS = (DONE, PARTS, REJECTS, TABLES, EDGES, SEAMS, CAPTURES, UNDECIDED)
_SUFFIXES = {DONE: "json", CAPTURES: "bin"}
"""Of the files of a kind; the others are JSON Lines."""
_ATTEMPTS = "attempts"
_RUN = "run.json"
_FORMAT = 2
_FILE = re.compile(r"[0-9a-f]{32}(?:-[0-9a-f]{8})?\.(?:jsonl?|parquet|bin)(?:\.part)?")
SCHEMA = "newsbot.shards/1"


@dataclass(frozen=True, slots=True)
class Done:
    """A shard that was read: its files, how many inputs it has and their bytes, its figures and what it cost; of an
    archive the bytes of what it leaves for others, its revisits that others may decide, and by which answers it was
    read."""

    name: str
    shown: str
    inputs: int
    part: Part
    rejects: Part
    has_edges: bool
    summary: dict[str, Any]
    source_bytes: int = 0
    cost: Cost = field(default_factory=Cost)
    captures: int = 0
    revisits: int = 0
    answers: str = ""
    format: int = field(default=_FORMAT)

    @classmethod
    def of(cls, said: dict[str, Any]) -> Done:
        """What plain JSON types say of it. Raises KeyError or TypeError where they say something else."""
        files = {kind: Part(**said[kind]) for kind in ("part", "rejects")}
        return cls(**{**said, **files, "cost": Cost(**said["cost"])})


class Folder:
    """A run's folder. `begin` must be called before anything is written, by one process alone."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._said: dict[str, Any] = {}

    def file(self, kind: str, name: str) -> Path:
        """Where a file of a shard lies."""
        return self.path / kind / f"{name}.{_SUFFIXES.get(kind, 'jsonl')}"

    def table(self, part: Part) -> Path:
        """Where the table of a part lies."""
        return self.path / TABLES / f"{name_of(part)}.parquet"

    @contextmanager
    def begun(self, run: dict[str, Any], *, resume: bool) -> Iterator[None]:
        """The folder for this process alone, ready for a run that is known by `run`.

        With `resume` what such a run has done stays; else the folder is emptied of an earlier run. Raises ShardError
        where the folder is something else's, or holds another run that is to be gone on with; Conflict where another
        process writes it.
        """
        self.path.mkdir(parents=True, exist_ok=True)
        with locked(self.path):
            self._take(run, resume=resume)
            yield

    def _take(self, run: dict[str, Any], *, resume: bool) -> None:
        found = self._run()
        others = (path for path in self.path.iterdir() if path != part_of(self.path / _RUN))
        if found is None and any(others):
            raise ShardError(f"{self.path} is no folder of a run in shards, and not empty; name another one")
        if resume and found is not None:
            changed = sorted(key for key in run if found.get(key) != run[key])
            if changed:
                raise ShardError(
                    f"{self.path}: the interrupted run was another one ({', '.join(changed)} differ); run it as it "
                    "was, or without --resume to start anew"
                )
        elif found is not None:
            self._empty()
        self._said = {"format": _FORMAT, **run}
        self.dismiss()
        self.drop_attempts()
        for kind in _KINDS:
            (self.path / kind).mkdir(exist_ok=True)

    def _run(self) -> dict[str, Any] | None:
        try:
            found = json.loads((self.path / _RUN).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except ValueError as error:
            raise ShardError(f"{self.path / _RUN} cannot be read ({error}); name another folder") from error
        return found if isinstance(found, dict) else None

    def _empty(self) -> None:
        """Of an earlier run everything, and nothing else: first what says that shards are done."""
        self.retract()
        for kind in _KINDS:
            for path in _files(self.path / kind):
                path.unlink()

    @contextmanager
    def attempt(self) -> Iterator[Path]:
        """A folder for one attempt at a shard. Two attempts at the same shard do not meet: what a lost machine still
        writes lies in another one."""
        place = self.path / _ATTEMPTS / uuid.uuid4().hex
        place.mkdir(parents=True)
        try:
            yield place
        finally:
            shutil.rmtree(place, ignore_errors=True)

    def admit(self) -> str:
        """From now on attempts that know this word are committed, and no others: a worker of a run that was killed, or
        one that was given up, may come to its end when the shard was read otherwise, or its part joined with others.
        """
        ticket = uuid.uuid4().hex
        write_whole(self.path / _RUN, json.dumps({**self._said, "ticket": ticket}) + "\n")
        return ticket

    def dismiss(self) -> None:
        """From now on no attempt is committed."""
        write_whole(self.path / _RUN, json.dumps(self._said) + "\n")

    def require(self, ticket: str) -> None:
        """Raises ShardError where an attempt with this word is not to be committed."""
        if (self._run() or {}).get("ticket") != ticket:
            raise ShardError(
                f"the run in {self.path} no longer asks for this, or it is not the folder that the machine sees "
                "which asked: all machines of the cluster must see the same folder under the same path"
            )

    def commit(self, attempt: Path, done: Done, ticket: str) -> None:
        """Give the files of an attempt their names, and then say that the shard is done. Doing it twice changes
        nothing: the same shard gives the same bytes. Raises ShardError as `require` does."""
        self.require(ticket)
        targets = [self.file(kind, done.name) for kind in (PARTS, REJECTS, EDGES, CAPTURES, UNDECIDED)]
        for target in (*targets, self.table(done.part)):
            with suppress(FileNotFoundError):
                (attempt / target.parent.name).replace(target)
            sync_folder(target.parent)
        said = attempt / DONE
        write_whole(said, json.dumps(asdict(done)) + "\n")
        said.replace(self.file(DONE, done.name))
        sync_folder(self.path / DONE)

    def done(self, name: str) -> Done | None:
        """What is known of a shard that is done and whose files are there as they were left; None of any other."""
        try:
            said = json.loads(self.file(DONE, name).read_text(encoding="utf-8"))
            if said["format"] != _FORMAT:
                return None
            found = Done.of(said)
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            return None
        return found if found.name == name and self._is_whole(found) else None

    def _is_whole(self, done: Done) -> bool:
        files = [(self.own_part(done.name), done.part), (self.file(REJECTS, done.name), done.rejects)]
        if [part.name for _, part in files] != [f"{kind}/{done.name}.jsonl" for kind in (PARTS, REJECTS)]:
            return False
        sizes = [(path, part.bytes) for path, part in files]
        if done.captures:
            sizes.append((self.file(CAPTURES, done.name), done.captures))
        try:
            is_as_left = all(path.stat().st_size == size for path, size in sizes)
        except FileNotFoundError:
            return False
        return is_as_left and (not done.has_edges or self.file(EDGES, done.name).exists())

    def forget(self, name: str) -> None:
        """A shard is no longer done: it is to be read otherwise."""
        with suppress(FileNotFoundError):
            self.file(DONE, name).unlink()
        sync_folder(self.path / DONE)

    def own_part(self, name: str) -> Path:
        """The part of a shard as its reading left it."""
        kept = self.file(SEAMS, name)
        return kept if kept.exists() else self.file(PARTS, name)

    def unseam(self) -> None:
        """Give every part that was joined with another back what its own reading left."""
        for kept in (self.path / SEAMS).glob("*.jsonl"):
            kept.replace(self.file(PARTS, kept.stem))
        sync_folder(self.path / PARTS)

    def put_aside(self, name: str) -> Path:
        """Put a part aside as its reading left it, before it is written anew; where it is then."""
        kept = self.file(SEAMS, name)
        if not kept.exists():
            self.file(PARTS, name).replace(kept)
            sync_folder(kept.parent)
        return kept

    def drop_others(self, names: set[str]) -> int:
        """Remove what was read of shards that are no longer among the sources; how many."""
        gone = [path.stem for path in (self.path / DONE).glob("*.json") if path.stem not in names]
        for kind in _KINDS:
            for path in _files(self.path / kind):
                if path.stem.partition("-")[0] not in names:
                    path.unlink()
        return len(gone)

    def retract(self) -> None:
        """From now on the folder is not complete."""
        with suppress(FileNotFoundError):
            (self.path / MANIFEST).unlink()

    def drop_attempts(self) -> None:
        """Remove what attempts left that were killed."""
        shutil.rmtree(self.path / _ATTEMPTS, ignore_errors=True)

    def publish(self, shards: list[Done], parts: list[Part], tables: list[Part]) -> None:
        """The manifest: parts, rejects, then tables if there are some, each in input order, with rows, bytes, digests,
        and what they were read from. Tables that are of no part are removed."""
        rejects = [done.rejects for done in shards]
        files = [
            _row(done, file) for kind in (parts, rejects) for done, file in zip(shards, kind, strict=True)
        ]
        if tables:
            files += [_row(done, table) for done, table in zip(shards, tables, strict=True)]
        listed = {self.path / table.name for table in tables}
        for path in _files(self.path / TABLES):
            if path not in listed:
                path.unlink()
        manifest = {"schema": SCHEMA, "files": files}
        write_whole(self.path / MANIFEST, json.dumps(manifest, indent=1) + "\n")


def _files(folder: Path) -> list[Path]:
    """The files of a run in one of its folders."""
    return [path for path in folder.iterdir() if _FILE.fullmatch(path.name)] if folder.is_dir() else []


def _row(done: Done, part: Part) -> dict[str, Any]:
    return {
        "file": part.name,
        "rows": part.rows,
        "bytes": part.bytes,
        "sha256": part.sha256,
        "input": done.name,
        "source": done.shown,
        "inputs": done.inputs,
    }


def part_in(path: Path, rows: int, name: str) -> Part:
    """A written file with its length and digest."""
    return Part(name, rows, path.stat().st_size, digest_of(path))
