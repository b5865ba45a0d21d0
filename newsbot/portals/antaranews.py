"""ANTARA, the state agency, with its provincial bureaux."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_WITA = ["bali", "gorontalo", "kalsel", "kaltim", "kaltara", "kupang", "ntt", "kalut", "makassar", "sulsel", "manado", "sulut", "mataram", "ntb", "sulteng", "sultra", "sulbar"]
_WIT = ["ambon", "papua", "papuabarat", "papuatengah", "malut"]
_POST = Layout(
    name="antara-post-content",
    probe=".wrap__article-detail, .post-content",
    since="2017-10",
    headline=(".wrap__article-detail-title h1", "h1.post-title", ".post-title", "h1"),
    body=(".wrap__article-detail-content", ".post-content", "[itemprop=articleBody]"),
    date=(
        ".wrap__article-detail-info li:first-child", ".wrap__article-detail-info li span", ".article-date", "p.simple-share .article-date",
        ".list-inline-item.mr-2", "p.simple-share", ".post-info-dark li:first-child",
    ),
    byline=("xpath://p[contains(@class,'text-muted')][contains(.,'Pewarta') or contains(.,'Editor') or contains(.,'Penerjemah') or contains(.,'Oleh') or contains(.,'Uploader')]",),
    images=(
        ImageRule(box=".wrap__article-detail-image", caption=("figcaption", ".wp-caption-text", "p")),
        ImageRule(box=".image-overlay", caption=(".wp-caption-text", "xpath:following-sibling::*[contains(@class,'caption')][1]")),
    ),
    breadcrumbs=(".breadcrumbs__item", ".breadcrumb li a", ".breadcrumbs a"),
    keywords=(".blog-tags a", ".tags-widget a", "ul.blog-tags li a", ".wrap__article-detail a[href*='/tag/']"),
    noise={"related": "span.baca-juga, .baca-juga", "byline": "p.text-muted", "ad": ".adsbygoogle", "legal": ".copyright, p.text-muted.small.mt10", "widget": ".alert, .quote_old"},
)
_CONTENT_NEWS = Layout(
    name="antara-content-news",
    probe="#content_news, .news_content, #descriptions",
    until="2018",
    headline=("h1.title", "h1"),
    body=("#content_news", "[itemprop=articleBody]", ".news_content", "#descriptions"),
    date=("div.date time", "div.date"),
    byline=("div.byline", "#content_news p.mt10"),
    editors=("span[itemprop=editor]",),
    images=(ImageRule(box="#image_news", caption=("#caption_news",)), ImageRule(box=".pbrt", caption=("#caption_news",))),
    breadcrumbs=(".breadcrumb a",),
    section=("li.active > a", ".menu_bg a.active"),
    keywords=(".tag_news a", ".tags a"),
    noise={"byline": "#content_news p.mt10", "legal": "#content_news p.date"},
)
_RUBRICS = ("top-news", "politik", "hukum", "ekonomi", "metro", "sepakbola", "olahraga", "humaniora", "lifestyle", "hiburan", "dunia", "tekno", "otomotif")
_BUREAUX = tuple("aceh ambon babel bali banten bengkulu gorontalo jabar jambi jateng jatim jogja kalbar kalsel kalteng kaltim kalut kepri kupang lampung makassar manado mataram megapolitan papuabarat sulteng sultra".split())

PORTALS = [
    Portal(
        id="antaranews", name="ANTARA News", domains=("antaranews.com", "*.antaranews.com"), brands=("ANTARA News", "ANTARA", "Antara"),
        examples=("https://www.antaranews.com/berita/4912345/petani-rawa-panen-padi-apung",),
        zones={f"{h}.antaranews.com": "Asia/Makassar" for h in _WITA} | {f"{h}.antaranews.com": "Asia/Jayapura" for h in _WIT},
        article=(r"^https?://[a-z]+\.antaranews\.com/(?:amp/)?(?:berita|foto|video|infografik|news)/(?P<id>\d+)(?:/|$)",),
        drop=(r"/(?:tag|search|terkini|terpopuler)(?:/|\?|$)",), paging="?page=all", layouts=(_POST, _CONTENT_NEWS), status="verified",
        checked="real pages of 2015 to 2017; documented 2026", access="The article footer forbids crawling and AI indexing without written leave (2025): permission needed.",
        sources=(
            Source(kind="feed", url="https://www.antaranews.com/rss/terkini.xml"),
            Source(kind="feed", url="https://www.antaranews.com/rss/{section}.xml", values={"section": _RUBRICS}, unverified=True),
            Source(kind="index", url="https://{host}.antaranews.com/terkini?page={page}", values={"host": ("www", *_BUREAUX)}, items=(".card__post.card__post-list a", ".card__post h2.h5 a")),
            Source(kind="sitemap", url="https://www.antaranews.com/sitemap.xml", unverified=True),
        ),
    ),
]
