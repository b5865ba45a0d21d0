"""What stands at the ends of a text box and is none of the text: promotion, sign-offs, bylines, datelines, tags."""

import pytest

from tests.quality.kinds.pages import HEADING, OTHERS, STORY, names, others, page, read, story, texts, told

LINK = "<a href='/jateng/45000-dermaga-muncul-ditutup.html'>Dermaga Muncul Ditutup Sementara</a>"
TAILS = {
    "share list": "<div>Share this:</div><ul><li><a href='#'>Facebook</a></li><li><a href='#'>X</a></li></ul>",
    "more of another": f"<p>Selengkapnya: {LINK}</p>",
    "install": "<p>Install aplikasi Suara Rawa di <a href='https://p.example/x'>Play Store</a> untuk berita baru.</p>",
    "reports": "<p>Punya laporan kejadian di sekitar Anda? Kirim ke WhatsApp 0812-3456-7890</p>",
    "back": "<p>Kembali ke halaman utama</p>",
    "views": "<p>Views: 1.245</p>",
    "comment": "<p>Komentar Anda?</p>",
    "be first": "<p>Jadilah yang pertama mendapatkan informasi. Gabung <a href='https://t.example/x'>di sini</a>.</p>",
    "worth reading": f"<p>Menarik Dibaca: {LINK}</p>",
    "editor with a dash": "<p>Editor - Retno Wulandari</p>",
    "on with the site": "<p>Ikuti terus perkembangan berita ini di suararawa.example</p>",
    "video below": "<p>Tonton juga video menarik berikut ini:</p>",
    "likes": "<h3>Menyukai ini:</h3><p>Suka Memuat...</p>",
    "place for an advertisement": "<p>Pasang iklan di sini, hubungi 0812-3456-7890</p>",
    "reactions": "<p>Bagaimana pendapatmu tentang berita ini?</p><p>Suka 12 Sedih 0 Marah 1</p>",
    "readers": "<p>Berita ini 1.204 kali dibaca</p>",
    "next page's beginning": f"<p>Halaman Selanjutnya</p><p>{STORY[5][:60]}...</p>",
    "pager": "<p>1 / 3 <a href='?page=2'>Selanjutnya &rarr;</a></p>",
    "who wrote and photographed": "<p>Teks/Foto: Bagas Prakoso</p>",
    "consent": "<div><p>Kami dan mitra kami menyimpan cookie serta memproses data pribadi untuk iklan. Anda dapat"
    " mengubah persetujuan kapan saja melalui pengaturan di bagian bawah halaman ini.</p><button>Setuju</button></div>",
}


@pytest.mark.parametrize("tail", TAILS.values(), ids=TAILS)
def test_line_behind_the_text_is_none_of_it(tail):
    assert texts(read(story(told() + tail))) == list(STORY)


def test_consent_is_what_an_article_may_be_about():
    about = (
        "Kementerian meminta situs memasang persetujuan cookie sebelum memproses data pribadi pengunjung mereka.",
        "Menurut aturan baru, mitra iklan wajib meminta persetujuan sebelum menyimpan cookie dan data pribadi.",
        "Lembaga konsumen menilai personalisasi iklan lewat cookie tanpa persetujuan melanggar privasi pembaca situs.",
    )
    article = read(story("".join(f"<p>{text}</p>" for text in about)))
    assert texts(article) == list(about)


def test_words_of_buttons_may_be_entries_of_a_text():
    entries = "<p>Simpan</p><p>Kembali</p>"
    article = read(story(told() + entries + told()))
    assert {"Simpan", "Kembali"} <= set(texts(article))


SIGNS = {"BGS/RTN": "BGS/RTN", "*/bgs": "*/bgs", "(03/bgs)": "03/bgs", "(bgs-12)": "bgs-12", "/bgs": "/bgs"}


@pytest.mark.parametrize(("sign", "initials"), SIGNS.items(), ids=SIGNS)
def test_sign_off_at_the_end_of_the_last_paragraph(sign, initials):
    article = read(story(f"{told(0, 5)}<p>{STORY[5]} {sign}</p>"))
    assert (texts(article), article.initials) == (list(STORY), initials)


@pytest.mark.parametrize("sign", ["(03/bgs)", "(bgs-12)", "*** (bgs)", "/bgs", "(Suara Rawa/Bagas Prakoso)"])
def test_sign_off_on_a_line_of_its_own_before_promotion(sign):
    promo = "<p>Ikuti Suara Rawa di <a href='https://news.google.com/x'>Google News</a></p>"
    assert texts(read(story(f"{told()}<p>{sign}</p>{promo}"))) == list(STORY)


HEADS = {
    "date, counts and writer": "<p>Senin 14-08-2023,09:12 WIB | Dibaca 1.204 kali | Oleh: Bagas Prakoso</p>",
    "capitals": "<p>OLEH BAGAS PRAKOSO</p><p>14 Agustus 2023</p>",
    "report": "<p>LIPUTAN BAGAS PRAKOSO, Ambarawa</p><p>14 Agustus 2023</p>",
    "written on": "<div>Ditulis oleh Bagas Prakoso pada 14 Agustus 2023</div>",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_writer_in_the_lines_above_the_text(head):
    article = read(page(f"{HEADING}<div class='c'>{head}{told()}</div>"))
    assert texts(article) == list(STORY)
    assert [name.title() for name in names(article.authors)] == ["Bagas Prakoso"]
    assert article.date_published[:10] == "2023-08-14"


def test_editor_behind_a_dash():
    assert names(read(story(told() + "<p>Editor - Retno Wulandari</p>")).editors) == ["Retno Wulandari"]


DATELINES = {
    "SEMARANG, SR-": "SEMARANG",
    "SEMARANG || Suara Rawa || ": "SEMARANG",
    "Semarang - Suara Rawa, ": "Semarang",
    "Muara Lintang (MMC) - ": "Muara Lintang",
}


@pytest.mark.parametrize(("begins", "place"), DATELINES.items(), ids=DATELINES)
def test_dateline_of_an_outlet_that_no_list_knows(begins, place):
    article = read(story(f"<p>{begins}{STORY[0]}</p>{told(1)}"))
    assert (article.dateline, texts(article)) == (place, list(STORY))


def test_name_before_its_own_letters_is_no_dateline():
    first = f"Komisi Yudisial (KY) - {STORY[0]}"
    article = read(story(f"<p>{first}</p>{told(1)}"))
    assert (article.dateline, texts(article)[0]) == (None, first)


@pytest.mark.parametrize("line", ["SEMARANG", "Semarang -"])
def test_dateline_on_a_line_of_its_own(line):
    article = read(story(f"<p>{line}</p>{told()}"))
    assert (article.dateline, texts(article)) == (line.strip(" -"), list(STORY))


TAGS = {
    "key words": "<p>Kata kunci: Rawa Pening, Pupuk</p>",
    "semicolon": "<p>Tags : Rawa Pening; Pupuk</p>",
    "keyword": "<p>Keyword: Rawa Pening, Pupuk</p>",
    "label in bold": "<p><b>Tags:</b> Rawa Pening, Pupuk</p>",
}


@pytest.mark.parametrize("where", ["in the text", "below it"])
@pytest.mark.parametrize("line", TAGS.values(), ids=TAGS)
def test_tags_of_a_printed_line(line, where):
    article = read(story(told() + line) if where == "in the text" else story(below=line))
    assert (texts(article), list(article.keywords)) == (list(STORY), ["Rawa Pening", "Pupuk"])


def test_tags_behind_a_topic_label_are_none_of_the_text():
    line = "<p>Topik: <a href='/topik/a'>Rawa Pening</a> | <a href='/topik/b'>Pupuk</a></p>"
    assert texts(read(story(told() + line))) == list(STORY)


@pytest.mark.parametrize(
    "title",
    [
        "<a href='/jateng/45000-d.html'>Dermaga Muncul</a><a href='/jateng/45000-d.html'> Ditutup Sementara</a>",
        "<a href='/jateng/45000-d.html'><b>Dermaga Muncul</b></a> <a href='/jateng/45000-d.html'>Ditutup Sementara</a>",
    ],
    ids=["blank inside", "blank between"],
)
def test_link_that_is_split_over_two_anchors_is_one(title):
    article = read(story(f"{told(0, 3)}<p>Baca juga: {title}</p>{told(3)}"))
    assert [link.text for link in article.related] == ["Dermaga Muncul Ditutup Sementara"]


@pytest.mark.parametrize(
    "insert",
    [
        f"<p>[BACA JUGA] {LINK}</p>",
        f"<div class='box-terkait'><span>BACA JUGA</span>{LINK}</div>",
    ],
    ids=["label in square brackets", "label in a box"],
)
def test_insert_with_its_label(insert):
    article = read(story(told(0, 3) + insert + told(3)))
    assert texts(article) == list(STORY)
    assert [link.text for link in article.related] == ["Dermaga Muncul Ditutup Sementara"]


def test_insert_in_brackets_at_the_end_of_a_paragraph():
    article = read(story(f"<p>{STORY[0]} (Baca: {LINK})</p>{told(1)}"))
    assert texts(article) == list(STORY)
    assert [link.text for link in article.related] == ["Dermaga Muncul Ditutup Sementara"]


def test_page_of_several_by_a_short_label():
    assert not read(story(below="<div>Hal. 1/3 <a href='#hal2'>Lanjut</a></div>")).is_complete


def test_two_anchors_of_two_stories_are_two():
    title = "<a href='/a/1-a-b-c.html'>Dermaga Muncul Ditutup</a> <a href='/a/2-d-e-f.html'>Harga Ikan Naik Lagi</a>"
    article = read(story(f"{told(0, 3)}<p>Baca juga: {title}</p>{told(3)}"))
    assert [link.text for link in article.related] == ["Dermaga Muncul Ditutup", "Harga Ikan Naik Lagi"]


def test_writers_of_cards_below_sign_nothing():
    card = (
        "<div class='post'><a href='/jateng/{number}-{slug}.html'>{title}</a>"
        "<span class='author'>by <a href='/author/tono'>Tono Sudiro</a></span></div>"
    )
    assert names(read(story(below=f"<div class='rel'>{others(card)}</div>")).authors) == []


@pytest.mark.parametrize("mark", "\u061c\u034f\u115f\u3164", ids=lambda mark: f"{ord(mark):x}")
def test_paragraph_that_holds_an_invisible_character(mark):
    inside = f"{told(0, 5)}<p>{mark}{STORY[5][:20]}{mark}{STORY[5][20:]}{mark}</p><p>{mark}</p>"
    assert texts(read(story(inside))) == list(STORY)


def test_list_behind_the_text_is_related():
    article = read(story(told() + f"<p><b>Berita Terkait :</b></p><ul>{others()}</ul>"))
    assert [link.text for link in article.related] == list(OTHERS)
