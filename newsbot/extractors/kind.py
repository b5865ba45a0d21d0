"""What kind of page it is: article, gallery, video, live, index, paywall, blocked, other."""

from __future__ import annotations

import re

from newsbot.extractors.raw import RawArticle
from newsbot.items import Kind
from newsbot.language.text import fold
from newsbot.pages.addresses import split_address
from newsbot.pages.page import Page

_GALLERY_PATH = re.compile(
    r"/(?:foto|photo|photos|galeri|gallery|galleries|inpicture|in-picture|readfoto|fotografi|photostory|image)(?:[/-]|$)|/d-\d+/foto-|^foto\.",
    re.IGNORECASE,
)
_VIDEO_PATH = re.compile(r"/(?:video|videos|watch|tv|detail_video|20detik)(?:/|$)", re.IGNORECASE)
_LIST_PATH = re.compile(
    r"/?|.*/(?:index|indeks)(?:[_-](?:berita|news|generator))?/?|/(?:tag|tags|tagar|label|topik|topic)/[^/]+/?",
    re.IGNORECASE,
)
HEADS: dict[Kind, re.Pattern[str]] = {
    "gallery": re.compile(
        r"\W*(?:foto|photo|in picture|galeri foto|potret foto|foto foto)\s*[:|\]]", re.IGNORECASE
    ),
    "video": re.compile(r"\W*video\s*[:|\]]", re.IGNORECASE),
    "live": re.compile(r"\W*(?:live(?: report| update| blog)?|laporan langsung)\s*[:|]", re.IGNORECASE),
}
"""How a headline announces a kind, to be matched at its beginning."""
GALLERY_WORDS = 250
"""Words of a text that is more than a gallery's or a video's caption."""


def kind_of(page: Page, raw: RawArticle, headline: str | None, words: int, fixed: Kind | None) -> Kind:
    """The kind of a page that is not blocked: what the layout fixes, then what headline and path say, then its text.

    A page without any headline and text of its own is an index where it is full of links, else `other`.
    """
    if fixed:
        return fixed
    if raw.first("structured_kind") == "live":
        return "live"
    parts = split_address(page.url)
    path, host = parts.path, parts.hostname or ""
    head = headline or ""
    if (
        (HEADS["gallery"].match(head) and words < GALLERY_WORDS)
        or (_GALLERY_PATH.search(path) and words < GALLERY_WORDS)
        or host.startswith("foto.")
    ):
        return "gallery"
    if HEADS["video"].match(head) or (
        (_VIDEO_PATH.search(path) or host.startswith(("video.", "20."))) and words < GALLERY_WORDS
    ):
        return "video"
    if words == 0:
        return _without_text(page, raw)
    if host and _LIST_PATH.fullmatch(path) and not re.search(r"\d", parts.query):
        return "index"  # a home page's teasers are text too (liputan6, 2021)
    return "live" if HEADS["live"].match(head) else "article"


def _without_text(page: Page, raw: RawArticle) -> Kind:
    og_type, pictures = raw.all("og_type"), raw.pictures(raw.body)
    if og_type and fold(og_type[0].value).startswith("video"):
        return "video"
    if raw.all("date_published") and ((og_type and fold(og_type[0].value) == "article") or len(pictures) > 0):
        return "gallery" if len(pictures) > 3 else "article"
    links = len(page.tagged("a"))
    return "index" if links > 15 else "other"
