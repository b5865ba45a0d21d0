"""How Indonesian portals write the beginning of a story, each with its right reading, found before the grammar was."""

import pytest

from newsbot.language.dateline import split_dateline

REST = "Petani garam memanen tiga ton garam."
SITE = ("kabarlintang.example", "Kabar Lintang")
"""What an outlet that no declaration knows signs with: its host and the name it gives itself."""


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        # the outlet alone
        ("KABARLINTANG.EXAMPLE,", None),
        ("KABARLINTANG.EXAMPLE –", None),
        ("Kabarlintang.example -", None),
        ("KABAR LINTANG –", None),
        ("KabarLintang |", None),
        ("KABARLINTANG.EXAMPLE (13/9) –", None),
        # the outlet before the place
        ("KABAR LINTANG, TELUK DAMAR –", "TELUK DAMAR"),
        ("KABARLINTANG.EXAMPLE | Teluk Damar –", "Teluk Damar"),
        ("Kabarlintang.example – TELUK DAMAR –", "TELUK DAMAR"),
        ("[KABARLINTANG.EXAMPLE] Samarinda –", "Samarinda"),
        ("KABARLINTANG.EXAMPLE, SAMARINDA (13/9) –", "SAMARINDA"),
        # the place before the outlet
        ("TELUK DAMAR, KABAR LINTANG -", "TELUK DAMAR"),
        ("Teluk Damar, KabarLintang –", "Teluk Damar"),
        ("Teluk Damar (Kabar Lintang) –", "Teluk Damar"),
        ("TELUK DAMAR, KABARLINTANG.EXAMPLE |", "TELUK DAMAR"),
        ("Kab. Lintang Timur, Kabarlintang.example –", "Kab. Lintang Timur"),
        ("SAMARINDA, KABAR LINTANG, 13/9 –", "SAMARINDA"),
        ("Samarinda, Kabar Lintang (13/9/2025) –", "Samarinda"),
        ("Samarinda, 13 September 2025 (Kabar Lintang) –", "Samarinda"),
        # two that sign
        ("SAMARINDA, ANTARA/KABAR LINTANG –", "SAMARINDA"),
        ("KABARLINTANG.EXAMPLE, CONTOH.CO –", None),
    ],
)
def test_an_outlet_that_only_its_page_names(raw, place):
    found = split_dateline(f"{raw} {REST}", brands=SITE)
    assert found is not None
    assert (found.raw, found.place, found.rest) == (raw, place, REST)


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        # an address in capitals is an outlet's under any ending
        ("SULTENGNEWS.EXAMPLE,", None),
        ("SULTENGNEWS.EXAMPLE, PALU –", "PALU"),
        ("KUTAI KARTANEGARA, TEPIANMAHAKAM.EXAMPLE –", "KUTAI KARTANEGARA"),
        ("TELUK DAMAR,KABARKITA,com -", "TELUK DAMAR"),
        # names that outlets have
        ("PALU, KABAR SULTENG –", "PALU"),
        ("BERITAKALTIM, SAMARINDA –", "SAMARINDA"),
        ("RADAR LOMBOK, MATARAM –", "MATARAM"),
        ("MATARAM (RADAR LOMBOK) –", "MATARAM"),
        ("Mataram (SuaraNTB) –", "Mataram"),
        ("Denpasar, Bali Post –", "Denpasar"),
        ("NUSANEWS –", None),
        ("HARIAN NUSA -", None),
        ("TELUK DAMAR, POSKOTA –", "TELUK DAMAR"),
        ("INFO TELUK DAMAR –", None),
        # agencies
        ("LONDON (AP) –", "LONDON"),
        ("GAZA (AFP/ANTARA) -", "GAZA"),
        ("BEIJING, XINHUA –", "BEIJING"),
        ("REUTERS, LONDON -", "LONDON"),
        # the day
        ("Samarinda, 13 September 2025 –", "Samarinda"),
        ("SAMARINDA (13/9/2025) –", "SAMARINDA"),
        ("Samarinda, Rabu (13/9) –", "Samarinda"),
        ("TELUK DAMAR, 13/9/2025 –", "TELUK DAMAR"),
        # the place alone
        ("SAMARINDA,", "SAMARINDA"),
        ("SAMARINDA |", "SAMARINDA"),
        ("SAINT-DENIS -", "SAINT-DENIS"),
    ],
)
def test_an_outlet_of_which_nothing_is_known(raw, place):
    found = split_dateline(f"{raw} {REST}")
    assert found is not None
    assert (found.raw, found.place, found.rest) == (raw, place, REST)


def test_a_known_place_and_a_comma_count_before_a_word_that_opens_sentences():
    found = split_dateline("Samarinda, Sejumlah petani garam rugi.")
    assert found is not None
    assert (found.place, found.rest) == ("Samarinda", "Sejumlah petani garam rugi.")
    assert split_dateline("Samarinda, Bontang, dan Sangatta hujan.") is None
    assert split_dateline("Samarinda, kota di tepi sungai itu, banjir.") is None


def test_a_bold_known_place_and_its_comma_are_a_dateline():
    found = split_dateline(f"Samarinda, {REST}", bold="Samarinda,")
    assert found is not None
    assert (found.place, found.rest) == ("Samarinda", REST)


@pytest.mark.parametrize("raw", ["VIVAbola –", "VIVAnews -", "VIVA Bola –", "VIVAbola |"])
def test_a_channel_glued_to_the_outlets_name_is_no_place(raw):
    found = split_dateline(f"{raw} {REST}", brands=("VIVA",))
    assert found is not None
    assert (found.raw, found.place, found.rest) == (raw, None, REST)


@pytest.mark.parametrize(
    "text",
    [
        "Kabar Lintang melaporkan panen garam naik - kata Wira.",
        "Kabarlintang.example, sebuah situs berita, tutup.",
        "SAMARINDA, Bontang dan Sangatta hujan sejak pagi.",
        "Samarinda (BMKG) Hujan turun sejak pagi.",
        "Bukutoko.com, Warung dan Kedai bersaing.",
        "SUARA gemuruh terdengar dari gunung itu.",
        "KABAR duka datang dari Teluk Damar.",
        "Berita Duka dari Teluk Damar - begitu judulnya.",
        "TNI-POLRI - Dua lembaga itu.",
        "Antara Samarinda dan Bontang jalan rusak - kata Wira.",
        "Hubungan antara Samarinda - Bontang pulih.",
        "Suara Warga - kolom ini - terbit tiap pekan.",
        "Rabu (13/9) - Hujan turun sejak pagi.",
        "Wira, 13 tahun, menang.",
    ],
)
def test_what_begins_a_sentence_stays(text):
    assert split_dateline(text, brands=SITE) is None


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        ("Jakarta, Infolintang -", "Jakarta"),
        ("JAYAPURA, Lintang –", "JAYAPURA"),
        ("MANADO, LINTANG-", "MANADO"),
        ("JAKARTA, KOMPAS —", "JAKARTA"),
        ("LINTANG Online, Jakarta -", "Jakarta"),
        ("TEMPO Interaktif, BANDUNG:", "BANDUNG"),
        ("[JAKARTA]", "JAKARTA"),
        ("JAKARTA:", "JAKARTA"),
        ("Medan, (Lintang).", "Medan"),
        ("GARUT, (PRLM).-", "GARUT"),
        ("Kuala Lumpur, 12/5 (Antara) -", "Kuala Lumpur"),
        # a region behind the town is of the place
        ("Mataram, NTB -", "Mataram, NTB"),
        ("LONDON, INGGRIS -", "LONDON, INGGRIS"),
        ("Houston, Texas -", "Houston, Texas"),
        ("LENGKONG, BANDUNG -", "LENGKONG, BANDUNG"),
    ],
)
def test_a_town_beside_an_outlet_s_name_that_nothing_tells(raw, place):
    found = split_dateline(f"{raw} {REST}", unknown=True)
    assert found is not None
    assert (found.raw, found.place, found.rest) == (raw, place, REST)


def test_a_town_glued_to_its_sentence_by_a_hyphen():
    found = split_dateline(f"SAMPIT-{REST}")
    assert found is not None
    assert (found.place, found.rest) == ("SAMPIT", REST)
    assert split_dateline("JAKARTA-BANDUNG kini tersambung.") is None
