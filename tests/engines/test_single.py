from datetime import UTC, datetime

import pytest

import newsbot
from newsbot.engines import single
from newsbot.engines.single import extract, is_html
from newsbot.items import Outcome, Reject

PARAGRAPHS = "".join(
    f"<p>Warga Desa Sukamaju bergotong royong membersihkan lumpur sisa banjir, hari ke-{n}.</p>"
    for n in range(6)
)
HTML = f"<title>Banjir Surut</title><body><article><h1>Banjir Surut</h1>{PARAGRAPHS}</article></body>"


@pytest.fixture
def snapshots(monkeypatch):
    """What is handed to the stream."""
    seen = []

    def process(snapshot):
        seen.append(snapshot)
        return Outcome(reject=Reject(None, None, "empty", "seen"))

    monkeypatch.setattr(single, "process", process)
    return seen


def handed(snapshots, *args, **kwargs):
    with pytest.raises(newsbot.NotAPage):
        extract(*args, **kwargs)
    return snapshots[-1]


def test_text_and_bytes_of_one_page_give_the_same_article():
    assert extract(HTML).article_body == extract(HTML.encode()).article_body != ""


def test_what_is_no_page_says_why():
    with pytest.raises(newsbot.NotAPage) as caught:
        extract(b"")
    assert isinstance(caught.value, ValueError)
    assert caught.value.reason == "empty"


def test_facts_reach_the_stream(snapshots):
    moment = datetime(2023, 9, 13, 3, tzinfo=UTC)
    seen = handed(snapshots, b"<p>x", url="https://contoh.id/1", fetched_at=moment, headers={"ETag": "x"})
    assert (seen.url, seen.fetched_at, seen.headers) == (
        "https://contoh.id/1",
        "2023-09-13T03:00:00+00:00",
        {"etag": "x"},
    )


@pytest.mark.parametrize("moment", ["kemarin", "2023-09-13", datetime(2023, 9, 13)])  # noqa: DTZ001
def test_moment_without_an_offset_is_refused(moment):
    with pytest.raises(ValueError, match=r"offset|isoformat"):
        extract(b"<p>x", fetched_at=moment)


def test_decoded_text_is_no_longer_in_the_servers_charset(snapshots):
    seen = handed(snapshots, "<p>é", headers={"Content-Type": "text/html; charset=iso-8859-1"})
    assert (seen.body, seen.headers["content-type"]) == ("<p>é".encode(), "text/html; charset=utf-8")


@pytest.mark.parametrize(
    ("body", "kind"),
    [("Suhu < 20 derajat", "text"), ("<p>x", "html"), ("satu <b>dua</b>", "html"), ("\ud83d", "text")],
)
def test_text_without_a_tag_is_plain(snapshots, body, kind):
    assert handed(snapshots, body).origin.kind == kind


def test_tags_are_seen_in_utf16():
    assert is_html("<html>".encode("utf-16"))
