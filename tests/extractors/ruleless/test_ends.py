"""Where an article that no rule names ends in its element: comments, a box about the writer, lists below it."""

import pytest

from newsbot.extractors.body.walk import walk
from newsbot.extractors.ruleless.ends import cut_to_article
from newsbot.language.text import fold
from tests.invented import ONE, STORY, THREE, TWO, URL, page, record

BODY = f"{ONE}\n\n{TWO}\n\n{THREE}"
TITLE = "Panen Garam di Teluk Biru Naik Tiga Kali Lipat"
SAID = (
    "Semoga gudang yang dijanjikan itu lekas berdiri, kasihan para petani yang menunggu sejak tahun lalu.",
    "Saya lewat pesisir itu tiap pagi dan memang benar kolamnya bertambah banyak sekali sekarang ini.",
)
ENTRIES = "".join(
    f"<div><b>pembaca{n}</b> <span>{n + 1} jam lalu</span><p>{s}</p></div>" for n, s in enumerate(SAID)
)
LIFE = "<p>Wira Samudra adalah jurnalis yang menulis tentang laut dan garam sejak tahun 2011 di kota pesisir.</p>"


def body_of(markup):
    head = f"<head><title>{TITLE} | Contoh</title></head>"
    return record(f"<html>{head}<body><h1>{TITLE}</h1><div>{markup}</div></body></html>", URL).article_body


@pytest.mark.parametrize(
    "label", ["<h3>Komentar (2)</h3>", "<p>2 Komentar</p>", "<b>Komentar Pembaca</b>", ""]
)
def test_comments_in_the_element_of_the_text_are_not_paragraphs(label):
    assert body_of(f"{STORY}<div>{label}{ENTRIES}</div>") == BODY


@pytest.mark.parametrize(
    "age", ["setengah jam lalu", "sejam yang lalu", "3 pekan silam", "2 mnt lalu", "5 hours ago"]
)
def test_comments_are_stamped_with_any_age(age):
    entries = "".join(f"<div><b>pembaca</b> <span>{age}</span><p>{said}</p></div>" for said in SAID)
    assert body_of(f"{STORY}<div><h3>Komentar (2)</h3>{entries}</div>") == BODY


def test_comment_label_above_the_text_cuts_nothing():
    assert body_of(f"<p>2 Komentar</p><p>Dibaca 2 jam lalu</p>{STORY}").endswith(BODY)


@pytest.mark.parametrize(
    "line",
    ["<p>Kolam itu digali 30 tahun lalu.</p>", "<p>Dibuka 2 jam lalu</p>", "<h3>Komentar petani</h3>"],
)
def test_lines_of_a_text_begin_no_comments(line):
    assert body_of(f"<p>{ONE}</p>{line}<p>{TWO}</p><p>{THREE}</p>").endswith(f"{TWO}\n\n{THREE}")


@pytest.mark.parametrize("name", ["<h4>Wira Samudra</h4>", "<p><b>Wira Samudra</b></p>"])
def test_box_about_the_writer_is_not_of_the_article(name):
    box = f"<div><img src='/w.jpg'>{name}{LIFE}<a href='/author/wira'>Semua tulisan</a></div>"
    assert body_of(STORY + box) == BODY


def test_portrait_without_a_writers_page_stays():
    assert body_of(f"{STORY}<div><h4>Wira Samudra</h4>{LIFE}</div>").endswith("kota pesisir.")


def test_portrait_beside_the_paragraphs_stays_though_a_writer_is_linked():
    body = f"{STORY}<h4>Wira Samudra</h4>{LIFE}<a href='/author/tuti'>Tuti Kartika</a>"
    assert "kota pesisir." in body_of(body)


def body_of_page(markup):
    head = f"<head><title>{TITLE} | Contoh</title></head>"
    return record(f"<html>{head}<body>{markup}</body></html>", URL).article_body


@pytest.mark.parametrize(
    ("announced", "lines"),
    [
        ("Berikut daftar dermaga yang dibuka kembali:", ["Teluk Biru", "Muara Siran"]),
        (
            "Harga berlaku mulai pekan ini di semua dermaga.",
            ["Garam krosok Rp 1.500", "Garam halus Rp 4.000"],
        ),
    ],
)
def test_list_that_ends_the_text_stays(announced, lines):
    paragraphs = "".join(f"<p>{line}</p>" for line in (announced, *lines))
    assert body_of_page(f"<h1>{TITLE}</h1><div>{STORY * 2}{paragraphs}</div>").split("\n\n")[-3:] == [
        announced,
        *lines,
    ]


def test_short_lines_behind_the_text_that_are_no_list_leave():
    below = "<p>Bagikan artikel</p><p>Hubungi redaksi</p>"
    assert body_of_page(f"<h1>{TITLE}</h1><div>{STORY * 2}{below}</div>") == f"{BODY}\n\n{BODY}"


def test_paging_and_inserts_between_sections_do_not_end_the_text():
    between = "<p>2 dari 3 halaman</p><p>ADVERTISEMENT</p><p>Advertisement</p><p>***</p>"
    assert body_of_page(f"<h1>{TITLE}</h1><div>{STORY}{between}{STORY}</div>") == f"{BODY}\n\n{BODY}"


def test_labelled_list_below_the_text_is_related():
    links = "".join(
        f"<p><a href='/read/gudang-garam-baru-{n}'>Gudang Garam Baru Nomor {n}</a></p>" for n in range(3)
    )
    markup = f"<h1>{TITLE}</h1><div>{STORY * 2}<p>(wt/so)</p><p>Baca juga:</p>{links}</div>"
    article = record(f"<html><head><title>{TITLE} | Contoh</title></head><body>{markup}</body></html>", URL)
    assert article.article_body == f"{BODY}\n\n{BODY}"
    assert [item.text for item in article.related] == [f"Gudang Garam Baru Nomor {n}" for n in range(3)]


def trimmed(markup, wanted):
    container = page(f"<body><div class='isi'>{markup}</div></body>").select(".isi")[0]
    result = walk([container], lambda element: None)
    cut_to_article(result, [fold(text) for text in wanted], "")
    return [block.text for block in result.blocks]


def section(name, level=2):
    return f"<h{level}>{name}</h{level}><div>Foto: Kabar Teluk</div><p>{THREE}</p>"


def test_sections_with_a_picture_below_their_heading_are_of_the_text():
    markup = f"<p>{ONE}</p><h2>Kolam</h2><p>{TWO}</p>{section('Gudang')}{section('Dermaga')}"
    assert trimmed(markup, [ONE, TWO])[-3:] == ["Dermaga", "Foto: Kabar Teluk", THREE]


@pytest.mark.parametrize("level", [2, 4])
def test_heading_of_another_kind_ends_the_text(level):
    markup = f"<p>{ONE}</p><h{level - 1}>Kolam</h{level - 1}><p>{TWO}</p>{section('Tentang Situs', level)}"
    assert THREE not in trimmed(markup, [ONE, TWO])


@pytest.mark.parametrize(
    "lines",
    [
        ["Berikut jadwal panen:", "Senin pagi", "Rabu sore", "Jumat malam"],
        ["Jadwal panen pekan ini", "Senin pagi", "Rabu sore"],
        ["Begitulah"],
    ],
    ids=["announced", "by a line without a mark", "one short line"],
)
def test_short_paragraphs_of_the_text_s_own_kind_end_it(lines):
    told = "".join(f"<p>{line}</p>" for line in lines)
    assert body_of(f"<div>{STORY}{told}</div>").split("\n\n")[3:] == lines


def test_a_label_in_an_element_of_another_kind_is_cut():
    assert body_of(f"<div>{STORY}<div>Ikuti Teluk Biru</div></div>") == BODY


@pytest.mark.parametrize(
    "life",
    [
        "*) Penulis adalah dosen Universitas Teluk Biru",
        "Penulis adalah ketua kelompok tani garam.",
        "(Penulis adalah Ketua Forum Nelayan)",
        "*Wira Teluk, dosen Universitas Teluk Biru",
        "*) Wira Teluk adalah pegiat literasi pesisir.",
        "Tentang Penulis: Wira Teluk, pegiat literasi yang tinggal di pesisir.",
        "Isi tulisan ini sepenuhnya menjadi tanggung jawab penulis.",
    ],
)
def test_what_the_writer_of_a_column_is_leaves_its_text(life):
    assert body_of(f"<div>{STORY}<p><em>{life}</em></p></div>") == BODY


def test_a_sentence_about_writers_stays():
    told = "Penulis adalah orang yang sabar, kata ketua kelompok tani itu sambil tertawa."
    assert body_of(f"<div>{STORY}<p>{told}</p></div>").endswith(told)


@pytest.mark.parametrize("name", ["Contoh", "• contoh.id", "(Contoh)"])
def test_the_outlet_s_name_behind_the_text_leaves_it(name):
    head = f"<head><title>{TITLE}</title><meta property='og:site_name' content='Contoh'></head>"
    markup = f"<html>{head}<body><h1>{TITLE}</h1><div>{STORY}<p>{name}</p></div></body></html>"
    assert record(markup, URL).article_body == BODY


@pytest.mark.parametrize("stamp", ["Parlin menulis:", "Butet Lintang says:", "pembaca berkomentar :"])
def test_comments_whose_writers_no_time_is_printed_for(stamp):
    comment = f"<h4>Tanggapan Pembaca</h4><div><b>{stamp}</b><p>{SAID[0]}</p></div>"
    assert body_of(f"{STORY}{comment}") == BODY


def test_who_wrote_is_text_where_no_label_of_comments_stands_above():
    assert "Wira menulis:" in body_of(f"<p>{ONE}</p><p>Wira menulis:</p><p>{TWO}</p><p>{THREE}</p>")


@pytest.mark.parametrize(
    "box",
    [
        "<div>{}<div><span>Alamat surel</span><button>Kirim</button></div></div>",
        "<p>{}</p><button>Langganan</button>",
    ],
)
def test_a_letter_to_subscribe_to_is_no_text(box):
    offer = "Suka membaca tulisan seperti ini? Kami kirim satu setiap pagi ke surel Anda."
    assert offer not in body_of(f"<p>{ONE}</p><div>{box.format(offer)}</div><p>{TWO}</p><p>{THREE}</p>")


def test_a_credit_of_pictures_ends_the_text_and_the_name_above_it_is_the_writers():
    head = f"<head><title>{TITLE} | Contoh</title></head>"
    lines = "<i>Wira Samudra</i><br>FOTO: ADRIANUS"
    text = f"{ONE}<br><br>{TWO}<br><br>{THREE}<br><br>{ONE[:-1]} lagi.<br><br>{lines}"
    article = record(f"<html>{head}<body><h1>{TITLE}</h1><div>{text}</div></body></html>", URL)
    assert article.article_body.endswith("lagi.")
    assert [one.name for one in article.authors] == ["Wira Samudra"]


CONTACT = "Informasi lebih lanjut hubungi:<br>Humas Mitra Tani<br>Telepon: (0296) 531234"


def test_whom_to_ask_of_a_release_is_no_text():
    assert body_of(f"{STORY}<p>{CONTACT}</p>") == BODY


@pytest.mark.parametrize("lines", ["Hubungi:<br>Humas Mitra Tani", "Harga garam:<br>Telepon: (0296) 531234"])
def test_short_last_lines_without_both_announcement_and_number_stay(lines):
    assert body_of(f"{STORY}<p>{lines}</p>").endswith(lines[-8:])


def test_a_timetable_behind_a_line_that_announces_it_stays_the_texts():
    rows = ["15:00-15:40 Kelas Perahu", "16:00-16:45 Kelas Layar", "17:00 Lomba"]
    topic = "<p><strong>Berikut <a href='/tag/lomba-perahu'>jadwal lomba</a> 2023:</strong><br>"
    table = topic + "<strong>Sabtu, 16 September 2023</strong><br>" + "<br>".join(rows) + "</p>"
    named = ["Berikut jadwal lomba 2023:", "Sabtu, 16 September 2023", *rows]
    assert body_of(STORY + table) == "\n\n".join([BODY, *named])
