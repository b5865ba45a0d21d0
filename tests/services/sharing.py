"""Processes that share a crawl: each with its own folder, told apart by their user agent."""

from __future__ import annotations

import signal
import threading
from collections import Counter
from contextlib import contextmanager

from redis import Redis

from newsbot.loopback import Site
from newsbot.loopback.reply import Reply
from tests.crawl.runs import Run, begun, crawl, records

from .running import PATIENCE, wait_for


class Watched(Site):
    """A portal that knows who asked for which article, and lets a process wait."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.asked = {}
        self.gates = {}
        self.refused = set()

    def shut(self, who):
        """Answer no more articles to a process until its gate is set."""
        self.gates[who] = threading.Event()

    def answer(self, target, base, headers):
        who = headers.get("user-agent", "")
        if "/read/" in target:
            self.asked.setdefault(who, []).append(target)
            if gate := self.gates.get(who):
                gate.wait(PATIENCE)
            if who in self.refused:
                return Reply(403, "<title>403 Forbidden</title><h1>Forbidden</h1>")
        return super().answer(target, base, headers)

    def count(self, who):
        return len(self.asked.get(who, ()))


def options(url, who, *more):
    settings = ("SCHEDULER=newsbot.shared.Scheduler", f"REDIS_URL={url}", f"USER_AGENT={who}")
    return (*(part for setting in settings for part in ("--set", setting)), *more)


def run(server, url, folder, who, *more, sources=None) -> Run:
    """A whole run of the process `who`."""
    return crawl(server.base, folder / who, options=options(url, who, *more), sources=sources)


@contextmanager
def process(server, url, folder, who, *more, before=""):
    """The process `who` while it runs."""
    started = begun(server.base, folder / who, options=options(url, who, *more), before=before)
    try:
        yield started
    finally:
        started.send_signal(signal.SIGKILL)
        started.wait()


def said(folder, who):
    """What the last run of a process said."""
    return (folder / who / "said").read_text("utf-8")


def end_lease(url, folder, who):
    """What the server does by itself when a process has been silent for its lease."""
    member = (folder / who / "out" / "state.sqlite.member").read_text().strip()
    with Redis.from_url(url) as redis:
        redis.delete(f"newsbot:loopback:alive:{member}")


def wait_until_asked(site, who, articles):
    wait_for(lambda: site.count(who) >= articles, f"{articles} articles asked for by {who}")


def ids(folder, *names):
    """How often each record stands in the outputs together."""
    return Counter(record["id"] for name in names for record in records(folder / name))
