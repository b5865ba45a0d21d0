"""Suara.com (Arkadia): the template of 2015 with the caption above the headline, those of 2017 to 2024, and today's article-content."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source
from newsbot.portals._past.suara import LAYOUT_2015, LAYOUT_2017, LAYOUT_2019, NOISE

ARTICLE = Layout(
    name="suara-article-content",
    probe=".article-content, .article-image",
    since="2022",
    headline=(".article-image h1", ".info h1", "h1"),
    body=("div.article-content",),
    date=("xpath:(//*[self::span or self::time or self::div][contains(.,'WIB')][string-length(normalize-space())<60])[1]", ".date-article", ".article-date"),
    authors=(".author-trigger a", ".author a"),
    images=(ImageRule(box=".article-image figure, .article-image, .article-content figure", caption=("figcaption", ".caption")),),
    breadcrumbs=(".breadcrumb a", ".breadcrumb li", ".article-breadcrumb a"),
    keywords=(".article-tags a", ".tag-header ~ a", "[class*=tags] a[href*='/tag/']"),
    noise=NOISE,
)
_WRITER = Layout(
    name="suara-2021-detail-content",
    probe=".info .writer, .detail-content",
    since="2020",
    until="2025",
    headline=(".info h1", "h1"),
    body=(".detail-content",),
    date=(".info .date", ".date-article", ".date"),
    authors=(".info .writer a", ".writer a"),
    images=(ImageRule(box=".img-cover, .detail figure, figure", caption=("figcaption", ".caption")),),
    breadcrumbs=(".breadcrumb a", ".breadcrumb li"),
    keywords=(".tagList a", ".list-tag a", "[class*=tag] a[href*='/tag/']"),
    noise=NOISE,
)

PORTALS = [
    Portal(
        id="suara", name="Suara.com", domains=("suara.com", "*.suara.com"), network="arkadia",
        examples=("https://www.suara.com/news/2026/07/01/101530/bank-sampah-warga-menabung-botol",),
        brands=("Suara.com", "SuaraJogja.id", "SuaraJakarta.id", "SuaraBali.id", "SuaraJabar.id", "SuaraJatim.id", "SuaraSumut.id"),
        article=(r"^https?://(?:[\w-]+\.)?suara\.com/[a-z0-9-]+/(?P<id>\d{4}/\d{2}/\d{2}/\d{6})(?:/[a-z0-9-]+)?",), paging="?page=N; ?page=all for all",
        layouts=(ARTICLE, _WRITER, LAYOUT_2019, LAYOUT_2015, LAYOUT_2017), status="verified", checked="real page of 2015-06; documented for 2017 to 2024 and 2026-07", access="robots.txt bars /loadmoredetail (2026-07); the search is made in the browser.",
        sources=(
            Source(kind="feed", url="https://www.suara.com/rss"),
            Source(kind="index", url="https://www.suara.com/indeks?page={page}", items=(".article-kanal-list .article-kanal-item h3 a",), item_date=(".article-kanal-info h4 span",), note="today's rows print the time alone"),
        ),
    ),
]
