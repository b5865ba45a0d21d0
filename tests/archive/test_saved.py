"""A saved page says where it is from in a note that the browser left."""

import pytest

from newsbot.archive._saved import saved_from

URL = "https://kabar.example/read/1"


@pytest.mark.parametrize(
    "note",
    [
        f"<!-- saved from url=(0028){URL} -->",
        f"<!--saved from url=(0028){URL}-->",
        f"<!-- Saved From URL=(28){URL} -->",
    ],
)
def test_note_of_the_browser_is_the_address(note):
    assert saved_from(f"<!DOCTYPE html>\n{note}\n<html>".encode()) == (URL, None)


def test_note_of_single_file_is_address_and_moment():
    date = "Thu Sep 14 2023 08:00:00 GMT+0700 (WIB)"
    note = f"<!--\n Page saved with SingleFile \n url: {URL} \n saved date: {date}\n-->"
    assert saved_from(f"<!DOCTYPE html> <html lang=id>{note}<body>".encode()) == (
        URL,
        "2023-09-14T01:00:00+00:00",
    )


@pytest.mark.parametrize("place", ["about:internet", "file:///C:/berita.htm"])
def test_page_of_no_site_has_no_address(place):
    assert saved_from(f"<!-- saved from url=(0014){place} --><html>".encode()) == (None, None)


def test_note_deep_in_the_page_is_the_pages_own_text():
    assert saved_from(b"<p>" + b" " * 5_000 + f"<!-- saved from url=(0028){URL} -->".encode()) == (None, None)
