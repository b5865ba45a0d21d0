"""One key for an article, whichever of its addresses is at hand: mirrors, AMP, pages, tracking."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import urlunsplit

from newsbot.lexicon import any_of, cached
from newsbot.normalizers.urls import article_id, clean_url
from newsbot.pages.addresses import split_address
from newsbot.portals import Portal, host_of


@cached
def _variant() -> re.Pattern[str]:
    """Parameters that name a view or a way in, beside those that `clean_url` takes off."""
    begun = rf"{any_of('addresses.parameters.variant_begins')}\w+"
    return re.compile(rf"{any_of('addresses.parameters.variant')}|{begun}", re.IGNORECASE)


def article_key(url: str, portal: Portal | None) -> str:
    """`portal:number` where the address carries the site's own number, as in the id of the article's record, else
    `portal:hash` (the host in place of a portal) of the address without scheme, mirror host, AMP mark, page and
    tracking.

    >>> article_key("https://m.contoh.id/garam/?page=2", None) == article_key("http://contoh.id/garam", None)
    True
    """
    cleaned = _without_variant(clean_url(url) or url)
    host = host_of(url) if portal else _bare_host(url)
    forms: list[str | None] = [cleaned, *_main_forms(cleaned)] if portal else [cleaned]
    return article_id(portal, host, forms, hashlib.sha256(url.encode("utf-8", "replace")).hexdigest())


def _main_forms(url: str) -> list[str | None]:
    """The address as the main site may have it, for a number that the portal's rules know only there."""
    parts = split_address(url)
    path = re.sub(r"/amp(?=/|$)", "", parts.path)
    bare = _bare_host(url)
    hosts = dict.fromkeys((parts.netloc, bare, f"www.{bare}"))
    return [urlunsplit(parts._replace(netloc=host, path=path)) for host in hosts]


def _bare_host(url: str) -> str:
    """A host without the names of its mirrors: of no portal is known which of them is the main one."""
    return re.sub(r"^(?:(?:www|m|amp|mobile)\.)+", "", host_of(url))


def _without_variant(url: str) -> str:
    parts = split_address(url)
    kept = [
        pair for pair in parts.query.split("&") if pair and not _variant().fullmatch(pair.partition("=")[0])
    ]
    return urlunsplit(parts._replace(query="&".join(kept)))
