"""A list of addresses is read in whatever form it comes, and what is wrong with it is named."""

import gzip
import io
import json

import pytest
from backports import zstd

from newsbot.crawl.url_file import BadUrlFile, rows_of

A, B = "https://contoh.id/satu", "https://contoh.id/dua,2"


def read(tmp_path, data, column=None):
    file = tmp_path / "daftar"
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(rows_of(str(file), column))


@pytest.mark.parametrize(
    ("text", "column", "rows"),
    [
        (f"{A}\n{B}\n", None, [(1, A), (2, B)]),
        (f"# kumpulan\n\n  {A}  \r\n{B}", None, [(3, A), (4, B)]),
        (f"\ufeff{A}\n", None, [(1, A)]),
        (f"url\n{A}\n", None, [(2, A)]),
        (f'Judul,URL\nGaram,{A}\n"Dua, tiga","{B}"\n', None, [(2, A), (3, B)]),
        (f"judul;tautan\nGaram;{A}\nTanpa\n", None, [(2, A), (3, "")]),
        (f"alamat\tsumber\n{A}\tx\n", None, [(2, A)]),
        (f"sumber,laman\n{A},{B}\n", "Laman", [(2, B.partition(",")[0])]),
        (f'judul,url\n"dua\nbaris",{A}\nx,{B.partition(",")[0]}\n', None, [(3, A), (4, B.partition(",")[0])]),
        (
            "\n".join([json.dumps({"url": A}), "{rusak", json.dumps({"url": 7}), json.dumps({"url": B})]),
            None,
            [(1, A), (2, None), (3, ""), (4, B)],
        ),
        (json.dumps({"link": A, "laman": B}), "laman", [(1, B)]),
        ("", None, []),
    ],
)
def test_forms(tmp_path, text, column, rows):
    assert read(tmp_path, text, column) == rows


@pytest.mark.parametrize("pack", [gzip.compress, zstd.compress])
def test_compressed_lists_are_told_by_content(tmp_path, pack):
    assert read(tmp_path, pack(f"{A}\n{B}\n".encode())) == [(1, A), (2, B)]


def test_standard_input(monkeypatch):
    class Piped:
        buffer = io.BytesIO(gzip.compress(f"{A}\n".encode()))

    monkeypatch.setattr("sys.stdin", Piped)
    assert list(rows_of("-")) == [(1, A)]


@pytest.mark.parametrize(
    ("data", "column", "said"),
    [
        (b"judul,laman\nx,y\n", None, "which column has the addresses is not plain; there are: judul, laman"),
        (b"judul,laman\nx,y\n", "url", "no column 'url'; there are: judul, laman"),
        (b'{"judul": "x"}\n', None, "which column has the addresses is not plain; there are: judul"),
        (gzip.compress(A.encode() * 99, mtime=0)[:-9], None, "line 1: the compressed data end early"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path, data, column, said):
    with pytest.raises(BadUrlFile, match="daftar") as caught:
        read(tmp_path, data, column)
    assert said in str(caught.value)


def test_file_that_is_not_there():
    with pytest.raises(BadUrlFile, match=r"tidak-ada\.csv: No such file"):
        list(rows_of("tidak-ada.csv"))
