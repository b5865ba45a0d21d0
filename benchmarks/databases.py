"""Small databases of keys and values in the formats that dbm modules write, made without the libraries of those.

`newsbot.archive._databases` reads them; `tests/archive/test_databases.py` has some of the real libraries as well.
"""

from __future__ import annotations

import sqlite3
import struct
import tempfile
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

Items = Mapping[bytes, bytes]
_PAGE = 4096


def gnu(items: Items, order: str = "<", width: int = 8) -> bytes:
    """GNU dbm with one bucket, of a machine of either order of bytes whose places have four or eight bytes."""
    place = f"{order}{'q' if width == 8 else 'i'}"
    first, element = (112, 24) if width == 8 else (60, 20)
    bucket_size = first + element * len(items)
    directory, bucket = _PAGE, _PAGE + width
    data, elements = bytearray(), bytearray()
    start = bucket + bucket_size
    for number, (key, value) in enumerate(items.items()):
        elements += struct.pack(f"{order}i4s", number, key[:4]) + struct.pack(place, start + len(data))
        elements += struct.pack(f"{order}ii", len(key), len(value))
        data += key + value
    magic = 0x13579ACF if width == 8 else 0x13579ACD
    head = struct.pack(f"{order}II", magic, _PAGE) + struct.pack(place, directory)
    head += struct.pack(f"{order}iiii", width, 0, bucket_size, len(items)) + struct.pack(place, 0)
    return b"".join(
        (head.ljust(directory, b"\0"), struct.pack(place, bucket), bytes(first), bytes(elements), bytes(data))
    )


def berkeley(items: Items, order: str = "<", page_size: int = 4096) -> bytes:
    """A hash table of Berkeley DB: a page for each key, and pages of their own for each value that is long."""
    pages = [bytearray(page_size)]
    struct.pack_into(f"{order}II", pages[0], 12, 0x00061561, 9)
    struct.pack_into(f"{order}I", pages[0], 20, page_size)
    pages[0][25] = 8
    for key, value in items.items():
        page = _page(pages, order, 13)
        own = b"\1" + value
        if len(value) > page_size // 4:
            own = b"\3\0\0\0" + struct.pack(f"{order}II", _overflow(pages, value, order), len(value))
        key_at = page_size - len(key) - 1
        value_at = key_at - len(own)
        page[key_at:] = b"\1" + key
        page[value_at:key_at] = own
        struct.pack_into(f"{order}HH", page, 20, 2, value_at)
        struct.pack_into(f"{order}HH", page, 26, key_at, value_at)
    return b"".join(map(bytes, pages))


def _page(pages: list[bytearray], order: str, kind: int) -> bytearray:
    page = bytearray(len(pages[0]))
    struct.pack_into(f"{order}I", page, 8, len(pages))
    page[25] = kind
    pages.append(page)
    return page


def _overflow(pages: list[bytearray], value: bytes, order: str) -> int:
    first, room = len(pages), len(pages[0]) - 26
    for start in range(0, len(value), room):
        page, piece = _page(pages, order, 7), value[start : start + room]
        if start + room < len(value):
            struct.pack_into(f"{order}I", page, 16, len(pages))
        struct.pack_into(f"{order}HH", page, 20, 1, len(piece))
        page[26 : 26 + len(piece)] = piece
    return first


def dumb(items: Items) -> tuple[bytes, bytes]:
    """The index and the values of dbm.dumb, which begins each value at a whole block."""
    index, values = [], bytearray()
    for key, value in items.items():
        index.append(f"{key.decode('latin-1')!r}, {(len(values), len(value))!r}\n")
        values += value + bytes(-len(value) % 512)
    return "".join(index).encode("latin-1"), bytes(values)


def sqlite(items: Items) -> bytes:
    """The file of dbm.sqlite3, which Python has since 3.13."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.db")
        with closing(sqlite3.connect(path)) as db:
            db.execute("CREATE TABLE Dict (key BLOB UNIQUE NOT NULL, value BLOB NOT NULL)")
            db.executemany("INSERT INTO Dict VALUES (?, ?)", items.items())
            db.commit()
        return path.read_bytes()


FORMATS: dict[str, Callable[[Items], dict[str, bytes]]] = {
    "gnu dbm": lambda items: {"a.db": gnu(items)},
    "berkeley db": lambda items: {"a.db": berkeley(items)},
    "dbm.dumb": lambda items: dict(zip(("a.dir", "a.dat"), dumb(items), strict=True)),
    "dbm.sqlite3": lambda items: {"a.db": sqlite(items)},
}
"""Each format as the files of one database, the one that is named first."""
