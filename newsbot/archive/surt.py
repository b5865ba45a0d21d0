"""The key by which an index of captures names an address: host turned round, what makes no other page left out.

The form is that of the Internet Archive's Sort-friendly URI Reordering Transform, which CDX and CDXJ indexes are sorted
by and players look up (https://github.com/internetarchive/surt, and section 2 of
https://specs.webrecorder.net/cdxj/0.1.0/). A player makes the key anew from the address that it is asked for, so the
rules here are its rules and not newsbot's own of what is one article.
"""

from __future__ import annotations

import re
from urllib.parse import quote_from_bytes, unquote_to_bytes, urlsplit

_SAFE = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in "#%")
_WWW = re.compile(r"^www\d*\.")
_PORTS = {"http": 80, "https": 443}
_TURNS = 8
"""How often what is escaped is unescaped again: `%2525` is as good as `%`."""
_PATH_SESSION = re.compile(r"/\((?:[0-9a-z]{24}|(?:[a-z]\([0-9a-z]{24}\))+)\)(?=/[^?]+\.aspx)")
"""Of ASP.NET, which writes it as a step of the path."""
_QUERY_SESSION = re.compile(
    r"(?:^|(?<=&))(?:jsessionid=[0-9a-z]{32}|phpsessid=[0-9a-z]{32}|sid=[0-9a-z]{32}"
    r"|aspsessionid[a-z]{8}=[a-z]{24}|cfid=[^&]+&cftoken=[^&]+)(?:&|$)"
)


def key_of(url: str) -> str:
    """The key of an address; what is none of the web, or cannot be taken apart, is its own key.

    >>> key_of("https://www.kabar.example:443/Daerah/Panen/?b=2&a=1#atas")
    'example,kabar)/daerah/panen?a=1&b=2'
    >>> key_of("urn:newsbot:catatan")
    'urn:newsbot:catatan'
    """
    bare = re.sub(r"[\t\r\n]", "", url.strip())
    try:
        parts = urlsplit(bare)
        scheme, host, port = parts.scheme.lower(), parts.hostname, parts.port
    except ValueError:
        return _one_word(bare)
    if scheme not in _PORTS or not host:
        return _one_word(bare)
    place = _turned(host) + (f":{port}" if port and port != _PORTS[scheme] else "")
    return f"{place}){_path(parts.path)}{_query(parts.query)}"


def _one_word(url: str) -> str:
    """A line of the index is split at its spaces."""
    return quote_from_bytes(url.encode("utf-8", "surrogatepass"), safe=_SAFE + "#%")


def _turned(host: str) -> str:
    name = _WWW.sub("", _ascii(host).strip("."))
    return ",".join(reversed(name.split(".")))


def _ascii(host: str) -> str:
    try:
        return _one_word(host.lower().encode("idna").decode("ascii"))
    except UnicodeError:
        return _one_word(host.lower())


def _path(path: str) -> str:
    steps: list[str] = []
    for step in _plain(path).split("/"):
        if step == ".." and steps:
            steps.pop()
        elif step not in ("", ".", ".."):
            steps.append(step)
    return _PATH_SESSION.sub("", "/" + "/".join(steps))


def _query(query: str) -> str:
    kept = _QUERY_SESSION.sub("", _plain(query))
    return "?" + "&".join(sorted(kept.split("&"))) if kept else ""


def _plain(text: str) -> str:
    """Lower case, with nothing escaped but what must be."""
    data = text.encode("utf-8", "surrogatepass")
    for _ in range(_TURNS):
        before, data = data, unquote_to_bytes(data)
        if data == before:
            break
    return quote_from_bytes(data, safe=_SAFE).lower()
