"""Promotion names an outlet, and every declared outlet is one."""

import pytest

from newsbot.extractors.furniture import furniture
from newsbot.portals import registry


@pytest.mark.parametrize("portal", registry().portals, ids=lambda portal: portal.id)
def test_invitation_to_a_declared_outlet_is_promotion(portal):
    found = furniture(f"Baca berita terkini lainnya dari {portal.name} di sini")
    assert found is not None
    assert found.bin == "promo"


@pytest.mark.parametrize(
    "name", ["Republika", "Sindonews", "Viva", "Liputan6", "iNews", "SUARA.COM", "Tempo"]
)
def test_outlet_is_known_without_its_ending_and_in_capitals(name):
    assert furniture(f"Simak berita menarik lainnya di {name}") is not None


@pytest.mark.parametrize(
    "text",
    [
        "Simak pidato menarik lainnya di suara rakyat desa.",
        "Pantau terus harga garam di aplikasi milik dinas perikanan.",
        "Baca kabar terkini lainnya dari Laras di papan desa.",
        "Cek harga terbaru di pasar, kata Wira kepada Tempo.",
    ],
)
def test_sentence_without_an_outlet_stays(text):
    assert furniture(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Tetap update informasi di manapun lewat ponsel Anda, ketik REG KABAR kirim ke 3845.",
        "Ikuti berita terbaru di handphone Anda melalui m.kabarlintang.com",
    ],
)
def test_offers_by_text_message_are_promotion(text):
    assert furniture(text).bin == "promo"


def test_a_story_about_text_messages_is_none():
    assert furniture("Warga diminta ketik REG lalu membayar, kata penipu itu kepada korban.") is None


@pytest.mark.parametrize(
    "text",
    [
        "Ikuti terus berita terkini dari Kabar Kampung di kanal YouTube dan media sosial kami.",
        "Simak informasi lainnya melalui saluran WhatsApp kami",
    ],
)
def test_an_outlet_that_no_one_knows_promotes_its_channels(text):
    assert furniture(text).bin == "promo"


def test_a_label_that_names_the_channel_of_its_stories_opens_their_list():
    found = furniture("Baca Juga Berita Liga 1 Lainnya:")
    assert found is not None
    assert (found.bin, found.opens) == ("related", True)
    assert furniture("Baca juga doa lainnya agar hati tenang.") is None
