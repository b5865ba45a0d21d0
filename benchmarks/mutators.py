"""Seeds changed at random: stretches of bytes, tokens or lines are cut out, doubled, swapped, taken from another seed,
flipped, and hostile tokens set between them. The same numbers give the same bytes on every machine."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

LONGEST = 1_000_000
"""Bytes of a changed seed: growth is looked at by benchmarks/growth.py, this looks for what is not expected."""
_MOST_CHANGES = 6
_MOST_FLIPPED = 8
_LONGEST_STRETCH = 400
"""Units of a stretch that is changed at once."""
_UNITS = (None, re.compile(rb"(?<=[<>\s\"'=/\[\]{},:;])"), re.compile(rb"(?<=\n)"))
"""Where a stretch may begin and end: anywhere, at a token, at a line."""

HOSTILE = (
    b"\x00", b"\xff\xfe", b"\xed\xa0\x80", "\u202e\u2066".encode(), "\u200b\ufeff".encode(), "\U0010ffff".encode(),
    "e\u0301".encode() * 50, "\u0130\u0663".encode(), b"\x1b[31m", b"\r", b"\x0b\x0c", b" " * 3000, b"\n" * 500,
    b"<div>" * 3000, b"</div>" * 50, b"<b><i><p>" * 200, b"<table><tr><td>" * 150, b"[" * 3000,
    b'{"a":' * 3000, b"(" * 300,
    b"9" * 5000, b"1e999", b"-1", b"99999999999999999999", b"NaN", b"0x1F", b"31/02/0000", b"9999-12-31T23:59:60+99:99",
    b"&#0;", b"&#xD800;", b"&#x110000;", b"&amp" * 200, b"&nosuch;", b"\\ud800", b"\\u0000", b"\\x", b"%00%ff%", b"\\",
    b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"<?xml encoding='utf-16'?>", b"<script>",
    b"</script>", b"<plaintext>", b"<svg>", b"<template>",
    b"<noscript>", b"<base href='//['>", b"<meta charset='utf-7'>",
    b"http://[::1", b"//", b"javascript:x", b"http://a\xff.id/", b'"', b"'", b"<", b">", b"a=" * 2000, b"../../x",
)  # fmt: skip
"""What parsers, readers of numbers and joiners of addresses have fallen over."""


def mutate(seed: bytes, others: Sequence[bytes], rng: Random) -> bytes:
    """A seed with one to six changes, of LONGEST bytes at most."""
    for _ in range(rng.randint(1, _MOST_CHANGES)):
        seed = rng.choice(_CHANGES)(seed, others, rng)[:LONGEST]
    return seed


def _stretch(data: bytes, rng: Random) -> slice:
    """A stretch of units, most of them short."""
    places = _UNITS[rng.randrange(len(_UNITS))]
    marks = (
        [*(found.start() for found in places.finditer(data)), len(data)] if places else range(len(data) + 1)
    )
    first = rng.randrange(len(marks))
    length = min(int(rng.expovariate(0.1)) + 1, _LONGEST_STRETCH)
    return slice(marks[first], marks[min(first + length, len(marks) - 1)])


def _delete(data: bytes, _others: Sequence[bytes], rng: Random) -> bytes:
    cut = _stretch(data, rng)
    return data[: cut.start] + data[cut.stop :]


def _duplicate(data: bytes, _others: Sequence[bytes], rng: Random) -> bytes:
    cut = _stretch(data, rng)
    return data[: cut.start] + data[cut] * rng.choice((2, 2, 3, 30, 300)) + data[cut.stop :]


def _swap(data: bytes, _others: Sequence[bytes], rng: Random) -> bytes:
    one, other = sorted((_stretch(data, rng), _stretch(data, rng)), key=lambda cut: (cut.start, cut.stop))
    if one.stop > other.start:
        return data
    return data[: one.start] + data[other] + data[one.stop : other.start] + data[one] + data[other.stop :]


def _splice(data: bytes, others: Sequence[bytes], rng: Random) -> bytes:
    taken = rng.choice(others)
    at = _stretch(data, rng)
    return data[: at.start] + taken[_stretch(taken, rng)] + data[at.stop :]


def _flip(data: bytes, _others: Sequence[bytes], rng: Random) -> bytes:
    flipped = bytearray(data)
    for _ in range(rng.randint(1, _MOST_FLIPPED) if data else 0):
        flipped[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return bytes(flipped)


def _insert(data: bytes, _others: Sequence[bytes], rng: Random) -> bytes:
    at = _stretch(data, rng)
    return data[: at.start] + rng.choice(HOSTILE) + data[at.start :]


def _break_off(data: bytes, _others: Sequence[bytes], rng: Random) -> bytes:
    return data[: _stretch(data, rng).start]


_CHANGES: tuple[Callable[[bytes, Sequence[bytes], Random], bytes], ...] = (
    _delete, _duplicate, _swap, _splice, _flip, _insert, _insert, _break_off,
)  # fmt: skip
