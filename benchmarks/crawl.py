"""A whole crawl beside bare Scrapy on the same pages, and memory over a long crawl.

Run ``python benchmarks/crawl.py [--pages 2000] [--rounds 3] [--workers 1] [--long 0]``. An invented portal is served by
a process of its own. In turns, a bare Scrapy spider fetches all its pages and does nothing with them, and newsbot
discovers, fetches, extracts, normalises and writes them durably; both without pauses and with the same concurrency.
The figures are pages a second between the spider's opening and its closing, and their ratio. With ``--long N`` a crawl
of N pages runs too, and its peak memory after a tenth of them and at the end is told.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import statistics
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path
from typing import Any

from newsbot.loopback import LoopbackServer, Site, declare

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


def serve(site: Site, pipe: Any) -> None:
    """Serve the site until the pipe closes."""
    with LoopbackServer(site) as server:
        pipe.send(server.base)
        pipe.recv()


def bare(urls: Path) -> float:
    """Pages a second of a spider that does nothing."""
    line = [sys.executable, "-c", textwrap.dedent(_BARE), str(urls), str(CONCURRENCY)]
    done = subprocess.run(line, check=True, capture_output=True, text=True)
    pages, seconds = json.loads(done.stdout.splitlines()[-1])
    return float(pages / seconds)


def whole(base: str, workers: int, folder: Path) -> tuple[float, int]:
    """Pages a second of a crawl with records, and its peak memory in megabytes (workers not counted)."""
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
    subprocess.run([*program, *places, *options], check=True, capture_output=True)
    report = json.loads((folder / "out" / "report.json").read_text())
    return report["responses"] / report["seconds"], report["peak_megabytes"]


def compare(pages: int, rounds: int, workers: int) -> dict[str, Any]:
    """Both in turns; the medians and their ratio."""
    site = Site(articles=pages)
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as name, _served(site) as base:
        folder = Path(name)
        urls = folder / "urls.txt"
        paths = [f"{story.path}{page}" for story in site.stories() for page in ("", "?page=2")[: story.pages]]
        urls.write_text("\n".join(base + path for path in paths))
        for number in range(rounds):
            theirs.append(bare(urls))
            ours.append(whole(base, workers, folder / str(number))[0])
    return {
        "pages": pages,
        "workers": workers,
        "bare_pages_per_second": round(statistics.median(theirs), 1),
        "newsbot_pages_per_second": round(statistics.median(ours), 1),
        "ratio": round(statistics.median(ours) / statistics.median(theirs), 2),
        "ratios": [round(mine / other, 2) for mine, other in zip(ours, theirs, strict=True)],
    }


class _served:  # noqa: N801 - used as a function
    """A site in a process of its own."""

    def __init__(self, site: Site) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, other = context.Pipe()
        self._process = context.Process(target=serve, args=(site, other))

    def __enter__(self) -> str:
        self._process.start()
        return str(self._pipe.recv())

    def __exit__(self, *_: object) -> None:
        self._pipe.send("end")
        self._process.join(10)


def long_crawl(pages: int, workers: int) -> dict[str, Any]:
    """Peak memory of a tenth of a long crawl and of all of it."""
    peaks = []
    for count in (pages // 10, pages):
        with tempfile.TemporaryDirectory() as name, _served(Site(articles=count)) as base:
            peaks.append(whole(base, workers, Path(name) / "run")[1])
    return {"long_pages": pages, "peak_mb_of_a_tenth": peaks[0], "peak_mb_of_all": peaks[1]}


def main() -> int:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description="A crawl with records beside bare Scrapy.")
    parser.add_argument("--pages", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--long", type=int, default=0)
    options = parser.parse_args()
    figures = compare(options.pages, options.rounds, options.workers)
    if options.long:
        figures |= long_crawl(options.long, options.workers)
    print(json.dumps(figures, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
