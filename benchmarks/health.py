"""Runs of a quiet portal, and then one in which something is wrong: what `newsbot health` says after each.

Run ``python -m benchmarks.health [--runs 30] [--seed 7]``. An invented portal is crawled so often, with 6 to 15 new
articles each time and a few that are gone; between two runs the state grows a day older. Health is asked after each
run, and every alarm is printed. Then each trouble is tried by itself, from the state as it was after the last quiet
run: its alarms are those of the first run that meets it, told with the verdict of that run.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from newsbot.corpus.health.check import Health, checked
from newsbot.corpus.health.moments import series_of_runs
from newsbot.loopback import LoopbackServer, Site, declare
from newsbot.loopback.reply import Reply
from newsbot.state import past_runs

SETTINGS = (
    "DOWNLOAD_DELAY=0",
    "AUTOTHROTTLE_ENABLED=0",
    "CONCURRENT_REQUESTS_PER_DOMAIN=8",
    "NEWSBOT_ALLOW_PRIVATE=127.0.0.1",
    "NEWSBOT_WORKERS=0",
    "LOG_LEVEL=ERROR",
)
_NEW = (2, 5)
"""Lots of three articles that are new in a run, at least and at most."""
_GONE = 0.02
"""How many of a quiet portal's articles are gone when they are asked for."""


@dataclass
class Troubled(Site):
    """A portal whose article pages may be another `way`, and of whose new articles a share is gone."""

    way: Callable[[str], str] | None = None
    gone: float = _GONE

    def answer(self, target: str, base: str, headers: dict[str, str]) -> Reply:
        """The portal's reply, changed where it is an article's."""
        reply = super().answer(target, base, headers)
        if "/read/" not in target or reply.status != 200:
            return reply
        if Random(target).random() < self.gone:
            return Reply(404, "<h1>404</h1>")
        return Reply(200, self.way(str(reply.body))) if self.way else reply


def _without(pattern: str, instead: str = "") -> Callable[[str], str]:
    return lambda page: re.sub(pattern, instead, page, flags=re.DOTALL)


_WRITER = r'<div (?:id="penulis"|class="credit-title"|class="detail__author").*?</div>(?=<div)|"author": \{[^}]*\},?'
TROUBLES: dict[str, Callable[[Troubled], None]] = {
    "the kompas template has other names": lambda site: setattr(site, "redesigned", frozenset({"kompas"})),
    "all templates have other names": lambda site: setattr(
        site, "redesigned", frozenset({"tribun", "kompas", "detik"})
    ),
    "nobody signs any more": lambda site: setattr(site, "way", _without(_WRITER)),
    "of a text the first sentence is left": lambda site: setattr(
        site, "way", _without(r"(<p>.*?</p>).*(?=<p>|</div></div><ul)", r"\1")
    ),
    "years are those of the next century": lambda site: setattr(site, "way", _without(r"\b2026\b", "2126")),
    "a third of the articles is gone": lambda site: setattr(site, "gone", 0.34),
}


def main() -> None:
    """Crawl, judge, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=30)
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    chance = Random(arguments.seed)
    site = Troubled(articles=60, fresh=3, changed=0)
    with tempfile.TemporaryDirectory() as place, LoopbackServer(site) as server:
        folder = Path(place)
        alarms = 0
        for number in range(arguments.runs):
            found = _day(folder / "quiet", site, server.base, chance.randint(*_NEW) if number else 0)
            alarms += sum(len(health.alarms) for health in found)
            for health in found:
                _tell(f"quiet run {number + 1}", health)
        print(f"{arguments.runs} quiet runs: {alarms} alarms")
        for name, trouble in TROUBLES.items():
            shutil.copytree(folder / "quiet", folder / "troubled")
            other = Troubled(articles=60, fresh=3, changed=0, edition=site.edition)
            trouble(other)
            server.site = server._server.site = other  # noqa: SLF001
            found = _day(folder / "troubled", other, server.base, 4)
            report = json.loads((folder / "troubled" / "report.json").read_text("utf-8"))
            verdict = report["by_portal"]["loopback"]["verdict"]
            shutil.rmtree(folder / "troubled")
            for health in found:
                _tell(f"{name} ({verdict})", health)
            if not any(health.alarms for health in found):
                print(f"{name} ({verdict}): no alarm")


def _day(folder: Path, site: Site, base: str, new: int) -> list[Health]:
    """A day later, with so many lots of new articles: a run, and what health says of it."""
    state = folder / "state.sqlite"
    if state.exists():
        _age(state)
    site.edition += new
    declare(base, folder.parent / "portals")
    settings = [word for setting in SETTINGS for word in ("--set", setting)]
    words = ["crawl", "loopback", "-o", str(folder), "--portals-from", str(folder.parent / "portals")]
    done = subprocess.run(
        [sys.executable, "-m", "newsbot", *words, *settings], capture_output=True, text=True, check=False
    )
    if not state.exists() or done.returncode == 2:
        raise SystemExit(done.stderr)
    return checked(series_of_runs(str(folder), past_runs(state, last=2_000)))


def _age(state: Path) -> None:
    with closing(sqlite3.connect(state)) as db, db:
        for number, started, ended in db.execute("SELECT id, started, ended FROM runs").fetchall():
            earlier = [
                moment and (datetime.fromisoformat(moment) - timedelta(days=1)).isoformat()
                for moment in (started, ended)
            ]
            db.execute("UPDATE runs SET started = ?, ended = ? WHERE id = ?", (*earlier, number))


def _tell(name: str, health: Health) -> None:
    for alarm in health.alarms:
        print(f"{name}: {alarm.figure} {alarm.value:.2f}, band to {alarm.band.high:.2f}: {alarm.cause}")


if __name__ == "__main__":
    main()
