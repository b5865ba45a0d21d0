import gzip
import time

from newsbot.durable.gzip import gunzip

TEXT = b"Warga menanam bakau di tepi teluk. " * 400


def test_members_are_one_body_and_what_follows_them_is_left_out():
    packed = gzip.compress(TEXT) + gzip.compress(b"habis")
    assert gunzip(packed + b"\0\0bukan gzip", 10**6).data == TEXT + b"habis"


def test_damage_leaves_what_came_before_it():
    packed = bytearray(gzip.compress(bytes(range(256)) * 400, compresslevel=0))
    packed[70_000:70_010] = b"\xff" * 10  # the head of a stored block
    found = gunzip(gzip.compress(TEXT) + packed, 10**6)
    assert found.data.startswith(TEXT + bytes(range(256)))
    assert found.fault == "corrupt"


def test_early_end_is_told_and_leaves_what_came():
    packed = gzip.compress(TEXT, compresslevel=0)
    found = gunzip(packed[:-6], 10**6)
    assert (found.data, found.fault) == (TEXT, "truncated")


def test_no_more_comes_out_than_the_bound():
    bomb = gzip.compress(bytes(50_000_000))
    found = gunzip(bomb, 1_000)
    assert (len(found.data), found.fault) == (1_000, "too_large")
    assert gunzip(gzip.compress(bytes(1_000)), 1_000).fault is None


def test_many_small_members_cost_their_length_and_no_more():
    """Each member was once copied together with all that lies behind it."""

    def seconds(members):
        packed = gzip.compress(b"") * members
        began = time.process_time()
        assert gunzip(packed, 10).data == b""
        return time.process_time() - began

    assert seconds(40_000) < 20 * seconds(4_000) + 0.2
