"""A paragraph right behind its picture's: the caption where it is dressed alike or stands above the dateline."""

import pytest

from tests.invented import ONE, THREE, TWO, read, texts

CAPTION = "Bupati Teluk Biru saat meninjau tambak garam, Rabu (13/9)."
PICTURE = "<img src='https://contoh.id/f/tambak.jpg'>"
DATED = f"<p>TELUK BIRU, CONTOH.ID - {ONE}</p><p>{TWO}</p><p>{THREE}</p>"
PLAIN = f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>"


def images(body):
    return [(image.url, image.caption) for image in read(body).images]


@pytest.mark.parametrize(
    "body",
    [
        f"<p class='yiv7Mso'>{PICTURE}</p><p class='yiv7Mso'>{CAPTION}</p>{PLAIN}",
        f"<p style='text-align:center'>{PICTURE}</p><p style='text-align:center'>{CAPTION}</p>{PLAIN}",
        f"<p align='center'><a href='https://contoh.id/f/besar.jpg'>{PICTURE}</a></p><p align='center'>{CAPTION}</p>"
        + PLAIN,
        f"<p>{PICTURE}</p><p>{CAPTION}</p>{DATED}",
    ],
    ids=["class of a mail", "centred by style", "centred by attribute", "above the dateline"],
)
def test_paragraph_below_its_picture_is_the_caption(body):
    assert CAPTION not in texts(body)
    assert images(body) == [("https://contoh.id/f/tambak.jpg", CAPTION)]


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{PICTURE}</p>{PLAIN}",
        f"<p>{PICTURE}</p>{DATED}",
        f"<p class='p'>{PICTURE}</p><p class='p'>{ONE}</p><p class='p'>{TWO}</p><p class='p'>{THREE}</p>",
        f"<p class='lead'>{PICTURE}</p><p class='teks'>{ONE}</p><p>{TWO}</p><p>{THREE}</p>",
        f"<p>{TWO}</p><p>{PICTURE}</p><p>{ONE}</p><p>{THREE}</p>",
        f"<p>{PICTURE}</p><p>{ONE}</p><p>TELUK BIRU, CONTOH.ID - {TWO}</p><p>{THREE}</p>",
    ],
    ids=[
        "plain",
        "dateline at once",
        "all alike",
        "dressed otherwise",
        "in the middle",
        "lead that shows nothing",
    ],
)
def test_lead_below_a_picture_is_text(body):
    assert any(ONE in text for text in texts(body))


CREDITED = "Bupati Teluk Biru meninjau tambak garam. (Contoh/Toni Lensa)"


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{PICTURE}</p><p><em>{CREDITED}</em></p>{PLAIN}",
        f"{PICTURE}<div class='k'>{CREDITED}</div>{PLAIN}",
        f"{PICTURE}<div>Bupati Teluk Biru meninjau tambak garam. - Foto NSTP</div>{PLAIN}",
    ],
    ids=["small print", "an element of its own", "credit behind a dash"],
)
def test_a_line_with_a_credit_below_its_picture_is_the_caption(body):
    assert texts(body) == [ONE, TWO, THREE]
    assert [image.caption for image in read(body).images if image.caption]


@pytest.mark.parametrize("line", ["Bupati meninjau tambak garam bersama para petani.", f"{ONE} {TWO}"])
def test_a_line_without_a_credit_is_text(line):
    assert line in texts(f"{PICTURE}<div>{line}</div>{PLAIN}")
