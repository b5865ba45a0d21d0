"""Content encodings are undone as browsers do it, and within bounds."""

import gzip
import zlib

import brotli
import pytest

from newsbot.durable.encodings import layers, undo
from newsbot.durable.zstd import ZstdCompressor

PAGE = b"<html><h1>Banjir surut</h1>" + b"<p>Warga pulang.</p>" * 400


def raw_deflate(data):
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def zstd(data):
    return ZstdCompressor().compress(data, ZstdCompressor.FLUSH_FRAME)


PACKERS = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstd,
}


@pytest.mark.parametrize("name", PACKERS)
def test_each_encoding_is_undone(name):
    assert undo(PACKERS[name](PAGE), [name], 20_000).data == PAGE


def test_deflate_without_its_head_is_undone():
    assert undo(raw_deflate(PAGE), ["deflate"], 20_000).data == PAGE


@pytest.mark.parametrize("first", PACKERS)
@pytest.mark.parametrize("second", PACKERS)
def test_what_is_packed_twice_is_undone_from_the_last_to_the_first(first, second):
    assert undo(PACKERS[second](PACKERS[first](PAGE)), [first, second], 20_000).data == PAGE


def test_zstd_of_several_frames_is_one_body():
    assert undo(zstd(PAGE[:100]) + zstd(PAGE[100:]), ["zstd"], 20_000).data == PAGE


@pytest.mark.parametrize("name", PACKERS)
def test_bomb_is_stopped_at_the_bound(name):
    found = undo(PACKERS[name](bytes(5_000_000)), [name], 1_000)
    assert (found.fault, len(found.data)) == ("too_large", 1_000)


@pytest.mark.parametrize("name", PACKERS)
def test_body_at_the_bound_is_whole(name):
    assert undo(PACKERS[name](PAGE), [name], len(PAGE)).data == PAGE


@pytest.mark.parametrize("name", PACKERS)
def test_torn_body_is_told(name):
    packed = PACKERS[name](PAGE)
    assert undo(packed[: len(packed) // 2], [name], 20_000).fault == "truncated"


@pytest.mark.parametrize("name", [*PACKERS, "compress", "utf-8"])
def test_body_that_is_not_packed_as_its_header_says_is_left_as_it_is(name):
    found = undo(PAGE, [name], 20_000)
    assert (found.data, found.fault) == (PAGE, None)


def test_names_are_told_whatever_their_case_and_on_however_many_lines():
    assert layers([" X-GZIP ", "Br,identity", ""]) == ["x-gzip", "br"]
