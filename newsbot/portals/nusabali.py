"""NusaBali."""

from newsbot.portals._model import ImageRule, Layout, Portal

_ARTICLE = Layout(
    name="nusabali-article",
    probe=".entry-box[itemprop=articleBody], .entry-content",
    headline=("h1 span[itemprop=headline]", "h1"),
    body=(".entry-content", ".entry-box[itemprop=articleBody]"),
    date=("span[itemprop=datePublished]",),
    byline=("span[itemprop=author]",),
    section=("span[itemprop=articleSection]",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
)

PORTALS = [
    Portal(
        id="nusabali", name="NusaBali", domains=("www.nusabali.com", "nusabali.com"),
        timezone="Asia/Makassar", brands=("NusaBali", "NUSABALI.com"),
        article=(r"^https?://(?:www\.)?nusabali\.com/berita/(?P<id>\d+)/[a-z0-9-]+",),
        examples=("https://www.nusabali.com/berita/190412/krama-desa-perbaiki-saluran-subak",),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        access="Only a keyword search lists articles: saved pages are read, nothing is discovered.",
        unverified=(
            "timezone: the place of the paper",
            "dateline: general knowledge",
        ),
    ),
]
