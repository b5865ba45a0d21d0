"""Which captures of archives are wanted, by what an index or the record states: host, portal, day, type, status."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from newsbot.portals import host_of, registry
from newsbot.snapshot import Snapshot

NO_DAY = date.min
"""In the place of a day where none is stated."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Captures of these hosts (and of those below them), whose address one of these portals claims, captured from the
    day `since` to `until` (UTC, both in it), of these types (`text/html`, or `text/*`) and statuses (`200`, or `2xx`);
    what is empty asks nothing."""

    hosts: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None
    mimes: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    portals: frozenset[str] = frozenset()

    @property
    def is_any(self) -> bool:
        """Whether nothing is asked."""
        return not (self.hosts or self.portals or self.since or self.until or self.mimes or self.statuses)

    def refusal(self, url: str | None, day: date | None, mime: str | None, status: str | None) -> str | None:
        """Why a capture is not wanted, None where it is: `host`, `portal`, `day`, `type` or `status`. What is None is
        not known yet and refuses nothing; what is stated nowhere is empty, and a day `NO_DAY`.

        >>> wanted = Selection(hosts=frozenset(["kabar.example"]), statuses=frozenset(["2xx"]))
        >>> wanted.refusal("https://www.kabar.example/read/1", None, "text/html", "200")
        >>> wanted.refusal("https://bukankabar.example/", None, "text/html", "200")
        'host'
        >>> wanted.refusal("https://kabar.example/", None, "text/html", "404")
        'status'
        """
        if url is not None and self.hosts and not self._has_host(host_of(url)):
            return "host"
        if url is not None and self.portals and not self._has_portal(url):
            return "portal"
        if day is not None and not self._has_day(day):
            return "day"
        if mime is not None and self.mimes and self.mimes.isdisjoint(_kinds_of(mime.lower())):
            return "type"
        if status is not None and self.statuses and self.statuses.isdisjoint((status, f"{status[:1]}xx")):
            return "status"
        return None

    def refusal_of(self, page: Snapshot) -> str | None:
        """The same of a page in a file of its own, which is of the type that its name says where no header does."""
        usual = "text/plain" if page.origin.kind == "text" else "text/html"
        stated = (page.headers.get("content-type") or usual).partition(";")[0].strip()
        return self.refusal(page.url or "", day_of(page.fetched_at), stated, str(page.status or ""))

    def _has_host(self, host: str) -> bool:
        return any(host == one or host.endswith(f".{one}") for one in self.hosts)

    def _has_portal(self, url: str) -> bool:
        """By the address alone: hosts that networks share are told apart by their paths, as the reading does."""
        portal = registry().match(url)
        return portal is not None and portal.id in self.portals

    def _has_day(self, day: date) -> bool:
        if day == NO_DAY:
            return not (self.since or self.until)
        return (self.since is None or day >= self.since) and (self.until is None or day <= self.until)


def _kinds_of(mime: str) -> tuple[str, str]:
    return mime, f"{mime.partition('/')[0]}/*"


def day_of(stated: str | None) -> date:
    """The day in UTC of a moment in ISO 8601; `NO_DAY` where there is none."""
    try:
        return datetime.fromisoformat(stated or "").astimezone(UTC).date()
    except (ValueError, OverflowError):
        return NO_DAY
