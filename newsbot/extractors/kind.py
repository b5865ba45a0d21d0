"""What kind of page it is: article, gallery, video, live, index, paywall, blocked, other."""

from __future__ import annotations

import re

from newsbot.extractors.raw import RawArticle
from newsbot.items import Kind
from newsbot.language.text import fold
from newsbot.pages.addresses import split_address
from newsbot.pages.page import Page, text_of

_BLOCK_TITLES = re.compile(
    r"just a moment|attention required|access denied|403 forbidden|are you a robot|verify you are human|"
    r"security check|ddos protection|"
    r"checking your browser|request blocked|pardon our interruption|too many requests|error 1015|cloudflare|captcha",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"(?:persetujuan|pengaturan) (?:cookie|kuki|privasi)|menghargai privasi|sebelum (?:anda )?melanjutkan|"
    r"cookie consent|value your privacy|before you continue|privacy choices",
    re.IGNORECASE,
)
_BLOCK_MARKS = (
    b"cf-browser-verification",
    b"cf-challenge",
    b"challenge-platform",
    b"_Incapsula_Resource",
    b"px-captcha",
    b"geo.captcha-delivery",
)
_ERROR_TITLES = re.compile(
    r"^(?:404|500|502|503)\b|page not found|halaman tidak ditemukan|tidak ditemukan$|bad gateway|service unavailable",
    re.IGNORECASE,
)
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


def blocked(page: Page, status: int | None) -> str | None:
    """The sign of a challenge, a block page or a consent wall, or None. Such pages also come with status 200."""
    title = next((text_of(t) for t in page.tagged("title")), "")
    if status in (401, 403, 429, 503) and len(page.source) < 60_000:
        return f"status {status}"
    if len(page.source) < 100_000:
        if (
            (match := _BLOCK_TITLES.search(title))
            and len(title) < 80
            and not page.select("article, h1 + p + p")
        ):
            return f"title {match[0]!r}"
        for mark in _BLOCK_MARKS:
            if mark in page.source and len(page.source) < 30_000:
                return mark.decode()
    return _consent_wall(page)


def _consent_wall(page: Page) -> str | None:
    """The heading of a page that asks for consent in the article's place, with the button to give it."""
    if not page.tagged("button", "form", "input"):
        return None
    heads = (text_of(node) for node in page.tagged("title", "h1", "h2")[:4])
    return next((f"consent wall {match[0]!r}" for text in heads if (match := _CONSENT.search(text))), None)


def error_page(page: Page, status: int | None) -> bool:
    """Whether the page is a portal's error page."""
    title = next((text_of(t) for t in page.tagged("title")), "")
    return bool(_ERROR_TITLES.search(title)) or (status is not None and status >= 400)


def kind_of(page: Page, raw: RawArticle, headline: str | None, words: int, fixed: Kind | None) -> Kind:
    """The kind of a page that is not blocked: what the layout fixes, then what headline and path say, then its text.

    A page without any headline and text of its own is an index where it is full of links, else `other`.
    """
    if fixed:
        return fixed
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
