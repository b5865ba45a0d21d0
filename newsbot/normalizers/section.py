"""Section, breadcrumbs and keywords: the channel of the article, not the page's title or its menu."""

from __future__ import annotations

import re

from newsbot.extractors.raw import RawArticle
from newsbot.items import FieldSource
from newsbot.language.channels import channel_at_date
from newsbot.language.names import is_own_name
from newsbot.language.text import clean, fold
from newsbot.lexicon import word_set

_NOT_A_TAG = re.compile(
    r"(?:lainnya|selengkapnya|more tag|lihat semua)\W*$|^\W*(?:tags?|topik|trending tag|picture first|push notif)\W*$",
    re.IGNORECASE,
)
"""Links in a tag list that are none, and desk marks that leak into it ("Push Notif", liputan6 2021)."""
_EDGE = re.compile(r"^[\s>»›/|#•\-]+|(?<![\s>»›/|\-])[\s>»›/|\-]++$")


def read_breadcrumbs(raw: RawArticle, headline: str | None) -> tuple[list[str], FieldSource | None]:
    """The breadcrumb trail as printed, without the article's own title."""
    for found in raw.lists.get("breadcrumbs", []):
        crumbs = [_EDGE.sub("", clean(value)) for value in found.values]
        trail = [crumb for crumb in crumbs if crumb and not _is_title(crumb, headline)]
        trail = [crumb for i, crumb in enumerate(trail) if i == 0 or crumb != trail[i - 1]]
        if trail and not any(fold(crumb) in word_set("furniture.boxes.about") for crumb in trail):
            return trail, FieldSource(found.witness, found.rule)
    return [], None


def _is_title(crumb: str, headline: str | None) -> bool:
    if len(crumb) > 60:
        return True
    key, head = fold(crumb).rstrip(". …"), fold(headline or "")
    return bool(head) and (key == head or (len(key) > 20 and head.startswith(key)))


def read_section(
    raw: RawArticle, breadcrumbs: list[str], crumb_source: FieldSource | None, site: tuple[str, ...]
) -> tuple[str | None, FieldSource | None]:
    """The deepest breadcrumb that is a channel, else the channel printed at the date line or highlighted in the menu.

    `site` are the outlet's own names, which a trail may begin with and which are no channel.
    """
    none = word_set("furniture.boxes.home", "furniture.boxes.page_types")

    def is_channel(text: str) -> bool:
        return bool(text) and fold(text) not in none and not is_own_name(text, site)

    channels = list(filter(is_channel, breadcrumbs))
    trail = (channels[-1], crumb_source) if channels and crumb_source else None
    if trail and (len(channels) > 1 or fold(trail[0]) not in word_set("furniture.boxes.general")):
        return trail
    for candidate in raw.all("section"):
        text = _EDGE.sub("", clean(re.split(r"\s[|/»>-]\s", candidate.value)[0]))
        if candidate.printed and is_channel(text):
            return text, FieldSource(candidate.witness, candidate.rule)
    if trail:
        return trail
    strange = {candidate.value for candidate in raw.all("no_channel")}
    for candidate in raw.all("visible_date"):
        channel = channel_at_date(candidate.value)
        if channel and channel not in strange and is_channel(channel):
            return channel, FieldSource(candidate.witness, f"before the date: {candidate.rule}")
    return None, None


def read_keywords(raw: RawArticle) -> tuple[list[str], FieldSource | None]:
    """The article's own visible tags without "#"; meta keywords are not them and stay a disagreeing witness."""
    visible = next((found for found in raw.lists.get("keywords", []) if found.printed), None)
    if visible is None:
        return [], None
    tags = [clean(value).lstrip("# ").strip(" ,") for value in visible.values if not _NOT_A_TAG.search(value)]
    labels = word_set("furniture.boxes.tag_labels", "furniture.boxes.tag_lists")
    unique = list(dict.fromkeys(tag for tag in tags if tag and fold(tag).rstrip(" :") not in labels))
    return unique, FieldSource(visible.witness, visible.rule)
