"""Layouts of tempo before 2016, and its mobile pages."""

from newsbot.portals._model import ImageRule, Layout
from newsbot.portals._past.tempo import NOISE, TOPICS

DETAIL = Layout(
    name="tempo-2021-detail-title",
    probe=".detail-title, .detail-artikel, main.main-left .detail-in",
    since="2020",
    until="2024",
    headline=(".detail-title h1", ".detail-title .title", "main.main-left h1.title", "h1.title", "h1"),
    body=("#isi", ".detail-konten", "main.main-left .detail-in", ".detail-in"),
    date=(".detail-title .date", "h4.date", "p.date", ".date"),
    authors=(".detail-title h4.title > a",),
    byline=(".reporter-editor", ".box-author"),
    images=(ImageRule(box=".foto-detail, figure", caption=("figcaption", ".caption", "p")),),
    breadcrumbs=(".breadcrumb a", ".breadcrumbs a"),
    keywords=(".box-tag-detail a",),
    noise=NOISE | {"paging": ".paging, .pagination"},
)
ISI = Layout(
    name="tempo-isi",
    probe="#isi",
    since="2017-06",
    until="2021",
    headline=("#article article h1", "#article h1", "article h1", "h1[itemprop=headline]", "h1.title", "h1"),
    body=("#isi",),
    date=("#date", ".date", "[itemprop=datePublished]", ".detail-title .date"),
    byline=("#article #author", ".reporter-editor", ".box-author", "[itemprop=author]", "[itemprop=editor]", ".reporter", ".editor"),
    images=(ImageRule(box="figure, .foto-detail", caption=("figcaption", ".caption")),),
    breadcrumbs=(".breadcrumb a", ".breadcrumbs a"),
    keywords=(".box-tag-detail a", ".tag a[href*='/tag/']", "a[href*='/tag/']"),
    noise=NOISE,
)
TUBUH_BERITA = Layout(
    name="tempo-2012-tubuh-berita",
    probe=".tubuh-berita",
    until="2016",
    headline=(".judul-konten", "h1"),
    body=(".tubuh-berita",),
    date=("xpath://div[contains(@class,'judul-konten')]/preceding-sibling::div[@class='tanggal'][1]", ".tanggal"),
    images=(ImageRule(box=".blok-foto-konten", caption=(".foto-desc",)),),
    breadcrumbs=("#blok-sitemap a",),
    keywords=(".mlta a[href*='/topik/masalah/']",),
    noise=NOISE,
)
MOBILE = Layout(
    name="tempo-2017-mobile",
    probe="h1.artikel",
    until="2019",
    headline=("h1.artikel",),
    body=("xpath://div[contains(concat(' ',normalize-space(@class),' '),' artikel ')]/div[p][not(contains(@class,'single-img'))]", ".artikel"),
    date=(".artikel > .tanggal", ".tanggal"),
    images=(ImageRule(box=".artikel figure, .artikel .single-img", caption=("figcaption", ".deskripsi", ".caption")),),
    keywords=TOPICS,
    noise=NOISE,
)
