"""A page that the Wayback Machine plays is read as the page that it captured."""

import json

import pytest

from newsbot.archive import read_sources
from newsbot.stream import process

URL = "https://www.kabar.example/2015/09/10/panen-raya"
ORIGINAL = f"""<!DOCTYPE html>
<html><head><title>Panen raya</title><link rel="canonical" href="{URL}">
<script type="application/ld+json">{{"@type": "NewsArticle", "url": "{URL.replace("/", chr(92) + "/")}"}}</script>
</head><body><a href="//www.kabar.example/daerah">Daerah</a><img src="https://img.kabar.example/sawah.jpg">
<h1>Panen raya</h1><p>Petani memanen padi hari ini.</p></body></html>
"""
BANNER = """<!-- BEGIN WAYBACK TOOLBAR INSERT -->
<div id="wm-ipp">The Wayback Machine</div>
<!-- END WAYBACK TOOLBAR INSERT -->"""
ROOT = "https://web.archive.org/web/20150911020304"


def played(root=ROOT):
    """The page as the Wayback Machine sends it."""
    body = ORIGINAL.replace('href="https:', f'href="{root}/https:').replace(
        'src="https:', f'src="{root}im_/https:'
    )
    body = body.replace('href="//www', f'href="{root}///www')
    body = body.replace(":\\/\\/www", ":\\/\\/web.archive.org\\/web\\/20150911020304\\/https:\\/\\/www")
    return body.replace("<body>", f"<body>{BANNER}")


TAIL = """<!--
     FILE ARCHIVED ON 02:03:04 Sep 11, 2015 AND RETRIEVED FROM THE
     INTERNET ARCHIVE ON 01:00:00 Nov 01, 2023.
-->"""


def read(tmp_path, text, **info):
    (tmp_path / "a.html").write_text(text)
    if info:
        (tmp_path / "a.json").write_text(json.dumps(info))
    (page,) = read_sources(tmp_path / "a.html")
    return page


@pytest.mark.parametrize("root", [ROOT, "/web/20150911020304", "//web.archive.org/web/20150911020304"])
def test_banner_and_addresses_are_undone(tmp_path, root):
    assert read(tmp_path, played(root) + TAIL).body.decode() == ORIGINAL


@pytest.mark.parametrize("flag", ["", "id_", "if_", "mp_"])
def test_address_and_moment_are_those_of_the_capture(tmp_path, flag):
    page = read(tmp_path, played(), url=f"{ROOT}{flag}/{URL}", fetched_at="2023-11-01T00:00:00+00:00")
    assert (page.url, page.fetched_at) == (URL, "2015-09-11T02:03:04+00:00")


def test_moment_is_in_the_comment_at_the_end_too(tmp_path):
    assert read(tmp_path, played() + TAIL).fetched_at == "2015-09-11T02:03:04+00:00"


def test_address_and_moment_are_in_the_call_that_plays_the_page(tmp_path):
    call = f'<script>__wm.wombat("{URL}","20150911020304","https://web.archive.org/","web");</script>'
    page = read(tmp_path, ORIGINAL + call)
    assert (page.url, page.fetched_at) == (URL, "2015-09-11T02:03:04+00:00")


def test_saved_copy_of_a_played_page_is_of_the_captured_address(tmp_path):
    page = read(tmp_path, f"<!-- saved from url=(0091){ROOT}/{URL} -->\n" + played())
    assert (page.url, page.fetched_at) == (URL, "2015-09-11T02:03:04+00:00")


def test_page_that_only_links_to_the_wayback_machine_is_left_as_it_is(tmp_path):
    text = ORIGINAL.replace("hari ini", f'<a href="{ROOT}/{URL}">hari ini</a>')
    assert read(tmp_path, text, url=URL).body.decode() == text


def test_part_of_a_stamp_is_no_moment(tmp_path):
    page = read(tmp_path, ORIGINAL, url=f"https://web.archive.org/web/2015/{URL}")
    assert (page.url, page.fetched_at) == (URL, None)


def test_record_is_that_of_the_page_as_it_was(tmp_path):
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir(), there.mkdir()
    moment = "2015-09-11T02:03:04+00:00"
    first = process(read(here, ORIGINAL, url=URL, fetched_at=moment))
    second = process(read(there, played() + TAIL, url=f"{ROOT}/{URL}"))
    one, two = (json.loads((each.article or each.reject).to_json()) for each in (first, second))
    for record in (one, two):
        record.get("metadata", {}).pop("origin", None)
        record.pop("path", None)
    assert one == two


@pytest.mark.parametrize("mark", ["toolbar", "comment at the end"])
def test_one_mark_tells_a_played_page_of_any_length(tmp_path, mark):
    filler = "<p>Panen raya tahun ini lebih baik.</p>" * 5_000
    body, tail = (filler + BANNER + filler, "") if mark == "toolbar" else (filler, TAIL)
    page = read(tmp_path, f'<html><body><a href="{ROOT}/{URL}">Panen</a>{body}</body></html>{tail}')
    assert b"web.archive.org" not in page.body
