"""A page that no rule knows, with something in one of its places."""

from tests.invented import STORY, URL, record

TITLE = "Panen Garam di Teluk Biru Naik Tiga Kali Lipat"


def page(*, above="", under="", inside="", below=""):
    return record(
        f"<html><head><title>{TITLE} | Contoh</title></head><body>{above}<h1>{TITLE}</h1>{under}"
        f"<div class='isi'>{inside}{STORY * 2}</div>{below}</body></html>",
        URL,
    )
