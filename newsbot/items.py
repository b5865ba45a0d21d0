"""The record `newsbot.article/1` and its parts: the one place where a field is defined.

JSON key = attribute name, JSON key order = attribute order. `newsbot schema` prints the JSON Schema that
`newsbot.schema` derives from these classes, so a field is never described twice.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, Literal, cast

SCHEMA = "newsbot.article/1"

Kind = Literal["article", "gallery", "video", "live", "index", "paywall", "blocked", "other"]
Precision = Literal["second", "minute", "day"]
BlockType = Literal["paragraph", "heading", "list_item", "quote", "table_row", "image", "embed"]
Severity = Literal["info", "warning", "error"]
Bin = Literal[
    "related", "promo", "widget", "ad", "byline", "caption", "paging", "legal", "comments", "navigation"
]


@dataclass(frozen=True, slots=True)
class Problem:
    """A trouble found on a page. `code` is stable and machine-readable, `detail` is for people."""

    code: str
    field: str | None = None
    severity: Severity = "warning"
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Publisher:
    """The outlet as it signs: a Tribun regional title, not its owner."""

    name: str
    domain: str


@dataclass(frozen=True, slots=True)
class Person:
    """A named person. `name` is white-space clean, `name_raw` the byline part it was read from."""

    name: str
    role: str
    url: str | None = None
    name_raw: str | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the article. `caption` and `credit` are apart; `width` and `height` are pixels as stated."""

    url: str | None
    caption: str | None = None
    credit: str | None = None
    alt: str | None = None
    width: int | None = None
    height: int | None = None
    is_main: bool = False


@dataclass(frozen=True, slots=True)
class Video:
    """An embedded video."""

    url: str
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the body in reading order; `level` is a heading's (1 to 6), `url` an embed's or image's."""

    type: BlockType
    text: str
    level: int | None = None
    image: Image | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """A link insert ("Baca juga") that was taken out of the body."""

    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date inside `article_body`: character offsets, resolved against `relative_to` where it was partial."""

    text: str
    start: int
    end: int
    date: str | None
    precision: str
    weekday_ok: bool | None
    relative_to: str | None


@dataclass(frozen=True, slots=True)
class Language:
    """The language of the body as a BCP 47 code, with the share of its function words (0 to 1)."""

    code: str
    score: float


@dataclass(frozen=True, slots=True)
class Http:
    """What the server said of the page."""

    status: int | None = None
    content_type: str | None = None
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the bytes came from: a live fetch, or a place in an archive."""

    kind: Literal["live", "html", "text", "warc", "wacz", "cache"] = "html"
    path: str | None = None
    offset: int | None = None
    record_id: str | None = None


@dataclass(frozen=True, slots=True)
class Announcement:
    """A further document that announced the page; `announced_url` is what it named, where that is another address."""

    kind: str
    url: str | None = None
    announced_url: str | None = None


@dataclass(frozen=True, slots=True)
class Discovery:
    """How a crawl found the page, and what the index said of it: the announcement that told most, the address that it
    named where the page has another, and up to ten further announcements."""

    kind: str
    url: str | None = None
    lastmod: str | None = None
    title: str | None = None
    date: str | None = None
    announced_url: str | None = None
    others: list[Announcement] = field(default_factory=list)

    def __post_init__(self) -> None:
        given = cast("list[Any]", self.others)  # as JSON has them
        others = [Announcement(**one) if isinstance(one, dict) else one for one in given]
        object.__setattr__(self, "others", others)


@dataclass(frozen=True, slots=True)
class Extraction:
    """Which program and which portal rules read the page."""

    version: str
    portal_rules_digest: str | None = None
    layout: str | None = None


@dataclass(frozen=True, slots=True)
class FieldSource:
    """Where a field's value came from, and which other witnesses agreed or did not."""

    witness: str
    rule: str
    agrees: list[str] = field(default_factory=list)
    disagrees: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Removed:
    """Noise taken from inside the article area: nothing goes into the void."""

    rule: str
    kind: Bin
    text: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class JoinedPage:
    """A further document that the record was joined of: its address without tracking, when and how it was fetched, the
    digest of its bytes, and where they came from."""

    url: str | None = None
    fetched_at: str | None = None
    http: Http = field(default_factory=Http)
    payload_digest: str = ""
    origin: Origin = field(default_factory=Origin)


@dataclass(slots=True)
class Metadata:
    """Everything about the record that is not the article.

    `confidence` is how likely text, headline and date are right (0 to 1), null where the page is no article. `pages`
    are the documents that were joined beside the one that the other keys tell of: by page number, a show-all form last.
    """

    fetched_at: str | None = None
    http: Http = field(default_factory=Http)
    payload_digest: str = ""
    origin: Origin = field(default_factory=Origin)
    discovery: Discovery | None = None
    extraction: Extraction = field(default_factory=lambda: Extraction("0"))
    fields: dict[str, FieldSource] = field(default_factory=dict)
    removed: list[Removed] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    confidence: float | None = None
    pages: list[JoinedPage] = field(default_factory=list)


NO_VALUE: tuple[object, ...] = (None, "", [])
"""What a key holds of which a page says nothing."""


@dataclass(slots=True)
class Article:
    """One record. Every key is always present; a missing value is null, `[]` or `{}`, with a problem code."""

    id: str
    portal: str
    publisher: Publisher
    url: str | None
    canonical_url: str | None
    kind: Kind
    headline: str | None = None
    alternative_headline: str | None = None
    description: str | None = None
    dateline: str | None = None
    dateline_raw: str | None = None
    article_body: str = ""
    blocks: list[Block] = field(default_factory=list)
    date_published: str | None = None
    date_published_raw: str | None = None
    date_published_precision: Precision | None = None
    date_modified: str | None = None
    date_modified_raw: str | None = None
    authors: list[Person] = field(default_factory=list)
    editors: list[Person] = field(default_factory=list)
    contributors: list[Person] = field(default_factory=list)
    initials: str | None = None
    images: list[Image] = field(default_factory=list)
    videos: list[Video] = field(default_factory=list)
    section: str | None = None
    breadcrumbs: list[str] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    topic: str | None = None
    related: list[Related] = field(default_factory=list)
    date_mentions: list[DateMention] = field(default_factory=list)
    in_language: Language | None = None
    is_accessible_for_free: bool | None = None
    is_based_on: str | None = None
    page_count: int = 1
    next_page_url: str | None = None
    is_complete: bool = True
    word_count: int = 0
    content_digest: str | None = None
    metadata: Metadata = field(default_factory=Metadata)

    def to_dict(self) -> dict[str, Any]:
        """The record as plain JSON types, keys in contract order, `schema` first."""
        return {"schema": SCHEMA, **_plain(self)}

    def to_json(self) -> str:
        """The record as one line of JSON without a line end; the same record always gives the same line."""
        return line_of({"schema": SCHEMA, **_fields(self)})


_FIELDS: dict[type, tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]] = {}
"""The names of a dataclass's fields, and what reads them all at once."""


def _plain(value: Any) -> Any:
    """Dataclasses to dicts; far cheaper than `dataclasses.asdict`, which deep-copies every leaf."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return {name: _plain(inner) for name, inner in _fields(value).items()}


def _fields(value: Any) -> dict[str, Any]:
    """The fields of a dataclass as they are; raises TypeError for anything else."""
    kind = type(value)
    known = _FIELDS.get(kind)
    if known is None:
        names = tuple(f.name for f in dataclasses.fields(kind))
        known = _FIELDS[kind] = (names, _reader(names))
    names, read = known
    return dict(zip(names, read(value), strict=True))


def _reader(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)  # of one name it gives the bare value


line_of = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, separators=(",", ":"), default=_fields
).encode
"""A value as one line of JSON. The encoder asks for the fields of a dataclass when it meets one, so a record is gone
through once, and not by Python: half the price of `json.dumps` of a plain copy. Records hold no circles."""


class NotAPage(ValueError):
    """The input is no page at all (empty, binary, over a limit). `reason` is a stable code."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail

    def __reduce__(self) -> tuple[type[NotAPage], tuple[str, str]]:
        return NotAPage, (self.reason, self.detail)


@dataclass(slots=True)
class Reject:
    """An input that gave no record: `reason` is a stable code, `detail` says it to people."""

    path: str | None
    url: str | None
    reason: str
    detail: str
    offset: int | None = None

    def to_json(self) -> str:
        """One line of the rejects file, without a line end."""
        return line_of(self)


@dataclass(slots=True)
class Outcome:
    """What came of one input: an article of any kind, or a reject; exactly one of the two is set."""

    article: Article | None = None
    reject: Reject | None = None
