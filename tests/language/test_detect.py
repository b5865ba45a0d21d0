"""Indonesian told from what else these portals print."""

import pytest

from newsbot.language.detect import detect_language

TEXTS = {
    "id": "Dia mengatakan bahwa petani yang datang dari desa itu tidak akan menjual garam karena harga masih rendah, "
    "sehingga mereka harus menunggu hingga bulan depan untuk kembali ke pasar.",
    "ms": "Beliau berkata bahawa petani dari kampung itu tidak boleh menjual garam kerana harga masih rendah, manakala "
    "pihak berkuasa turut hadir dahulu sahaja dan mahu menunggu sehingga bulan hadapan.",
    "en": "The farmers said that they would not sell the salt because the price is still low, and it will be in the "
    "market by the end of the month when the people have more of it.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_language(code):
    found = detect_language(TEXTS[code])
    assert found is not None
    assert found[0] == code
    assert 0.5 < found[1] <= 1


@pytest.mark.parametrize(
    "text", ["", "Garam", "yang di itu", "1 2 3 4 5 6 7 8 9 10 11 12", "Лорем ипсум " * 30]
)
def test_too_little_to_say(text):
    assert detect_language(text) is None


def test_case_does_not_matter():
    assert detect_language(TEXTS["id"].upper()) == detect_language(TEXTS["id"])


def test_only_the_beginning_is_read():
    assert detect_language((TEXTS["id"] + " ") * 20 + TEXTS["en"] * 40)[0] == "id"
