"""Suara.com (Arkadia): the template of 2015 with the caption above the headline, and today's article-content."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="suara-article-content",
    probe=".article-content, .article-image",
    since="2018",
    headline=(".article-image h1", ".info h1", "h1"),
    body=("div.article-content",),
    date=("xpath:(//*[self::span or self::time or self::div][contains(.,'WIB')][string-length(normalize-space())<60])[1]", ".date-article", ".article-date"),
    authors=(".author-trigger a", ".author a"),
    images=(ImageRule(box=".article-image figure, .article-image, .article-content figure", caption=("figcaption", ".caption")),),
    breadcrumbs=(".breadcrumb a", ".breadcrumb li", ".article-breadcrumb a"),
    keywords=(".article-tags a", ".tag-header ~ a", "[class*=tags] a[href*='/tag/']"),
    next_page=(".wrap-pagination a",),
    noise={
        "widget": ".ten-second, .google-pref", "related": ".article-read, .item--baca-juga-inner, [id^=berita-terkait-], #next-article, .baca-juga-new",
        "ad": "[id*=div-ad], .placeholder_belt, .placeholder_read_body", "paging": ".wrap-pagination",
    },
)
_2015 = Layout(
    name="suara-content-detail",
    probe=".contentDetail",
    until="2018",
    headline=("h1[itemprop=headline]", "h1"),
    alternative_headline=("h4[itemprop=articleSection]",),
    body=("#contentImageCaption", ".contentDetail"),
    date=(".dateDetail2 time", ".dateDetail2"),
    authors=(".dateDetail2 author",),
    images=(ImageRule(box=".captionImg", caption=("figcaption",)),),
    breadcrumbs=("xpath://div[contains(@class,'breadcrumbs')][@itemprop='headline']/a | //div[@itemprop='breadcrumb']//li[normalize-space() and not(a)]",),
    keywords=(".tagDetailList .tagList",),
)

PORTALS = [
    Portal(
        id="suara", name="Suara.com", domains=("suara.com", "*.suara.com"), network="arkadia", brands=("Suara.com", "SuaraJogja.id", "SuaraJakarta.id", "SuaraBali.id", "SuaraJabar.id", "SuaraJatim.id", "SuaraSumut.id"),
        article=(r"^https?://(?:[\w-]+\.)?suara\.com/[a-z0-9-]+/(?P<id>\d{4}/\d{2}/\d{2}/\d{6})(?:/[a-z0-9-]+)?",), paging="?page=all",
        layouts=(_ARTICLE, _2015), status="verified", checked="real page of 2015-06; documented 2026-07", access="robots.txt bars /loadmoredetail (2026-07).",
        sources=(Source(kind="feed", url="https://www.suara.com/rss"), Source(kind="index", url="https://www.suara.com/indeks?page={N}")),
    ),
]
