"""Sign-offs as portals print them below a text, and what only looks like one."""

import pytest

from newsbot.language.sign_offs import bare_sign_off, split_sign_off, split_source


@pytest.mark.parametrize(
    "mark",
    [
        # letters and figures
        "a2s/fem", "k9", "c01", "mg3/zal", "fdl/2", "dil/r2/z4", "Dwi7/han",
        # stars
        "*/nyc*/ndy/k9", "*/ant", "***/abc", "abc/*", "**/Wta", "*ndy/fem*",
        # capitals
        "AZF", "AZF/LSK", "AZF/lsk/7", "NDY",
        # as ever
        "vyp/kna", "zik", "H-2", "Ant/E-2", "PN/OL-3",
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", ["({})", "[{}]", "( {} )", "({}).", "({})*"])
def test_a_sign_off_behind_the_last_sentence(mark, around):
    assert split_sign_off(f"Hujan reda. {around.format(mark)}") == ("Hujan reda.", mark)
    assert split_sign_off(around.format(mark), alone=True) == ("", mark)


@pytest.mark.parametrize(
    "text",
    [
        "Jet itu sebuah (F16)",
        "Mereka naik kereta kelas (k1)",
        "Kecepatannya 120 kilometer (120 km/60 menit)",
        "Ia membayar lunas (Rp2/kg).",
        "Warga berkumpul di lapangan (24/7)",
        "Hujan turun pada Rabu. (13/9)",
        "Hujan turun pada Rabu. (13/9/2023)",
        "Skornya tipis. (2/1)",
        "Badan itu bernama KPK. Ia berdiri sendiri. (KPK)",
        "Warga itu anggota tentara (TNI)",
        "Hujan reda. (Antara)",
        "Hujan reda. (ANT)",
        "Hujan reda. (AFP)",
        "Hujan reda. (Luh Wayanti)",
        "Hujan reda. (lihat peta)",
        "Hujan turun di atas ketinggian dua kilometer (km).",
    ],
)  # fmt: skip
def test_other_brackets_stay(text):
    assert split_sign_off(text) == (text, None)


@pytest.mark.parametrize(
    "mark",
    [
        "gal/posdesa", "Rindra/kabarkita", "T.A034/B/M027/M027", "A-156/A-107", "Hartatik/CN26/JBSM", "cr-1/ayu",
        "MC/Diskominfo",
    ],
)  # fmt: skip
def test_words_between_slashes_sign_behind_a_full_stop_and_alone(mark):
    assert split_sign_off(f"Hujan reda. ({mark})***") == ("Hujan reda.", mark)
    assert split_sign_off(f"({mark})", alone=True) == ("", mark)
    assert split_sign_off(f"Hujan reda ({mark})") == (f"Hujan reda ({mark})", None)


@pytest.mark.parametrize("mark", ["Red", "Tim", "Ndi", "R1", "TN01", "Yahya", "InfoDaerah"])
def test_one_word_signs_behind_a_full_stop(mark):
    assert split_sign_off(f"Hujan reda. ({mark})") == ("Hujan reda.", mark)
    assert split_sign_off(f"Hujan reda. *** ({mark})") == ("Hujan reda.", mark)


def test_a_credit_alone_between_the_paragraphs_is_no_sign_off():
    for credit in ("(Shutterstock)", "(Reuters/Stringer)", "(Istimewa)"):
        assert split_sign_off(credit, alone=True) == (credit, None)
    caption = "Ilustrasi dinding rumah. (Freepik/ wiralestari)"
    assert split_sign_off(caption) == (caption, None)


def test_the_text_s_last_word_is_none():
    assert split_sign_off("Hujan reda. (Bersambung)") == ("Hujan reda. (Bersambung)", None)


def test_initials_and_a_desk_sign_without_brackets():
    assert split_sign_off("Hujan reda. ers/N-3") == ("Hujan reda.", "ers/N-3")


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("AZF", "AZF"),
        ("AZF.", "AZF"),
        ("- AZF -", "AZF"),
        ("azf/lsk", "azf/lsk"),
        ("a2s/fem", "a2s/fem"),
        ("*/azf", "*/azf"),
        ("***azf/k9", "***azf/k9"),
        ("AZF/LSK", "AZF/LSK"),
        ("rkr", "rkr"),
    ],
)
def test_a_bare_sign_off_on_a_line_of_its_own(line, mark):
    assert bare_sign_off(line, "Petani garam memanen tiga ton garam.") == mark


@pytest.mark.parametrize(
    "line",
    [
        "KPK", "TNI/KPK", "Wira", "AMIN", "TAMAT", "FAQ", "IKLAN", "dan/atau", "24/7", "Rp5", "A", "garam", "GARAM",
        "***", "13/9", "WIRA TELUK",
    ],
)  # fmt: skip
def test_other_short_lines_are_none(line):
    assert bare_sign_off(line, "Petani garam dan KPK memanen tiga ton, TNI/KPK menjaga.") is None


@pytest.mark.parametrize("name", ["Humas Kemenag", "detikcom", "Sindonews.com", "Antara"])
def test_an_office_or_outlet_behind_the_last_sentence_is_its_source(name):
    assert split_source(f"Hujan reda. ({name})") == ("Hujan reda.", name)
    assert split_source(f"Hujan reda. (Sumber: {name})") == ("Hujan reda.", name)


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("(kabarlintang.co.id/wira teluk)", "kabarlintang.co.id/wira teluk"),
        ("(kabarlintang.id/wira)", "kabarlintang.id/wira"),
        ("[kabar-lintang.com / Wira T.]", "kabar-lintang.com / Wira T."),
    ],
)
def test_an_outlets_address_and_its_writer_sign_a_line_of_their_own(line, mark):
    assert split_sign_off(line, alone=True) == ("", mark)
    assert split_sign_off(f"Hujan reda di pesisir {line}") == (f"Hujan reda di pesisir {line}", None)


@pytest.mark.parametrize("mark", ["ant/ahi", "cth/wir/lak", "rtr/ap"])
def test_small_initials_behind_the_last_sentence_sign_without_brackets(mark):
    assert split_sign_off(f"Hujan reda. {mark}") == ("Hujan reda.", mark)
    assert split_sign_off(f"Hujan reda di {mark}") == (f"Hujan reda di {mark}", None)


def test_two_names_in_brackets_before_stars_sign_alone():
    assert split_sign_off("(Wira Teluk/Laksmi Asih)***", alone=True) == ("", "Wira Teluk/Laksmi Asih")


def test_an_agency_in_capitals_on_a_line_of_its_own_is_the_source():
    assert split_source("ANTARA") == ("", "ANTARA")
    assert split_source("Antara") == ("Antara", None)
    assert split_source("BERSAMBUNG") == ("BERSAMBUNG", None)


def test_a_star_or_a_reporters_account_behind_the_last_sentence_signs_it():
    assert split_sign_off("Hujan reda.*") == ("Hujan reda.", None)
    assert split_sign_off("Hujan reda*") == ("Hujan reda*", None)
    assert split_sign_off("Hujan reda.@wira_LK") == ("Hujan reda.", "@wira_LK")
    assert split_sign_off("Warga mengikuti akun @wira_LK") == ("Warga mengikuti akun @wira_LK", None)


def test_who_signs_before_an_outlets_address():
    assert split_sign_off("Hujan reda. [wira/voa-lintang.com]") == ("Hujan reda.", "wira/voa-lintang.com")
    assert split_sign_off("Hujan reda. (Antara/voa-lintang.com)")[1] is None


def test_a_bare_code_and_empty_brackets_behind_the_last_sentence():
    assert split_sign_off("Hujan reda. cth9") == ("Hujan reda.", "cth9")
    assert split_sign_off("Warga memakai avtur jenis cth9") == ("Warga memakai avtur jenis cth9", None)
    assert split_sign_off("Hujan reda. []") == ("Hujan reda.", None)
