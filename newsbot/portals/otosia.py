"""Otosia: the motoring site of the KLY group; its article template is not documented, so the generic path reads it."""

from newsbot.portals._model import Portal, Source

PORTALS = [
    Portal(
        id="otosia",
        name="Otosia.com",
        domains=("otosia.com", "*.otosia.com"),
        network="kly",
        brands=("Otosia.com",),
        examples=("https://www.otosia.com/berita/daftar-harga-suku-cadang-motor-lama.html",),
        article=(r"^https?://(?:www\.|m\.)?otosia\.com/(?:berita|tips|lifestyle|komunitas|selebriti|otoseleb|galeri)/[a-z0-9_-]+\.html",),
        drop=(r"/(?:mobil-dijual|daftar-harga-mobil|topik)/",),
        sources=(Source(kind="index", url="https://www.otosia.com/berita/", unverified=True),),
        status="documented",
        checked="a home page of 2020-04",
        unverified=("layout: no article page was seen", "sources: the channel page was seen as a link only"),
    ),
]
