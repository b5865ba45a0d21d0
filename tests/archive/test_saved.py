"""A saved page says where it is from in a note that the browser left."""

import pytest

from newsbot.archive import read_sources
from newsbot.archive._saved import saved_from
from newsbot.items import Reject

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


@pytest.mark.parametrize("name", ["Panen Garam_files", "Panen Garam.files", "Panen Garam-Dateien"])
def test_frames_beside_a_saved_page_are_no_pages_of_their_own(tmp_path, name):
    inner = tmp_path / "simpan" / name / "dalam"
    inner.mkdir(parents=True)
    (tmp_path / "simpan/Panen Garam.html").write_text("<p>Panen.")
    for frame in (inner / "iklan.html", inner.parent / "saved_resource.html"):
        frame.write_text("<p>Iklan.")
    found = list(read_sources(tmp_path))
    assert [page.body for page in found if not isinstance(page, Reject)] == [b"<p>Panen."]
    rejects = [one for one in found if isinstance(one, Reject)]
    assert {one.reason for one in rejects} == {"part_of_saved_page"}
    assert len(rejects) == 2
    assert all(one.detail.endswith("Panen Garam.html") for one in rejects)
    assert [page.body for page in read_sources(inner.parent / "saved_resource.html")] == [b"<p>Iklan."]


def test_folder_that_is_only_called_like_one_is_walked(tmp_path):
    (tmp_path / "berita_files").mkdir()
    (tmp_path / "berita_files/a.html").write_text("<p>Panen.")
    assert [page.body for page in read_sources(tmp_path)] == [b"<p>Panen."]
