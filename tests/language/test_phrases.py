"""Page furniture by its words and the evidence beside them; ordinary sentences with the same words stay."""

import pytest

from newsbot.language.element_names import container_bin
from newsbot.language.phrases import LONGEST, Evidence, furniture

NONE = Evidence()
TITLE = "Harga Garam Naik"
LINK = Evidence(link_text=len(TITLE), has_link=True)


def bin_of(text, evidence=NONE):
    found = furniture(text, evidence)
    return found and found.bin


@pytest.mark.parametrize(
    "text",
    [
        "Simak penjelasan dokter berikut agar tidak keliru.",
        "Simak dulu cara petani mengeringkan garam di bawah ini.",
        "Lihat saja hasil panen tahun lalu, kata Wira.",
        "Lihat betapa luas tambak itu, ujarnya sambil tertawa.",
        "Ikuti langkah berikut untuk mendaftar sebagai petani garam.",
        "Ikuti aturan yang berlaku di tempat wisata, imbau petugas.",
        "Warga dilarang keras membuang sampah ke tambak.",
        "Petugas mengatakan merokok dilarang keras di gudang itu.",
        "Baca puisi menjadi acara pembuka malam itu.",
        "Baca buku selama satu jam sehari, saran guru itu.",
        "Klik tombol daftar lalu isi nama Anda, demikian petunjuknya.",
        "Dapatkan surat izin lebih dahulu, kata kepala desa.",
        "Saksikan mata yang menyebut kejadian itu belum diperiksa.",
        "Tonton film bersama keluarga menjadi pilihan warga kota.",
        "Halaman rumah warga tergenang air setinggi lutut.",
        "Selanjutnya petani membawa garam ke gudang desa.",
        "Populer sejak tahun 1990, garam itu kini dijual ke luar negeri.",
        "Editor buku itu datang ke acara peluncuran di desa.",
        "Penulis novel itu mengaku senang datang ke Teluk Biru.",
        "Laporan keuangan desa itu sudah diperiksa oleh inspektorat.",
        "Sumber air di desa itu mulai kering sejak bulan lalu.",
        "Foto itu diambil Wira pada 1998 di tepi tambak.",
        "Iklan garam itu muncul di televisi sejak pekan lalu.",
        "Komentar Wira itu dibalas ketua kelompok tani.",
        "Video itu tersebar di grup percakapan warga.",
        "Infografis itu dipasang di balai desa.",
        "Dilansir dari Contoh.id, panen garam naik.",
        "Tag harga garam dipasang di tiap karung.",
        "Dilansir kanal YouTube desa, Wira menyebut panen naik.",
        "Untuk mengikuti lelang, petani mengisi formulir di balai desa.",
        "Jangan lupa membawa air minum saat ke tambak.",
        "Artikel ini membahas cara membuat garam rebus di rumah.",
    ],
)
def test_ordinary_sentence_stays(text):
    assert furniture(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Informasi itu beredar di Facebook dan diunggah ulang detikcom pada Rabu.",
        "Informasi cuaca dikirim lewat grup WhatsApp petani garam setiap pagi.",
        "Untuk bertukar kabar, petani garam membuat grup WhatsApp sejak dua tahun lalu.",
        "Untuk memeriksa kabar itu, Kompas.com menelusuri akun Facebook Wira.",
        "Mari bergabung, tulis Wira dalam pesan di grup WhatsApp warga.",
        "Akses aplikasi itu ditutup sejak Rabu, kata Wira kepada Tribunnews.com.",
        "Simak terus kabar terbaru di Teluk Biru, kata Wira kepada Kompas.com.",
        "Cek kesehatan gratis kini hanya di puskesmas, kata Wira kepada Kompas.com.",
    ],
)
def test_sentence_about_a_messenger_or_to_a_reporter_stays(text):
    assert furniture(text) is None


@pytest.mark.parametrize(
    "text",
    ["Warga dilarang mengutip pungutan di tambak itu, kata Wira.", "Panitia dilarang menyalin soal ujian."],
)
def test_sentence_about_what_is_forbidden_stays(text):
    assert furniture(text) is None


@pytest.mark.parametrize(
    "label",
    [
        "Baca juga",
        "Baca Juga",
        "BACA JUGA",
        "Baca pula",
        "Lihat juga",
        "Simak juga",
        "Pilihan Editor",
        "Pilihan Redaksi",
        "Artikel Terkait",
        "Berita Terkait",
        "Topik Terkait",
        "Berita Rekomendasi",
        "Rekomendasi untuk Anda",
        "Jangan Lewatkan",
    ],
)
@pytest.mark.parametrize("mark", [": ", " : ", "- ", " – ", " | "])
def test_label_with_a_mark(label, mark):
    assert bin_of(f"{label}{mark}{TITLE}") == "related"


@pytest.mark.parametrize(
    ("text", "bin_"),
    [
        ("Jangan lupa ikuti kami di Instagram dan TikTok untuk rekomendasi lainnya ya!", "promo"),
        ("Ikuti kami melalui akun Garam Kita", "promo"),
        ("Redaktur & Reporter : Sari Ombak & Wira Teluk", "byline"),
        ("Tulisan ini adalah pendapat pribadi dan tidak mewakili pandangan redaksi.", "legal"),
        ("Tulisan ini adalah karya pribadi ketua kelompok tani.", None),
    ],
)
def test_what_closes_a_column_or_names_its_makers(text, bin_):
    assert bin_of(text) == bin_


@pytest.mark.parametrize(
    "label", ["Baca juga", "Lihat Juga", "Simak juga", "Tonton juga", "Baca Artikel", "Baca"]
)
def test_label_whose_rest_is_a_link(label):
    expected = None if label == "Baca" else "related"
    assert bin_of(f"{label} {TITLE}", LINK) == expected
    assert bin_of(f"{label} {TITLE}") is None


def test_label_alone_opens_a_list():
    found = furniture("Baca juga:")
    assert (found.bin, found.opens) == ("related", True)
    assert not furniture(f"Baca juga: {TITLE}").opens


@pytest.mark.parametrize(
    ("text", "bin_"),
    [
        ("Simak Video 'Panen Garam di Teluk Biru'", "related"),
        ('Lihat Video "Panen Garam"', "related"),
        ("Tonton: Panen Garam", "related"),
        ("[Gambas:Video 20detik]", "widget"),
        ("[Gambas:Instagram]", "widget"),
        ("ADVERTISEMENT", "ad"),
        ("SCROLL TO CONTINUE WITH CONTENT", "ad"),
        ("SCROLL TO RESUME CONTENT", "ad"),
        ("Scroll ke bawah untuk melanjutkan membaca", "ad"),
        ("Iklan", "ad"),
        ("Baca berita tanpa iklan. Gabung Kompas.com+", "promo"),
        ("Perbesar", "ad"),
        ("A- A+", "widget"),
        ("Share", "widget"),
        ("Bagikan: Facebook Twitter WhatsApp", "widget"),
        ("Halaman: 1 2 3", "paging"),
        ("Halaman 1/2", "paging"),
        ("Halaman Selanjutnya", "paging"),
        ("Selanjutnya", "paging"),
        ("1 2 3 4", "paging"),
        ("Show All", "paging"),
        ("Tampilkan Semua", "paging"),
        ("Lanjut ke halaman berikutnya", "paging"),
        ("Simak cara membuatnya di halaman selanjutnya >>>", "paging"),
        ("Dapatkan update berita pilihan di Google News Contoh.com", "promo"),
        ("Ikuti Saluran WhatsApp Contoh.com", "promo"),
        ("Cek berita dan artikel kami yang lain di Google News", "promo"),
        ("Yuk gabung di grup Telegram Contoh.com", "promo"),
        ("Simak breaking news dan berita pilihan kami langsung di ponselmu lewat WhatsApp channel", "promo"),
        ("Copyright © ANTARA 2023", "legal"),
        ("Hak Cipta dilindungi", "legal"),
        ("© 2023 Contoh", "legal"),
        (
            "Dilarang keras mengambil konten, melakukan crawling atau pengindeksan otomatis tanpa izin",
            "legal",
        ),
        ("Artikel ini telah tayang di Contoh.com dengan judul Garam Naik", "legal"),
        ("Berita ini sudah tayang di Contoh.com", "legal"),
        ("Sumber: Antara", "byline"),
        ("Penulis: Wira Teluk", "byline"),
        ("Rep: Wira/ Red: Laksmi", "byline"),
        ("Laporan Wartawan TribunSolo.com, Wira Teluk", "byline"),
        ("(Laporan: Wira Teluk)", "byline"),
        ("Tulis komentar Anda", "comments"),
        ("12 Komentar", "comments"),
        ("Tags:", "navigation"),
        ("Topik terkait:", "related"),
        ("A post shared by Wira (@wira)", "widget"),
        ("Lihat postingan ini di Instagram", "widget"),
        ("pic.twitter.com/aBcD1", "widget"),
        ("— Wira (@wira) September 13, 2023", "widget"),
        ("* * *", "widget"),
        ("-----", "widget"),
        ("•", "widget"),
    ],
)
def test_furniture(text, bin_):
    assert bin_of(text) == bin_


def test_promo_needs_a_product_word_and_evidence():
    text = "Ikuti berita terbaru kami di Google News"
    assert bin_of(text, Evidence(has_link=True)) == "promo"
    assert bin_of("Ikuti berita terbaru kami", Evidence(has_link=True)) is None


def test_infographic_is_furniture_only_as_a_heading():
    assert bin_of("Infografis Panen Garam", Evidence(is_heading=True)) == "widget"
    assert bin_of("Infografis Panen Garam") is None


def test_long_block_is_prose():
    assert furniture("Baca juga: " + "garam " * (LONGEST // 6)) is None


@pytest.mark.parametrize(
    ("names", "bin_"),
    [
        ("div-gpt-ad-12345-0", "ad"),
        ("ads-placeholder", "ad"),
        ("bacaJuga", "related"),
        ("inject-baca-juga", "related"),
        ("artikel_terkait wrap", "related"),
        ("shareBox", "widget"),
        ("detail__pagination", "paging"),
        ("fb-comments", "comments"),
        ("breadcrumb__list", "navigation"),
        ("wp-caption-text", "caption"),
        ("author-name", "byline"),
    ],
)
def test_class_words(names, bin_):
    found = container_bin(names)
    assert found is not None
    assert found[0] == bin_


@pytest.mark.parametrize(
    "names",
    [
        "read__content",
        "detail__body-text",
        "headline",
        "loaded",
        "adaptive",
        "shadow",
        "download-wrap",
        "entry",
        "",
        "badan",
        "uploads",
        "tagihan",
        "authority",
        "promosi",
        "navy",
        "address",
    ],
)
def test_class_words_that_only_look_like_it(names):
    assert container_bin(names) is None


@pytest.mark.parametrize(
    ("text", "bin_"),
    [
        ("Simak Video 'Nelayan Teluk Biru Melaut Lagi':", "related"),
        ('Tonton juga "Panen Garam di Teluk Biru" di sini:', "related"),
        ("Lihat juga Video Nelayan Teluk Biru Melaut Lagi Usai Badai", "related"),
        ("Baca juga Harga Garam di Teluk Biru Naik Lagi", "related"),
        ("Saksikan Live ContohSore:", "related"),
        ("Ingin baca kabar laut lainnya? Yuk baca di Contoh.com.", "promo"),
        ("Loading...Ikuti Whatsapp Channel Contoh.com", "promo"),
        ("Laporan Wira Teluk I Teluk Biru", "byline"),
    ],
)
def test_inserts_without_a_mark(text, bin_):
    found = furniture(text)
    assert found is not None
    assert found.bin == bin_


@pytest.mark.parametrize(
    "text",
    [
        "Simak Ramalan Cuaca besok selengkapnya dilansir Contoh.com dari badan cuaca.",
        "Baca juga surat wali kota itu, kata seorang warga yang datang ke balai desa.",
        "Simak video berikut untuk memahami cara petani memanen garam di musim kemarau",
        "Lihat juga bagaimana Wira memperbaiki kapal tua milik ayahnya di Teluk Biru.",
    ],
)
def test_sentences_that_begin_like_inserts_stay(text):
    assert furniture(text) is None


def test_pointer_to_a_link_needs_the_link():
    text = "Simak tips lengkapnya di sini."
    assert furniture(text) is None
    found = furniture(text, Evidence(has_link=True))
    assert found is not None
    assert found.bin == "promo"


@pytest.mark.parametrize(
    "text",
    [
        "Follow our WhatsApp channel to get the latest news updates.",
        "Read More News and Articles on Google News",
        "Don't miss the latest news from us, click the follow button on our Google News page.",
        "Download the KabarTeluk app on the Play Store and App Store.",
        "[wpstat stat=visits time=total id=current]",
        "[/caption]",
        "https://kesehatan.example/katarak-gejala",
        "Liputan ini didukung oleh program hibah jurnalisme lingkungan Kabar Teluk 2021.",
        "Suka tulisan seperti ini? Langganan gratis untuk menerimanya setiap Kamis.",
        "*) Redaksi menerima kiriman opini maksimal 800 kata ke opini@kabarteluk.example.",
    ],
)
def test_what_readers_are_asked_is_no_text(text):
    assert furniture(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Read more books, the teacher told her pupils on Wednesday.",
        "Unduh aplikasi Lapor Teluk di Play Store, lalu masukkan nomor kartu keluarga.",
        "[SALAH] Air rebusan daun sirsak menyembuhkan katarak",
        "Liputan ini didukung banyak warga, kata Wira.",
        "Warga yang berlangganan gratis mendapat air selama sebulan.",
        "Pelanggan mengirim surat ke opini@kabarteluk.example, kata Wira.",
    ],
)
def test_sentences_like_them_stay(text):
    assert furniture(text) is None


def test_classes_of_the_block_editor_tell_of_looks_alone():
    assert container_bin("has-text-align-center has-small-font-size") is None
    assert container_bin("font-size") == ("widget", "font size")


def test_a_note_behind_stars_is_known_as_without_them():
    assert furniture("**) Isi tulisan menjadi tanggung jawab penulis sepenuhnya.").rule == "syndicated"


def test_what_an_old_theme_of_wordpress_says_of_its_post():
    line = "This entry was posted on Monday, September 14th, 2009 at 10:22 am and is filed under Kota. You can skip."
    assert furniture(line).rule == "posted-under"
