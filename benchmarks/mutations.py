"""The generic path on pages whose template was changed: the text stays, class names and boxes do not.

Run ``python -m benchmarks.mutations [PAGES]`` or ``python -m benchmarks.mutations --fixtures [FOLDER]``. PAGES is a
folder of pages with gold as benchmarks/known.py takes it, by default ``../shared/pages``. Each page is read as it is
and after each change, the same at every run. ``body_f1`` weighs runs of four words shared with the gold over all pages.
``worse`` are pages whose body is more than .02 further from the gold than that of the page as it was.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from benchmarks.known import FIXTURES, REAL, Known, golden, with_gold
from benchmarks.ruler import Tally
from newsbot import process
from newsbot.pages.page import Page
from newsbot.snapshot import Snapshot
from newsbot.stream import Options

SEED = 20230913
WORSE = 0.02
Element = Any
_FILLER = (
    "Warga pesisir utara bergotong royong memperbaiki jalan setapak menuju dermaga lama sejak subuh tadi",
    "Pengrajin anyaman di kampung sebelah menerima pesanan tikar pandan terbanyak dalam sepuluh tahun",
    "Perpustakaan keliling milik kecamatan kini singgah dua kali sepekan di balai desa paling ujung",
    "Nelayan muda belajar membaca peta arus laut dari guru yang pernah memimpin kapal penelitian",
)
_SAID = (
    "Semoga jalannya lekas rampung karena anak saya tiap pagi lewat sana naik sepeda ke sekolah.",
    "Saya dulu juga ikut menganyam dan hasilnya lumayan buat menambah uang belanja di rumah kami.",
)


def rename(root: Element, chance: random.Random) -> None:
    """Every class name and id becomes another word, the same one wherever it stands."""
    words: dict[str, str] = {}
    for element in root.iter():
        for attribute in ("class", "id"):
            tokens = (element.get(attribute) or "").split()
            for token in tokens:
                words.setdefault(token, "".join(chance.choices("bcdfgjklmnrt", k=7)))
            if tokens:
                element.set(attribute, " ".join(words[token] for token in tokens))
    for element in root.iter():
        element.attrib.pop("itemprop", None)


def wrap(root: Element, chance: random.Random) -> None:
    """A third of the boxes get another box around them, with a meaningless class."""
    for element in [*root.iter("div", "p", "article", "section", "h1", "ul")]:
        parent = element.getparent()
        if parent is None or parent.tag in ("head", "html") or chance.random() > 1 / 3:
            continue
        box = etree.Element("div", {"class": f"w{chance.randrange(1000)}"})
        box.tail, element.tail = element.tail, None
        parent.replace(element, box)
        box.append(element)


def paragraphs_as_divs(root: Element, _chance: random.Random) -> None:
    """Every paragraph is a `div`."""
    for element in [*root.iter("p")]:
        element.tag = "div"


def paragraphs_as_lines(root: Element, _chance: random.Random) -> None:
    """Paragraphs are bare text with two line breaks behind each."""
    for element in [*root.iter("p")]:
        for _ in range(2):
            element.append(etree.Element("br"))
    etree.strip_tags(root, "p")


def boxes_as_divs(root: Element, _chance: random.Random) -> None:
    """`article`, `main`, `section`, `aside`, `header`, `footer` and `nav` are `div`s."""
    for element in [*root.iter("article", "main", "section", "aside", "header", "footer", "nav")]:
        element.tag = "div"


def teasers_below(root: Element, chance: random.Random) -> None:
    """A list of twelve stories with excerpts at the end of the page."""
    body = next(root.iter("body"), root)
    box = etree.SubElement(body, "div", {"class": "bawah"})
    for number in range(12):
        entry = etree.SubElement(box, "div", {"class": "kartu"})
        title = etree.SubElement(etree.SubElement(entry, "h3"), "a", {"href": f"/kabar/pesisir-{number}"})
        title.text = " ".join(chance.choice(_FILLER).split()[:9])
        etree.SubElement(entry, "p").text = f"{chance.choice(_FILLER)} pada hari ke-{number}."


def comments_below(root: Element, chance: random.Random) -> None:
    """Ten comments at the end of the page."""
    body = next(root.iter("body"), root)
    box = etree.SubElement(body, "div", {"id": "komentar"})
    etree.SubElement(box, "h3").text = "Komentar (10)"
    for number in range(10):
        entry = etree.SubElement(box, "div", {"class": "satu"})
        etree.SubElement(entry, "b").text = f"pembaca{number}"
        etree.SubElement(entry, "span").text = f"{number + 1} jam lalu"
        etree.SubElement(entry, "p").text = f"{chance.choice(_SAID)} {chance.choice(_SAID)}"


def all_at_once(root: Element, chance: random.Random) -> None:
    """New names, more boxes, and a list of stories below."""
    teasers_below(root, chance)
    wrap(root, chance)
    rename(root, chance)


CHANGES: dict[str, Callable[[Element, random.Random], None]] = {
    "as it is": lambda _root, _chance: None,
    "renamed": rename,
    "wrapped": wrap,
    "p as div": paragraphs_as_divs,
    "p as br": paragraphs_as_lines,
    "boxes as div": boxes_as_divs,
    "teasers": teasers_below,
    "comments": comments_below,
    "all at once": all_at_once,
}


def changed(known: Known, name: str) -> bytes:
    """The page's bytes after a change."""
    root = Page.parse(Snapshot(known.page, known.url, 200)).root
    CHANGES[name](root, random.Random(f"{SEED} {known.name} {name}"))
    return bytes(etree.tostring(root, encoding="utf-8", method="html"))


def read(body: bytes, url: str | None) -> str:
    """The body of the record without the portal's rules."""
    article = process(Snapshot(body, url), options=Options(generic=True)).article
    return (article.article_body if article else None) or ""


def table(pages: Iterable[Known]) -> Iterator[str]:
    """The lines to print."""
    totals = {name: Tally() for name in CHANGES}
    worse = dict.fromkeys(CHANGES, 0)
    for page in pages:
        usual = 0.0
        for name, total in totals.items():
            text, one = read(changed(page, name), page.url), Tally()
            total.add(page, text)
            one.add(page, text)
            usual = one.f1 if name == "as it is" else usual
            worse[name] += one.f1 < usual - WORSE
    yield f"{'change':14} {'body_f1':>8} {'leak':>7} {'of':>5} {'no body':>8} {'worse':>6}"
    for name, total in totals.items():
        yield f"{name:14} {total.f1:8.4f} {total.leak:7.4f} {total.noise:5} {total.empty:8} {worse[name]:6}"


def main(arguments: list[str] | None = None) -> int:
    """Print the table; 0 with a reason where the default folder is absent."""
    parser = argparse.ArgumentParser(description="The generic path on pages whose template was changed.")
    parser.add_argument("pages", nargs="?", type=Path, help="a folder of pages with gold, or of fixtures")
    parser.add_argument("--fixtures", action="store_true", help="change the project's own golden files")
    options = parser.parse_args(arguments)
    folder = options.pages or (FIXTURES if options.fixtures else REAL)
    if not folder.is_dir():
        print(f"skipped: there are no pages in {folder}")
        return 0
    pages = list(golden(folder) if options.fixtures else with_gold(folder))
    print(f"{len(pages)} articles of {folder.name}")
    print("\n".join(table(pages)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
