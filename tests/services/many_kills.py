"""Kills the processes of a shared crawl at random moments; counts what is lost and doubled in the end.

    python -m tests.services.many_kills --stories 2000 --processes 3 --kills 20 --seed 1

A killed process is started again at once or some seconds later, so that sometimes its lease ends before. Exit code 1
where anything is lost or doubled, or asked for again by the last runs.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from newsbot.loopback import LoopbackServer
from tests.crawl.runs import begun, key_of
from tests.starting import Started

from .running import PATIENCE, redis_server
from .sharing import Watched, ids, options, run

LEASE = 3
"""Seconds; short, so that leases end while the crawl runs."""


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    for name, default in (("stories", 2000), ("processes", 3), ("kills", 20), ("seed", 1)):
        asked.add_argument(f"--{name}", type=int, default=default)
    told = asked.parse_args()
    random.seed(told.seed)
    names = [f"p{number}" for number in range(told.processes)]
    with tempfile.TemporaryDirectory() as home:
        raise SystemExit(crawl_and_kill(Path(home), Watched(articles=told.stories), names, told.kills))


def crawl_and_kill(folder: Path, site: Watched, names: list[str], kills: int) -> int:
    with redis_server(folder / "redis") as url, LoopbackServer(site) as server:

        def start(name: str) -> Started:
            settings = options(url, name, "--set", f"NEWSBOT_SHARED_LEASE={LEASE}")
            return begun(server.base, folder / name, options=settings)

        killed = kill_some({name: start(name) for name in names}, start, kills)
        before = sum(map(site.count, names))
        ends = [run(server, url, folder, name).code for name in names]
        again = sum(map(site.count, names)) - before
    found, wanted = ids(folder, *names), Counter(map(key_of, site.stories()))
    lost, doubled = (wanted - found).total(), (found - wanted).total()
    sys.stdout.write(f"{killed} kills, {found.total()} records: {lost} lost, {doubled} doubled\n")
    sys.stdout.write(f"article requests: {before}; by a further run of each: {again}, exit codes {ends}\n")
    return int(bool(lost or doubled or again or any(ends)))


def kill_some(running: dict, start: object, kills: int) -> int:
    """Kill processes until so many kills are done or the crawl is, then let all come to their end."""
    killed, late = 0, {}
    while killed < kills:
        time.sleep(random.uniform(0.3, 2.0))
        for name in [name for name, when in late.items() if when < time.monotonic()]:
            running[name] = start(name)
            del late[name]
        alive = [name for name, process in running.items() if process.poll() is None]
        if not alive and not late:
            break
        if alive:
            name = random.choice(alive)
            os.kill(running[name].pid, signal.SIGKILL)
            running[name].wait(PATIENCE)
            killed += 1
            late[name] = time.monotonic() + random.uniform(0, 2 * LEASE)
    running.update({name: start(name) for name in late})
    for process in running.values():
        process.wait(10 * PATIENCE)
    return killed


if __name__ == "__main__":
    main()
