"""Tribun Network: the national site and some forty regional titles share one template; the brand differs by host."""

from newsbot.portals._model import ImageRule, Layout, Portal, Source

_TITLES = {
    "aceh": "SerambiNews.com", "prohaba": "Prohaba.co", "medan": "Tribun-Medan.com", "pekanbaru": "TribunPekanbaru.com", "batam": "TribunBatam.id",
    "padang": "TribunPadang.com", "jambi": "TribunJambi.com", "palembang": "Sripoku.com", "sumsel": "TribunSumsel.com", "lampung": "TribunLampung.co.id",
    "bangka": "BangkaPos.com", "belitung": "PosBelitung.co", "babel": "BabelNews.id", "bengkulu": "TribunBengkulu.com", "banten": "TribunBanten.com",
    "jakarta": "TribunJakarta.com", "wartakota": "WartaKotaLive.com", "bekasi": "TribunBekasi.com", "tangerang": "TribunTangerang.com", "depok": "TribunnewsDepok.com",
    "bogor": "TribunnewsBogor.com", "jabar": "TribunJabar.id", "cirebon": "TribunCirebon.com", "priangan": "TribunPriangan.com", "jateng": "TribunJateng.com",
    "banyumas": "TribunBanyumas.com", "pantura": "TribunPantura.com", "muria": "TribunMuria.com", "solo": "TribunSolo.com", "jogja": "TribunJogja.com",
    "surabaya": "Surya.co.id", "jatim": "TribunJatim.com", "suryamalang": "SuryaMalang.com", "mataraman": "TribunMataraman.com", "madura": "TribunMadura.com",
    "bali": "Tribun-Bali.com", "lombok": "TribunLombok.com", "kupang": "Pos-Kupang.com", "flores": "TribunFlores.com", "pontianak": "TribunPontianak.co.id",
    "kalteng": "TribunKalteng.com", "banjarmasin": "BanjarmasinPost.co.id", "kaltim": "TribunKaltim.co", "kaltara": "TribunKaltara.com", "manado": "TribunManado.co.id",
    "gorontalo": "TribunGorontalo.com", "palu": "TribunPalu.com", "makassar": "Tribun-Timur.com", "toraja": "TribunToraja.com", "sultra": "TribunnewsSultra.com",
    "sulbar": "Tribun-Sulbar.com", "ambon": "TribunAmbon.com", "ternate": "TribunTernate.com", "papua": "Tribun-Papua.com", "papuabarat": "TribunPapuaBarat.com",
    "sorong": "TribunSorong.com", "style": "TribunStyle.com", "wow": "TribunWow.com", "video": "Tribunnews.com", "mataram": "TribunLombok.com",
    "newsmaker": "TribunNewsmaker.com", "travel": "TribunTravel.com", "trends": "TribunTrends.com", "health": "TribunHealth.com",
}
_WITA = ["bali", "lombok", "mataram", "kupang", "flores", "banjarmasin", "kaltim", "kaltara", "manado", "gorontalo", "palu", "makassar", "toraja", "sultra", "sulbar"]
_WIT = ["ambon", "ternate", "papua", "papuabarat", "sorong"]
_ZONES = {f"{host}.tribunnews.com": "Asia/Makassar" for host in _WITA} | {f"{host}.tribunnews.com": "Asia/Jayapura" for host in _WIT}
_NAMES = {f"{host}.tribunnews.com": name for host, name in _TITLES.items()}

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
_ACCESS = "CloudFront answers 403 to user agents that do not look like a browser (2026-07); an honest crawler may be refused."

PORTALS = [
    Portal(
        id="tribunnews", name="Tribunnews.com", domains=("www.tribunnews.com", "tribunnews.com", "m.tribunnews.com"), network="tribun",
        examples=("https://www.tribunnews.com/internasional/7858656/pemimpin-desa-dunia-bertemu-di-bali",),
        brands=("TRIBUNNEWS.COM", "TRIBUNNEWS"), article=_NATIONAL, drop=(r"/(?:tag|topic|search|index-news|rss)(?:/|\?|$)",), paging="?page=N",
        layouts=(LAYOUT,), access=_ACCESS, status="verified", checked="real page of 2020-10; documented 2026-07",
        sources=(
            Source(kind="news_sitemap", url="https://www.tribunnews.com/{section}/sitemap-news.xml", values={"section": ("nasional", "regional", "internasional", "bisnis", "sport", "seleb")}),
            Source(kind="sitemap", url="https://www.tribunnews.com/sitemap.xml"),
            Source(kind="index", url="https://www.tribunnews.com/index-news?date={date}&page={page}", date_format="YYYY-M-D", last_page=10, items=("ul.lsi > li h3 a",), item_date=("time.grey",), note="pages above 10 repeat page 10"),
            Source(kind="feed", url="https://www.tribunnews.com/rss", note="every link is the home page (2026-07)"),
        ),
    ),
    Portal(
        id="tribun_regional", name="Tribun Network", domains=("*.tribunnews.com",), network="tribun", zones=_ZONES, names=_NAMES,
        examples=("https://jateng.tribunnews.com/2024/12/10/macak-dengan-batik-lawas",),
        brands=tuple(sorted({name.upper() for name in _TITLES.values()} | {"BANJARMASINPOST CO.ID", "SURYA.co.id", "TRIBUN-TIMUR.COM"})),
        article=_REGIONAL, paging="?page=N", layouts=(LAYOUT,), access=_ACCESS, status="verified", checked="real page of solo.tribunnews.com, 2020-10",
        sources=(Source(kind="index", url="https://{region}.tribunnews.com/index-news?date={date}&page={page}", date_format="YYYY-M-D", last_page=10, items=("li.ptb15 h3 a",), values={"region": tuple(_TITLES)}),),
    ),
]
