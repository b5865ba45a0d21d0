"""Tribun Network: the national site and some forty regional titles share one template; the brand differs by host."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source
from newsbot.portals._tribun import NAMES, TITLES, ZONES

LAYOUT = Layout(
    name="tribun-txt-article",
    probe="div.side-article.txt-article, div.txt-article, .txt-article",
    headline=("h1#arttitle", "h1.f50", "h1.f32", "h1"),
    topic=("#article a[href*='/topic/']:not([rel])", "span a.red[href*='/topic/']"),
    body=("div.side-article.txt-article", "div.txt-article", ".txt-article"),
    date=("div.grey.bdr3.pb10.pt10 time", "div.mt10 time.grey", "#article time", "h1 ~ div time", ".mt10 time", "#article_con time", "time", "div.grey.bdr3.pb10.pt10 span"),
    byline=(
        "#penulis", "#editor", "h5#penulis", "h5#editor",
        "xpath:(//*[@id='article_con']//div[contains(@class,'grey')]/div[contains(.,'Penulis:') or contains(.,'Editor:')][not(*[contains(@id,'penulis') or contains(@id,'editor')])])[position() < 3]",
    ),
    images=(
        ImageRule(box="#artimg", caption=("div.arial.grey2", "div.grey2", ".pt5.grey2"), credit=("div.f11.white", ".f11.fr")),
        ImageRule(box=".txt-article figure", caption=("figcaption",)),
    ),
    breadcrumbs=(".breadcrumb a", "ul.breadcrumb li a", "[class*=breadcrumb] a", "[itemtype*=BreadcrumbList] a", ".bcrumb a"),
    keywords=("h5.tagcloud3 a.rd2", "h5.tagcloud3 a", ".tagcloud3 a"),
    source=("#editor ~ div", "div.sources h6 a", "xpath:(//*[@id='article_con']//div[contains(@class,'grey')]/div[starts-with(normalize-space(),'Sumber')])[1]"),
    noise={
        "related": "p.baca, .baca-juga, div.mb5 ul.rekomendasi",
        "widget": "blockquote.summary-article, .tvp-stage, .belanja-picks, .ringkasan",
        "ad": "div.ads-placeholder, [id^=div-gpt], [id^=div-Inside]",
    },
)

_PATHS = (r"/(?:amp/)?[a-z0-9-]+/(?P<id>\d{6,8})/[a-z0-9-]+", r"/(?:amp/)?(?:[a-z0-9-]+/)?\d{4}/\d{2}/\d{2}/[a-z0-9-]+")
_NATIONAL = tuple(rf"^https?://(?:(?:www|m)\.)?tribunnews\.com{path}" for path in _PATHS)
_REGIONAL = tuple(rf"^https?://(?:m\.)?(?!www\.|m\.)[a-z-]+\.tribunnews\.com{path}" for path in _PATHS)
_ACCESS = "CloudFront answers 403 to user agents that do not look like a browser (2026-07); an honest crawler may be refused. robots.txt bars /tag/, /topic/, /search, /komentar/ and interfaces."
_SECTIONS = {"section": ("nasional", "regional", "internasional", "bisnis", "sport", "seleb")}

PORTALS = [
    Portal(
        id="tribunnews", name="Tribunnews.com", domains=("www.tribunnews.com", "tribunnews.com", "m.tribunnews.com"), network="tribun",
        examples=("https://www.tribunnews.com/internasional/7858656/pemimpin-desa-dunia-bertemu-di-bali",),
        brands=("TRIBUNNEWS.COM", "TRIBUNNEWS"), article=_NATIONAL, drop=(r"/(?:tag|topic|search|index-news|rss)(?:/|\?|$)",), paging="?page=N; ?page=all for all",
        layouts=(LAYOUT,), access=_ACCESS, status="verified", checked="real page of 2020-10; documented 2026-07",
        sources=(
            Source(kind="news_sitemap", url="https://www.tribunnews.com/{section}/sitemap-news.xml", values=_SECTIONS),
            Source(kind="sitemap", url="https://www.tribunnews.com/sitemap.xml"),
            Source(kind="sitemap", url="https://www.tribunnews.com/{section}/sitemap-web.xml", values=_SECTIONS),
            Source(kind="index", url="https://www.tribunnews.com/index-news?date={date}&page={page}", date_format="YYYY-M-D", last_page=10, items=("ul.lsi > li h3 a", "li.ptb15 h3 a"), item_date=("time.grey",), note="pages above 10 repeat page 10"),
            Source(kind="feed", url="https://www.tribunnews.com/rss", note="every link is the home page (2026-07); 403 to other agents than browsers (2026-02)"),
        ),
    ),
    Portal(
        id="tribun_regional", name="Tribun Network", domains=("*.tribunnews.com",), network="tribun", zones=ZONES, names=NAMES,
        examples=("https://jateng.tribunnews.com/2024/12/10/macak-dengan-batik-lawas",),
        brands=tuple(sorted({name.upper() for name in TITLES.values()} | {"BANJARMASINPOST CO.ID", "SURYA.co.id", "TRIBUN-TIMUR.COM"})),
        article=_REGIONAL, paging="?page=N; ?page=all for all", layouts=(LAYOUT,), access=_ACCESS, status="verified", checked="real page of solo.tribunnews.com, 2020-10",
        sources=(
            Source(kind="index", url="https://{region}.tribunnews.com/index-news?date={date}&page={page}", date_format="YYYY-M-D", last_page=10, items=("li.ptb15 h3 a",), values={"region": tuple(TITLES)}),
            Source(kind="feed", url="https://{region}.tribunnews.com/rss", values={"region": tuple(TITLES)}, unverified=True),
            Source(kind="sitemap", url="https://{region}.tribunnews.com/sitemap.xml", values={"region": tuple(TITLES)}, unverified=True),
        ),
        unverified=("article: the form with a number is documented for the national site alone", "sources: feeds and sitemaps are inferred from the national site"),
    ),
]
