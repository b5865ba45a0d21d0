"""How a portal's addresses name the pages of an article: what a declaration says of it, and its meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

Place = Literal["query", "path", "offset"]
_NUMBER = re.compile(r"\?(?P<key>\w+)=N|/N(?P<offset> by offset)?")
_WHOLE = re.compile(r"(?:\?(\w+=\w+)|(/\w+))")
_FOR_ALL = " for all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """How the addresses of an article's pages differ from its own.

    `key` is the parameter that holds a page's number ("hal" of "?hal=2"). Where `place` is "path" the number is the
    last step ("/2"); where it is "offset" it is too, and counts paragraphs: the number of a page is that of its first.
    `whole` is what asks for all pages in one document, a parameter with its value ("lengkap=1") or a last step
    ("/all"). Raises ValueError where they do not go together.

    >>> Paging.read("?hal=N; ?lengkap=1 for all")
    Paging(key='hal', place='query', whole='lengkap=1')
    """

    key: str | None = None
    place: Place = "query"
    whole: str | None = None

    def __post_init__(self) -> None:
        if self.place not in get_args(Place):
            raise ValueError(f"paging in {self.place!r} is none of {', '.join(get_args(Place))}")
        if self.key and (self.place != "query" or not re.fullmatch(r"\w+", self.key)):
            raise ValueError(f"paging has no key {self.key!r} in {self.place}")
        if self.whole and not _WHOLE.fullmatch(_asked(self.whole)):
            raise ValueError(f'paging for all is no "page=all" and no "/all": {self.whole!r}')
        if not (self.key or self.whole or self.place != "query"):
            raise ValueError("paging says neither a number nor a form for all")

    @classmethod
    def read(cls, notation: str) -> Paging:
        """What a notation means: "?page=N", "/N", "/N by offset", "?page=all", or a form for numbers and one for all,
        as "?page=N; ?page=all for all". Raises ValueError for any other."""
        number, _, both = notation.partition("; ")
        whole = both.removesuffix(_FOR_ALL)
        found = _NUMBER.fullmatch(number)
        if bool(both) != both.endswith(_FOR_ALL) or (both and not found):
            raise ValueError(f'paging is no "?page=N; ?page=all for all": {notation!r}')
        if not found:
            number, whole = "", number
        asked = _WHOLE.fullmatch(whole)
        if whole and not asked:
            raise ValueError(f'paging is no "?page=N; ?page=all for all": {notation!r}')
        return cls(
            key=found["key"] if found else None,
            place=_place(found) if found else "query",
            whole=(asked[1] or asked[2]) if asked else None,
        )

    @property
    def notation(self) -> str:
        """The notation that means this."""
        number = (
            f"?{self.key}=N" if self.key else {"path": "/N", "offset": "/N by offset"}.get(self.place, "")
        )
        whole = _asked(self.whole) if self.whole else ""
        return f"{number}; {whole}{_FOR_ALL}" if number and whole else number or whole

    @property
    def has_numbers(self) -> bool:
        """Whether pages have addresses of their own."""
        return bool(self.key) or self.place != "query"

    @property
    def is_in_path(self) -> bool:
        """Whether pages differ by what stands behind the article's path."""
        return self.place != "query" or bool(self.whole and self.whole.startswith("/"))


def _place(number: re.Match[str]) -> Place:
    if number["key"]:
        return "query"
    return "offset" if number["offset"] else "path"


def _asked(whole: str) -> str:
    return whole if whole.startswith("/") else f"?{whole}"
