"""What stands in the queue of a shared crawl is read as data, or not at all."""

import json
from dataclasses import replace

import pytest

from newsbot.crawl.shared.entries import entry_of, found_in, score_of
from newsbot.items import Discovery
from newsbot.state import Known

SITEMAP = Discovery(
    "news_sitemap",
    "https://contoh.id/sitemap.xml",
    "2026-11-20T09:30:00+07:00",
    "Jum'at \u201cHujan\u201d",
    "2026-11-20T08:00:00+07:00",
)
KNOWN = Known(
    "contoh:1", "contoh", "https://contoh.id/baca/1", "pending", SITEMAP, newest="2026-11-20T08:00:00+07:00"
)


def test_entry_gives_the_article_back():
    found = found_in(entry_of(KNOWN).encode())
    assert (found.key, found.portal, found.url) == (KNOWN.key, KNOWN.portal, KNOWN.url)
    assert found.discovery == SITEMAP
    assert found.newest == KNOWN.newest


def altered(**changes):
    key, host, text = entry_of(KNOWN).split("\n")
    return f"{key}\n{host}\n{json.dumps({**json.loads(text), **changes})}".encode()


@pytest.mark.parametrize(
    "entry",
    [
        b"",
        b"\x80\x05\x95pickle",
        b"contoh:1",
        b"contoh:1\nnull",
        b"contoh:1\n[1]",
        entry_of(KNOWN).partition("\n")[2].encode(),
        altered(url="file:///etc/passwd"),
        altered(url=7),
        altered(url="https://lain.id/baca/1"),
        altered(portal=None),
        altered(newest=None),
        altered(discovery={}),
        altered(discovery="rss"),
        altered(discovery={"kind": 1, "url": None, "lastmod": None, "title": None, "date": None}),
    ],
)
def test_what_is_no_article_is_an_error(entry):
    with pytest.raises(ValueError, match="no "):
        found_in(entry)


def test_newer_articles_come_first_and_undated_ones_last():
    days = ["2026-11-20T09:30:00+07:00", "2026-11-20", "2026-11-19T23:59:00+07:00", "", "baru saja"]
    scores = [score_of(replace(KNOWN, newest=day)) for day in days]
    assert scores == sorted(scores)
    assert len(set(scores)) == 4


def test_date_to_come_is_in_the_queue_what_it_is_in_the_state():
    ahead = replace(KNOWN, discovery=replace(SITEMAP, date="2100-01-01T00:00:00+07:00"), newest="2026-11-20")
    assert score_of(ahead) > score_of(KNOWN)
    assert found_in(entry_of(ahead).encode()).newest == "2026-11-20"


def test_what_was_asked_for_in_vain_stands_behind_all_others():
    again = score_of(replace(KNOWN, newest="2026-11-30", is_again=True))
    assert again > score_of(replace(KNOWN, newest=""))
    assert again < score_of(replace(KNOWN, newest="2026-11-29", is_again=True))
