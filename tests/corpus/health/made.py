"""Invented histories of a crawl: what a quiet portal's runs are like, and what is done to them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

from newsbot.corpus.health.moments import Moment, Series
from newsbot.state.history import Measures

FIRST = datetime(2026, 10, 30, 3, 41, tzinfo=UTC)
WEEK = (1.0, 1.05, 0.95, 1.0, 0.9, 0.55, 0.4)
"""How much is published on each day of a week, Monday first."""
LAYOUTS = {"kompas-read": 0.9, "kompas-2019": 0.08, "generic": 0.02}
MISSING = {"editors": 0.3, "dateline": 0.12, "videos": 0.93, "authors": 0.04, "topic": 1.0, "initials": 0.6}


def measured(random: Random, articles: int) -> Measures:
    """The pages of a run of a quiet portal; chance decides of each."""
    made = Measures(pages=articles, kinds={"article": articles})
    for number in range(articles):
        url = f"https://contoh.id/read/{number}"
        layout = random.choices([*LAYOUTS], [*LAYOUTS.values()])[0]
        made.add_article(
            url,
            empty=[name for name, share in MISSING.items() if random.random() < share],
            layout=None if layout == "generic" else layout,
            words=30 if random.random() < 0.01 else 400,
            is_future=False,
            is_again=random.random() < 0.01,
        )
    for _ in range(articles // 20):
        made.pages += 1
        made.add("kinds", random.choice(["video", "gallery"]), "https://contoh.id/foto")
    if random.random() < 0.3:
        made.add("without_page", random.choice(["gone", "failed/timeout"]), "https://contoh.id/hilang")
    made.latency = {"answers": articles + 5, "median": round(random.lognormvariate(-1, 0.3), 3)}
    return made


def quiet(seed: int, runs: int = 30, *, articles: float = 60, apart: timedelta = timedelta(days=1)) -> Series:
    """A series of so many runs; the first one took what had gathered."""
    random, moments = Random(seed), []
    for number in range(runs):
        when = FIRST + number * apart + timedelta(seconds=random.randrange(120))
        usual = articles * WEEK[when.weekday()] * random.lognormvariate(0, 0.15)
        count = round(random.gauss(usual, usual**0.5)) if number else 10 * round(articles)
        moments.append(Moment(when.isoformat(), measured(random, max(0, count)), is_whole=bool(number)))
    return Series("data/contoh", "contoh", "run (new)", moments)
