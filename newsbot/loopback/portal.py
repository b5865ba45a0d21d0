"""The declaration of the invented portal: the layouts of the templates it borrows, and its own sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from newsbot.portals import registry
from newsbot.portals.writing import written

_BORROWED = ("tribunnews", "kompas", "detik")
_HOST = r"^http://(?:127\.0\.0\.1|localhost)(?::\d+)?"


def declare(base: str, folder: Path, sources: Sequence[Mapping[str, Any]] | None = None) -> Path:
    """Write the declaration of the portal that is served at `base` into a folder, which is made, and give its file.

    Its layouts are those of tribunnews, kompas and detik; its sources are those that it serves, unless they are given.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "loopback.toml"
    file.write_text(written({"portal": {"loopback": _portal(sources or served(base))}}), encoding="utf-8")
    return file


def _portal(sources: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    owners = filter(None, map(registry().get, _BORROWED))
    return {
        "name": "Loopback",
        "domains": ["127.0.0.1", "localhost"],
        "brands": ["TRIBUNNEWS.COM", "KOMPAS.com"],
        "city_dateline": True,
        "article": [rf"{_HOST}(?:/amp)?/read/\d{{4}}/\d{{2}}/\d{{2}}/(?P<id>\d{{8}})/[a-z0-9-]+"],
        "drop": [r"/(?:indeks|tentang|pedoman)(?:/|\?|$)"],
        "paging": "?page=N",
        "layouts": [layout.name for owner in owners for layout in owner.layouts],
        "status": "verified",
        "checked": "serves itself",
        "sources": list(sources),
    }


def served(base: str) -> list[dict[str, Any]]:
    """Where the portal at `base` announces its articles."""
    return [
        {"kind": "news_sitemap", "url": f"{base}/sitemap-news.xml"},
        {"kind": "sitemap", "url": f"{base}/sitemap.xml"},
        {"kind": "feed", "url": f"{base}/rss"},
        {
            "kind": "index",
            "url": f"{base}/indeks?date={{date}}&page={{page}}",
            "date_format": "YYYY-MM-DD",
            "items": ["ul.lsi > li h3 a"],
            "item_date": ["time.grey"],
        },
    ]
