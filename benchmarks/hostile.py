"""Crawl a server that does everything wrong, and tell what came of each of its answers.

Run ``python benchmarks/hostile.py``. An invented server on this machine gives each answer of
`newsbot/loopback/hostile.py` in an article's place, and each of its documents in a sitemap's or an index's. Two
crawls meet them all, through the command line as anybody would start it. The outcomes are printed as the tables that
docs/security.md has.
"""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsbot.loopback import LoopbackServer, Site
from newsbot.loopback.hostile import DOCUMENTS, PAGES
from newsbot.portals.writing import written

LEAVES_THE_HOST = "429-sejam"
"""The one answer after which its host is asked nothing more: it has a crawl of its own."""
TOO_SLOW = ("menetes", "diam")
"""Answers that are waited for in vain: a crawl that does not wait long. The others are given time on a busy machine."""
AT_ONCE = tuple(name for name in PAGES if name not in (LEAVES_THE_HOST, *TOO_SLOW))
"""All others."""
_PAGES_PORTAL = {
    "bermusuhan": {
        "name": "Bermusuhan",
        "domains": ["127.0.0.1"],
        "article": ["/bermusuhan/(?P<id>[a-z0-9-]+)"],
    }
}
_HURRIED = (
    "DOWNLOAD_DELAY=0",
    "AUTOTHROTTLE_ENABLED=0",
    "CONCURRENT_REQUESTS_PER_DOMAIN=8",
    "NEWSBOT_ALLOW_PRIVATE=127.0.0.1",
    "RETRY_TIMES=2",
    "NEWSBOT_FIRST_WAIT=0.1",
    "NEWSBOT_BREAKER=1000",  # all of them are on one host
)
_TELLING = ("truncated", "opt_out", "bad_bytes")
"""Problems of a record that tell what the answer did to it."""


@dataclass(frozen=True)
class Crawled:
    """What a crawl left: exit code, report, state rows by name of the answer, records by name."""

    code: int
    said: str
    report: dict[str, Any]
    rows: dict[str, tuple[str, str | None]]
    records: dict[str, dict[str, Any]]


def crawl(folder: Path, portals: dict[str, Any], targets: list[str], *options: str) -> Crawled:
    """One crawl into `folder`, hurried, with further options."""
    (folder / "portals").mkdir(parents=True, exist_ok=True)
    (folder / "portals" / "bermusuhan.toml").write_text(written({"portal": portals}))
    settings = [part for setting in _HURRIED for part in ("--set", setting)]
    places = ["-o", str(folder / "out"), "--portals-from", str(folder / "portals")]
    line = [sys.executable, "-m", "newsbot", "crawl", *targets, *places, *settings, *options]
    done = subprocess.run(line, capture_output=True, text=True, timeout=180, check=False)
    report = json.loads((folder / "out" / "report.json").read_text())
    return Crawled(done.returncode, done.stderr, report, _rows(folder), _records(folder))


def crawl_pages(base: str, folder: Path, names: list[str], *options: str) -> Crawled:
    """A crawl of answers in an article's place, each taken for what it says: most of them say nothing."""
    targets = [f"{base}/bermusuhan/{name}" for name in names]
    return crawl(folder, _PAGES_PORTAL, targets, "--set", "NEWSBOT_SUSPECT_SHARE=1", *options)


def crawl_slow_pages(base: str, folder: Path) -> Crawled:
    """A crawl of the answers that are waited for in vain, and of one that comes: the server is not down."""
    return crawl_pages(base, folder, [*TOO_SLOW, "melarang"], "--set", "DOWNLOAD_TIMEOUT=2")


def crawl_documents(base: str, folder: Path) -> Crawled:
    """A crawl of documents, each the only source of a portal of its own."""
    return crawl(
        folder, {name: _announcing(base, name) for name in DOCUMENTS}, list(DOCUMENTS), "--limit", "3"
    )


def _announcing(base: str, name: str) -> dict[str, Any]:
    """A portal whose only source is the document of that name."""
    path = f"bermusuhan/{name}"
    source = {"kind": "index" if name.startswith("indeks") else "sitemap", "url": f"{base}/{path}"}
    return {"name": name, "domains": [f"127.0.0.1/{path}"], "sources": [source]}


def _rows(folder: Path) -> dict[str, tuple[str, str | None]]:
    with closing(sqlite3.connect(folder / "out/state.sqlite")) as db:
        rows = db.execute("SELECT url, status, reason FROM articles").fetchall()
    return {url.rpartition("/")[2]: (status, reason) for url, status, reason in rows}


def _records(folder: Path) -> dict[str, dict[str, Any]]:
    manifest = json.loads((folder / "out/manifest.json").read_text())
    names = [file["file"] for file in manifest["files"] if file["file"].startswith("parts/")]
    lines = (line for name in names for line in (folder / "out" / name).open(encoding="utf-8"))
    return {record["url"].rpartition("/")[2]: record for record in map(json.loads, lines)}


def page_outcomes(folder: Path) -> dict[str, str]:
    """What came of each answer in an article's place, in words."""
    with LoopbackServer(Site(articles=1)) as server:
        most = crawl_pages(server.base, folder / "most", list(AT_ONCE))
        slow = crawl_slow_pages(server.base, folder / "slow")
        one = crawl_pages(server.base, folder / "one", [LEAVES_THE_HOST])
    left = {name: f"pending; {host['left_alone']}" for name in one.rows for host in one.report["hosts"]}
    return {name: page_outcome(name, crawled) for crawled in (most, slow) for name in crawled.rows} | left


def page_outcome(name: str, crawled: Crawled) -> str:
    """What came of one of them."""
    status, reason = crawled.rows[name]
    record = crawled.records.get(name)
    if record is None:
        return f"{status}: {reason.partition(':')[0] if reason and status == 'failed' else reason}"
    codes = {problem["code"] for problem in record["metadata"]["problems"]}
    noted = [code for code in _TELLING if code in codes]
    return f"record, {record['kind']}" + "".join(f", problem `{code}`" for code in noted)


def document_outcomes(folder: Path) -> dict[str, str]:
    """What each document gave, in words: articles announced, and what was noted of it."""
    with LoopbackServer(Site(articles=1)) as server:
        crawled = crawl_documents(server.base, folder)
    return {name: document_outcome(name, crawled) for name in DOCUMENTS}


def document_outcome(name: str, crawled: Crawled) -> str:
    """What one of them gave, what was noted of it, and what was left out by rules."""
    figures = crawled.report["by_portal"][name]
    codes = ", ".join(f"`{code}`" for code in figures["discovery"])
    dropped = ", ".join(f"{number} `{reason}`" for reason, number in figures["dropped"].items())
    told = [f"{figures['discovered']} announced", codes, f"left out: {dropped}" if dropped else ""]
    return "; ".join(part for part in told if part)


def table(meanings: dict[str, str], outcomes: dict[str, str]) -> list[str]:
    """The rows of the table, as Markdown."""
    return [f"| {meanings[name]} | {outcomes[name]} |" for name in meanings]


def main() -> int:
    """Print both tables."""
    with tempfile.TemporaryDirectory() as name:
        pages, documents = page_outcomes(Path(name, "pages")), document_outcomes(Path(name, "documents"))
    for title, rows in (
        ("a page that is", table(PAGES, pages)),
        ("a document that is", table(DOCUMENTS, documents)),
    ):
        print("\n".join([f"| {title} | outcome |", "|---|---|", *rows, ""]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
