"""What pages print around and between an article's lines, to be mixed into a dump whose right reading is known.

Each recipe is a kind of page that real dumps showed; the words are invented.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsbot.extractors.plaintext.lines import date_rest

Lines = list[str]
Recipe = Callable[[Lines, Sequence[int]], Lines]
"""The lines of a dump and the places of the article's paragraphs in them, mixed with noise."""

_SENTENCES = (
    "Pengelola pasar induk memindahkan 240 lapak sayur ke bangunan baru di sisi timur sejak pekan lalu.",
    '"Kami menunggu atap selesai dipasang, baru semua pedagang bisa masuk," kata pengelola pasar, Darmawan Lubis.',
    "Pemindahan itu dikerjakan tiga tahap dan menelan anggaran Rp 4,6 miliar dari kas daerah.",
    "Pembeli diminta memakai pintu selatan selama jalan utama ditutup untuk pengerasan aspal.",
    "Menurut catatan dinas, omzet pasar turun sepertiga pada bulan pertama pemindahan lapak tersebut.",
    "Sejumlah pedagang ikan masih bertahan di bangunan lama karena saluran air di tempat baru belum jadi.",
    "Dinas berjanji saluran itu rampung sebelum musim hujan, dan retribusi dibebaskan selama enam bulan.",
)
_TITLES = (
    "Pedagang Sayur Pasar Induk Pindah ke Bangunan Baru",
    "Jembatan Gantung Desa Cikaret Selesai Diperbaiki Warga",
    "Harga Cabai Rawit Turun di Tiga Kabupaten Pesisir",
    "Perpustakaan Keliling Kini Singgah di Pulau Terluar",
    "Klub Voli Putri Siapkan Laga Kandang Pertama",
    "Lima Cara Menyimpan Kopi agar Tetap Harum",
)
_MENU = (
    "Beranda",
    "Nasional",
    "Daerah",
    "Ekonomi",
    "Olahraga",
    "Gaya Hidup",
    "Otomotif",
    "Kesehatan",
    "Indeks",
)
_TERMS = ("Retribusi", "Lapak", "Omzet", "Anggaran", "Aspal", "Dinas", "Pasar induk", "Pengerasan", "Saluran")


_HEAD = ["Darma Yulianto", "Senin, 7 Juni 2021 | 09:15 WIB"]


def _story(paragraphs: int, head: Sequence[str] = _HEAD) -> Lines:
    return [_TITLES[0], *head, *_prose(paragraphs)]


def _prose(paragraphs: int) -> Lines:
    turns = range(paragraphs)
    return [
        f"{_SENTENCES[i % 7]} {_SENTENCES[(i * 3 + 1) % 7]}" if i % 2 else _SENTENCES[i % 7] for i in turns
    ]


def _cards(count: int) -> Lines:
    cards = ([_TITLES[i % 6], "7 Juni 2021", _SENTENCES[i % 7]] for i in range(count))
    return [line for card in cards for line in card]


def _behind(noise: Lines) -> Recipe:
    """The noise right behind the article's last paragraph."""
    return lambda lines, places: [*lines[: places[-1] + 1], *noise, *lines[places[-1] + 1 :]]


def _at_end(noise: Lines) -> Recipe:
    return lambda lines, _: [*lines, *noise]


def _at_top(noise: Lines) -> Recipe:
    return lambda lines, _: [*noise, *lines]


def _between(noise: Lines, every: int) -> Recipe:
    """The noise behind each so-manieth paragraph but the last."""

    def mix(lines: Lines, places: Sequence[int]) -> Lines:
        after = set(places[every - 1 : -1 : every])
        return [piece for i, line in enumerate(lines) for piece in ([line, *noise] if i in after else [line])]

    return mix


def _comments(count: int) -> Lines:
    thread = (["Joko Susanto", "2 jam lalu", _SENTENCES[i % 7], "Balas", "Suka"] for i in range(count))
    return [f"{count} Komentar", *(line for comment in thread for line in comment)]


def _glossary(count: int) -> Lines:
    terms = (
        [_TERMS[i % 9], f"{_TERMS[i % 9]} adalah istilah yang dipakai {_SENTENCES[i % 7].lower()}"]
        for i in range(count)
    )
    return ["Daftar Istilah", *(line for term in terms for line in term)]


RECIPES: dict[str, Recipe] = {
    "as it is": lambda lines, _: lines,
    "long menu above": _at_top([*_MENU * 12]),
    "cards above": _at_top([*_MENU, *_cards(8)]),
    "summaries above": _at_top([*_MENU, *_prose(5)]),
    "longer story at the end": _at_end(["Berita Lainnya", *_story(30)]),
    "longer story behind share counts": _behind(["12 Shares", "Facebook", "Twitter", *_story(30)]),
    "longer story behind a sign-off": _behind(["(drm/yul)", *_story(30)]),
    "story right behind": _behind(_story(12)),
    "story with a date alone": _behind(["Facebook", "Twitter", *_story(20, ["7 Juni 2021"])]),
    "story with a byline alone": _behind(["12 Shares", *_story(20, ["Oleh: Darma Yulianto"])]),
    "story told by its age": _behind(["Bagikan", *_story(20, ["Darma Yulianto", "2 jam lalu"])]),
    "story below its date": _behind(["Rekomendasi", "Senin, 7 Juni 2021", *_story(20, [])]),
    "story without a date": _behind(["Bagikan", "pasar", "sayur", *_story(20, [])]),
    "undated, longer story at the end": lambda lines, _: [
        *(line for line in lines if date_rest(line) is None),
        "Berita Lainnya",
        *_story(30),
    ],
    "undated, glossary": lambda lines, places: _behind(["Tags", "pasar", *_glossary(30)])(
        [line if date_rest(line) is None else "Bagikan" for line in lines], places
    ),
    "headless text behind a sign-off": _behind(["(drm/yul)", *_prose(10)]),
    "glossary behind tags": _behind(["Tags", "pasar", "sayur", *_glossary(30)]),
    "comments": _behind(["Bagikan", *_comments(25)]),
    "cards behind": _behind(["Rekomendasi untuk Anda", *_cards(20)]),
    "terms of use at the end": _at_end(["Tentang Kami", *_prose(25), "Hak cipta dilindungi."]),
    "credits between": _between(["©MGM"], 1),
    "labelled credits between": _between(["Foto: dok"], 2),
    "captions before their credits": _between(
        ["Deretan lapak sayur di pasar induk", "Foto: Darma Yulianto/Kabar Pasar"], 3
    ),
    "recommendations between": _between(
        [
            "Jixie mencari berita yang dekat dengan preferensi dan pilihan Anda",
            "Anda mungkin suka",
            *_TITLES[1:4],
        ],
        3,
    ),
    "invitations between": _between(
        ["Dapatkan update berita pilihan dan breaking news setiap hari dari Kabar Pasar.", "Beri komentar"], 3
    ),
    "inserts between": _between(
        [f"Baca juga: {_TITLES[1]}", f"BACA JUGA {_TITLES[2]}", f"(Baca: {_TITLES[3]})"], 3
    ),
}
