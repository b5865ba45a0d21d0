"""Datelines as the portals print them."""

import pytest

from newsbot.language.dateline import place_on_own_line, split_dateline

REST = "Petani garam memanen tiga ton garam."


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        ("TRIBUNNEWS.COM, JAKARTA -", "JAKARTA"),
        ("TRIBUNSOLO.COM, SOLO --", "SOLO"),
        ("POS-KUPANG.COM, KUPANG -", "KUPANG"),
        ("SURYA.CO.ID, SURABAYA -", "SURABAYA"),
        ("SERAMBINEWS.COM, BANDA ACEH -", "BANDA ACEH"),
        ("JAKARTA, KOMPAS.com -", "JAKARTA"),
        ("JAKARTA, KOMPAS.com –", "JAKARTA"),
        ("JAKARTA, KOMPAS.com —", "JAKARTA"),
        ("KOMPAS.com -", None),
        ("KARIMUN, CONTOH.CO:", "KARIMUN"),
        ("KARIMUN, CONTOH.CO :", "KARIMUN"),
        ("Jakarta, CNN Indonesia --", "Jakarta"),
        ("Jakarta, CNBC Indonesia -", "Jakarta"),
        ("Liputan6.com, Jakarta -", "Jakarta"),
        ("TEMPO.CO, Jakarta -", "Jakarta"),
        ("REPUBLIKA.CO.ID, JAKARTA --", "JAKARTA"),
        ("Jakarta (ANTARA) -", "Jakarta"),
        ("Jakarta (ANTARA News) -", "Jakarta"),
        ("Mataram, NTB (ANTARA) -", "Mataram, NTB"),
        ("Bisnis.com, JAKARTA —", "JAKARTA"),
        ("Suara.com -", None),
        ("jpnn.com, JAKARTA -", "JAKARTA"),
        ("Merdeka.com -", None),
        ("KONTAN.CO.ID - JAKARTA.", "JAKARTA"),
        ("JAKARTA -", "JAKARTA"),
        ("BANDA ACEH --", "BANDA ACEH"),
        ("VIVA –", None),
        ("Jakarta, VIVA –", "Jakarta"),
        ("tirto.id -", None),
        ("Jakarta, Beritasatu.com –", "Jakarta"),
        ("JAKARTA, investor.id –", "JAKARTA"),
        ("PIKIRAN RAKYAT -", None),
        ("FAJAR.CO.ID, MAKASSAR -", "MAKASSAR"),
        ("POSKOTA.CO.ID -", None),
        ("Grid.ID -", None),
        ("BETAHITA.ID -", None),
        ("TRIBUNNEWS.COM, JAKARTA, -", "JAKARTA"),
        ("TRIBUNNEWS.COM, JAKARTA.", "JAKARTA"),
        ("KONTAN.CO.ID - JAKARTA,", "JAKARTA"),
        ("JAKARTA.", "JAKARTA"),
        ("Jakarta, (ANTARA) -", "Jakarta"),
        ("Jakarta (ANTARA/Xinhua) -", "Jakarta"),
        ("Makassar (ANTARA Sulsel) -", "Makassar"),
        ("Jakarta, 13/9 (ANTARA) -", "Jakarta"),
        ("KUPANG, NTT, KOMPAS.com -", "KUPANG, NTT"),
        ("VIVA Militer \u2013", None),
        ("JAKARTA, KOMPASTV -", "JAKARTA"),
        ("SURABAYA, HARIAN DISWAY -", "SURABAYA"),
        ("SELONG -", "SELONG"),
        ("AEK KANOPAN -", "AEK KANOPAN"),
        ("INFO NASIONAL –", None),
        ("INFO BISNIS -", None),
    ],
)
def test_dateline(raw, place):
    found = split_dateline(f"{raw} {REST}")
    assert found is not None
    assert (found.raw, found.place, found.rest) == (raw, place, REST)


@pytest.mark.parametrize(
    ("text", "raw", "place", "rest"),
    [
        ("TRIBUNSOLO.COM, JAKARTA --Hingga kini", "TRIBUNSOLO.COM, JAKARTA --", "JAKARTA", "Hingga kini"),
        ("Liputan6.com, Jakarta Kita mulai", None, None, None),
    ],
)
def test_dateline_without_space(text, raw, place, rest):
    found = split_dateline(text)
    assert (found and (found.raw, found.place, found.rest)) == (raw and (raw, place, rest))


@pytest.mark.parametrize(
    ("raw", "place"), [("Jakarta -", "Jakarta"), ("Kota Baru -", "Kota Baru"), ("Jakarta:", "Jakarta")]
)
def test_city_alone_where_the_outlet_signs_so(raw, place):
    found = split_dateline(f"{raw} {REST}", city_only=True)
    assert found is not None
    assert (found.raw, found.place, found.rest) == (raw, place, REST)
    assert split_dateline(f"{raw} {REST}") is None


def test_a_known_place_behind_the_outlets_own_name_needs_no_dash():
    found = split_dateline(f"Contoh.com, Bandar Lampung {REST}", brands=("Contoh.com",))
    assert found is not None
    assert (found.raw, found.place, found.rest) == ("Contoh.com, Bandar Lampung", "Bandar Lampung", REST)
    assert split_dateline("Contoh.com, Bandar Udara Baru dibuka.", brands=("Contoh.com",)) is None


@pytest.mark.parametrize(
    "text",
    [
        "PSSI - Federasi itu menolak.",
        "KPK - Lembaga itu menahan seorang pejabat.",
        "PT Garam Raya - Perusahaan itu rugi.",
        "Presiden Wira - Laksmi menang telak.",
        "BMKG: Hujan turun.",
        "Polisi: Pelaku satu orang.",
        "COVID-19 - Wabah itu reda.",
        "TNI-Polri bersinergi - Begitu kata dia.",
        "ASN dan PPPK - Dua golongan itu.",
        "Detik - detik kebakaran itu.",
        "Menurut Contoh.com - Warga menunggu.",
        "Dilansir Contoh.com, Jakarta - Warga menunggu.",
    ],
)
def test_what_only_looks_like_a_city_alone(text):
    assert split_dateline(text, city_only=True) is None


def test_bold_city():
    found = split_dateline(f"Jakarta - {REST}", bold="Jakarta")
    assert found is not None
    assert (found.place, found.rest) == ("Jakarta", REST)


@pytest.mark.parametrize(
    ("bold", "place"),
    [("Liputan6.com, Jakarta", "Jakarta"), ("Jakarta, Contoh.com", "Jakarta"), ("Contoh.com", None)],
)
def test_bold_dateline_needs_no_dash(bold, place):
    found = split_dateline(f"{bold} {REST}", bold=bold)
    assert found is not None
    assert (found.raw, found.place, found.rest) == (bold, place, REST)


def test_outlets_own_brand():
    text = f"HARIAN CONTOH, TELUK BIRU - {REST}"
    found = split_dateline(text, brands=("HARIAN CONTOH",))
    assert found is not None
    assert found.place == "TELUK BIRU"


@pytest.mark.parametrize(
    "text",
    [
        REST,
        "Harga beras naik - begitu kata pedagang.",
        "Kompas.com melaporkan panen garam naik - kata Wira.",
        "Garam - bumbu dapur - kini mahal.",
        "KPK memeriksa Wira - pejabat desa - kemarin.",
        "Wira, petani garam, berkata - dengan nada tinggi - bahwa ia rugi.",
        "TNI-Polri menjaga tambak garam itu.",
        "",
        "- Garam",
    ],
)
def test_sentence_has_no_dateline(text):
    assert split_dateline(text) is None


def test_a_forgotten_comma_needs_capitals_and_the_outlets_own_name():
    found = split_dateline(f"SOLO Contoh.com - {REST}", brands=("Contoh.com",))
    assert (found.raw, found.place, found.rest) == ("SOLO Contoh.com -", "SOLO", REST)
    assert split_dateline(f"Pendiri Contoh.com - {REST}", brands=("Contoh.com",)) is None
    assert split_dateline(f"CEO Lain.com - {REST}", brands=("Contoh.com",)) is None


def test_a_colon_that_goes_on_is_no_end():
    assert split_dateline("contoh.com:8080 dibuka kembali.") is None


OWN = ("CONTOH.CO", "Contoh.co", "CTH", "WARTA.ASIA")


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        ("DEPOK--CTH:", "DEPOK"),
        ("DEPOK -- CTH -", "DEPOK"),
        ("Contoh.co JABAR -", None),
        ("Contoh.co JATIM –", None),
        ("SAMARINDA.WARTA.ASIA —", "SAMARINDA"),
        ("CTH.", None),
        ("Contoh.co.", None),
        ("CONTOH.CO", None),
        ("CONTOH.CO - SURABAYA -", "SURABAYA"),
        ("CONTOH.CO - Surabaya -", "Surabaya"),
        ("CONTOH.CO – SURABAYA:", "SURABAYA"),
        ("CONTOH.CO, Surabaya.", "Surabaya"),
        ("SURABAYA, CONTOH.CO.", "SURABAYA"),
        ("SURABAYA, Contoh.co", "SURABAYA"),
        ("Surabaya (CTH)", "Surabaya"),
        ("Surabaya (CTH).", "Surabaya"),
    ],
)
def test_forms_that_only_the_outlets_own_name_or_a_known_place_makes_a_dateline(raw, place):
    found = split_dateline(f"{raw} {REST}", brands=OWN)
    assert found is not None
    assert (found.raw, found.place, found.rest) == (raw, place, REST)


@pytest.mark.parametrize(
    "text",
    [
        "CTH Petani garam memanen tiga ton garam.",
        "CONTOH.CO merangkum tiga cara merawat kebun.",
        "Contoh.co Petani garam memanen tiga ton garam.",
        "CTH.CO.ID.",
        "LAIN.CO Petani garam memanen tiga ton garam.",
        "Depok, Bogor dan Bekasi hujan sejak pagi.",
        "Depok (BMKG) Hujan turun sejak pagi.",
    ],
)
def test_an_outlets_name_without_a_mark_begins_sentences_too(text):
    assert split_dateline(text, brands=OWN) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Contoh.co, JakartaPetani garam memanen.", "Jakarta"),
        ("Contoh.co, Tojo Una-Una - Petani garam memanen.", "Tojo Una-Una"),
        ("CONTOH.CO, JAKARTA -- PT. Garam Raya rugi.", "JAKARTA"),
        ("CONTOH.CO/JAKARTA - Petani garam memanen.", "JAKARTA"),
        ("CONTOH.CO - KPK - Lembaga itu menolak.", None),
    ],
)
def test_the_words_of_a_dateline_are_read_whole(text, place):
    found = split_dateline(text, brands=OWN)
    assert found is not None
    assert found.place == place


@pytest.mark.parametrize("text", ["CTH-nya Hujan turun.", "Contoh.co-hujan turun.", "Cthulhu - Hujan turun."])
def test_a_name_within_a_word_signs_nothing(text):
    assert split_dateline(text, brands=OWN) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Bandung – Warga menolak pembangunan.", "Bandung"),
        ('Bandung - "Kami menolak," kata warga.', "Bandung"),
        ("Bandung - Jakarta kini tersambung rel.", None),
        ("Beras - Harga naik lagi.", None),
    ],
)
def test_a_known_town_before_a_dash_on_pages_of_an_unknown_outlet(text, place):
    found = split_dateline(text, unknown=True)
    assert (found and found.place) == place


@pytest.mark.parametrize(
    ("text", "bold", "place"),
    [
        ("TELUK BIRU. Petani memanen garam.", "TELUK BIRU.", "TELUK BIRU"),
        ("WANAREJA. Petani memanen garam.", "WANAREJA.", "WANAREJA"),
        ("WANAREJA--Petani memanen garam.", "", "WANAREJA"),
        ("TELUK BIRU—Petani memanen garam.", "", "TELUK BIRU"),
    ],
)
def test_places_that_no_list_knows_stand_in_bold_or_before_a_long_dash(text, bold, place):
    found = split_dateline(text, bold=bold)
    assert found is not None
    assert (found.place, found.rest) == (place, "Petani memanen garam.")


@pytest.mark.parametrize("text", ["KPK. Petani memanen garam.", "COVID--19 mereda.", "WANAREJA. petani itu"])
def test_other_capitals_are_no_place(text):
    assert split_dateline(text) is None


def test_the_first_word_of_the_outlets_name_may_sign_before_the_town():
    text, bold = "Cakrawala, Sorong- Hujan turun.", "Cakrawala, Sorong-"
    assert split_dateline(text, brands=("Cakrawala Sorong",), bold=bold).place == "Sorong"


@pytest.mark.parametrize(
    "text",
    [
        "Toboali, GERBANG – Hujan turun sejak pagi.",
        "Toboali, gerbangtoboali.com.- Hujan turun sejak pagi.",
    ],
)
def test_an_outlet_signs_with_its_first_word_and_a_stop_may_stand_before_the_dash(text):
    found = split_dateline(text, brands=("Gerbang Toboali", "gerbangtoboali.com"))
    assert (found.place, found.rest) == ("Toboali", "Hujan turun sejak pagi.")


def test_a_known_town_before_a_colon_where_nobody_declared_how_the_outlet_signs():
    found = split_dateline("Jakarta: Pemerintah membuka posko beras murah.", unknown=True)
    assert found is not None
    assert (found.place, found.rest) == ("Jakarta", "Pemerintah membuka posko beras murah.")
    assert split_dateline("Jakarta: Pemerintah membuka posko beras murah.") is None
    assert split_dateline("Polisi: Pelaku sudah ditangkap.", unknown=True) is None


@pytest.mark.parametrize(
    "text", ["Singkil (Humas) --- Penyuluh datang.", "PARLEMENTARIA, Singkil – Penyuluh datang."]
)
def test_press_offices_sign_as_agencies_do(text):
    found = split_dateline(text)
    assert found is not None
    assert (found.place, found.rest) == ("Singkil", "Penyuluh datang.")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Muara Uya - Pasar kayu kembali ramai.", "Muara Uya"),
        ("Loa Kulu - Pasar kayu kembali ramai.", "Loa Kulu"),
        ("Tebing Sungai - Pasar kayu kembali ramai.", "Tebing Sungai"),
        ("Muara - Pasar kayu kembali ramai.", None),
        ("Pasar Kayu - Pedagang kembali ramai.", None),
        ("Muara Uya - pasar kayu kembali ramai.", None),
    ],
)
def test_a_town_of_two_words_that_no_list_has_begins_as_towns_do(text, place):
    found = split_dateline(text, unknown=True)
    assert (found and found.place) == place


@pytest.mark.parametrize("office", ["Kantor Camat Limpung", "KANTOR CAMAT LIMPUNG", "Dinas Perikanan"])
@pytest.mark.parametrize("bold", [True, False])
def test_an_office_before_a_dash_is_no_place(office, bold):
    text = f"{office} - Warga antre sejak pagi."
    assert split_dateline(text, bold=office if bold else "", unknown=True) is None


def test_a_place_beside_an_outlet_may_fill_the_line_above_the_text():
    assert place_on_own_line("Brebes, NU Online").place == "Brebes"
    assert place_on_own_line("Weleri (CTH)", ("CTH",)).place == "Weleri"
    assert place_on_own_line("Wira Teluk, Kepala Dinas") is None
    assert place_on_own_line("NU Online") is None


def test_an_outlet_in_the_spelling_of_its_address_is_no_place():
    found = split_dateline("WowLintang - Hujan turun.", brands=("WowLintang.com",), bold="WowLintang")
    assert (found.raw, found.place, found.rest) == ("WowLintang -", None, "Hujan turun.")
