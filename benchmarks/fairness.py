"""Several hosts in one crawl, one of which is slow, silent, dead, busy, unwilling or dear: what that costs the others.

Run ``python -m benchmarks.fairness [--hosts 3] [--articles 400] [--seconds 15] [--pause 0.2]``. Invented portals are
served on loopback addresses of their own, as a site that no portal declares each. For every trouble a crawl of the
healthy hosts and the troubled one runs, and the articles are counted that each healthy host was asked for in the
seconds after its first one; the share is of what a crawl of one host alone was given. With `--redis URL` all are
shared crawls, of one process each; the server is emptied before each.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field

from newsbot.loopback import LoopbackServer, Site
from newsbot.loopback.reply import Reply


@dataclass
class Timed(Site):
    """A portal that notes when its articles were asked for, and answers them in its own `way`, where it has one."""

    way: Callable[[], Reply] | None = None
    moments: list[float] = field(default_factory=list)

    def answer(self, target: str, base: str, headers: dict[str, str]) -> Reply:
        """The way's reply to a question for an article, else the portal's."""
        if "/read/" not in target:
            return super().answer(target, base, headers)
        self.moments.append(time.monotonic())
        return self.way() if self.way else super().answer(target, base, headers)

    def served(self, seconds: float) -> int:
        """Articles that were asked for in the seconds after the first question."""
        return sum(moment < self.moments[0] + seconds for moment in self.moments) if self.moments else 0


def _slow() -> Reply:
    time.sleep(3)
    return Reply(200, "<h1>lambat</h1>")


def _dear() -> Reply:
    """Two hundred kilobytes of boxes, which cost half a second to read where a usual page costs some milliseconds."""
    box = '<div class="kotak"><p>Harga garam naik di pasar, kata pedagang.</p><a href="/">Baca</a></div>'
    return Reply(200, f"<html><body><h1>Harga garam</h1>{box * 2_000}</body></html>")


TROUBLES: dict[str, Callable[[], Reply] | None] = {
    "none": None,
    "slow": _slow,
    "dear to read": _dear,
    "silent": lambda: Reply(200, manner="silent"),
    "dripping": lambda: Reply(200, "lambat " * 200, manner="slow"),
    "hangs up": lambda: Reply(200, manner="hangs_up"),
    "Retry-After 10": lambda: Reply(429, "sabar", headers={"Retry-After": "10"}),
    "Retry-After 3600": lambda: Reply(503, "sabar", headers={"Retry-After": "3600"}),
    "busy": lambda: Reply(503, "sibuk"),
    "refusing": lambda: Reply(403, "<h1>403</h1>"),
    "broken": lambda: Reply(500, "rusak"),
}
"""What the troubled host does with a question for an article; without a trouble it is healthy too."""


def crawl(bases: Sequence[str], pause: float, seconds: float, redis: str | None = None) -> None:
    """A crawl of all the sites that is stopped when the seconds are over for the last of them."""
    settings = [
        f"DOWNLOAD_DELAY={pause}",
        "DOWNLOAD_DELAY_JITTER=0",
        "AUTOTHROTTLE_ENABLED=0",
        "LOG_LEVEL=ERROR",
    ]
    if redis:
        from redis import Redis

        Redis.from_url(redis).flushdb()
        settings += ["SCHEDULER=newsbot.shared.Scheduler", f"REDIS_URL={redis}"]
    options = [part for setting in settings for part in ("--set", setting)]
    with tempfile.TemporaryDirectory() as folder:
        line = [sys.executable, "-m", "newsbot", "crawl", *bases, "--allow-private", "-o", folder, *options]
        with subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            try:
                process.wait(seconds)
            except subprocess.TimeoutExpired:
                process.kill()


def counts(sites: Sequence[Timed], pause: float, seconds: float, redis: str | None = None) -> list[int]:
    """Articles that each site was asked for in the seconds after its first."""
    with ExitStack() as stack:
        servers = [LoopbackServer(site, address=f"127.0.0.{10 + place}") for place, site in enumerate(sites)]
        bases = [stack.enter_context(server).base for server in servers]
        crawl(bases, pause, seconds + 15, redis)
    return [site.served(seconds) for site in sites]


def main() -> int:
    """Print a line a trouble; 1 where a healthy host got less than nine tenths of what it gets alone."""
    parser = argparse.ArgumentParser(description="What one host's trouble costs the others of a crawl.")
    parser.add_argument("--hosts", type=int, default=3)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--seconds", type=float, default=15.0)
    parser.add_argument("--pause", type=float, default=0.2)
    parser.add_argument("--redis", metavar="URL")
    parser.add_argument("--only", choices=list(TROUBLES), action="append")
    told = parser.parse_args()
    (alone,) = counts([Timed(articles=told.articles)], told.pause, told.seconds, told.redis)
    sys.stdout.write(f"{'alone':18} {alone}\n")
    least = 1.0
    for name in told.only or TROUBLES:
        troubled = Timed(articles=told.articles, way=TROUBLES[name])
        sites = [troubled, *(Timed(articles=told.articles) for _ in range(told.hosts))]
        its, *found = counts(sites, told.pause, told.seconds, told.redis)
        share = min(found) / max(1, alone)
        least = min(least, share)
        sys.stdout.write(
            f"{name:18} {' '.join(map(str, found))}   least {share:.2f}   the troubled one {its}\n"
        )
        sys.stdout.flush()
    return int(least < 0.9)


if __name__ == "__main__":
    sys.exit(main())
