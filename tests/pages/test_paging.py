"""Pages of one article: their numbers, and the link to the next document."""

import pytest

from newsbot.pages.paging import current_page, is_whole_article, next_page, page_number, without_page
from newsbot.portals import Paging
from tests.invented import KOMPAS, STORY, codes, kompas, page, record

OWN = "https://contoh.id/berita/2023/09/13/panen-garam"


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://a.id/berita/panen-garam?page=2", 2),
        ("https://a.id/berita/panen-garam?halaman=3", 3),
        ("https://a.id/berita/panen-garam?x=1&page_num=4", 4),
        ("https://a.id/berita/panen-garam?page=all", None),
        ("https://a.id/berita/panen-garam?page=1234", None),
        ("https://a.id/berita/panen-garam?page=-1", None),
        ("https://a.id/berita/panen-garam", None),
        ("https://news.detik.com/berita/d-6900011/panen-garam/2", 2),
        ("https://a.id/hiburan/1234567-panen-garam", None),
        ("https://a.id/2023/09/13", None),
        ("https://finance.detik.com/readfoto/2016/04/13/104522/3180001/461/3/panen-garam", 3),
        pytest.param("http://[rusak/?page=2", None),
        ("", None),
        (None, None),
    ],
)
def test_page_number(url, number):
    assert page_number(url) == number


DECLARED = Paging.read("?hal=N; ?lengkap=1 for all")


@pytest.mark.parametrize(
    ("query", "number", "whole"),
    [("?hal=2", 2, False), ("?lengkap=1", None, True), ("?page=2", None, False), ("?page=all", None, False)],
)
def test_what_a_portal_declares_is_obeyed(query, number, whole):
    assert page_number(OWN + query, DECLARED) == number
    assert is_whole_article(OWN + query, DECLARED) is whole
    assert without_page(OWN + query, paging=DECLARED) == OWN


def test_declared_pages_are_followed():
    pager = "<a href='?hal=2'>2</a><a href='?page=2'>Komentar berikutnya</a>"
    assert next_page(page(f"<body>{pager}", OWN), OWN, DECLARED)[0] == f"{OWN}?hal=2"
    whole = "<a href='?lengkap=1'>Tampilkan semua</a>"
    assert next_page(page(f"<body>{whole}", OWN), OWN, DECLARED)[0] == f"{OWN}?lengkap=1"
    assert next_page(page(f"<body>{whole}{pager}", OWN), OWN)[0] == f"{OWN}?page=2"


def test_pages_in_the_path_have_no_parameter():
    assert page_number(OWN + "?page=2", Paging(place="path")) is None
    assert is_whole_article(OWN + "/lengkap", Paging(place="path", whole="/lengkap"))


@pytest.mark.parametrize(
    ("url", "whole"),
    [
        (OWN + "?page=all", True),
        (OWN + "?single=1", True),
        (OWN + "?show=all", True),
        (OWN + "?halaman=all", True),
        (OWN + "?page=2", False),
        (OWN, False),
        (None, False),
    ],
)
def test_whole_article(url, whole):
    assert is_whole_article(url) is whole


@pytest.mark.parametrize(
    ("url", "bare"),
    [
        (OWN + "?page=2", OWN),
        (OWN + "?page=all&id=7", OWN + "?id=7"),
        (OWN + "?single=1#foto", OWN),
        (OWN + "?halaman=2&show=all", OWN),
        (OWN, OWN),
    ],
)
def test_without_page(url, bare):
    assert without_page(url) == bare


@pytest.mark.parametrize(
    "link",
    [
        f"<a href='{OWN}?page=2'>2</a>",
        "<a href='?page=2'>Selanjutnya</a>",
        "<a href='/berita/2023/09/13/panen-garam?page=2'>Halaman Selanjutnya</a>",
        f"<link rel='next' href='{OWN}?page=2'>",
        f"<a href='{OWN}?page=2'>2</a><a href='{OWN}?page=3'>3</a><a href='{OWN}?page=2'>Next</a>",
        f"<a href=' {OWN}?page=2 '>2</a>",
    ],
)
def test_next_page(link):
    found = next_page(page(f"<body>{link}", OWN), OWN)
    assert found is not None
    assert found[0] == f"{OWN}?page=2"


@pytest.mark.parametrize(
    "link",
    [
        f"<a href='{OWN}?page=1'>1</a>",
        f"<a href='{OWN}?page=3'>3</a>",
        f"<a href='{OWN}?page=all'>Panen Garam di Teluk Biru</a>",
        f"<link rel='canonical' href='{OWN}?page=all'>",
        f"<a href='{OWN}'>kembali</a>",
        "<a href='https://contoh.id/berita/2023/09/12/harga-garam?page=2'>Harga Garam</a>",
        "<a href='https://lain.id/berita/2023/09/13/panen-garam?page=2'>2</a>",
        "<a href='/indeks?page=2'>Indeks</a>",
        "<a href='http://[rusak?page=2'>2</a>",
    ],
)
def test_no_next_page(link):
    assert next_page(page(f"<body>{link}", OWN), OWN) is None


def test_next_page_counts_from_the_page_at_hand():
    links = "".join(f"<a href='{OWN}?page={n}'>{n}</a>" for n in (1, 2, 3))
    assert next_page(page(f"<body>{links}", OWN + "?page=2"), OWN)[0] == f"{OWN}?page=3"
    assert next_page(page(f"<body>{links}", OWN + "?page=3"), OWN) is None


@pytest.mark.parametrize(
    ("markup", "number"),
    [
        ("<div class='paging'><span class='active'>2</span></div>", 2),
        ("<div class='pagination'><b class='active'>Semua</b></div>", 1),
        ("<p>2</p>", 1),
    ],
)
def test_current_page_by_the_active_number(markup, number):
    assert current_page(page(f"<body>{markup}", OWN)) == number


def test_record_of_a_first_page_is_not_complete():
    article = record(
        kompas(STORY, below="<div class='paging__wrap'><a class='paging__link' href='?page=2'>2</a></div>")
    )
    assert (article.next_page_url, article.is_complete) == (f"{KOMPAS}?page=2", False)
    assert [(p.code, p.field) for p in article.metadata.problems if p.code == "missing_page"] == [
        ("missing_page", "article_body")
    ]


def test_record_of_a_last_page_is_not_complete():
    article = record(kompas(STORY), KOMPAS + "?page=2")
    assert (article.next_page_url, article.is_complete) == (None, False)


def test_record_of_a_whole_article_is_complete():
    links = "<a href='?page=1'>1</a><a href='?page=all'>Semua</a>"
    article = record(kompas(STORY, below=links), KOMPAS + "?page=all")
    assert (article.next_page_url, article.is_complete) == (None, True)


def test_record_of_a_whole_article_with_numbered_links_is_complete():
    links = "".join(f"<a href='?page={n}'>{n}</a>" for n in (1, 2, 3))
    article = record(kompas(STORY, below=links), KOMPAS + "?page=all")
    assert (article.next_page_url, article.is_complete) == (None, True)


def test_all_pages_of_one_article_share_an_id():
    urls = (KOMPAS, KOMPAS + "?page=2", KOMPAS + "?page=all", KOMPAS.replace("regional", "amp"))
    assert {record(kompas(STORY), url).id for url in urls} == {"kompas:2023/09/13/140500278"}


@pytest.mark.parametrize(
    "pager",
    [
        f"Halaman: <b>1</b> <a href='{OWN}/2'>2</a> <a href='{OWN}/3'>3</a>",
        f"<a href='{OWN}/2/'>Selanjutnya</a>",
        f"<link rel='next' href='{OWN}/2'>",
        "<a href='?page=2'>Halaman berikutnya &raquo;</a>",
    ],
)
def test_next_page_where_nothing_is_declared(pager):
    found = next_page(page(f"<body>{pager}", OWN), OWN)
    assert found is not None
    assert page_number(found[0]) == 2


@pytest.mark.parametrize(
    ("url", "links", "following"),
    [
        (OWN, ("/5", "/10", "/15"), "/5"),
        (OWN + "/5", ("", "/10", "/15"), "/10"),
        (OWN + "/15", ("", "/5", "/10"), None),
        (OWN + "/95", ("/90", "/100"), "/100"),
    ],
)
@pytest.mark.parametrize("canonical", [True, False])
def test_next_page_by_offset(url, links, following, canonical):
    pager = "".join(f"<a href='{OWN}{link}'>{link}</a>" for link in reversed(links))
    found = next_page(page(f"<body>{pager}", url), OWN if canonical else url, Paging(place="offset"))
    assert (found and found[0]) == (following and OWN + following)


def test_offsets_without_a_declaration_are_followed_where_the_link_says_next():
    pager = f"<a href='{OWN}/15'>2</a><a href='{OWN}/15' rel='next'>&gt;</a><a href='{OWN}/30'>Akhir</a>"
    assert next_page(page(f"<body>{pager}", OWN), OWN)[0] == f"{OWN}/15"


def test_a_number_behind_a_slug_is_the_articles_own_where_no_page_has_fellows():
    unknown = "https://contoh.id/kabar/panen-garam-di-teluk-biru/12"
    article = record(kompas(STORY), unknown)
    assert article.is_complete
    assert article.id != record(kompas(STORY), unknown.replace("/12", "/13")).id
    assert codes(article).count("missing_page") == 0


def test_pages_in_the_path_of_an_unknown_site_share_an_id():
    first = "https://contoh.id/kabar/panen-garam-di-teluk-biru"
    pager = f"<a href='{first}'>1</a><a href='{first}/2/'>2</a><a href='{first}/3/'>3</a>"
    own = f"<link rel='canonical' href='{first}/2/'>"
    pages = [
        record(kompas(STORY, below=pager), first),
        record(kompas(STORY, below=pager, head=own), first + "/2/"),
        record(kompas(STORY, below=pager), first + "/3/"),
    ]
    assert len({article.id for article in pages}) == 1
    assert [article.next_page_url for article in pages] == [f"{first}/2/", f"{first}/3/", None]
    assert [article.is_complete for article in pages] == [False, False, False]
