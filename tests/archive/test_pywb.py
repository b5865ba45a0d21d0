"""A page that pywb plays is read as the page that was captured."""

import json

import pytest

from newsbot.archive import read_sources
from tests.archive.test_mhtml import message, page
from tests.archive.test_mhtml import read as read_message

URL = "https://www.kabar.example/2015/09/10/panen-raya?a=1&b=2"
ORIGINAL = f"""<!DOCTYPE html>
<html><head><title>Panen raya</title><link rel="canonical" href="{URL}">
<script type="application/ld+json">{{"@type": "NewsArticle", "url": "{URL.replace("/", chr(92) + "/")}"}}</script>
</head><body><a href="https://www.kabar.example/daerah">Daerah</a><img src="https://img.kabar.example/sawah.jpg">
<h1>Panen raya</h1><p>Petani memanen padi hari ini.</p></body></html>
"""
HOST = "http://arsip.example:8080"
MOMENT = "2015-09-11T02:03:04+00:00"


def insert(root, says=True):
    """What pywb writes into a page, as far as it says something of it."""
    said = f"""<script>
  wbinfo = {{}};
  wbinfo.top_url = "{root}20150911020304/{URL}";
  wbinfo.url = {json.dumps(URL).replace("&", chr(92) + "u0026")};
  wbinfo.timestamp = "20150911020304";
  wbinfo.request_ts = "2015";
  wbinfo.prefix = decodeURI("{root}");
</script>
"""
    return f"<!-- WB Insert -->\n{said if says else ''}<!-- End WB Insert -->"


def played(collection="/koran/", place="2015mp_", shown="", says=True):
    """The page as pywb sends it; `shown` stands before the collection in the addresses of the page."""
    root = HOST + collection
    body = ORIGINAL.replace('href="https:', f'href="{shown}{collection}{place}/https:')
    body = body.replace('src="https:', f'src="{root}2015im_/https:')
    spelled = f"{root}2015/".replace("/", "\\/")
    body = body.replace('"url": "https:', f'"url": "{spelled}https:')
    return body.replace("<head>", f"<head>{insert(root, says)}")


def read(tmp_path, text, **info):
    (tmp_path / "a.html").write_text(text)
    if info:
        (tmp_path / "a.json").write_text(json.dumps(info))
    (found,) = read_sources(tmp_path / "a.html")
    return found


@pytest.mark.parametrize("collection", ["/koran/", "/", "/warc/koran/"])
@pytest.mark.parametrize("place", ["2015mp_", "20150911020304", "mp_", "20150911020304oe_"])
@pytest.mark.parametrize("shown", ["", HOST, HOST.removeprefix("http:")])
def test_insert_and_addresses_are_undone(tmp_path, collection, place, shown):
    found = read(tmp_path, played(collection, place, shown))
    assert found.body.decode() == ORIGINAL
    assert (found.url, found.fetched_at) == (URL, MOMENT)


@pytest.mark.parametrize("place", ["2015mp_", "mp_", "20150911020304"])
def test_saved_copy_of_a_played_page_is_of_the_captured_address(tmp_path, place):
    found = read(
        tmp_path, played(), url=f"{HOST}/koran/{place}/{URL}", fetched_at="2023-11-01T00:00:00+00:00"
    )
    assert (found.url, found.fetched_at) == (URL, MOMENT)


def test_address_that_is_stated_of_a_page_counts(tmp_path):
    assert read(tmp_path, played(), url="https://kabar.example/lain").url == "https://kabar.example/lain"


def test_page_that_only_tells_of_pywb_is_left_as_it_is(tmp_path):
    for text in (ORIGINAL, ORIGINAL.replace("<head>", "<head><!-- WB Insert --><!-- End WB Insert -->")):
        assert read(tmp_path, text, url=URL).body.decode() == text


@pytest.mark.parametrize("told", ["[1]", '"\\ud800"', '"\\x"', '"' + "a" * 3_000 + '"', "", '"ftp://a/"'])
def test_no_insert_raises(tmp_path, told):
    text = played().replace(f'decodeURI("{HOST}/koran/")', told)
    assert read(tmp_path, text).url in (None, URL)


def test_message_of_the_frame_in_which_a_page_is_played_is_that_page(tmp_path):
    """A browser leaves scripts out of it, and what pywb says of the page with them; its address does."""
    where = f"{HOST}/koran/20150911mp_/{URL}"
    top = f"Snapshot-Content-Location: {HOST}/koran/20150911/{URL}\r\nDate: Thu, 14 Sep 2023 08:00:00 GMT\r\n"
    frame = page(
        body=b'<html><title>Archived Page</title><iframe id="replay_iframe"></iframe></html>',
        head=f"Content-ID: <atas>\r\nContent-Location: {HOST}/koran/20150911/{URL}\r\n",
    )
    inner = page(
        body=played(says=False).encode(), head=f"Content-ID: <dalam>\r\nContent-Location: {where}\r\n"
    )
    (found,) = read_message(tmp_path, message(frame, inner, head=top))
    assert (found.url, found.body.decode().strip()) == (URL, ORIGINAL.strip())
    (alone,) = read_message(tmp_path, message(frame, head=top))
    assert b"Archived Page" in alone.body
