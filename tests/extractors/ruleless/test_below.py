"""What stands below a text that no rule names, in its own element: comments, a box about the writer."""

import pytest

from tests.invented import ONE, STORY, THREE, TWO, URL, record

BODY = f"{ONE}\n\n{TWO}\n\n{THREE}"
TITLE = "Panen Garam di Teluk Biru Naik Tiga Kali Lipat"
SAID = (
    "Semoga gudang yang dijanjikan itu lekas berdiri, kasihan para petani yang menunggu sejak tahun lalu.",
    "Saya lewat pesisir itu tiap pagi dan memang benar kolamnya bertambah banyak sekali sekarang ini.",
)
ENTRIES = "".join(
    f"<div><b>pembaca{n}</b> <span>{n + 1} jam lalu</span><p>{s}</p></div>" for n, s in enumerate(SAID)
)
LIFE = "<p>Wira Samudra adalah jurnalis yang menulis tentang laut dan garam sejak tahun 2011 di kota pesisir.</p>"


def body_of(markup):
    head = f"<head><title>{TITLE} | Contoh</title></head>"
    return record(f"<html>{head}<body><h1>{TITLE}</h1><div>{markup}</div></body></html>", URL).article_body


@pytest.mark.parametrize(
    "label", ["<h3>Komentar (2)</h3>", "<p>2 Komentar</p>", "<b>Komentar Pembaca</b>", ""]
)
def test_comments_in_the_element_of_the_text_are_not_paragraphs(label):
    assert body_of(f"{STORY}<div>{label}{ENTRIES}</div>") == BODY


def test_comment_label_above_the_text_cuts_nothing():
    assert body_of(f"<p>2 Komentar</p><p>Dibaca 2 jam lalu</p>{STORY}").endswith(BODY)


@pytest.mark.parametrize(
    "line",
    ["<p>Kolam itu digali 30 tahun lalu.</p>", "<p>Dibuka 2 jam lalu</p>", "<h3>Komentar petani</h3>"],
)
def test_lines_of_a_text_begin_no_comments(line):
    assert body_of(f"<p>{ONE}</p>{line}<p>{TWO}</p><p>{THREE}</p>").endswith(f"{TWO}\n\n{THREE}")


@pytest.mark.parametrize("name", ["<h4>Wira Samudra</h4>", "<p><b>Wira Samudra</b></p>"])
def test_box_about_the_writer_is_not_of_the_article(name):
    box = f"<div><img src='/w.jpg'>{name}{LIFE}<a href='/author/wira'>Semua tulisan</a></div>"
    assert body_of(STORY + box) == BODY


def test_portrait_without_a_writers_page_stays():
    assert body_of(f"{STORY}<div><h4>Wira Samudra</h4>{LIFE}</div>").endswith("kota pesisir.")


def test_portrait_beside_the_paragraphs_stays_though_a_writer_is_linked():
    body = f"{STORY}<h4>Wira Samudra</h4>{LIFE}<a href='/author/tuti'>Tuti Kartika</a>"
    assert "kota pesisir." in body_of(body)
