"""Archives that somebody mutilated, read to their end: what is counted, and whether anything raises or is written.

Run ``python -m benchmarks.mutilated [NUMBER] [--seed N]``. Invented pages in each container are spoilt in each of the
ways of `MUTILATIONS`, NUMBER (1,000) archives in all. Every one is read as `replay` reads it, then with a choice, for
which its index is asked, and told of as `replay --list` does. The table has a row for each way. Exit code 1 where
anything raises, or any file is opened for writing.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import io
import os
import pickle
import random
import re
import resource
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.databases import FORMATS
from newsbot.archive import Seen, Selection, find_sources
from newsbot.archive.cdxj import index_file, line_of
from newsbot.archive.contents import contents
from newsbot.archive.pack import PageRow, pack
from newsbot.durable.warc import Exchange, WarcWriter
from newsbot.durable.warc_files import index_of
from newsbot.durable.zstd import ZstdCompressor
from newsbot.items import Reject

PAGES = 8
HOST = "https://kabar.example"
_ZEROS = 40_000_000
"""Bytes that a bomb unpacks to: twice the bound of a page."""
Bytes = bytearray


def pages() -> list[Exchange]:
    """Invented answers, one of them the same page again, one packed as servers pack."""
    found = []
    for number in range(PAGES):
        body = f"<html><h1>Panen {number % (PAGES - 1)} di Desa Ciharum</h1><p>Petani memanen.</p></html>".encode()
        headers = [("Content-Type", "text/html; charset=utf-8")]
        if number == 2:
            body, headers = gzip.compress(body, mtime=0), [*headers, ("Content-Encoding", "gzip")]
        moment = f"2026-11-{number + 1:02}T08:00:00+00:00"
        known = [("via", f"{HOST}/sitemap.xml")]
        url = f"{HOST}/read/{number}"
        found.append(
            Exchange(url, moment, "GET", [("Host", "kabar.example")], "200 OK", headers, body, known=known)
        )
    return found


def archives(folder: Path) -> dict[str, dict[str, bytes]]:
    """Each container as the files that it is made of: the archive first, and the index beside it where there is one."""
    writer = WarcWriter(folder, {"software": "contoh"}, line_of=line_of, index=index_file)
    for page in pages():
        writer.write(page)
    writer.close()
    (path,) = folder.glob("*.warc.gz")
    packed, index = path.read_bytes(), index_of(path).read_bytes().replace(path.name.encode(), b"a.warc.gz")
    (folder / "a.warc.gz").write_bytes(packed)
    pack([folder / "a.warc.gz"], folder / "a.wacz", [PageRow(HOST, "2026-11-01T08:00:00Z", "Panen", None)])
    wacz = (folder / "a.wacz").read_bytes()
    plain = gzip.decompress(packed)
    zst = ZstdCompressor().compress(plain, ZstdCompressor.FLUSH_FRAME)
    for made in folder.iterdir():
        made.unlink()
    return {
        "warc": {"a.warc": plain},
        "warc.gz": {"a.warc.gz": packed, "a.cdxj": index},
        "warc.gz whole": {"a.warc.gz": gzip.compress(plain, mtime=0)},
        "warc.zst": {"a.warc.zst": zst},
        "wacz": {"a.wacz": wacz},
        **{name: write(_cached()) for name, write in FORMATS.items()},
    }


def _cached() -> dict[bytes, bytes]:
    """The same pages as Scrapy's cache keeps them in a database."""
    found = {}
    for page in pages():
        key = hashlib.sha1(page.url.encode()).hexdigest()
        headers = {name.encode(): [value.encode()] for name, value in page.response_headers}
        noted = {"url": page.url, "status": 200, "headers": headers, "body": page.body, "flags": []}
        found[f"{key}_data".encode()] = pickle.dumps(noted, protocol=4)
        found[f"{key}_time".encode()] = b"1793520000.5"
    return found


# ways to spoil: each changes the files of one archive in place

Files = dict[str, bytes]


def flipped_bits(files: Files, chance: random.Random) -> None:
    name, data = _archive(files)
    for _ in range(chance.randrange(1, 9)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    files[name] = bytes(data)


def truncated(files: Files, chance: random.Random) -> None:
    name, data = _archive(files)
    files[name] = bytes(data[: chance.randrange(len(data))])


def overwritten(files: Files, chance: random.Random) -> None:
    name, data = _archive(files)
    place = chance.randrange(len(data))
    data[place : place + chance.randrange(1, 400)] = chance.randbytes(chance.randrange(60))
    files[name] = bytes(data)


def repeated(files: Files, chance: random.Random) -> None:
    name, data = _archive(files)
    place = chance.randrange(len(data))
    data[place:place] = data[chance.randrange(len(data)) :][:3_000]
    files[name] = bytes(data)


def lying_lengths(files: Files, chance: random.Random) -> None:
    """Content-Length of records and answers: less, more, negative, none at all."""

    def other(_: re.Match[bytes]) -> bytes:
        return b"Content-Length: " + chance.choice(
            [b"0", b"-1", b"9" * 30, b"%d" % chance.randrange(99_999), b"1e3", b"", "٣".encode()]
        )

    def lying(record: bytes) -> bytes:
        return re.sub(rb"Content-Length: \d+", other, record) if chance.random() < 0.4 else record

    _rewrite(files, lying)


def other_heads(files: Files, chance: random.Random) -> None:
    """Dates, addresses, types and encodings that are none."""
    values = [
        b"",
        b"\x1b[31m",
        b"a b" * 50,
        b"\xff\xfe",
        b"9999-99-99",
        b"0001-01-01T00:00:00+14:00",
        b"x" * 5_000,
        b"br",
    ]
    names = [
        b"WARC-Date",
        b"WARC-Target-URI",
        b"WARC-Type",
        b"Content-Type",
        b"Content-Encoding",
        b"Transfer-Encoding",
    ]

    def spoilt(record: bytes) -> bytes:
        name = chance.choice(names)
        line = name + b": " + chance.choice(values)
        return re.sub(name + rb": [^\r]*", lambda _: line, record) if chance.random() < 0.5 else record

    _rewrite(files, spoilt)


def nested_gzip(files: Files, chance: random.Random) -> None:
    """Gzip in gzip: the file, or its members."""
    name = "a.warc.gz"
    data = _plain(files)
    for _ in range(chance.randrange(2, 6)):
        data = gzip.compress(data, mtime=0)
    files.clear()
    files[name] = data if chance.random() < 0.5 else gzip.compress(_record(PAGES), mtime=0) + data


def bombs(files: Files, chance: random.Random) -> None:
    """What is small and unpacks to much: a body, a head, an encoded body, a file in a zip, an index."""
    zeros = bytes(_ZEROS)
    kind = chance.randrange(5)
    files.clear()
    if kind == 0:
        files["a.warc.gz"] = gzip.compress(_record(1, zeros)) + gzip.compress(_record(2))
    elif kind == 1:
        files["a.warc.gz"] = gzip.compress(b"WARC/1.1\r\nX: " + zeros) + gzip.compress(_record(2))
    elif kind == 2:
        twice = gzip.compress(gzip.compress(zeros))
        packed = _record(1, twice, b"Content-Encoding: gzip, gzip\r\n")
        files["a.warc.gz"] = gzip.compress(packed) + gzip.compress(_record(2))
    elif kind == 3:
        files["a.wacz"] = _zipped(
            {"archive/a.warc": zeros, "archive/b.warc": _record(2)}, zipfile.ZIP_DEFLATED
        )
    else:
        parts = {"archive/a.warc": _record(2), "indexes/index.cdx.gz": gzip.compress(zeros)}
        files["a.wacz"] = _zipped(parts, zipfile.ZIP_STORED)


def zip_slip(files: Files, chance: random.Random) -> None:
    """Names that lead out of the folder, or are no names."""
    names = [
        "../../x.warc",
        "/tmp/x.warc",
        "C:\\x.warc",
        "archive/../../x.warc",
        "\x1b[2J.warc",
        "a" * 60_000 + ".warc",
    ]
    entries = {name: _record(number) for number, name in enumerate(chance.sample(names, 3))}
    files.clear()
    files["a.wacz"] = _zipped(entries, chance.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))


def lying_zip(files: Files, chance: random.Random) -> None:
    """The central directory of a WACZ states other places, sizes, packings and flags; entries overlap."""
    data = Bytes(files["a.wacz"])
    heads = [match.start() for match in re.finditer(b"PK\x01\x02", data)]
    # in a central head: 8 flags, 10 method, 16 CRC, 20 and 24 sizes, 42 the place of the local head
    for _ in range(chance.randrange(1, 4)):
        at, (field_at, size) = (
            chance.choice(heads),
            chance.choice([(8, 2), (10, 2), (16, 4), (20, 4), (24, 4), (42, 4)]),
        )
        value = chance.choice([0, 1, 2**31, 2 ** (8 * size) - 1, chance.randrange(len(data))]) % 2 ** (
            8 * size
        )
        if field_at == 42 and chance.random() < 0.5:
            other = chance.choice(heads)
            data[at + 42 : at + 46] = data[other + 42 : other + 46]
        else:
            data[at + field_at : at + field_at + size] = value.to_bytes(size, "little")
    files["a.wacz"] = bytes(data)


def wrong_index(files: Files, chance: random.Random) -> None:
    """Offsets, names and addresses of an index that are not those of the file, or no index at all."""

    def other(_: re.Match[bytes]) -> bytes:
        return b'"offset": "%d"' % chance.choice([0, 1, 10**17, chance.randrange(9_000)])

    def spoilt(index: bytes) -> bytes:
        if chance.random() < 0.2:
            return chance.choice([b"\n", b"x" * 200_000, b"a 2 " + b"[" * 50_000, b"a 2 []\n", b"\xff" * 300])
        if chance.random() < 0.3:
            return index.replace(b"a.warc.gz", b"../b.warc.gz")
        return re.sub(rb'"offset": "\d+"', other, index)

    if "a.cdxj" in files:
        files["a.cdxj"] = spoilt(files["a.cdxj"])
        return
    with zipfile.ZipFile(io.BytesIO(files["a.wacz"])) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    entries["indexes/index.cdxj"] = spoilt(entries["indexes/index.cdxj"])
    files["a.wacz"] = _zipped(entries, zipfile.ZIP_STORED)


def lying_databases(files: Files, chance: random.Random) -> None:
    """Numbers of a database that lead elsewhere, and pickles that would run or fill a machine."""
    name, data = _archive(files)
    for _ in range(chance.randrange(1, 5)):
        at = chance.randrange(0, min(len(data), 12_000) - 8, 4)
        value = chance.choice([0, 1, 2**31 - 1, 2**32 - 1, chance.randrange(len(data))])
        data[at : at + 4] = value.to_bytes(4, chance.choice(["little", "big"]))
    hostile = chance.choice(
        [b"cos\nsystem\n(S'true'\ntR.", b"\x80\x04}r\xff\xff\xff\xff.", b"\x80\x04" + b"(" * 60]
    )
    for values in (name, "a.dat") if "a.dat" in files else (name,):
        whole = data if values == name else Bytes(files[values])
        if (at := whole.find(b"\x80\x04", chance.randrange(len(whole)))) >= 0:
            whole[at : at + len(hostile)] = hostile
        files[values] = bytes(whole)


_ALL = ("warc", "warc.gz", "warc.gz whole", "warc.zst", "wacz", *FORMATS)
MUTILATIONS: dict[Callable[[Files, random.Random], None], tuple[str, ...]] = {
    flipped_bits: _ALL,
    truncated: _ALL,
    overwritten: _ALL,
    repeated: _ALL,
    lying_lengths: ("warc", "warc.gz", "warc.gz whole"),
    other_heads: ("warc", "warc.gz", "warc.gz whole"),
    nested_gzip: ("warc",),
    bombs: ("warc.gz",),
    zip_slip: ("wacz",),
    lying_zip: ("wacz",),
    wrong_index: ("warc.gz", "wacz"),
    lying_databases: tuple(FORMATS),
}


def _archive(files: Files) -> tuple[str, Bytes]:
    name = next(iter(files))
    return name, Bytes(files[name])


def _plain(files: Files) -> bytes:
    name, data = _archive(files)
    return gzip.decompress(data) if name.endswith(".gz") else bytes(data)


def _rewrite(files: Files, change: Callable[[bytes], bytes]) -> None:
    """Change the records one by one and pack them as they were."""
    name = next(iter(files))
    is_by_record = "a.cdxj" in files
    records = re.split(rb"(?<=\r\n\r\n)(?=WARC/1)", _plain(files))
    changed = [change(record) for record in records]
    if not name.endswith(".gz"):
        files[name] = b"".join(changed)
    elif is_by_record:
        files[name] = b"".join(gzip.compress(record, mtime=0) for record in changed)
    else:
        files[name] = gzip.compress(b"".join(changed), mtime=0)


def _record(number: int, body: bytes = b"<html><h1>Panen</h1></html>", headers: bytes = b"") -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + headers + b"\r\n" + body
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {HOST}/read/{number}\r\n"
        f"WARC-Date: 2026-11-01T08:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def _zipped(entries: dict[str, bytes], packing: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return out.getvalue()


# reading


@dataclass(slots=True)
class Row:
    """What came of the archives that one way spoilt."""

    archives: int = 0
    pages: int = 0
    rejects: Counter[str] = field(default_factory=Counter)
    by_choice: Counter[str] = field(default_factory=Counter)
    index_troubles: int = 0
    slowest: float = 0.0
    raised: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)


def spoilt_archives(number: int, seed: int, folder: Path) -> Iterator[tuple[str, Files]]:
    """That many spoilt archives, the ways and containers in turns: the name of the way, and the files."""
    chance = random.Random(seed)
    made = archives(folder)
    turns = [(way, name) for way, names in MUTILATIONS.items() for name in names]
    by_way = {way: [name for one, name in turns if one is way] for way in MUTILATIONS}
    for turn in range(number):
        way = list(MUTILATIONS)[turn % len(MUTILATIONS)]
        files = dict(made[by_way[way][turn // len(MUTILATIONS) % len(by_way[way])]])
        way(files, chance)
        yield way.__name__.replace("_", " "), files


def read(files: Files, folder: Path, row: Row) -> None:
    """Read an archive in each of the ways that commands do."""
    for name, data in files.items():
        (folder / name).write_bytes(data)
    row.archives += 1
    started = time.process_time()
    with _watched(row):
        try:
            _read(folder / next(iter(files)), row)
        except Exception as error:  # noqa: BLE001 - that nothing raises is what is shown
            row.raised.append(f"{type(error).__name__}: {error}"[:200])
    row.slowest = max(row.slowest, time.process_time() - started)
    for made in folder.iterdir():
        if made.name not in files:
            row.written.append(made.name)
        made.unlink()


def _read(path: Path, row: Row) -> None:
    for found in find_sources(path, seen=Seen()):
        if isinstance(found, Reject):
            row.rejects[found.reason] += 1
            found.to_json().encode()
        else:
            row.pages += 1
    seen = Seen(selection=Selection(hosts=frozenset(["kabar.example"])))
    row.by_choice.update(
        found.reason if isinstance(found, Reject) else "pages" for found in find_sources(path, seen=seen)
    )
    row.index_troubles += len(seen.index_troubles)
    for told in contents(path):
        told.as_object()


_WATCH: list[Row] = []
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def _hook(event: str, args: tuple[Any, ...]) -> None:
    """Python tells of each file that is opened, made or moved; a hook stays for the life of the process."""
    if not _WATCH:
        return
    if event == "open" and args[2] & _WRITING and "__pycache__" not in str(args[0]):
        _WATCH[-1].written.append(str(args[0]))
    elif event in ("os.mkdir", "os.rename", "os.link", "os.symlink", "os.remove", "shutil.unpack_archive"):
        _WATCH[-1].written.append(f"{event} {args[0]}")


@contextmanager
def _watched(row: Row) -> Iterator[None]:
    if not getattr(_hook, "is_on", False):
        sys.addaudithook(_hook)
        _hook.is_on = True  # type: ignore[attr-defined]
    _WATCH.append(row)
    try:
        yield
    finally:
        _WATCH.pop()


def rows(number: int, seed: int) -> dict[str, Row]:
    """What came of that many archives, by the way in which they were spoilt."""
    found: dict[str, Row] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, files in spoilt_archives(number, seed, Path(folder)):
            read(files, Path(folder), found.setdefault(name, Row()))
    return found


def _told(counter: Counter[str]) -> str:
    return ", ".join(f"{reason} {count:,}" for reason, count in counter.most_common()) or "none"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("number", nargs="?", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    found = rows(options.number, options.seed)
    print("| way | archives | pages | rejects by reason | with a choice | index not used | slowest, s |")
    print("|---|---|---|---|---|---|---|")
    for name, row in found.items():
        cells = (row.archives, f"{row.pages:,}", _told(row.rejects), _told(row.by_choice), row.index_troubles)
        print(f"| {name} | {' | '.join(map(str, cells))} | {row.slowest:.2f} |")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\n{sum(row.archives for row in found.values())} archives, {peak:.0f} MB at most")
    troubles = [f"{name}: {what}" for name, row in found.items() for what in (*row.raised, *row.written)]
    print("\n".join(troubles) or "nothing raised, nothing was written")
    raise SystemExit(bool(troubles))


if __name__ == "__main__":
    main()
