"""Media Indonesia: JSON-LD author holds the editor, the visible `author-2` the reporter; older templates back to 2012."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_ARTICLE = Layout(
    name="mediaindonesia-article",
    probe="div.article, .post-header",
    since="2022",
    headline=(".post-header h1", "h1"),
    body=("div.article",),
    date=("span.datetime", ".info .datetime"),
    authors=("div.info > div.author-2", ".info .author-2"),
    byline=("div.info-author",),
    images=(ImageRule(box="figure.main-img, div.article figure", caption=("figcaption",)),),
    breadcrumbs=("ul.mi-breadcrumb li", ".mi-breadcrumb a"),
    keywords=("ul.related-tags a.bt", ".related-tags a"),
    noise={"related": "p.related-news", "promo": ".ext-channel", "byline": ".info-author", "ad": ".flying-carpet, ._ap_apex_ad, .dfp-ad", "widget": ".font-size-bt-group"},
)
_OLD = Layout(
    name="mediaindonesia-2017",
    probe="div[itemprop=articleBody], .rows.jap, .articleBody, .article-body, .detail-content",
    since="2015",
    until="2022",
    headline=("xpath:(//h1[b])[1]", "h1"),
    body=("div[itemprop=articleBody]", ".rows.jap", ".articleBody", ".article-body", ".detail-content"),
    date=("span.meta", "[class*=meta]", "[class*=date]"),
    byline=("xpath://*[contains(@class,'meta')][contains(.,'Penulis') or contains(.,'Oleh')]//a[contains(@href,'author')]", "[class*=author]"),
    images=(ImageRule(box="figure, .img-detail", caption=("figcaption", ".caption", "[class*=caption]")),),
    breadcrumbs=(".breadcrumb a",),
    keywords=("[class*=tag] a",),
    noise={"ad": ".dable_placeholder, [id^=div-gpt]"},
)
_MICOM = Layout(
    name="mediaindonesia-2012-micom",
    probe=".judul-micom",
    until="2015",
    headline=(".judul-micom",),
    body=("xpath://div[@id='baca']/div[7]", "#baca"),
    date=(".tgl_jam-micom",),
    byline=(".penulis-micom",),
    noise={"byline": ".penulis-micom", "navigation": ".judul-micom, .tgl_jam-micom"},
)

PORTALS = [
    Portal(
        id="mediaindonesia", name="Media Indonesia", domains=("mediaindonesia.com", "*.mediaindonesia.com"), network="mediagroup",
        examples=("https://mediaindonesia.com/nusantara/812345/kampung-adat-merawat-hutan-larangan",),
        brands=("MEDIAINDONESIA.COM", "Media Indonesia", "MICOM"),
        article=(
            r"^https?://(?:www\.)?mediaindonesia\.com/read/\d{4}/\d{2}/\d{2}/(?P<id>\d+)(?:/|$)",
            r"^https?://(?:www\.)?mediaindonesia\.com/(?:read/detail/)?(?:[a-z0-9-]+/)?(?P<id>\d+)[/-](?=[^/]*[a-z])[^/?#]+",
        ),
        drop=(r"//epaper\.", r"/(?:(?:detail_)?(?:video|galleries)|tag|author|indeks)/"), layouts=(_ARTICLE, _OLD, _MICOM), status="verified",
        checked="real page of 2025-10; documented for 2012 and for 2018 to 2022", access="Cloudflare challenges deep index offsets (2026-07).",
        sources=(
            Source(kind="news_sitemap", url="https://mediaindonesia.com/sitemap-news.xml"), Source(kind="sitemap", url="https://mediaindonesia.com/sitemap.xml"),
            Source(kind="index", url="https://mediaindonesia.com/indeks/20/{page}", first_page=0, step=20, last_page=20, items=("h2 a", "h3 a"), note="from 40 on Cloudflare asks for a browser"),
        ),
    ),
]
