"""Brands of datelines, told from the beginnings of texts."""

import pytest

from newsbot.drafting.brands import brands_of
from newsbot.snapshot import Snapshot
from newsbot.stream import Options, process

REST = "Warga desa memanen garam lebih awal karena kemarau datang lebih cepat dari biasanya tahun ini."


def article(opening, host):
    text = f"<p>{opening}{REST}</p><p>{REST} Begitu kata mereka.</p>"
    body = f"<h1>Kabar dari Desa Pesisir</h1><div class='isi'>{text}</div>"
    page = Snapshot(f"<html><body>{body}</body></html>".encode(), url=f"https://{host}/berita/1/x")
    return process(page, options=Options(generic=True)).article


@pytest.mark.parametrize(
    ("opening", "host", "brands"),
    [
        ("JAKARTA, KABARDESA.COM - ", "www.kabardesa.example", ("KABARDESA.COM",)),
        ("Kabardesa.com, Jakarta -- ", "www.kabardesa.example", ("Kabardesa.com",)),
        ("Jakarta, Kabar Desa \u2013 ", "www.kabar-desa.co.id", ("Kabar Desa",)),
        ("TRIBUNDESA.COM, SOLO - ", "solo.lain.example", ("TRIBUNDESA.COM",)),
        ("Jakarta (KABARDESA) - ", "kabardesa.id", ("KABARDESA",)),
        ("JAKARTA - ", "www.kabardesa.example", ()),
        ("", "www.kabardesa.example", ()),
    ],
)
def test_the_outlet_is_told_from_the_place(opening, host, brands):
    assert brands_of([article(opening, host)], [host]) == brands


def test_forms_of_several_pages_are_kept_once_each():
    host = "www.kabardesa.example"
    pages = [
        article(opening, host) for opening in ("KABARDESA.COM - ", "Kabardesa.com - ", "KABARDESA.COM - ")
    ]
    assert brands_of(pages, [host]) == ("KABARDESA.COM", "Kabardesa.com")
