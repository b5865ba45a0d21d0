"""A page saved as a mail message is the page that the browser showed."""

import base64
import quopri

import pytest

from newsbot import snapshot
from newsbot.archive import _mhtml, read_sources

BODY = "<html><h1>Panen raya di Desa Ciharum</h1>\n<p class=3D>Petani memanen padi – dua kali.</p></html>".encode()
URL = "https://kabar.example/read/1"
EDGE = "--batas\r\n"
PICTURE = b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: cid:a\r\n\r\niVBORw0K\r\n"
FRAME = b"Content-Type: text/html\r\nContent-ID: <iklan>\r\nContent-Location: https://iklan.example/\r\n\r\n<p>Iklan</p>\r\n"
ENCODED = {
    "base64": base64.encodebytes,
    "quoted-printable": quopri.encodestring,
    "8bit": bytes,
    "binary": bytes,
}


def page(encoding="base64", body=BODY, head=f"Content-ID: <utama>\r\nContent-Location: {URL}\r\n"):
    lines = f"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n{head}\r\n"
    return lines.encode() + ENCODED[encoding](body) + b"\r\n"


def message(*parts, head="", kind='multipart/related; type="text/html"', end="--batas--\r\n"):
    lines = (
        f'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n{head}Content-Type: {kind}; boundary="batas"\r\n\r\n'
    )
    return lines.encode() + b"".join(EDGE.encode() + part for part in parts) + end.encode()


def read(tmp_path, data, name="a.mhtml"):
    (tmp_path / name).write_bytes(data)
    return list(read_sources(tmp_path / name))


@pytest.mark.parametrize("encoding", ENCODED)
@pytest.mark.parametrize("name", ["a.mhtml", "B.MHT"])
def test_page_comes_out_of_every_transfer_encoding(tmp_path, encoding, name):
    (found,) = read(tmp_path, message(page(encoding), PICTURE), name)
    assert (found.body.rstrip(), found.url) == (BODY, URL)
    assert found.headers["content-type"] == "text/html; charset=utf-8"


def test_address_and_time_are_those_of_the_browser(tmp_path):
    head = f"Snapshot-Content-Location: {URL}\r\nDate: Thu, 14 Sep 2023 08:00:00 -0000\r\n"
    (found,) = read(tmp_path, message(page(head=""), head=head))
    assert (found.url, found.fetched_at) == (URL, "2023-09-14T08:00:00+00:00")


@pytest.mark.parametrize(
    "date", ["Thu, 14 Sep 2023 08:00:00", "kemarin +0700", "Thu, 99 Sep 2023 08:00:00 GMT", ""]
)
def test_time_that_is_not_certain_is_none(tmp_path, date):
    (found,) = read(tmp_path, message(page(), head=f"Date: {date}\r\n"))
    assert found.fetched_at is None


def test_frame_before_the_page_is_not_the_page(tmp_path):
    (found,) = read(tmp_path, message(FRAME, page(), head=f"Snapshot-Content-Location: {URL}\r\n"))
    assert found.body == BODY


def test_root_is_the_part_that_start_names(tmp_path):
    (found,) = read(tmp_path, message(FRAME, page(), kind='multipart/related; start="<utama>"'))
    assert found.body == BODY


def test_page_in_a_nested_part_is_found(tmp_path):
    inner = (
        b'Content-Type: multipart/alternative; boundary="dalam"\r\n\r\n--dalam\r\n'
        + page()
        + b"--dalam--\r\n"
    )
    (found,) = read(tmp_path, message(inner, PICTURE))
    assert found.body == BODY


def test_message_of_one_part_is_the_page(tmp_path):
    (found,) = read(tmp_path, b"MIME-Version: 1.0\r\n" + page())
    assert found.body == BODY


def test_place_on_a_disk_is_no_address(tmp_path):
    (found,) = read(tmp_path, message(page(head="Content-Location: file:///C:/berita.htm\r\n")))
    assert found.url is None


def test_sibling_has_the_last_word(tmp_path):
    (tmp_path / "a.json").write_text('{"url": "https://lain.example/", "status": 200}')
    (found,) = read(tmp_path, message(page()))
    assert (found.url, found.status) == ("https://lain.example/", 200)


def test_file_that_breaks_off_in_the_page_is_a_reject(tmp_path):
    data = message(page())
    (reject,) = read(tmp_path, data[: data.index(b"--batas--") - 30])
    assert reject.reason == "corrupt_record"


def test_file_that_breaks_off_in_a_picture_costs_no_page(tmp_path):
    (found,) = read(tmp_path, message(page(), PICTURE, end=""))
    assert found.body == BODY


def test_message_without_a_page_is_a_reject(tmp_path):
    (reject,) = read(tmp_path, message(PICTURE))
    assert reject.reason == "not_html"


def test_messages_nested_for_nobodys_good_are_refused(tmp_path):
    nested = b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\n' * (_mhtml.MAX_NESTED + 1)
    (reject,) = read(tmp_path, nested + page())
    assert reject.reason == "too_large"


def test_page_above_the_bound_is_a_reject_and_the_pictures_do_not_count(tmp_path, monkeypatch):
    monkeypatch.setattr(snapshot, "MAX_BODY", 2_000)
    picture = PICTURE + base64.encodebytes(bytes(9_000))
    assert read(tmp_path, message(page(), picture))[0].body == BODY
    assert read(tmp_path, message(page(body=BODY * 90)))[0].reason == "too_large"


@pytest.mark.parametrize("cut", range(0, 400, 13))
def test_no_bytes_raise(tmp_path, cut):
    data = message(page(), FRAME)
    assert len(read(tmp_path, data[:cut] + b"\x00\xff=\r\n--batas" + data[cut + 9 :])) == 1
