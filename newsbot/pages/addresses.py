"""Addresses as pages give them: malformed ones are empty, never an exception."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urljoin, urlsplit

from newsbot import lexicon

_EMPTY = SplitResult("", "", "", "", "")


def split_address(url: str | None) -> SplitResult:
    """The parts of an address, all empty where it is none ("http://[x").

    >>> split_address("http://[x").path, split_address("https://a.id/x").path
    ('', '/x')
    """
    try:
        parts = urlsplit(url or "")
        parts.hostname  # noqa: B018 - the host is only parsed, and found malformed, when it is asked for
    except ValueError:
        return _EMPTY
    return parts


def join_address(base: str | None, url: str | None) -> str | None:
    """The address that a link on a page leads to, or None where one of the two is malformed.

    >>> join_address("https://a.id/x", "/y")
    'https://a.id/y'
    """
    try:
        return urljoin(base or "", (url or "").strip()) or None
    except ValueError:
        return None


def plays_video(url: str) -> bool:
    """Whether the address of an embedded page is that of a video player.

    >>> plays_video("https://www.youtube.com/embed/a1"), plays_video("https://peta.contoh.id/a1")
    (True, False)
    """
    return any(mark in url for mark in lexicon.words("addresses.players.video"))


@lexicon.cached
def _listing() -> re.Pattern[str]:
    steps = lexicon.alternation(lexicon.words("addresses.no_article.linked"))
    story = r"/indeks/\d{4,}/[^/-]+-[^/-]+-"
    return re.compile(
        rf"(?!{story})/{steps}(?:/|\?|$)|^/?$|^/(?:19|20)\d\d(?:/\d{{1,2}}){{0,2}}/?$", re.IGNORECASE
    )


def leads_to_file(url: str | None) -> bool:
    """Whether an address is a picture's or another file's by its ending.

    >>> leads_to_file("https://a.id/foto/utama.JPG"), leads_to_file("https://a.id/berita/panen.html")
    (True, False)
    """
    _, dot, ending = split_address(url).path.rpartition(".")
    return bool(dot) and ending.lower() in lexicon.word_set("addresses.no_article.endings")


def leads_to_listing(url: str | None) -> bool:
    """Whether an address is no story but a list of them or somebody's page: tag, channel, writer, day, front page.

    The index may be a channel as well, with a story's number and words behind it.

    >>> leads_to_listing("https://a.id/tag/garam"), leads_to_listing("https://a.id/2023/09/13/panen-garam")
    (True, False)
    >>> leads_to_listing("https://a.id/indeks/5380049/petani-panen-garam")
    False
    """
    return bool(_listing().search(split_address(url).path))


def leads_to_writer(url: str | None) -> bool:
    """Whether an address is the page of one writer.

    >>> leads_to_writer("/penulis/wira-samudra"), leads_to_writer("/penulis-Wira"), leads_to_writer("/penulis/")
    (True, True, False)
    >>> leads_to_writer("https://a.id/u/wira"), leads_to_writer("/tag/u/ujian-nasional/")
    (True, False)
    >>> leads_to_writer("/@wira"), leads_to_writer("https://video.id/@kabarlintang")
    (True, False)
    """
    address = (url or "").lower()
    return bool(_writers().search(address) or _first_steps().fullmatch(address))


@lexicon.cached
def _writers() -> re.Pattern[str]:
    """The steps of writers' pages, in small letters: a pattern that heeds no case is tried at every place, not at each
    slash alone."""
    steps, joined = lexicon.any_of("addresses.writers.steps"), lexicon.any_of("addresses.writers.joined")
    return re.compile(rf"/(?:{steps}/[\w@.%-]+|{joined}-[\w@.%-]+/?$)")


@lexicon.cached
def _first_steps() -> re.Pattern[str]:
    """The pages of writers by their first step; "/@wira" is one of the site itself, for accounts of networks have a
    host."""
    first = lexicon.any_of("addresses.writers.first")
    return re.compile(rf"(?:(?:(?:https?:)?//[^/]+)?/{first}/[\w@.%-]+|/@[\w.%-]+)/?")


def leads_to_post(url: str | None) -> bool:
    """Whether an address is that of one post in a network.

    >>> leads_to_post("https://twitter.com/wira/status/14?ref_src=twsrc"), leads_to_post("https://twitter.com/wira")
    (True, False)
    """
    return bool(url and _posts().match(url))


@lexicon.cached
def _posts() -> re.Pattern[str]:
    return re.compile(
        rf"(?:https?:)?//(?:[a-z]+\.)?(?:{lexicon.forms('addresses.posts.forms')})", re.IGNORECASE
    )


def leads_to_tag(url: str | None) -> bool:
    """Whether an address is that of a tag's stories, among links that may be tags.

    >>> leads_to_tag("https://a.id/label/garam"), leads_to_tag("https://a.id/2023/panen-garam")
    (True, False)
    """
    return bool(url and _tags().search(url.lower()))


@lexicon.cached
def _tags() -> re.Pattern[str]:
    return re.compile(rf"/{lexicon.any_of('addresses.tags.steps')}[/=]")
