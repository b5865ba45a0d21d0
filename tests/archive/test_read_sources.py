import gzip
import json
import os
import tracemalloc

import pytest

from newsbot import snapshot
from newsbot.archive import _info, _manifest, read_sources
from newsbot.items import Reject
from newsbot.snapshot import Snapshot

PAGE = b"<html><h1>Banjir</h1></html>"


def put(folder, name, data=PAGE):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def manifest(folder, *rows):
    lines = (row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows)
    put(folder, "manifest.jsonl", b"\n".join(lines) + b"\n")


def short(folder, items):
    """Where each input lies, with the reason where it is a reject."""
    root = str(folder) + os.sep
    return [
        (item.path.removeprefix(root), item.reason)
        if isinstance(item, Reject)
        else item.origin.path.removeprefix(root)
        for item in items
    ]


def read(folder, *names):
    sources = [folder / name for name in names] or [folder]
    return short(folder, read_sources(*sources))


def test_folder_is_walked_in_name_order_through_its_depth(tmp_path):
    for name in ("b.html", "a/z.htm", "a/b/c.txt", "a.html", "c.html.gz"):
        put(tmp_path, name)
    assert read(tmp_path) == ["a/b/c.txt", "a/z.htm", "a.html", "b.html", "c.html.gz"]


def test_companions_and_other_files_are_no_inputs(tmp_path):
    for name in (
        "page.html",
        "page.json",
        "expected.json",
        "about.md",
        "x.gold.json",
        "style.css",
        "a.html.bak",
    ):
        put(tmp_path, name, PAGE if name == "page.html" else b"{}")
    assert read(tmp_path) == ["page.html"]


def test_text_is_told_by_name_and_all_else_is_html(tmp_path):
    for name in ("a.txt", "b.TXT.gz", "c.html", "d.htm"):
        put(tmp_path, name)
    assert [item.origin.kind for item in read_sources(tmp_path)] == ["text", "text", "html", "html"]


def test_named_file_of_unknown_suffix_is_a_page(tmp_path):
    assert read(tmp_path, put(tmp_path, "berita.php").name) == ["berita.php"]


@pytest.mark.parametrize("name", ["manifest.jsonl", "page.json", "about.md"])
def test_named_companion_is_refused_and_not_silently_left_out(tmp_path, name):
    put(tmp_path, name)
    assert read(tmp_path, name) == [(name, "unsupported_source")]


@pytest.mark.parametrize("name", ["a.warc", "a.arc.gz", "a.wacz"])
def test_archive_of_many_pages_that_a_manifest_names_as_one_is_refused(tmp_path, name):
    put(tmp_path, name)
    manifest(tmp_path, {"file": name})
    assert read(tmp_path) == [(name, "unsupported_source")]


def test_source_that_does_not_exist_is_an_error_at_the_call(tmp_path):
    with pytest.raises(FileNotFoundError):
        read_sources(tmp_path / "none")
    with pytest.raises(FileNotFoundError):
        read_sources(put(tmp_path, "a.html") / "b.html")


def test_sources_come_in_the_order_in_which_they_are_named(tmp_path):
    put(tmp_path, "a.html"), put(tmp_path, "b/c.html")
    assert read(tmp_path, "b", "a.html", "b") == ["b/c.html", "a.html", "b/c.html"]


def test_skipped_inputs_are_not_read(tmp_path, monkeypatch):
    for name in ("a.html", "b.html", "c.html"):
        put(tmp_path, name)
    opened = []
    monkeypatch.setattr("newsbot.archive._page.read_body", lambda path: opened.append(path.name) or b"x")
    assert short(tmp_path, read_sources(tmp_path, skip=2)) == ["c.html"]
    assert opened == ["c.html"]


# bodies


def test_gzip_is_told_by_content_and_not_by_name(tmp_path):
    put(tmp_path, "a.html", gzip.compress(PAGE))
    put(tmp_path, "b.html.gz", PAGE)
    assert [item.body for item in read_sources(tmp_path)] == [PAGE, PAGE]


def test_gzip_of_several_members_is_one_body(tmp_path):
    put(tmp_path, "a.html.gz", gzip.compress(b"<p>satu") + gzip.compress(b"<p>dua") + b"\0\0")
    assert [item.body for item in read_sources(tmp_path)] == [b"<p>satu<p>dua"]


def test_torn_gzip_is_a_reject_and_the_rest_goes_on(tmp_path):
    put(tmp_path, "a.html.gz", gzip.compress(os.urandom(5000))[:-900])
    put(tmp_path, "b.html.gz", gzip.compress(PAGE)[:4])
    put(tmp_path, "c.html")
    assert read(tmp_path) == [("a.html.gz", "truncated_gzip"), ("b.html.gz", "truncated_gzip"), "c.html"]


def test_gzip_with_a_wrong_checksum_is_corrupt(tmp_path):
    data = bytearray(gzip.compress(PAGE))
    data[-6] ^= 0xFF
    put(tmp_path, "a.html.gz", bytes(data))
    assert read(tmp_path) == [("a.html.gz", "corrupt_gzip")]


def test_gzip_bomb_is_stopped_at_the_bound(tmp_path):
    put(tmp_path, "a.html.gz", gzip.compress(b"\0" * (snapshot.MAX_BODY * 10)))
    tracemalloc.start()
    try:
        assert read(tmp_path) == [("a.html.gz", "too_large")]
        assert tracemalloc.get_traced_memory()[1] < snapshot.MAX_BODY * 4
    finally:
        tracemalloc.stop()


def test_file_at_the_bound_is_read_and_one_byte_more_is_not(tmp_path, monkeypatch):
    monkeypatch.setattr(snapshot, "MAX_BODY", 100)
    put(tmp_path, "a.html", b"x" * 100), put(tmp_path, "b.html", b"x" * 101)
    (
        put(tmp_path, "c.html.gz", gzip.compress(b"x" * 100)),
        put(tmp_path, "d.html.gz", gzip.compress(b"x" * 101)),
    )
    assert read(tmp_path) == ["a.html", ("b.html", "too_large"), "c.html.gz", ("d.html.gz", "too_large")]


def test_name_that_is_no_utf8_gives_a_path_that_is(tmp_path):
    path = os.fsencode(tmp_path) + b"/caf\xe9.html"
    with open(path, "wb") as file:
        file.write(PAGE)
    (item,) = read_sources(tmp_path)
    assert item.origin.path.endswith("caf\\xe9.html")


# what the system refuses


def refuse(monkeypatch, method, name, error=None):
    """Root may read everything, so the refusal is played."""
    path_class = type(_manifest.Path())
    real = getattr(path_class, method)

    def guarded(self, *args, **kwargs):
        if self.name == name:
            raise error or PermissionError(13, "Permission denied")
        return real(self, *args, **kwargs)

    monkeypatch.setattr(path_class, method, guarded)


def test_file_without_permission_is_a_reject_and_the_rest_goes_on(tmp_path, monkeypatch):
    put(tmp_path, "a.html"), put(tmp_path, "b.html")
    refuse(monkeypatch, "open", "a.html")
    assert read(tmp_path) == [("a.html", "permission_denied"), "b.html"]


def test_folder_without_permission_is_a_reject_and_the_rest_goes_on(tmp_path, monkeypatch):
    put(tmp_path, "a/x.html"), put(tmp_path, "b.html")
    refuse(monkeypatch, "iterdir", "a")
    assert read(tmp_path) == [("a", "permission_denied"), "b.html"]


def test_manifest_without_permission_costs_only_what_it_says(tmp_path, monkeypatch):
    put(tmp_path, "a.html")
    manifest(tmp_path, {"file": "a.html"})
    refuse(monkeypatch, "open", "manifest.jsonl")
    assert read(tmp_path) == [("manifest.jsonl", "permission_denied"), "a.html"]


def test_broken_disk_is_told(tmp_path, monkeypatch):
    put(tmp_path, "a.html")
    refuse(monkeypatch, "open", "a.html", OSError(5, "Input/output error"))
    (item,) = read_sources(tmp_path)
    assert (item.reason, item.detail) == ("unreadable_file", "Input/output error")


# links and other things


def test_linked_folders_are_not_entered(tmp_path):
    put(tmp_path, "a/x.html")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    assert read(tmp_path) == ["a/x.html"]


def test_links_out_of_the_folder_are_told_and_not_followed(tmp_path):
    inside = tmp_path / "in"
    put(tmp_path, "secret.html"), put(inside, "a.html")
    (inside / "b.html").symlink_to(tmp_path / "secret.html")
    (inside / "c").symlink_to(tmp_path)
    (inside / "d.html").symlink_to("d.html")
    reason = "path_outside_folder"
    assert read(inside) == ["a.html", ("b.html", reason), ("c", reason), ("d.html", reason)]


def test_link_to_a_page_inside_is_a_page(tmp_path):
    put(tmp_path, "store/1")
    (tmp_path / "a.html").symlink_to("store/1")
    assert read(tmp_path) == ["a.html"]


def test_pipe_in_a_folder_is_passed_by(tmp_path):
    os.mkfifo(tmp_path / "a.html")
    os.mkfifo(tmp_path / "b.html")
    manifest(tmp_path, {"file": "a.html"})
    assert read(tmp_path) == [("a.html", "unreadable_file")]


def test_folder_named_like_a_page_is_a_folder(tmp_path):
    put(tmp_path, "a.html/b.html")
    assert read(tmp_path) == ["a.html/b.html"]


# manifest


def test_manifest_order_first_then_what_it_does_not_name(tmp_path):
    for name in ("a.html", "b.html", "c.html", "sub/d.html"):
        put(tmp_path, name)
    manifest(tmp_path, {"file": "c.html"}, {"file": "sub/d.html"}, {"file": "./a.html"})
    assert read(tmp_path) == ["c.html", "sub/d.html", "a.html", "b.html"]


def test_manifest_says_url_time_status_and_headers(tmp_path):
    put(tmp_path, "a.bin")
    row = {
        "file": "a.bin",
        "url": "https://contoh.id/1",
        "fetched_at": "2023-09-13T10:00:00+07:00",
        "status": 200,
        "headers": {"ETag": '"x"'},
        "portal": "contoh",
    }
    manifest(tmp_path, row)
    (page,) = read_sources(tmp_path)
    assert (page.url, page.fetched_at, page.status) == (row["url"], row["fetched_at"], 200)
    assert page.headers == {"etag": '"x"'}


def test_manifest_of_a_folder_below_counts_there(tmp_path):
    put(tmp_path, "sub/a.html"), put(tmp_path, "sub/b.html")
    manifest(tmp_path / "sub", {"file": "b.html", "url": "https://contoh.id/b"})
    assert [page.url for page in read_sources(tmp_path)] == ["https://contoh.id/b", None]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        (b"{", "no JSON"),
        (b"\xff\xfe", "no JSON"),
        (b"[1]", "not list"),
        (b"[" * 100_000, "no JSON"),
        (b'{"url": "x"}', "file"),
        (b'{"file": 3}', "file"),
        (b'{"file": "."}', "folder itself"),
        (b'{"file": "a\\u0000"}', "file"),
        (b'{"file": "b.html", "x": "' + b"y" * _info.MAX_ROW + b'"}', "longer"),
    ],
)
def test_bad_manifest_line_is_told_with_its_number(tmp_path, line, word):
    put(tmp_path, "a.html")
    manifest(tmp_path, b"", line, {"file": "a.html", "url": "https://contoh.id/a"})
    bad, page = read_sources(tmp_path)
    assert (bad.reason, bad.path) == ("bad_manifest_line", str(tmp_path / "manifest.jsonl"))
    assert bad.detail.startswith("line 2:")
    assert word in bad.detail
    assert page.url == "https://contoh.id/a"


@pytest.mark.parametrize(
    "fault",
    [
        {"fetched_at": "2023-09-13"},
        {"fetched_at": 5},
        {"headers": [1]},
        {"headers": {"a": 1}},
        {"status": "x"},
    ],
)
def test_bad_value_costs_that_value_and_not_the_page(tmp_path, fault):
    put(tmp_path, "a.html")
    manifest(tmp_path, {"file": "a.html", "url": "https://contoh.id/a", **fault})
    bad, page = read_sources(tmp_path)
    assert bad.reason == "bad_manifest_line"
    assert next(iter(fault)) in bad.detail
    assert (page.url, page.fetched_at, page.status, page.headers) == ("https://contoh.id/a", None, None, {})


def test_file_of_the_manifest_that_is_missing(tmp_path):
    manifest(tmp_path, {"file": "a.html", "url": "https://contoh.id/a"})
    (item,) = read_sources(tmp_path)
    assert (item.reason, item.url, item.path) == (
        "missing_file",
        "https://contoh.id/a",
        str(tmp_path / "a.html"),
    )


@pytest.mark.parametrize("name", ["../secret.html", "/etc/hostname", "sub/../../secret.html", "link.html"])
def test_manifest_cannot_lead_out_of_its_folder(tmp_path, name):
    put(tmp_path, "secret.html", b"rahasia")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "link.html").symlink_to(tmp_path / "secret.html")
    manifest(folder, {"file": name})
    items = list(read_sources(folder))
    assert {item.reason for item in items} == {"path_outside_folder"}


def test_file_named_twice_is_read_once(tmp_path):
    put(tmp_path, "a.html")
    manifest(tmp_path, {"file": "a.html"}, {"file": "x/../a.html"})
    assert read(tmp_path) == ["a.html", ("manifest.jsonl", "bad_manifest_line")]


def test_manifest_is_bounded(tmp_path, monkeypatch):
    monkeypatch.setattr(_manifest, "MAX_ROWS", 1)
    put(tmp_path, "a.html"), put(tmp_path, "b.html")
    manifest(tmp_path, {"file": "b.html"}, {"file": "a.html", "url": "https://contoh.id/a"})
    assert read(tmp_path) == ["b.html", ("manifest.jsonl", "bad_manifest_line"), "a.html"]


def test_half_a_surrogate_pair_in_a_manifest_is_no_trap(tmp_path):
    put(tmp_path, "a.html")
    manifest(tmp_path, b'{"file": "a.html", "url": "https://contoh.id/\\ud83d"}')
    (page,) = read_sources(tmp_path)
    assert page.url == "https://contoh.id/?"


# siblings


@pytest.mark.parametrize("name", ["page.html", "page.htm", "page.txt", "page.html.gz"])
def test_sibling_says_what_is_known_of_a_page(tmp_path, name):
    put(tmp_path, name)
    put(tmp_path, "page.json", b'{"url": "https://contoh.id/1", "fetched_at": "2023-09-13T03:00:00Z"}')
    (page,) = read_sources(tmp_path / name)
    assert isinstance(page, Snapshot)
    assert (page.url, page.fetched_at) == ("https://contoh.id/1", "2023-09-13T03:00:00Z")


@pytest.mark.parametrize("data", [b"{", b"[]", b'{"url": 1}', b" " * (_info.MAX_ROW + 1)])
def test_bad_sibling_is_told_and_the_page_is_read(tmp_path, data):
    put(tmp_path, "page.html")
    put(tmp_path, "page.json", data)
    assert read(tmp_path) == [("page.json", "bad_page_json"), "page.html"]


def test_page_without_manifest_or_sibling_has_no_url(tmp_path):
    put(tmp_path, "a.html")
    (page,) = read_sources(tmp_path)
    assert (page.url, page.fetched_at, page.headers) == (None, None, {})
