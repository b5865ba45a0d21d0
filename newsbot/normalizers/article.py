"""RawArticle -> Article: strings as printed become typed, zoned, clean values, each with its source."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import lru_cache

from newsbot.extractors.raw import Body, Candidate, RawArticle, RawVideo
from newsbot.items import Article, FieldSource, Metadata, Problem, Publisher, Video
from newsbot.language.names import is_place, site_name
from newsbot.language.text import BLANKS, clean, fold
from newsbot.lexicon import any_of, cached
from newsbot.normalizers.body import cut_dateline, cut_writer, typed_blocks, typed_images
from newsbot.normalizers.dates import read_times
from newsbot.normalizers.derive import derive
from newsbot.normalizers.people import read_people
from newsbot.normalizers.section import read_breadcrumbs, read_keywords, read_section
from newsbot.normalizers.urls import article_id, canonical, clean_url, url_day
from newsbot.normalizers.zones import zone_told
from newsbot.portals import Portal, Registry, host_of, registry

_SITE_SUFFIX = re.compile(rf"{BLANKS}(?:[|»–—-]|::?)\s+[^|»–—]{{2,40}}$")
_SOURCE = re.compile(
    r"^\(?(?:sumber|source)(?: berita| artikel)?\s*+:?\s*+(?P<name>.{2,100}?)\)?$", re.IGNORECASE
)


@cached
def _syndicated() -> re.Pattern[str]:
    """Where an article was printed first."""
    printed = any_of("furniture.published.words")
    name = r"(?P<name>[\w.\-]+(?:\s(?-i:[A-Z])[\w.]+)?)"
    return re.compile(rf"\b{printed}\b[^.]{{0,30}}?\b(?:di|pada|oleh|dalam)\s+{name}", re.IGNORECASE)


def build_article(
    raw: RawArticle, *, portal: Portal | None, url: str | None, fetched_at: str | None, payload_digest: str
) -> Article:
    """The typed article of a raw one; its metadata hold sources, removed noise and problems, no transport facts."""
    meta = Metadata(fetched_at=fetched_at, payload_digest=payload_digest)
    own = _own_url(raw, url)
    host = host_of(own)
    brands = (*portal.brands, portal.name, *portal.names.values()) if portal else _own_names(raw, host)
    article = Article(
        id="",
        portal=portal.id if portal else host or "unknown",
        publisher=_publisher(raw, portal, host, meta),
        url=clean_url(url) or own,
        canonical_url=None,
        kind=raw.kind or "article",
    )
    article.metadata = meta
    article.canonical_url = _canonical(raw, url, meta, portal)
    article.id = article_id(
        portal, host, [article.canonical_url, url, own], payload_digest, in_path=raw.page_in_path
    )
    _headline(article, raw, meta)
    body = _body(article, raw, portal, brands)
    _times(article, raw, portal, host, fetched_at, own)
    _people(article, raw, body, brands)
    _labels(article, raw, body, brands)
    derive(article)
    meta.problems[:0] = raw.problems
    if any(problem.code in _LACKING for problem in (*raw.problems, *raw.body.problems)):
        article.is_complete = False
    return article


_LACKING = ("missing_page", "body_too_long")
"""Problems by which text is known to be missing."""


def _own_url(raw: RawArticle, url: str | None) -> str | None:
    for candidate in (*raw.all("canonical"), *raw.all("url")):
        if cleaned := clean_url(candidate.value, url):
            return url or cleaned
    return url


def _own_names(raw: RawArticle, host: str) -> tuple[str, ...]:
    """What an unknown outlet may sign with: its host, the name in it, the site name it states, that name's first word
    in capitals ("ANTARA News Sulawesi Tengah"), and what a text dump shows to be its own."""
    site = raw.all("site_name")
    label = site_name(host).replace("-", " ")
    names = [host.removeprefix("www."), "" if is_place(label) or len(label) < _LABEL else label]
    stated = clean(site[0].value) if site else ""
    first = stated.split(" ", 1)[0]
    short = first if first.isupper() and first.isalpha() and _LABEL <= len(first) < len(stated) else ""
    signed = (candidate.value for candidate in raw.all("own_name"))
    return tuple(name for name in (*names, stated, short, *signed) if name)


_LABEL = 5
"""Letters of the name in a host below which it may be any word."""


def _publisher(raw: RawArticle, portal: Portal | None, host: str, meta: Metadata) -> Publisher:
    """The outlet as it signs; the name of one that is known by other hosts is no signature: any page may state it."""
    if portal:
        return Publisher(portal.name_of(host), host or next(iter(portal.domains), "").removeprefix("*."))
    site = raw.all("site_name")
    name = clean(site[0].value) if site else ""
    if host and _is_elsewhere(name, host):
        meta.problems.append(Problem("foreign_site_name", "publisher", "warning", name))
        name = host
    return Publisher(name or host, host)


def _is_elsewhere(name: str, host: str) -> bool:
    """Whether a name is the signature of declared portals alone, none of which has the host or one around it."""
    owners = _signing(registry()).get(fold(name), ())
    return bool(owners) and not any(f".{host}".endswith(f".{own}") for own in owners)


@lru_cache(maxsize=1)
def _signing(known: Registry) -> dict[str, set[str]]:
    """The hosts of the portals that sign with a name, by the name in small letters."""
    hosts: dict[str, set[str]] = defaultdict(set)
    for name, portal in known.signatures:
        hosts[fold(name)] |= {one.removeprefix("*.").partition("/")[0] for one in portal.domains}
    return dict(hosts)


def _canonical(raw: RawArticle, url: str | None, meta: Metadata, portal: Portal | None) -> str | None:
    """rel=canonical, else og:url, else the JSON-LD page: only where it leads into a page, not to the front page."""
    paging = portal.pages if portal else None
    for candidate in (*raw.all("canonical"), *raw.all("url")):
        if not candidate.value.strip().startswith(("http", "/")):
            continue  # an article number instead of a URL (promedia 2020)
        cleaned = canonical(candidate.value, url, in_path=raw.page_in_path, paging=paging)
        if cleaned and len(cleaned.partition("://")[2].rstrip("/").partition("/")[2]) > 3:
            meta.fields["canonical_url"] = FieldSource(candidate.witness, candidate.rule)
            return cleaned
    return None


def choose(candidates: list[Candidate], meta: Metadata, name: str) -> str | None:
    """The first candidate's clean value; the source names which other witnesses agree and which do not."""
    values = [(candidate, value) for candidate in candidates if (value := clean(candidate.value))]
    if not values:
        return None
    winner, value = values[0]
    agrees: list[str] = []
    disagrees: list[str] = []
    for candidate, other in values[1:]:
        (agrees if fold(other) == fold(value) else disagrees).append(f"{candidate.witness}:{candidate.rule}")
    meta.fields[name] = FieldSource(winner.witness, winner.rule, agrees, disagrees)
    return value


def _headline(article: Article, raw: RawArticle, meta: Metadata) -> None:
    ranked = sorted(raw.all("headline"), key=lambda candidate: not candidate.printed)
    article.headline = choose(ranked, meta, "headline")
    source = meta.fields.get("headline")
    if article.headline and source and source.witness in ("meta", "title"):
        article.headline = without_site(article.headline)
    if not article.headline:
        meta.problems.append(Problem("missing", "headline", "error"))
    article.alternative_headline = choose(raw.all("alternative_headline"), meta, "alternative_headline")
    if article.alternative_headline and fold(article.alternative_headline) == fold(article.headline or ""):
        article.alternative_headline = None
    article.description = choose(
        sorted(raw.all("description"), key=lambda c: c.witness != "meta"), meta, "description"
    )
    article.topic = (choose(raw.all("topic"), meta, "topic") or "").lstrip("# ") or None


def without_site(title: str) -> str:
    """A title without the outlet's suffix.

    >>> without_site("Hujan Deras di Solo - Tribun Solo")
    'Hujan Deras di Solo'
    """
    return _SITE_SUFFIX.sub("", title)


def _body(article: Article, raw: RawArticle, portal: Portal | None, brands: tuple[str, ...]) -> Body:
    """Set what the body gives; the body without its dateline and its writer's name."""
    meta = article.metadata
    found, blocks = cut_dateline(
        raw.body.blocks, brands, bool(portal and portal.city_dateline), unknown=portal is None
    )
    if found:
        article.dateline, article.dateline_raw = found.place, found.raw
        meta.fields["dateline"] = FieldSource("body", "dateline grammar")
    body = cut_writer(raw, replace(raw.body, blocks=tuple(blocks)))
    meta.removed = [*body.removed, *raw.removed]
    article.related = list(body.related)
    article.blocks = typed_blocks(body.blocks)
    pictures = raw.pictures(body)
    article.images = typed_images(pictures)
    if lacking := sum(image.url is None for image in article.images):
        detail = f"{lacking} of {len(article.images)} pictures have a caption or credit and no address"
        meta.problems.append(Problem("missing_url", "images", "info", detail))
    article.videos = [Video(video.url, video.caption) for video in _once(body.videos)]
    if body.witness:
        meta.fields["article_body"] = FieldSource(*body.witness)
    if article.images:
        meta.fields["images"] = FieldSource(pictures[0].witness, pictures[0].rule)
    return body


def _once(videos: tuple[RawVideo, ...]) -> list[RawVideo]:
    """Each address once, with the caption that one of its players has."""
    captions: dict[str, str | None] = {}
    for video in videos:
        captions[video.url] = captions.get(video.url) or video.caption
    return [RawVideo(url, caption) for url, caption in captions.items()]


def _times(
    article: Article,
    raw: RawArticle,
    portal: Portal | None,
    host: str,
    fetched_at: str | None,
    url: str | None,
) -> None:
    zone = portal.zone_of(host) if portal else zone_told(raw)
    times = read_times(
        raw, zone, fetched_at, url_day(url), url_day(article.canonical_url), dateline=article.dateline_raw
    )
    article.date_published, article.date_published_raw = times.published, times.published_raw
    article.date_published_precision = times.precision
    article.date_modified, article.date_modified_raw = times.modified, times.modified_raw
    article.metadata.fields.update(times.fields)
    article.metadata.problems += times.problems


def _people(article: Article, raw: RawArticle, body: Body, brands: tuple[str, ...]) -> None:
    people = read_people(raw, body, brands)
    article.authors, article.editors, article.contributors = (
        people.authors,
        people.editors,
        people.contributors,
    )
    article.initials = people.initials
    article.metadata.fields.update(people.fields)
    article.metadata.problems += people.problems


def _labels(article: Article, raw: RawArticle, body: Body, brands: tuple[str, ...]) -> None:
    meta = article.metadata
    article.breadcrumbs, crumb_source = read_breadcrumbs(raw, article.headline)
    if crumb_source:
        meta.fields["breadcrumbs"] = crumb_source
    article.section, source = read_section(
        raw, article.breadcrumbs, crumb_source, (article.publisher.name, article.publisher.domain, *brands)
    )
    if source:
        meta.fields["section"] = source
    article.keywords, source = read_keywords(raw)
    if source:
        meta.fields["keywords"] = source
    article.is_based_on = _based_on(raw, body, meta)
    free = raw.all("is_accessible_for_free")
    if raw.all("paywall") or (free and free[0].value == "false"):
        article.is_accessible_for_free = False
    elif free and free[0].value == "true":
        article.is_accessible_for_free = True


def _based_on(raw: RawArticle, body: Body, meta: Metadata) -> str | None:
    """The agency or outlet credited below the text: "Sumber: Antara", "telah tayang di Kompas.com"."""
    for candidate in (*raw.all("source"), *body.bylines, *raw.all("printed_byline")):
        # a bar parts two links; the comma between them is a part of its own
        text = clean(candidate.value).replace("| ", "", 1).replace(" | , | ", ", ")
        match = _SOURCE.match(text) if candidate.rule != "syndicated" else None
        match = match or _syndicated().search(text)
        name = match["name"] if match else text if candidate in raw.all("source") and len(text) < 60 else None
        if name:
            meta.fields["is_based_on"] = FieldSource(candidate.witness, candidate.rule)
            return name.strip(" :.,()") or None
    return None
