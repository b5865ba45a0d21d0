"""Crawls of the invented portal as anybody would start them: the command line, in a process of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsbot.loopback import Story, declare
from tests.starting import Started

SWIFT = (
    "DOWNLOAD_DELAY=0",
    "AUTOTHROTTLE_ENABLED=0",
    "CONCURRENT_REQUESTS_PER_DOMAIN=8",
    "NEWSBOT_ALLOW_PRIVATE=127.0.0.1",
    "NEWSBOT_WORKERS=0",
)
"""No pauses, for the portal is this machine, and no other private address."""
NO_DOUBT = ("--set", "NEWSBOT_SUSPECT_SHARE=1")
"""What an article answers is taken at its word, also where it is the only one of a run."""


def key_of(story: Story) -> str:
    """The id of the story's record: its number as its address has it."""
    return f"loopback:{story.path.split('/')[5]}"


@dataclass(frozen=True)
class Run:
    """What a finished crawl left: its exit code, its report and what it said."""

    code: int
    report: dict[str, Any]
    said: str


def words(
    base: str,
    folder: Path,
    *targets: str,
    options: tuple[str, ...] = (),
    declared: bool = True,
    sources: Sequence[Mapping[str, Any]] | None = None,
) -> list[str]:
    """The command line of a crawl of the portal at `base` into `folder / "out"`, the portal being `declared` or not,
    with its own sources or those."""
    places = ["-o", str(folder / "out")]
    if declared:
        declare(base, folder / "portals", sources)
        places += ["--portals-from", str(folder / "portals")]
    settings = [part for setting in SWIFT for part in ("--set", setting)]
    return ["crawl", *(targets or ("loopback",)), *places, *settings, *options]


def begun(
    base: str,
    folder: Path,
    *targets: str,
    options: tuple[str, ...] = (),
    declared: bool = True,
    sources: Sequence[Mapping[str, Any]] | None = None,
    **more: Any,
) -> Started:
    """A crawl that runs; what it says goes into `folder / "said"`, and `more` to the process."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "said").write_bytes(b"")
    line = words(base, folder, *targets, options=options, declared=declared, sources=sources)
    return Started(line, folder / "said", **more)


def crawl(base: str, folder: Path, *targets: str, **more: Any) -> Run:
    """Run a crawl to its end."""
    code = begun(base, folder, *targets, **more).wait()
    report = folder / "out" / "report.json"
    said = (folder / "said").read_text("utf-8", "replace")  # a full disk may cut it anywhere
    return Run(code, json.loads(report.read_text()) if report.exists() else {}, said)


def records(folder: Path, kind: str = "parts") -> list[dict[str, Any]]:
    """The lines that the manifest lists, in the order of its files."""
    manifest = json.loads((folder / "out" / "manifest.json").read_text())
    names = [file["file"] for file in manifest["files"] if file["file"].startswith(f"{kind}/")]
    return [json.loads(line) for name in names for line in (folder / "out" / name).open(encoding="utf-8")]
