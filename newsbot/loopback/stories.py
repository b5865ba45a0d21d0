"""Invented stories: the same number always gives the same story, and everything a record should say of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from random import Random

WIB = timezone(timedelta(hours=7))
NEWEST = datetime(2026, 11, 20, 18, 0, tzinfo=WIB)
"""When the newest story was published; story 0 is it, each further one is 37 minutes older."""
_STEP = timedelta(minutes=37)

_PLACES = (
    "Salatiga",
    "Ende",
    "Singkawang",
    "Tarakan",
    "Bukittinggi",
    "Palopo",
    "Cilacap",
    "Tidore",
    "Sampit",
    "Baubau",
)
_WHO = (
    "Warga kelurahan",
    "Petugas pasar",
    "Kelompok tani",
    "Pengurus koperasi",
    "Guru sekolah dasar",
    "Relawan posko",
    "Pedagang kaki lima",
    "Nelayan pesisir",
    "Perajin tenun",
    "Panitia lomba",
)
_DID = (
    "memperbaiki saluran air",
    "menata ulang lapak",
    "membuka dapur umum",
    "menanam bibit mangrove",
    "mengecat jembatan",
    "membagikan buku bacaan",
    "menghitung ulang hasil panen",
    "menggelar pelatihan",
    "mengangkut sampah sungai",
    "merawat perpustakaan keliling",
)
_WHEN = (
    "sejak pagi",
    "selama dua hari",
    "menjelang akhir pekan",
    "setelah hujan reda",
    "tanpa menunggu bantuan",
)
_WHY = (
    "agar jalan tidak lagi tergenang",
    "supaya harga tetap terjangkau",
    "karena musim tanam segera tiba",
    "untuk menyambut hari jadi kota",
    "sebab persediaan mulai menipis",
    "demi keselamatan anak sekolah",
)
_SAID = (
    "Kami mengerjakannya bersama karena semua merasakan manfaatnya",
    "Hasilnya belum sempurna, tetapi sudah lebih baik daripada tahun lalu",
    "Yang penting pekerjaan ini selesai sebelum musim berganti",
    "Tidak ada yang dibayar, semua datang dengan alat sendiri",
)
_FIRST = ("Ratna", "Bagas", "Melati", "Yohanes", "Siti", "Wayan", "Markus", "Dewi", "Ilham", "Lestari")
_LAST = (
    "Pranoto",
    "Hutabarat",
    "Wulandari",
    "Kalalo",
    "Maharani",
    "Sudarsa",
    "Tumanggor",
    "Anggraini",
    "Saputra",
    "Lamere",
)
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


@dataclass(frozen=True, slots=True)
class Story:
    """One invented story and the truth about it. `revision` counts from 1; a later one has a further paragraph."""

    number: int
    revision: int
    headline: str
    place: str
    paragraphs: tuple[str, ...]
    published: datetime
    author: str
    editor: str
    caption: str
    pages: int

    @property
    def slug(self) -> str:
        """The headline as the address spells it."""
        return re.sub(r"[^a-z0-9]+", "-", self.headline.lower()).strip("-")

    @property
    def path(self) -> str:
        """The path of the first page."""
        return f"/read/{self.published:%Y/%m/%d}/{self.number % 100_000_000:08d}/{self.slug}"

    @property
    def modified(self) -> datetime:
        """When the story was last changed."""
        return self.published + timedelta(hours=2 * (self.revision - 1))

    def page(self, number: int) -> tuple[str, ...]:
        """The paragraphs of one of its pages."""
        size = -(-len(self.paragraphs) // self.pages)
        return self.paragraphs[(number - 1) * size : number * size]


def story(number: int, revision: int = 1, *, words: int = 1) -> Story:
    """The story of a number. `words` makes it longer: about 170 words for each."""
    random = Random(f"story {number}")  # noqa: S311 - invented text, no secret
    place = random.choice(_PLACES)
    who, did = random.choice(_WHO), random.choice(_DID)
    published = NEWEST - _STEP * number
    day = f"{DAYS[published.weekday()]} ({published.day}/{published.month}/{published.year})"
    speaker, editor, author = (f"{random.choice(_FIRST)} {random.choice(_LAST)}" for _ in range(3))
    paragraphs = [f"{who} di {place} {did} {random.choice(_WHEN)}, {day}, {random.choice(_WHY)}."]
    for turn in range(7 * words):
        other = f"{random.choice(_WHO)} {random.choice(_DID)} {random.choice(_WHEN)}"
        paragraphs.append(
            f'"{random.choice(_SAID)}," kata {speaker}. {other} {random.choice(_WHY)}, bagian {turn + 1}.'
        )
    paragraphs += [
        f"Pembaruan ke-{turn}: {who.lower()} menambah {turn} kelompok baru di {place}."
        for turn in range(1, revision)
    ]
    return Story(
        number=number,
        revision=revision,
        headline=f"{who} di {place} {did.capitalize()} Nomor {number}".replace("  ", " "),
        place=place,
        paragraphs=tuple(paragraphs),
        published=published,
        author=author,
        editor=editor,
        caption=f"{who} saat {did} di {place}",
        pages=2 if number % 10 == 7 else 1,
    )


def printed(moment: datetime) -> str:
    """A moment as the invented portal prints it.

    >>> printed(NEWEST)
    'Jumat, 20 November 2026 18:00 WIB'
    """
    return (
        f"{DAYS[moment.weekday()]}, {moment.day} {MONTHS[moment.month - 1]} {moment.year} {moment:%H:%M} WIB"
    )
