"""What follows from the blocks alone."""

import hashlib
import unicodedata

import pytest

from newsbot.items import Article, Block, Publisher
from newsbot.normalizers.derive import body_text, content_digest, derive


def derived(*texts, published=None):
    article = Article("x:1", "x", Publisher("X", "x.id"), None, None, "article", date_published=published)
    article.blocks = [Block("paragraph", text) for text in texts]
    derive(article)
    return article


def test_body_is_the_text_blocks_joined_by_a_blank_line():
    blocks = [
        Block("heading", "Satu", 2),
        Block("embed", "", url="https://a.id"),
        Block("table_row", "a\tb"),
        Block("image", "keterangan"),
        Block("list_item", "dua"),
        Block("paragraph", ""),
    ]
    assert body_text(blocks) == "Satu\n\na\tb\n\ndua"


def test_digest_is_of_nfc_with_single_spaces():
    body = "Cafe\u0301\n\nGaram  laut\t7"
    expected = hashlib.sha256(unicodedata.normalize("NFC", "Café Garam laut 7").encode()).hexdigest()
    assert content_digest(body) == f"sha256:{expected}"
    assert content_digest(body) == content_digest("Café Garam laut 7")
    assert content_digest(body) != content_digest("Café Garam Laut 7")


def test_page_without_text():
    article = derived()
    assert (article.article_body, article.word_count, article.content_digest, article.in_language) == (
        "",
        0,
        None,
        None,
    )
    assert article.date_mentions == []


@pytest.mark.parametrize(
    ("text", "count"),
    [("Rp 5.000 – lunas", 3), ("satu-dua tiga", 2), ("— … !", 0), ("a\tb\n\nc", 3), ("7", 1)],
)
def test_word_count(text, count):
    assert derived(text).word_count == count


def test_date_mentions_have_exact_offsets_across_blocks():
    article = derived(
        "Rapat digelar Senin (11/9/2023).",
        "Panen dimulai Rabu (13/9).",
        published="2023-09-14T08:00:00+07:00",
    )
    found = [(m.text, m.date, article.article_body[m.start : m.end]) for m in article.date_mentions]
    assert found == [
        ("Senin (11/9/2023)", "2023-09-11", "Senin (11/9/2023)"),
        ("Rabu (13/9)", "2023-09-13", "Rabu (13/9)"),
    ]


def test_language_of_the_body():
    text = "Dia yang datang ke sana itu tidak akan pergi dan belum kembali ke rumah mereka."
    assert derived(text).in_language.code == "id"
