"""Invented documents of any size that are one kind of element, or one kind of line, again and again around a story.

No two entries of a document are alike, and documents that begin at other numbers share none: what is remembered of one
answers nothing for another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

from newsbot.items import Origin
from newsbot.snapshot import Snapshot
from newsbot.stream import Options

URL = "https://contoh.id/berita/2023/09/13/panen-garam-di-teluk-biru-naik"
RULED = "https://regional.kompas.com/read/2023/09/13/140500278/panen-garam-di-teluk-biru-naik"
"""An address whose portal has a layout; the elements stand in what it names as the body."""
TITLE = "Panen Garam di Teluk Biru Naik Tiga Kali Lipat"
SENTENCE = (
    "Petani garam di Teluk Biru memanen tiga ton garam dalam sepekan terakhir, kata ketua kelompok {n}."
)
_STORY = 12
"""Paragraphs of the story."""

Entry = Callable[[int], str]


def _date(n: int) -> str:
    """A date line: the minutes of a month, then those of the next year's; after 40 years they begin again."""
    return f"{n // 1440 % 28 + 1} September {1985 + n // 40_320 % 40} {n // 60 % 24:02}:{n % 60:02}"


_SYLLABLES = ("ba", "di", "ka", "lu", "ma", "ni", "ra", "su", "ta", "wi")


def _name(n: int) -> str:
    """A name of a person, another of each number."""
    return f"Laras {''.join(_SYLLABLES[int(digit)] for digit in str(n)).capitalize()}"


MARKUP: dict[str, Entry] = {
    "paragraphs": lambda n: f"<p>{SENTENCE.format(n=n)}</p>",
    "h2": lambda n: f"<h2>Kabar Nelayan dari Pesisir Utara Nomor {n}</h2>",
    "h2 text": lambda n: f"<h2>Kabar Nelayan Nomor {n}</h2><p>{SENTENCE.format(n=n)}</p>",
    "h1": lambda n: f"<h1>Kabar Nelayan dari Pesisir Utara Nomor {n}</h1>",
    "bylines": lambda n: f'<div class="author">Penulis: {_name(n)}</div>',
    "labels": lambda n: f"<div><span>{_name(n)}</span><span>Editor</span></div><p>{n}</p>",
    "authors": lambda n: f'<a rel="author" class="read__author" href="/p/{n}">{_name(n)}</a>',
    "br text": lambda n: f"{SENTENCE.format(n=n)}<br>",
    "li links": lambda n: f'<li><a href="/berita/kabar-{n}">Kabar Lain dari Pesisir Utara Nomor {n}</a></li>',
    "inserts": lambda n: f'<p>Baca juga: <a href="/berita/kabar-{n}">Kabar Lain dari Pesisir Nomor {n}</a></p>',
    "teasers": lambda n: (
        f'<article class="kartu"><h3><a href="/berita/kabar-{n}">Kabar Lain dari Pesisir Nomor {n}</a></h3>'
        f"<p>Warga nomor {n} memperbaiki layar.</p></article>"
    ),
    "tags": lambda n: f'<a class="tag" href="/tag/garam-{n}">garam {n}</a>',
    "spans": lambda n: f"<span>garam {n}</span>",
    "divs": lambda n: f'<div class="kotak"><div>{SENTENCE.format(n=n)}</div></div>',
    "dates": lambda n: f'<div class="date">{_date(n)} WIB</div>',
    "comments": lambda n: f"<div>Warga {n} 2 jam lalu</div><p>{SENTENCE.format(n=n)}</p>",
    "times": lambda n: f'<time datetime="2023-09-{n % 28 + 1:02}T10:{n % 60:02}:00+07:00">{_date(n)}</time>',
    "mentions": lambda n: f"<p>Pada {_date(n)} dan Senin ({n % 28 + 1}/9) {_name(n)} (45) memanen {n} ton.</p>",
    "sign-offs": lambda n: f"<p>Garam krosok {n}. (wir/{_name(n)[:3].lower()})</p>",
    "datelines": lambda n: f"<p><b>Jakarta, Contoh</b> - Garam krosok nomor {n} naik.</p>",
    "pager": lambda n: f'<a href="?page={n}">{n}</a>',
    "pictures": lambda n: f'<img src="/foto/garam-{n}.jpg">',
    "captions": lambda n: f'<div class="caption">Warga memanen garam krosok nomor {n}</div>',
    "figures": lambda n: (
        f'<figure><img src="/foto/garam-{n}.jpg"><figcaption>Warga memanen garam, {n} (Foto: Wira {n})</figcaption>'
        "</figure>"
    ),
    "rows": lambda n: f"<tr><td>Garam krosok {n}</td><td>Rp 1.{n}</td></tr>",
    "nested divs": lambda n: ('<div class="lapis">' if n % 1_000_000 < 40 else "") + f"<p>{SENTENCE.format(n=n)}</p>",
    "nested tables": lambda n: (
        f"<table><tr><td>{SENTENCE.format(n=n)}" + "</td></tr></table>" * (20 if n % 20 == 19 else 0)
    ),
    "players": lambda n: f'<iframe src="https://www.youtube.com/embed/garam{n}"></iframe>',
    "one paragraph": lambda n: f"{SENTENCE.format(n=n)} ",
    "one word": lambda n: f"garam{n}",
    "JSON-LD": lambda n: (
        f'<script type="application/ld+json">{{"@type": "Person", "name": "{_name(n)}"}}</script>'
    ),
    "meta": lambda n: f'<meta property="article:tag" content="garam {n}"><meta name="author" content="{_name(n)}">',
    "breaks": lambda n: f"{n}<br><br>",
    "remarks": lambda n: f"<!-- {n} -->",
    "live report": lambda n: (
        f'<div class="live"><time>1{n % 10}:{n % 50 + 10} WIB</time><h3>Kabar Nomor {n}</h3>'
        f'<p>{SENTENCE.format(n=n)}</p>'
        f'<figure><img src="/f/{n}.jpg"><figcaption>Foto: Wira</figcaption></figure>'
        f"<p>Baca juga: <a href='/berita/{n}'>Kabar Lain Nomor {n}</a></p></div>"
    ),
}  # fmt: skip
"""The elements of pages, by name: entry `n` of each."""
LINES: dict[str, Entry] = {
    "paragraphs": lambda n: f"{SENTENCE.format(n=n)}\n\n",
    "wrapped": lambda n: f"{n:07} {SENTENCE.format(n=n)[:68]}\n",
    "one line": lambda n: f"{SENTENCE.format(n=n)} ",
    "one word": lambda n: f"garam{n}",
    "short lines": lambda n: f"Garam {n}\n",
    "titles": lambda n: f"Kabar Nelayan dari Pesisir Utara Nomor {n}\n",
    "cards": lambda n: (
        f"Kabar Nelayan dari Pesisir Nomor {n}\n{_date(n)}\nWarga nomor {n} memperbaiki layar.\n\n"
    ),
    "inserts": lambda n: f"Baca juga: Kabar Lain dari Pesisir Nomor {n}\n",
    "labels": lambda n: f"Berita Terkait\nKabar {n}\n",
    "dates": lambda n: f"{_date(n)} WIB\n",
    "bylines": lambda n: f"Penulis: {_name(n)}\n",
    "mentions": lambda n: f"Pada {_date(n)} dan Senin ({n % 28 + 1}/9) {_name(n)} (45) memanen {n} ton.\n",
    "datelines": lambda n: f"Jakarta, Contoh - Garam krosok nomor {n} naik.\n",
    "sign-offs": lambda n: f"Garam krosok naik {n}. (wir/lks)\n(wir/{'abcdef'[n % 6]})\n",
    "credits": lambda n: f"Warga memanen garam di tambak {n}. (Foto: Wira {n})\n",
    "posts": lambda n: f"Panen lagi nih gaes {n}\n— Wira (@wira{n}) May 5, 2021\n",
    "items": lambda n: f"{n}. Garam krosok dari Teluk Biru\n",
    "rights": lambda n: f"Hak cipta {n} Contoh Lintang\n",
    "links": lambda n: f"* [Kabar Lain Nomor {n}](https://contoh.id/berita/{n}) garam\n",
    "numbered links": lambda n: f"   [{n}]Kabar Lain dari Pesisir Nomor {n}\n   + garam\n",
    "references": lambda n: f"References\n\nGaram krosok nomor {n}.\n",
    "menus": lambda n: f"Beranda\tGaram\tLaut Nomor {'abcdefghij'[n % 10]}\t\n",
    "sheets": lambda n: f"Kabar {n}\n{SENTENCE.format(n=n)}\n\f",
    "blank lines": lambda n: f"{n}\n\n\n\n\n\n\n\n\n\n",
}
"""The lines of text dumps, by name."""


@dataclass(frozen=True, slots=True)
class Path:
    """A way through the program: what its shapes are, the address of its pages, how they are read."""

    shapes: dict[str, Entry]
    url: str | None
    options: Options
    origin: Origin

    def snapshot(self, shape: str, size: int, first: int = 0) -> Snapshot:
        """A document of about that many bytes, most of them of the shape, whose entries begin with number `first`;
        of size 0 it is the story alone."""
        entries = _entries(self.shapes[shape], size, first)
        text = _page(entries) if self.url else _dump(entries)
        return Snapshot(text.encode(), self.url, 200 if self.url else None, origin=self.origin)


PATHS = {
    "rules": Path(MARKUP, RULED, Options(), Origin("html")),
    "generic": Path(MARKUP, URL, Options(generic=True), Origin("html")),
    "text": Path(LINES, None, Options(), Origin("text")),
}


def _entries(entry: Entry, size: int, first: int) -> str:
    return "".join(_until(map(entry, count(first)), size))


def _until(entries: Iterator[str], size: int) -> Iterator[str]:
    length = 0
    while length < size:
        one = next(entries)
        length += len(one)
        yield one


def _page(entries: str) -> str:
    story = "".join(MARKUP["paragraphs"](n) for n in range(_STORY))
    return (
        f"<html><head><title>{TITLE} - Contoh</title></head><body><h1>{TITLE}</h1>"
        f'<div class="read__content isi">{story}{entries}</div>'
        "<div>Hak cipta dilindungi undang-undang</div></body></html>"
    )


def _dump(entries: str) -> str:
    story = "".join(LINES["paragraphs"](n) for n in range(_STORY))
    return f"Beranda\nNasional\n{TITLE}\nRabu, 13 September 2023 11:00 WIB\n{story}{entries}\nHak cipta dilindungi\n"
