"""Only public addresses are asked: a page must not make the crawler read its own machine or network.

Two gates, since either alone has a hole. The middleware refuses a URL that names a forbidden scheme or a private
address outright; the resolver refuses a name that leads to one, whatever redirect or sitemap gave the name, and the
connection goes to the very address that was checked, so a name cannot change its mind in between.
"""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy import signals
from scrapy.exceptions import IgnoreRequest
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.error import DNSLookupError

from newsbot.crawl.figures import asked_for_by, count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapy import Request
    from scrapy.crawler import Crawler
    from twisted.internet.base import ReactorBase
    from twisted.internet.defer import Deferred

ALLOW_PRIVATE = "NEWSBOT_ALLOW_PRIVATE"
"""Setting: true for all private addresses, or those that may be asked, comma-separated ("127.0.0.1")."""
MAX_URL = 4_000
"""Characters of an address; servers commonly refuse more than 8,000."""


class RefusedAddress(IgnoreRequest):
    """The address may not be asked; the message says why."""


def is_public(address: str) -> bool:
    """Whether an IP address is reachable for everybody: not loopback, private, link-local, reserved or multicast.

    >>> is_public("8.8.8.8"), is_public("169.254.169.254"), is_public("::ffff:10.0.0.1")
    (True, False, False)
    """
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = parsed.ipv4_mapped or parsed.sixtofour or (parsed.teredo[1] if parsed.teredo else None)
        if inner is not None:
            return is_public(str(inner))
        if parsed in _NAT64:
            return is_public(str(ipaddress.IPv4Address(int(parsed) & 0xFFFF_FFFF)))
    return parsed.is_global and not parsed.is_multicast


_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class Allowed:
    """Which private addresses may be asked: none, all, or some.

    >>> "10.0.0.1" in Allowed(None), "10.0.0.1" in Allowed("true"), "10.0.0.1" in Allowed("127.0.0.1")
    (False, True, False)
    """

    def __init__(self, setting: object) -> None:
        text = str(setting or "").strip().lower()
        self._all = text in ("1", "true", "yes")
        self._some = (
            () if text in ("", "0", "false", "no") else tuple(part.strip() for part in text.split(","))
        )

    def __contains__(self, address: str) -> bool:
        return self._all or address in self._some


_NOTHING = Allowed(None)


def refusal(url: str, *, allowed: Allowed = _NOTHING) -> str | None:
    """Why a URL may not be asked, or None where it may. Names are judged later, when they are resolved.

    >>> refusal("file:///etc/passwd")
    'scheme file'
    >>> refusal("http://127.0.0.1/x"), refusal("https://www.kompas.com/read")
    ('private address 127.0.0.1', None)
    """
    if len(url) > MAX_URL:
        return f"address of {len(url)} characters"
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        return f"malformed address: {error}"
    if parts.scheme not in ("http", "https"):
        return f"scheme {parts.scheme[:20]}"
    if parts.username is not None or not host:
        return "address with user information" if host else "address without host"
    literal = _literal(host)
    if literal and literal not in allowed and not is_public(literal):
        return f"private address {host}"
    if "%" in host:  # a name is written in letters: what it stands for would be judged nowhere
        return f"malformed address: host {host[:80]}"
    return None


def _literal(host: str) -> str | None:
    """The IP address that a host is, also where it is written as resolvers of C libraries read it (0x7f.1, 127.1)."""
    try:
        return str(ipaddress.ip_address(host.partition("%")[0]))
    except ValueError:
        pass
    parts = host.rstrip(".").split(".")
    try:
        numbers = [
            int(part, 0 if part.lower().startswith("0x") else 8 if part[:1] == "0" else 10) for part in parts
        ]
    except ValueError:
        return None
    *high, last = numbers
    if (
        len(parts) > 4
        or any(not 0 <= number <= 255 for number in high)
        or not 0 <= last < 256 ** (5 - len(parts))
    ):
        return None
    value = last + sum(number << (8 * (3 - place)) for place, number in enumerate(high))
    return str(ipaddress.IPv4Address(value))


class PublicAddressesMiddleware:
    """Refuses requests to forbidden schemes and private addresses, redirected ones too: a redirect is a new request."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._allowed = Allowed(crawler.settings.get(ALLOW_PRIVATE))

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> PublicAddressesMiddleware:
        middleware = cls(crawler)
        crawler.signals.connect(middleware.install_resolver, signal=signals.spider_opened)
        return middleware

    def install_resolver(self) -> None:
        """Names are resolved by `PublicResolver` from here on.

        Scrapy's process installs its own when it starts the reactor, by TWISTED_DNS_RESOLVER of the project's
        settings, which no add-on reaches: so ours comes after it, and before the first request.
        """
        from twisted.internet import reactor

        PublicResolver.from_crawler(self._crawler, reactor).install_on_reactor()

    def process_request(self, request: Request) -> None:
        """Raises RefusedAddress where the URL may not be asked."""
        if reason := refusal(request.url, allowed=self._allowed):
            self._refuse(request, reason)

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Raises RefusedAddress where the resolver refused the host: no retry helps."""
        host = urlsplit(request.url).hostname or ""
        if host in PublicResolver.refused:
            self._refuse(request, f"{host} resolves to private address {PublicResolver.refused[host]}")

    def _refuse(self, request: Request, reason: str) -> None:
        count(self._crawler, "gate/refused_address", asked_for_by(request))
        raise RefusedAddress(reason)


class PublicResolver(CachingThreadedResolver):
    """Scrapy's resolver, which refuses names that lead to addresses that are not public."""

    refused: dict[str, str] = {}  # noqa: RUF012 - one resolver serves the process, as Scrapy's own name cache does
    """Host to the private address it led to."""

    def __init__(
        self, reactor: ReactorBase, cache_size: int, timeout: float, allowed: Allowed = _NOTHING
    ) -> None:
        super().__init__(reactor, cache_size, timeout)
        self._allowed = allowed

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> PublicResolver:
        settings = crawler.settings
        size = settings.getint("DNSCACHE_SIZE") if settings.getbool("DNSCACHE_ENABLED") else 0
        return cls(reactor, size, settings.getfloat("DNS_TIMEOUT"), Allowed(settings.get(ALLOW_PRIVATE)))

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> Deferred[str]:  # noqa: N802 - Twisted's name
        """The address of the name; fails with DNSLookupError where it is not public."""
        found = super().getHostByName(name, timeout)
        found.addCallback(self._only_public, name)
        return found

    def _only_public(self, address: Any, name: str) -> Any:
        if is_public(str(address)) or str(address) in self._allowed:
            return address
        if len(self.refused) < 10_000:
            self.refused[name] = str(address)
        raise DNSLookupError(f"{name} leads to {address}, which is not a public address")
