"""Bytes to a page: encodings as portals have them, and what is no page at all."""

import gzip

import pytest

from newsbot.items import NotAPage, Origin
from newsbot.pages import bounds
from newsbot.pages import decode as decoding
from newsbot.pages.decode import decode
from newsbot.pages.page import Page, separated_text, text_of
from newsbot.snapshot import MAX_BODY
from tests.invented import STORY, kompas, page, record, reject, snapshot

TITLE = "Café Garam “Biru” di Teluk"
LATIN = "Caf\xe9 Garam di Teluk"


def html(title=TITLE, charset=None):
    meta = f'<meta charset="{charset}">' if charset else ""
    return f"<html><head>{meta}<title>{title}</title></head><body><p>{title}</p></body></html>"


def read(data, **facts):
    parsed = page(data, **facts)
    return text_of(next(parsed.root.iter("p"))), parsed.charset, [p.code for p in parsed.problems]


@pytest.mark.parametrize(
    ("data", "header", "expected"),
    [
        pytest.param(html().encode(), None, (TITLE, "utf-8", []), id="utf-8 undeclared"),
        pytest.param(
            html(charset="iso-8859-1").encode(), None, (TITLE, "utf-8", []), id="utf-8 declared latin-1"
        ),
        pytest.param(
            html().encode(),
            "text/html; charset=windows-1252",
            (TITLE, "utf-8", []),
            id="utf-8, header cp1252",
        ),
        pytest.param(
            html(charset="utf-8").encode("cp1252"), None, (TITLE, "cp1252", []), id="cp1252 declared utf-8"
        ),
        pytest.param(html().encode("cp1252"), None, (TITLE, "cp1252", []), id="cp1252 undeclared"),
        pytest.param(html(LATIN, "iso-8859-1").encode("latin-1"), None, (LATIN, "cp1252", []), id="latin-1"),
        pytest.param(
            html().encode("cp1252"),
            "text/html; charset=windows-1252",
            (TITLE, "cp1252", []),
            id="header cp1252",
        ),
        pytest.param(html().encode("utf-8-sig"), None, (TITLE, "utf-8", []), id="utf-8 with BOM"),
        pytest.param(
            b'<?xml version="1.0" encoding="iso-8859-1"?>\n' + html().encode(),
            None,
            (TITLE, "utf-8", []),
            id="xml prolog",
        ),
        pytest.param(
            b'<?xml version="1.0" encoding="iso-8859-1"?>' + html(LATIN).encode("latin-1"),
            None,
            (LATIN, "cp1252", []),
            id="xml prolog over latin-1",
        ),
        pytest.param(
            html("Garam ASCII", "x-tidak-ada").encode(), None, ("Garam ASCII", "utf-8", []), id="unknown name"
        ),
        pytest.param(
            html(charset="x-tidak-ada").encode("cp1252"),
            None,
            (TITLE, "cp1252", []),
            id="unknown name, bytes",
        ),
    ],
)
def test_encodings(data, header, expected):
    assert read(data, headers={"Content-Type": header} if header else {}) == expected


@pytest.mark.parametrize(
    ("mark", "encoding"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8")]
)
def test_byte_order_mark_gives_the_encoding(mark, encoding):
    decoded = decode(mark + html().encode(encoding))
    assert (decoded.text, decoded.charset) == (html(), encoding)


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
def test_page_in_utf_16(mark, encoding):
    assert read(mark + html().encode(encoding)) == (TITLE, encoding, [])


def test_text_with_a_byte_order_mark_keeps_its_text():
    line = (
        "Petani garam di Teluk Biru memanen tiga ton garam dalam sepekan terakhir, kata ketua kelompok tani."
    )
    article = record(f"{line}\n\n{line}".encode("utf-8-sig"), None, origin=Origin(kind="text"))
    assert article.article_body == f"{line}\n\n{line}"


def test_nul_bytes_inside_the_page_vanish():
    data = html("x" * 1100).encode().replace(b"</p>", b"\x00 gar\x00am</p>")
    assert read(data)[0].endswith("x garam")


def test_few_torn_characters_in_utf_8():
    data = html("é" * 50).encode().replace(b"</p>", b" ujung \xe2\x80</p>")
    text, charset, problems = read(data)
    assert text == "é" * 50 + " ujung \ufffd"
    assert (charset, problems) == ("utf-8", ["bad_bytes"])


def test_torn_character_in_a_page_that_is_otherwise_ascii():
    """Most Indonesian pages are ASCII but for a few marks: one torn byte does not make the page windows-1252."""
    data = html("Garam “asin” dan “laut”").encode().replace(b"</p>", b" ujung \xe2\x80</p>")
    text, charset, _ = read(data)
    assert (text, charset) == ("Garam “asin” dan “laut” ujung \ufffd", "utf-8")


def test_bytes_that_no_letter_has():
    text, charset, problems = read(html().encode("cp1252").replace(b"</p>", b" \x81\x8d</p>"))
    assert text.startswith(TITLE)
    assert (charset, problems) == ("cp1252", ["bad_bytes"])


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\x89PNG\r\n\x1a\n" + b"<p>" * 9, "binary"),
        (b"%PDF-1.4 <p>garam</p>", "binary"),
        (b"PK\x03\x04<html>", "binary"),
        (b"\xff\xd8\xff\xe0<html>", "binary"),
        (b"<html>\x00\x01\x02</html>", "binary"),
        (b"Garam laut biru", "not_html"),
        (b'{"judul": "Garam <b>laut</b>"}', "not_html"),
        (b"<rss><channel><item></item></channel></rss>", "not_html"),
        (b"x" * (MAX_BODY + 1), "too_large"),
    ],
)
def test_no_page(data, reason):
    assert reject(data).reason == reason


def test_page_of_just_the_largest_size_is_one(monkeypatch):
    body = b"<p>" + b"x" * 97
    monkeypatch.setattr(decoding, "MAX_BODY", len(body))
    assert decoding.refuse(snapshot(body)) is None
    assert decoding.refuse(snapshot(body + b"x")).reason == "too_large"


def test_gzip_body_that_nobody_decoded_is_no_page():
    assert reject(gzip.compress(b"<html><body><p>garam</p></body></html>" * 200, mtime=0)).reason == "binary"


def test_defect_of_the_reader_is_the_reason():
    out = reject(b"<p>garam", defect=("torn_gzip", "ends early"))
    assert (out.reason, out.detail) == ("torn_gzip", "ends early")


def test_too_many_elements(monkeypatch):
    monkeypatch.setattr(bounds, "MAX_ELEMENTS", 100)
    with pytest.raises(NotAPage, match="too_many_elements"):
        Page.parse(snapshot("<p>x</p>" * 200))


@pytest.mark.parametrize("attribute", [b"a ", b'a="1"', b"a='>' ", b"a/", b'a="<" b '])
def test_tag_with_attributes_that_would_keep_the_parser_busy(attribute):
    data = b"<html><body><div " + attribute * 300_000 + b"><p>garam</p></body></html>"
    assert reject(data).reason == "too_many_attributes"


def test_long_page_with_quotes_left_open_and_data_in_attributes_is_read():
    rows = b"""<p class="a title='b'>""" + b"<img src='data:image/png;base64," + b"A/b=" * 60_000 + b"'>"
    assert page(rows * 2).tagged("p")


@pytest.mark.parametrize("tag", ["h1", "div", "blockquote"])
def test_tree_that_would_keep_its_readers_busy(tag):
    data = "<html><body>" + f"<{tag}>" * 300 + "<i>garam </i>" * 20_000
    assert reject(data).reason == "too_deep"


def test_deep_tree_with_little_in_it_is_read():
    assert page("<html><body>" + "<font>" * 300 + "garam" + "<p>x" * 300).tagged("font")


def test_page_of_many_elements_below_the_limit():
    assert len(page("<p>x" * 30_000).tagged("p")) == 30_000


def test_two_complete_documents_in_one_are_both_read():
    inner = "<html><head><title>Dalam</title></head><body><p>dua</p></body></html>"
    parsed = page(f"<html><head><title>Luar</title></head><body><p>satu</p>{inner}<p>tiga</p></body></html>")
    assert [text_of(p) for p in parsed.tagged("p")] == ["satu", "dua", "tiga"]


def test_document_cut_in_the_middle_says_so():
    assert read("<html><body><p>satu</p><p>du")[2] == ["truncated"]
    assert read("<html><body><p>satu</p><p>dua</body></html>")[2] == []


def test_document_with_a_whole_one_inside_that_is_cut_says_so():
    inner = "<html><head><title>Dalam</title></head><body><p>dua</p></body></html>"
    far = "<p>tiga</p>" * 3_000
    assert read(f"<html><body><p>satu</p>{inner}{far}<p>em")[2] == ["truncated"]
    assert read(f"<html><body><p>satu</p>{inner}{far}</body></html>")[2] == []


def test_charset_stands_in_the_record():
    assert record(html().encode("cp1252")).metadata.http.charset == "cp1252"


def test_metas_are_found_by_name_property_and_itemprop():
    parsed = page(
        '<head><meta name="A" content="1"><meta property="og:b" content=" 2 "><meta itemprop="c" content="3">'
        '<meta name="a" content="4"><meta name="kosong" content="">'
    )
    assert parsed.metas == {"a": ["1", "4"], "og:b": ["2"], "c": ["3"]}
    assert (parsed.meta("tidak", "og:b"), parsed.meta("kosong")) == ("2", None)


def test_canonical_links():
    parsed = page(
        '<head><link rel="canonical" href=""><link rel="CANONICAL nofollow" href=" https://a.id/x ">'
        '<link rel="amphtml" href="y">'
    )
    assert parsed.canonical_links == ["https://a.id/x"]


@pytest.mark.parametrize(
    ("markup", "text", "separated"),
    [
        ("<p>Garam <b>laut</b>biru</p>", "Garam lautbiru", "Garam lautbiru"),
        ("<p>satu<br>dua</p>", "satu dua", "satu | dua"),
        ("<div><p>satu</p><p>dua</p></div>", "satu dua", "satu | dua"),
        ("<div><a>satu</a><a>dua</a></div>", "satudua", "satu | dua"),
        ("<div>satu<script>x</script><style>y</style></div>", "satu", "satu"),
        ("<ul><li> </li><li>dua</li></ul>", "dua", "dua"),
    ],
)
def test_text_of_an_element(markup, text, separated):
    node = page(f"<body>{markup}").root.find("body")[0]
    assert (text_of(node), separated_text(node)) == (text, separated)


@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbf", b"\xff\xfe", b"\xff\xfea", b"\xfe\xff\xd8\x00", b"\x80" * 40]
)
def test_any_bytes_decode(data):
    assert isinstance(decode(data).text, str)


def test_a_saved_page_has_the_address_that_it_states():
    link = "<link rel='canonical' href='https://contoh.id/ekonomi/panen-garam'>"
    meta = "<meta property='og:url' content='https://contoh.id/daerah/panen-garam'>"
    assert (
        page(f"<html><head>{link}{meta}</head></html>", None).address
        == "https://contoh.id/ekonomi/panen-garam"
    )
    assert page(f"<html><head>{meta}</head></html>", None).address == "https://contoh.id/daerah/panen-garam"
    assert page(f"<html><head>{link}</head></html>", "https://contoh.id/1").address == "https://contoh.id/1"


@pytest.mark.parametrize(
    ("head", "url", "expected"),
    [
        ("<link rel='canonical' href='https://a.id/x/panen'>", None, "https://a.id/x/panen"),
        ("<meta property='og:url' content='https://a.id/x/panen'>", None, "https://a.id/x/panen"),
        ("<link rel='canonical' href='https://a.id/x/panen'>", "https://b.id/y", "https://b.id/y"),
        ("<link rel='canonical' href='https://a.id/x/panen'><base href='/z/'>", None, "https://a.id/z/"),
        ("<base href='https://c.id/z/'>", None, "https://c.id/z/"),
        ("<link rel='canonical' href='/x/panen'>", None, None),
        ("", None, None),
    ],
)
def test_relative_links_start_at_what_is_known_of_the_page(head, url, expected):
    assert page(f"<html><head>{head}</head><body><p>Panen.", url).base == expected


def test_pictures_of_a_saved_file_have_the_address_that_the_page_states():
    head = "<link rel='canonical' href='https://regional.kompas.com/read/2023/09/13/140500278/panen-garam'>"
    picture = "<figure><img src='/foto/tambak.jpg'><figcaption>Tambak garam.</figcaption></figure>"
    found = record(kompas(picture + STORY, head=head), url=None)
    assert [image.url for image in found.images] == ["https://regional.kompas.com/foto/tambak.jpg"]


@pytest.mark.parametrize("levels", [3, 24, 25, 60])
def test_an_element_is_read_alike_however_deep_it_goes(levels):
    inner = "<p>Panen</p>garam<script>var a</script> <a>naik</a>"
    found = page("<section>" + "<div>" * levels + inner + "</div>" * levels + "</section>").root.find(
        ".//section"
    )
    assert text_of(found) == "Panen garam naik"
    assert separated_text(found) == "Panen | garam | naik"
