"""Printed bylines of many portals to names and roles."""

import pytest

from newsbot.language.byline import is_organisation, parse_byline, person_name
from newsbot.language.sign_offs import split_reporter_credit, split_sign_off, split_source
from newsbot.language.signatures import is_writer


def people(text, default="author", brands=()):
    return [(name.name, name.role) for name in parse_byline(text, default, brands).people]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Penulis: Wira Teluk | Editor: Laksmi Asih", [("Wira Teluk", "author"), ("Laksmi Asih", "editor")]),
        ("Editor. Laksmi Asih", [("Laksmi Asih", "editor")]),
        ("Teks dan Foto: Wira Teluk", [("Wira Teluk", "author"), ("Wira Teluk", "photographer")]),
        (
            "Rep: Wira Teluk | Ed: Laksmi Asih | Fot: Ist",
            [("Wira Teluk", "author"), ("Laksmi Asih", "editor")],
        ),
        ("Ed Teluk", [("Ed Teluk", "author")]),
        ("by | Wira Teluk | | Nov 3, 2021 | | Lingkungan | | 0 comments", [("Wira Teluk", "author")]),
        ("By Wira Teluk | On | Kamis, Maret 17th, 2016 | Categories : | Ekonomi", [("Wira Teluk", "author")]),
        ("Rabu, 13 September 2023 | Wira Teluk", [("Wira Teluk", "author")]),
        (
            "Oleh: Wira Teluk | 13 September 2023 | Editor: Laksmi Asih",
            [("Wira Teluk", "author"), ("Laksmi Asih", "editor")],
        ),
        ("Posted by | Kabar Teluk dari lembah untuk warga lembah dan sekitarnya.", []),
        ("Wira Teluk | Leave a Comment", [("Wira Teluk", "author")]),
        ("Pewawancara: Wira Teluk", [("Wira Teluk", "author")]),
        ("Laporan Wira Teluk, Kotabaru Ilir", [("Wira Teluk", "author"), ("Kotabaru Ilir", "author")]),
        ("Laporan Wira Teluk, Ilir", [("Wira Teluk", "author")]),
        ("Laporan Wira Teluk, Kabupaten Lintang", [("Wira Teluk", "author")]),
        ("Laporan Wartawan Contoh.com, Laksmi", [("Laksmi", "author")]),
        ("Oleh: Wira Teluk | Guru SMP di Teluk Biru, pegiat taman baca", [("Wira Teluk", "author")]),
        ("Penulis. Wira Teluk, Editor. Laksmi Asih", [("Wira Teluk", "author"), ("Laksmi Asih", "editor")]),
        ("Rep. Wira Teluk | Red. Laksmi", [("Wira Teluk", "author"), ("Laksmi", "editor")]),
        ("Wira Teluk | Wartawan Senior | Email penulis", [("Wira Teluk", "author")]),
        ("Wira Teluk | Lihat profil", [("Wira Teluk", "author")]),
        ("Wira Teluk | Content Writer", [("Wira Teluk", "author")]),
        ("Jurnalis Senior", []),
        ("Redaktur Pelaksana", []),
        ("Oleh Wira Teluk, Dosen Universitas Lintang", [("Wira Teluk", "author")]),
        ("Oleh: Wira Teluk (Guru Besar Ilmu Kelautan)", [("Wira Teluk", "author")]),
        ("Oleh Wira Teluk Pengamat Politik", [("Wira Teluk", "author")]),
        ("Penulis: Kepala Dinas", []),
        ("Peliput: Wira Teluk", [("Wira Teluk", "author")]),
        ("Hubungi Penulis", []),
        ("Penulis Wira Teluk Editor Laksmi Asih", [("Wira Teluk", "author"), ("Laksmi Asih", "editor")]),
        ("Rep: Wira Teluk/ Red: Laksmi Asih", [("Wira Teluk", "author"), ("Laksmi Asih", "editor")]),
        ("Red: Laksmi Asih", [("Laksmi Asih", "editor")]),
        ("Rep: C31/ Red: Laksmi", [("C31", "author"), ("Laksmi", "editor")]),
        ("Pewarta: Wira Teluk Editor: Laksmi Asih", [("Wira Teluk", "author"), ("Laksmi Asih", "editor")]),
        ("Pewarta : Wira Teluk/Bagas Rimba", [("Wira Teluk", "author"), ("Bagas Rimba", "author")]),
        ("Laporan Wartawan Tribunnews.com, Wira Teluk", [("Wira Teluk", "author")]),
        ("Laporan Wartawan TribunSolo.com, Wira Teluk", [("Wira Teluk", "author")]),
        ("Laporan Reporter POS-KUPANG.COM, Wira Teluk", [("Wira Teluk", "author")]),
        ("Laporan Wartawan Grid.ID, Wira Teluk", [("Wira Teluk", "author")]),
        ("Laporan: Wira Teluk", [("Wira Teluk", "author")]),
        ("Oleh: Wira Teluk", [("Wira Teluk", "author")]),
        ("Oleh Wira Teluk", [("Wira Teluk", "author")]),
        ("By Wira Teluk", [("Wira Teluk", "author")]),
        ("Ditulis oleh Wira Teluk", [("Wira Teluk", "author")]),
        ("Reporter: Wira Teluk, Bagas Rimba", [("Wira Teluk", "author"), ("Bagas Rimba", "author")]),
        ("Wira Teluk, Bagas Rimba", [("Wira Teluk", "author"), ("Bagas Rimba", "author")]),
        ("Wira Teluk dan Bagas Rimba", [("Wira Teluk", "author"), ("Bagas Rimba", "author")]),
        ("Wira Teluk & Bagas Rimba", [("Wira Teluk", "author"), ("Bagas Rimba", "author")]),
        ("Wira Teluk - detikNews", [("Wira Teluk", "author")]),
        ("Wira Teluk, CNN Indonesia", [("Wira Teluk", "author")]),
        ("Kontributor Maumere, Wira Teluk", [("Wira Teluk", "author")]),
        ("Kontributor: Wira Teluk", [("Wira Teluk", "contributor")]),
        ("Wira Teluk berkontribusi dalam penulisan artikel ini", [("Wira Teluk", "contributor")]),
        ("Penerjemah: Wira Teluk", [("Wira Teluk", "translator")]),
        ("Fotografer: Wira Teluk", [("Wira Teluk", "photographer")]),
        ("Video Editor: Wira Teluk", [("Wira Teluk", "videographer")]),
        ("Penulis Naskah: Wira Teluk", [("Wira Teluk", "author")]),
        ("Narator: Wira Teluk | Produser: Laksmi", [("Wira Teluk", "author"), ("Laksmi", "producer")]),
        ("Uploader: Wira Teluk", [("Wira Teluk", "uploader")]),
        ("Redaktur: Laksmi Asih", [("Laksmi Asih", "editor")]),
        ("Sumber: Wira Teluk", []),
        ("Tim Redaksi", []),
        ("Penulis: Tim Kompas.com", []),
        ("Tribunnews.com", []),
        ("Penulis: Dr. Wira Teluk, S.H., M.H.", [("Dr. Wira Teluk, S.H., M.H.", "author")]),
        ("WIRA TELUK", [("WIRA TELUK", "author")]),
        ("iwan arif", [("iwan arif", "author")]),
        ("Nur 'Aini", [("Nur 'Aini", "author")]),
        ("M. Wira O'Teluk", [("M. Wira O'Teluk", "author")]),
        ("Wira Teluk -detikOto", [("Wira Teluk", "author")]),
        ("Wira Teluk, Bagas Rimba -detikNews", [("Wira Teluk", "author"), ("Bagas Rimba", "author")]),
        ("Wira Teluk- Harian Contoh.com", [("Wira Teluk", "author")]),
        ("Wira Teluk-Rimba", [("Wira Teluk-Rimba", "author")]),
        ("Wira Teluk -Sepakbola", [("Wira Teluk", "author")]),
        ("Wira Teluk - Gaya Hidup", [("Wira Teluk", "author")]),
        ("Kantor Berita Contoh Network (KBC) -detikNews", []),
        ("Deutsche Welle (DW) - detikNews", []),
        ("BBC | MIRROR | WIRA TELUK", [("WIRA TELUK", "author")]),
        ("WIRA TELUK | THE GUARDIAN | AL JAZEERA", [("WIRA TELUK", "author")]),
        (
            "Wira Teluk,   \n\n   Laksmi Asih   \n\nTim Redaksi",
            [("Wira Teluk", "author"), ("Laksmi Asih", "author")],
        ),
        ("Wira\n Teluk", [("Wira Teluk", "author")]),
        ("Wira Teluk, Laksmi Asih Tim Redaksi", [("Wira Teluk", "author"), ("Laksmi Asih", "author")]),
        ("Wira Teluk, Drajat Asih", [("Wira Teluk", "author"), ("Drajat Asih", "author")]),
        ("Wira Teluk, S. Asih", [("Wira Teluk", "author"), ("S. Asih", "author")]),
        ("Wira Teluk, S. Kom", [("Wira Teluk, S. Kom", "author")]),
        ("Wira Teluk, Ph.D", [("Wira Teluk, Ph.D", "author")]),
        ("Laporan Wartawan Tribunnews.com Wira Teluk", [("Wira Teluk", "author")]),
        ("Laporan Wartawan Tribun Jabar, Wira Teluk", [("Wira Teluk", "author")]),
        ("Laporan Jurnalis Kompas TV, Wira Teluk", [("Wira Teluk", "author")]),
        ("Laporan Reporter Tribunnews.com, Wira Teluk dari Jeddah", [("Wira Teluk", "author")]),
        ("Laporan langsung wartawan Tribunnews.com, Wira Teluk, dari Mekkah", [("Wira Teluk", "author")]),
        ("Laporan Wira Teluk | Banda Aceh", [("Wira Teluk", "author")]),
        ("Laporan Wira Teluk | Teluk Biru", [("Wira Teluk", "author")]),
        ("Wira Teluk, Jakarta", [("Wira Teluk", "author")]),
        ("Bima", [("Bima", "author")]),
        ("Kontributor Kabupaten Sikka, NTT, Wira Teluk", [("Wira Teluk", "author")]),
        (
            "Pewarta: Wira Teluk Editor: Laksmi Asih Copyright \u00a9 ANTARA 2023",
            [("Wira Teluk", "author"), ("Laksmi Asih", "editor")],
        ),
        (
            "Ditulis oleh : Wira Teluk Diedit oleh: Laksmi Asih",
            [("Wira Teluk", "author"), ("Laksmi Asih", "editor")],
        ),
        ("Disunting oleh Laksmi Asih", [("Laksmi Asih", "editor")]),
        ("Written by Wira Teluk", [("Wira Teluk", "author")]),
        ("Reporter Magang: Wira Teluk", [("Wira Teluk", "author")]),
        ("Penulis: Wira Teluk (Magang)", [("Wira Teluk", "author")]),
        ("Foto oleh Wira Teluk", [("Wira Teluk", "photographer")]),
        ("Redaktur & Reporter : Wira Teluk", [("Wira Teluk", "editor"), ("Wira Teluk", "author")]),
        (
            "Redaktur & Reporter : Sari Ombak & Wira Teluk",
            [("Sari Ombak", "editor"), ("Wira Teluk", "author")],
        ),
        ("Diposting oleh Wira Teluk di 07.12 Label: garam, panen raya", [("Wira Teluk", "author")]),
        ("Posted by Wira Teluk on March 3, 2020", [("Wira Teluk", "author")]),
        ("Penulis/Editor: Wira Teluk", [("Wira Teluk", "author"), ("Wira Teluk", "editor")]),
        ("Rep: / Red: Laksmi Asih", [("Laksmi Asih", "editor")]),
        ("Pemimpin Redaksi: Laksmi Asih", []),
        ("Wira Teluk (Penulis), Laksmi Asih (Editor)", [("Wira Teluk", "author"), ("Laksmi Asih", "editor")]),
        ("Wira Teluk Author", [("Wira Teluk", "author")]),
        ("Laksmi Asih - Editor", [("Laksmi Asih", "editor")]),
        ("Wira Teluk wira@contoh.id", [("Wira Teluk", "author")]),
        ("Wira Teluk (wira.teluk@contoh.co.id)", [("Wira Teluk", "author")]),
        ("Wira Teluk @wirateluk", [("Wira Teluk", "author")]),
        ("Wira Teluk | Twitter: @wira", [("Wira Teluk", "author")]),
        ("wira@contoh.id", []),
        ("Wira Teluk 13 September 2023", [("Wira Teluk", "author")]),
        ("Posted by: Wira Teluk on 13 September 2023", [("Wira Teluk", "author")]),
        ("Wira Teluk Rabu, 13/9/2023 14.05 WIB", [("Wira Teluk", "author")]),
        ("Wira Teluk 3 jam lalu", [("Wira Teluk", "author")]),
        ("Wira Teluk (The Jakarta Post)", [("Wira Teluk", "author")]),
        ("Wira Teluk (CNN Indonesia)", [("Wira Teluk", "author")]),
        ("Wira Teluk Contoh.com", [("Wira Teluk", "author")]),
        ('"Wira Teluk"', [("Wira Teluk", "author")]),
        (
            "Wira Teluk, Bagas Rimba, dan Laksmi Asih",
            [("Wira Teluk", "author"), ("Bagas Rimba", "author"), ("Laksmi Asih", "author")],
        ),
        ("Wira Teluk serta Bagas Rimba", [("Wira Teluk", "author"), ("Bagas Rimba", "author")]),
        ("Wira Teluk + Bagas Rimba", [("Wira Teluk", "author"), ("Bagas Rimba", "author")]),
        ("Wira Teluk dkk", [("Wira Teluk", "author")]),
        ("Ir. Wira Teluk, MT", [("Ir. Wira Teluk, MT", "author")]),
        ("dr. Laksmi Asih, Sp.A(K)", [("dr. Laksmi Asih, Sp.A(K)", "author")]),
        ("Wira Teluk, Lc., M.A.", [("Wira Teluk, Lc., M.A.", "author")]),
        ("KH Wira Teluk", [("KH Wira Teluk", "author")]),
        ("Hj. Laksmi Asih, S.Psi., Psikolog", [("Hj. Laksmi Asih, S.Psi., Psikolog", "author")]),
        ("Wira Teluk, MNC Portal · Jumat 24 Juli 2026 12:40 WIB", [("Wira Teluk", "author")]),
        ("Laporan Kontributor KompasTV Wira Teluk dari Kupang", [("Wira Teluk", "author")]),
        ("Laporan wartawan Tribun Jabar Wira Teluk", [("Wira Teluk", "author")]),
        ("Laporan Wartawan TribunSolo Wira Teluk Ayu", [("Wira Teluk Ayu", "author")]),
        ("Laporan Wartawan Warta Kota Wira Teluk", [("Wira Teluk", "author")]),
        ("Laporan langsung wartawan Contoh.com Wira Teluk dari Jenewa, Swiss", [("Wira Teluk", "author")]),
        ("Wira Teluk langsung dari Doha, Qatar", [("Wira Teluk", "author")]),
        ("Wira Teluk, Wartawan Senior", [("Wira Teluk", "author")]),
        ("Kompas/Wira Teluk", [("Wira Teluk", "author")]),
        ("Merdeka Wira Teluk", [("Merdeka Wira Teluk", "author")]),
        ("Tribuana Wira Teluk", [("Tribuana Wira Teluk", "author")]),
        ("Ant", []),
        ("Penulis adalah dosen Universitas Contoh", []),
        ("Peranan,BBC News Indonesia", []),
        ("Tidak Ditemukan", []),
        ("Rabu, 13 September 2023", []),
        ("", []),
        ("|/-", []),
    ],
)
def test_byline(text, expected):
    assert people(text) == expected


def test_name_without_a_label_counts_only_with_a_default_role():
    assert people("Wira Teluk", "") == []
    assert people("Wira Teluk", "editor") == [("Wira Teluk", "editor")]


def test_outlets_own_names_are_nobody():
    assert people("Wira Teluk, Harian Contoh", brands=("Harian Contoh",)) == [("Wira Teluk", "author")]


def test_initials_beside_a_name():
    byline = parse_byline("Wira Teluk/vyp")
    assert ([name.name for name in byline.people], byline.initials) == (["Wira Teluk"], "vyp")


def test_letters_that_no_name_has_are_initials_also_alone():
    byline = parse_byline("rkr - detikNews")
    assert (byline.people, byline.initials) == ((), "rkr")
    assert people("rina - detikNews") == [("rina", "author")]


def test_an_outlet_in_capitals_beside_a_name_is_no_initials():
    byline = parse_byline("Wira Teluk | BBC")
    assert ([name.name for name in byline.people], byline.initials) == (["Wira Teluk"], None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (" Hendra  Gunawan, ", "Hendra Gunawan"),
        ("(Wira Teluk)", "Wira Teluk"),
        ("C31", "C31"),
        ("Kontributor Maumere", None),
        ("Wartawan Kompas", None),
        ("x", None),
        ("7", None),
        ("Wira Teluk menulis tentang garam laut di desa itu sejak lama", None),
        ("www.contoh.id", None),
    ],
)
def test_person_name(text, name):
    assert person_name(text) == name


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("Tim Kompas.com", True),
        ("mediaindonesia.com developer", True),
        ("detikHealth", True),
        ("ANTARA", True),
        ("Redaksi", True),
        ("Humas Polda", True),
        ("Contoh.co.id", True),
        ("Tribun Jateng", True),
        ("TribunJakarta", True),
        ("Radar Surabaya", True),
        ("Harian Kompas", True),
        ("kumparanNEWS", True),
        ("LKBN ANTARA", True),
        ("Dinas Kominfo Solo", True),
        ("Redaksi02", True),
        ("Editorial Team", True),
        ("Tribuana Wira", False),
        ("Radarwati", False),
        ("Indonesia Wira", False),
        ("Surya", False),
        ("Nova", False),
        ("Wira Teluk", False),
        ("Timur Wira", False),
        ("Antara Wira", False),
        ("Mediana", False),
    ],
)
def test_organisation(name, is_one):
    assert is_organisation(name) is is_one


@pytest.mark.parametrize(
    ("text", "rest", "mark"),
    [
        ("Hujan reda. (vyp/kna)", "Hujan reda.", "vyp/kna"),
        ("Hujan reda. (rss/abc)", "Hujan reda.", "rss/abc"),
        ("Hujan reda. (zik)", "Hujan reda.", "zik"),
        ("Hujan reda. [kpl/khs]", "Hujan reda.", "kpl/khs"),
        ("Hujan reda. (H-2)", "Hujan reda.", "H-2"),
        ("Hujan reda. (Ant/E-2)", "Hujan reda.", "Ant/E-2"),
        ("Hujan reda. (vyp / kna )", "Hujan reda.", "vyp/kna"),
        ("Hujan reda. (*)", "Hujan reda.", "*"),
        ("Hujan reda. ***", "Hujan reda.", None),
        ("diperiksa penyidik (KPK)", "diperiksa penyidik (KPK)", None),
        ("dijaga tentara (TNI)", "dijaga tentara (TNI)", None),
        ("kampus itu (UGM).", "kampus itu (UGM).", None),
        ("pada Rabu (13/9).", "pada Rabu (13/9).", None),
        ("Hujan reda.", "Hujan reda.", None),
    ],
)
def test_sign_off(text, rest, mark):
    assert split_sign_off(text) == (rest, mark)


@pytest.mark.parametrize(
    ("text", "found"),
    [("(KPK)", ("", "KPK")), ("[vyp]", ("", "vyp")), ("KPK", ("KPK", None)), ("Garam", ("Garam", None))],
)
def test_sign_off_alone(text, found):
    assert split_sign_off(text, alone=True) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sidang ditunda. (Luh Wayanti)", ("Sidang ditunda.", "Luh Wayanti")),
        ("Sidang ditunda. (Arief Setyadi )", ("Sidang ditunda.", "Arief Setyadi")),
        ("Sidang ditunda oleh ketua (Luh Wayanti)", ("Sidang ditunda oleh ketua (Luh Wayanti)", None)),
        ("Sidang ditunda. (CNN Indonesia)", ("Sidang ditunda. (CNN Indonesia)", None)),
        ("Sidang ditunda.", ("Sidang ditunda.", None)),
    ],
)
def test_reporter_credit(text, found):
    assert split_reporter_credit(text) == found


@pytest.mark.parametrize(
    "text",
    ["WIRA TELUK", "SUTRISNO", "WIRA TELUK | LAKSMI", "WIRA TELUK, LAKSMI ASIH", "I WAYAN WIRA", "M. WIRA"],
)
def test_a_writers_name_below_the_text(text):
    assert is_writer(text)


@pytest.mark.parametrize(
    "text",
    [
        "Wira", "Wira Teluk", "KESIMPULAN", "TERIMA KASIH", "KPK", "ANTARA", "TEMPO", "JAKARTA", "Tim Redaksi",
        "Semoga Bermanfaat", "Selamat mencoba",
        "Cara Memasak Nasi",
        "Kesimpulan", "Bank Indonesia", "Wira Teluk pulang", "Apa Itu?", "Wira Teluk. Laksmi", "",
    ],
)  # fmt: skip
def test_what_else_closes_a_text(text):
    assert not is_writer(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Laporan Wira Teluk I Banda Aceh", "Wira Teluk"),
        ("Laporan Wira Teluk I Kota Bima", "Wira Teluk"),
        ("Laporan Wartawan Contoh.com, Wira Teluk I Kabupaten Sikka", "Wira Teluk"),
        ("Laporan Wartawan Contoh.com, I Made Teluk", "I Made Teluk"),
        ("Laporan Wira I Made Teluk", "Wira I Made Teluk"),
    ],
)
def test_a_capital_i_for_the_bar_before_a_place(text, name):
    assert people(text) == [(name, "author")]


@pytest.mark.parametrize(
    "text",
    [
        "Wira Teluk (The Jakarta Post)",
        "Wira Teluk (The Jakarta Post",
        "Pewarta: Wira Teluk Copyright © ANTARA 2023",
        "Pewarta: Wira Teluk COPYRIGHT © ANTARA 2023",
        "Wira Teluk, Rabu",
        "Wira Teluk - Rabu, 13 Sep 2023 14:05 WIB",
        "Jurnalis: Wira Teluk, Jum'at 13 September 2023",
    ],
)
def test_what_stands_behind_a_name(text):
    assert people(text) == [("Wira Teluk", "author")]


@pytest.mark.parametrize(
    ("text", "rest", "mark"),
    [
        ("Hujan reda. rs/hp (dpa, rtr)", "Hujan reda.", "rs/hp (dpa, rtr)"),
        ("Hujan reda.” as/hp (AFP)", "Hujan reda.”", "as/hp (AFP)"),
        ("rs/hp (dpa, rtr)", "", "rs/hp (dpa, rtr)"),
        ("Warga dan/atau (dpa)", "Warga dan/atau", "dpa"),
        ("Hujan reda di desa rs/hp", "Hujan reda di desa rs/hp", None),
    ],
)
def test_initials_with_the_agencies_used(text, rest, mark):
    assert split_sign_off(text) == (rest, mark)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Hujan reda. (Antara)", "Antara"),
        ("(ANTARA)", "ANTARA"),
        ("Hujan reda. (Tribun Jabar)", "Tribun Jabar"),
        ("Hujan reda. (Kompas.com)", "Kompas.com"),
        ("Hujan reda. (KPK)", None),
        ("Hujan reda. (Luh Wayanti)", None),
        ("Begitu dikutip dari kantor berita (Antara)", None),
    ],
)
def test_the_agency_that_signs_a_text(text, source):
    assert split_source(text)[1] == source


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("(Wira Teluk)", "Wira Teluk"),
        ("(Wira Teluk )", "Wira Teluk"),
        ("(Bagian Kedua)", None),
        ("(Tim Redaksi)", None),
        ("(Bersambung)", None),
    ],
)
def test_reporter_credit_on_a_line_of_its_own(text, name):
    assert split_reporter_credit(text) == (("", name) if name else (text, None))


@pytest.mark.parametrize(
    ("name", "brands"),
    [
        ("Kabar Lintang", ("kabarlintang.example",)),
        ("kabarlintang", ("Kabar Lintang",)),
        ("KABAR-LINTANG", ("news.kabarlintang.example",)),
        ("Kabarlintang.example", ("kabarlintang.example",)),
        ("— kabar.example", ("www.kabar.example",)),
    ],
)
def test_an_outlet_is_known_by_its_letters_and_its_host(name, brands):
    assert is_organisation(name, brands)
    assert people(name, brands=brands) == []


def test_a_short_host_is_no_outlets_name():
    assert people("Nova Teluk", brands=("nova.example",)) == [("Nova Teluk", "author")]
    assert people("Nova", brands=("nova.example",)) == [("Nova", "author")]


def test_what_a_writer_reports_on_is_no_name():
    assert parse_byline("Peliput budaya Teluk Biru", "").people == ()
    assert [name.name for name in parse_byline("Liputan : Wira Teluk").people] == ["Wira Teluk"]


@pytest.mark.parametrize(
    "line", ["Oleh : Wira Teluk Senin | 23-10-2017 | 14:05 WIB", "Wira Teluk | Tanggal diperbarui"]
)
def test_the_words_of_the_date_are_nobody(line):
    assert [name.name for name in parse_byline(line).people] == ["Wira Teluk"]


@pytest.mark.parametrize("name", ["Kabar Buton", "Warta Lintang", "The Lintang Post"])
def test_a_name_of_the_press_is_an_outlet(name):
    assert people(name) == []


def test_a_weekday_before_an_english_date_and_the_words_of_a_link_are_nobody():
    line = "oleh Wira Teluk » Sen Nov 14, 2011 8:30 am"
    assert [name.name for name in parse_byline(line).people] == ["Wira Teluk"]
    assert [name.name for name in parse_byline("Wira Teluk | Baca Bio Penuh").people] == ["Wira Teluk"]
    assert people("Newswire") == []


def test_the_label_of_the_date_behind_an_editor_is_no_name():
    line = "Penulis : Rina Ayu   Editor : Wira Teluk   Publish : Februari 14, 2017 - 7:22 AM"
    assert [(name.name, name.role) for name in parse_byline(line).people] == [
        ("Rina Ayu", "author"),
        ("Wira Teluk", "editor"),
    ]


def test_the_day_that_a_byline_names_with_its_own_word():
    line = "Oleh Wira Teluk pada hari Selasa, 09 Agu 2016 - 15:18:46 WIB"
    assert [name.name for name in parse_byline(line).people] == ["Wira Teluk"]


def test_a_desk_of_an_outlet_is_nobody():
    assert is_organisation("CNN Indonesia Video")
    assert is_organisation("Kabar Lintang Foto", ("kabarlintang.example",))
    assert not is_organisation("Rina Foto")
