"""Caption lines to caption and credit."""

import pytest

from newsbot.language.captions import clean_credit, is_credit, split_caption

SEEN = "Tambak garam dari udara."


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        (f"{SEEN} (Foto: Wira/detikcom)", SEEN, "Wira/detikcom"),
        (f"{SEEN} Foto: Wira/detikcom", SEEN, "Wira/detikcom"),
        (f"{SEEN} (ANTARA FOTO/Wira Teluk/foc)", SEEN, "ANTARA FOTO/Wira Teluk/foc"),
        (f"{SEEN} ANTARA FOTO/Wira Teluk/foc.", SEEN, "ANTARA FOTO/Wira Teluk/foc."),
        (f"{SEEN} (KOMPAS.com/WIRA TELUK)", SEEN, "KOMPAS.com/WIRA TELUK"),
        (f"{SEEN} (Dok. Pribadi)", SEEN, "Dok. Pribadi"),
        (f"{SEEN} (Istimewa)", SEEN, "Istimewa"),
        (f"{SEEN} (ist)", SEEN, "ist"),
        (f"{SEEN} - Foto NSTP", SEEN, "NSTP"),
        (f"{SEEN} Foto oleh Wira Teluk.", SEEN, "Wira Teluk"),
        (f"{SEEN} Kredit: Wira", SEEN, "Wira"),
        (f"{SEEN} © Wira", SEEN, "Wira"),
        (f"{SEEN} AFP/WIRA TELUK", SEEN, "AFP/WIRA TELUK"),
        (f"{SEEN} (Reuters)", SEEN, "Reuters"),
        (f"{SEEN} TRIBUNNEWS/WIRA TELUK", SEEN, "TRIBUNNEWS/WIRA TELUK"),
        (f"{SEEN} (Shutterstock)", SEEN, "Shutterstock"),
        (f"{SEEN} /Wira Teluk", SEEN, "Wira Teluk"),
        ("CONTOH.com/WIRA TELUK Tambak garam", "Tambak garam", "CONTOH.com/WIRA TELUK"),
        ("CONTOH.COM/WIRA Petani Teluk Garam panen", "Petani Teluk Garam panen", "CONTOH.COM/WIRA"),
        ("CONTOH.COM/WIRA TELUKPetani memanen", "Petani memanen", "CONTOH.COM/WIRA TELUK"),
        ("Contoh.com/WiraTambak garam", "Tambak garam", "Contoh.com/Wira"),
        ("Contoh.com/Wira Teluk Ilustrasi tambak", "Ilustrasi tambak", "Contoh.com/Wira Teluk"),
        ("CONTOH / Wira Ilustrasi tambak", "Ilustrasi tambak", "CONTOH / Wira"),
        ("Twitter @wira Tambak Teluk garam", "Tambak Teluk garam", "Twitter @wira"),
        # where the name ends cannot be seen
        ("Contoh.com/Wira Teluk Garam Raya", "Contoh.com/Wira Teluk Garam Raya", None),
        ("CONTOH.com/WIRA PT Garam Raya", "CONTOH.com/WIRA PT Garam Raya", None),
        ("Contoh.com/Wira McTeluk", None, "Contoh.com/Wira McTeluk"),
        ("Foto: Wira/detikcom", None, "Wira/detikcom"),
        ("Antara/Wira", None, "Antara/Wira"),
        ("Shutterstock", None, "Shutterstock"),
        ("Ilustrasi garam (Freepik)", "Ilustrasi garam", "Freepik"),
        (f"Foto: {SEEN} (Wira/detikcom)", SEEN, "Wira/detikcom"),
        ("Foto: petani memanen garam di tambak", "petani memanen garam di tambak", None),
        ("Ilustrasi garam/Freepik", "Ilustrasi garam", "Freepik"),
        ("Ilustrasi garam - Freepik", "Ilustrasi garam", "Freepik"),
        ("Petani garam/Ist", "Petani garam", "Ist"),
        (f"{SEEN} (dok. Polri)", SEEN, "dok. Polri"),
        (f"{SEEN} Foto/Ist", SEEN, "Ist"),
        (f"{SEEN} Foto/CONTOHnews/Wira", SEEN, "CONTOHnews/Wira"),
        (f"{SEEN} - Antara/Wira Teluk", SEEN, "Antara/Wira Teluk"),
        ("Tambak garam - Bisnis/Wira Teluk", "Tambak garam", "Bisnis/Wira Teluk"),
        ("Tambak garam TRIBUN JABAR/WIRA TELUK", "Tambak garam", "TRIBUN JABAR/WIRA TELUK"),
        (f"{SEEN} EPA-EFE/WIRA TELUK", SEEN, "EPA-EFE/WIRA TELUK"),
        (f"{SEEN} KONTAN/Wira Teluk/13/09/2023", SEEN, "KONTAN/Wira Teluk/13/09/2023"),
        (f"ILUSTRASI. {SEEN} KONTAN/Wira Teluk", f"ILUSTRASI. {SEEN}", "KONTAN/Wira Teluk"),
        (f"{SEEN} contoh.id/Wira Teluk", SEEN, "contoh.id/Wira Teluk"),
        (f"{SEEN} ANTARA FOTO - Wira Teluk", SEEN, "ANTARA FOTO - Wira Teluk"),
        (f"{SEEN} Tangkapan layar YouTube", SEEN, "Tangkapan layar YouTube"),
        (f"{SEEN} Sumber: Instagram/@wira", SEEN, "Instagram/@wira"),
        (f"{SEEN} Fotografer: Wira Teluk", SEEN, "Wira Teluk"),
        (f"{SEEN} Foto oleh Wira Teluk", SEEN, "Wira Teluk"),
        (f"{SEEN} | Wira Teluk", SEEN, "Wira Teluk"),
        ("TRIBUNNEWS/WIRA TELUK", None, "TRIBUNNEWS/WIRA TELUK"),
        ("WIRA TELUK/JAWA POS", None, "WIRA TELUK/JAWA POS"),
        ("Image by Wira from Pixabay", None, "Wira from Pixabay"),
        ("Courtesy of Wira Teluk", None, "Wira Teluk"),
        ("Logo Facebook/Instagram", "Logo Facebook/Instagram", None),
        ("Siswa kelas X/XI", "Siswa kelas X/XI", None),
        ("Gedung BI / Bank Indonesia", "Gedung BI / Bank Indonesia", None),
        ("Jalur Solo/Jogja", "Jalur Solo/Jogja", None),
        ("Ganda Wira Teluk/Bagas Rimba", "Ganda Wira Teluk/Bagas Rimba", None),
        (SEEN, SEEN, None),
        ("Petani memanen garam, Rabu (13/9/2023)", "Petani memanen garam, Rabu (13/9/2023)", None),
        ("Wira (kanan) dan Laksmi (kiri)", "Wira (kanan) dan Laksmi (kiri)", None),
        (
            "Gedung Komisi Pemberantasan Korupsi (KPK)",
            "Gedung Komisi Pemberantasan Korupsi (KPK)",
            None,
        ),
        ("", None, None),
        ("   ", None, None),
    ],
)
def test_caption_line(line, caption, credit):
    assert split_caption(line) == (caption, credit)


def test_short_remainder_behind_the_alternative_text_is_the_credit():
    assert split_caption("Petani memanen garam laut Opera News", "Petani memanen garam laut") == (
        "Petani memanen garam laut",
        "Opera News",
    )


@pytest.mark.parametrize(
    ("printed", "credit"),
    [
        ("(Foto: Wira/detikcom)", "Wira/detikcom"),
        ("Photo by Wira on Unsplash", "Wira on Unsplash"),
        ("Kredit Foto: Wira", "Wira"),
        ("Foto: Dok: Wira", "Wira"),
        ("Dok. Pribadi", "Dok. Pribadi"),
        ("© Wira", "Wira"),
        ("[Wira]", "Wira"),
        ("Foto", "Foto"),
        ("", None),
        (None, None),
    ],
)
def test_credit(printed, credit):
    assert clean_credit(printed) == credit


@pytest.mark.parametrize(
    ("inner", "before", "is_one"),
    [
        ("Auriga Nusantara", "", True),
        ("X/detikcom", "", True),
        ("Foto: Wira", "", True),
        ("contoh.com", "", True),
        ("kanan", "", False),
        ("kedua dari kiri", "", False),
        ("23/2", "", False),
        ("13/9/2023", "", False),
        ("13 September 2023", "", False),
        ("KPK", "Komisi Pemberantasan Korupsi", False),
        ("berkaus merah", "", False),
        ("42", "", False),
    ],
)
def test_what_closing_brackets_hold(inner, before, is_one):
    assert is_credit(inner, before) is is_one


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("Warga antre beras. Shutterstock", "Warga antre beras.", "Shutterstock"),
        ("Warga antre beras. Getty Images", "Warga antre beras.", "Getty Images"),
        ("Warga antre beras. Istimewa", "Warga antre beras.", "Istimewa"),
        ("Warga antre beras. Instagram", "Warga antre beras. Instagram", None),
        ("Warga antre beras. Surakarta", "Warga antre beras. Surakarta", None),
        ("Foto: Wira Teluk (K)", None, "Wira Teluk (K)"),
        ("Foto : Republika/Wira Teluk", None, "Republika/Wira Teluk"),
        ("Warga antre. Foto/SINDOnews/Wira", "Warga antre.", "SINDOnews/Wira"),
        ("Warga antre. FOTO/REUTERS", "Warga antre.", "REUTERS"),
        ("Warga antre. (ANTARA FOTO/Wira Teluk/nym/rwa)", "Warga antre.", "ANTARA FOTO/Wira Teluk/nym/rwa"),
        ("Warga antre (Dok.IGI )", "Warga antre", "Dok.IGI"),
        ("Warga antre - (Wira Teluk/Republika)", "Warga antre", "Wira Teluk/Republika"),
        ("Rapat Komisi Pemilihan Umum (KPU)", "Rapat Komisi Pemilihan Umum (KPU)", None),
    ],
)
def test_credits_as_the_agencies_sign(line, caption, credit):
    assert split_caption(line) == (caption, credit)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Latihan perdana - POS PULAU/IDDA", ("Latihan perdana", "POS PULAU/IDDA")),
        ("Latihan perdana | KABAR / IDDA ROYANI", ("Latihan perdana", "KABAR / IDDA ROYANI")),
        ("Latihan perdana - KABAR/Idda Royani", ("Latihan perdana", "KABAR/Idda Royani")),
        ("Pertemuan bilateral - AS/RUSIA", ("Pertemuan bilateral - AS/RUSIA", None)),
        ("Rapat gabungan - TNI/POLRI", ("Rapat gabungan - TNI/POLRI", None)),
    ],
)
def test_a_source_and_a_name_in_capitals_behind_a_dash_are_the_credit(line, found):
    assert split_caption(line) == found


def test_letters_of_the_paper_behind_a_photographers_name_before_the_caption():
    line = 'TONI LENSA/"PRLM" PELATIH membetulkan letak tangan murid, Kamis (2/10/2014).*'
    assert split_caption(line) == (
        "PELATIH membetulkan letak tangan murid, Kamis (2/10/2014).",
        'TONI LENSA/"PRLM"',
    )


def test_one_word_in_small_letters_behind_a_full_stop_is_a_photographers():
    assert split_caption("Pedagang menata bunga. (toni)") == ("Pedagang menata bunga.", "toni")
    assert split_caption("Pedagang menata bunga. (kiri)") == ("Pedagang menata bunga. (kiri)", None)
    assert split_caption("Pedagang menata bunga (mawar)") == ("Pedagang menata bunga (mawar)", None)


def test_one_word_and_a_whole_name_behind_a_dash_are_the_credit():
    assert split_caption("Pedagang pinang - Lintang/Wira Teluk") == ("Pedagang pinang", "Lintang/Wira Teluk")
    assert split_caption("Jalur kereta - Solo/Wira Teluk")[1] is None
    assert split_caption("Jalur kereta - Lintang/selatan")[1] is None
