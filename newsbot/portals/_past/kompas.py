"""Layouts of kompas before 2018: kcm, the channels otomotif and tekno, kompas2011."""

from newsbot.portals._model import ImageRule, Layout

KCM = Layout(
    name="kompas-kcm",
    probe=".kcm-read, .kcm-read-text, .kcm-read-content-text, .kcmread1114, .span6.nml",
    until="2018",
    headline=(".kcm-read h2", "h2.text-pink", ".kcm-date ~ h2", "xpath://*[contains(@class,'kcm-date')]/ancestor::div[.//h2][1]//h2[1]", "h2"),
    body=("div.kcm-read-text", "span.kcmread1114", ".kcm-read-content-text .span6", ".kcm-read-content-text", ".kcm-read-text-wrap", ".span6.nml", ".kcm-span6"),
    date=("div.kcm-date", ".kcm-date", ".kcm-read-top .msmall.grey", "div.grey.small.mb2"),
    byline=(
        "xpath://*[contains(@class,'kcm-read-copy')]//tr[td[contains(.,'Penulis') or contains(.,'Editor')]]",
        "xpath://table//tr[td[1][normalize-space()='Penulis' or normalize-space()='Editor']]",
    ),
    source=("xpath:(//tr[td[1][normalize-space()='Sumber']])[1]/td[2]",),
    images=(ImageRule(box="div.photo", credit=(".author",), bare=True),),
    breadcrumbs=("ul.kcm-breadcrumb a", ".breadcrump a", ".breadcrumb a", ".breadcrumb__wrap a"),
    noise={"related": ".kcm-read-terkait", "widget": ".kcm-social-share, .kcm-read-bottom-topic", "byline": ".kcm-read-copy", "ad": "hr"},
)
OTOMOTIF = Layout(
    name="kompas-otomotif-2014-2017",
    probe=".baca-content, .div-read",
    until="2018",
    headline=(".baca-content h1", "h1"),
    alternative_headline=(".baca-content .top-title",),
    body=("div.div-read", ".content-text"),
    date=(".baca-content .kcm-date", ".baca-content .grey.small", "div.grey.small.mb2"),
    byline=("xpath://*[contains(@class,'penulis-editor')]//tr[td[contains(.,'Penulis') or contains(.,'Editor')]]",),
    source=("xpath:(//tr[td[1][normalize-space()='Sumber']])[1]/td[2]",),
    images=(ImageRule(box="div.photo", credit=(".author",), bare=True),),
    breadcrumbs=(".bread-c li a",),
    noise={"related": ".berita-terkait-content", "widget": ".social__share", "byline": ".penulis-editor"},
)
TEKNO = Layout(
    name="kompas-tekno-foto-2013-2015",
    probe=".editor_artikel, .isi_artikel",
    until="2016",
    headline=("h1", "h2"),
    body=(".isi_artikel",),
    date=(".editor_artikel.left", ".editor_artikel"),
    byline=(".editor_artikel_status_artikel",),
    images=(ImageRule(box="div.photo", credit=(".author",), bare=True),),
    breadcrumbs=(".breadcrumb a", ".bread-c li a"),
)
LAYOUT_2011 = Layout(
    name="kompas-2011",
    probe=".judul_artikel2011, .isi_berita2011, .isi_berita.pt_5",
    until="2015",
    headline=(".judul_artikel2011", ".isi_artikel h1", "h1", "h2"),
    alternative_headline=(".c_orange_kompas2011.font11",),
    body=(".isi_berita2011", ".isi_berita"),
    date=(
        "xpath:(//span[contains(@class,'c_abu01_kompas2011')][contains(.,'WIB')])[1]", ".c_abu03_kompas2011.pb_3",
        "xpath:(//div[contains(@class,'left')]/div/span[contains(.,'WIB')])[1]",
    ),
    byline=("xpath:(//*[contains(@class,'c_abu01_kompas2011')][contains(.,'Penulis') or contains(.,'Editor')])",),
    images=(ImageRule(box="div.photo", credit=(".author",), bare=True),),
    section=(".menu_kompas a.selected",),
)
