"""Crawl a server that does everything wrong, and tell what came of each of its answers.

Run ``python -m benchmarks.hostile``. An invented server on this machine gives each answer of
`newsbot/loopback/hostile/` in the place of an article, of a sitemap, feed or index, or of a robots.txt. Crawls meet
them all, through the command line as anybody would start it, with honest pages beside them. The outcomes are printed as
the tables that docs/security.md has.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from newsbot.crawl.endings import VERDICTS
from newsbot.loopback import LoopbackServer, Site
from newsbot.loopback.hostile import DOCUMENTS, HONEST, PAGES, ROBOTS, robots_answer
from newsbot.loopback.reply import Reply
from newsbot.portals.writing import written

LEAVES_THE_HOST = "429-sejam"
"""The one answer after which its host is asked nothing more: it has a crawl of its own."""
TOO_SLOW = ("menetes", "diam")
"""Answers that are waited for in vain: a crawl that does not wait long. The others are given time on a busy machine."""
AT_ONCE = tuple(name for name in PAGES if name not in (LEAVES_THE_HOST, *TOO_SLOW))
"""All others."""
ENDLESS = "indeks-tanpa-akhir"
"""The one document that announces hundreds of articles: it has a crawl of its own, which asks for three of them."""
HONESTS = tuple(f"{HONEST}-{number}" for number in range(10))
"""Honest pages beside them."""
_PAGES_PORTAL = {
    "bermusuhan": {
        "name": "Bermusuhan",
        "domains": ["127.0.0.1"],
        "article": ["/bermusuhan/(?:t/)?(?P<id>[a-z0-9-]+)"],
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
    """What a crawl left: exit code, report, state rows by name of the answer, records."""

    code: int
    said: str
    report: dict[str, Any]
    rows: dict[str, tuple[str, str | None]]
    every: list[dict[str, Any]]

    @property
    def records(self) -> dict[str, dict[str, Any]]:
        """The records by name of the answer."""
        return {record["url"].rpartition("/")[2]: record for record in self.every}


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
    """A crawl of documents, each one of two sources of a portal of its own; the other is honest and has an article."""
    names = [name for name in DOCUMENTS if name != ENDLESS]
    return crawl(folder, {name: _announcing(base, name) for name in names}, names)


def crawl_endless_index(base: str, folder: Path) -> Crawled:
    """A crawl of the index that always has a next page, and announces an article in each."""
    return crawl(folder, {ENDLESS: _announcing(base, ENDLESS)}, [ENDLESS], "--limit", "3")


def _announcing(base: str, name: str) -> dict[str, Any]:
    path = f"bermusuhan/{name}"
    kinds = {"indeks": "index", "umpan": "feed"}
    source = {"kind": kinds.get(name.partition("-")[0], "sitemap"), "url": f"{base}/{path}"}
    honest = {"kind": "sitemap", "url": f"{base}/{path}/{HONEST}.xml"}
    return {
        "name": name,
        "domains": [f"127.0.0.1/{path}"],
        "article": [f"/{path}/t/(?P<id>[a-z0-9-]+)"],
        "sources": [source, honest],
    }


def crawl_robots(folder: Path) -> tuple[Crawled, dict[str, str]]:
    """A crawl of sites that have nothing hostile but their robots.txt, each on an address of its own; and the name of
    the site of each."""
    with ExitStack() as stack:
        sites = {}
        for number, name in enumerate(ROBOTS):
            server = LoopbackServer(_Robots(articles=2, name=name), address=f"127.0.0.{101 + number}")
            sites[name] = stack.enter_context(server).base
        addresses = ",".join(urlsplit(base).hostname or "" for base in sites.values())
        options = ("--set", f"NEWSBOT_ALLOW_PRIVATE={addresses}", "--set", "NEWSBOT_BREAKER=8")
        crawled = crawl(folder, _PAGES_PORTAL, list(sites.values()), *options)
    return crawled, {name: urlsplit(base).hostname or "" for name, base in sites.items()}


@dataclass(slots=True)
class _Robots(Site):
    """A portal with that answer in the place of its robots.txt."""

    name: str = ""

    def answer(self, target: str, base: str, headers: dict[str, str]) -> Reply:
        """The portal's own, but for one file."""
        if target == "/robots.txt":
            self.requests.append(target)
            return robots_answer(self.name, base)
        return Site.answer(self, target, base, headers)


def _rows(folder: Path) -> dict[str, tuple[str, str | None]]:
    with closing(sqlite3.connect(folder / "out/state.sqlite")) as db:
        rows = db.execute("SELECT url, status, reason FROM articles").fetchall()
    return {url.rpartition("/")[2]: (status, reason) for url, status, reason in rows}


def _records(folder: Path) -> list[dict[str, Any]]:
    manifest = json.loads((folder / "out/manifest.json").read_text())
    names = [file["file"] for file in manifest["files"] if file["file"].startswith("parts/")]
    lines = (line for name in names for line in (folder / "out" / name).open(encoding="utf-8"))
    return [json.loads(line) for line in lines]


def crawl_at_once(base: str, folder: Path) -> Crawled:
    """A crawl of all answers in an article's place that come, with the honest pages beside them."""
    return crawl_pages(base, folder, [*AT_ONCE, *(f"t/{name}" for name in HONESTS)])


def page_outcomes(folder: Path) -> dict[str, str]:
    """What came of each answer in an article's place, in words."""
    with LoopbackServer(Site(articles=1)) as server:
        most = crawl_at_once(server.base, folder / "most")
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
        crawled = crawl_documents(server.base, folder / "most")
        endless = crawl_endless_index(server.base, folder / "one")
    return {name: document_outcome(name, endless if name == ENDLESS else crawled) for name in DOCUMENTS}


def document_outcome(name: str, crawled: Crawled) -> str:
    """What one of them gave beside the honest article, what was noted of it, what was left out by rules, and how that
    is judged."""
    figures = crawled.report["by_portal"][name]
    codes = ", ".join(f"`{code}`" for code in figures["discovery"])
    dropped = ", ".join(f"{number} `{reason}`" for reason, number in figures["dropped"].items())
    told = [f"{figures['discovered'] - 1} announced", codes, f"left out: {dropped}" if dropped else ""]
    return "; ".join(part for part in told if part) + " | " + _judged(figures)


def robots_outcome(name: str, crawled: Crawled, sites: dict[str, str]) -> str:
    """What became of a site with that robots.txt."""
    figures = crawled.report["by_portal"][sites[name]]
    records = sum(figures["records"].values())
    told = "read in full" if records == 2 else f"{records} of 2 articles"
    refused = ", ".join(f"{number} `{reason}`" for reason, number in figures["refused"].items())
    why = "; ".join(figures["left_alone"].values())
    parts = [told, f"refused: {refused}" if refused else "", f"left alone: {why}" if why else ""]
    return "; ".join(part for part in parts if part) + " | " + _judged(figures)


def _judged(figures: dict[str, Any]) -> str:
    word = figures["verdict"]
    return f"`{word}`, {VERDICTS[word][1]}"


def table(meanings: dict[str, str], outcomes: dict[str, str]) -> list[str]:
    """The rows of the table, as Markdown."""
    return [f"| {meanings[name]} | {outcomes[name]} |" for name in meanings]


def main() -> int:
    """Print the tables."""
    argparse.ArgumentParser(description="What comes of hostile answers.").parse_args()
    with tempfile.TemporaryDirectory() as name:
        pages, documents = page_outcomes(Path(name, "pages")), document_outcomes(Path(name, "documents"))
        crawled, sites = crawl_robots(Path(name, "robots"))
    robots = {one: robots_outcome(one, crawled, sites) for one in ROBOTS}
    judged = "| verdict, exit code |"
    for title, more, rows in (
        ("a page that is", "|", table(PAGES, pages)),
        ("a document that is", judged, table(DOCUMENTS, documents)),
        ("a robots.txt that is", judged, table(ROBOTS, robots)),
    ):
        print("\n".join([f"| {title} | outcome {more}", "|---|---|" + "---|" * (more == judged), *rows, ""]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
