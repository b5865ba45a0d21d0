"""Disway and the local papers on its hosts."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="disway-article",
    probe="div.post.text-black-1",
    headline=("h1",),
    body=("div.post.text-black-1",),
    date=("span.date",),
    byline=("#author", "#editor"),
    images=(
        ImageRule(box="figure", caption=("figcaption", "xpath:ancestor::*[contains(@class,'bottom-15')][1]//small", "xpath:following-sibling::*[contains(@class,'bottom-15')][1]//small")),
    ),
    keywords=(".news-tags a[href*='/listtag/']",),
    noise={"related": "p:has(> strong > a[href*='disway.id/read']), div[style*='#f2f2f2']", "ad": ".ads-slot", "paging": "ul.pagination"},
)

PORTALS = [
    Portal(
        id="disway", name="Disway.id", domains=("disway.id", "www.disway.id", "*.disway.id"),
        network="disway", brands=("DISWAY.ID", "RADARTASIK.DISWAY.ID", "RADARBANYUMAS.DISWAY.ID", "RAKYATBENGKULU.DISWAY.ID", "JAMBIEKSPRES.DISWAY.ID", "PALPOS.DISWAY.ID"), paging="/N by offset",
        article=(r"^https?://(?:[a-z]+\.)?disway\.id/read/(?P<id>\d+)/[a-z0-9-]+(?:/\d+)?$",),
        examples=("https://disway.id/read/901234/kampung-durian-di-lereng-gunung", "https://palpos.disway.id/read/701234/pasar-ikan-kembali-ramai/15"),
        drop=(r"/(?:listtag|kategori|search)(?:/|\?|$)",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="index", url="https://disway.id/index-berita", items=("a[href*='/read/']",)),),
        unverified=(
            "dateline: general knowledge, not sampled",
            "index: its path and paging are general knowledge",
            "keywords: a guess from the template",
        ),
    ),
]
