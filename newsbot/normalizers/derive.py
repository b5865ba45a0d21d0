"""What follows from blocks and publication date alone: body text, counts, digest, mentions, language."""

from __future__ import annotations

import hashlib
import unicodedata

from newsbot.items import Article, Block, DateMention, Language
from newsbot.language.dates import find_mentions
from newsbot.language.detect import detect_language
from newsbot.language.text import count_words


def body_text(blocks: list[Block]) -> str:
    """The text of all text blocks joined by one blank line; embeds and images carry none."""
    return "\n\n".join(block.text for block in blocks if block.text and block.type not in ("image", "embed"))


def content_digest(body: str) -> str | None:
    """`sha256:` and the hex digest of the body in NFC with every run of white space as one space; None without text."""
    text = " ".join(unicodedata.normalize("NFC", body).split())
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest() if text else None


def derive(article: Article) -> None:
    """Set article_body, word_count, content_digest, date_mentions and in_language from blocks and date_published."""
    body = article.article_body = body_text(article.blocks)
    article.word_count = count_words(body)
    article.content_digest = content_digest(body)
    article.date_mentions = [
        DateMention(m.text, m.start, m.end, m.date, m.precision, m.weekday_ok, m.relative_to)
        for m in find_mentions(body, (article.date_published or "")[:10] or None)
    ]
    found = detect_language(body)
    article.in_language = Language(*found) if found else None
