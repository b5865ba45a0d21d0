"""Kill a crawl again and again, and count what was lost or doubled.

Run ``python -m benchmarks.durability [--pages 2000] [--kills 20]``. A crawl of an invented portal on this machine is
killed (SIGKILL) at random moments and started again with the same command, until so many kills are done; one more
run ends it, and one more shows that nothing is left. Every article must then stand in the parts exactly once.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from newsbot.loopback import LoopbackServer, Site, declare


def command(base: str, folder: Path) -> list[str]:
    """The crawl, as anybody would start it, without pauses: the portal is this machine."""
    declare(base, folder / "portals")
    settings = [
        "DOWNLOAD_DELAY=0",
        "AUTOTHROTTLE_ENABLED=0",
        "CONCURRENT_REQUESTS_PER_DOMAIN=8",
        "LOG_LEVEL=ERROR",
    ]
    options = [part for setting in settings for part in ("--set", setting)]
    places = ["-o", str(folder / "out"), "--portals-from", str(folder / "portals")]
    program = [sys.executable, "-m", "newsbot", "crawl", "loopback", "--allow-private"]
    return [*program, *places, *options]


def killed_runs(line: list[str], kills: int, chance: random.Random, site: Site) -> int:
    """Start the crawl and kill it at a random moment, so many times: in the beginning, while lists are read, between
    any two pages. The moments are spread over the stories, so that a fast machine does not end it first."""
    done = 0
    for left in range(kills, 0, -1):
        met = len({path.partition("?")[0] for path in site.requests if "/read/" in path})
        goal = chance.uniform(0, (site.articles - met) / (left + 1))
        before = len(site.requests)
        with subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            while process.poll() is None and sum("/read/" in path for path in site.requests[before:]) < goal:
                time.sleep(0.005)
            time.sleep(chance.uniform(0, 0.4))
            done += process.poll() is None
            process.send_signal(signal.SIGKILL)
    return done


def report_of(line: list[str], folder: Path) -> dict[str, Any]:
    """Run the crawl to its end; its report."""
    subprocess.run(line, check=True, capture_output=True)
    return dict(json.loads((folder / "out" / "report.json").read_text()))


def ids(folder: Path) -> Counter[str]:
    """How often each article's record stands in the parts that the manifest lists."""
    manifest = json.loads((folder / "out" / "manifest.json").read_text())
    found: Counter[str] = Counter()
    for file in manifest["files"]:
        with (folder / "out" / file["file"]).open() as lines:
            found.update(json.loads(line)["id"] for line in lines)
    return found


def measure(pages: int, kills: int, seed: int) -> dict[str, Any]:
    """The figures of one such crawl."""
    site = Site(articles=pages)
    with tempfile.TemporaryDirectory() as name, LoopbackServer(site) as server:
        folder = Path(name)
        line = command(server.base, folder)
        began = time.perf_counter()
        killed = killed_runs(line, kills, random.Random(seed), site)
        last = report_of(line, folder)
        asked = len(site.requests)
        again = report_of(line, folder)
        fetched_again = sum("/read/" in path for path in site.requests[asked:])
        found = ids(folder)
        wanted = {f"loopback:{story.number:08d}" for story in site.stories()}
        return {
            "pages": pages,
            "kills": killed,
            "seconds": round(time.perf_counter() - began, 1),
            "lost": len(wanted - set(found)),
            "doubled": sum(count - 1 for count in found.values()),
            "left_pending": last["left_pending"],
            "fetched_by_the_next_run": fetched_again,
            "never_seen_by_the_next_run": again["never_seen"],
            "fetches_of_article_pages": sum("/read/" in path for path in site.requests),
        }


def main() -> int:
    """Print the figures as JSON; 1 where anything was lost or doubled, or a kill came too late."""
    parser = argparse.ArgumentParser(description="Kills in the middle of a crawl, and what they cost.")
    parser.add_argument("--pages", type=int, default=2_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    figures = measure(options.pages, options.kills, options.seed)
    print(json.dumps(figures, indent=2))
    wrong = figures["lost"] or figures["doubled"] or figures["fetched_by_the_next_run"]
    return 1 if wrong or figures["kills"] < options.kills else 0


if __name__ == "__main__":
    sys.exit(main())
