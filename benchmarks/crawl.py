"""A whole crawl beside bare Scrapy on the same pages, and memory over a long crawl.

Run ``python -m benchmarks.crawl [--pages 2000] [--rounds 3] [--workers 1] [--long 0]``. An invented portal is served by
a process of its own. In turns, a bare Scrapy spider fetches all its pages, whose addresses it is given, and newsbot
discovers them, asks robots.txt, fetches, extracts, normalises and writes them durably; both without pauses and with the
same concurrency. The bare spider reads nothing: no tree, no text, no link, no file.

``ratio`` is of pages a second between the spider's opening and its closing. On few cores it tells how many there are
for newsbot's own work: the processes that read pages and the portal want them too. ``ms_a_page`` tells what each
process works for a page, its start left out; ``ratio_by_work`` is of the crawling process alone, which is all that
bare Scrapy has; ``ratio_at_best`` is what these cores would allow did nobody ever wait for another. With ``--away MS``
each answer takes so long, as those of portals do: then waiting is what bounds a crawl, and cores are idle.

With ``--long N`` a crawl of N pages runs too, and the memory of the crawling process is told when a tenth of them, half
and all are fetched. Needs Linux, which tells what a process worked and holds.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import statistics
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from newsbot.loopback import LoopbackServer, Site, declare
from newsbot.loopback.reply import Reply

CONCURRENCY = 16
_BARE = """
    import json, sys
    import scrapy
    from scrapy.crawler import CrawlerProcess

    class Bare(scrapy.Spider):
        name = "bare"

        async def start(self):
            for url in open(sys.argv[1]).read().split():
                yield scrapy.Request(url, callback=self.parse, dont_filter=True)

        def parse(self, response):
            return None

    process = CrawlerProcess({"LOG_LEVEL": "ERROR", "CONCURRENT_REQUESTS": int(sys.argv[2]),
        "CONCURRENT_REQUESTS_PER_DOMAIN": int(sys.argv[2]), "DOWNLOAD_DELAY": 0, "TELNETCONSOLE_ENABLED": False,
        "REMOTE_CONTROL_ENABLED": False})
    crawler = process.create_crawler(Bare)
    process.crawl(crawler)
    process.start()
    stats = crawler.stats.get_stats()
    print(json.dumps([stats["response_received_count"], stats["elapsed_time_seconds"]]))
"""


_FEW = 20
"""Pages of the crawl that tells what a start costs."""
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Cost:
    """What a crawl took: pages, seconds by the clock, and seconds of work of each process."""

    pages: int
    seconds: float
    main: float
    workers: float
    server: float

    def beyond(self, start: Cost) -> Cost:
        """The same without what a crawl of few pages took."""
        names = ("pages", "seconds", "main", "workers", "server")
        return Cost(*(getattr(self, name) - getattr(start, name) for name in names))

    def ms_a_page(self) -> dict[str, float]:
        """Milliseconds of work that each process had with a page."""
        return {
            name: round(1e3 * getattr(self, name) / self.pages, 2) for name in ("main", "workers", "server")
        }


@dataclass(slots=True)
class Afar(Site):
    """A portal that is `away`: each answer takes so many seconds longer, however many are asked for at once."""

    away: float = 0.0

    def answer(self, target: str, base: str, headers: dict[str, str]) -> Reply:
        """The reply, when its time has come."""
        time.sleep(self.away)
        return Site.answer(self, target, base, headers)


class Served:
    """A site in a process of its own, at `base`."""

    def __init__(self, site: Site) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, other = context.Pipe()
        self._process = context.Process(target=_serve, args=(site, other))

    def __enter__(self) -> Self:
        self._process.start()
        self.base = str(self._pipe.recv())
        return self

    def __exit__(self, *_: object) -> None:
        self._pipe.send("end")
        self._process.join(10)

    def told(self) -> tuple[float, int]:
        """Seconds that the process has worked, and articles that were asked for."""
        self._pipe.send("tell")
        worked, asked = self._pipe.recv()
        return float(worked), int(asked)


def _serve(site: Site, pipe: Any) -> None:
    with LoopbackServer(site) as server:
        pipe.send(server.base)
        while pipe.recv() != "end":
            pipe.send((time.process_time(), sum("/read/" in path for path in site.requests)))


def worked(process: subprocess.Popen[Any]) -> tuple[float, float]:
    """Wait for a process; seconds that it worked, and those of the processes that it waited for."""
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    told = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    own, its = (sum(map(int, told[place : place + 2])) / _TICKS for place in (11, 13))
    if process.wait():
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return own, its


def bare(served: Served, urls: Iterable[str], folder: Path) -> Cost:
    """A spider that does nothing."""
    listed = folder / "urls.txt"
    listed.write_text("\n".join(urls))
    line = [sys.executable, "-c", textwrap.dedent(_BARE), str(listed), str(CONCURRENCY)]
    before = served.told()[0]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        said = process.stdout.read() if process.stdout else ""
        main, workers = worked(process)
    pages, seconds = json.loads(said.splitlines()[-1])
    return Cost(pages, seconds, main, workers, served.told()[0] - before)


def addresses(site: Site, base: str) -> list[str]:
    """All pages of all articles."""
    return [
        f"{base}{story.path}{page}" for story in site.stories() for page in ("", "?page=2")[: story.pages]
    ]


def begun(base: str, workers: int, folder: Path) -> subprocess.Popen[bytes]:
    """A crawl with records that runs."""
    portals = folder / "portals"
    declare(base, portals)
    settings = {
        "DOWNLOAD_DELAY": 0,
        "AUTOTHROTTLE_ENABLED": 0,
        "CONCURRENT_REQUESTS_PER_DOMAIN": CONCURRENCY,
        "LOG_LEVEL": "ERROR",
        "NEWSBOT_WORKERS": workers,
    }
    options = [part for name, value in settings.items() for part in ("--set", f"{name}={value}")]
    places = ["-o", str(folder / "out"), "--portals-from", str(portals)]
    program = [sys.executable, "-m", "newsbot", "crawl", "loopback", "--allow-private"]
    line = [*program, *places, *options]
    return subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def whole(served: Served, workers: int, folder: Path) -> Cost:
    """A crawl with records."""
    before = served.told()[0]
    with begun(served.base, workers, folder) as process:
        main, its = worked(process)
    report = json.loads((folder / "out" / "report.json").read_text())
    return Cost(report["responses"], report["seconds"], main, its, served.told()[0] - before)


def compare(pages: int, rounds: int, workers: int, away: float = 0.0) -> dict[str, Any]:
    """Both in turns; the medians and their ratios."""
    start, ours, theirs = [], [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Served(few := Afar(articles=_FEW, away=away)) as served:
            start = [
                whole(served, workers, folder / "few"),
                bare(served, addresses(few, served.base), folder),
            ]
        with Served(site := Afar(articles=pages, away=away)) as served:
            for number in range(rounds):
                theirs.append(bare(served, addresses(site, served.base), folder))
                ours.append(whole(served, workers, folder / str(number)))
    mine, other = (
        _median([cost.beyond(first).ms_a_page() for cost in costs])
        for costs, first in zip((ours, theirs), start, strict=True)
    )
    speeds = [[cost.pages / cost.seconds for cost in costs] for costs in (ours, theirs)]
    return {
        "pages": pages,
        "workers": workers,
        "cores": os.cpu_count(),
        "away_ms": round(1e3 * away),
        "pages_per_second": {
            name: round(statistics.median(some), 1) for name, some in zip(NAMES, speeds, strict=True)
        },
        "ratio": round(statistics.median(speeds[0]) / statistics.median(speeds[1]), 2),
        "ratios": [round(one / two, 2) for one, two in zip(*speeds, strict=True)],
        "ms_a_page": dict(zip(NAMES, (mine, other), strict=True)),
        "start_seconds": {name: round(one.main, 2) for name, one in zip(NAMES, start, strict=True)},
        "ratio_by_work": round(other["main"] / mine["main"], 2),
        "ratio_at_best": round(_at_best(other, 1) / _at_best(mine, workers), 2),
    }


NAMES = ("newsbot", "bare")


def _median(costs: list[dict[str, float]]) -> dict[str, float]:
    return {name: round(statistics.median(cost[name] for cost in costs), 2) for name in costs[0]}


def _at_best(cost: dict[str, float], workers: int) -> float:
    """Milliseconds by the clock that a page takes at least: of the busiest process, or of all on all cores."""
    shared = sum(cost.values()) / (os.cpu_count() or 1)
    return max(cost["main"], cost["workers"] / max(1, workers), shared)


def long_crawl(pages: int, workers: int) -> dict[str, Any]:
    """Memory of the crawling process in a long crawl, in megabytes by the articles fetched until then."""
    goals = [pages // 10, pages // 2, pages]
    found: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as name, Served(Site(articles=pages)) as served:
        with begun(served.base, workers, Path(name) / "run") as process:
            while process.poll() is None:
                held, asked = _megabytes(process.pid), served.told()[1]
                found |= {goal: held for goal in goals if goal not in found and asked >= goal and held}
                time.sleep(0.05)
        report = json.loads((Path(name) / "run" / "out" / "report.json").read_text())
    return {"long_pages": pages, "megabytes": found, "peak_megabytes": report["peak_megabytes"]}


def _megabytes(pid: int) -> float:
    """What a process holds in memory now; 0 where it has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((round(int(line.split()[1]) / 1024, 1) for line in lines if line.startswith("VmRSS")), 0.0)


def main() -> int:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description="A crawl with records beside bare Scrapy.")
    parser.add_argument("--pages", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--long", type=int, default=0)
    parser.add_argument("--away", type=float, default=0, metavar="MS", help="milliseconds to each answer")
    options = parser.parse_args()
    figures = compare(options.pages, options.rounds, options.workers, options.away / 1e3)
    if options.long:
        figures |= long_crawl(options.long, options.workers)
    print(json.dumps(figures, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
