"""How the time of a page grows with the page, on the path without rules.

Run ``python benchmarks/growth.py [SHAPE ...] [--rules]``. Each shape is one kind of element again and again around an
invented story, at four sizes; the table gives the microseconds a byte of each size, the parse aside, and the largest
factor from one size to the next. Work that grows as its page does has a factor of about 1. With ``--rules`` the page
lies at an address whose portal has a layout, and the same elements stand in its body.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from itertools import pairwise

from newsbot.pages.page import Page
from newsbot.snapshot import Snapshot
from newsbot.stream import Options, process

SIZES = (10_000, 100_000, 1_000_000)
TURNS = 2
URL = "https://contoh.id/berita/2023/09/13/panen-garam-di-teluk-biru-naik"
RULED = "https://regional.kompas.com/read/2023/09/13/140500278/panen-garam-di-teluk-biru-naik"
TITLE = "Panen Garam di Teluk Biru Naik Tiga Kali Lipat"
SENTENCE = (
    "Petani garam di Teluk Biru memanen tiga ton garam dalam sepekan terakhir, kata ketua kelompok {n}."
)
STORY = "".join(f"<p>{SENTENCE.format(n=n)}</p>" for n in range(12))

SHAPES: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda n: f"<p>{SENTENCE.format(n=n)}</p>",
    "h2": lambda n: f"<h2>Kabar Nelayan dari Pesisir Utara Nomor {n}</h2>",
    "h2 text": lambda n: f"<h2>Kabar Nelayan Nomor {n}</h2><p>{SENTENCE.format(n=n)}</p>",
    "bylines": lambda n: f'<div class="author">Penulis: Laras Puspa {n}</div>',
    "labels": lambda n: f"<div><span>Laras Puspa</span><span>Editor</span></div><p>{n}</p>",
    "br text": lambda n: f"{SENTENCE.format(n=n)}<br>",
    "li links": lambda n: f'<li><a href="/berita/kabar-{n}">Kabar Lain dari Pesisir Utara Nomor {n}</a></li>',
    "teasers": lambda n: (
        f'<article class="kartu"><h3><a href="/berita/kabar-{n}">Kabar Lain dari Pesisir Nomor {n}</a></h3>'
        f"<p>Warga nomor {n} memperbaiki layar.</p></article>"
    ),
    "tags": lambda n: f'<a class="tag" href="/tag/garam-{n}">garam {n}</a>',
    "spans": lambda n: f"<span>garam {n}</span>",
    "divs": lambda n: f'<div class="kotak"><div>{SENTENCE.format(n=n)}</div></div>',
    "dates": lambda n: f'<div class="date">Rabu, {n % 28 + 1} September 2023 11:00 WIB</div>',
    "comments": lambda n: f"<div>Warga {n} 2 jam lalu</div><p>{SENTENCE.format(n=n)}</p>",
    "pictures": lambda n: f'<img src="/foto/garam-{n}.jpg">',
    "rows": lambda n: f"<tr><td>Garam krosok {n}</td><td>Rp 1.{n}</td></tr>",
    "nested divs": lambda n: ('<div class="lapis">' if n < 40 else "") + f"<p>{SENTENCE.format(n=n)}</p>",
    "nested tables": lambda n: (
        f"<table><tr><td>{SENTENCE.format(n=n)}" + "</td></tr></table>" * (20 if n % 20 == 19 else 0)
    ),
}


def document(shape: str, size: int) -> bytes:
    """A page of about that many bytes, most of them of the shape."""
    entry = SHAPES[shape]
    parts, length, n = [], 0, 0
    while length < size:
        parts.append(entry(n))
        length += len(parts[-1])
        n += 1
    head = f"<html><head><title>{TITLE} - Contoh</title></head><body><h1>{TITLE}</h1>"
    body = f'<div class="read__content isi">{STORY}{"".join(parts)}</div>'
    return f"{head}{body}<div>Hak cipta dilindungi undang-undang</div></body></html>".encode()


def seconds(body: bytes, url: str, options: Options) -> float:
    """What the record costs beyond the parse, the best of some turns."""
    snapshot = Snapshot(body, url, 200)
    best = [float("inf")] * 2
    for _ in range(TURNS):
        for at, run in enumerate((lambda: Page.parse(snapshot), lambda: process(snapshot, options=options))):
            begin = time.process_time()
            run()
            best[at] = min(best[at], time.process_time() - begin)
    return best[1] - best[0]


def table(shapes: list[str], *, rules: bool) -> Iterator[str]:
    """The lines to print."""
    url, options = (RULED, Options()) if rules else (URL, Options(generic=True))
    seconds(
        document("paragraphs", SIZES[0]), url, options
    )  # what is loaded once is loaded before the clock runs
    yield f"{'shape':14}" + "".join(f" {size // 1000:>6} kB" for size in SIZES) + "   factor   seconds"
    for shape in shapes:
        bodies = [document(shape, size) for size in SIZES]
        spent = [seconds(body, url, options) for body in bodies]
        rates = [spent_ / len(body) * 1e6 for spent_, body in zip(spent, bodies, strict=True)]
        worst = max(later / earlier for earlier, later in pairwise(rates))
        yield f"{shape:14}" + "".join(f" {rate:9.3f}" for rate in rates) + f" {worst:8.2f} {spent[-1]:9.2f}"


def main(arguments: list[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description="How the time of a page grows with the page.")
    parser.add_argument("shapes", nargs="*", help=f"of {', '.join(SHAPES)}")
    parser.add_argument("--rules", action="store_true", help="on the path of a portal's rules")
    options = parser.parse_args(arguments)
    if unknown := [shape for shape in options.shapes if shape not in SHAPES]:
        print(f"no such shape: {', '.join(unknown)}", file=sys.stderr)
        return 2
    for line in table(options.shapes or list(SHAPES), rules=options.rules):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
